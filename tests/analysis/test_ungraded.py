from collections.abc import Callable
from dataclasses import replace
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.analysis.varied import dense_cases, grid
from workbench.analysis import standing
from workbench.analysis.methods import ADDITIVE
from workbench.analysis.sensitivity import Step, Ungraded, sensitivity
from workbench.analysis.weights import Weight, at_best, grade
from workbench.model import Case, Item, Kind, Level, Matrix, Note, Origin, OwnGrade, Question, Source

Build = Callable[..., Case]
Cases = st.SearchStrategy[Case]
LOW, MEDIUM, HIGH = Level


def swept(case: Case) -> Ungraded:
    return sensitivity(standing(case)).ungraded


def test_a_row_that_cannot_be_judged_may_weigh_less_or_more(build: Build) -> None:
    items = {"s/a": {"credibility": "6"}, "s/b": {"credibility": "2"}}
    found = swept(build({"s/a": "I C", "s/b": "C I"}, items, {"s": "B"}))
    assert found.items == ("s/a",)
    assert found.rows == (Step("grade", "s/a", ("s/a",), True, MEDIUM, HIGH, ("h1", "h2")),)
    assert (found.changes, found.levels, found.leading) == (True, (("s/a", HIGH),), ("h1", "h2"))
    assert found.can_lead == ("h1", "h2")


def test_what_is_known_of_the_grade_still_stands(build: Build) -> None:
    items = {"s/a": {"credibility": "6"}, "s/b": {"credibility": "2"}}
    fair = swept(build({"s/a": "I C", "s/b": "C I"}, items, {"s": "C"}))
    assert (fair.items, fair.changes, fair.rows, fair.levels) == (("s/a",), True, fair.rows, (("s/a", LOW),))
    bad = swept(build({"s/a": "I C", "s/b": "C I"}, items, {"s": "D"}))
    assert (bad.items, bad.changes, bad.rows, bad.can_lead) == (("s/a",), False, (), ("h1", "h2"))


def test_together_they_change_what_none_changes_alone(build: Build) -> None:
    items = {f"s/{n}": {"credibility": "6" if n < 3 else "2"} for n in range(5)}
    rows = {f"s/{n}": "C I" if n < 3 else "I C" for n in range(5)}
    found = swept(build(rows, items, {"s": "B"}, notes={"s/4": Note(LOW)}))
    assert found.rows == ()
    assert found.levels == (("s/0", LOW), ("s/1", LOW)), "2.4 against 3, and each takes off 0.3"
    assert found.leading == found.can_lead == ("h1", "h2")


def test_where_nothing_is_open_nothing_changes(build: Build) -> None:
    found = swept(build({"s/a": "I C", "s/b": "C I"}))
    assert found == Ungraded((), (), False, (), ("h1", "h2"), ("h1", "h2"))


def test_our_own_thinking_is_not_swept(build: Build) -> None:
    assert swept(build({"s/a": "I C"}, {"s/a": {"kind": Kind.ARGUMENT, "credibility": ""}})).items == ()


letters = st.sampled_from(["A", "B", "C", "D", "E", "F", ""])


@settings(max_examples=200, deadline=None)
@given(letters, st.lists(letters, max_size=2), st.sampled_from(["1", "2", "3", "4", "5", "6", ""]))
def test_at_best_and_low_are_the_ends_of_what_the_grade_may_be(source: str, origins: list[str], digit: str) -> None:
    """Every way to fill in what cannot be judged gives a weight between low and `at_best`, and both occur."""
    case = graded(source, origins, digit)
    item = case.items["s/a"]
    known = [letter if letter in "ABCDE" and letter else None for letter in (source, *origins)]
    filled = [
        grade(graded(own, list(others), figure), item).level
        for own, *others in product(*([letter] if letter else "ABCDE" for letter in known))
        for figure in ([digit] if digit in "12345" and digit else "12345")
    ]
    order = [LOW, MEDIUM, HIGH]
    assert order.index(at_best(case, item)) == max(map(order.index, filled))
    if grade(case, item).marked:
        assert LOW in filled


def graded(source: str, origins: list[str], digit: str) -> Case:
    names = [f"o{n}" for n in range(len(origins))]
    item = Item("s/a", "Text.", origins=tuple(names), credibility=digit)
    return Case(
        Question("q", "?"),
        {"s/a": item},
        {"s": Source("s", "s", reliability=source)},
        {name: Origin(name, reliability=letter) for name, letter in zip(names, origins, strict=True)},
        Matrix("q", "me", grades={"s/a": OwnGrade(digit)} if digit else {}),
    )


@settings(max_examples=80, deadline=None)
@given(st.data())
def test_every_combination_of_grades(cases: Cases, data: st.DataObject) -> None:
    case = data.draw(st.one_of(cases, dense_cases(cases, 6)))
    marks = st.lists(st.sampled_from(sorted(case.items)), max_size=6) if case.items else st.just([])
    case = case.with_matrix(replace(case.matrix, grades={a: OwnGrade("6") for a in data.draw(marks)}))
    method = data.draw(st.sampled_from(ADDITIVE))
    now, found = grid(case, method), sensitivity(standing(case), method)
    swept = found.ungraded
    assert swept.items == tuple(sorted(a for a in now.ratings if grade(case, case.items[a]).marked))
    if len(swept.items) > 6 or not now.tested:
        return
    choices = [span(case, a) for a in swept.items]
    results = {}
    for levels in product(*choices):
        weights = {a: Weight(to, now.weights[a].relevance) for a, to in zip(swept.items, levels, strict=True)}
        moved = {a for a, weight in weights.items() if weight != now.weights[a]}
        results[levels] = (len(moved), now.weighing(weights).leading(), moved)
    changing = [moved for moved, leading, _ in results.values() if leading != found.leading]
    assert swept.changes == bool(changing)
    assert len(swept.levels) == min(changing, default=0)
    changed = {a: Weight(to, now.weights[a].relevance) for a, to in swept.levels}
    assert now.weighing(changed).leading() == swept.leading
    assert (swept.leading != found.leading) == swept.changes
    can = {h for _, leading, _ in results.values() for h in leading}
    assert {*found.leading} <= {*swept.can_lead} <= can
    if len(now.tested) == 2:
        assert {*swept.can_lead} == can
    alone = {
        (min(moved), levels[swept.items.index(min(moved))], leading)
        for levels, (number, leading, moved) in results.items()
        if number == 1 and leading != found.leading
    }
    assert {(step.id, step.now, step.leading) for step in swept.rows} == alone


def span(case: Case, address: str) -> list[Level]:
    levels = list(Level)
    return levels[: levels.index(at_best(case, case.items[address])) + 1]
