"""Standing: everything one screen or page says about where the hypotheses stand.

`standing(case)` counts a whole case; `Standing.rerated` carries it one edited row further and gives
the same value. A standing changes nothing in the case and is never changed itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from workbench.analysis.blocks import Block, block
from workbench.analysis.coverage import Coverage
from workbench.analysis.headline import Facts, headline, remarks, settled
from workbench.analysis.methods import SIDE_BY_SIDE, scale
from workbench.analysis.narrowing import sentences
from workbench.analysis.points import Points
from workbench.analysis.ranking import Result, result
from workbench.analysis.setting import Setting, same_setting, setting
from workbench.analysis.tally import Tally, retallied, tally
from workbench.analysis.weights import Grade, Weight
from workbench.model import Case


@dataclass(frozen=True, slots=True)
class RowStanding:
    """How one row counts. `points` are by method and by hypothesis id; unrated cells are absent."""

    address: str
    grade: Grade
    weight: Weight
    points: Mapping[str, Mapping[str, Points]]
    block: Block
    unrated: int


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the hypotheses of a case stand. Mappings are keyed by hypothesis id, in file order."""

    case: Case = field(repr=False, compare=False)
    methods: Mapping[str, Result]
    """The methods shown side by side, by name: points, ranks and leading sets, plain and with every voice
    counted once. The others are counted on request: see `scoring`."""
    bears_on: Mapping[str, int]
    contradicts: Mapping[str, int]
    coverage: Mapping[str, float]
    """The share of unparked rows that bear on a hypothesis, 0 to 1."""
    not_tested: tuple[str, ...]
    little_tested: tuple[str, ...]
    rows: int
    """How many rows are not parked."""
    rated: int
    unrated: int
    """Cells rated and not, over all unparked rows and active hypotheses."""
    headline: str
    """The answer in words: who leads and what that depends on, or why nobody does."""
    settled: bool
    """Whether the headline names who leads by every way of counting, with nothing left unrated."""
    remarks: tuple[str, ...]
    """Further sentences that the reader of the answer needs; of a narrowed case first what was left out."""
    setting: Setting = field(repr=False, compare=False)
    tally: Tally = field(repr=False)

    @property
    def complete(self) -> bool:
        """Whether no cell is left unrated."""
        return not self.unrated

    def row(self, address: str) -> RowStanding:
        """How one row counts; a parked row as it would if it were taken back."""
        ratings = self.setting.ratings(self.case, address)
        weight = self.setting.weight(self.case, address)
        return RowStanding(
            address=address,
            grade=self.setting.grades[address],
            weight=weight,
            points={m: {h: scale(m, weight)[rating] for h, rating in ratings.items()} for m in SIDE_BY_SIDE},
            block=block(ratings.values()),
            unrated=len(self.setting.hypotheses) - len(ratings),
        )

    def rerated(self, case: Case, address: str) -> Standing:
        """The standing of `case`, which differs from this one's in the row or the note of one item.

        The same value as `standing(case)`, for the price of one row and the rows that share its
        voice. Where more than rows and notes was exchanged, everything is counted afresh.
        """
        if not same_setting(self.case, case):
            return standing(case)
        if address not in case.items:
            return _standing(case, self.setting, self.tally)
        return _standing(case, self.setting, retallied(self.tally, self.setting, self.case, case, address))


def standing(case: Case, ground: Setting | None = None) -> Standing:
    """Where the hypotheses of a case stand, counted from all its rows; `ground` is its setting, where it is known."""
    ground = ground or setting(case)
    return _standing(case, ground, tally(case, ground))


def _standing(case: Case, setting: Setting, tally: Tally) -> Standing:
    coverage = Coverage(tally.rows, tally.bears_on, tally.contradicts)
    methods = {m: result(tally.plain[m], tally.adjusted[m], coverage.tested) for m in SIDE_BY_SIDE}
    unrated = tally.rows * len(setting.hypotheses) - tally.rated
    facts = Facts(
        names=setting.names,
        methods=methods,
        coverage=coverage,
        rated=tally.rated,
        unrated=unrated,
        against_all=tally.against_all,
        unjudged=tally.unjudged,
    )
    return Standing(
        case=case,
        methods=methods,
        bears_on=tally.bears_on,
        contradicts=tally.contradicts,
        coverage=coverage.shares,
        not_tested=coverage.not_tested,
        little_tested=coverage.little_tested,
        rows=tally.rows,
        rated=tally.rated,
        unrated=unrated,
        headline=headline(facts),
        settled=settled(facts),
        remarks=(*sentences(case, tally.rows), *remarks(facts)),
        setting=setting,
        tally=tally,
    )
