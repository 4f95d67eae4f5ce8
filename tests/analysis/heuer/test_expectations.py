from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from tests.matrices import with_row
from workbench.analysis.heuer import tasks
from workbench.analysis.heuer.expectations import Expectation, expectations, unspoken
from workbench.analysis.heuer.work import Work
from workbench.model import Case, Gap, Rating, Row

Build = Callable[..., Case]
TODAY = date(2026, 11, 22)


def asking(build: Build, text: str, *, rating: str = "C", expect: str = "", expect_not: str = "") -> Case:
    case = build({"s/a": f"{rating} C"})
    case = replace(case, items={"s/a": replace(case.items["s/a"], text=text)})
    first = case.question.hypotheses["h1"]._replace(
        expect=(expect,) if expect else (), expect_not=(expect_not,) if expect_not else ()
    )
    return replace(case, question=replace(case.question, hypotheses={**case.question.hypotheses, "h1": first}))


def open_in(case: Case) -> list[str]:
    return [expectation.text for expectation in unspoken(Work(case, TODAY))]


ARRIVAL = "Forty guards arrived at the oil sites in the Orinoco belt."


@pytest.mark.parametrize(
    "expect, rating, spoken",
    [
        ("men who guard oil works", "C", True),
        ("men who guard oil works", "-", True),
        ("men who guard oil works", "N", False),
        ("men who guard oil works", "NA", False),
        ("sightings of guards", "C", False),
        ("sightings of guards", "CC", True),
        ("guards", "C", True),
        ("flights with spare parts", "CC", False),
        ("the and of", "N", False),
        ("the and of", "C", True),
    ],
)
def test_an_item_speaks_to_what_it_shares_words_with(build: Build, expect: str, rating: str, spoken: bool) -> None:
    assert open_in(asking(build, ARRIVAL, rating=rating, expect=expect)) == ([] if spoken else [expect])


@pytest.mark.parametrize("rating, spoken", [("I", True), ("II", True), ("C", False), ("CC", False)])
def test_what_should_not_be_seen_is_spoken_to_by_what_contradicts(build: Build, rating: str, spoken: bool) -> None:
    case = asking(build, ARRIVAL, rating=rating, expect_not="guards sent home")

    assert bool(open_in(case)) != spoken


def test_a_gap_takes_an_expectation_up(build: Build) -> None:
    case = asking(build, ARRIVAL, expect="flights with spare parts")
    gap = Gap("parts", "Were parts flown in?", "It would tell of spare flights.")

    assert open_in(case) == ["flights with spare parts"]
    assert open_in(replace(case, question=replace(case.question, gaps={"parts": gap}))) == []


def test_the_question_of_both_sorts(build: Build) -> None:
    case = asking(build, ARRIVAL, expect="flights of parts.", expect_not="a quiet harbour")

    assert expectations(case) == (
        Expectation("h1", "flights of parts.", expected=True),
        Expectation("h1", "a quiet harbour", expected=False),
    )
    assert [t.sentence for t in tasks(case, 4, TODAY) if t.part] == [
        "H1 expects: flights of parts. No row seems to speak to that: is it a gap, or an absence?",
        "H1 does not expect: a quiet harbour. No row seems to speak to that: is it a gap?",
    ]


def test_nothing_is_asked_before_there_is_evidence(build: Build) -> None:
    case = replace(asking(build, ARRIVAL, expect="flights of parts"), items={})

    assert tasks(case, 4, TODAY) == ()


def test_a_rating_changes_what_is_spoken_to_at_once(build: Build) -> None:
    case = asking(build, ARRIVAL, expect="men who guard oil works", rating="N")
    rated = case.with_matrix(with_row(case.matrix, "s/a", Row({"h1": Rating.I, "h2": Rating.C})))

    assert (bool(open_in(case)), bool(open_in(rated))) == (True, False)
