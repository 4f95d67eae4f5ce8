from __future__ import annotations

import pytest

from tests.analysis.agreement.several import several
from workbench.analysis.agreement import agreement, kendall, midranks, spearman
from workbench.analysis.points import Points


@pytest.mark.parametrize(
    ("rankings", "published"),
    [
        ([[1, 2, 3, 4], [1, 3, 2, 4], [2, 1, 3, 4]], 0.7778),
        ([[1.5, 1.5, 3, 4], [1, 2, 3, 4], [1, 3, 2, 4]], 0.8621),
    ],
)
def test_the_golden_values_of_w(rankings: list[list[float]], published: float) -> None:
    found = kendall(rankings)
    assert found is not None
    assert round(float(found), 4) == published


def test_w_and_the_mean_spearman_fit_each_other() -> None:
    rankings: list[list[float]] = [[1, 2, 3, 4], [1, 3, 2, 4], [2, 1, 3, 4]]
    pairs = [(0, 1), (0, 2), (1, 2)]
    mean = sum(spearman(rankings[a], rankings[b]) or 0 for a, b in pairs) / 3
    w = kendall(rankings)
    assert w is not None
    assert mean == pytest.approx((3 * float(w) - 1) / 2)


def test_spearman() -> None:
    assert spearman([1, 2, 3], [1, 2, 3]) == 1
    assert spearman([1, 2, 3], [3, 2, 1]) == -1
    assert spearman([1, 2, 3, 4], [1, 3, 2, 4]) == pytest.approx(0.8)
    assert spearman([1, 2, 3, 4], [2.5, 1, 4, 2.5]) == pytest.approx(0.3162, abs=1e-4)


def test_neither_is_defined_without_variation() -> None:
    assert spearman([1.5, 1.5], [1, 2]) is None
    assert spearman([], []) is None
    assert kendall([[2, 2, 2], [2, 2, 2], [2, 2, 2]]) is None
    assert kendall([[1], [1], [1]]) is None
    assert kendall([]) is None


def test_ties_share_the_mean_of_their_ranks() -> None:
    assert midranks([Points(2), Points(0), Points(2), Points(9)]) == [2.5, 1, 2.5, 4]


def test_the_orders_of_complete_matrices_are_compared() -> None:
    case = several({"ann": {"s/a": "I C C"}, "bob": {"s/a": "II I C"}, "cy": {"s/a": "I - C"}})
    orders = agreement(case).orders
    assert orders is not None
    found = orders.concordance
    assert (found.measure, found.analysts, found.hypotheses) == ("spearman", ("ann", "bob"), ("h1", "h2", "h3"))
    assert found.value == pytest.approx(0.8660, abs=1e-4)


def test_w_from_three_analysts_on() -> None:
    rows = {"s/a": "I C C"}
    orders = agreement(several(dict.fromkeys(("ann", "bob", "cy"), rows))).orders
    assert orders is not None
    assert orders.concordance[:2] == ("kendall-w", 1)
