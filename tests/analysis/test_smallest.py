from collections.abc import Callable
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.analysis.varied import Grid, cell_steps, changed_cells, dense_cases, fewest, grid, smaller, steps
from workbench.analysis import standing
from workbench.analysis.methods import ADDITIVE
from workbench.analysis.sensitivity import Flip, Sensitivity, sensitivity
from workbench.model import Case, Level, Note, Rating

Build = Callable[..., Case]
Cases = st.SearchStrategy[Case]
Published = Callable[[str], tuple[Case, dict[str, Any]]]


def test_the_furthest_rows_are_taken_and_the_first_of_equals(build: Build) -> None:
    rows = {"s/e": "C I", "s/d": "C II", "s/c": "C I", "s/b": "C II", "s/a": "C C"}
    now = sensitivity(standing(build(rows)))
    assert now.smallest_set == ("s/b", "s/d", "s/c", "s/e")
    assert now.smallest_set_leading == ("h1", "h2")


def test_joining_the_lead_is_enough_and_breaking_a_tie_needs_more_than_nothing(build: Build) -> None:
    assert sensitivity(standing(build({"s/a": "C I", "s/b": "C C"}))).smallest_set == ("s/a",)
    tie = sensitivity(standing(build({"s/a": "I I", "s/b": "II I", "s/c": "I II"})))
    assert (tie.leading, tie.smallest_set, tie.smallest_set_leading) == (("h1", "h2"), ("s/b",), ("h1",))


def test_there_may_be_none(build: Build) -> None:
    for rows in ({}, {"s/a": "- -"}, {"s/a": "C -"}, {"s/a": "C C"}):
        now = sensitivity(standing(build(rows)))
        assert (now.smallest_set, now.smallest_set_leading) == (None, now.leading)
    only = sensitivity(standing(build({"s/a": "C NA"})))
    assert (only.smallest_steps, only.smallest_steps_leading) == (None, ("h1",))


def test_steps_against_the_leader_and_for_the_rival(build: Build) -> None:
    now = sensitivity(standing(build({"s/a": "N II", "s/b": "CC I", "s/c": "NA -"})))
    assert now.smallest_steps == (
        Flip("s/a", "h1", Rating.N, Rating.I, 1, ("h1", "h2")),
        Flip("s/a", "h2", Rating.II, Rating.I, 1, ("h1", "h2")),
        Flip("s/b", "h2", Rating.I, Rating.N, 1, ("h1", "h2")),
    )
    assert now.smallest_steps_leading == ("h1", "h2")


def test_the_heaviest_cells_go_first(build: Build) -> None:
    notes = {"s/b": Note(Level.HIGH), "s/c": Note(Level.LOW)}
    now = sensitivity(standing(build({"s/a": "C I", "s/b": "C I", "s/c": "C I"}, notes=notes)))
    assert [flip.address for flip in now.smallest_steps or ()] == ["s/b", "s/a", "s/c"]


@pytest.mark.parametrize(
    ("name", "items", "cells"),
    [("heuer_iraq_1993", 2, 2), ("tokyo_sarin_1995", 1, 1), ("notpetya_2017", 2, 2)],
)
def test_published(published: Published, name: str, items: int, cells: int) -> None:
    case, _ = published(name)
    now = sensitivity(standing(case))
    assert (len(now.smallest_set or ()), len(now.smallest_steps or ())) == (items, cells)


@settings(max_examples=80, deadline=None)
@given(st.data())
def test_no_smaller_set_of_rows_changes_who_leads(cases: Cases, data: st.DataObject) -> None:
    case = data.draw(st.one_of(cases.map(lambda case: smaller(case, 6)), dense_cases(cases, 6)))
    method = data.draw(st.sampled_from(ADDITIVE))
    now, found = grid(case, method), sensitivity(standing(case), method)
    number = fewest(now, 6, list(now.ratings), now.without) if now.tested else None
    assert number == (len(found.smallest_set) if found.smallest_set else None)
    if found.smallest_set:
        after = now.without(found.smallest_set).leading()
        assert after == found.smallest_set_leading != found.leading


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_no_fewer_steps_of_cells_change_who_leads(cases: Cases, data: st.DataObject) -> None:
    case = data.draw(st.one_of(cases.map(lambda case: smaller(case, 5)), dense_cases(cases, 5)))
    method = data.draw(st.sampled_from(ADDITIVE))
    now, found = grid(case, method), sensitivity(standing(case), method)
    most = 2
    number = fewest(now, most, cell_steps(now), lambda some: changed_cells(now, some)) if now.tested else None
    if found.smallest_steps and len(found.smallest_steps) > most:
        assert number is None
    else:
        assert number == (len(found.smallest_steps) if found.smallest_steps else None)
    verify(now, found)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_fewest_steps_against_every_combination(cases: Cases, data: st.DataObject) -> None:
    """Cases so small that each cell can be tried where it is, a step up and a step down, with all others."""
    case = data.draw(dense_cases(cases, 2))
    method = data.draw(st.sampled_from(ADDITIVE))
    now, found = grid(case, method), sensitivity(standing(case), method)
    cells = [(a, h) for a, row in now.ratings.items() for h in row if h in now.tested]
    choices = [[now.ratings[a][h], *steps(now.ratings[a][h])] for a, h in cells]
    numbers = []
    for ratings in product(*choices) if now.tested and len(cells) <= 7 else ():
        changed = {cell: to for cell, to in zip(cells, ratings, strict=True) if now.ratings[cell[0]][cell[1]] is not to}
        if now.rated(changed).leading() != found.leading:
            numbers.append(len(changed))
    if len(cells) <= 7:
        assert min(numbers, default=None) == (len(found.smallest_steps) if found.smallest_steps else None)
    verify(now, found)


def verify(now: Grid, found: Sensitivity) -> None:
    """The steps that were found are steps, of different cells, and do what is said of them."""
    if found.smallest_steps is None:
        return
    changed = {(flip.address, flip.hypothesis): flip.now for flip in found.smallest_steps}
    assert len(changed) == len(found.smallest_steps)
    for flip in found.smallest_steps:
        assert now.ratings[flip.address][flip.hypothesis] is flip.was
        assert (flip.steps, flip.leading) == (1, found.smallest_steps_leading)
        assert flip.now in steps(flip.was)
    assert now.rated(changed).leading() == found.smallest_steps_leading != found.leading
