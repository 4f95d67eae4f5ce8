"""The rating sheet: what a colleague without a terminal is given to fill in, settled once for every format.

It holds what a rating is about and how to rate, and nothing of anybody's judgement: no ratings, reasons, relevance,
parked rows or scores, whoever has made some. What it takes to read it back stands in it as well: the question, the
format of the sheet, and a mark of every wording, so that a row reworded meanwhile comes back as stale.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from workbench.analysis.narrowing import sentences
from workbench.model import (
    OWN_KINDS,
    RATING_MEANING,
    RATING_QUESTION,
    Case,
    Hypothesis,
    Item,
    Level,
    Question,
    Rating,
    Source,
    fingerprint,
)
from workbench.model.words import CREDIBILITY_MEANING, KIND_MEANING, RELIABILITY_MEANING

FORMAT = 1
"""The format of rating sheets this version prints and reads."""

SAYS = re.compile(r"Rating sheet of the question ([a-z0-9-]{1,60}) \(format (\d{1,6})\)")
"""The line that tells a rating sheet, as `identity` writes it."""

ADDRESS, EVIDENCE, ABOUT = "address", "evidence", "about it"
RELEVANCE, PARKED, WORDING = "relevance", "park this row because", "wording"
"""The names of columns. A line of marks above them is called by the last as well."""

PART = "only a part"
"""Leads the sentence that says which rows a sheet has, where these are not all."""

WHY = "why: "
"""What the name of a column of reasons begins with."""

GIVEN = (ADDRESS, EVIDENCE, ABOUT)
"""The columns that say what a row is about."""

HYPOTHESIS = re.compile(r"(why:)?.*\[\s*([a-z0-9-]+)\s*\]\s*", re.IGNORECASE | re.DOTALL)
"""The name of a column of ratings or reasons: the id of its hypothesis stands in brackets."""

RULES = (
    "Rate each cell by itself; whether a row separates the hypotheses is computed. What every hypothesis expects is "
    "C throughout, not N. A side activity is no inconsistency. For a report or an absence rate the content as if it "
    "were so: the grade carries the doubt. For a statement or a denial rate the fact that it was said."
)

STEPS = (
    ("each cell", RATING_QUESTION),
    ("how", RULES),
    (
        "why",
        "Say in the column of the same hypothesis why: for every I and II at least, since these decide.",
    ),
    ("relevance", "high or low, where the row matters more or less to the question than others; empty is medium."),
    ("park", "Where a row does not belong into the matrix, say why and leave its cells empty."),
    ("empty", "Leave a cell empty that you have not rated: that is neither N nor NA."),
    ("as it is", "Leave the names of the columns and the addresses as they are; rows may be sorted and left out."),
)
"""How to fill a sheet in."""


class SheetRow(NamedTuple):
    """An item on the sheet: what its file says of it beside its text, a line each, and the mark of its wording."""

    item: Item
    about: tuple[str, ...]
    mark: str


class RatingSheet(NamedTuple):
    """A rating sheet: the question, its active hypotheses and its items, in the order of the files."""

    question: Question
    hypotheses: tuple[Hypothesis, ...]
    rows: tuple[SheetRow, ...]
    sources: tuple[Source, ...]
    program: str
    part: str = ""
    """Which part of the rows it has, in a sentence; empty where it has all."""

    @property
    def identity(self) -> str:
        """What tells this sheet when it comes back."""
        return f"Rating sheet of the question {self.question.id} (format {FORMAT})"

    @property
    def heads(self) -> tuple[str, ...]:
        """The names of all columns: what a row is about, ratings, relevance, parking, reasons, mark of the wording."""
        ratings = (rating_head(hypothesis) for hypothesis in self.hypotheses)
        reasons = (reason_head(hypothesis) for hypothesis in self.hypotheses)
        return (*GIVEN, *ratings, RELEVANCE, PARKED, *reasons, WORDING)

    @property
    def marks(self) -> tuple[str, ...]:
        """The line above the names: over each column of ratings the mark of its hypothesis's statement."""
        ratings = (statement_mark(hypothesis.statement) for hypothesis in self.hypotheses)
        before, behind = len(GIVEN) - 1, len(self.hypotheses) + 3
        return (WORDING, *[""] * before, *ratings, *[""] * behind)

    def guidance(self) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
        """What to know before rating: parts with a title, each with words and what is to say of them."""
        scope = self.question.scope
        asked = (("who", scope.who), ("period", scope.period), ("means", scope.means), (PART, self.part))
        kinds = {row.item.kind for row in self.rows}
        return (
            ("The question", (("question", self.question.text), *(pair for pair in asked if pair[1]))),
            ("How to rate", STEPS),
            ("The ratings", tuple((rating.value, meaning) for rating, meaning in RATING_MEANING.items())),
            ("The hypotheses", tuple((f"{h.short} [{h.id}]", h.statement) for h in self.hypotheses)),
            ("Kinds of evidence", tuple((k.value, meaning) for k, meaning in KIND_MEANING.items() if k in kinds)),
            ("The sources", tuple((source.id, _described(source)) for source in self.sources)),
            ("Reliability of sources and origins", tuple(RELIABILITY_MEANING.items())),
            ("Credibility of an item", tuple(CREDIBILITY_MEANING.items())),
        )


def rating_sheet(case: Case, program: str) -> RatingSheet:
    """The sheet of a case; whose matrix the case holds makes no difference."""
    rows = tuple(SheetRow(item, tuple(_about(case, item)), text_mark(item.text)) for item in case.items.values())
    used = dict.fromkeys(item.source for item in case.items.values())
    sources = tuple(case.sources[name] for name in used if name in case.sources)
    return RatingSheet(case.question, case.hypotheses, rows, sources, program, _part(case))


def _part(case: Case) -> str:
    said = next(sentences(case, len(case.items)), "")
    return f"{said} Read back, the sheet leaves those as they are." if said else ""


def rating_head(hypothesis: Hypothesis) -> str:
    """The name of the column in which a hypothesis is rated."""
    return f"{hypothesis.short} [{hypothesis.id}]"


def reason_head(hypothesis: Hypothesis) -> str:
    """The name of the column that says why."""
    return f"{WHY}{rating_head(hypothesis)}"


def text_mark(text: str) -> str:
    """The mark of an item's text: the fingerprint of a row in which nothing is rated."""
    return fingerprint(text, ())


def statement_mark(statement: str) -> str:
    """The mark of a hypothesis's statement."""
    return fingerprint(statement, ())


LEVELS = (Level.HIGH.value, Level.MEDIUM.value, Level.LOW.value)
"""What relevance can be."""

CODES = tuple(rating.value for rating in Rating)
"""What a cell can be rated."""


def _about(case: Case, item: Item) -> Iterator[str]:
    """What the evidence files say of an item beside its text: what and when, where from, how credible and where."""
    reported = f"reported {item.reported}" if item.reported else ""
    credible = f"credibility {item.credibility}" if item.credibility else ""
    origins = (_origin(case, origin) for origin in item.origins)
    for parts in ((item.kind.value, item.when, reported), (_source(case, item), *origins), (credible, item.at)):
        if said := ", ".join(filter(None, parts)):
            yield said


def _source(case: Case, item: Item) -> str:
    source = case.sources.get(item.source)
    return _graded(item.source, source.reliability if source else "") if item.kind not in OWN_KINDS else "our own"


def _described(source: Source) -> str:
    if source.own:
        return "our own assumptions and arguments, which nobody grades"
    said = (source.title, source.author, source.publisher, source.published)
    return f"{', '.join(text for text in said if text not in {'', 'unknown'})}; reliability {source.reliability or '?'}"


def _origin(case: Case, origin: str) -> str:
    known = case.origins.get(origin)
    return f"from {_graded((known.who if known else '') or origin, known.reliability if known else '')}"


def _graded(name: str, reliability: str) -> str:
    return f"{name} ({reliability})" if reliability else f"{name} (not graded)"
