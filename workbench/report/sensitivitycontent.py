"""What the sensitivity document says: everything computed once, before any format."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from workbench.analysis import resting
from workbench.analysis.answer import answer
from workbench.analysis.ledger import ledger
from workbench.analysis.losses import Loss
from workbench.analysis.methods import DEFAULT
from workbench.analysis.names import named
from workbench.analysis.noise import ERROR, Noise, noise
from workbench.analysis.sensitivity import Sensitivity, sensitivity
from workbench.analysis.separation import Separation, separated
from workbench.analysis.standing import Standing
from workbench.analysis.tornado import Tornado, tornado
from workbench.report import wording


@dataclass(frozen=True, slots=True)
class SensitivityContent:
    """Everything in the sensitivity of one matrix under one additive method."""

    standing: Standing = field(repr=False)
    found: Sensitivity
    separation: Separation
    noise: Noise
    tornado: Tornado | None
    named: bool = False
    """Whether tables call the hypotheses by their names, and not by their ids."""

    @property
    def headline(self) -> str:
        """Who leads: under the default method in the words of every page, under another one by itself."""
        return wording.answered(self.standing, self._who_leads)

    @property
    def _who_leads(self) -> str:
        leading = self.found.leading
        if self.found.method == DEFAULT or not leading:
            return answer(self.standing, self.separation).headline
        have = "has" if len(leading) == 1 else "have"
        return f"Under {self.found.method} {named(self.standing, leading)} {have} the fewest points."

    @property
    def rests(self) -> str:
        """The cheapest change that changes who leads, or how many it takes; empty where the headline has said so."""
        if self.separation.by > 1:
            both = resting.fewest(self.found.smallest_set, self.found.smallest_steps)
            if resting.takes(self.separation) in self.headline:
                return ""
            return f"Separated: it takes {both} to change who leads."
        said = resting.sentence(self.standing, self.separation, self.found.leading)
        return "" if said in self.headline else said

    def changes(self, loss: Loss) -> bool:
        """Whether a loss changes who leads, plain or adjusted."""
        return loss.leading != self.found.leading or loss.leading_adjusted != self.found.leading_adjusted

    def then(self, after: Iterable[str]) -> str:
        """Who leads after a change, as the end of a sentence."""
        return resting.then(self.standing, self.found.leading, tuple(after))

    def called(self, hypothesis: str) -> str:
        """What the tables call a hypothesis."""
        return self.standing.setting.names[hypothesis] if self.named else hypothesis

    def name(self, hypothesis: str) -> str:
        """The short name of a hypothesis; marked where little tested."""
        return named(self.standing, [hypothesis])


def sensitivity_content(
    standing: Standing, method: str = DEFAULT, error: float = float(ERROR), *, named: bool = False
) -> SensitivityContent:
    """Compute it. Loads numpy.

    Args:
        standing: of the case.
        method: an additive method.
        error: the probability that a cell is a step wrong, 0 to 1.
        named: whether tables call the hypotheses by their names, and not by their ids.
    """
    return SensitivityContent(
        standing=standing,
        found=sensitivity(standing, method),
        separation=separated(ledger(standing, method)),
        noise=noise(standing, error=error, method=method),
        tornado=tornado(standing, method),
        named=named,
    )
