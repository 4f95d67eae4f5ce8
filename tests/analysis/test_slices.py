"""Slices: each scored as if it were the whole matrix, and whether they name different leaders."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.analysis.dated import dated_cases, figures
from workbench.analysis.dating import Window
from workbench.analysis.methods import DEFAULT
from workbench.analysis.narrowing import narrowed
from workbench.analysis.points import ZERO
from workbench.analysis.slices import Slices, known, slices
from workbench.analysis.standing import standing
from workbench.model import Case, Condition, Kind, Narrowing, Park, edited

Build = Callable[..., Case]


def cut(case: Case, by: str, window: Window = Window.YEAR) -> Slices:
    return slices(standing(case), by, window)


def groups(found: Slices) -> dict[str, tuple[str, ...]]:
    return {one.value: one.rows for one in found.slices}


@pytest.fixture
def case(build: Build) -> Case:
    items: dict[str, dict[str, Any]] = {
        "s/a": {"tags": {"camp": ("y", "x")}, "when": "2018/2019-03", "origins": ("ann",)},
        "s/b": {"tags": {"camp": ("y",)}, "when": "2019-06"},
        "t/c": {"kind": Kind.DENIAL, "when": "2022"},
        "t/d": {"kind": Kind.ARGUMENT},
    }
    rows = {"s/a": "I C C", "s/b": "C I C", "t/c": "C C I", "t/d": "C C C"}
    return build(rows, items, origins={"ann": "B"})


def test_items_are_in_a_slice_for_each_value_and_those_without_are_named(case: Case) -> None:
    found = cut(case, "camp")

    assert groups(found) == {"x": ("s/a",), "y": ("s/a", "s/b")}
    assert (found.without, found.several) == (("t/c", "t/d"), ("s/a",))


def test_by_source_origin_and_kind(case: Case) -> None:
    assert groups(cut(case, "source")) == {"s": ("s/a", "s/b"), "t": ("t/c", "t/d")}
    assert groups(cut(case, "origin")) == {"ann": ("s/a",)}
    assert groups(cut(case, "kind")) == {"report": ("s/a", "s/b"), "denial": ("t/c",), "argument": ("t/d",)}


def test_by_period_a_row_is_in_each_window_it_overlaps(case: Case) -> None:
    """Nothing begins or ends in 2020 and 2021: these are no slices."""
    found = cut(case, "period")

    assert groups(found) == {"2018": ("s/a",), "2019": ("s/a", "s/b"), "2022": ("t/c",)}
    assert found.without == ("t/d",)
    assert [*groups(cut(case, "period", Window.QUARTER))] == ["2018-Q1", "2019-Q1", "2019-Q2", "2022-Q1", "2022-Q4"]


def test_by_period_open_ends_reach_the_windows_there_are(build: Build) -> None:
    items = {"s/a": {"when": "../2018"}, "s/b": {"when": "2018/.."}, "s/c": {"when": "2017"}, "s/d": {"when": "2020"}}
    found = cut(build(dict.fromkeys(items, "I C"), items), "period")

    assert groups(found) == {"2017": ("s/a", "s/c"), "2018": ("s/a", "s/b"), "2020": ("s/b", "s/d")}


def test_what_there_is_to_slice_by(case: Case, build: Build) -> None:
    assert known(case) == ("camp", "period", "source", "origin", "kind")
    assert known(build({"s/a": "I C"})) == ("source", "kind")
    assert known(edited(build({"s/a": "I C"}), Park("s/a", "because"))) == ()


def test_a_slice_has_its_own_tested_and_little_tested(build: Build) -> None:
    items = {f"s/a{n}": {"tags": {"camp": ("x",)}} for n in range(5)} | {"s/b": {}}
    rows = {f"s/a{n}": "C I N" for n in range(4)} | {"s/a4": "C NA N", "s/b": "C C C"}
    [one] = cut(build(rows, items), "camp").slices

    assert one.standing.not_tested == ("h3",)
    assert one.leading == ("h1",)


def test_slices_differ_where_nobody_leads_in_all_that_name_leaders(build: Build) -> None:
    items = {a: {"tags": {"camp": (a[-1],)}} for a in ("s/x", "s/y", "s/z")}

    assert cut(build({"s/x": "C I", "s/y": "I C", "s/z": "C C"}, items), "camp").differ
    same = cut(build({"s/x": "C I I", "s/y": "C C I", "s/z": "C C C"}, items), "camp")
    assert (same.differ, same.agreed) == (False, ("h1",))


def test_a_slice_in_which_all_tie_or_the_leader_is_little_tested_names_none(build: Build) -> None:
    items = {f"s/{n}": {"tags": {"camp": ("x",)}} for n in "abc"}
    [tie] = cut(build({"s/a": "C C", "s/b": "I I", "s/c": "N NA"}, items), "camp").slices
    [little] = cut(build({"s/a": "C I", "s/b": "N I", "s/c": "N C"}, items), "camp").slices

    [both] = cut(build({"s/a": "C C I", "s/b": "N C I", "s/c": "N C C"}, items), "camp").slices
    assert (both.leading, both.leaders) == (("h1", "h2"), ("h2",))
    assert (tie.leading, tie.leaders) == (("h1", "h2"), ())
    assert (little.leading, little.leaders) == (("h1",), ())
    assert not cut(build({"s/a": "C C", "s/b": "I I"}, items), "camp").differ


def test_slices_of_a_narrowed_case_are_slices_of_what_is_left(case: Case) -> None:
    part = narrowed(case, Narrowing((Condition("source", "s"),)))

    assert groups(cut(part, "camp")) == {"x": ("s/a",), "y": ("s/a", "s/b")}
    assert not any("left out" in remark for one in cut(part, "camp").slices for remark in one.standing.remarks)


def test_rows_of_a_tag_with_one_value_are_parted_and_their_points_add_up(cases: st.SearchStrategy[Case]) -> None:
    @settings(max_examples=60, deadline=None)
    @given(dated_cases(cases))
    def law(case: Case) -> None:
        found = cut(case, "camp")
        rows = [*found.without, *(address for one in found.slices for address in one.rows)]
        apart = replace(case, items={a: case.items[a] for a in found.without})
        scores = [one.standing.methods[DEFAULT].scores for one in found.slices]
        scores.append(standing(apart).methods[DEFAULT].scores)

        assert sorted(rows) == sorted(item.address for item, _ in case.rows)
        assert found.several == ()
        assert found.standing.methods[DEFAULT].scores == {
            h.id: sum((one[h.id] for one in scores), ZERO) for h in case.hypotheses
        }

    law()


def test_a_slice_is_the_case_narrowed_to_it(cases: st.SearchStrategy[Case]) -> None:
    @settings(max_examples=60, deadline=None)
    @given(dated_cases(cases), st.sampled_from(["camp", "topic", "source", "origin", "kind", "period"]))
    def law(case: Case, by: str) -> None:
        for one in cut(case, by).slices:
            part = narrowed(case, Narrowing((Condition(by, one.value),)))

            assert figures(one.standing) == figures(standing(part))
            assert one.rows == tuple(item.address for item, _ in part.rows)

    law()
