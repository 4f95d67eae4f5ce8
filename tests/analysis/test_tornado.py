"""How far the loss of each row moves the gap between the lead and its nearest rival."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.analysis.methods import ADDITIVE
from workbench.analysis.points import ZERO, Points
from workbench.analysis.scoring import scored
from workbench.analysis.standing import Standing, standing
from workbench.analysis.tornado import tornado
from workbench.model import Case, Note

Build = Callable[..., Case]


def totals(found: Standing, method: str) -> dict[str, Points]:
    return {h: score for h, score in scored(found, method).scores.items() if isinstance(score, Points)}


def test_others_that_are_as_near_are_told(build: Build) -> None:
    found = tornado(standing(build({"s/a": "I C I I", "s/b": "N C N II"})))

    assert found is not None
    assert (found.leader, found.rival, found.as_near) == ("h2", "h1", ("h3",))


def test_rows_that_shrink_the_gap_stand_below_zero(build: Build) -> None:
    found = tornado(standing(build({"s/a": "II C", "s/b": "I C", "s/c": "C I", "s/d": "I I"})))

    assert found is not None
    assert (found.leader, found.rival, found.gap) == ("h2", "h1", Points(4))
    assert [(s.address, float(s.points)) for s in found.swings] == [("s/a", -2), ("s/b", -1), ("s/c", 1)]


def test_a_tie_has_no_gap(build: Build) -> None:
    found = tornado(standing(build({"s/a": "I C", "s/b": "C I"})))

    assert found is not None
    assert (found.leader, found.rival, found.gap) == ("h1", "h2", ZERO)


@pytest.mark.parametrize("rows", [{}, {"s/a": "I N"}])
def test_there_is_none_where_fewer_than_two_are_tested(build: Build, rows: dict[str, str]) -> None:
    assert tornado(standing(build(rows))) is None


@pytest.mark.parametrize("method", ADDITIVE)
@given(data=st.data())
def test_a_swing_is_what_parking_the_row_does_to_the_gap(
    cases: st.SearchStrategy[Case], method: str, data: st.DataObject
) -> None:
    case = data.draw(cases)
    before = standing(case)
    found = tornado(before, method)
    if not found:
        return
    scores = totals(before, method)
    assert scores[found.rival] - scores[found.leader] == found.gap
    assert found.leader in scored(before, method).leading
    assert all(scores[found.rival] <= scores[h] for h in scores if h not in {found.leader, *before.not_tested})
    swings = {swing.address: swing.points for swing in found.swings}
    for item, _ in case.rows:
        notes = {**case.matrix.notes, item.address: Note(parked="gone")}
        after = totals(standing(case.with_matrix(replace(case.matrix, notes=notes))), method)
        assert after[found.rival] - after[found.leader] == found.gap + swings.get(item.address, ZERO)
