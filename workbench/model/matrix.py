"""A matrix: one analyst's ratings of the evidence against the hypotheses of a question."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import Any, NamedTuple

from workbench.model.words import NOTHING, Level, Rating, Weighing


@dataclass(frozen=True, slots=True)
class Row:
    """One analyst's ratings of one item: hypothesis id to rating; what is absent is unrated.

    `wording` is the fingerprint of what was rated (see `fingerprint`), empty in a row written by
    hand. `written` maps hypothesis ids to the old ids they stand under in the file, where renamed.
    """

    ratings: Mapping[str, Rating] = field(default_factory=dict)
    wording: str = ""
    written: Mapping[str, str] = field(default_factory=dict, compare=False)

    def rate(self, hypothesis: str, rating: Rating | None) -> Row:
        """This row with one cell rated anew, or cleared with `None`."""
        ratings = dict(self.ratings)
        if rating is None:
            ratings.pop(hypothesis, None)
        else:
            ratings[hypothesis] = rating
        return replace(self, ratings=ratings)


class Note(NamedTuple):
    """What an analyst wrote beside a row: relevance, a reason for each cell, what its inconsistencies
    come to, and why it is parked.
    """  # noqa: D205

    relevance: Level = Level.MEDIUM
    because: Mapping[str, str] = NOTHING
    weighed: Mapping[str, Weighing] = NOTHING
    parked: str = ""


class OwnGrade(NamedTuple):
    """Where this analyst grades an item's credibility (1 to 6) differently than its file does."""

    credibility: str
    because: str = ""


class Judgement(NamedTuple):
    """The analyst's own answer, apart from any computed score. Likelihoods are per cent, by hypothesis or `other`.

    `matrix` is the fingerprint of the matrix it was made on (see `judged`), empty in one written by hand.
    """

    likelihood: Mapping[str, float] = NOTHING
    confidence: str = ""
    because: str = ""
    differs_because: str = ""
    matrix: str = ""

    @property
    def says(self) -> bool:
        """Whether anything is judged: a fingerprint alone is nothing."""
        return bool(self.likelihood or self.confidence or self.because or self.differs_because)


class Part(NamedTuple):
    """One part of a matrix, which is edited, kept, written and merged by itself.

    `field` is a field of `Matrix`, and `keys` lead to the part in it: rows, notes and grades go by address, the rows of
    `deceptive` by suspect and address, checklists by suspect; `seed`, `looked` and `judgement` are parts as they are.
    """

    field: str
    keys: tuple[str, ...] = ()


Value = Any
"""What stands in a part: a `Row`, a `Note`, an `OwnGrade` or nothing, a checklist, a seed, addresses, a `Judgement`
or nothing. Which of them is told by the part."""

NO_ROW = Row()

NO_NOTE = Note()

_EMPTY: Mapping[str, Value] = {
    "rows": NO_ROW,
    "notes": NO_NOTE,
    "grades": None,
    "deceptive": NO_ROW,
    "checks": NOTHING,
}
"""What stands in a part that nobody has written, by field."""


@dataclass(frozen=True, slots=True)
class Matrix:
    """One analyst's ratings for one question. `rows`, `notes` and `grades` are keyed by item address.

    `deceptive` holds, for each suspected source or origin, rows rated again as if it wanted us to believe them, and
    `checks` what was answered on its checklist, by the questions of `CHECKLIST`; neither has empty entries.
    """

    question: str
    analyst: str
    path: str = field(default="", compare=False)
    rows: Mapping[str, Row] = field(default_factory=dict)
    notes: Mapping[str, Note] = field(default_factory=dict)
    grades: Mapping[str, OwnGrade] = field(default_factory=dict)
    deceptive: Mapping[str, Mapping[str, Row]] = field(default_factory=dict)
    checks: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    seed: str = ""
    looked: tuple[str, ...] = ()
    judgement: Judgement | None = None

    def row(self, address: str) -> Row:
        """The row of an item; an empty one where nothing of it is rated."""
        return self.rows.get(address, NO_ROW)

    def note(self, address: str) -> Note:
        """What is noted beside an item's row; an empty note where nothing is."""
        return self.notes.get(address, NO_NOTE)

    def part(self, part: Part) -> Value:
        """What stands in a part; what is empty there, where nobody has written it."""
        name, keys = part
        held = getattr(self, name)
        for key in keys[:-1]:
            held = held.get(key, NOTHING)
        return held.get(keys[-1], _EMPTY[name]) if keys else held

    def with_parts(self, values: Mapping[Part, Value]) -> Matrix:
        """This matrix with parts put in place of the old ones."""
        fields: dict[str, Any] = {}
        for (name, keys), value in values.items():
            if not keys:
                fields[name] = value
                continue
            if name not in fields:
                fields[name] = dict(getattr(self, name))
            if name in _LASTING:
                fields[name][keys[0]] = value
            else:
                _put(fields[name], keys, value, _EMPTY[name])
        return replace(self, **fields)


def differing(*matrices: Matrix) -> Iterator[Part]:
    """The parts in which not all of these matrices say the same, in the order of the first that has them."""
    for name in ("rows", "notes", "grades", "checks"):
        yield from (Part(name, keys) for keys in _differing([getattr(m, name) for m in matrices], _EMPTY[name]))
    for suspect in dict.fromkeys(chain.from_iterable(m.deceptive for m in matrices)):
        rows = [m.deceptive.get(suspect, NOTHING) for m in matrices]
        yield from (Part("deceptive", (suspect, *keys)) for keys in _differing(rows, NO_ROW))
    for name in ("seed", "looked", "judgement"):
        first, *others = (getattr(m, name) for m in matrices)
        if any(other != first for other in others):
            yield Part(name)


def _differing(held: Sequence[Mapping[str, Value]], empty: Value) -> Iterator[tuple[str]]:
    for key in dict.fromkeys(chain.from_iterable(held)):
        first, *others = (entries.get(key, empty) for entries in held)
        if any(other is not first and other != first for other in others):
            yield (key,)


_LASTING = frozenset({"rows", "notes"})
"""Fields in which an emptied part keeps its place: its line stays in the file as well."""


def _put(held: dict[str, Any], keys: tuple[str, ...], value: Value, empty: Value) -> None:
    """Put a value into a mapping of our own; where it is the empty one, take out what is there."""
    first, *rest = keys
    if rest:
        inner = dict(held.get(first, NOTHING))
        _put(inner, tuple(rest), value, empty)
        value, empty = inner, NOTHING
    if value == empty:
        held.pop(first, None)
    else:
        held[first] = value
