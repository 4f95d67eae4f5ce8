"""Setting: what rating a matrix leaves be: its columns, the grades of its rows, and who speaks in them.

It is found once for a case; every rating after that looks up what it needs here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from workbench.analysis.dependence import Voices, among, voices
from workbench.analysis.names import names
from workbench.analysis.weights import Grade, Weight, grade
from workbench.model import Case, Item, Rating


@dataclass(frozen=True, slots=True)
class Setting:
    """The parts of a case that no edit of a row changes, made ready for counting."""

    hypotheses: tuple[str, ...]
    grades: Mapping[str, Grade]
    voices: Voices
    names: Mapping[str, str]
    """What the hypotheses are called (see `names`)."""

    def weight(self, case: Case, address: str) -> Weight:
        """How much a row counts: its grade, and the relevance the case now gives it."""
        return Weight(self.grades[address].level, case.matrix.note(address).relevance)

    def ratings(self, case: Case, address: str) -> dict[str, Rating]:
        """The rated cells of a row against active hypotheses, in their order."""
        rated = case.matrix.row(address).ratings
        return {h: rated[h] for h in self.hypotheses if h in rated}


def setting(case: Case) -> Setting:
    """The setting of a case, parked rows included."""
    return Setting(
        tuple(hypothesis.id for hypothesis in case.hypotheses),
        {address: grade(case, item) for address, item in case.items.items()},
        voices(case.items, case.unscored),
        names(case),
    )


def part(setting: Setting, items: Mapping[str, Item]) -> Setting:
    """The setting of the same case narrowed to some of its items, for the price of these."""
    return replace(setting, voices=among(setting.voices, items))


def same_setting(before: Case, after: Case) -> bool:
    """Whether one case's setting holds for the other: nothing but rows and notes was exchanged."""
    return (
        before.question is after.question
        and before.items is after.items
        and before.narrowed is after.narrowed
        and before.elsewhere is after.elsewhere
        and before.sources is after.sources
        and before.origins is after.origins
        and before.matrix.grades == after.matrix.grades
    )
