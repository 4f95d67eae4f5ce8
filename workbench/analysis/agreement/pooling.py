"""Pooling: the likelihoods that several analysts judged, as one: the mean of all, each normalised, with equal weight.

    c_j = q_j / sum of q,   p_j = (1/m) * sum over m analysts of c_j

A set takes part where it is complete and over the same wording: a share for every active hypothesis and for nothing
that is out; `other` may be absent where the rest make 100; and every hypothesis rated by that analyst in some row that
is not stale. Others are left out, with the reason. They are judgements, pooled; nothing is derived from points.
Normalising did better than other ways of making shares coherent, and equal weights as well as others (METHOD: Osherson
and Vardi 2006; Karvetski, Mandel and others, read as abstracts). It ignores how the analysts influenced each other.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from workbench.analysis.agreement.members import Member
from workbench.analysis.heuer.judging import adds_up
from workbench.model import OTHER, Hypothesis
from workbench.model.words import NOTHING


class Pooled(NamedTuple):
    """Shares of one, by hypothesis in file order, then `other`. There are none of the team below two analysts."""

    shares: Mapping[str, Fraction]
    each: Mapping[str, Mapping[str, Fraction]]
    """By analyst: the shares as they are pooled, normalised."""
    left_out: Mapping[str, str]
    """By analyst: why, in words that go on after the id."""


def pooled(analysts: Sequence[Member], hypotheses: Sequence[Hypothesis]) -> Pooled:
    """The likelihoods of these analysts over the active hypotheses."""
    ids = [h.id for h in hypotheses]
    why = {analyst.id: _why_not(analyst, ids) for analyst in analysts}
    each = {analyst.id: _normalised(_shares(analyst), [*ids, OTHER]) for analyst in analysts if not why[analyst.id]}
    mean = (
        {h: sum((c[h] for c in each.values()), Fraction()) / len(each) for h in (*ids, OTHER)}
        if len(each) > 1
        else NOTHING
    )
    return Pooled(mean, each, {analyst: reason for analyst, reason in why.items() if reason})


def _shares(analyst: Member) -> Mapping[str, float]:
    judged = analyst.case.matrix.judgement
    return judged.likelihood if judged else NOTHING


def _normalised(shares: Mapping[str, float], among: Sequence[str]) -> dict[str, Fraction]:
    exact = {h: Fraction(str(shares.get(h, 0))) for h in among}
    return {h: share / sum(exact.values()) for h, share in exact.items()}


def _why_not(analyst: Member, ids: Sequence[str]) -> str:
    """Why a set does not take part; empty where it does."""
    shares = _shares(analyst)
    missing = [h for h in ids if h not in shares]
    out = [h for h, share in shares.items() if share and h not in {*ids, OTHER}]
    if not shares:
        return "gives no likelihoods"
    if missing:
        return f"gives no likelihood of {', '.join(missing)}"
    if out:
        return f"gives one to {', '.join(out)}, no longer compared"
    if any(not 0 <= share <= 100 for share in shares.values()) or not any(shares.values()):
        return "gives some that are no shares of 100"
    if OTHER not in shares and not adds_up(shares):
        return "gives none of other, and the rest do not make 100"
    if reworded := [h for h in ids if _reworded(analyst, h)]:
        return f"rated another wording of {', '.join(reworded)}"
    return ""


def _reworded(analyst: Member, hypothesis: str) -> bool:
    """Whether an analyst rated a hypothesis in rows that are all stale: nothing shows that the wording was this one."""
    rated = [i.address for i, row in analyst.case.rows if hypothesis in row.ratings]
    return bool(rated) and analyst.stale.issuperset(rated)
