"""Grading the credibility of items one after another, blind to the hypotheses; and the analyst's own grade of one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from workbench.model import CREDIBILITIES, OWN_KINDS, Case, Grade, Item
from workbench.model.authoring import SetItem
from workbench.model.words import CREDIBILITY_MEANING, RELIABILITY_MEANING
from workbench.tui.chooser import Chooser, Option
from workbench.tui.doing.itemform import may_write
from workbench.tui.doing.writes import Writes
from workbench.tui.forms.field import Field, Shape, Values
from workbench.tui.forms.form import Form

if TYPE_CHECKING:
    from workbench.tui.doing.deed import Doing
    from workbench.tui.steps import Steps
    from workbench.workspace.authoring_outcomes import Refused


class Grader(Chooser):
    """Asks for the grade of one item after another; escape ends it.

    Args:
        item: the first.
        about: what is shown of an item.
        each: takes an item and its grade, and has the next item, where there is one.
    """

    def __init__(
        self, item: Item, about: Callable[[Item], Sequence[str]], each: Callable[[Item, str], Item | None]
    ) -> None:
        self._item, self._about, self._each = item, about, each
        options = [Option(grade, CREDIBILITY_MEANING[grade], key=grade) for grade in CREDIBILITIES]
        options.append(Option("", "Leave it as it is", "go on to the next one without a grade", "s"))
        super().__init__(_title(item), options, intro=about(item))
        self._at = _place(item)

    def _choose(self, place: int) -> None:
        """Hand the grade on, and go to the next item."""
        if place >= len(self._shown):
            return
        following = self._each(self._item, str(self._shown[place].value))
        if following is None:
            self.dismiss(None)
            return
        self._item, self._title, self._intro = following, _title(following), self._about(following)
        self._at = _place(following)
        self._draw()


def _place(item: Item) -> int:
    """The option under the cursor at first: the grade there is, or none, so that no grade is suggested."""
    return CREDIBILITIES.index(item.credibility) if item.credibility in CREDIBILITIES else len(CREDIBILITIES)


def _title(item: Item) -> str:
    return f"How credible is {item.address} by itself?" + (f" Now {item.credibility}." if item.credibility else "")


def about(case: Case, item: Item) -> list[str]:
    """What an item is graded by: its text, kind and place, its source and its origins. Nothing of ratings."""
    source = case.sources.get(item.source)
    told = [item.text]
    if source is not None:
        grade = source.reliability
        told.append(f"{source.title or source.id}: {grade or 'no grade'} {RELIABILITY_MEANING.get(grade, '')}".strip())
    if item.origins:
        told.append(f"{item.kind.value} from {', '.join(item.origins)}")
    return told


def ungraded(case: Case) -> list[Item]:
    """The items without a grade, in the order of the files; our own assumptions and arguments have none."""
    return [i for i, _ in case.rows if i.kind not in OWN_KINDS and case.credibility(i) not in CREDIBILITIES]


def grade(steps: Steps, address: str) -> None:
    """Ask for the grade of an item, then of the next one without a grade, and so on; each is written at once."""
    item = steps.desk.case.items.get(address)
    if item is None or not may_write(steps):
        return
    if item.kind in OWN_KINDS:
        steps.say("Our own assumptions and arguments have no grade; enter says how well an assumption is founded.")
        return
    case, writes, seen = steps.desk.case, Writes(steps), {address}
    order = list(case.items)
    after = [*order[order.index(address) + 1 :], *order[: order.index(address)]]
    waiting = {one.address: one for one in ungraded(case)}

    def refused(refusal: Refused) -> None:
        steps.say(f"Not written: {refusal}", alarm=True)

    def each(one: Item, given: str) -> Item | None:
        if given and given != one.credibility:
            writes.write(
                SetItem(one.address, {"credibility": given}),
                said=f"{one.address}: credibility {given}.",
                refused=refused,
            )
        seen.add(one.address)
        return next((waiting[other] for other in after if other in waiting and other not in seen), None)

    steps.app.push_screen(Grader(item, lambda one: about(case, one), each))


def grade_own(doing: Doing, address: str) -> None:
    """Ask for the analyst's own grade of an item, beside the one of its file, and why; it goes into their matrix."""
    case = doing.case
    item, own = case.items.get(address), case.matrix.grades.get(address)
    if item is None:
        return
    fields = (
        Field(
            "credibility", "your grade", own.credibility if own else "", Shape.CHOICE, "Delete takes your grade away.",
            {grade: CREDIBILITY_MEANING[grade] for grade in CREDIBILITIES},
        ),
        Field("because", "because", own.because if own else "", Shape.TEXT, "Why you grade it so: a reader sees both."),
    )  # fmt: skip
    intro = [
        item.text,
        f"Its file says {item.credibility or 'nothing'}. Your grade stands in your matrix and counts there.",
    ]

    def given(values: Values | None) -> None:
        if values is not None:
            doing.change(Grade(address, str(values["credibility"]), str(values["because"])))

    doing.steps.app.push_screen(Form(f"{address}: your own grade", fields, intro=intro), given)
