from collections.abc import Callable
from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from workbench.analysis.heuer import tasks
from workbench.analysis.heuer.rating import RatingOrder, rating_order
from workbench.model import Case, Note

Build = Callable[..., Case]
TODAY = date(2026, 11, 22)


def test_the_order_of_a_seed_is_the_same_on_every_machine(build: Build) -> None:
    case = build({f"s/{name}": "- - - -" for name in "abcdef"})

    assert rating_order(case, "4711") == RatingOrder(
        ("s/b", "s/e", "s/c", "s/a", "s/d", "s/f"), ("h3", "h4", "h1", "h2")
    )
    assert rating_order(case, "1") != rating_order(case, "2")


def test_without_a_seed_it_is_the_order_of_the_files(build: Build) -> None:
    assert rating_order(build({"s/b": "- -", "s/a": "- -"})) == RatingOrder(("s/b", "s/a"), ("h1", "h2"))


@given(seed=st.text(min_size=1), names=st.lists(st.text("abc", min_size=1), unique=True, max_size=8), data=st.data())
def test_what_remains_keeps_its_order(build: Build, seed: str, names: list[str], data: st.DataObject) -> None:
    """Neither the order of the files nor what else is there moves a row: half a matrix can be resumed."""
    case = build({f"s/{name}": "- -" for name in names})
    shuffled = data.draw(st.permutations(list(case.items.values())))
    parked = data.draw(st.sets(st.sampled_from(names))) if names else set()
    fewer = replace(case, items={item.address: item for item in shuffled}).with_matrix(
        replace(case.matrix, notes={f"s/{name}": Note(parked="so") for name in parked})
    )
    before = [address for address in rating_order(case, seed).addresses if address.partition("/")[2] not in parked]

    assert list(rating_order(fewer, seed).addresses) == before
    assert sorted(rating_order(case, seed).addresses) == sorted(case.items)


def test_every_order_comes_about_about_as_often(build: Build) -> None:
    case = build({"s/a": "-", "s/b": "-", "s/c": "-"})
    orders = [rating_order(case, str(seed)).addresses for seed in range(600)]

    assert len(set(orders)) == 6
    assert all(70 <= orders.count(order) <= 130 for order in set(orders))


def test_rows_with_unrated_cells_are_left_with_the_first_of_them(build: Build) -> None:
    case = build({"s/a": "C C C", "s/b": "C - -", "s/c": "- - -"}, notes={"s/d": Note()})
    found = tasks(case, 3, TODAY)

    assert [(t.address, t.hypothesis, t.number) for t in found] == [("s/b", "h2", 2), ("s/c", "h1", 3)]
    assert [t.sentence for t in found] == ["2 of 3 cells are unrated.", "The row is unrated."]
