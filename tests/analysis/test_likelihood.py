from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.matrices import with_row
from workbench.analysis.likelihood import TABLE, cells, kappa
from workbench.analysis.scoring import Scored, scored
from workbench.analysis.standing import standing
from workbench.model import Case, Kind, Level, Note, Park, Rating, Row, edited

Build = Callable[..., Case]
Cases = st.SearchStrategy[Case]
Published = Callable[[str], tuple[Case, dict[str, Any]]]
A1 = {"credibility": "1"}


def counted(case: Case, ratio: float | None = None) -> Scored:
    return scored(standing(case), "log-likelihood", ratio)


def scores(case: Case, ratio: float | None = None) -> list[float]:
    return [float(score) for score in counted(case, ratio).scores.values()]


def adjusted(case: Case) -> list[float]:
    return [float(score) for score in counted(case).adjusted.values()]


# The table


def test_two_rows_by_hand(build: Build) -> None:
    """The first row is wholly reliable; of the second 0.75 is kept, and 0.25 is its mean, 0.4."""
    case = build({"a/x": "C I", "b/x": "II C"}, {"a/x": A1}, {"a": "A"})
    h1 = 0.7 * (0.75 * 0.1 + 0.25 * 0.4)
    h2 = 0.3 * (0.75 * 0.7 + 0.25 * 0.4)
    assert scores(case) == [pytest.approx(math.log(h2 / h1)), 0]
    assert counted(case).leading == ("h2",)
    assert counted(case).ranks == {"h1": 2, "h2": 1}


@pytest.mark.parametrize(("digit", "kept"), [("1", 1), ("3", 0.75), ("5", 0.5)])
def test_reliability_draws_a_row_towards_its_mean(build: Build, digit: str, kept: float) -> None:
    case = build({"s/a": "CC II N"}, {"s/a": {"credibility": digit}}, {"s": "A"})
    told = [kept * likelihood + (1 - kept) * 0.5 for likelihood in (0.9, 0.1, 0.5)]
    assert list(cells(standing(case), "s/a").values()) == pytest.approx([-math.log(x) for x in told])
    assert scores(case) == pytest.approx([math.log(told[0] / x) for x in told])


@pytest.mark.parametrize("cell", ["NA", "-"])
def test_what_is_not_applicable_or_unrated_says_nothing(build: Build, cell: str) -> None:
    case = build({"s/a": f"C I {cell}", "s/b": f"I {cell} {cell}", "s/c": "NA - NA"})
    assert list(cells(standing(case), "s/a").values()) == pytest.approx([-math.log(x) for x in (0.65, 0.35, 0.5)])
    assert len({*cells(standing(case), "s/b").values()}) == 1
    assert cells(standing(case), "s/c") == {}
    found = counted(case).assumptions
    assert found is not None
    assert found.uninformed == 6


def test_relevance_plays_no_part(build: Build) -> None:
    rows = {"s/a": "C I", "s/b": "II C"}
    assert scores(build(rows)) == scores(build(rows, notes={"s/a": Note(Level.HIGH)}))


def test_support_counts(build: Build) -> None:
    assert counted(build({"s/a": "CC C N", "s/b": "C C C"})).ranks == {"h1": 1, "h2": 2, "h3": 3}


def test_ties_are_ties_whatever_the_rounding(build: Build) -> None:
    """0.9 × 0.1 is 0.3 × 0.3, but not in floats."""
    case = build({"s/a": "CC I", "s/b": "II I"}, {"s/a": A1, "s/b": A1}, {"s": "A"})
    assert scores(case) == [0, 0]
    assert counted(case).leading == ("h1", "h2")


def test_what_is_not_tested_never_leads(build: Build) -> None:
    found = counted(build({"s/a": "I N C", "s/b": "I N I"}))
    assert found.ranks == {"h1": 2, "h2": None, "h3": 1}
    assert found.leading == ("h3",)


def test_nothing_rated_and_nothing_there(build: Build) -> None:
    assert counted(build({"s/a": "- -"})).leading == ()
    assert scores(build({"s/a": "- -"})) == [0, 0]
    assert scores(build({})) == [0, 0]


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_cells_add_up_to_the_scores(cases: Cases, data: st.DataObject) -> None:
    now = standing(data.draw(cases))
    told = [cells(now, item.address) for item, _ in now.case.rows]
    sums = {h: sum(row.get(h, 0) for row in told) for h in now.bears_on}
    least = min(sums.values(), default=0)
    assert scored(now, "log-likelihood").scores == {h: pytest.approx(x - least, abs=1e-6) for h, x in sums.items()}


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_row_with_the_same_in_every_cell_changes_no_score(cases: Cases, data: st.DataObject) -> None:
    case = data.draw(cases.filter(lambda case: bool(case.items)))
    address = data.draw(st.sampled_from(list(case.items)))
    rating = data.draw(st.sampled_from(Rating))
    row = Row({h.id: rating for h in case.hypotheses})
    with_it = replace(case, matrix=with_row(case.matrix, address, row))
    without = edited(with_it, Park(address, "Says the same of all."))
    assert scores(edited(with_it, Park(address, ""))) == pytest.approx(scores(without), abs=1e-6)


# Dependence


def test_of_one_voice_the_row_that_tells_most_is_heard(build: Build) -> None:
    items: dict[str, Any] = {a: {"origins": ("ann",)} for a in ("a/x", "b/x", "c/x")}
    rows = {"a/x": "I C", "b/x": "C II", "c/x": "N C"}
    case = build(rows, items, origins={"ann": "C"})
    assert adjusted(case) == scores(build({"b/x": "C II"}, {"b/x": {"origins": ("ann",)}}, origins={"ann": "C"}))


def test_what_one_voice_says_both_ways_cancels(build: Build) -> None:
    """Neither the order of the rows nor the one that is told again decides."""
    for rows in ({"a/x": "I C", "b/x": "C I"}, {"a/x": "C I", "b/x": "C I", "c/x": "I C"}):
        assert adjusted(build(rows, {a: {"origins": ("ann",)} for a in rows}, origins={"ann": "C"})) == [0, 0]


def test_retellings_and_grounded_assessments_are_not_heard(build: Build) -> None:
    items = {"b/x": {"retells": "a/x"}, "c/x": {"kind": Kind.ASSESSMENT, "rests_on": ("a/x",)}}
    rows = {"a/x": "I C", "b/x": "II CC", "c/x": "II CC"}
    assert adjusted(build(rows, items)) == adjusted(build({"a/x": "I C"})) == scores(build({"a/x": "I C"}))


def test_what_a_source_saw_itself_stays_separate(build: Build) -> None:
    case = build({"a/x": "I C", "a/y": "I C"})
    assert adjusted(case) == scores(case) == [pytest.approx(2 * math.log(0.65 / 0.35)), 0]


# Kappa


@pytest.mark.parametrize(("ratio", "per_cent"), [(2, 76), (3, 89)])
def test_parc_is_a_log_likelihood_on_heuers_matrix(published: Published, ratio: float, per_cent: int) -> None:
    """With a flat prior, what kappa is decides whether H2 looks like 76 or 89 per cent: the score is neither."""
    found = scores(published("heuer_iraq_1993")[0], ratio)
    assert found == pytest.approx([math.log(ratio) * points for points in (4, 0, 2)])
    shares = [math.exp(-score) for score in found]
    assert round(100 * shares[1] / sum(shares)) == per_cent


@settings(max_examples=60, deadline=None)
@given(st.data(), st.floats(1.01, 1e6))
def test_kappa_keeps_the_order_of_parc(cases: Cases, data: st.DataObject, ratio: float) -> None:
    now = standing(data.draw(cases))
    found, parc = scored(now, "log-likelihood", ratio), scored(now, "parc-weighted")
    assert (found.ranks, found.leading, found.leading_adjusted) == (parc.ranks, parc.leading, parc.leading_adjusted)


def test_what_it_was_counted_with(build: Build) -> None:
    case = build({"s/a": "I C"})
    table, by_kappa = counted(case).assumptions, counted(case, 2).assumptions
    assert table is not None
    assert by_kappa is not None
    assert (table.table, table.kappa, table.prior) == (TABLE, None, {"h1": 0.5, "h2": 0.5})
    assert (by_kappa.table, by_kappa.kappa) == ({}, math.log(2))
    assert {level.value: round(r, 4) for level, r in by_kappa.reliability.items()} == {
        "low": 0.7071,
        "medium": 1,
        "high": 1.4142,
    }
    assert scored(standing(case), "parc-weighted").assumptions is None


@pytest.mark.parametrize("ratio", [1, 0.5, 0, -2, math.inf, math.nan])
def test_an_inconsistency_speaks_against_its_hypothesis(ratio: float) -> None:
    with pytest.raises(ValueError, match="likelihood ratio"):
        kappa(ratio)
