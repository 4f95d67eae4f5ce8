from __future__ import annotations

import re
from collections.abc import Callable
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from workbench.analysis.methods import ADDITIVE, METHODS, SIDE_BY_SIDE, scale
from workbench.analysis.points import Points
from workbench.analysis.scoring import every_method
from workbench.analysis.standing import standing
from workbench.analysis.weights import Weight
from workbench.model import CONTRADICTING, Case, Level, Rating

Published = Callable[[str], tuple[Case, dict[str, Any]]]
PAGE = Path(__file__).parents[2] / "docs" / "method.md"
WEIGHTS = [Weight(*levels) for levels in product(Level, repeat=2)]
LOW, MEDIUM, HIGH = Level


def test_five_methods_two_of_them_side_by_side() -> None:
    assert tuple(METHODS) == ("parc-weighted", "inconsistency-count", "open-ach", "quadratic", "log-likelihood")
    assert SIDE_BY_SIDE == ("parc-weighted", "inconsistency-count")
    assert tuple(METHODS)[:4] == ADDITIVE


@pytest.mark.parametrize("name", METHODS)
def test_every_method_says_what_it_is(name: str) -> None:
    method = METHODS[name]
    assert name == method.name
    assert all((method.title, method.summary, method.formula, method.source, method.ignores))
    assert method.points is None or method.points.__doc__


@pytest.mark.parametrize("name", METHODS)
def test_the_page_on_the_method_says_the_same(name: str) -> None:
    page = re.sub(r"\s+", " ", PAGE.read_text(encoding="utf-8"))
    method = METHODS[name]
    shared = METHODS["parc-weighted"].ignores
    for text in (f"`{name}`", method.title, method.formula, method.source, shared, method.ignores.removesuffix(shared)):
        assert text in page


def test_a_method_that_is_not_additive_has_no_scale() -> None:
    with pytest.raises(ValueError, match="not additive"):
        scale("log-likelihood", WEIGHTS[0])


@pytest.mark.parametrize("name", ADDITIVE)
@pytest.mark.parametrize("weight", WEIGHTS)
def test_only_contradictions_add_points_and_ii_more_than_i(name: str, weight: Weight) -> None:
    points = scale(name, weight)
    assert all(bool(points[rating]) == (rating in CONTRADICTING) for rating in Rating)
    assert Points() < points[Rating.I] < points[Rating.II]


@pytest.mark.parametrize(
    ("name", "weight", "i", "ii"),
    [
        ("open-ach", Weight(LOW, HIGH), Points(1), Points(2)),  # 0.5 and 1
        ("open-ach", Weight(MEDIUM, LOW), Points(2), Points(4)),
        ("open-ach", Weight(HIGH, MEDIUM), Points(4), Points(8)),  # 2 and 4
        ("quadratic", Weight(LOW, LOW), Points(2), Points(8)),  # 1 and 4
        ("quadratic", Weight(HIGH, HIGH), Points(2), Points(8)),
        ("inconsistency-count", Weight(HIGH, HIGH), Points(2), Points(4)),
    ],
)
def test_points_of_a_cell(name: str, weight: Weight, i: Points, ii: Points) -> None:
    assert (scale(name, weight)[Rating.I], scale(name, weight)[Rating.II]) == (i, ii)


@pytest.mark.parametrize(
    ("case", "count", "squares", "leading"),
    [
        ("heuer_iraq_1993", [4, 0, 2], [6, 0, 2], "h2"),
        ("tokyo_sarin_1995", [1, 1, 2, 3], [1, 1, 2, 3], "h1 h2"),
        ("notpetya_2017", [12, 6, 3, 5], [22, 8, 3, 7], "h3"),
        ("trump_campaign_2016_tentative", [2, 2, 8, 13, 4], [2, 2, 14, 23, 6], "h1 h2"),
        ("trump_campaign_2016_final", [2, 1, 8, 13, 4], [2, 1, 14, 23, 6], "h2"),
    ],
)
def test_published_matrices_at_equal_weights(
    published: Published, case: str, count: list[int], squares: list[int], leading: str
) -> None:
    """All rows are of medium credibility and relevance, so all but the quadratic method count alike."""
    every = every_method(standing(published(case)[0]))
    for name in ADDITIVE:
        expected = squares if name == "quadratic" else count
        assert [float(p) for p in every[name].scores.values()] == expected
        assert every[name].leading == every[name].leading_adjusted == tuple(leading.split())
