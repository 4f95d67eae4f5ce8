"""Which old ids stand for which present ones: `formerly`, resolved wherever an id is read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from workbench.model import Indicator, Item, Matrix, Note, Origin, Overlap, Question, Row, Source

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Names:
    """Old names to present ones, for addresses, origins and the hypotheses of each question."""

    addresses: Mapping[str, str] = field(default_factory=dict)
    origins: Mapping[str, str] = field(default_factory=dict)
    hypotheses: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def address(self, written: str) -> str:
        """The present address of an item."""
        return self.addresses.get(written, written)

    def hypothesis(self, question: str, written: str) -> str:
        """The present id of a hypothesis."""
        return self.hypotheses.get(question, {}).get(written, written)

    def former(self, address: str) -> tuple[str, ...]:
        """The old addresses of an item, under which it may still stand in a matrix."""
        return tuple(old for old, new in self.addresses.items() if new == address)


def names(
    questions: Iterable[Question], sources: Mapping[str, Source], origins: Iterable[Origin], items: Mapping[str, Item]
) -> Names:
    """Collect every `formerly`. An id that is in use today always means itself."""
    return Names(
        addresses={old: i.address for i in items.values() for old in _former(i, sources) if old not in items},
        origins={old: o.id for o in origins for old in o.formerly},
        hypotheses={
            q.id: {old: h.id for h in q.hypotheses.values() for old in h.formerly if old not in q.hypotheses}
            for q in questions
        },
    )


def _former(item: Item, sources: Mapping[str, Source]) -> Iterable[str]:
    renamed = sources[item.source].formerly if item.source in sources else ()
    if not renamed and not item.formerly:
        return ()
    return [f"{s}/{i}" for s in (item.source, *renamed) for i in (item.id, *item.formerly)]


def item(known: Names, found: Item) -> Item:
    """An item with its references under present names."""
    if not (found.retells or found.rests_on or (found.origins and known.origins)):
        return found
    return replace(
        found,
        origins=tuple(known.origins.get(o, o) for o in found.origins),
        retells=known.address(found.retells),
        rests_on=tuple(map(known.address, found.rests_on)),
    )


def origin(known: Names, found: Origin) -> Origin:
    """An origin with its references under present names."""
    return replace(found, maybe_same=tuple(known.origins.get(o, o) for o in found.maybe_same))


def question(known: Names, found: Question) -> Question:
    """A question with its references under present names."""
    if not known.hypotheses.get(found.id):
        return found
    return replace(
        found,
        overlap=tuple(
            Overlap((known.hypothesis(found.id, o.between[0]), known.hypothesis(found.id, o.between[1])), o.because)
            for o in found.overlap
        ),
        indicators={i.id: _indicator(known, found.id, i) for i in found.indicators.values()},
    )


def _indicator(known: Names, question_id: str, found: Indicator) -> Indicator:
    return replace(found, likely=_renamed(known, question_id, found.likely))


def _renamed(known: Names, question_id: str, by_hypothesis: Mapping[str, Value]) -> dict[str, Value]:
    return {known.hypothesis(question_id, h): value for h, value in by_hypothesis.items()}


def matrix(known: Names, found: Matrix) -> Matrix:
    """A matrix with its addresses and hypotheses under present names."""
    if not known.addresses and not known.hypotheses.get(found.question):
        return found
    asked = found.question
    return replace(
        found,
        rows={known.address(a): _row(known, asked, row) for a, row in found.rows.items()},
        notes={known.address(a): _note(known, asked, note) for a, note in found.notes.items()},
        grades={known.address(a): grade for a, grade in found.grades.items()},
        deceptive={
            suspect: {known.address(a): _row(known, asked, row) for a, row in rows.items()}
            for suspect, rows in found.deceptive.items()
        },
        looked=tuple(map(known.address, found.looked)),
        judgement=found.judgement
        and replace(found.judgement, likelihood=_renamed(known, asked, found.judgement.likelihood)),
    )


def _row(known: Names, asked: str, row: Row) -> Row:
    written = {known.hypothesis(asked, h): h for h in row.ratings if known.hypothesis(asked, h) != h}
    return replace(row, ratings=_renamed(known, asked, row.ratings), written=written) if written else row


def _note(known: Names, asked: str, note: Note) -> Note:
    because, weighed = _renamed(known, asked, note.because), _renamed(known, asked, note.weighed)
    return replace(note, because=because, weighed=weighed)
