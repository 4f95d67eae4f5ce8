"""Scoring: a case under any of the named methods, and whether their leaders agree.

The two methods that stand side by side are part of every standing; the others are counted here, on
request. What each method is, and what it ignores, stands in `methods` and `likelihood`.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import NamedTuple

from workbench.analysis import likelihood, points
from workbench.analysis.likelihood import Assumptions
from workbench.analysis.methods import ADDITIVE, LOG_LIKELIHOOD, METHODS, scale
from workbench.analysis.names import listed, named
from workbench.analysis.points import Points
from workbench.analysis.ranking import Number, leading, ranks
from workbench.analysis.standing import Standing
from workbench.analysis.tally import Tally, tally

Score = Points | float
"""Exact points under an additive method, a float under log-likelihood; fewer is better."""


class Scored(NamedTuple):
    """What one method makes of a case, keyed by hypothesis id in file order; see `ranking.Result`.

    `assumptions` are what a log-likelihood was counted with; other methods have none.
    """

    method: str
    scores: Mapping[str, Score]
    ranks: Mapping[str, int | None]
    leading: tuple[str, ...]
    adjusted: Mapping[str, Score]
    ranks_adjusted: Mapping[str, int | None]
    leading_adjusted: tuple[str, ...]
    assumptions: Assumptions | None = None


def scored(standing: Standing, method: str, ratio: float | None = None) -> Scored:
    """A case under one method.

    Args:
        standing: of the case.
        method: a name in `METHODS`.
        ratio: for log-likelihood, the likelihood ratio that one I is worth, instead of the table.

    Raises:
        KeyError: there is no such method.
        ValueError: the ratio is not above 1.
    """
    return every_method(standing, ratio, (METHODS[method].name,))[method]


def every_method(standing: Standing, ratio: float | None = None, among: Collection[str] = METHODS) -> dict[str, Scored]:
    """A case under all methods, or those named, by name; `ratio` as in `scored`."""
    counted = [name for name in among if name in ADDITIVE and name not in standing.methods]
    sums = tally(standing.case, standing.setting, counted) if counted else standing.tally
    return {name: _scored(standing, name, ratio, sums) for name in among}


def cells(standing: Standing, address: str) -> dict[str, Mapping[str, Score]]:
    """What each cell of a row adds to the scores, by method and hypothesis id.

    Under the additive methods the rated cells, under log-likelihood (by the table) every cell of a
    row that says anything: sums of the latter are larger than its scores by the least sum.
    """
    ratings, weight = standing.setting.ratings(standing.case, address), standing.setting.weight(standing.case, address)
    added: dict[str, Mapping[str, Score]] = {
        method: {h: scale(method, weight)[rating] for h, rating in ratings.items()} for method in ADDITIVE
    }
    return added | {LOG_LIKELIHOOD: likelihood.cells(standing, address)}


def texts(scores: Mapping[str, Score]) -> dict[str, str]:
    """Scores as they are written on one page: unequal ones never look equal, up to 3 decimals."""
    exact = {h: score for h, score in scores.items() if isinstance(score, Points)}
    if exact:
        return points.texts(exact)
    shown: dict[str, str] = {}
    for places in range(1, points.MAX_DECIMALS + 1):
        shown = {h: f"{score:.{places}f}" if score else "0" for h, score in scores.items()}
        if len(set(shown.values())) == len(set(scores.values())):
            break
    return shown


def agreement(standing: Standing, every: Mapping[str, Scored]) -> str:
    """Whether the methods have the same leaders, in a sentence; empty where fewer than two are tested."""
    if len(standing.bears_on) - len(standing.not_tested) < 2:
        return ""
    leaders: dict[tuple[str, ...], list[str]] = {}
    for name, found in every.items():
        leaders.setdefault(found.leading, []).append(name)
    if len(leaders) == 1:
        return f"All {_NUMBERS.get(len(every), len(every))} methods lead with {named(standing, *leaders)}."
    parts = [
        f"{listed(names)} {'leads' if len(names) == 1 else 'lead'} with {named(standing, who)}"
        for who, names in leaders.items()
    ]
    return f"The methods do not agree: {'; '.join(parts)}."


def _scored(standing: Standing, method: str, ratio: float | None, sums: Tally) -> Scored:
    if method in standing.methods:
        return Scored(method, *standing.methods[method])
    tested = [h for h in standing.bears_on if h not in standing.not_tested]
    if method != LOG_LIKELIHOOD:
        return _ranked(method, sums.plain[method], sums.adjusted[method], tested)
    found = likelihood.log_likelihoods(standing, ratio)
    return _ranked(method, found.plain, found.adjusted, tested)._replace(assumptions=found.assumptions)


def _ranked(
    method: str, plain: Mapping[str, Number], adjusted: Mapping[str, Number], tested: Collection[str]
) -> Scored:
    once = ranks(adjusted, tested)
    return Scored(
        method, plain, ranks(plain, tested), leading(plain, tested), adjusted, once, leading(adjusted, tested)
    )


_NUMBERS = {5: "five"}
