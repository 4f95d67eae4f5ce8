from __future__ import annotations

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.analysis.agreement.several import random_teams, several
from tests.analysis.varied import Leaders, grid
from workbench.analysis.agreement import Agreement, agreement
from workbench.analysis.agreement.orders import Orders
from workbench.analysis.methods import DEFAULT
from workbench.model import Case, Rating


def compared(case: Case) -> tuple[Agreement, Orders]:
    found = agreement(case)
    assert found.orders is not None
    return found, found.orders


def rated_otherwise(case: Case, cell: tuple[str, str], given: set[Rating]) -> dict[Rating, Leaders]:
    """Who leads when a cell is rated so, where that is not who leads now: counted from the rows."""
    now, (address, hypothesis) = grid(case, DEFAULT), cell
    if hypothesis not in now.ratings.get(address, {}):
        return {}
    after = {rating: now.rated({cell: rating}).leading() for rating in given}
    return {rating: leading for rating, leading in after.items() if leading != now.leading()}


def test_what_settling_a_cell_does() -> None:
    case = several(
        {"ann": {"s/a": "I C", "s/b": "C I"}, "bob": {"s/a": "C C", "s/b": "C I"}, "cy": {"s/a": "II C", "s/b": "C I"}}
    )
    _, orders = compared(case)
    (only,) = orders.contested
    assert (only.cell.address, only.cell.hypothesis) == ("s/a", "h1")
    assert only.team == (("C", ("h1",)), ("II", ("h2",))), "the median is I, and both are at 1 point"
    assert only.analysts == {
        "ann": (("C", ("h1",)), ("II", ("h2",))),
        "bob": (("I", ("h1", "h2")), ("II", ("h2",))),
        "cy": (("C", ("h1",)), ("I", ("h1", "h2"))),
    }


def test_cells_that_change_the_leading_set_come_first() -> None:
    rows = {"s/a": "C II", "s/b": "C II", "s/c": "C I"}
    case = several({"ann": rows, "bob": {**rows, "s/b": "II C"}, "cy": {**rows, "s/c": "II II"}})
    _, orders = compared(case)
    order = [(one.cell.address, one.cell.hypothesis) for one in orders.contested]
    assert order == [("s/c", "h1"), ("s/b", "h1"), ("s/b", "h2")]
    assert [list(one.analysts) for one in orders.contested] == [["bob"], [], []], "with bob 4 points against 3"


def test_fewest_cells_together() -> None:
    rows = {"s/a": "C I", "s/b": "C I", "s/c": "C I"}
    case = several({"ann": rows, "bob": rows, "cy": {"s/a": "I I", "s/b": "I I", "s/c": "I I"}})
    _, orders = compared(case)
    assert not any(one.team for one in orders.contested)
    assert orders.fewest is not None
    assert sorted(orders.fewest.cells) == [("s/a", "h1", "I"), ("s/b", "h1", "I"), ("s/c", "h1", "I")]
    assert orders.fewest.leading == ("h1", "h2")


def test_no_way_of_settling_changes_who_leads() -> None:
    rows = {"s/a": "C II", "s/b": "C II"}
    _, orders = compared(several({"ann": rows, "bob": rows, "cy": {**rows, "s/b": "I II"}}))
    assert orders.fewest is None
    assert [one.matters for one in orders.contested] == [False]


@given(st.data())
def test_settling_by_brute_force(cases: st.SearchStrategy[Case], data: st.DataObject) -> None:
    found, orders = compared_random(cases, data)
    if orders is None:
        return
    each = {member.id: member.case for member in found.analysts}
    assert {(o.cell.address, o.cell.hypothesis) for o in orders.contested} == {
        (cell.address, cell.hypothesis) for cell in found.cells if cell.contested
    }
    for one in orders.contested:
        place, ratings = (one.cell.address, one.cell.hypothesis), set(one.cell.ratings.values())
        assert dict(one.team) == rated_otherwise(orders.team.case, place, ratings)
        expected = {a: rated_otherwise(each[a], place, ratings) for a in one.cell.ratings}
        assert {a: dict(some) for a, some in one.analysts.items()} == {a: some for a, some in expected.items() if some}


@settings(max_examples=60)
@given(st.data())
def test_fewest_by_brute_force(cases: st.SearchStrategy[Case], data: st.DataObject) -> None:
    found, orders = compared_random(cases, data, rows=2)
    if orders is None:
        return
    now = grid(orders.team.case, DEFAULT)
    cells = [cell for cell in found.cells if cell.contested and cell.address in now.ratings]
    ways = product(*[[None, *sorted(set(cell.ratings.values()))] for cell in cells])
    sizes = []
    for way in ways:
        changes = {(c.address, c.hypothesis): rating for c, rating in zip(cells, way, strict=True) if rating}
        if now.rated(changes).leading() != now.leading():
            sizes.append(len(changes))
    assert (len(orders.fewest.cells) if orders.fewest else None) == min(sizes, default=None)
    if orders.fewest:
        settled = {(address, h): rating for address, h, rating in orders.fewest.cells}
        assert now.rated(settled).leading() == orders.fewest.leading


def compared_random(
    cases: st.SearchStrategy[Case], data: st.DataObject, rows: int = 4
) -> tuple[Agreement, Orders | None]:
    found = agreement(data.draw(random_teams(cases, rows)))
    return found, found.orders
