from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.analysis.varied import Grid, dense_cases, grid
from workbench.analysis import standing
from workbench.analysis.methods import DEFAULT
from workbench.analysis.points import ZERO, Points
from workbench.analysis.sensitivity import Flip, Linchpin, Sensitivity, Step, sensitivity
from workbench.analysis.separation import Separation, separation
from workbench.analysis.weights import Weight
from workbench.model import Case, Kind, Level, Note, Rating

Build = Callable[..., Case]
Cases = st.SearchStrategy[Case]
Published = Callable[[str], tuple[Case, dict[str, Any]]]
I, II, N = Rating.I, Rating.II, Rating.N  # noqa: E741 - the field's own letter


def of(case: Case) -> Separation:
    return separation(standing(case))


# Separation


def test_a_step_of_a_weight_is_cheapest(build: Build) -> None:
    found = of(build({"s/a": "C II", "s/b": "C I", "s/c": "II C"}, notes={"s/c": Note(Level.HIGH)}))
    step = Step("grade", "s/c", ("s/c",), True, Level.MEDIUM, Level.HIGH, ("h2",))
    assert found == Separation("grade", 1, ("s/c",), leading=("h2",), step=step), "4 and 2.8 are furthest apart"
    assert not found.holds


def test_relevance_goes_before_the_grade_of_the_same_row(build: Build) -> None:
    found = of(build({"s/b": "C I", "s/a": "I C"}))
    assert found.step == Step("relevance", "s/a", ("s/a",), True, Level.MEDIUM, Level.HIGH, ("h2",))


def test_then_a_step_of_a_cell(build: Build) -> None:
    found = of(build({"s/a": "C I"}))
    assert found == Separation("cell", 1, ("s/a",), (Flip("s/a", "h2", I, N, 1, ("h1", "h2")),), leading=("h1", "h2"))


def test_then_the_loss_of_a_row(build: Build) -> None:
    found = of(build({"s/a": "C II", "s/b": "C C"}))
    assert found == Separation("item", 1, ("s/a",), leading=("h1", "h2"))


def test_then_the_loss_of_an_origin_or_of_a_source(build: Build) -> None:
    rows = {"a/x": "C II", "b/x": "C II", "b/y": "C II"}
    told = {"a/x": {"origins": ("ann",)}, "b/x": {"origins": ("ann",)}, "b/y": {}}
    assert of(build(rows, told)).what == "items", "two of three are not enough"
    rows |= {"c/x": "II C"}
    assert of(build(rows, told, {"c": "C"}, {"ann": "C"})) == Separation(
        "origin", 1, ("a/x", "b/x"), id="ann", leading=("h1", "h2")
    )
    assert of(build(rows)) == Separation("source", 1, ("b/x", "b/y"), id="b", leading=("h1", "h2"))


def test_before_such_a_loss_a_step_of_all_its_grades(build: Build) -> None:
    """Ten of 1 in one source against thirteen of 1 that have no grade: ten of 1.4 are more."""
    rows = {f"s/{n}": "I C" for n in range(10)} | {f"own/{n}": "C I" for n in range(13)}
    items: dict[str, dict[str, Any]] = {f"own/{n}": {"kind": Kind.ARGUMENT} for n in range(13)}
    told = tuple(f"s/{n}" for n in range(10))
    step = Step("source", "s", told, True, None, None, ("h2",))
    assert of(build(rows, items)) == Separation("source-grade", 1, told, id="s", leading=("h2",), step=step)
    items |= {address: {"origins": ("ann",)} for address in told}
    found = of(build(rows, items, origins={"ann": "C"}))
    assert (found.what, found.id, found.leading) == ("origin-grade", "ann", ("h2",))


def test_else_it_says_how_many_it_takes(build: Build) -> None:
    rows = {f"{s}/x": "C II" for s in "abc"}
    found = of(build(rows))
    assert (found.what, found.by, found.holds) == ("items", 3, True)
    assert found.items == ("a/x", "b/x", "c/x")
    mixed = of(build({f"{n}/x": "C I" for n in "abc"} | {"d/x": "N II"}))
    assert (mixed.by, mixed.items, mixed.leading) == (4, ("d/x", "a/x", "b/x", "c/x"), ("h1", "h2"))


def test_cells_are_named_where_they_are_fewer(build: Build) -> None:
    rows = {f"{n}/x": "C I" for n in "abcd"} | {"e/x": "N N", "f/x": "N N"}
    notes = {a: Note(Level.LOW if "I" in cells else Level.HIGH) for a, cells in rows.items()}
    flips = tuple(Flip(a, "h1", N, I, 1, ("h1", "h2")) for a in ("e/x", "f/x"))
    found = of(build(rows, notes=notes))
    assert found == Separation("cells", 2, ("e/x", "f/x"), flips, leading=("h1", "h2")), "2.8 in two, not in four"


def test_nothing_can_change_it_where_there_is_nothing_to_compare(build: Build) -> None:
    nothing: dict[str, str] = {}
    for rows in (nothing, {"s/a": "- -"}, {"s/a": "C -"}, {"s/a": "C NA"}):
        now = standing(build(rows))
        assert separation(now) == Separation("", 0, leading=now.methods[DEFAULT].leading)
        assert separation(now).holds


def test_of_equals_the_first_is_named(build: Build) -> None:
    found = of(build({"s/c": "I I", "s/b": "I I", "s/a": "C C"}))
    assert found == Separation("cell", 1, ("s/b",), (Flip("s/b", "h1", I, II, 1, ("h2",)),), leading=("h2",))


@pytest.mark.parametrize(
    ("name", "what", "by"),
    [("heuer_iraq_1993", "source", 1), ("tokyo_sarin_1995", "relevance", 1), ("notpetya_2017", "source", 1)],
)
def test_published(published: Published, name: str, what: str, by: int) -> None:
    case, _ = published(name)
    found = of(case)
    assert (found.what, found.by) == (what, by)


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_it_is_the_cheapest_of_what_sensitivity_finds(cases: Cases, data: st.DataObject) -> None:
    case = data.draw(st.one_of(cases, dense_cases(cases, 8)))
    now = sensitivity(standing(case))
    found = of(case)
    assert found.what in cheapest(now)
    assert found.leading == after(now, found)
    assert (found.leading != now.leading) == (found.by > 0)


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_of_its_class_it_is_the_one_that_does_most_then_the_first(cases: Cases, data: st.DataObject) -> None:
    case = data.draw(st.one_of(cases, dense_cases(cases, 8)))
    now, rows, found = sensitivity(standing(case)), grid(case, DEFAULT), of(case)
    if found.by == 1:
        tried = [(-turned(rows, after), name) for name, after in changes(now, rows, found.what)]
        assert min(tried)[1] == (found.id or found.items[0])


def turned(before: Grid, after: Grid) -> float:
    """The furthest that a gap shrinks which changes who leads."""
    shifts = [0.0]
    for leader in before.leading():
        for rival in before.tested:
            was, gap = (rows.total(rival) - rows.total(leader) for rows in (before, after))
            if gap < ZERO or (gap == ZERO and rival not in before.leading()):
                shifts.append(round(float(was - gap), 6))
    return max(shifts)


def changes(now: Sensitivity, rows: Grid, what: str) -> Iterator[tuple[str, Grid]]:
    """All changes of a class that change who leads, by id, and what the rows are then."""
    if what in ("relevance", "grade"):
        for step in now.steps:
            if step.now is not None:
                was = rows.weights[step.id]
                relevance = step.what == "relevance"
                weight = was._replace(relevance=step.now) if relevance else was._replace(credibility=step.now)
                yield step.id, rows.weighing({step.id: weight})
    elif what == "cell":
        for flip in now.flips:
            if flip.steps == 1:
                yield flip.address, rows.rated({(flip.address, flip.hypothesis): flip.now})
    elif what.endswith("-grade"):
        for step in now.steps:
            if step.what == what.removesuffix("-grade"):
                yield step.id, rows.weighing({a: stepped(rows.weights[a], up=step.up) for a in step.items})
    else:
        for loss in now.losses:
            if loss.what == what and loss.leading != now.leading:
                yield loss.id, rows.without(loss.items)


def stepped(weight: Weight, *, up: bool) -> Weight:
    return weight._replace(credibility=list(Level)[list(Level).index(weight.credibility) + (1 if up else -1)])


def cheapest(now: Sensitivity) -> set[str]:
    """The first class in which something changes the leading set."""
    weights = {step.what for step in now.steps} & {"relevance", "grade"}
    if weights:
        return weights
    if any(flip.steps == 1 for flip in now.flips):
        return {"cell"}
    lost = {loss.what for loss in now.losses if loss.leading != now.leading}
    moved = {f"{step.what}-grade" for step in now.steps}
    for what in ("item", "origin-grade", "source-grade", "origin", "source"):
        if what in lost | moved:
            return {what}
    if now.smallest_set is None and now.smallest_steps is None:
        return {""}
    items, cells = len(now.smallest_set or "x" * 99), len(now.smallest_steps or "x" * 99)
    return {"items"} if items <= cells else {"cells"}


def after(now: Sensitivity, found: Separation) -> tuple[str, ...]:
    """What leads after the same change by sensitivity, in which it must be found."""
    if found.step:
        assert found.step in now.steps
        return found.step.leading
    if found.what == "cell":
        assert set(found.cells) <= set(now.flips)
        return found.cells[0].leading
    if found.what in ("item", "origin", "source"):
        name = found.id or found.items[0]
        (loss,) = (loss for loss in now.losses if (loss.what, loss.id) == (found.what, name))
        assert loss.items == found.items
        return loss.leading
    if found.what == "items":
        assert (found.items, found.by) == (now.smallest_set, len(found.items))
        return now.smallest_set_leading
    assert (found.cells, found.by) == (now.smallest_steps or (), len(found.cells))
    return now.smallest_steps_leading


# Linchpins


def test_linchpins_by_how_little_it_takes(build: Build) -> None:
    cell = sensitivity(standing(build({"s/a": "C I", "s/b": "C C"}))).linchpins
    assert cell == (Linchpin("s/a", "cell", ("h1", "h2"), Points(2)),)
    loss = sensitivity(standing(build({"s/a": "C II"}))).linchpins
    assert loss == (Linchpin("s/a", "loss", ("h1", "h2"), Points(4)),)
    tie = sensitivity(standing(build({"s/b": "I C", "s/a": "C I"}))).linchpins
    assert tie == (Linchpin("s/a", "relevance", ("h2",), Points(2)), Linchpin("s/b", "relevance", ("h1",), Points(2)))


def test_a_row_whose_relevance_is_at_the_end_turns_by_its_grade(build: Build) -> None:
    rows = {"s/a": "C II", "s/b": "I C"}
    pins = sensitivity(standing(build(rows, notes={"s/a": Note(Level.LOW)}))).linchpins
    assert pins == (Linchpin("s/a", "grade", ("h2",), Points(0, 2)),)


def test_tokyo(published: Published) -> None:
    case, _ = published("tokyo_sarin_1995")
    pins = sensitivity(standing(case)).linchpins
    assert [(pin.address, pin.takes, pin.leading) for pin in pins] == [
        ("case/e1", "relevance", ("h1",)),
        ("case/e2", "relevance", ("h2",)),
    ]


@settings(max_examples=80, deadline=None)
@given(st.data())
def test_they_are_the_rows_whose_loss_changes_who_leads(cases: Cases, data: st.DataObject) -> None:
    case = data.draw(st.one_of(cases, dense_cases(cases, 8)))
    now, rows = sensitivity(standing(case)), grid(case, DEFAULT)
    lost = {loss.id: loss.leading for loss in now.losses if loss.what == "item" and loss.leading != now.leading}
    assert {pin.address: pin.leading for pin in now.linchpins} == lost
    order = ["relevance", "grade", "cell", "loss"]
    keys = [(max(1, order.index(pin.takes)), -float(pin.swing), pin.address) for pin in now.linchpins]
    assert keys == sorted(keys)
    for pin in now.linchpins:
        assert pin.takes == takes(now, pin.address)
        assert pin.swing == swing(rows, pin.address)


def takes(now: Sensitivity, address: str) -> str:
    moves = {step.what for step in now.steps if step.id == address}
    cell = {"cell" for flip in now.flips if flip.address == address and flip.steps == 1}
    return next(what for what in ("relevance", "grade", "cell", "loss") if what in moves | cell | {"loss"})


def swing(now: Grid, address: str) -> Points:
    """The largest of the shifts by which the loss of a row turns a gap."""
    leading, alone = now.leading(), now.without(set(now.ratings) - {address})
    shifts = []
    for leader in leading:
        for rival in now.tested:
            gap = now.total(rival) - now.total(leader)
            shift = alone.total(rival) - alone.total(leader)
            if shift > gap or (shift == gap and rival not in leading):
                shifts.append(shift)
    return max(shifts, default=ZERO)
