"""What a page of one of the steps is made from: a case as it is, and what of it may be seen."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from workbench.analysis.heuer import Task, tasks
from workbench.analysis.heuer.estimative import ICD_203
from workbench.analysis.standing import Standing
from workbench.model import Case, Hypothesis, Item
from workbench.tui.leaf import File, Goal
from workbench.tui.rereading import NOTHING_READ, Reread


class Look(NamedTuple):
    """A case, its standing where scores may be seen, the day, and whether the analyst looks early."""

    case: Case
    standing: Standing | None
    today: date
    looking: bool
    yardstick: str = ICD_203.name
    """The standard whose words stand beside likelihoods."""
    skipped: frozenset[Goal] = frozenset()
    """Where tasks lead that the analyst passed over for now."""
    opened: frozenset[str] = frozenset()
    """Sources whose items are listed to the last."""
    reread: Reread = NOTHING_READ
    """What stale rows were rated against, as far as it was looked up."""
    rated_since: int | None = None
    """How many ratings changed since a stale judgement was written, where that is known by now."""

    def tasks(self, number: int) -> tuple[Task, ...]:
        """What is left in a step; nothing that blind rating hides."""
        return tasks(self.case, number, self.today, self.standing, looking=self.looking)

    def name(self, hypothesis: str) -> str:
        """What a hypothesis is called."""
        known = self.case.question.hypotheses.get(hypothesis)
        return (known.short if known else "") or hypothesis

    # ---- where things are written

    def in_question(self, *place: str) -> File:
        """A place in the question's file."""
        return File(self.case.question.path, place)

    def of_hypothesis(self, hypothesis: Hypothesis | str) -> File:
        """A hypothesis in its file."""
        return self.in_question("hypotheses", hypothesis if isinstance(hypothesis, str) else hypothesis.id)

    def of_item(self, item: Item) -> File:
        """An item in its file."""
        return File(item.path, ("items", item.id))

    def of_id(self, id: str) -> File | None:  # noqa: A002 - what it is called everywhere
        """An indicator, a source or an origin in its file."""
        if id in self.case.question.indicators:
            return self.in_question("indicators", id)
        if id in self.case.sources:
            return File(self.case.sources[id].path, ("source",))
        return File("evidence/origins.yaml", ("origins", id)) if id in self.case.origins else None
