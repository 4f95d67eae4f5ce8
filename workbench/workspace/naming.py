"""Which old ids stand for which present ones: `formerly`, resolved wherever an id is read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TypeVar

from workbench.model import Indicator, Item, Judgement, Matrix, Note, Origin, Overlap, Question, Row, Source

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Names:
    """Old names to present ones, for addresses, origins, suspects (sources and origins) and the hypotheses of each
    question.
    """  # noqa: D205

    addresses: Mapping[str, str] = field(default_factory=dict)
    origins: Mapping[str, str] = field(default_factory=dict)
    suspects: Mapping[str, str] = field(default_factory=dict)
    hypotheses: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def address(self, written: str) -> str:
        """The present address of an item."""
        return self.addresses.get(written, written)

    def suspect(self, written: str) -> str:
        """The present id of a source or an origin."""
        return self.suspects.get(written, written)

    def hypothesis(self, question: str, written: str) -> str:
        """The present id of a hypothesis."""
        return self.hypotheses.get(question, {}).get(written, written)

    def former(self, address: str) -> tuple[str, ...]:
        """The old addresses of an item, under which it may still stand in a matrix."""
        return _olds(self.addresses, address)

    def former_suspects(self, suspect: str) -> tuple[str, ...]:
        """The old ids of a source or an origin, under which it may still stand in a matrix."""
        return _olds(self.suspects, suspect)


def _olds(names: Mapping[str, str], present: str) -> tuple[str, ...]:
    return tuple(old for old, new in names.items() if new == present)


def names(
    questions: Iterable[Question],
    sources: Mapping[str, Source],
    origins: Mapping[str, Origin],
    items: Mapping[str, Item],
) -> Names:
    """Collect every `formerly`. An id that is in use today always means itself."""
    suspects: list[Source | Origin] = [*sources.values(), *origins.values()]
    return Names(
        addresses={old: i.address for i in items.values() for old in _former(i, sources) if old not in items},
        origins={old: o.id for o in origins.values() for old in o.formerly if old not in origins},
        suspects={old: s.id for s in suspects for old in s.formerly if old not in sources and old not in origins},
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
    return found._replace(maybe_same=tuple(known.origins.get(o, o) for o in found.maybe_same))


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
    return found._replace(likely=_renamed(known, question_id, found.likely))


def keys(written: Iterable[str], present: Callable[[str], str]) -> dict[str, str]:
    """Present name to the key that speaks for it, in the order of the file.

    Where a thing stands there under its present name and an old one, the present one counts; of
    several old ones the first. Whoever writes the file keeps to the same key.
    """
    found: dict[str, str] = {}
    for key in written:
        name = present(key)
        if key == name:
            found[name] = key
        else:
            found.setdefault(name, key)
    return found


def _present(written: Mapping[str, Value], present: Callable[[str], str]) -> dict[str, Value]:
    return {name: written[key] for name, key in keys(written, present).items()}


def _renamed(known: Names, question_id: str, by_hypothesis: Mapping[str, Value]) -> dict[str, Value]:
    return _present(by_hypothesis, partial(known.hypothesis, question_id))


def matrix(known: Names, found: Matrix) -> Matrix:
    """A matrix with everything in it under present names, without grades and checklists that say nothing."""
    asked = found.question
    if not known.addresses and not known.suspects and not known.hypotheses.get(asked):
        return _telling(found)
    present = replace(
        found,
        rows=_rows(known, asked, found.rows),
        notes={a: note(known, asked, n) for a, n in _present(found.notes, known.address).items()},
        grades=_present(found.grades, known.address),
        deceptive={s: _rows(known, asked, rows) for s, rows in _present(found.deceptive, known.suspect).items()},
        checks=_present(found.checks, known.suspect),
        looked=tuple(dict.fromkeys(map(known.address, found.looked))),
        judgement=found.judgement and judgement(known, asked, found.judgement),
    )
    return _telling(present)


def _telling(found: Matrix) -> Matrix:
    """A matrix without own grades, rows rated again and checklists in which nothing stands.

    Only under present names is it known which of them count: an empty one may stand before an old one.
    """
    if not (found.grades or found.deceptive or found.checks):
        return found
    again = {s: {a: row for a, row in rows.items() if row.ratings} for s, rows in found.deceptive.items()}
    return replace(
        found,
        grades={address: grade for address, grade in found.grades.items() if grade.credibility},
        deceptive={suspect: rows for suspect, rows in again.items() if rows},
        checks={suspect: answers for suspect, answers in found.checks.items() if answers},
    )


def _rows(known: Names, asked: str, rows: Mapping[str, Row]) -> dict[str, Row]:
    return {address: row(known, asked, found) for address, found in _present(rows, known.address).items()}


def row(known: Names, asked: str, found: Row) -> Row:
    """A row under present ids, which remembers the old ones it was written with."""
    present = keys(found.ratings, partial(known.hypothesis, asked))
    if all(name in found.ratings for name in present) and len(present) == len(found.ratings):
        return found
    written = {name: key for name, key in present.items() if name != key}
    return replace(found, ratings={name: found.ratings[key] for name, key in present.items()}, written=written)


def judgement(known: Names, asked: str, found: Judgement) -> Judgement:
    """A judgement under present ids."""
    return found._replace(likelihood=_renamed(known, asked, found.likelihood))


def note(known: Names, asked: str, found: Note) -> Note:
    """A note under present ids."""
    because, weighed = _renamed(known, asked, found.because), _renamed(known, asked, found.weighed)
    return found._replace(because=because, weighed=weighed)
