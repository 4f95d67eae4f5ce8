from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.analysis.agreement import middle
from workbench.analysis.flips import SCALE
from workbench.model import Rating


@pytest.mark.parametrize(
    ("given", "rating", "away"),
    [
        ("C", "C", "C"),
        ("CC C II", "C", "C"),
        ("C I", "N", "N"),
        ("CC II", "N", "N"),
        ("N I", "N", "I"),
        ("C N", "N", "C"),
        ("I II", "I", "II"),
        ("CC C", "C", "CC"),
        ("C II", "N", "I"),
        ("NA I", "I", "I"),
        ("NA NA I", "NA", "NA"),
        ("NA", "NA", "NA"),
    ],
)
def test_the_median(given: str, rating: str, away: str) -> None:
    assert middle([Rating(word) for word in given.split()]) == (rating, away)


def test_nothing_rated_has_no_median() -> None:
    assert middle([]) is None


@given(st.lists(st.sampled_from(SCALE), min_size=1))
def test_it_is_the_same_from_both_ends_of_the_scale(ratings: list[Rating]) -> None:
    turned = dict(zip(SCALE, reversed(SCALE), strict=True))
    found, other = middle(ratings), middle([turned[rating] for rating in ratings])
    assert found is not None
    assert other == (turned[found.rating], turned[found.away])


@given(st.lists(st.sampled_from(SCALE), min_size=1))
def test_at_least_half_lie_on_either_side(ratings: list[Rating]) -> None:
    found = middle(ratings)
    assert found is not None
    place = SCALE.index(found.rating)
    assert 2 * sum(SCALE.index(rating) <= place for rating in ratings) >= len(ratings)
    assert 2 * sum(SCALE.index(rating) >= place for rating in ratings) >= len(ratings)
