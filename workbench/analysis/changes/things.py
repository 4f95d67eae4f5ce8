"""Changes outside the matrices: questions with all that stands in their files, sources, origins and items."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from workbench.analysis.changes.side import Ids, Renames, Side
from workbench.analysis.changes.values import Field, How, Said, Thing
from workbench.model import Gap, Hypothesis, Indicator, Item, Origin, Overlap, Question, Selector, Source

Made = TypeVar("Made")
Fields = dict[str, Said]

_ITEM = (
    "text", "kind", "origins", "credibility", "because", "when", "reported", "at", "quote", "retells", "changed",
    "rests_on", "looked_in", "would_show", "marking", "standing", "if_wrong",
)  # fmt: skip
_SOURCE = (
    "title", "kind", "author", "publisher", "published", "accessed", "url", "archive", "sha256", "reliability",
    "because", "marking",
)  # fmt: skip
_ORIGIN = ("who", "access", "reliability", "because", "maybe_same")
_HYPOTHESIS = ("short", "statement", "expect", "expect_not", "status", "because", "into", "role")
_GAP = ("statement", "matters")
_INDICATOR = ("statement", "by", "status")


def things(before: Side, after: Side, renames: Renames) -> Iterator[Thing]:
    """What changed in evidence and hypotheses files; the ids of `before` are already those of `after`."""
    yield from _questions(before, after, renames)
    yield from _kind("source", before.sources, after.sources, _source, renames.sources)
    yield from _kind("origin", before.origins, after.origins, _origin, renames.origins)
    moved = renames.sources.renamed
    for thing in _kind("item", before.items, after.items, _item, renames.items):
        if thing.how is not How.RENAMED or not _with_its_source(thing, moved):
            yield thing


def _with_its_source(thing: Thing, moved: Mapping[str, str]) -> bool:
    """Whether an item has another address only because its source has another id."""
    source, _, own = thing.was_id.partition("/")
    return thing.id == f"{moved.get(source)}/{own}"


def _questions(before: Side, after: Side, renames: Renames) -> Iterator[Thing]:
    for q in dict.fromkeys((*before.questions, *after.questions)):
        old, new = before.questions.get(q), after.questions.get(q)
        if old is not new and old != new:
            yield from _question(q, old, new, renames.hypotheses.get(q, Ids()))


def _question(q: str, old: Question | None, new: Question | None, renamed: Ids) -> Iterator[Thing]:
    was, now = old or Question(q, ""), new or Question(q, "")
    head = _between(_asked(was), _asked(now))
    if old and new and (order := _order(list(was.hypotheses), list(now.hypotheses))):
        head = (*head, order)
    if head or old is None or new is None:
        yield Thing("question", q, How.ADDED if old is None else How.REMOVED if new is None else How.CHANGED, head, q)
    parts: tuple[tuple[str, Mapping[str, Any], Mapping[str, Any], Callable[[Any], Fields], Ids], ...] = (
        ("hypothesis", was.hypotheses, now.hypotheses, _hypothesis, renamed),
        ("overlap", _overlaps(was), _overlaps(now), _overlap, Ids()),
        ("gap", was.gaps, now.gaps, _gap, Ids()),
        ("indicator", was.indicators, now.indicators, _indicator, Ids()),
    )
    for kind, olds, news, fields, ids in parts:
        yield from (thing._replace(question=q) for thing in _kind(kind, olds, news, fields, ids))


def _order(was: Sequence[str], now: Sequence[str]) -> Field | None:
    """The order of those there on both sides, where it is another one."""
    stayed, stands = [h for h in was if h in now], [h for h in now if h in was]
    return Field("order", tuple(stayed), tuple(stands)) if stayed != stands else None


def _kind(
    kind: str,
    before: Mapping[str, Made],
    after: Mapping[str, Made],
    fields: Callable[[Made], Fields],
    ids: Ids,
) -> Iterator[Thing]:
    """What became of each thing of a kind: those that are there after, in their order, and then those that are gone."""
    old_ids = {new: old for old, new in ids.renamed.items()}
    for id_, thing in after.items():
        was_id = old_ids.get(id_, "")
        old = before.get(id_)
        if old is None:
            yield Thing(kind, id_, How.ADDED, _between({}, fields(thing)))
        elif changed := () if old is thing or old == thing else _between(fields(old), fields(thing)):
            yield Thing(kind, id_, How.CHANGED, changed, was_id=was_id)
        elif was_id:
            yield Thing(kind, id_, How.RENAMED, was_id=was_id)
    for id_, thing in before.items():
        if id_ not in after:
            yield Thing(kind, id_, How.REMOVED, _between(fields(thing), {}))
    yield from (Thing(kind, old, How.MERGED, into=new) for old, new in ids.merged.items())


def _between(was: Fields, now: Fields) -> tuple[Field, ...]:
    """The fields that say something else, in the order of the file."""
    names = dict.fromkeys((*now, *was))
    said = (Field(name, was.get(name, ""), now.get(name, "")) for name in names)
    return tuple(field for field in said if (field.was or "") != (field.now or ""))


def _named(thing: object, names: Sequence[str]) -> Fields:
    return {name: str(said) if isinstance(said, str) else said for name in names if (said := getattr(thing, name))}


def _asked(question: Question) -> Fields:
    scope = {f"scope.{name}": text for name, text in question.scope._asdict().items() if text}
    chosen: Fields = {"evidence": tuple(map(_selector, question.evidence))} if question.evidence else {}
    asked: Fields = {"question": question.text} if question.text else {}
    return asked | scope | _named(question, ("background", "marking", "cutoff", "blind")) | chosen


def _selector(selector: Selector) -> str:
    return " and ".join(f"{name} {text}" for name, text in selector._asdict().items() if text)


def _hypothesis(hypothesis: Hypothesis) -> Fields:
    return _named(hypothesis, _HYPOTHESIS)


def _overlaps(question: Question) -> dict[str, Overlap]:
    return {" + ".join(sorted(overlap.between)): overlap for overlap in question.overlap}


def _overlap(overlap: Overlap) -> Fields:
    return {"between": tuple(sorted(overlap.between)), "because": overlap.because}


def _gap(gap: Gap) -> Fields:
    return _named(gap, _GAP)


def _indicator(indicator: Indicator) -> Fields:
    return _named(indicator, _INDICATOR) | {f"likely.{h}": word for h, word in indicator.likely.items()}


def _source(source: Source) -> Fields:
    return _named(source, _SOURCE)


def _origin(origin: Origin) -> Fields:
    return _named(origin, _ORIGIN)


def _item(item: Item) -> Fields:
    found = _named(item, _ITEM)
    found = {"origin" if name == "origins" else name: said for name, said in found.items()}
    return found | {f"tags.{tag}": values for tag, values in item.tags.items() if values}
