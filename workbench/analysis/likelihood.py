"""Log-likelihood: how far the ratings of all rows speak against a hypothesis, support counted as well.

    score(h)   = -ln L(h), less the least of any hypothesis       0 is best, lower is better
    -ln L(h)   = Σ over rows of -ln L'(row, h)
    L'(row, h) = r · L + (1 - r) · M                              r of the row: `RELIABILITY`
    L          = P(E|H) by the rating: `TABLE`
    M(row)     = Σ p · L over the hypotheses rated in the row     p: the prior, flat

A cell that is NA or unrated gets M: it says nothing, and leaving it out would compare hypotheses
over different rows. A row in which nothing else is rated says nothing to any of them. Scores within
1e-9 of the largest sum are equal.

Dependence: of the rows that share a voice (see `dependence`) only the one that can tell most
hypotheses apart, by its largest |ln L'(a) - ln L'(b)|, counts in the adjusted scores; retellings and
grounded assessments count nothing. Where several rows of one voice come first their mean counts, each
wording of it once, so that neither their order nor telling one again changes a score.

With kappa instead of the table: -ln L(h) = kappa · S(h), S the points of parc-weighted. Read so, PARC's
score is a log-likelihood in which CC, C and N are equally likely and one I at weight 1 is worth a
likelihood ratio of e^kappa. Adjusted, S is parc-weighted's adjusted points.

Source: this workbench's own. The table, the reliabilities and the flat prior are choices, from no
study; the discount is the usual mixture with "no information", and R = P × L in logarithms is the odds
form of Bayes' rule (CIA, Handbook of Bayesian Analysis for Intelligence, 1975). PARC's own naive Bayes
count is another: its table was not published. It ignores relevance (with kappa it counts), how
plausible a hypothesis was before the evidence, dependence beyond the above, and that a rating may be a
step wrong. The score is no probability, and becomes none without all of these.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from workbench.analysis.dependence import speaks
from workbench.analysis.methods import DEFAULT
from workbench.analysis.standing import Standing
from workbench.analysis.weights import STEP
from workbench.model import Level, Rating

TABLE: Mapping[Rating, float] = MappingProxyType(
    {Rating.CC: 0.9, Rating.C: 0.7, Rating.N: 0.5, Rating.I: 0.3, Rating.II: 0.1}
)
"""P(E|H): how likely the item would be if the hypothesis were true, by its rating. Ours."""

RELIABILITY: Mapping[Level, float] = MappingProxyType({Level.HIGH: 1.0, Level.MEDIUM: 0.75, Level.LOW: 0.5})
"""The share of what a row says that is believed, by its credibility weight. Ours."""

TIE = 1e-9
"""Scores no further apart than this share of the largest sum are equal."""


class Assumptions(NamedTuple):
    """What a log-likelihood was counted with; without these the number says nothing.

    `table` is empty and `kappa` given where kappa stands for the table. `uninformed` are the cells
    that are NA or unrated, over all unparked rows.
    """

    prior: Mapping[str, float]
    table: Mapping[Rating, float]
    kappa: float | None
    reliability: Mapping[Level, float]
    uninformed: int


class LogLikelihoods(NamedTuple):
    """Minus ln L by hypothesis id, less the least: of all rows, and with every voice counted once."""

    plain: dict[str, float]
    adjusted: dict[str, float]
    assumptions: Assumptions


def log_likelihoods(standing: Standing, ratio: float | None = None) -> LogLikelihoods:
    """The scores of a case by the table; or by kappa, the ln of `ratio`, which one I is worth."""
    hypotheses = standing.setting.hypotheses
    prior = dict.fromkeys(hypotheses, 1 / max(len(hypotheses), 1))
    if ratio is not None:
        parc, weights = standing.methods[DEFAULT], {level: math.sqrt(2) ** step for level, step in STEP.items()}
        plain, once = ({h: kappa(ratio) * float(p) for h, p in of.items()} for of in (parc.scores, parc.adjusted))
        assumed = Assumptions(prior, {}, kappa(ratio), weights, 0)
        return LogLikelihoods(_less_the_least(plain), _less_the_least(once), assumed)
    rows = dict(_readings(standing))
    uninformed = standing.rows * len(hypotheses) - sum(row.scale.informed for row in rows.values())
    return LogLikelihoods(
        _less_the_least(_sums(hypotheses, list(rows.values()), ())),
        _less_the_least(_adjusted(standing, rows)),
        Assumptions(prior, TABLE, None, RELIABILITY, uninformed),
    )


def kappa(ratio: float) -> float:
    """Kappa for the likelihood ratio that one I at weight 1 is worth.

    Raises:
        ValueError: the ratio is not a finite number above 1: an I would speak for its hypothesis.
    """
    if not 1 < ratio < math.inf:
        raise ValueError(f"{ratio} is not a likelihood ratio above 1")
    return math.log(ratio)


def cells(standing: Standing, address: str) -> dict[str, float]:
    """What a row adds to minus ln L of each active hypothesis by the table; empty where it says nothing."""
    hypotheses = standing.setting.hypotheses
    found = _reading(standing, frozenset(hypotheses), address)
    return {h: found.minus_ln(h) for h in hypotheses} if found else {}


class _Scale(NamedTuple):
    """What each rating says in the rows with the same numbers of each."""

    minus_ln: Mapping[Rating | None, float]
    """Minus ln L'; under none that of an unrated cell."""
    spread: float
    """How far apart the most distant two that are given stand."""
    informed: int
    """How many cells are neither NA nor unrated."""


class _Reading(NamedTuple):
    """A row, with what each of its ratings says."""

    ratings: Mapping[str, Rating]
    scale: _Scale

    def minus_ln(self, hypothesis: str) -> float:
        return self.scale.minus_ln[self.ratings.get(hypothesis)]


def _readings(standing: Standing) -> Iterator[tuple[str, _Reading]]:
    """The unparked rows that say something, by address."""
    active = frozenset(standing.setting.hypotheses)
    for address in standing.case.items:
        if not standing.case.parked(address) and (found := _reading(standing, active, address)):
            yield address, found


def _reading(standing: Standing, active: frozenset[str], address: str) -> _Reading | None:
    """A row, parked or not; nothing where no active hypothesis has a rating other than NA."""
    ratings = standing.case.matrix.row(address).ratings
    if not ratings.keys() <= active:
        ratings = {h: rating for h, rating in ratings.items() if h in active}
    number = Counter(ratings.values())
    counts = tuple([number.get(rating, 0) for rating in TABLE])
    return _Reading(ratings, _scale(counts, standing.setting.grades[address].level)) if any(counts) else None


@cache
def _scale(counts: tuple[int, ...], credibility: Level) -> _Scale:
    """The scale of every row with so many cells of each rating: no order of columns takes part."""
    number = dict(zip(TABLE, counts, strict=True))
    mean = math.fsum(n * TABLE[rating] for rating, n in number.items()) / sum(counts)
    kept = RELIABILITY[credibility]
    minus_ln: dict[Rating | None, float] = {
        rating: -math.log(kept * likelihood + (1 - kept) * mean) for rating, likelihood in TABLE.items()
    }
    given = [minus_ln[rating] for rating, n in number.items() if n]
    uninformed = -math.log(mean)
    return _Scale(minus_ln | {Rating.NA: uninformed, None: uninformed}, max(given) - min(given), sum(counts))


def _adjusted(standing: Standing, rows: Mapping[str, _Reading]) -> dict[str, float]:
    """The sums over voices: of each the row that tells most, or the mean of those that do."""
    voices = standing.setting.voices
    alone: list[_Reading] = []
    shared: dict[str, list[_Reading]] = {}
    for address, reading in rows.items():
        if speaks(standing.case, voices, address):
            voice = voices.of[address]
            (shared.setdefault(voice, []) if voice in voices.shared else alone).append(reading)
    hypotheses = standing.setting.hypotheses
    return _sums(hypotheses, alone, [_heard(hypotheses, told) for told in shared.values()])


def _heard(hypotheses: Collection[str], told: Sequence[_Reading]) -> dict[str, float]:
    most = max(reading.scale.spread for reading in told)
    first = {
        tuple(reading.minus_ln(h) for h in hypotheses) for reading in told if most - reading.scale.spread <= TIE * most
    }
    columns = zip(hypotheses, zip(*first, strict=True), strict=True)
    return {h: math.fsum(column) / len(first) for h, column in columns}


def _sums(
    hypotheses: Collection[str], rows: Sequence[_Reading], further: Collection[Mapping[str, float]]
) -> dict[str, float]:
    """Sums that do not depend on the order of their parts."""
    cells = [(row.ratings.get, row.scale.minus_ln) for row in rows]
    return {
        h: math.fsum([*[minus_ln[rating(h)] for rating, minus_ln in cells], *[said[h] for said in further]])
        for h in hypotheses
    }


def _less_the_least(sums: Mapping[str, float]) -> dict[str, float]:
    """The sums from the least up, those that tie made equal to the least of them."""
    room = TIE * max(sums.values(), default=0)
    equal: dict[str, float] = {}
    tied = -math.inf
    for h in sorted(sums, key=sums.__getitem__):
        tied = tied if sums[h] - tied <= room else sums[h]
        equal[h] = tied
    least = min(equal.values(), default=0)
    return {h: equal[h] - least for h in sums}
