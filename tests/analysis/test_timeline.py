"""Timelines: each state is the score of what was there by then."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.analysis.dated import dated_cases
from workbench.analysis import dating
from workbench.analysis.dating import CLOCKS, EVENT, REPORTED, Window
from workbench.analysis.methods import DEFAULT
from workbench.analysis.narrowing import narrowed
from workbench.analysis.standing import Standing, standing
from workbench.analysis.timeline import Moment, Timeline, timeline, windows
from workbench.model import Case, Kind, Narrowed, Narrowing, Park, edited

Build = Callable[..., Case]


def over(case: Case, clock: str = EVENT) -> Timeline:
    return timeline(standing(case), clock)


def course(found: Timeline) -> list[tuple[str, dict[str, str], tuple[str, ...]]]:
    return [
        (m.day.isoformat() if m.day else "start", {h: str(p) for h, p in m.points.items()}, m.leading)
        for m in found.moments
    ]


@pytest.fixture
def case(build: Build) -> Case:
    items: dict[str, dict[str, Any]] = {
        "s/late": {"when": "2019", "reported": "2018-05"},
        "s/early": {"when": "2017-03/2018-02", "reported": "2018-06"},
        "s/undated": {"when": "unknown"},
        "own/thought": {"kind": Kind.ARGUMENT},
    }
    return build({"s/late": "C I", "s/early": "II C", "s/undated": "I I", "own/thought": "I C"}, items)


def test_states_by_event(case: Case) -> None:
    found = over(case)

    assert course(found) == [
        ("start", {"h1": "1", "h2": "0"}, ("h2",)),
        ("2018-02-28", {"h1": "3", "h2": "0"}, ("h2",)),
        ("2019-12-31", {"h1": "3", "h2": "1"}, ("h2",)),
    ]
    assert found.undated == ("s/undated",)


def test_states_by_the_day_it_was_reported(case: Case) -> None:
    assert [(m.day, m.rows) for m in over(case, REPORTED).moments] == [
        (None, ("own/thought",)),
        (date(2018, 5, 31), ("s/late",)),
        (date(2018, 6, 30), ("s/early",)),
    ]


def test_rows_of_one_day_come_in_together(build: Build) -> None:
    items = {a: {"when": "2019-05-02"} for a in ("s/a", "s/b")}
    [one] = over(build({"s/a": "I C", "s/b": "C C"}, items)).moments

    assert one.rows == ("s/a", "s/b")
    assert one.coverage.bears_on == {"h1": 2, "h2": 2}


def test_a_state_changes_where_points_or_leaders_do(build: Build) -> None:
    items = {f"s/{n}": {"when": f"201{n}"} for n in range(4)}
    found = over(build({"s/0": "C N", "s/1": "C N", "s/2": "C C", "s/3": "C I"}, items))

    assert [(m.changed, m.leading) for m in found.moments] == [
        (True, ("h1",)),
        (False, ("h1",)),
        (True, ("h1", "h2")),  # h2 is tested now: no points changed
        (True, ("h1",)),
    ]


def test_a_retelling_speaks_until_the_first_teller_comes(build: Build) -> None:
    items = {"t/again": {"retells": "s/first", "when": "2018"}, "s/first": {"when": "2019", "credibility": "1"}}
    found = over(build({"t/again": "I I", "s/first": "I C"}, items, sources={"s": "A"}))

    assert [{h: str(p) for h, p in m.adjusted.items()} for m in found.moments] == [
        {"h1": "1", "h2": "1"},
        {"h1": "1.4", "h2": "0"},
    ]


def test_a_chain_of_retellings_in_any_order_is_heard_once(build: Build) -> None:
    """Last teller first, then the first: who is in between comes in silent, and one that fell silent stays so."""
    retold = {"b/x": "a/x", "c/x": "b/x", "d/x": "c/x"}
    days = {"d/x": "2011", "b/x": "2012", "c/x": "2013", "a/x": "2014"}
    items = {a: {"when": days[a], "retells": retold.get(a, "")} for a in sorted(days)}
    found = over(build({"a/x": "I C", "b/x": "C II", "c/x": "II II", "d/x": "I I"}, items))

    assert [{h: str(p) for h, p in m.adjusted.items()} for m in found.moments] == [
        {"h1": "1", "h2": "1"},
        {"h1": "0", "h2": "2"},
        {"h1": "0", "h2": "2"},
        {"h1": "1", "h2": "0"},
    ]


def test_an_assessment_falls_silent_with_the_last_of_its_grounds(build: Build) -> None:
    kind = {"kind": Kind.ASSESSMENT, "rests_on": ("a/x", "b/x"), "when": "2011"}
    items = {"c/x": kind, "a/x": {"when": "2012"}, "b/x": {"when": "2013"}}
    found = over(build({"a/x": "C C", "b/x": "C C", "c/x": "II C"}, items))

    assert [str(m.adjusted["h1"]) for m in found.moments] == ["2", "2", "0"]


def test_a_voice_says_its_next_strongest_when_the_strongest_falls_silent(build: Build) -> None:
    items = {
        "a/x": {"origins": ("ann",), "when": "2011"},
        "b/x": {"origins": ("ann",), "when": "2011"},
        "c/x": {"retells": "d/x", "origins": ("ann",), "when": "2012"},
        "d/x": {"origins": ("ann",), "when": "2013"},
    }
    found = over(build({"a/x": "I C", "b/x": "I C", "c/x": "II C", "d/x": "C C"}, items, origins={"ann": "C"}))

    assert [str(m.adjusted["h1"]) for m in found.moments] == ["1", "2", "1"]


def test_nothing_dated_is_no_state(build: Build) -> None:
    found = over(build({"s/a": "I C"}))

    assert (found.moments, found.undated) == ((), ("s/a",))


def test_parked_rows_are_in_no_state(case: Case) -> None:
    found = over(edited(edited(case, Park("s/late", "because")), Park("s/undated", "because")))

    assert [m.rows for m in found.moments] == [("own/thought",), ("s/early",)]
    assert found.undated == ()


def test_windows_part_the_rows_that_have_a_day(case: Case) -> None:
    found = windows(standing(case), EVENT, Window.QUARTER)

    assert [(one.value, one.rows) for one in found.slices] == [("2018-Q1", ("s/early",)), ("2019-Q4", ("s/late",))]
    assert found.without == ("s/undated", "own/thought")


def same(moment: Moment, found: Standing) -> bool:
    result = found.methods[DEFAULT]
    coverage = moment.coverage
    return (
        (moment.points, moment.adjusted, moment.leading, moment.leading_adjusted)
        == (result.scores, result.adjusted, result.leading, result.leading_adjusted)
        and (coverage.rows, coverage.bears_on, coverage.contradicts)
        == (found.rows, found.bears_on, found.contradicts)
        and coverage.little_tested == found.little_tested
    )  # fmt: skip


def by_then(case: Case, clock: str, until: date | None) -> Case:
    """The case with what has a day up to this one, and our own thinking that has none."""
    days = {a: dating.day(case, item, clock) for a, item in case.items.items()}
    items = {
        a: item
        for a, item in case.items.items()
        if dating.timeless(item, days[a]) or ((day := days[a]) and until and day <= until)
    }
    outside = {a: item for a, item in case.items.items() if a not in items}
    return replace(case, items=items, narrowed=Narrowed(Narrowing(as_of="9999"), outside))


@pytest.mark.parametrize("clock", CLOCKS)
def test_each_state_is_the_score_of_what_was_there(cases: st.SearchStrategy[Case], clock: str) -> None:
    @settings(max_examples=80, deadline=None)
    @given(dated_cases(cases))
    def law(case: Case) -> None:
        for moment in over(case, clock).moments:
            assert same(moment, standing(by_then(case, clock, moment.day)))

    law()


def test_the_last_state_is_the_score_of_all_rows_with_a_day(cases: st.SearchStrategy[Case]) -> None:
    @settings(max_examples=60, deadline=None)
    @given(dated_cases(cases))
    def law(case: Case) -> None:
        found = over(case, REPORTED)
        whole = standing(narrowed(case, Narrowing(as_of="9999")))

        assert not found.moments or same(found.moments[-1], whole)
        assert len(found.undated) + whole.rows == standing(case).rows

    law()


def test_a_state_by_report_is_the_score_as_of_that_day(cases: st.SearchStrategy[Case]) -> None:
    @settings(max_examples=60, deadline=None)
    @given(dated_cases(cases))
    def law(case: Case) -> None:
        for moment in over(case, REPORTED).moments:
            if moment.day:
                assert same(moment, standing(narrowed(case, Narrowing(as_of=moment.day.isoformat()))))

    law()
