"""Step 8 on the screen: what to watch for, how likely it is under each hypothesis, and what became of it."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.analysis.heuer.indicators import LIKELY, OPEN, watched
from workbench.model import Indicator, Item, Kind, Selector
from workbench.model.authoring import AddIndicator, AddItem, Authored, SetEvidence, SetIndicator, SetLikely
from workbench.model.ids import proposed
from workbench.tui import words
from workbench.tui.chooser import Chooser, Option
from workbench.tui.doing.absences import ask_source
from workbench.tui.doing.deed import Deed, Doing
from workbench.tui.doing.filled import fill, text
from workbench.tui.doing.itemfields import unless_untouched
from workbench.tui.forms.field import Check, Field, Shape, Values, a_date, changed, new_id
from workbench.tui.leaf import Goal

NOT_SEEN = "not-seen"

STATUSES = {
    OPEN: "still watched for",
    "seen": "it was seen: it is evidence, on page 2",
    NOT_SEEN: "its time is over",
    "dropped": "no longer watched for",
}
"""What may become of an indicator."""

_BY = "The day by which it should be seen, in EDTF: 2027, 2027-03 or 2027-03-31. Then it asks what became of it."

_LIKELY = "likely."
"""Begins the names of the fields for the likelihoods."""


class Does(Doing):
    """Adds and edits indicators, and makes evidence of those that were not seen."""

    ENTER = "edits"
    DEEDS = (
        Deed("a", "adds", "Add an indicator: what to watch for, by when, how likely under each hypothesis", "add"),
        Deed("w", "how likely", "Say how likely the indicator is under each hypothesis", "likely"),
        Deed("s", "status", "Say what became of the indicator: open, seen, not seen, dropped", "status"),
        Deed("b", "absence", "Make evidence of an overdue indicator: looked for and not found", "absence"),
    )

    def enter(self, goal: Goal) -> bool:
        """Edit the indicator under the cursor; add one where none is."""
        indicator = self._indicator(goal)
        if indicator is not None:
            self._edit(indicator)
        elif goal.file and goal.file.place == ("indicators",):
            self.add(goal)
        else:
            return False
        return True

    def add(self, _: Goal) -> None:
        """Ask for a new one, all of it at once."""
        question = self.question
        name = Field(
            "id", "id", told="Its name in the file, never used again. Empty: made from the statement.",
            check=new_id(question.indicators),
        )  # fmt: skip

        def indicator(values: Values) -> Indicator:
            statement = text(values, "statement")
            id_ = text(values, "id") or proposed(statement, question.indicators, "indicator")
            likely = {h.id: letters for h in self.case.hypotheses if (letters := text(values, _LIKELY + h.id))}
            return Indicator(id_, statement, text(values, "by"), text(values, "status") or OPEN, likely)

        def added(values: Values) -> None:
            place = ("indicators", indicator(values).id)
            self.seek(lambda goal: goal.file is not None and goal.file.place == place)

        fields = [*_fields(Indicator("", "")), *self._likelihoods(Indicator("", "")), name]
        fill(
            self, "Something to watch for", fields, lambda values: [AddIndicator(question.id, indicator(values))],
            said="Added: it is watched for.", done=added,
        )  # fmt: skip

    def likely(self, goal: Goal) -> None:
        """Ask how likely it is under each hypothesis."""
        indicator = self._indicator(goal)
        if indicator is None:
            self.say("Put the cursor on an indicator; a adds one.")
        elif not self.case.hypotheses:
            self.say("There is no active hypothesis.")
        else:
            fields = self._likelihoods(indicator)
            intro = [indicator.statement]
            fill(
                self, "How likely would it be?", fields, lambda values: self._changes(indicator, fields, values),
                intro=intro,
            )  # fmt: skip

    def status(self, goal: Goal) -> None:
        """Ask what became of it."""
        indicator = self._indicator(goal)
        if indicator is None:
            self.say("Put the cursor on an indicator; a adds one.")
            return
        options = [Option(status, status.replace("-", " "), told, status[0]) for status, told in STATUSES.items()]
        options.sort(key=lambda option: option.value != indicator.status)

        def chosen(status: object) -> None:
            if status != indicator.status:
                self.write(SetIndicator(self.question.id, indicator.id, {"status": str(status)}))

        self.steps.ask(Chooser("What became of it?", options, intro=[indicator.statement]), chosen)

    def absence(self, goal: Goal) -> None:
        """Make evidence of an indicator that was not seen in its time: an absence, in one step with its status."""
        indicator = self._indicator(goal)
        if indicator is None:
            self.say("Put the cursor on an indicator that is overdue.")
        elif self._over(indicator):
            ask_source(self, lambda source: self._absence(indicator, source))
        else:
            self.say("Its time is not over: only what should have been seen by now can be an absence.")

    # ---- asking

    def _indicator(self, goal: Goal) -> Indicator | None:
        match goal.file.place if goal.file else ():
            case ("indicators", str(id_)):
                return self.question.indicators.get(id_)
            case _:
                return None

    def _over(self, indicator: Indicator) -> bool:
        """Whether it was not seen, or should have been by now."""
        from workbench.tui import steps  # noqa: PLC0415 - asked for the day, and above the pages

        overdue = (one.indicator.id for one in watched(self.case, steps.today()) if one.overdue)
        return indicator.status == NOT_SEEN or indicator.id in overdue

    def _edit(self, indicator: Indicator) -> None:
        fields = [*_fields(indicator), *self._likelihoods(indicator)]
        title = f"The indicator {words.plain(indicator.id)}"
        fill(self, title, fields, lambda values: self._changes(indicator, fields, values))

    def _likelihoods(self, indicator: Indicator) -> list[Field]:
        """A choice for each active hypothesis."""
        return [
            Field(
                _LIKELY + h.id, words.plain(h.short or h.id), indicator.likely.get(h.id, ""), Shape.CHOICE,
                f"If this were true, how likely would it be? {h.statement}", LIKELY,
            )
            for h in self.case.hypotheses
        ]  # fmt: skip

    def _changes(self, indicator: Indicator, fields: Sequence[Field], values: Values) -> list[Authored]:
        """What is to be written for the values that are others now."""
        given = changed(fields, values)
        question, id_ = self.question.id, indicator.id
        texts = {name: value for name, value in given.items() if not name.startswith(_LIKELY)}
        made: list[Authored] = [SetIndicator(question, id_, texts)] if texts else []
        likely = ((name, str(value)) for name, value in given.items() if name.startswith(_LIKELY))
        return [*made, *(SetLikely(question, id_, name.removeprefix(_LIKELY), value) for name, value in likely)]

    def _absence(self, indicator: Indicator, source: str) -> None:
        """Ask where one looked and why it would have shown; then write item, status and, where needed, the selector."""
        case = self.case
        taken = {item.id for item in case.items.values() if item.source == source}
        fields = _absence_fields(indicator, new_id(taken))

        def changes(values: Values) -> list[Authored]:
            said = text(values, "text")
            item = Item(
                f"{source}/{text(values, 'id') or proposed(said, taken)}", said, Kind.ABSENCE,
                when=text(values, "when"), looked_in=text(values, "looked_in"), would_show=text(values, "would_show"),
            )  # fmt: skip
            made: list[Authored] = [AddItem(item)]
            if indicator.status != NOT_SEEN:
                made.append(SetIndicator(self.question.id, indicator.id, {"status": NOT_SEEN}))
            return [*made, *self._taken_in(item)]

        fill(
            self, f"An absence in {words.plain(source)}", fields, changes, intro=[indicator.statement],
            said="It is evidence now: 2 grades it, the matrix rates it.",
        )  # fmt: skip

    def _taken_in(self, item: Item) -> tuple[SetEvidence, ...]:
        """What makes the question take an item in, where no selector of it does."""
        from workbench.workspace.folder import selects  # noqa: PLC0415 - off the way to the first paint

        asked = self.question.evidence
        if not asked or any(selects(selector, item) for selector in asked):
            return ()
        return (SetEvidence(self.question.id, (*asked, Selector(address=item.address))),)


def _fields(indicator: Indicator) -> list[Field]:
    """What an indicator says, by when, and what became of it."""
    return [
        Field(
            "statement", "statement", indicator.statement, Shape.TEXT,
            "What one would see, so plainly that two people would agree whether they saw it.", needed=True,
        ),
        unless_untouched(Field("by", "by", indicator.by, told=_BY, check=a_date)),
        Field(
            "status", "status", indicator.status, Shape.CHOICE, "What became of it.", STATUSES, needed=True,
        ),
    ]  # fmt: skip


def _absence_fields(indicator: Indicator, free: Check) -> list[Field]:
    return [
        Field(
            "text", "text", f"Not seen by {indicator.by}: {indicator.statement}", Shape.TEXT,
            "What is not there, as a full sentence. It is rated as if it were so.", needed=True,
        ),
        Field("looked_in", "looked in", "", Shape.TEXT, "Where did one look for it?", needed=True),
        Field(
            "would_show", "would show", indicator.statement, Shape.TEXT,
            "Why it would have been seen there, had it been so.", needed=True,
        ),
        Field("when", "when", indicator.by, told="The time it speaks of, in EDTF.", check=a_date),
        Field("id", "id", told="Its name in the file, never used again. Empty: made from the text.", check=free),
    ]  # fmt: skip
