"""How a table is laid out on paper."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.report.document import Align, Band, Cell, Column, Line, Table
from workbench.report.paged.breadth import breadth, breakable, longest, right_to_left
from workbench.report.paged.columns import easy, groups

texts = st.text(alphabet="ab iIMW-/.12дж日ع", max_size=60)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    count = draw(st.integers(1, 12))
    prose = draw(st.integers(0, count))
    columns = tuple(
        Column(draw(texts), align=draw(st.sampled_from(Align)), prose=i == prose, stub=i < 2) for i in range(count)
    )
    rows = draw(st.integers(0, 4))
    lines = tuple(Line(tuple(Cell(draw(texts), under=draw(texts)) for _ in columns)) for _ in range(rows))
    return Table("t", columns, (Band("", lines),))


@given(tables(), st.floats(60, 200))
def test_every_column_is_shown_and_none_but_the_stub_twice(table: Table, room: float) -> None:
    found = groups(table, room)
    shown = [lane.index for group in found for lane in group.lanes]

    assert set(shown) == set(range(len(table.columns)))
    for index, column in enumerate(table.columns):
        assert shown.count(index) == (len(found) if column.stub or column.prose else 1)
    assert [group.continued for group in found] == [number > 0 for number in range(len(found))]


@given(tables(), st.floats(80, 200))
def test_columns_that_stand_side_by_side_fit_the_page(table: Table, room: float) -> None:
    for group in groups(table, room):
        if len(group.lanes) > 1 and len(groups(table, room)) == 1:
            assert group.room <= room + 0.01


@given(texts, st.floats(0.5, 20))
def test_a_broken_word_is_the_same_word(text: str, room: float) -> None:
    assert breakable(text, room).replace("\u200b", "") == text


def test_no_piece_of_a_long_word_is_wider_than_its_column() -> None:
    for piece in breakable("https://example.org/" + "W" * 300, 6).split("\u200b"):
        assert breadth(piece) <= 6


def test_a_mark_stays_with_its_letter() -> None:
    assert "\u200b\u0301" not in breakable("e\u0301" * 40, 3)


def test_columns_of_letters_are_alike() -> None:
    columns = (*(Column(head, align=Align.MIDDLE) for head in ("a", "a much longer head")), Column("x", prose=True))
    cells = (Cell("C"), Cell("II", under="stale"), Cell("text " * 40))
    first, second, _ = groups(Table("t", columns, (Band("", (Line(cells),)),)), 90)[0].lanes

    assert first.room == second.room


@pytest.mark.parametrize("count, upright", [(3, True), (5, True), (25, False)])
def test_headings_are_turned_where_room_is_scarce(count: int, *, upright: bool) -> None:
    heads = (Column("Purpose of it", align=Align.MIDDLE) for _ in range(count))
    cells = (Cell("text of a row " * 8), *(Cell("C") for _ in range(count)))
    table = Table("t", (Column("evidence", prose=True, stub=True), *heads), (Band("", (Line(cells),)),))

    assert easy(table, 66) == upright


def test_words_of_scripts_without_blanks_have_no_length() -> None:
    assert longest("日本語の文") == 0
    assert right_to_left("עברית abc")
    assert not right_to_left("abc עברית")
