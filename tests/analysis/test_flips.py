from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.analysis.varied import SCALE, dense_cases, grid
from workbench.analysis import standing
from workbench.analysis.flips import stepped
from workbench.analysis.methods import ADDITIVE
from workbench.analysis.sensitivity import Flip, sensitivity
from workbench.model import Case, Level, Note, Rating

Build = Callable[..., Case]
Cases = st.SearchStrategy[Case]
CC, C, N, I, II = SCALE  # noqa: E741 - the field's own letter


def flips(case: Case) -> list[Flip]:
    return list(sensitivity(standing(case)).flips)


def test_flips_that_make_a_tie_and_flips_that_pass_the_leader(build: Build) -> None:
    assert flips(build({"s/a": "C I", "s/b": "C C"})) == [
        Flip("s/a", "h2", I, N, 1, ("h1", "h2")),
        Flip("s/a", "h1", C, I, 2, ("h1", "h2")),
        Flip("s/b", "h1", C, I, 2, ("h1", "h2")),
        Flip("s/a", "h1", C, II, 3, ("h2",)),
        Flip("s/b", "h1", C, II, 3, ("h2",)),
    ]


def test_a_flip_breaks_a_tie(build: Build) -> None:
    found = {(flip.hypothesis, flip.now): flip.leading for flip in flips(build({"s/a": "I I"}))}
    assert found == {("h1", N): ("h1",), ("h1", II): ("h2",), ("h2", N): ("h2",), ("h2", II): ("h1",)}


def test_what_is_not_rated_or_not_applicable_does_not_flip(build: Build) -> None:
    case = build({"s/a": "C I", "s/b": "NA NA", "s/c": "- -"})
    assert {flip.address for flip in flips(case)} == {"s/a"}


def test_a_parked_row_and_a_hypothesis_not_tested_have_no_flips(build: Build) -> None:
    case = build({"s/a": "C I N", "s/b": "C C N"}, notes={"s/b": Note(parked="no")})
    assert {(flip.address, flip.hypothesis) for flip in flips(case)} == {("s/a", "h1"), ("s/a", "h2")}


def test_a_flip_counts_with_the_weight_of_its_row(build: Build) -> None:
    case = build({"s/a": "C I", "s/b": "N C"}, notes={"s/b": Note(Level.LOW)})
    leading = {flip.now: flip.leading for flip in flips(case) if flip.address == "s/b"}
    assert leading == {II: ("h2",)}, "I weighs 0.7 and does not reach 1"


@pytest.mark.parametrize(
    ("rating", "down", "up"),
    [
        (CC, CC, C),
        (C, CC, N),
        (N, C, I),
        (I, N, II),
        (II, I, II),
        (Rating.NA, Rating.NA, Rating.NA),
        (None, None, None),
    ],
)
def test_steps_stay_on_the_scale(rating: Rating | None, down: Rating | None, up: Rating | None) -> None:
    assert (stepped(rating, up=False), stepped(rating, up=True)) == (down, up)


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_they_are_all_the_flips_that_change_who_leads(cases: Cases, data: st.DataObject) -> None:
    case = data.draw(st.one_of(cases, dense_cases(cases, 6)))
    method = data.draw(st.sampled_from(ADDITIVE))
    now = grid(case, method)
    found = {(flip.address, flip.hypothesis, flip.now): flip for flip in sensitivity(standing(case), method).flips}
    before = now.leading() if now.tested else ()
    expected = {}
    for address, h, was in ((a, h, was) for a, row in now.ratings.items() for h, was in row.items()):
        worth = was if was in (I, II) else N
        for to in (N, I, II) if was in SCALE and h in now.tested else ():
            after = now.rated({(address, h): to}).leading()
            if to is not worth and after != before:
                steps = abs(SCALE.index(to) - SCALE.index(was))
                expected[address, h, to] = Flip(address, h, was, to, steps, after)
    assert found == expected
