"""A matrix: one analyst's ratings of the evidence against the hypotheses of a question."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from workbench.model.words import NOTHING, Level, Rating


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
    """What an analyst wrote beside a row: relevance, a reason for each cell, why it is parked."""

    relevance: Level = Level.MEDIUM
    because: Mapping[str, str] = NOTHING
    weighed: Mapping[str, str] = NOTHING
    parked: str = ""


class OwnGrade(NamedTuple):
    """Where this analyst grades an item's credibility (1 to 6) differently than its file does."""

    credibility: str
    because: str = ""


class Judgement(NamedTuple):
    """The analyst's own answer, apart from any computed score. Likelihoods are per cent."""

    likelihood: Mapping[str, float] = NOTHING
    confidence: str = ""
    because: str = ""
    differs_because: str = ""


NO_ROW = Row()

NO_NOTE = Note()


@dataclass(frozen=True, slots=True)
class Matrix:
    """One analyst's ratings for one question. `rows` and `notes` are keyed by item address."""

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

    def with_row(self, address: str, row: Row) -> Matrix:
        """This matrix with one row put in place of the old one."""
        return replace(self, rows={**self.rows, address: row})

    def with_note(self, address: str, note: Note) -> Matrix:
        """This matrix with one note put in place of the old one."""
        return replace(self, notes={**self.notes, address: note})
