"""What a log-likelihood was counted with, in words and in JSON: without these its number says nothing."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

from workbench.analysis.likelihood import Assumptions
from workbench.model import Level
from workbench.report.document import Paragraph

NO_PROBABILITY = (
    "the points are minus the natural logarithm of a likelihood (nats), less the least; 0 is best. That is no "
    "probability, and says how the hypotheses compare only as far as prior, {table}, reliability and dependence hold"
)

_DEPENDENCE = (
    "plain, every row counts as independent; adjusted, retellings and assessments whose grounds are in the matrix "
    "count nothing, and of the rows that share a voice only the one that tells hypotheses furthest apart counts "
    "(the mean of those that do so equally)"
)

_DEPENDENCE_OF_POINTS = "plain, every row counts as independent; adjusted, as in parc-weighted"

_LEVELS = (Level.HIGH, Level.MEDIUM, Level.LOW)


def paragraphs(assumed: Assumptions) -> Iterator[Paragraph]:
    """Prior, table or kappa, reliability and dependence; and that the number is no probability."""
    yield Paragraph(_prior(assumed), lead="prior")
    if assumed.kappa is None:
        yield Paragraph(_table(assumed), lead="table")
    else:
        yield Paragraph(_kappa(assumed.kappa), lead="kappa")
    yield Paragraph(_reliability(assumed), lead="reliability")
    yield Paragraph(f"{dependence(assumed)}.", lead="dependence")
    named = "table" if assumed.kappa is None else "kappa"
    yield Paragraph(f"{NO_PROBABILITY.format(table=named)}.", lead="no probability")


def dependence(assumed: Assumptions) -> str:
    """How rows that depend on one another are counted."""
    return _DEPENDENCE if assumed.kappa is None else _DEPENDENCE_OF_POINTS


def record(assumed: Assumptions) -> dict[str, Any]:
    """The same for JSON: `table`, or `kappa` instead of it."""
    said: dict[str, Any] = {"prior": dict(assumed.prior)}
    if assumed.kappa is None:
        said["table"] = {rating.value: likelihood for rating, likelihood in assumed.table.items()}
        said["cells_without_information"] = assumed.uninformed
    else:
        said["kappa"] = assumed.kappa
    return said | {
        "reliability": {level.value: assumed.reliability[level] for level in _LEVELS},
        "dependence": dependence(assumed),
    }


def _prior(assumed: Assumptions) -> str:
    each = f"flat, 1/{len(assumed.prior)} for each hypothesis"
    if assumed.kappa is not None:
        return f"{each}; it takes no part in the score."
    return f"{each}; it takes part in the mean of a row only, over the hypotheses rated in it."


def _table(assumed: Assumptions) -> str:
    values = ", ".join(f"{rating.value} {likelihood:.2f}" for rating, likelihood in assumed.table.items())
    n = assumed.uninformed
    cells = "no cell is so here" if not n else "1 cell here" if n == 1 else f"{n} cells here"
    return (
        f"how likely the item would be if the hypothesis were true (ours): {values}. NA and unrated cells get "
        f"the mean of their row, as if they said nothing: {cells}."
    )


def _kappa(kappa: float) -> str:
    return (
        f"{kappa:.3g}: one I at weight 1 is worth a likelihood ratio of {math.exp(kappa):.6g}, and II its square; "
        "CC, C, N and NA say nothing."
    )


def _reliability(assumed: Assumptions) -> str:
    shares = ", ".join(f"{level.value} {assumed.reliability[level]:.3g}" for level in _LEVELS)
    if assumed.kappa is None:
        return (
            f"the share of a row's likelihoods that is kept, the rest is their mean, by credibility weight: {shares}."
        )
    return f"PARC's weights of credibility and of relevance, which multiply the logarithm: {shares}."
