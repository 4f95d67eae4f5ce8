"""What an analyst may see of colleagues' ratings before having rated: by row, or by matrix."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.analysis.agreement.several import random_teams, several
from workbench.analysis.agreement import agreement, hidden, not_done
from workbench.analysis.narrowing import narrowed
from workbench.model import Blind, Case, Condition, Matrix, Narrowing, Note

ROWS = {"ann": {"s/a": "C I", "s/b": "C -", "s/c": "- -"}, "bob": {"s/a": "I I", "s/b": "I I", "s/c": "C C"}}


def blind(case: Case, setting: Blind) -> Case:
    return replace(case, question=replace(case.question, blind=setting))


@pytest.mark.parametrize(
    ("setting", "kept"), [(Blind.ROW, ("s/b", "s/c")), (Blind.MATRIX, ("s/a", "s/b", "s/c"))], ids=["row", "matrix"]
)
def test_rows_are_hidden_as_the_question_says(setting: Blind, kept: tuple[str, ...]) -> None:
    case = blind(several(ROWS), setting)
    assert not_done(case) == ("s/b", "s/c")
    assert hidden(case) == kept


@pytest.mark.parametrize("setting", Blind)
def test_a_row_that_is_parked_keeps_nothing_back(setting: Blind) -> None:
    case = several(ROWS, {"ann": {"notes": {"s/b": Note(parked="says nothing"), "s/c": Note(parked="nor that")}}})
    assert hidden(blind(case, setting)) == ()


@pytest.mark.parametrize("setting", Blind)
def test_whose_matrix_is_empty_sees_nothing(setting: Blind) -> None:
    case = blind(several(ROWS), setting)
    assert hidden(case.with_matrix(Matrix("q", "ann"))) == tuple(case.items)


def test_a_row_left_out_by_narrowing_still_keeps_the_matrix_back() -> None:
    case = narrowed(several({"ann": {"s/a": "C I", "t/b": "- -"}}), Narrowing((Condition("source", "s"),)))
    assert tuple(case.items) == ("s/a",)
    assert (not_done(case), hidden(case)) == (("t/b",), ())
    assert hidden(blind(case, Blind.MATRIX)) == ("s/a",)


@given(data=st.data())
def test_what_is_hidden_is_in_no_comparison(data: st.DataObject, cases: st.SearchStrategy[Case]) -> None:
    case = blind(data.draw(random_teams(cases)), data.draw(st.sampled_from(Blind)))
    kept = set(hidden(case))
    assert kept >= set(not_done(case))
    assert bool(kept) == bool(not_done(case)), "who has rated everything sees everything"
    found = agreement(case, case.items.keys() - kept)
    assert not kept & {*found.rows, *(cell.address for cell in found.cells), *found.parked}
