"""What a check is: a function of the whole workspace that yields the places where its rule is broken."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from workbench.checks.survey import Survey
from workbench.model import Finding


class Spot(NamedTuple):
    """One place that breaks a rule: the file, the keys that lead to the place in it, what is wrong, what to do."""

    path: str
    keys: tuple[str | int, ...]
    message: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Rule:
    """One check. `note` marks a rule that informs and asks for nothing: its findings do not count as faults."""

    code: str
    title: str
    find: Callable[[Survey], Iterator[Spot]]
    note: bool = False

    @property
    def why(self) -> str:
        """Why there is such a rule, in sentences: what its function's docstring says."""
        return " ".join((self.find.__doc__ or "").split())

    def findings(self, survey: Survey) -> Iterator[Finding]:
        """Every place that breaks the rule, in the order of the files; the lines are not yet looked up."""
        for spot in self.find(survey):
            yield Finding(spot.path, self.code, spot.message, spot.remedy, spot.keys, note=self.note)
