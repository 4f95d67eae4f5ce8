"""Noise: how often each hypothesis is first when every rating may be a step wrong.

A perturbed copy of the matrix has every rated cell, apart from NA, moved by one step on the scoring
scale (0 for CC, C and N; I; II) with probability e, half of it each way, independently of the others:

    0   goes up to I with e/2 and otherwise stays: what would go past the end of the scale stays
    I   goes up to II with e/2, down to 0 with e/2
    II  goes down to I with e/2 and otherwise stays

First is whoever then has the fewest points, ties included, so the numbers of all may add up to more
than the copies. Who is tested is decided on the matrix as it is; who is not tested is never first.

Source: this workbench's own; e = 0.1 is a choice, not a measurement. It ignores that grades,
relevance and the list of hypotheses may be wrong too, that errors of one rater go together, and
that bigger ones happen. The numbers say how steady an order is, never how true a hypothesis is.

Tested hypotheses that differ only in CC, C and N have equal numbers, and no order of rows or columns
changes any.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from workbench.analysis.dependence import speaks
from workbench.analysis.methods import DEFAULT, STEPS, scale
from workbench.analysis.standing import Standing
from workbench.analysis.weights import Weight
from workbench.model import Rating

if TYPE_CHECKING:
    from workbench.analysis.distribution import Cell, Column, Voice

ERROR = Fraction(1, 10)
"""How probable it is that a cell is a step wrong."""

OF = 100
"""Exact results are the expected number of so many copies."""

DRAWN = 10_000
"""How many copies are drawn where the exact result would take too long."""

SEED = 1993
"""Of the generator that draws them (numpy's default, PCG64)."""

MOST = 200_000
"""Support points above which copies are drawn: values a total can have, times totals that differ."""

_SCALE = (Rating.N, Rating.I, Rating.II)


DECIMALS = 10
"""To which numbers of copies are rounded: what comes after is of the machine that computed them."""


class Noise(NamedTuple):
    """In how many of `copies` perturbed copies each hypothesis is `first`, by id in file order.

    `exact`: the expected number of 100, in floats to within 1e-10. Otherwise a
    count of 10,000 copies drawn with `seed`; hypotheses with the same ratings at the same weights have
    the mean of their counts, which need not be whole.
    """

    copies: int
    first: Mapping[str, float]
    exact: bool
    error: float
    seed: int | None


def noise(
    standing: Standing,
    *,
    error: Fraction | float = ERROR,
    adjusted: bool = False,
    method: str = DEFAULT,
    most: int = MOST,
) -> Noise:
    """How often each hypothesis is first. Loads numpy.

    Args:
        standing: of the case.
        error: the probability that a cell is a step wrong, 0 to 1.
        adjusted: with every voice counted once: it is worth the strongest of its perturbed cells.
        method: an additive method.
        most: support points from which on copies are drawn; 0 always draws them.

    Raises:
        ValueError: `error` is no probability, or the method is not additive.
    """
    if not 0 <= error <= 1:
        raise ValueError(f"{error} is no probability")
    columns = _columns(standing, method, adjusted=adjusted)
    chances, exact = _chances(list(columns.values()), float(error), most) if columns else ({}, True)
    copies = OF if exact else DRAWN
    shares = {h: chances[columns[h]] if h in columns else 0.0 for h in standing.setting.hypotheses}
    first = {h: round(copies * share, DECIMALS) for h, share in shares.items()}
    return Noise(copies, first, exact, abs(float(error)), None if exact else SEED)


def how_often(noise: Noise, hypothesis: str) -> str:
    """The number in words: '72 of 100', 'fewer than 1 of 100', 'more than 99 of 100'."""
    n, copies = noise.first[hypothesis], noise.copies
    if n < 1:
        return f"fewer than 1 of {copies:,}"
    if round(n) == copies and copies - n > copies * 1e-12:
        return f"more than {copies - 1:,} of {copies:,}"
    return f"{round(n):,} of {copies:,}"


def basis(noise: Noise) -> str:
    """What the numbers rest on: whether they are exact or of drawn copies, and the error assumed."""
    how = f"Expected number of {OF} copies, exact" if noise.exact else f"{DRAWN:,} copies drawn, seed {noise.seed}"
    return f"{how}; every cell a step wrong with probability {noise.error:g}, half each way, independently."


def _chances(columns: Sequence[Column], error: float, most: int) -> tuple[dict[Column, float], bool]:
    """By column the share of copies in which it is first, and whether that is exact.

    Columns are taken in an order of their own, each once, so that equals come out equal.
    """
    from workbench.analysis import copies, distribution  # noqa: PLC0415 - numpy loads only when it is needed

    times = Counter(columns)
    different = sorted(times)
    totals = [distribution.total(column, error) for column in different]
    near = copies.contenders(totals)
    grid = copies.grid([totals[n] for n in near], distribution.units(different))
    exact = len(near) * grid.size <= most
    given = [totals[n] for n in near], [times[different[n]] for n in near]
    shares = copies.exactly(*given, grid) if exact else copies.drawn(*given, DRAWN, SEED)
    return dict.fromkeys(different, 0.0) | {different[n]: s for n, s in zip(near, shares, strict=True)}, exact


def _columns(standing: Standing, method: str, *, adjusted: bool) -> dict[str, Column]:
    """What speaks to each tested hypothesis: cells alike are counted, not listed."""
    case, setting = standing.case, standing.setting
    alike: dict[tuple[str, Weight], list[Iterable[tuple[str, Rating]]]] = defaultdict(list)
    for address in case.items:
        if not case.parked(address) and (not adjusted or speaks(case, setting.voices, address)):
            voice = setting.voices.of[address] if adjusted else ""
            kind = voice if voice in setting.voices.shared else "", setting.weight(case, address)
            alike[kind].append(case.matrix.row(address).ratings.items())
    tested = [h for h in setting.hypotheses if h not in standing.not_tested]
    heard: dict[str, dict[str, Counter[Cell]]] = {h: defaultdict(Counter) for h in tested}
    for (voice, weight), rows in alike.items():
        for (hypothesis, rating), n in Counter(chain.from_iterable(rows)).items():
            if hypothesis in heard and rating is not Rating.NA:
                heard[hypothesis][voice][_cell(method, weight, rating)] += n
    return {hypothesis: _column(voices) for hypothesis, voices in heard.items()}


def _column(voices: Mapping[str, Counter[Cell]]) -> Column:
    """A column's voices, alike ones counted; the cells under no name are each a voice of their own."""
    column: Counter[Voice] = Counter({((cell, 1),): n for cell, n in voices.get("", {}).items()})
    for voice, cells in voices.items():
        if voice:
            column[tuple(sorted(cells.items()))] += 1
    return tuple(sorted(column.items()))


@cache
def _cell(method: str, weight: Weight, rating: Rating) -> Cell:
    worth = [(points.a, points.b) for points in (scale(method, weight)[step] for step in _SCALE)]
    step = STEPS[rating]
    return worth[max(step - 1, 0)], worth[step], worth[min(step + 1, 2)]
