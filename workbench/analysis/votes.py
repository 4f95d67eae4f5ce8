"""Votes: of the rows that share a voice, the one that is heard against each hypothesis."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from workbench.analysis.dependence import speaks
from workbench.analysis.methods import METHODS, scale, strength
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


def ballot(case: Case, setting: Setting, voice: str, hypotheses: Collection[str]) -> dict[str, dict[str, Vote]]:
    """The votes of a shared voice against these hypotheses, from those of its rows that speak.

    The weakest are written first and overwritten by stronger ones; of equals the first row's stays.
    """
    votes: dict[str, dict[str, Vote]] = {method: {} for method in METHODS}
    cells = list(_contradictions(case, setting, voice, hypotheses))
    cells.reverse()
    for method, heard in votes.items():
        for rating, weight, address, against in sorted(cells, key=lambda cell: strength(method, cell[1])[cell[0]]):
            heard.update(dict.fromkeys(against, Vote(scale(method, weight)[rating], address)))
    return votes


def _contradictions(
    case: Case, setting: Setting, voice: str, hypotheses: Collection[str]
) -> Iterator[tuple[Rating, Weight, str, list[str]]]:
    """What the rows of a voice say, in file order: rating, weight, address, and whom it is against."""
    wanted = frozenset(hypotheses)
    for address in setting.voices.shared[voice]:
        if case.parked(address) or not speaks(case, setting.voices, address):
            continue
        weight = setting.weight(case, address)
        ratings = case.matrix.row(address).ratings
        for rating in CONTRADICTING:
            against = [h for h, given in ratings.items() if given == rating and h in wanted]
            if against:
                yield rating, weight, address, against


def reballot(
    case: Case, setting: Setting, voice: str, before: Ballot, hypotheses: Collection[str], address: str | None
) -> Ballot:
    """The votes of a voice after its rows changed against these hypotheses only.

    Where just one row was rated, `address` names it: a vote is then looked for among all rows of the
    voice only if it was this row's and became weaker. Without an address all are looked for.
    """
    rescan = [h for h in hypotheses if address is None or _weakened(case, setting, before, h, address)]
    votes = {m: {h: vote for h, vote in before[m].items() if h not in rescan} for m in METHODS}
    if rescan:
        for method, heard in ballot(case, setting, voice, rescan).items():
            votes[method].update(heard)
    if address is not None and speaks(case, setting.voices, address) and not case.parked(address):
        for hypothesis in hypotheses:
            _take(case, setting, voice, votes, hypothesis, address)
    return votes


def _weakened(case: Case, setting: Setting, before: Ballot, hypothesis: str, address: str) -> bool:
    """Whether a vote was this row's by any method, and is for fewer points now."""
    held = [(m, before[m][hypothesis]) for m in METHODS if hypothesis in before[m]]
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
