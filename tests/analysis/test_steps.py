from collections.abc import Callable, Iterator, Mapping
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.analysis.varied import dense_cases, grid
from workbench.analysis import standing
from workbench.analysis.methods import ADDITIVE
from workbench.analysis.sensitivity import Step, sensitivity
from workbench.analysis.weights import OWN, Weight, grade
from workbench.model import Case, Kind, Level, Note

Build = Callable[..., Case]
Cases = st.SearchStrategy[Case]
LEVELS = list(Level)


def steps(case: Case) -> list[Step]:
    return list(sensitivity(standing(case)).steps)


def rows(case: Case) -> set[tuple[str, str, bool]]:
    return {(step.what, step.id, step.up) for step in steps(case) if step.what in ("grade", "relevance")}


def test_a_step_of_either_weight_breaks_a_tie(build: Build) -> None:
    case = build({"s/a": "I C", "s/b": "C I"})
    assert Step("grade", "s/a", ("s/a",), True, Level.MEDIUM, Level.HIGH, ("h2",)) in steps(case)
    assert Step("relevance", "s/a", ("s/a",), False, Level.MEDIUM, Level.LOW, ("h1",)) in steps(case)
    assert rows(case) == {(what, a, up) for what in ("grade", "relevance") for a in case.items for up in (True, False)}


def test_there_is_no_step_past_the_ends(build: Build) -> None:
    items = {"s/a": {"credibility": "1"}, "s/b": {"credibility": "5"}}
    tie = build(
        {"s/a": "II C", "s/b": "C II"}, items, {"s": "A"}, notes={"s/b": Note(Level.HIGH), "s/a": Note(Level.LOW)}
    )
    moves = {("grade", "s/a", False), ("relevance", "s/a", True), ("grade", "s/b", True), ("relevance", "s/b", False)}
    assert rows(tie) == moves


def test_our_own_thinking_has_no_grade_to_step(build: Build) -> None:
    items = {"s/a": {"kind": Kind.ASSUMPTION, "credibility": ""}, "s/b": {}}
    case = build({"s/a": "I C", "s/b": "C I"}, items)
    assert ("grade", "s/a", True) not in rows(case)
    assert ("relevance", "s/a", True) in rows(case)
    assert [step.items for step in steps(case) if step.what == "source"] == [("s/b",), ("s/b",)]


def test_a_source_moves_all_its_rows_that_can_move(build: Build) -> None:
    items = {"a/x": {"credibility": "1"}, "a/y": {}, "b/x": {}}
    rows = {"a/x": "I C", "a/y": "I C", "b/x": "C II"}
    down = Step("source", "a", ("a/x", "a/y"), False, None, None, ("h1",))
    assert down in steps(build(rows, items, {"a": "A", "b": "C"})), "2.4 against 2 becomes 1.7"
    up = Step("source", "a", ("a/y",), True, None, None, ("h1", "h2"))
    assert up in steps(build(rows, items, {"a": "A", "b": "C"}, notes={"b/x": Note(Level.HIGH)})), "1.4 twice is 2.8"


@settings(max_examples=80, deadline=None)
@given(st.data())
def test_they_are_all_the_steps_that_change_who_leads(cases: Cases, data: st.DataObject) -> None:
    case = data.draw(st.one_of(cases, dense_cases(cases, 6)))
    method = data.draw(st.sampled_from(ADDITIVE))
    now = grid(case, method)
    before = now.leading() if now.tested else ()
    expected = set()
    for what, name, up, weights in variations(case):
        after = now.weighing(weights).leading() if now.tested else ()
        if after != before:
            expected.add((what, name, up, tuple(sorted(weights)), after))
    found = sensitivity(standing(case), method).steps
    assert {(step.what, step.id, step.up, step.items, step.leading) for step in found} == expected
    assert len(found) == len(expected)


def variations(case: Case) -> Iterator[tuple[str, str, bool, Mapping[str, Weight]]]:
    """Every step there is, with the weights of the rows that it moves."""
    weights = dict(grid(case, ADDITIVE[0]).weights)
    graded = {a: w for a, w in weights.items() if grade(case, case.items[a]) is not OWN}
    groups: dict[tuple[str, str], list[str]] = {("origin", o): rows for o, rows in told(case).items()}
    for a in weights:
        groups.setdefault(("source", case.items[a].source), []).append(a)
    for up in (True, False):
        for a, (credibility, relevance) in weights.items():
            if (level := moved(relevance, up=up)) is not relevance:
                yield "relevance", a, up, {a: Weight(credibility, level)}
            if a in graded and (level := moved(credibility, up=up)) is not credibility:
                yield "grade", a, up, {a: Weight(level, relevance)}
        for (what, name), members in groups.items():
            steps = {
                a: graded[a]._replace(credibility=moved(graded[a].credibility, up=up)) for a in members if a in graded
            }
            if steps := {a: w for a, w in steps.items() if w != weights[a]}:
                yield what, name, up, steps


def told(case: Case) -> dict[str, list[str]]:
    losses = sensitivity(standing(case)).losses
    return {loss.id: list(loss.items) for loss in losses if loss.what == "origin"}


def moved(level: Level, *, up: bool) -> Level:
    return LEVELS[max(0, min(2, LEVELS.index(level) + (1 if up else -1)))]


def test_nothing_to_step(build: Build) -> None:
    nothing: dict[str, Any] = {}
    assert steps(build(nothing)) == steps(build({"s/a": "C -"})) == []
