"""Orders: where the hypotheses stand with each analyst and with the team matrix, and whether that is the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from workbench.analysis.agreement.cells import CellRatings
from workbench.analysis.agreement.concordance import Concordance, concordance
from workbench.analysis.agreement.members import Member
from workbench.analysis.agreement.pooling import Pooled, pooled
from workbench.analysis.agreement.settling import Contested, Fewest, contested, fewest
from workbench.analysis.agreement.team import Medians, otherwise, team
from workbench.analysis.ledger import ledger
from workbench.analysis.methods import DEFAULT
from workbench.analysis.standing import Standing, standing
from workbench.model import Case


@dataclass(frozen=True, slots=True)
class Orders:
    """What each analyst's ratings come to, and all of them together; what blind rating must not show."""

    each: Mapping[str, Standing]
    """By analyst, as `standing` has it anywhere: stale rows count."""
    team: Standing
    """Of the team matrix: stale rows are not in it."""
    other_leading: tuple[str, ...]
    """Who leads in the team matrix if every median between two steps is the other one of them."""
    concordance: Concordance
    contested: tuple[Contested, ...]
    fewest: Fewest | None
    pooled: Pooled

    @property
    def leading(self) -> dict[tuple[str, ...], tuple[str, ...]]:
        """Which analysts lead with which set: those with the most analysts first, then by id."""
        found: dict[tuple[str, ...], list[str]] = {}
        for analyst, own in self.each.items():
            found.setdefault(own.methods[DEFAULT].leading, []).append(analyst)
        most = sorted(found.items(), key=lambda entry: -len(entry[1]))
        return {leading: tuple(analysts) for leading, analysts in most}


def orders(case: Case, analysts: Sequence[Member], found: Sequence[CellRatings], median: Medians) -> Orders:
    """The orders of the analysts, the team matrix among them, and what settling cells would do to them."""
    each = {analyst.id: standing(analyst.case) for analyst in analysts}
    together = standing(team(case, analysts, found, median))
    rows, apart = ledger(together), [cell for cell in found if cell.contested]
    return Orders(
        each=each,
        team=together,
        other_leading=standing(otherwise(together.case, median)).methods[DEFAULT].leading,
        concordance=concordance(each),
        contested=contested(apart, rows, {analyst: ledger(own) for analyst, own in each.items()}),
        fewest=fewest(apart, rows),
        pooled=pooled(analysts, case.hypotheses),
    )
