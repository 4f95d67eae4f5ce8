from collections.abc import Callable
from typing import Any

import pytest

from workbench.analysis.methods import scale
from workbench.analysis.points import Points
from workbench.analysis.weights import RELIABILITY, Weight, grade, weight
from workbench.model import Case, Kind, Level, Note, OwnGrade, Rating
from workbench.model.admiralty import LETTERS, reliability

Build = Callable[..., Case]


def only(build: Build, source: str, item: dict[str, Any], **rest: Any) -> tuple[Case, Any]:
    case = build({"s/a": "I C"}, {"s/a": item}, {"s": source}, **rest)
    return case, case.items["s/a"]


@pytest.mark.parametrize(
    ("source", "digit", "level", "marked", "label"),
    [
        ("A", "1", Level.HIGH, False, "A1"),
        ("B", "2", Level.HIGH, False, "B2"),
        ("A", "3", Level.MEDIUM, False, "A3"),
        ("C", "1", Level.MEDIUM, False, "C1"),
        ("A", "4", Level.LOW, False, "A4"),
        ("E", "1", Level.LOW, False, "E1"),
        ("B", "6", Level.MEDIUM, True, "B6"),
        ("F", "1", Level.MEDIUM, True, "F1"),
        ("F", "5", Level.LOW, True, "F5"),
        ("B", "", Level.MEDIUM, True, "B?"),
        ("", "2", Level.MEDIUM, True, "?2"),
        ("F", "", Level.MEDIUM, True, "F?"),
        ("G", "9", Level.MEDIUM, True, "??"),
    ],
)
def test_the_weaker_part_decides_and_what_cannot_be_judged_is_medium_and_marked(
    build: Build, source: str, digit: str, level: Level, marked: bool, label: str
) -> None:
    found = grade(*only(build, source, {"credibility": digit}))
    assert (found.level, found.marked, str(found)) == (level, marked, label)


def test_every_letter_is_worth_something_and_none_more_than_one_before_it() -> None:
    assert tuple(RELIABILITY) == LETTERS
    assert list(RELIABILITY.values()) == sorted(RELIABILITY.values(), key=list(Level).index, reverse=True)


@pytest.mark.parametrize("kind", [Kind.ASSUMPTION, Kind.ARGUMENT])
def test_our_own_has_no_grade(build: Build, kind: Kind) -> None:
    found = grade(*only(build, "E", {"kind": kind, "credibility": "5"}))
    assert (found.level, found.marked, str(found)) == (Level.MEDIUM, False, "own")


@pytest.mark.parametrize(
    ("source", "origins", "letter"),
    [
        ("B", (), "B"),
        ("A", ("good",), "A"),
        ("B", ("bad",), "D"),
        ("E", ("good",), "E"),
        ("A", ("ungraded",), "F"),
        ("A", ("unheard-of",), "F"),
        ("D", ("ungraded",), "D"),
        ("B", ("bad", "good"), "B"),
        ("B", ("bad", "ungraded"), "F"),
        ("", ("good",), "?"),
    ],
)
def test_reliability_is_the_weakest_link_and_the_best_of_several_origins(
    build: Build, source: str, origins: tuple[str, ...], letter: str
) -> None:
    graded = {"good": "A", "bad": "D", "ungraded": ""}
    assert reliability(*only(build, source, {"origins": origins}, origins=graded)) == letter


def test_the_analyst_grades_an_item_differently(build: Build) -> None:
    found = grade(*only(build, "A", {"credibility": "1"}, grades={"s/a": OwnGrade("4")}))
    assert (str(found), found.level) == ("A4", Level.LOW)


def test_an_unknown_source_is_not_judged(build: Build) -> None:
    case, item = only(build, "A", {"credibility": "1"})
    assert str(grade(Case(case.question, case.items, {}, {}, case.matrix), item)) == "?1"


def test_weight_takes_relevance_in(build: Build) -> None:
    case, item = only(build, "B", {"credibility": "2"}, notes={"s/a": Note(Level.HIGH)})
    assert weight(case, item) == Weight(Level.HIGH, Level.HIGH)
    assert weight(case, item).exponent == 2


@pytest.mark.parametrize(
    ("credibility", "relevance", "i", "ii"),
    [
        (Level.LOW, Level.LOW, Points(1), Points(2)),  # 0.5 and 1
        (Level.LOW, Level.MEDIUM, Points(0, 1), Points(0, 2)),  # 0.7071
        (Level.LOW, Level.HIGH, Points(2), Points(4)),
        (Level.MEDIUM, Level.MEDIUM, Points(2), Points(4)),
        (Level.MEDIUM, Level.HIGH, Points(0, 2), Points(0, 4)),  # 1.4142
        (Level.HIGH, Level.HIGH, Points(4), Points(8)),  # 2 and 4
    ],
)
def test_points_of_a_cell_are_those_of_parc(credibility: Level, relevance: Level, i: Points, ii: Points) -> None:
    by_weight = scale("parc-weighted", Weight(credibility, relevance))
    count = scale("inconsistency-count", Weight(credibility, relevance))
    assert (by_weight[Rating.I], by_weight[Rating.II]) == (i, ii)
    assert (count[Rating.I], count[Rating.II]) == (Points(2), Points(4))
    assert not any(table[r] for table in (by_weight, count) for r in (Rating.CC, Rating.C, Rating.N, Rating.NA))
