from collections.abc import Callable, Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.analysis import standing
from workbench.analysis.heuer.judging import (
    Difference,
    adds_up,
    differences,
    judged_ranks,
    likeliest,
    to_hundred,
)
from workbench.model import Case, Judgement

Build = Callable[..., Case]

SHARES = st.dictionaries(
    st.sampled_from(["h1", "h2", "h3", "h4", "other"]), st.one_of(st.integers(0, 100), st.floats(0, 100)), min_size=1
)


@pytest.mark.parametrize(
    "shares, scaled",
    [
        ({"a": 60, "b": 50, "c": 20}, {"a": 46, "b": 39, "c": 15}),
        ({"a": 90, "b": 60, "c": 5}, {"a": 58, "b": 39, "c": 3}),
        ({"a": 60.0, "b": 50.5, "c": 20}, {"a": 46.0, "b": 38.7, "c": 15.3}),
        ({"a": 1, "b": 1, "c": 1}, {"a": 34, "b": 33, "c": 33}),
        ({"a": 0, "b": 7}, {"a": 0, "b": 100}),
        ({"a": 33.3, "b": 33.3, "c": 33.3}, {"a": 33.4, "b": 33.3, "c": 33.3}),
    ],
)
def test_shares_are_scaled_each_by_the_same_factor(shares: Mapping[str, float], scaled: Mapping[str, float]) -> None:
    assert to_hundred(shares) == scaled


@pytest.mark.parametrize("shares", [{}, {"a": 0}, {"a": -1, "b": 2}, {"a": float("nan")}, {"a": float("inf")}])
def test_what_cannot_be_scaled_is_refused(shares: Mapping[str, float]) -> None:
    with pytest.raises(ValueError, match="at least one must be above 0"):
        to_hundred(shares)


@given(shares=SHARES.filter(lambda shares: any(shares.values())))
def test_scaled_shares_make_a_hundred_and_keep_their_order(shares: Mapping[str, float]) -> None:
    scaled = to_hundred(shares)

    assert sum(round(share * 10) for share in scaled.values()) == 1000
    assert adds_up(scaled)
    assert list(scaled) == list(shares)
    assert all(scaled[a] <= scaled[b] + 1 for a in shares for b in shares if shares[a] <= shares[b])
    assert to_hundred(scaled) == scaled


def test_thirds_add_up() -> None:
    assert adds_up({"a": 33.3, "b": 33.3, "c": 33.3})
    assert adds_up({"a": 99.5})
    assert not adds_up({"a": 99.4})
    assert not adds_up({})


def judged(build: Build, **shares: float) -> Case:
    """Three hypotheses with 0, 2 and 3 points, and a fourth that nothing bears on."""
    return build({"s/a": "C II I NA", "s/b": "C C II NA"}, judgement=Judgement(shares))


@pytest.mark.parametrize(
    "shares, found",
    [
        ({"h1": 50, "h2": 30, "h3": 20}, []),
        ({"h1": 40, "h2": 40, "h3": 20}, []),
        ({"h1": 30, "h2": 50, "h3": 20}, [("h2", "h1")]),
        ({"h1": 20, "h2": 30, "h3": 50}, [("h3", "h1"), ("h3", "h2"), ("h2", "h1")]),
        ({"h1": 10, "h4": 50, "other": 40}, []),
        ({}, []),
    ],
)
def test_pairs_on_which_judgement_and_order_differ(
    build: Build, shares: dict[str, float], found: list[tuple[str, str]]
) -> None:
    assert list(differences(standing(judged(build, **shares)))) == [Difference(*pair) for pair in found]


def test_equal_points_differ_from_nothing(build: Build) -> None:
    case = build({"s/a": "I I C"}, judgement=Judgement({"h1": 10, "h2": 20, "h3": 70}))

    assert differences(standing(case)) == ()


def test_without_a_judgement_nothing_differs(build: Build) -> None:
    assert differences(standing(build({"s/a": "I C"}))) == ()


@pytest.mark.parametrize(
    "shares, first, places",
    [
        ({"a": 60, "b": 20, "other": 20}, ("a",), {"a": 1, "b": 2, "other": 2}),
        ({"a": 20, "b": 40, "other": 40}, ("b", "other"), {"a": 3, "b": 1, "other": 1}),
        ({"a": 0, "b": 0}, (), {"a": 1, "b": 1}),
        ({}, (), {}),
    ],
)
def test_the_likeliest_come_first_and_equals_share_a_place(
    shares: Mapping[str, float], first: tuple[str, ...], places: Mapping[str, int]
) -> None:
    assert likeliest(shares) == first
    assert judged_ranks(shares) == places
