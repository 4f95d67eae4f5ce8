from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workbench.report.document import Band, Cell, Column, Line, Table
from workbench.report.grid import LEAST, groups


def table(columns: int, prose: str, head: str = "answer", short: str = "a") -> Table:
    every: tuple[Column, ...] = (Column("row", stub=True), Column("evidence", prose=True, stub=True))
    every += tuple(Column(head, short=short) for _ in range(columns))
    return Table("t", every, (Band("", (Line((Cell("1"), Cell(prose), *[Cell("II")] * columns)),)),))


@given(st.integers(0, 40), st.integers(0, 300), st.integers(40, 200))
def test_every_column_is_in_one_group_and_no_group_is_too_wide(columns: int, prose: int, room: int) -> None:
    found = groups(table(columns, "x" * prose), room)
    answers = [track.index for group in found for track in group.tracks if track.index > 1]

    assert answers == list(range(2, columns + 2))
    assert max(group.room for group in found) <= room
    assert [group.continued for group in found] == [False] + [True] * (len(found) - 1)


def test_prose_stands_beside_the_columns_where_it_has_room() -> None:
    (group,) = groups(table(3, "x" * 100), 80)

    assert group.below is None
    assert group.tracks[1].room >= LEAST


def test_prose_stands_below_where_it_would_be_squeezed() -> None:
    (group,) = groups(table(10, "x" * 100, head="answered", short="answ"), 80)

    assert group.below == 1


def test_headings_are_shortened_only_where_they_must_be() -> None:
    assert groups(table(2, "x" * 40), 80)[0].tracks[-1].head == "answer"
    assert groups(table(9, "x" * 40), 80)[0].tracks[-1].head == "a"


def test_what_fits_no_other_way_is_split_evenly() -> None:
    found = groups(table(21, "x" * 40, head="hypothesis", short="hypoth"), 80)

    assert [len(group.tracks) - 1 for group in found] == [7, 7, 7]
