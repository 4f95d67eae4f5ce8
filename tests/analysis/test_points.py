import math
from fractions import Fraction
from itertools import permutations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from workbench.analysis.points import ZERO, Points, decimals, texts, weighted

numbers = st.builds(Points, st.integers(-10_000, 10_000), st.integers(-10_000, 10_000))


def surely_less(one: Points, other: Points) -> bool:
    """one < other, by rational bounds of √2 far tighter than the numbers of the test can tell apart."""
    root = Fraction(1_414_213_562_373_095_048_801_688_724, 10**27)
    return one.a + one.b * root < other.a + other.b * root


@given(numbers, numbers)
@example(Points(2, 0), Points(0, 2))
@example(Points(99, 0), Points(0, 70))  # √2 is close to 99/70
@example(Points(0, -3), Points(-4, 0))
def test_order_is_that_of_the_numbers(one: Points, other: Points) -> None:
    assert (one < other) == (one != other and surely_less(one, other))
    assert (one <= other, one > other, one >= other) == (one < other or one == other, other < one, other <= one)


large = st.builds(Points, st.integers(-30_000_000, 30_000_000), st.integers(-19_000_000, 19_000_000))


@st.composite
def close_numbers(draw: st.DrawFn) -> tuple[Points, Points]:
    """Two numbers that differ by hardly more than nothing: b·√2 against the whole number next to it."""
    b = draw(st.integers(1, 38_613_964))
    near = Points(-math.isqrt(2 * b * b) + draw(st.integers(-1, 2)), b)
    one = draw(numbers)
    return one, one + near


@settings(max_examples=1000)
@given(st.one_of(st.tuples(large, large), st.tuples(numbers, numbers), close_numbers()))
@example((Points(), Points(-22_619_537, 15_994_428)))  # the convergents of √2 next to that of the code
@example((Points(), Points(-9_369_319, 6_625_109)))
@example((Points(), Points(-54_608_393, 38_613_964)))
def test_codes_are_ordered_and_tie_as_points_do(pair: tuple[Points, Points]) -> None:
    one, other = pair
    assert (one.code < other.code, one.code == other.code) == (one < other, one == other)


@given(numbers, numbers, st.integers(-9, 9))
def test_codes_add_as_points_do(one: Points, other: Points, times: int) -> None:
    assert (one + other * times).code == one.code + other.code * times
    assert ZERO.code == 0


@given(numbers, numbers)
def test_sums_and_differences(one: Points, other: Points) -> None:
    assert one + other - other == one
    assert one * 3 == one + one + one
    assert abs(one - other) == abs(other - one) >= ZERO
    assert float(one + other) == pytest.approx(float(one) + float(other), abs=1e-8)


@pytest.mark.parametrize("exponent", range(-2, 3))
@pytest.mark.parametrize("steps", [0, 1, 2])
def test_weighted_is_a_power_of_the_root_of_two(steps: int, exponent: int) -> None:
    assert float(weighted(steps, exponent)) == pytest.approx(steps * 2 ** (exponent / 2), rel=1e-12)


def test_a_sum_is_the_same_in_every_order_where_floats_differ() -> None:
    weights = [weighted(1, k) for k in (-2, -1, 1, 1, -1)]
    sums = {sum(order, ZERO) for order in permutations(weights)}
    assert sums == {Points(1, 6)}
    assert len({sum(map(float, order)) for order in permutations(weights)}) > 1


@pytest.mark.parametrize(
    ("points", "text"),
    [
        (ZERO, "0"),
        (Points(8), "4"),
        (Points(5), "2.5"),
        (Points(0, 4), "2.8"),
        (Points(0, 1), "0.7"),
        (Points(-2, 0), "-1"),
        (Points(99, -70), "0.0"),
        (Points(-99, 70), "0.0"),
    ],
)
def test_text(points: Points, text: str) -> None:
    assert str(points) == text


def test_unequal_totals_on_one_page_do_not_look_equal() -> None:
    assert texts({"x": Points(8), "y": Points(0, 4), "z": ZERO}) == {"x": "4", "y": "2.8", "z": "0"}
    assert texts({"x": Points(14), "y": Points(0, 10)}) == {"x": "7", "y": "7.1"}
    assert texts({"x": Points(34), "y": Points(0, 24)}) == {"x": "17", "y": "16.97"}, "17.0 is 17"


def test_decimals_stop_at_three() -> None:
    assert decimals([Points(577, 0), Points(0, 408)]) == 3
    assert decimals([]) == decimals([ZERO, ZERO]) == 1
