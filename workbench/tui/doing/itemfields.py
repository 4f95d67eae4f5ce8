"""What is asked of an item of evidence, field by field, and the item that the answers make."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping

from workbench.model import CREDIBILITIES, OWN_KINDS, Case, Item, Kind
from workbench.model.ids import ID, proposed
from workbench.model.words import CREDIBILITY_MEANING, KIND_MEANING
from workbench.tui.forms.field import Field, Shape, Value, Values, a_date_or_unknown, new_id

DATES = "EDTF: 2019, 2019-07 or 2019-07-29, with ? ~ or % after it, 2019-07/2019-09, ../2019; or unknown."

FURTHER = ("because", "reported", "quote", "retells", "changed", "tags", "marking")
"""Fields that are not asked for at once."""

OF_KIND: Mapping[str, Collection[str]] = {
    "looked_in": {Kind.ABSENCE.value},
    "would_show": {Kind.ABSENCE.value},
    "rests_on": {Kind.ASSESSMENT.value},
    "standing": {Kind.ASSUMPTION.value},
    "if_wrong": {Kind.ASSUMPTION.value},
}
"""Fields that only items of some kinds have."""

STANDINGS = {
    "solid": "well founded",
    "caveated": "right with a caveat",
    "unsupported": "a key uncertainty",
}

_ABSENT = "If a hypothesis were true, what should we be seeing? Write what was looked for and is not there."

_ADDRESS = re.compile(rf"{ID.pattern}/{ID.pattern}")

_TAG = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*=.*[^ =].*")


def an_address(text: str) -> str:
    """What is wrong with the address of an item."""
    return "" if _ADDRESS.fullmatch(text) else "write <source>/<item>"


def a_tag(text: str) -> str:
    """What is wrong with a tag and its value."""
    return "" if _TAG.fullmatch(text) else "write a tag and its value, as in service=signals"


def fields(case: Case, item: Item, *, own: bool, taken: Collection[str] | None = None) -> tuple[Field, ...]:
    """Every field of an item as it stands; with ids that are `taken` also its id, and its tags.

    Args:
        case: what is known.
        item: what stands in the fields.
        own: whether it is one of our own assumptions or arguments.
        taken: where it is a new one, the ids that it may not have.
    """
    made = {field.name: field for field in (*_of_all(item), *_of_kinds(case, item), *_references(case, item))}
    order: tuple[str, ...] = _OWN if own else _DOCUMENT
    made["kind"] = _kind(item, own=own)
    if taken is None:
        order = tuple(name for name in order if name not in {"id", "tags"})
    else:
        made["id"] = Field(
            "id", "id", item.id, told="Its name in the file, never used again. Empty: made from the text.",
            check=new_id(taken),
        )  # fmt: skip
        made["tags"] = Field(
            "tags", "tags", tuple(f"{tag}={value}" for tag, values in item.tags.items() for value in values),
            Shape.NAMES, "Labels to slice the evidence by, as name=value with commas between them.", _tags(case), a_tag,
        )  # fmt: skip
    return tuple(unless_untouched(made[name]) for name in order)


def unless_untouched(field: Field) -> Field:
    """The field; what stands there already can be left as it is, whatever is wrong with it."""
    standing = {field.value} if isinstance(field.value, str) else {*field.value}
    check = field.check
    return field._replace(check=lambda text: "" if text in standing else check(text))


_DOCUMENT = (
    "text", "kind", "looked_in", "would_show", "rests_on", "credibility", "origin", "when", "at", "id",
    *FURTHER,
)  # fmt: skip

_OWN = ("text", "kind", "standing", "if_wrong", "when", "id", "rests_on", "tags", "marking")


def _kind(item: Item, *, own: bool) -> Field:
    kinds = {kind.value: told for kind, told in KIND_MEANING.items() if (kind in OWN_KINDS) == own}
    kinds.setdefault(item.kind.value, KIND_MEANING[item.kind])
    return Field(
        "kind", "kind", item.kind.value, Shape.CHOICE, known=kinds, needed=True,
        told="What sort of evidence it is: ← and → or the first letter choose.",
    )  # fmt: skip


def _of_all(item: Item) -> tuple[Field, ...]:
    return (
        Field(
            "text", "text", item.text, Shape.TEXT,
            "One claim in your own words, as a full sentence that keeps the hedges of the original.", needed=True,
        ),
        Field(
            "credibility", "credibility", item.credibility, Shape.CHOICE, "How credible is this claim by itself?",
            {grade: CREDIBILITY_MEANING[grade] for grade in CREDIBILITIES},
        ),
        Field(
            "because", "because", item.because, Shape.TEXT,
            "Why this grade, where it is not plain; for a 5, why it stays.",
        ),
        Field("when", "when", item.when, told=f"The time that the claim speaks of. {DATES}", check=a_date_or_unknown),
        Field(
            "reported", "reported", item.reported, told=f"When the origin said it, if not at publication. {DATES}",
            check=a_date_or_unknown,
        ),
        Field("at", "at", item.at, told="The place in the document: page, paragraph or a few opening words."),
        Field(
            "quote", "quote", item.quote, Shape.TEXT,
            "The words of the original in its own language, 25 words at most.", check=at_most_25_words,
        ),
        Field("changed", "changed", item.changed, Shape.TEXT, "Of a retelling: what was altered on the way."),
        Field("marking", "marking", item.marking, told="The handling marking, where it differs from the source's."),
    )  # fmt: skip


def _of_kinds(case: Case, item: Item) -> tuple[Field, ...]:
    return (
        Field("looked_in", "looked in", item.looked_in, Shape.TEXT, f"{_ABSENT} Where did one look?"),
        Field(
            "would_show", "would show", item.would_show, Shape.TEXT,
            "Why it would have been seen there, had it been so.",
        ),
        Field(
            "rests_on", "rests on", item.rests_on, Shape.NAMES,
            "The addresses of the items that it is drawn from, with commas between them.", _texts(case, item),
            an_address,
        ),
        Field("standing", "standing", item.standing, Shape.CHOICE, "How well founded is the assumption?", STANDINGS),
        Field("if_wrong", "if wrong", item.if_wrong, Shape.TEXT, "What would follow if the assumption were wrong?"),
    )  # fmt: skip


def _references(case: Case, item: Item) -> tuple[Field, ...]:
    return (
        Field(
            "origin", "origin", item.origins, Shape.NAMES,
            "The person or record the source got it from, several with commas; empty: it saw this for itself.",
            {origin.id: f"{origin.who}, {origin.reliability or 'F'}" for origin in case.origins.values()},
        ),
        Field(
            "retells", "retells", item.retells, told="The address of the item that says the same thing first.",
            known=_texts(case, item), check=an_address,
        ),
    )  # fmt: skip


def _texts(case: Case, item: Item) -> Mapping[str, str]:
    """Every other item by its address."""
    return {address: other.text for address, other in case.items.items() if address != item.address}


def _tags(case: Case) -> Mapping[str, str]:
    """Tags and values that there are."""
    known = {f"{tag}={value}" for item in case.items.values() for tag, values in item.tags.items() for value in values}
    return dict.fromkeys(sorted(known), "")


def at_most_25_words(text: str) -> str:
    """What is wrong with a quotation."""
    number = len(text.split())
    return f"{number} words: quote 25 at most" if number > 25 else ""


def not_of_its_kind(texts: Mapping[str, str]) -> Collection[str]:
    """The fields that an item of this kind does not have, where nothing stands in them."""
    kind = texts.get("kind", "")
    return [name for name, kinds in OF_KIND.items() if kind not in kinds and not texts.get(name)]


def together(values: Values) -> Mapping[str, str]:
    """By field name, what is wrong with the values of an item together."""
    wrong = {}
    if values.get("changed") and not values.get("retells"):
        wrong["changed"] = "name the item it retells, or leave this empty"
    if values.get("kind") == Kind.ABSENCE.value:
        asked = {"looked_in": "say where one looked", "would_show": "say why it would have been seen there"}
        wrong.update({name: told for name, told in asked.items() if not values.get(name)})
    if values.get("kind") == Kind.ASSESSMENT.value and not values.get("rests_on"):
        wrong["rests_on"] = "name the items that this conclusion is drawn from"
    return wrong


def no_worse(item: Item) -> Callable[[Values], Mapping[str, str]]:
    """Says what is wrong with values together, but for what was wrong with the item before."""
    before = together(
        {"kind": item.kind.value, **{name: getattr(item, name) for name in ("retells", *OF_KIND, "changed")}}
    )
    return lambda values: {name: told for name, told in together(values).items() if name not in before}


def item(source: str, values: Values, taken: Collection[str]) -> Item:
    """The item that the values of a form make; without an id it gets one from its text."""

    def text(name: str) -> str:
        value = values.get(name, "")
        return value if isinstance(value, str) else ", ".join(value)

    def names(name: str) -> tuple[str, ...]:
        value: Value = values.get(name, ())
        return value if not isinstance(value, str) else (value,) if value else ()

    tags: dict[str, list[str]] = defaultdict(list)
    for given in names("tags"):
        tag, _, value = given.partition("=")
        tags[tag].append(value.strip())
    plain = {name: text(name) for name in _PLAIN}
    id_ = text("id") or proposed(plain["text"], taken)
    return Item(
        f"{source}/{id_}", kind=Kind(text("kind") or Kind.REPORT), origins=names("origin"), rests_on=names("rests_on"),
        tags={tag: tuple(of) for tag, of in tags.items()}, formerly=(), **plain,
    )  # fmt: skip


_PLAIN = (
    "text", "credibility", "because", "when", "reported", "at", "quote", "retells", "changed", "looked_in",
    "would_show", "marking", "standing", "if_wrong",
)  # fmt: skip
