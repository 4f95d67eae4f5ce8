"""Step 4 on the screen: the queue of rows and hypotheses to look at again, worked through key by key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.analysis.heuer import refining
from workbench.model import Confirm, Kind, Status
from workbench.model.authoring import SetHypothesis, SetStatus
from workbench.tui import words
from workbench.tui.chooser import Chooser, Option
from workbench.tui.doing import gaps, parking
from workbench.tui.doing.deed import Deed, Doing
from workbench.tui.doing.filled import fill
from workbench.tui.forms.field import Field, Shape, Values
from workbench.tui.leaf import Goal

if TYPE_CHECKING:
    from workbench.tui.look import Look
    from workbench.tui.steps import Steps

EXPECTATIONS = frozenset({refining.UNSEEN.name, refining.UNFORESEEN.name})
"""Tasks about something that a hypothesis expects or does not."""

COLUMNS = EXPECTATIONS | {refining.UNTESTED.name, refining.UNCONTRADICTED.name}
"""Tasks about a hypothesis: enter asks what to do."""

GAP, ASIDE = "gap", "aside"
"""What the page lists besides tasks and parked rows: gaps, and hypotheses set aside."""


class Does(Doing):
    """Parks, confirms, rewords and skips what is in the queue, and makes gaps of it."""

    ENTER = "goes there"
    DEEDS = (
        Deed("p", "parks", "Park the row or the hypothesis with a reason, or take a parked one back in", "park"),
        Deed("y", "holds", "Confirm that a row still holds for the wording that stands now", "confirm"),
        Deed("r", "rewords", "Reword the item, the expectation or the hypothesis", "reword"),
        Deed("n", "gap", "Take down as a gap that no row speaks to it, and why that matters", "gap"),
        Deed("s", "skips", "Skip the task until the page is opened anew", "skip"),
        Deed("b", "absence", "Make evidence of it: looked for what is expected and not found", "absence", brief=False),
        Deed("delete", "drops", "Drop a gap that is none any more", "drop", brief=False),
    )

    def __init__(self, steps: Steps) -> None:
        super().__init__(steps)
        self._skipped: frozenset[Goal] = frozenset()

    def seen(self, look: Look) -> Look:
        """Without what was skipped since the page was opened."""
        if self.steps.page is None:
            self._skipped = frozenset()
        return look._replace(skipped=self._skipped)

    def enter(self, goal: Goal) -> bool:
        """Ask what to do about a hypothesis or a gap; to a row one just goes."""
        if goal.about in COLUMNS and goal.hypothesis in self.question.hypotheses:
            self._ask(goal)
        elif goal.about == GAP:
            gaps.edit_gap(self, _last(goal))
        else:
            return False
        return True

    # ---- keys

    def park(self, goal: Goal) -> None:
        """Park a row or a hypothesis, or take it back in."""
        hypothesis = self.question.hypotheses.get(goal.hypothesis)
        if goal.address in self.case.items:
            parking.park(self, goal.address)
        elif hypothesis is None:
            self.say("Parked are rows and hypotheses: put the cursor on one.")
        elif hypothesis.status is not Status.ACTIVE:
            self.write(SetStatus(self.question.id, hypothesis.id, Status.ACTIVE), said="It is a column again.")
        elif goal.about == refining.UNTESTED.name:
            status = SetStatus(self.question.id, hypothesis.id, Status.PARKED)
            parking.reason(self, "a hypothesis", lambda because: self.write(status._replace(because=because)))
        else:
            self.say("A hypothesis that is tested is parked on page 1, by its status.")

    def confirm(self, goal: Goal) -> None:
        """Say that a row still holds."""
        if self._to_confirm(goal.address):
            self.change(Confirm(goal.address))
            if not self._to_confirm(goal.address):  # in somebody else's matrix it is asked first
                self.say("Confirmed: it holds for the wording that stands now.")
        else:
            self.say("Confirmed are rows that are stale, or rated against nobody knows what: put the cursor on one.")

    def _to_confirm(self, address: str) -> bool:
        return self.case.stale(address) or (address in self.case.items and self.case.unconfirmed(address))

    def reword(self, goal: Goal) -> None:
        """Ask for another wording of what the task is about."""
        if goal.address in self.case.items:
            from workbench.tui.doing.itemform import edit_item  # noqa: PLC0415 - off the way to the first paint

            edit_item(self.steps, goal.address)
        elif goal.about in EXPECTATIONS and self._expectation(goal):
            self._reword_expectation(goal)
        elif goal.hypothesis in self.question.hypotheses:
            from workbench.tui.doing import wording  # noqa: PLC0415 - off the way to the first paint

            ask = wording.expectations if goal.about == refining.UNCONTRADICTED.name else wording.reword
            ask(self, self.question.hypotheses[goal.hypothesis])
        elif goal.about == GAP:
            gaps.edit_gap(self, _last(goal))
        else:
            self.say("There is nothing here to reword.")

    def gap(self, goal: Goal) -> None:
        """Take down that something is not known."""
        called = self._called(goal.hypothesis)
        if expectation := self._expectation(goal):
            expects = "expects" if goal.about == refining.UNSEEN.name else "does not expect"
            gaps.add_gap(self, f"Whether this is so: {expectation}", f"{called} {expects}: {expectation}")
        elif goal.about in COLUMNS:
            what = "bears on" if goal.about == refining.UNTESTED.name else "contradicts"
            gaps.add_gap(self, "", f"Nothing {what} {called}: what is not known that would?")
        elif goal.address in self.case.items:
            gaps.add_gap(self, "", f"Came up at: {self.case.items[goal.address].text}")
        else:
            gaps.add_gap(self, "", "What do we not know, and would most like to?")

    def skip(self, goal: Goal) -> None:
        """Leave a task for now."""
        if goal.about and goal.about not in {GAP, ASIDE} and not self.case.parked(goal.address):
            self._skipped |= {goal}
            self.steps.renew()
        else:
            self.say("Skipped are tasks of the queue: put the cursor on one.")

    def absence(self, goal: Goal) -> None:
        """Ask for an item that says what was looked for and not found."""
        if expectation := self._expectation(goal):
            from workbench.tui.doing.absences import add_absence  # noqa: PLC0415 - off the way to the first paint

            preset = {"kind": Kind.ABSENCE.value, "would_show": expectation}
            add_absence(self, preset, f"{self._called(goal.hypothesis)}: {expectation}")
        else:
            self.say("An absence is of something expected: put the cursor on an expectation.")

    def drop(self, goal: Goal) -> None:
        """Drop a gap."""
        if goal.about == GAP:
            gaps.drop_gap(self, _last(goal))
        else:
            self.say("Dropped are gaps: put the cursor on one.")

    # ---- what enter asks

    def _ask(self, goal: Goal) -> None:
        """Ask what is to be done about a hypothesis."""
        expectation = self._expectation(goal)
        options = [Option(self.gap, "Make it a gap", "what is not known, and why it matters", "n")]
        if expectation:
            options.append(Option(self.absence, "Add an absence", "it was looked for and not found", "b"))
            options.append(Option(self.reword, "Reword the expectation", "", "r"))
        else:
            told = "or what it expects" if goal.about == refining.UNTESTED.name else "what should not be seen"
            options.append(Option(self.reword, "Reword the hypothesis", told, "r"))
        if goal.about == refining.UNTESTED.name:
            options.append(Option(self.park, "Park the hypothesis", "with a reason", "p"))
        options.append(Option(self.skip, "Skip it", "until the page is opened anew", "s"))
        options.append(Option("go", "Go to its column", "and rate again", "g"))

        def chosen(value: object) -> None:
            page = self.steps.page
            if callable(value):
                value(goal)
            elif page is not None:
                page.dismiss(goal)

        intro = [expectation] if expectation else []
        self.steps.ask(Chooser(f"What about {self._called(goal.hypothesis)}?", options, intro=intro), chosen)

    def _called(self, hypothesis: str) -> str:
        known = self.question.hypotheses.get(hypothesis)
        return words.plain((known.short if known else "") or hypothesis)

    def _expectation(self, goal: Goal) -> str:
        """The expectation a goal is about, as it stands now; empty where it is about none."""
        match goal.file.place if goal.file and goal.about in EXPECTATIONS else ():
            case ("hypotheses", str(id_), "expect" | "expect_not" as field, int(number)):
                hypothesis = self.question.hypotheses.get(id_)
                texts: tuple[str, ...] = getattr(hypothesis, field) if hypothesis else ()
                return texts[number] if number < len(texts) else ""
            case _:
                return ""

    def _reword_expectation(self, goal: Goal) -> None:
        place = goal.file.place if goal.file else ()
        name, number = str(place[2]), int(place[3])
        hypothesis = self.question.hypotheses[goal.hypothesis]
        texts: tuple[str, ...] = getattr(hypothesis, name)
        told = "Empty takes it away." if name == "expect" or len(texts) > 1 else "At least one is needed."
        field = Field("text", "expectation", texts[number], Shape.TEXT, told, needed=not told.startswith("Empty"))

        def changes(values: Values) -> tuple[SetHypothesis, ...]:
            now = tuple(filter(None, (*texts[:number], str(values["text"]), *texts[number + 1 :])))
            return (SetHypothesis(self.question.id, hypothesis.id, {name: now}),) if now != texts else ()

        called = self._called(hypothesis.id)
        fill(self, f"What {called} {'expects' if name == 'expect' else 'does not expect'}", [field], changes)


def _last(goal: Goal) -> str:
    """The id that the place of a goal ends with."""
    return str(goal.file.place[-1]) if goal.file and goal.file.place else ""
