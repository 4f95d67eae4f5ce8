import math
from collections.abc import Callable, Iterable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.analysis.diagnosticity import (
    INDICES,
    SCALE,
    apart,
    deviation,
    information,
    likelihood_ratio,
    range_of,
    received,
)
from workbench.analysis.likelihood import TABLE
from workbench.model import Case, Rating

Published = Callable[[str], tuple[Case, dict[str, Any]]]

E1 = (0, 0, 0, 0, 0)
E2_TO_E5 = (0.1058, 2, 0.9428, 0.8473, 0.0891)
E6 = (0.2561, 3, 1.4142, 1.9459, 0.2983)

ratings = st.sampled_from(Rating)
rows = st.lists(ratings, max_size=12)


def row(cells: str) -> list[Rating]:
    return [Rating(cell) for cell in cells.split()]


def every_index(cells: Iterable[Rating]) -> tuple[float, ...]:
    given_ratings = list(cells)
    return tuple(index.of(given_ratings) for index in INDICES.values())


@pytest.mark.parametrize(("item", "expected"), [("e1", E1), *((f"e{n}", E2_TO_E5) for n in range(2, 6)), ("e6", E6)])
def test_heuer_1993(published: Published, item: str, expected: tuple[float, ...]) -> None:
    case, _ = published("heuer_iraq_1993")
    assert list(INDICES) == ["information", "range", "deviation", "likelihood-ratio", "received"]
    assert every_index(case.matrix.row(f"case/{item}").ratings.values()) == pytest.approx(expected, abs=5e-5)


@given(rows)
def test_information_is_the_mutual_information_of_hypothesis_and_item(cells: list[Rating]) -> None:
    """H(p) - [P(E)·H(p|E) + P(not E)·H(p|not E)], written out, with NA at the mean of the others."""
    rated = [TABLE[rating] for rating in cells if rating in TABLE]
    if not rated:
        assert information(cells) == received(cells) == 0
        return
    mean = sum(rated) / len(rated)
    likely = [TABLE.get(rating, mean) for rating in cells]
    n = len(likely)
    so = [p / sum(likely) for p in likely]
    not_so = [(1 - p) / (n - sum(likely)) for p in likely]
    before = math.log2(n)
    told = before - mean * bits(so) - (1 - mean) * bits(not_so)
    assert information(cells) == pytest.approx(told, abs=1e-12)
    assert received(cells) == pytest.approx(before - bits(so), abs=1e-12)


def bits(distribution: Iterable[float]) -> float:
    return -sum(p * math.log2(p) for p in distribution)


@given(st.lists(st.sampled_from(list(SCALE)), min_size=1, max_size=12))
def test_deviation_is_of_the_whole_row(cells: list[Rating]) -> None:
    x = [SCALE[rating] for rating in cells]
    mean = sum(x) / len(x)
    assert deviation(cells) == pytest.approx(math.sqrt(sum((value - mean) ** 2 for value in x) / len(x)), abs=1e-12)
    assert range_of(cells) == max(x) - min(x)
    assert likelihood_ratio(cells) == pytest.approx(
        max(abs(math.log(TABLE[a] / TABLE[b])) for a in cells for b in cells)
    )


@given(ratings, st.integers(0, 12))
def test_a_row_that_says_the_same_of_all_tells_nothing(rating: Rating, columns: int) -> None:
    """Also where all is I: the sum of inconsistency points is not diagnosticity."""
    assert every_index([rating] * columns) == pytest.approx([0] * 5, abs=1e-15)


@given(rows, st.randoms())
def test_no_order_of_columns_matters_to_the_last_digit(cells: list[Rating], shuffled: Any) -> None:
    other = list(cells)
    shuffled.shuffle(other)
    assert every_index(other) == every_index(cells)


@given(rows, st.integers(1, 4))
def test_na_tells_nothing_and_leaves_less_to_tell(cells: list[Rating], more: int) -> None:
    without = [rating for rating in cells if rating is not Rating.NA]
    diluted = [*without, *[Rating.NA] * more]
    assert range_of(diluted) == range_of(without)
    assert deviation(diluted) == deviation(without)
    assert likelihood_ratio(diluted) == likelihood_ratio(without)
    share = len(without) / len(diluted)
    assert information(diluted) == pytest.approx(share * information(without), abs=1e-12)
    assert received(diluted) == pytest.approx(share * received(without), abs=1e-12)


def test_apart() -> None:
    cells = {"a": Rating.CC, "b": Rating.II, "c": Rating.NA}
    assert apart(cells, "a", "b") == apart(cells, "b", "a") == 4
    assert apart(cells, "a", "c") == apart(cells, "a", "unrated") == apart(cells, "a", "a") == 0


def test_every_index_says_what_it_is() -> None:
    for name, index in INDICES.items():
        assert index.name == name
        assert index.formula.endswith(".")
        assert index.ignores.endswith(".")
        assert index.of.__doc__
        assert "Source: " in index.of.__doc__
    assert "II 0.10, a table of our own" in INDICES["information"].formula
