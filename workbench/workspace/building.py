"""From the plain data of a file to the values of the model.

What has the wrong shape is left out here and reported elsewhere (`shapes`), so that one bad field
never keeps the rest of a file from loading. Nothing raises.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Any, TypeVar

from workbench.model import (
    CREDIBILITIES,
    Blind,
    Gap,
    Hypothesis,
    Indicator,
    Item,
    Judgement,
    Kind,
    Level,
    Matrix,
    Note,
    Origin,
    Overlap,
    OwnGrade,
    Question,
    Rating,
    Row,
    Scope,
    Selector,
    Source,
    Status,
    Weighing,
)

Data = Mapping[str, Any]
Member = TypeVar("Member", bound=StrEnum)
Made = TypeVar("Made")

NOTHING: Data = MappingProxyType({})
RATINGS = {rating.value: rating for rating in Rating}
KINDS = {kind.value: kind for kind in Kind}
WEIGHINGS = {weighing.value: weighing for weighing in Weighing}


def text(data: Data, key: str) -> str:
    """The text under a key, white space at its ends taken off; empty where there is none."""
    value = data.get(key)
    return value.strip() if isinstance(value, str) else ""


def texts(data: Data, key: str) -> tuple[str, ...]:
    """The texts under a key, which may hold one or a list of them."""
    value = data.get(key)
    if isinstance(value, str):
        return (value.strip(),)
    return tuple(v.strip() for v in value if isinstance(v, str)) if isinstance(value, list) else ()


def within(data: Data, key: str) -> Data:
    """The mapping under a key; an empty one where there is none."""
    value = data.get(key)
    return value if isinstance(value, dict) else NOTHING


def listed(data: Data, key: str) -> list[Data]:
    """The mappings in the list under a key."""
    value = data.get(key)
    return [v for v in value if isinstance(v, dict)] if isinstance(value, list) else []


def member(data: Data, key: str, default: Member) -> Member:
    """The word of a fixed vocabulary under a key; the default where it is absent or unknown."""
    try:
        return type(default)(text(data, key))
    except ValueError:
        return default


def _each(data: Data, key: str, make: Callable[[str, Data], Made]) -> dict[str, Made]:
    return {id_: make(id_, value) for id_, value in within(data, key).items() if isinstance(value, dict)}


def question(id_: str, path: str, data: Data) -> Question:
    """A question from a hypotheses file."""
    scope = within(data, "scope")
    return Question(
        id=id_,
        path=path,
        text=text(data, "question"),
        scope=Scope(text(scope, "who"), text(scope, "period"), text(scope, "means")),
        background=text(data, "background"),
        marking=text(data, "marking"),
        cutoff=text(data, "cutoff"),
        blind=_blind(data),
        evidence=tuple(
            Selector(text(s, "address"), text(s, "tag"), text(s, "period")) for s in listed(data, "evidence")
        ),
        hypotheses=_each(data, "hypotheses", _hypothesis),
        overlap=tuple(_overlaps(data)),
        gaps=_each(data, "gaps", lambda i, d: Gap(i, text(d, "statement"), text(d, "matters"))),
        indicators=_each(data, "indicators", _indicator),
    )


def _blind(data: Data) -> Blind:
    """Rows as they are rated where nothing is said; what cannot be read hides more, as nobody can unsee a rating."""
    given = data.get("blind")
    return Blind.ROW if given is None or text(data, "blind") in {"", Blind.ROW} else Blind.MATRIX


def _hypothesis(id_: str, data: Data) -> Hypothesis:
    return Hypothesis(
        id=id_,
        short=text(data, "short") or id_,
        statement=text(data, "statement"),
        expect=texts(data, "expect"),
        expect_not=texts(data, "expect_not"),
        status=member(data, "status", Status.ACTIVE),
        because=text(data, "because"),
        into=text(data, "into"),
        role=text(data, "role"),
        formerly=texts(data, "formerly"),
    )


def _overlaps(data: Data) -> Iterator[Overlap]:
    for overlap in listed(data, "overlap"):
        match texts(overlap, "between"):
            case (one, other):
                yield Overlap((one, other), text(overlap, "because"))


def _indicator(id_: str, data: Data) -> Indicator:
    likely = {h: v for h, v in within(data, "likely").items() if isinstance(v, str)}
    return Indicator(id_, text(data, "statement"), text(data, "by"), text(data, "status") or "open", likely)


def source(id_: str, path: str, data: Data) -> Source:
    """A source from the head of an evidence file."""
    head = within(data, "source")
    named = ("author", "publisher", "published", "accessed", "url", "archive", "sha256", "reliability", "because")
    return Source(
        id=id_,
        path=path,
        title=text(head, "title"),
        kind=text(head, "kind") or "document",
        marking=text(head, "marking"),
        formerly=texts(head, "formerly"),
        **{name: text(head, name) for name in named},
    )


def items(source_id: str, path: str, data: Data) -> dict[str, Item]:
    """The items of an evidence file, by address, in the order of the file."""
    made = _each(data, "items", lambda id_, d: _item(f"{source_id}/{id_}", path, d))
    return {item.address: item for item in made.values()}


_ITEM_TEXTS = frozenset(
    [
        "text",
        "credibility",
        "because",
        "when",
        "reported",
        "at",
        "quote",
        "retells",
        "changed",
        "looked_in",
        "would_show",
        "marking",
        "standing",
        "if_wrong",
    ]
)


def _item(address: str, path: str, data: Data) -> Item:
    """One item. A pool may hold ten thousand, so each field is looked at once."""
    written = {name: value.strip() for name, value in data.items() if name in _ITEM_TEXTS and isinstance(value, str)}
    return Item(
        address=address,
        path=path,
        kind=KINDS.get(text(data, "kind"), Kind.REPORT),
        origins=texts(data, "origin"),
        rests_on=texts(data, "rests_on"),
        formerly=texts(data, "formerly"),
        tags={tag: texts(tags, tag) for tag in tags} if (tags := within(data, "tags")) else {},
        **({"text": ""} | written),
    )


def origins(data: Data) -> dict[str, Origin]:
    """The origins of `evidence/origins.yaml`, by id."""
    named = ("who", "access", "reliability", "because")
    return _each(
        data,
        "origins",
        lambda id_, d: Origin(
            id=id_,
            maybe_same=texts(d, "maybe_same"),
            formerly=texts(d, "formerly"),
            **{name: text(d, name) for name in named},
        ),
    )


def matrix(question_id: str, analyst: str, path: str, data: Data) -> Matrix:
    """A matrix as written: ids are still those of the file, and there may be entries that say nothing (`naming`)."""
    order = within(data, "order")
    return Matrix(
        question=question_id,
        analyst=analyst,
        path=path,
        rows=_each(data, "rows", lambda _, d: row(d)),
        notes=_each(data, "notes", lambda _, d: note(d)),
        grades=_each(data, "grades", _own_grade),
        deceptive=_each(data, "deceptive", lambda _, d: {a: row(r) for a, r in d.items() if isinstance(r, dict)}),
        checks=_each(data, "checks", lambda _, d: {k: given for k in d if (given := text(d, k))}),
        seed=text(order, "seed"),
        looked=texts(order, "looked"),
        judgement=_judgement(within(data, "judgement")),
    )


def row(data: Data) -> Row:
    """A row as written; a cell that holds no rating is left out."""
    ratings = {h: RATINGS[r] for h, r in data.items() if isinstance(r, str) and r in RATINGS}
    ratings.pop("wording", None)  # the one key that is no hypothesis
    return Row(ratings, text(data, "wording"))


def note(data: Data) -> Note:
    """What is noted beside a row."""
    return Note(
        relevance=member(data, "relevance", Level.MEDIUM),
        because={h: v.strip() for h, v in within(data, "because").items() if isinstance(v, str)},
        weighed={h: WEIGHINGS[v] for h, v in within(data, "weighed").items() if isinstance(v, str) and v in WEIGHINGS},
        parked=text(data, "parked"),
    )


def _own_grade(_: str, data: Data) -> OwnGrade:
    """The analyst's own grade of an item; an empty one where it is none of the grades."""
    credibility = text(data, "credibility")
    return OwnGrade(credibility if credibility in CREDIBILITIES else "", text(data, "because"))


def _judgement(data: Data) -> Judgement | None:
    shares = {h: _number(v) for h, v in within(data, "likelihood").items()}
    made = Judgement(
        likelihood={h: share for h, share in shares.items() if share is not None},
        confidence=text(data, "confidence"),
        because=text(data, "because"),
        differs_because=text(data, "differs_because"),
        matrix=text(data, "matrix"),
    )
    return made if made.says else None


def _number(value: object) -> float | None:
    """A number; nothing where it is none, or has no end."""
    try:
        number = float(value) if isinstance(value, str) else math.nan
    except ValueError:
        return None
    return number if math.isfinite(number) else None
