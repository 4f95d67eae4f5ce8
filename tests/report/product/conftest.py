"""Heuer's example with everything a report tells of: a judgement, gaps, indicators, a suspect, a second analyst."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from workbench.analysis.standing import standing
from workbench.model import (
    Case,
    Gap,
    Hypothesis,
    Indicator,
    Item,
    Judgement,
    Matrix,
    Note,
    Origin,
    Overlap,
    Question,
    Rating,
    Row,
    Source,
    Weighing,
    matrix_fingerprint,
)
from workbench.report.comparecontent import compare_content
from workbench.report.document import Document, Heading
from workbench.report.product import ReportContent, report_content, report_document

PROGRAM = "ach-workbench"

JUDGEMENT = Judgement(
    {"none": 20, "minor": 60, "major": 10, "other": 10},
    "low",
    "The order of the last two turns on one assumption, the loss of face.",
    "A grave insult is not swallowed in silence, which no row says.",
)

Made = Callable[..., ReportContent]
"""Makes the content of a report of a case."""


@pytest.fixture
def judged(heuer: Case) -> Case:
    """With judgement, overlap, gap, indicators, checklist and one inconsistency weighed."""
    question = replace(
        heuer.question,
        background="After the raid on Baghdad in June.",
        overlap=(Overlap(("minor", "major"), "It is minor as long as no US installation is its target."),),
        gaps={"orders": Gap("orders", "What were the agents told?", "Orders would settle it.")},
        indicators={
            "recall": Indicator("recall", "Agents are called home.", "1993-08", likely={"none": "HL", "minor": "HU"}),
            "rally": Indicator("rally", "A rally is held.", likely={"none": "C", "minor": "C", "major": "C"}),
        },
    )
    notes = dict(heuer.matrix.notes)
    note = notes["own/loss-of-face"]
    notes["own/loss-of-face"] = note._replace(weighed={"none": Weighing.SPECIAL_CASE})
    matrix = replace(
        heuer.matrix,
        judgement=JUDGEMENT,
        notes=notes,
        checks={"border-monitors": {"motive": "They want a larger budget."}},
        deceptive={"border-monitors": {"monitors/radio-traffic": Row({"none": Rating.C})}},
    )
    case = replace(heuer, question=question, matrix=matrix)
    mark = matrix_fingerprint(case)
    return case.with_matrix(replace(matrix, judgement=JUDGEMENT._replace(matrix=mark)))


@pytest.fixture
def team(judged: Case) -> Case:
    """The same with a colleague for whom nothing speaks against the first hypothesis, and much against the second."""
    ratings = {a: {**row.ratings, "none": Rating.C} for a, row in judged.matrix.rows.items()}
    ratings["own/loss-of-face"] = {"none": Rating.C, "minor": Rating.II, "major": Rating.II}
    rows = {a: replace(judged.matrix.rows[a], ratings=given) for a, given in ratings.items()}
    reason = Note(because={"minor": "THE COLLEAGUE'S REASON."})
    notes = {"own/loss-of-face": reason, "embassy/rumour": judged.matrix.notes["embassy/rumour"]}
    return replace(judged, colleagues={"zoe": Matrix("retaliation", "zoe", rows=rows, notes=notes)})


@pytest.fixture
def made() -> Made:
    """See `Made`; `reader` is the analyst who reads, where there is one who rates."""

    def made(case: Case, *, reader: str = "", **asked: object) -> ReportContent:
        compared = compare_content(case, PROGRAM, reader) if case.colleagues else None
        return report_content(standing(case), program=PROGRAM, compared=compared, **asked)  # type: ignore[arg-type]

    return made


def headings(document: Document) -> list[str]:
    """Those of parts."""
    return [block.text for block in document.blocks if isinstance(block, Heading) and not block.under]


@pytest.fixture
def report(made: Made) -> Callable[..., Document]:
    """The document of a case's report."""
    return lambda case, **asked: report_document(made(case, **asked))


@pytest.fixture(scope="module")
def large() -> Case:
    """A made case of 20 hypotheses and 2,000 rows, complete, with origins, tags and days."""
    hypotheses = {f"h{n}": Hypothesis(f"h{n}", f"Answer {n}", f"It was the answer {n}.") for n in range(20)}
    letters = [*Rating]
    items = {
        f"s{n % 40}/i{n}": Item(
            f"s{n % 40}/i{n}",
            f"Something was seen on occasion {n}.",
            origins=(f"o{n % 90}",),
            credibility=str(n % 6 + 1),
            when=f"20{n % 20:02}-{n % 12 + 1:02}",
            tags={"place": (f"p{n % 30}",)},
        )
        for n in range(2_000)
    }
    rows = {
        address: Row({h: letters[(n * 7 + m * (n % 5 + 1)) % len(letters)] for m, h in enumerate(hypotheses)}, "w0")
        for n, address in enumerate(items)
    }
    sources = {f"s{n}": Source(f"s{n}", f"Paper {n}", reliability="ABCDEF"[n % 6]) for n in range(40)}
    origins = {f"o{n}": Origin(f"o{n}", f"person {n}") for n in range(90)}
    question = Question("large", "Which answer?", hypotheses=hypotheses)
    return Case(question, items, sources, origins, Matrix("large", "ann", rows=rows))
