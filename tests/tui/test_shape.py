"""How the screen is divided, at any size."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workbench.tui.shape import SCROLL, columns, shape

NAMES = st.lists(st.text(max_size=30), max_size=25)


@given(st.integers(1, 120))
def test_the_rows_keep_a_line_at_least(height: int) -> None:
    found = shape(height)
    below = found.detail + 1 if found.detail else 0
    rows = height - found.top - below - found.keys - found.header - found.figures - found.rule
    assert rows >= 1 or height < 4


@given(st.integers(1, 300), NAMES, st.integers(0, 30))
def test_the_columns_fit_the_screen(width: int, names: list[str], first: int) -> None:
    found = columns(width, names, first)
    assert found.width <= max(0, width - SCROLL)
    assert 0 <= found.seen <= len(names)
    assert found.first + found.seen <= max(len(names), found.first)
    assert found.evidence >= 0


@given(st.integers(20, 300), NAMES.filter(bool), st.data())
def test_every_column_can_be_seen_and_clicked(width: int, names: list[str], data: st.DataObject) -> None:
    column = data.draw(st.integers(0, len(names) - 1))
    found = columns(width, names, columns(width, names, 0).reveal(column))
    if found.seen:
        assert found.first <= column < found.first + found.seen
        x = found.evidence + (column - found.first) * found.cell
        assert found.at(x) == column
    assert found.at(0) is None or not found.evidence


def test_wide_screens_share_out_what_the_evidence_does_not_need() -> None:
    found = columns(300, ["No retaliation", "Minor action"], 0)
    assert found.cell > 20
    assert found.evidence > 90
