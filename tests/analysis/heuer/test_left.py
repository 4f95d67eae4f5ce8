from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.matrices import with_row
from workbench.analysis import standing
from workbench.analysis.heuer import GUIDANCE, STEPS, StepLeft, next_step, steps, tasks
from workbench.analysis.narrowing import narrowed
from workbench.model import (
    Case,
    Condition,
    Indicator,
    Judgement,
    Kind,
    Matrix,
    Narrowing,
    Note,
    Question,
    Weighing,
)

Build = Callable[..., Case]
Cases = st.SearchStrategy[Case]
TODAY = date(2026, 11, 22)

BY_RATINGS = {"against-all", "separates-nothing", "uncontradicted", "untested"}
BY_RATINGS |= {"inconsistency-not-weighed", "difference-without-reason"}


def names(case: Case, number: int, *, looking: bool = False) -> list[str]:
    return [task.kind.name for task in tasks(case, number, TODAY, looking=looking)]


def finished(build: Build) -> Case:
    """A case in which nothing is left in any step."""
    judgement = Judgement({"h1": 60, "h2": 40}, "low", "So it is.")
    weighed = {"s/a": Note(weighed={"h1": Weighing.ERROR})}
    case = build({"s/a": "I C", "s/b": "C II"}, notes=weighed, judgement=judgement)
    hypotheses = {h.id: h._replace(expect_not=("A thing.",)) for h in case.hypotheses}
    watched = {"x": Indicator("x", "A sign.", "2027", likely={"h1": "HL", "h2": "U"})}
    return replace(case, question=replace(case.question, hypotheses=hypotheses, indicators=watched))


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_the_steps_count_what_the_lists_hold(cases: Cases, data: st.DataObject) -> None:
    case = data.draw(cases)
    looking = data.draw(st.booleans())
    found = steps(case, TODAY, looking=looking)

    assert [step.number for step in found] == list(range(1, 9))
    for step in found:
        listed = [t for t in tasks(case, step.number, TODAY, looking=looking) if t.kind.step == step.number]
        assert step.left == sum(t.number for t in listed if t.kind.must)
        assert step.asked == sum(not t.kind.must for t in listed)
        assert step.name == STEPS[step.number - 1]
        assert all("{" not in t.sentence for t in listed)
        assert step.todo
    assert found == steps(case, TODAY, standing(case), looking=looking)


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_nothing_tells_where_ratings_lead_before_all_are_there(cases: Cases, data: st.DataObject) -> None:
    case = data.draw(cases)
    told = {task.kind.name for number in range(1, 9) for task in tasks(case, number, TODAY, standing(case))}

    if not case.complete:
        assert not told & BY_RATINGS
    assert steps(case, TODAY)[2].left == standing(case).unrated


def test_an_empty_question_begins_at_the_beginning() -> None:
    found = steps(Case(Question("q", "?"), {}, {}, {}, Matrix("q", "me")), TODAY)

    assert next_step(found) == StepLeft(1, "Hypotheses", 1, "write at least two hypotheses that compete", False, 3)
    assert [step.left for step in found] == [1, 1, 0, 0, 1, 0, 0, 1]
    assert not any(step.done for step in found)
    assert [step.todo for step in found[2:4]] == [
        "comes when there are hypotheses and evidence",
        "comes when every cell is rated",
    ]


def test_a_finished_case_is_ready_to_print(build: Build) -> None:
    found = steps(finished(build), TODAY)

    assert all(step.done for step in found)
    assert [step.left for step in found] == [0] * 8
    assert next_step(found).todo == "print it: `ach report`"


@pytest.mark.parametrize("step", [4, 5, 6, 7])
def test_later_steps_wait_for_the_matrix(build: Build, step: int) -> None:
    case = finished(build)
    open_again = case.with_matrix(with_row(case.matrix, "s/b", case.matrix.row("s/b").rate("h1", None)))
    found = steps(open_again, TODAY)

    assert not found[step - 1].done
    assert (next_step(found).number, next_step(found).todo) == (3, "rate 1 cell")


def test_indicators_come_before_the_report(build: Build) -> None:
    case = finished(build)
    unwatched = replace(case, question=replace(case.question, indicators={}))

    assert next_step(steps(unwatched, TODAY)).number == 8


def test_a_slice_is_no_way_round_blind_rating(build: Build) -> None:
    case = build({"s/a": "I I", "s/b": "C -"}, items={"s/b": {"kind": Kind.DENIAL}})
    part = narrowed(case, Narrowing((Condition("kind", "report"),)))
    found = steps(part, TODAY)

    assert "against-all" not in names(part, 4)
    assert "against-all" in names(part, 4, looking=True)
    assert (found[2].left, found[2].done, found[3].done) == (0, True, False)


def test_a_standing_of_another_case_is_not_used(build: Build) -> None:
    case, other = build({"s/a": "I C"}), build({"s/a": "C I"})

    assert [t.hypothesis for t in tasks(case, 5, TODAY, standing(other))] == [
        t.hypothesis for t in tasks(case, 5, TODAY)
    ]


def test_several_kinds_of_work_stand_side_by_side(build: Build) -> None:
    case = build({"s/a": "C I", "s/b": "C I", "t/a": "C C"}, items={a: {"credibility": ""} for a in ("s/a", "s/b")})
    ungraded = replace(case, sources={})

    assert steps(ungraded, TODAY)[1].todo == "grade the credibility of 2 items; grade the reliability of 2 sources"


def test_there_is_no_ninth_step_and_nothing_left_in_the_report(build: Build) -> None:
    assert tasks(build({"s/a": "C I"}), 7, TODAY) == ()
    with pytest.raises(KeyError):
        tasks(build({"s/a": "C I"}), 9, TODAY)


def test_every_step_has_its_guidance() -> None:
    assert [step.number for step in GUIDANCE] == list(range(1, 9))
    assert (
        *("Hypotheses", "Evidence", "Matrix", "Refine"),
        *("Conclude", "Sensitivity", "Report", "Indicators"),
    ) == STEPS
    assert all(text[-1] in ".?" for step in GUIDANCE for text in (step.text, *step.hints))
