"""Moving about on a leaf: among its spots, and where there are none by lines."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.tui.leaf import Draft, Goal, Leaf
from workbench.tui.leafing import Leafing
from workbench.tui.pieces import Tone, line


def leaf(*spots: int, lines: int = 40) -> Leaf:
    """Lines, some of which lead to a row."""
    draft = Draft(40)
    for n in range(lines):
        draft.write(line(f"line {n}"), goal=Goal(f"s/i{n}") if n in spots else None)
    return draft.leaf


def on(*spots: int, height: int = 10, lines: int = 40) -> Leafing:
    leafing = Leafing()
    leafing.show(leaf(*spots, lines=lines), height)
    return leafing


def here(leafing: Leafing) -> str:
    return leafing.spot.goal.address if leafing.spot else ""


def test_it_goes_from_spot_to_spot_and_no_further() -> None:
    leafing = on(2, 5, 9)
    found = [here(leafing)]
    for down in (1, 1, 1, -1, -1, -1):
        leafing.step(down, 0)
        found.append(here(leafing))
    assert found[:3] == ["s/i2", "s/i5", "s/i9"]
    assert found[4:] == ["s/i5", "s/i2", "s/i2"]


def test_it_scrolls_no_further_than_it_must() -> None:
    leafing = on(2, 12)
    leafing.step(1, 0)
    assert (here(leafing), leafing.top) == ("s/i12", 3)
    leafing.step(-1, 0)
    assert (here(leafing), leafing.top) == ("s/i2", 0)


def test_no_line_is_skipped_unseen() -> None:
    leafing = on(2, 35)
    seen = set(range(10))
    while leafing.top < 30:
        leafing.step(1, 0)
        seen |= set(range(leafing.top, leafing.top + 10))
    assert seen == set(range(40))
    assert here(leafing) == "s/i35"


def test_the_first_spot_may_be_out_of_sight() -> None:
    leafing = on(20)
    assert (here(leafing), leafing.top) == ("", 0)
    for _ in range(11):
        leafing.step(1, 0)
    assert here(leafing) == "s/i20"


def test_without_spots_it_is_a_page_to_scroll() -> None:
    leafing = on()
    leafing.step(1, 0)
    assert (leafing.top, leafing.spot) == (1, None)
    leafing.page(1)
    assert leafing.top == 10
    leafing.edge(1)
    assert leafing.top == 30
    leafing.edge(-1)
    assert leafing.top == 0


def test_a_screenful_takes_the_cursor_along() -> None:
    leafing = on(2, 11, 25)
    leafing.page(1)
    assert (leafing.top, here(leafing)) == (9, "s/i11")
    leafing.page(-1)
    assert here(leafing) == "s/i2"
    leafing.edge(1)
    assert here(leafing) == ""
    leafing.step(-1, 0)
    leafing.edge(-1)
    assert here(leafing) == "s/i2"


def test_what_is_scrolled_out_of_sight_is_not_under_the_cursor() -> None:
    leafing = on(2, 15)
    leafing.scroll(8)
    assert leafing.spot is None
    leafing.step(1, 0)
    assert here(leafing) == "s/i15"


def blocks(width: int = 80) -> Leaf:
    draft = Draft(width)
    draft.prose("Over them", Tone.STRONG)
    draft.beside([([line(f"{n} a"), line(f"{n} b")], Goal(f"s/i{n}")) for n in range(5)], 30)
    return draft.leaf


@pytest.mark.parametrize("steps, found", [
    (((0, 1),), 1), (((0, 1), (1, 0)), 3), (((1, 0),), 2), (((1, 0), (1, 0)), 4), (((0, 1), (1, 0), (1, 0)), 4),
    (((0, -1),), 0), (((0, 1), (0, 1)), 1), (((1, 0), (0, 1), (-1, 0)), 1),
])  # fmt: skip
def test_blocks_beside_one_another_are_reached_in_all_directions(
    steps: tuple[tuple[int, int], ...], found: int
) -> None:
    leafing = Leafing()
    leafing.show(blocks(), 20)
    for down, right in steps:
        leafing.step(down, right)
    assert here(leafing) == f"s/i{found}"


def test_a_point_finds_its_block() -> None:
    leafing = Leafing()
    leafing.show(blocks(), 20)
    spot = leafing.point(35, 2)
    assert spot is not None
    assert spot.goal.address == here(leafing) == "s/i1"
    assert leafing.point(29, 2) is None
    assert leafing.point(0, 0) is None


@settings(max_examples=80, deadline=None)
@given(
    st.lists(st.integers(0, 39), max_size=8),
    st.integers(1, 60),
    st.lists(st.sampled_from(["down", "up", "left", "page", "back", "end", "home", "wheel", "taller"]), max_size=20),
)
def test_nothing_is_ever_shown_that_is_not_there(spots: list[int], height: int, moves: list[str]) -> None:
    leafing = on(*spots, height=height)
    for move in moves:
        match move:
            case "down" | "up":
                leafing.step(1 if move == "down" else -1, 0)
            case "left":
                leafing.step(0, -1)
            case "page" | "back":
                leafing.page(1 if move == "page" else -1)
            case "end" | "home":
                leafing.edge(1 if move == "end" else -1)
            case "wheel":
                leafing.scroll(3)
            case _:
                leafing.show(leafing.leaf, height + 3)
        assert 0 <= leafing.top <= max(0, 40 - leafing.height)
        spot = leafing.spot
        assert spot is None or leafing.top <= spot.y < leafing.top + leafing.height
