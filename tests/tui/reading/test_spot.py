"""Moving in a document: the cursor is always seen, and every line can be."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workbench.tui.reading.spot import Spot

TALL = st.lists(st.integers(1, 25), min_size=1, max_size=12)
MOVES = ("down", "up", "page down", "page up", "start", "end", "wheel down", "wheel up")


def move(spot: Spot, name: str) -> None:
    way = -1 if name in {"up", "page up", "start", "wheel up"} else 1
    match name:
        case "down" | "up":
            spot.step(way)
        case "page down" | "page up":
            spot.page(way)
        case "start" | "end":
            spot.go(0 if name == "start" else spot.count - 1)
        case _:
            spot.scroll(3 * way)


def begun(tall: list[int], rows: int) -> Spot:
    spot = Spot(len(tall))
    spot.fit(rows, lambda place: tall[place])
    return spot


@given(TALL, st.integers(1, 30), st.lists(st.sampled_from(MOVES[:6]), max_size=30))
def test_the_cursor_is_seen_after_every_key(tall: list[int], rows: int, moves: list[str]) -> None:
    spot = begun(tall, rows)

    for name in moves:
        move(spot, name)
        assert spot.at in {line.place for line in spot.lines()}


@given(TALL, st.integers(1, 30), st.lists(st.sampled_from(MOVES), max_size=30))
def test_the_screen_is_full_as_long_as_there_are_lines(tall: list[int], rows: int, moves: list[str]) -> None:
    spot = begun(tall, rows)

    for name in moves:
        move(spot, name)
        assert len(list(spot.lines())) == min(rows, sum(tall))


@given(TALL, st.integers(2, 30), st.sampled_from(["down", "page down"]))
def test_going_on_shows_every_line_and_ends_at_the_end(tall: list[int], rows: int, name: str) -> None:
    spot, seen = begun(tall, rows), set()

    for _ in range(sum(tall) + len(tall)):
        seen |= set(spot.lines())
        move(spot, name)

    assert len(seen) == sum(tall)
    assert spot.at == len(tall) - 1


@given(TALL, st.integers(2, 30), st.sampled_from(["up", "page up"]))
def test_going_back_shows_every_line_and_ends_at_the_beginning(tall: list[int], rows: int, name: str) -> None:
    spot, seen = begun(tall, rows), set()
    spot.go(spot.count - 1)
    spot.scroll(10**6)

    for _ in range(sum(tall) + len(tall)):
        seen |= set(spot.lines())
        move(spot, name)

    assert len(seen) == sum(tall)
    assert spot.at == 0


def test_what_is_moved_over_is_marked() -> None:
    spot = begun([2] * 9, 10)
    spot.go(4)
    spot.step(1, marking=True)
    spot.step(1, marking=True)
    assert spot.marked == range(4, 7)
    spot.go(2, marking=True)
    assert spot.marked == range(2, 5)
    spot.mark = None
    assert spot.marked == range(2, 3)


def test_finding_goes_round() -> None:
    spot = begun([2] * 9, 10)

    assert spot.find(lambda place: place in {3, 7}, 1)
    assert spot.at == 3
    assert spot.find(lambda place: place in {3, 7}, 1)
    assert spot.at == 7
    assert spot.find(lambda place: place in {3, 7}, 1)
    assert spot.at == 3
    assert spot.find(lambda place: place in {3, 7}, -1)
    assert spot.at == 7
    assert not spot.find(lambda _: False, 1)
