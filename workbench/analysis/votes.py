"""Votes: of the rows that share a voice, the one that is heard against each hypothesis."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from workbench.analysis.dependence import speaks
from workbench.analysis.methods import SIDE_BY_SIDE, scale
from workbench.analysis.points import ZERO, Points
from workbench.analysis.setting import Setting
from workbench.analysis.weights import Weight
from workbench.model import CONTRADICTING, Case, Rating


class Vote(NamedTuple):
    """The strongest weighted inconsistency in a voice's rows, and the first row that has it."""

    points: Points
    address: str


Ballot = Mapping[str, Mapping[str, Vote]]
"""A voice's votes by method name and hypothesis id; none where no row of it contradicts."""


def ballot(
    case: Case, setting: Setting, voice: str, hypotheses: Collection[str], methods: Collection[str] = SIDE_BY_SIDE
) -> dict[str, dict[str, Vote]]:
    """The votes of a shared voice against these hypotheses, from those of its rows that speak.

    Of equally strong rows the first in the files has the vote.
    """
    rows = setting.voices.shared[voice]
    places = _contradictions(case, setting, rows, hypotheses)
    votes: dict[str, dict[str, Vote]] = {method: {} for method in methods}
    for method, heard in votes.items():
        alike: dict[Points, dict[str, int]] = {}
        for (rating, weight), first in places.items():
            group = alike.setdefault(scale(method, weight)[rating], {})
            group.update({h: min(place, group.get(h, place)) for h, place in first.items()})
        for points in sorted(alike):
            heard.update({h: Vote(points, rows[place]) for h, place in alike[points].items()})
    return votes


def _contradictions(
    case: Case, setting: Setting, rows: Sequence[str], hypotheses: Collection[str]
) -> dict[tuple[Rating, Weight], dict[str, int]]:
    """By kind of contradiction and by hypothesis the place among the rows of the first that has one."""
    found: dict[Weight, dict[Rating, dict[str, int]]] = {}
    for place in range(len(rows) - 1, -1, -1):
        address = rows[place]
        if case.parked(address) or not speaks(case, setting.voices, address):
            continue
        weight = setting.weight(case, address)
        first = found.get(weight) or found.setdefault(weight, {rating: {} for rating in CONTRADICTING})
        rated = case.matrix.row(address).ratings.get
        for hypothesis in hypotheses:
            if (rating := rated(hypothesis)) in first:
                first[rating][hypothesis] = place
    return {(rating, weight): places for weight, first in found.items() for rating, places in first.items()}


def reballot(
    case: Case, setting: Setting, voice: str, before: Ballot, hypotheses: Collection[str], address: str | None
) -> Ballot:
    """The votes of a voice after its rows changed against these hypotheses only.

    Where just one row was rated, `address` names it: a vote is then looked for among all rows of the
    voice only if it was this row's and became weaker. Without an address all are looked for.
    """
    rescan = [h for h in hypotheses if address is None or _weakened(case, setting, before, h, address)]
    votes = {m: {h: vote for h, vote in before[m].items() if h not in rescan} for m in before}
    if rescan:
        for method, heard in ballot(case, setting, voice, rescan, before).items():
            votes[method].update(heard)
    if address is not None and speaks(case, setting.voices, address) and not case.parked(address):
        for hypothesis in hypotheses:
            _take(case, setting, voice, votes, hypothesis, address)
    return votes


def _weakened(case: Case, setting: Setting, before: Ballot, hypothesis: str, address: str) -> bool:
    """Whether a vote was this row's by any method, and is for fewer points now."""
    held = [(m, before[m][hypothesis]) for m in before if hypothesis in before[m]]
    return any(
        vote.address == address and _points(case, setting, m, hypothesis, address) < vote.points for m, vote in held
    )


def _take(
    case: Case, setting: Setting, voice: str, votes: dict[str, dict[str, Vote]], hypothesis: str, address: str
) -> None:
    """Give this row the vote where it is the strongest now, or as strong and earlier in the files."""
    rows = setting.voices.shared[voice]
    for method, heard in votes.items():
        vote = Vote(_points(case, setting, method, hypothesis, address), address)
        best = heard.get(hypothesis, Vote(ZERO, address))
        alike = vote.points and vote.points == best.points
        if vote.points > best.points or (alike and rows.index(address) < rows.index(best.address)):
            heard[hypothesis] = vote


def _points(case: Case, setting: Setting, method: str, hypothesis: str, address: str) -> Points:
    rating = case.matrix.row(address).ratings.get(hypothesis)
    return scale(method, setting.weight(case, address))[rating] if rating else ZERO
