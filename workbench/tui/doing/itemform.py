"""Asking for an item: a new one in a source, many in a row, or what stands of one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from workbench.model import Item, Kind, Selector
from workbench.model.authoring import AddItem, Authored, SetEvidence, SetItem
from workbench.model.words import NOTHING
from workbench.tui import words
from workbench.tui.chooser import Chooser, Option
from workbench.tui.doing import itemfields
from workbench.tui.doing.origins import Relied, Told, new_origins
from workbench.tui.doing.writes import Writes
from workbench.tui.forms.field import Value, Values, changed
from workbench.tui.forms.staying import Staying

if TYPE_CHECKING:
    from workbench.tui.steps import Steps
    from workbench.workspace.authoring_outcomes import Refused

OWN = "own"
"""The source that holds our own assumptions and arguments."""

KEPT = ("kind", "origin")
"""What stands in the form again for the next item."""


def behind_all(item: Item) -> Sequence[Authored]:
    """The change that puts an item behind all others of its source."""
    return (AddItem(item),)


def add_item(
    steps: Steps,
    source: str,
    preset: Values = NOTHING,
    then: Callable[[str], None] | None = None,
    *,
    intro: Sequence[str] = (),
    again: bool = True,
    written: Callable[[Item], Sequence[Authored]] = behind_all,
) -> None:
    """Ask for a new item of a source and write it, behind all others; then for another one, until the form is left.

    Origins that nobody knows yet are asked about, and whether the item belongs to the question where no selector takes
    it in; all of it is written as one step.

    Args:
        steps: the screen under the page.
        source: the id of a source that is there, or `own`.
        preset: values that stand in the form at first, by the names of the fields, as in `at`.
        then: told the address of each item, once it is written and on the screen.
        intro: sentences over the form, such as the passage that the item is made from.
        again: whether another one is asked for.
        written: the changes that put an item into its file, where it does not stand behind all others.
    """
    if may_write(steps):
        _Adding(steps, source, then, written, again=again).open(preset, intro)


def edit_item(steps: Steps, address: str, at: str = "") -> None:
    """Ask what is to stand in the fields of an item, and write those that change; `at` is the field to begin with."""
    found = steps.desk.case.items.get(address)
    if found is None or not may_write(steps):
        return
    case, own = steps.desk.case, is_own(steps, found.source)
    intro = []
    if case.matrix.row(address).ratings:
        intro.append("It is rated: with another wording its row is stale until you confirm it.")
    if (mine := case.matrix.grades.get(address)) is not None and mine.credibility:
        intro.append(f"Your own grade of it is {mine.credibility}, which counts in your matrix; C changes it.")
    fields, told = itemfields.fields(case, found, own=own), Told()

    def saved(form: Staying, values: Values) -> None:
        given = changed(fields, values)
        if not given:
            form.close()
            return
        new_origins(steps, _names(given.get("origin", ())), told, lambda made, ids: write(form, given, made, ids))

    def write(form: Staying, given: Mapping[str, Value], made: Sequence[Authored], ids: tuple[str, ...]) -> None:
        form.busy = True
        put = {**given, **({"origin": ids} if "origin" in given else {})}
        Writes(steps).write(
            *made, SetItem(address, put), said=f"{address}: {', '.join(_shown(name) for name in put)} written.",
            refused=lambda refusal: form.refuse(str(refusal)), done=lambda _: form.close(),
        )  # fmt: skip

    form = Staying(
        f"{address}: what stands there", fields, saved, intro=intro, check=itemfields.no_worse(found),
        tell=Relied(steps, address).told, hide=itemfields.not_of_its_kind, at=at,
    )  # fmt: skip
    steps.app.push_screen(form)


class _Adding:
    """Items added to a source one after the other."""

    def __init__(
        self,
        steps: Steps,
        source: str,
        then: Callable[[str], None] | None,
        written: Callable[[Item], Sequence[Authored]],
        *,
        again: bool,
    ) -> None:
        self._steps, self._source, self._then, self._again = steps, source, then, again
        self._put = written
        self._writes = Writes(steps)
        beside = [item for item in known_items(steps) if item.source == source]
        self._taken = {item.id for item in beside} | {old for item in beside for old in item.formerly}
        self._selectors = steps.desk.case.question.evidence
        self._origins = Told()
        self._number = 0

    @property
    def _title(self) -> str:
        added = f"  {self._number} added, esc ends" if self._number else ""
        return f"New item of {self._source}{added}"

    def open(self, preset: Values, intro: Sequence[str] = (), wrong: str = "") -> None:
        """Show the form with these values."""
        own = is_own(self._steps, self._source)
        values = {"kind": Kind.ASSUMPTION.value if own else Kind.REPORT.value, **preset}
        made = itemfields.item(self._source, {"id": "new", **values}, ())
        fields = [
            field._replace(value=values.get("id", "")) if field.name == "id" else field
            for field in itemfields.fields(self._steps.desk.case, made, own=own, taken=self._taken)
        ]
        further = [name for name in itemfields.FURTHER if not values.get(name)]
        form = Staying(
            self._title, fields, self._saved, intro=intro, check=itemfields.together, tell=Relied(self._steps).told,
            further=further, hide=itemfields.not_of_its_kind,
        )  # fmt: skip
        self._steps.app.push_screen(form)
        if wrong:
            form.call_after_refresh(form.refuse, wrong)

    def _saved(self, form: Staying, values: Values) -> None:
        def known(made: Sequence[Authored], origins: tuple[str, ...]) -> None:
            item = itemfields.item(self._source, {**values, "origin": origins}, self._taken)
            self._belong(item, lambda more: self._write(form, values, item, (*made, *more)))

        new_origins(self._steps, _names(values.get("origin", ())), self._origins, known)

    def _belong(self, item: Item, go_on: Callable[[Sequence[Authored]], None]) -> None:
        """Where the question does not take the item in, ask whether it shall."""
        from workbench.workspace.folder import selects  # noqa: PLC0415 - off the way to the first paint

        asked, question = self._selectors, self._steps.desk.case.question
        if not asked or any(selects(selector, item) for selector in asked):
            go_on(())
            return
        options = [
            Option(item.address, "This item does", f"selects {item.address}", "i"),
            Option(f"{item.source}/*", "All items of its source do", f"selects {item.source}/*", "s"),
            Option("", "It does not", "it is written, and not shown with this question", "n"),
        ]

        def chosen(address: object) -> None:
            if address:
                self._selectors = (*asked, Selector(address=str(address)))
                go_on([SetEvidence(question.id, self._selectors)])
            else:
                go_on(())

        intro = ["The question names the evidence that belongs to it, and this item is not among it."]
        self._steps.ask(Chooser("Does the item belong to the question?", options, intro=intro), chosen)

    def _write(self, form: Staying, values: Values, item: Item, before: Sequence[Authored]) -> None:
        """Write it, and have the form begin again or close; what is refused is asked for again."""
        self._taken.add(item.id)
        self._origins.begun(before)

        def refused(refusal: Refused) -> None:
            if refusal.found or values.get("id"):  # else the id that was proposed may be the reason
                self._taken.discard(item.id)
            self._origins.ended(before)
            self._number -= 1
            self._selectors = self._steps.desk.case.question.evidence
            if self._again:
                self.open(values, wrong=str(refusal))
            else:
                form.refuse(str(refusal))

        def done(_: object) -> None:
            if not self._again:
                form.close()
            if self._then is not None:
                self._then(item.address)

        self._number += 1
        self._writes.write(*before, *self._put(item), said=f"{item.address}: added.", refused=refused, done=done)
        if self._again:
            form.begin(self._title, {**{name: values.get(name, "") for name in KEPT}, "origin": item.origins})
        else:
            form.busy = True


def may_write(steps: Steps) -> bool:
    """Whether files can be written now; it is said where not."""
    if steps.desk.trial is not None:
        steps.say("What-if tries the matrix alone: w on the matrix ends it, then files can be written.", alarm=True)
    return steps.desk.trial is None


def is_own(steps: Steps, source: str) -> bool:
    """Whether a source holds our own assumptions and arguments."""
    known = steps.desk.case.sources.get(source)
    return known.own if known else source == OWN


def known_items(steps: Steps) -> list[Item]:
    """Every item of the question, shown or not."""
    case = steps.desk.case
    return [*case.items.values(), *(case.narrowed.outside.values() if case.narrowed else ())]


def _names(value: Value) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) and value else tuple(value)


def _shown(name: str) -> str:
    return words.plain(name.replace("_", " "))
