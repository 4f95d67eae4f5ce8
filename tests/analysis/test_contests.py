"""A grade is contested where an analyst gives another one than the file; it is told by whom, and why."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.analysis.conftest import Build
from workbench.analysis.contests import contests
from workbench.analysis.marks import MarkKind, marks
from workbench.analysis.standing import standing
from workbench.model import Case, Kind, Matrix, OwnGrade


@pytest.fixture
def case(build: Build) -> Case:
    """`me` grades one item lower, `ann` another, and `bob` grades one as its file does."""
    grades = {"s/a": OwnGrade("4", "The film shows less.")}
    found = build({"s/a": "I C", "s/b": "C I", "s/c": "C C"}, grades=grades)
    others = {
        "ann": Matrix("q", "ann", grades={"s/b": OwnGrade("5")}),
        "bob": Matrix("q", "bob", grades={"s/b": OwnGrade("3"), "s/a": OwnGrade("2", "He was there.")}),
    }
    return replace(found, colleagues=others)


def told(case: Case, address: str, *, colleagues: bool = True) -> list[str]:
    return [contest.sentence for contest in contests(case, case.items[address], colleagues=colleagues)]


def test_by_whom_and_why(case: Case) -> None:
    assert told(case, "s/a") == [
        "me grades it 4, its file 3, because: The film shows less",
        "bob grades it 2, because: He was there",
    ]
    assert told(case, "s/b") == ["ann grades it 5"]
    assert told(case, "s/c") == []


def test_colleagues_are_kept_quiet_while_rating_is_blind(case: Case) -> None:
    assert told(case, "s/a", colleagues=False) == ["me grades it 4, its file 3, because: The film shows less"]
    assert told(case, "s/b", colleagues=False) == []


def test_nobody_contests_what_has_no_grade(case: Case) -> None:
    own = replace(case, items={"s/a": replace(case.items["s/a"], kind=Kind.ASSUMPTION)})
    ungraded = replace(case, items={"s/a": replace(case.items["s/a"], credibility="")})

    assert told(own, "s/a") == []
    assert told(ungraded, "s/a")[0].startswith("me grades it 4, its file not at all")


def test_the_row_is_marked_with_the_grade_that_counts(case: Case) -> None:
    marked = {a: [m.text for m in marks(standing(case), a) if m.kind is MarkKind.CONTESTED] for a in case.items}

    assert marked == {
        "s/a": [
            "C4, contested: me grades it 4, its file 3, because: The film shows less; "
            "bob grades it 2, because: He was there"
        ],
        "s/b": ["C3, contested: ann grades it 5"],
        "s/c": [],
    }


def test_a_matrix_that_is_not_complete_shows_no_colleagues_grade(case: Case) -> None:
    rows = {a: row for a, row in case.matrix.rows.items() if a != "s/c"}
    begun = standing(case.with_matrix(replace(case.matrix, rows=rows)))

    assert [m.text for m in marks(begun, "s/b") if m.kind is MarkKind.CONTESTED] == []
    assert [m.text for m in marks(begun, "s/a") if m.kind is MarkKind.CONTESTED] == [
        "C4, contested: me grades it 4, its file 3, because: The film shows less"
    ]
