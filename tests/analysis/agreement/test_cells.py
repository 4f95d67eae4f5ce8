from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.analysis.agreement.several import random_teams, several
from workbench.analysis.agreement import agreement
from workbench.analysis.changes.contested import contested
from workbench.analysis.changes.side import Side
from workbench.model import Case, Matrix, Note, Row


def found(case: Case) -> dict[tuple[str, str], tuple[bool, int | None]]:
    return {(cell.address, cell.hypothesis): (cell.contested, cell.spread) for cell in agreement(case).cells}


def test_contested_is_to_stand_on_different_sides() -> None:
    case = several({"ann": {"s/a": "C CC N"}, "bob": {"s/a": "I C II"}})
    assert found(case) == {("s/a", "h1"): (True, 2), ("s/a", "h2"): (False, 1), ("s/a", "h3"): (False, 2)}


def test_na_and_unrated_take_no_side_and_have_no_spread() -> None:
    case = several({"ann": {"s/a": "NA C -"}, "bob": {"s/a": "II - -"}})
    assert found(case) == {("s/a", "h1"): (False, None), ("s/a", "h2"): (False, None)}


def test_the_sides_are_counted() -> None:
    cell = agreement(
        several({"ann": {"s/a": "C"}, "bob": {"s/a": "II"}, "cy": {"s/a": "I"}, "dee": {"s/a": "NA"}})
    ).cells[0]
    assert (cell.consistent, cell.neutral, cell.inconsistent, cell.not_applicable) == (1, 0, 2, 1)


def test_parked_rows_say_nothing() -> None:
    case = several({"ann": {"s/a": "C C"}, "bob": {"s/a": "I I"}}, {"bob": {"notes": {"s/a": Note(parked="no")}}})
    assert found(case) == {("s/a", "h1"): (False, None), ("s/a", "h2"): (False, None)}


def test_stale_rows_say_nothing_and_those_by_hand_do() -> None:
    case = several({"ann": {"s/a": "C C"}, "bob": {"s/a": "I I"}})
    old = Matrix("q", "bob", rows={"s/a": Row(case.colleagues["bob"].row("s/a").ratings, "w0000000000000000")})
    stale = agreement(Case(case.question, case.items, case.sources, case.origins, case.matrix, {"bob": old}))
    assert [cell.ratings for cell in stale.cells] == [{"ann": "C"}, {"ann": "C"}]
    assert [member.stale for member in stale.analysts] == [frozenset(), {"s/a"}]
    assert [cell.contested for cell in agreement(case).cells] == [True, True]


@given(st.data())
def test_contested_means_what_it_means_to_a_diff(cases: st.SearchStrategy[Case], data: st.DataObject) -> None:
    case = data.draw(random_teams(cases))
    matrices = {("q", m.analyst): m for m in (case.matrix, *case.colleagues.values())}
    side = Side("now", {"q": case.question}, case.sources, case.origins, case.items, matrices, {"q": tuple(case.items)})
    assert {key for key, (is_contested, _) in found(case).items() if is_contested} == set(contested(side, "q"))
