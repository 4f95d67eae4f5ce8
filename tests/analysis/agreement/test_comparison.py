from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.analysis.agreement.several import ANALYSTS, random_teams, several
from workbench.analysis.agreement import Agreement, agreement
from workbench.analysis.methods import DEFAULT
from workbench.model import Case, Matrix, Note, OwnGrade


def told(found: Agreement, names: dict[str, str]) -> object:
    """All that is said of a comparison, with other names for the analysts, in whatever order they come."""
    orders = found.orders
    return (
        {(c.address, c.hypothesis): {names[a]: r for a, r in c.ratings.items()} for c in found.cells},
        found.alpha,
        found.medians,
        {(g.address, g.weighs): {names[a]: own for a, own in g.given.items()} for g in found.grades},
        orders
        and (
            {names[a]: s.methods for a, s in orders.each.items()},
            orders.team.methods,
            orders.other_leading,
            orders.concordance.measure,
            round(orders.concordance.value or 0, 9),
            {names[a] for a in orders.concordance.analysts},
            [(c.cell.address, c.cell.hypothesis, c.team, len(c.analysts), c.swing) for c in orders.contested],
            orders.fewest,
            orders.pooled.shares,
        ),
    )


@given(st.data())
def test_who_is_who_changes_nothing(cases: st.SearchStrategy[Case], data: st.DataObject) -> None:
    case = data.draw(random_teams(cases))
    matrices = [case.matrix, *case.colleagues.values()]
    ids = data.draw(st.permutations(ANALYSTS[: len(matrices)]))
    renamed = [replace(matrix, analyst=name) for matrix, name in zip(matrices, ids, strict=True)]
    mine = data.draw(st.integers(0, len(matrices) - 1))
    others = {m.analyst: m for place, m in enumerate(renamed) if place != mine}
    other = replace(case, matrix=renamed[mine], colleagues=others)
    names = {matrix.analyst: name for matrix, name in zip(matrices, ids, strict=True)}
    assert told(agreement(case), names) == told(agreement(other), {name: name for name in ids})


def test_who_rated_nothing_takes_no_part() -> None:
    case = several({"ann": {"s/a": "C I"}, "bob": {"s/a": "C I"}})
    found = agreement(replace(case, colleagues={**case.colleagues, "cy": Matrix("q", "cy")}))
    assert ([member.id for member in found.analysts], found.idle) == (["ann", "bob"], ("cy",))


def test_with_nobody_there_is_nothing() -> None:
    found = agreement(replace(several({"ann": {"s/a": "- -"}}), colleagues={}))
    assert (found.analysts, found.cells, found.orders, found.alpha.value) == ((), (), None, None)


def test_alone_there_is_an_order_and_nothing_to_agree_with() -> None:
    found = agreement(several({"ann": {"s/a": "C I", "s/b": "C N"}}))
    assert found.orders is not None
    assert (found.alpha.value, found.contested, found.orders.concordance.value) == (None, (), None)
    assert found.orders.leading == {("h1",): ("ann",)}


def test_while_blind_only_the_rows_shown_are_compared_and_nothing_said_of_the_order() -> None:
    case = several(
        {"ann": {"s/a": "C I", "s/b": "C -"}, "bob": {"s/a": "I I", "s/b": "I I"}},
        {"bob": {"grades": {"s/a": OwnGrade("1"), "s/b": OwnGrade("1")}}},
    )
    found = agreement(case, rows={"s/a"})
    assert {cell.address for cell in found.cells} == {"s/a"}
    assert [grade.address for grade in found.grades] == ["s/a"]
    assert found.orders is None
    assert [one.matters for one in found.contested] == [False]


def test_contested_grades() -> None:
    rows = {"s/a": "C I", "s/b": "C I", "s/c": "C I"}
    own: dict[str, dict[str, Any]] = {
        "ann": {"grades": {"s/a": OwnGrade("1"), "s/b": OwnGrade("3")}, "notes": {"s/c": Note(parked="no")}},
        "bob": {"grades": {"s/a": OwnGrade("6"), "s/c": OwnGrade("5")}},
    }
    found = agreement(several({"ann": rows, "bob": rows}, own, sources={"s": "A"})).grades
    assert [(g.address, g.filed, list(g.given), g.weighs) for g in found] == [
        ("s/a", "3", ["ann", "bob"], True),
        ("s/c", "3", ["bob"], False),
    ], "an own grade that is the file's contests nothing; who parked a row has no say in it"


def test_the_orders_are_those_of_each_by_themselves() -> None:
    case = several({"ann": {"s/a": "I C"}, "bob": {"s/a": "C I"}, "cy": {"s/a": "C I"}})
    orders = agreement(case).orders
    assert orders is not None
    assert orders.leading == {("h1",): ("bob", "cy"), ("h2",): ("ann",)}
    assert orders.team.methods[DEFAULT].leading == ("h1",)
