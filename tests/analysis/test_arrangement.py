from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.analysis import SORTS, Block, arranged, standing
from workbench.analysis.diagnosticity import INDICES
from workbench.model import Case, Level, Note, Rate, Rating, Row, edited

Build = Callable[..., Case]
Cases = st.SearchStrategy[Case]
Published = Callable[[str], tuple[Case, dict[str, Any]]]

BY_INDEX = ("information", "range", "deviation", "likelihood-ratio")


def order(case: Case, sort: str) -> list[str]:
    """The ids of the rows that decide, in their order."""
    return [a.partition("/")[2] for a in arranged(standing(case), sort)[Block.DECIDES]]


@pytest.mark.parametrize("sort", BY_INDEX)
def test_heuer_1993_by_an_index(published: Published, sort: str) -> None:
    case, _ = published("heuer_iraq_1993")
    assert order(case, sort) == ["e6", "e2", "e3", "e4", "e5"]


def test_heuer_1993_by_what_parts_the_leaders(published: Published) -> None:
    """Minor action leads, major action is next: e2 and e3 speak against the latter only."""
    case, _ = published("heuer_iraq_1993")
    assert order(case, "leaders") == ["e2", "e3", "e4", "e5", "e6"]


def test_the_ends_of_a_row_and_the_whole_of_it_are_two_things(build: Build) -> None:
    case = build({"s/one-end": "II C C C C C C C C C", "s/halves": "I I I I I C C C C C"})
    assert order(case, "range") == order(case, "likelihood-ratio") == ["one-end", "halves"]
    assert order(case, "deviation") == order(case, "information") == ["halves", "one-end"]


def test_weights_take_no_part_in_an_index(build: Build) -> None:
    rows = {"s/i": "I C", "s/ii": "II C"}
    notes = {"s/i": Note(Level.HIGH), "s/ii": Note(Level.LOW)}
    case = build(rows, {"s/i": {"credibility": "1"}, "s/ii": {"credibility": "5"}}, {"s": "A"}, notes=notes)
    assert order(case, "decides") == ["i", "ii"]
    assert [order(case, sort) for sort in BY_INDEX] == [["ii", "i"]] * 4


def test_rows_that_tell_alike_stay_in_file_order(build: Build) -> None:
    """Mirrored rows tell alike, though their floats may differ in the last digit."""
    rows = {"s/a": "II I C", "s/b": "CC C I", "s/c": "II I C", "s/d": "C I CC"}
    for sort in ("information", "deviation", "range"):
        assert order(build(rows), sort) == ["a", "b", "c", "d"], sort


def test_where_leaders_tie_what_parts_them_goes_first(build: Build) -> None:
    rows = {"s/third": "C C II", "s/one": "I C C", "s/far": "CC I II", "s/open": "- C II", "s/other": "II CC C"}
    case = build(rows | {"s/even": "C II C"})
    assert standing(case).methods["parc-weighted"].leading == ("h1", "h2")
    assert order(case, "leaders") == ["other", "far", "even", "one", "third", "open"]


def test_a_leader_is_set_apart_from_each_next_best(build: Build) -> None:
    rows = {"s/both": "C I I", "s/nearer": "C I C", "s/second": "CC C II", "s/fourth": "C C C II"}
    wide = {a: cells if len(cells.split()) == 4 else f"{cells} C" for a, cells in rows.items()}
    case = build(wide | {"s/more": "C II I I"})
    ranks = standing(case).methods["parc-weighted"].ranks
    assert (ranks["h1"], sorted(h for h, rank in ranks.items() if rank == 2)) == (1, ["h4"])
    assert order(case, "leaders")[:2] == ["fourth", "more"]


def test_where_nothing_is_tested_leaders_part_nothing(build: Build) -> None:
    now = standing(build({"s/a": "N NA", "s/b": "NA N"}))
    assert arranged(now, "leaders")[Block.SEPARATES_NOTHING] == ("s/a", "s/b")


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_each_index_orders_every_block_largest_first(cases: Cases, data: st.DataObject) -> None:
    case = data.draw(cases)
    now = standing(case)
    places = {address: n for n, address in enumerate(case.items)}
    for sort in BY_INDEX:
        for rows in arranged(now, sort).values():
            keys = [(-round(INDICES[sort].of(now.setting.ratings(case, a).values()), 12), places[a]) for a in rows]
            assert keys == sorted(keys)


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_sorts_that_do_not_depend_on_ratings_say_so(cases: Cases, data: st.DataObject) -> None:
    """While rating is blind only these may order rows: no change of a rating moves any."""
    case = data.draw(cases)
    rated = {
        a: Row({h: data.draw(st.sampled_from(Rating)) for h in row.ratings}) for a, row in case.matrix.rows.items()
    }
    other = case.with_matrix(replace(case.matrix, rows=rated))
    one, two = standing(case), standing(other)
    for sort in SORTS.values():
        if not sort.by_ratings:
            assert [sort.key(one, a) for a in case.items] == [sort.key(two, a) for a in case.items]


def test_sorts_that_depend_on_ratings(build: Build) -> None:
    case = build({"s/a": "C I", "s/b": "C I"})
    other = edited(case, Rate("s/b", "h2", Rating.II))
    moved = {
        name for name, sort in SORTS.items() if sort.key(standing(case), "s/b") != sort.key(standing(other), "s/b")
    }
    assert moved == {name for name, sort in SORTS.items() if sort.by_ratings} == {*BY_INDEX, "leaders"}
