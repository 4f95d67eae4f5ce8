"""One round of rating: where it begins, where it goes, and what it says is left."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tui.hosting import HYPOTHESES, heuer
from workbench.analysis.heuer.rating import rating_order
from workbench.model import Case, Matrix, Note, Park, Rate, Rating, Row, Shuffle, edited
from workbench.tui.desk import Desk
from workbench.tui.rating.round import Round

FIRST, SECOND = "embassy/public-statement", "embassy/no-offensive-in-1991"


def begun(case: Case) -> tuple[Desk, Round]:
    desk = Desk(case, "baseline")
    return desk, Round(desk)


def change(desk: Desk, turn: Round, *edits: Rate | Park | Shuffle) -> None:
    for edit in edits:
        desk.take(edited(desk.case, edit), edit)
        turn.take()


def place(turn: Round) -> tuple[str, str]:
    return turn.address, turn.hypothesis.id


def test_it_begins_at_the_first_row_that_is_not_done() -> None:
    _, turn = begun(edited(heuer(), Rate("own/another-attack", "minor", None)))
    assert place(turn) == ("own/another-attack", "minor")
    assert (turn.row, turn.rows, turn.left) == (2, 6, 1)


def test_a_stale_row_is_not_done() -> None:
    case = heuer()
    rows = {**case.matrix.rows, SECOND: replace(case.matrix.rows[SECOND], wording="w0000000000000000")}
    _, turn = begun(case.with_matrix(replace(case.matrix, rows=rows)))
    assert place(turn) == (SECOND, "none")
    assert turn.left == 1


def test_where_all_is_rated_it_begins_at_the_row_of_the_matrix() -> None:
    desk = Desk(heuer(), "baseline")
    desk.go("monitors/embassy-security", "major")
    assert place(Round(desk)) == ("monitors/embassy-security", "major")


def test_it_goes_across_the_row_and_then_to_the_next() -> None:
    _, turn = begun(heuer(rated=False))
    seen = []
    for _ in range(4):
        seen.append(place(turn))
        assert turn.onward()
    assert seen == [(FIRST, "none"), (FIRST, "minor"), (FIRST, "major"), (SECOND, "none")]
    turn.go(99)
    turn.along(99)
    assert not turn.onward()


def test_the_order_is_that_of_the_seed() -> None:
    case = heuer(rated=False)
    _, turn = begun(case.with_matrix(replace(case.matrix, seed="4711")))
    assert turn.order == rating_order(case, "4711") != rating_order(case)
    assert place(turn) == (turn.order.addresses[0], turn.order.hypotheses[0])


def test_another_seed_begins_anew_and_taking_it_away_too() -> None:
    desk, turn = begun(heuer(rated=False))
    turn.go(3)
    change(desk, turn, Shuffle("4711"))
    assert turn.address == rating_order(desk.case, "4711").addresses[0]
    change(desk, turn, Shuffle(""))
    assert turn.address == FIRST


def test_parking_goes_on_to_the_row_that_took_its_place() -> None:
    desk, turn = begun(heuer(rated=False))
    turn.go(1)
    change(desk, turn, Park(SECOND, "old"))
    assert place(turn) == ("own/another-attack", "none")
    assert (turn.row, turn.rows, turn.left) == (1, 5, 5)
    change(desk, turn, Park(SECOND, ""))
    assert place(turn) == ("own/another-attack", "none")
    assert turn.row == 2


def test_without_rows_or_hypotheses_it_is_over() -> None:
    case = heuer(rated=False)
    empty = replace(case, items={}), replace(case, question=replace(case.question, hypotheses={}))
    for nothing in empty:
        _, turn = begun(nothing)
        assert turn.over
        assert not turn.address
        assert not turn.next_open(1)
        turn.point()


def test_the_desk_points_where_it_stands_whatever_is_filtered() -> None:
    desk, turn = begun(heuer(rated=False))
    turn.go(4)
    turn.along(1)
    turn.point()
    assert (desk.address, desk.column) == ("monitors/embassy-security", 1)
    desk.go(FIRST, "major")
    turn.follow()
    assert place(turn) == (FIRST, "major")


ADDRESSES = tuple(heuer().items)
EDITS = st.one_of(
    st.builds(Rate, st.sampled_from(ADDRESSES), st.sampled_from(list(HYPOTHESES)), st.sampled_from([None, *Rating])),
    st.builds(Park, st.sampled_from(ADDRESSES), st.sampled_from(["", "so"])),
    st.builds(Shuffle, st.sampled_from(["", "1", "4711"])),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(EDITS, max_size=12), st.data())
def test_what_is_counted_as_one_goes_is_what_counting_anew_finds(
    edits: list[Rate | Park | Shuffle], data: st.DataObject
) -> None:
    case = heuer(rated=False)
    rows = {a: Row({"none": Rating.C}) for a in data.draw(st.sets(st.sampled_from(ADDRESSES)))}
    desk, turn = begun(case.with_matrix(Matrix("iraq", "baseline", rows=rows, notes={FIRST: Note(parked="so")})))
    for edit in edits:
        change(desk, turn, edit)
        anew = Round(desk)
        assert (turn.order, turn.left) == (anew.order, anew.left)
        assert turn.over or turn.address in turn.order.addresses


@settings(max_examples=60, deadline=None)
@given(st.sets(st.tuples(st.sampled_from(ADDRESSES), st.sampled_from(list(HYPOTHESES)))), st.sampled_from([1, -1]))
def test_next_open_goes_to_every_open_cell_and_to_no_other(cells: set[tuple[str, str]], direction: int) -> None:
    case = heuer()
    for address, hypothesis in cells:
        case = edited(case, Rate(address, hypothesis, None))
    _, turn = begun(case)
    seen = set()
    for _ in cells:
        assert turn.next_open(direction)
        seen.add(place(turn))
    assert seen == cells
    assert turn.next_open(direction) == bool(cells)
