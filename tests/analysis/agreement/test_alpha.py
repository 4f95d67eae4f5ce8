from __future__ import annotations

from fractions import Fraction
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.analysis.agreement.several import several
from workbench.analysis.agreement import agreement, alpha

OBSERVERS = (
    "1 2 3 3 2 1 4 1 2 * * *",
    "1 2 3 3 2 2 4 1 2 5 * 3",
    "* 3 3 3 2 3 4 2 2 5 1 *",
    "1 2 3 3 2 4 4 1 2 5 1 *",
)
"""Krippendorff's example: four observers, twelve units, * is missing."""

UNITS = st.lists(st.lists(st.integers(0, 4), max_size=4), max_size=6)


def units(observers: tuple[str, ...]) -> list[list[int]]:
    columns = zip(*(observer.split() for observer in observers), strict=True)
    return [[int(value) for value in column if value != "*"] for column in columns]


def test_the_published_example() -> None:
    found = alpha(units(OBSERVERS))
    assert found is not None
    assert round(float(found), 3) == 0.815


def by_pairs(values: list[list[int]]) -> Fraction | None:
    """Alpha from its definition: every pair of ratings in a unit against every pair of ratings there is."""
    paired = [unit for unit in values if len(unit) > 1]
    every = [value for unit in paired for value in unit]

    def apart(c: int, k: int) -> Fraction:
        between = sum(min(c, k) <= value <= max(c, k) for value in every)
        return (between - Fraction(every.count(c) + every.count(k), 2)) ** 2 if c != k else Fraction()

    expected = sum((apart(c, k) for c, k in permutations(every, 2)), Fraction())
    if not expected:
        return None
    observed = sum((apart(c, k) / (len(unit) - 1) for unit in paired for c, k in permutations(unit, 2)), Fraction())
    return 1 - (observed / len(every)) / (expected / (len(every) * (len(every) - 1)))


@given(UNITS)
def test_it_is_what_its_definition_says(values: list[list[int]]) -> None:
    assert alpha(values) == by_pairs(values)


@given(UNITS)
def test_a_scale_read_from_its_other_end_gives_the_same(values: list[list[int]]) -> None:
    assert alpha([[4 - value for value in unit] for unit in values]) == alpha(values)


@pytest.mark.parametrize("values", [[], [[1], [2]], [[3, 3], [3, 3, 3]]])
def test_there_is_none_where_nothing_varies_or_nothing_is_rated_twice(values: list[list[int]]) -> None:
    assert alpha(values) is None


def test_full_agreement_is_one() -> None:
    assert alpha([[1, 1], [3, 3, 3]]) == 1


def test_na_and_unrated_are_missing_and_n_is_counted_beside_it() -> None:
    case = several({"ann": {"s/a": "N I", "s/b": "NA -"}, "bob": {"s/a": "N I", "s/b": "C C"}})
    found = agreement(case).alpha
    assert found.value == 1
    assert (found.cells, found.ratings, found.neutral, found.not_applicable) == (2, 4, 2, 1)
