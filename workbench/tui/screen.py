"""The matrix screen: every command that asks something first, and the keys of all of them."""

from __future__ import annotations

from functools import partial

from textual.binding import Binding, BindingType
from textual.message import Message

from workbench.model import RATING_MEANING, Park, Reason
from workbench.tui import finding, keys, rows
from workbench.tui.chooser import Chooser, Option
from workbench.tui.finding import Filter
from workbench.tui.stepbar import NAMES
from workbench.tui.ways import Ways


def bindings() -> list[BindingType]:
    """The table of keys as Textual's bindings; each can be put on another key by its id."""
    return [
        Binding(",".join(k.keys), k.action, k.label, show=False, tooltip=k.tip, id=k.id) for k in keys.TABLE if k.keys
    ]


class MatrixScreen(Ways, inherit_bindings=False):
    """The workbench's third step: rating the evidence, and seeing what comes of it."""

    BINDINGS = bindings()

    class EditWanted(Message):
        """The analyst wants to edit a file at the place the keys lead to."""

        def __init__(self, path: str, place: tuple[str | int, ...], line: int = 0) -> None:
            super().__init__()
            self.path, self.place, self.line = path, place, line

    class ProblemsWanted(Message):
        """The analyst wants to see what there is to mend."""

    class QuestionWanted(Message):
        """The analyst wants to choose a question, or to ask a new one."""

        def __init__(self, *, new: bool = False) -> None:
            super().__init__()
            self.new = new

    # ---- the cell and the row

    def offer(self) -> None:
        """Offer the ratings of the current cell."""
        if (hypothesis := self.desk.hypothesis) is None:
            return
        options = [
            Option(r.value, r.value, meaning, _key(f"rate('{r.value}')")) for r, meaning in RATING_MEANING.items()
        ]
        options += [Option("", "clear", "unrated again"), Option("reason", "reason", "why it is rated so")]
        chooser = Chooser(
            hypothesis.short or hypothesis.id, options, intro=[self.desk.item.text if self.desk.item else ""]
        )
        self.ask(chooser, lambda value: self.action_reason() if value == "reason" else self.action_rate(str(value)))

    def action_enter(self) -> None:
        """Write the reason; right after a search, go on to the next find."""
        if self.desk.searching:
            self.action_find_again(1)
        else:
            self.action_reason()

    def action_reason(self) -> None:
        """Write why the cell is rated so."""
        from workbench.tui.prompts import Write  # noqa: PLC0415 - off the way to the first paint

        address, hypothesis, rating = self.desk.address, self.desk.hypothesis, self.desk.rating
        if not address or hypothesis is None:
            return
        why = f"Why {rating.value} for {hypothesis.short}?" if rating else f"What to remember about {hypothesis.short}?"
        present = self.desk.case.matrix.note(address).because.get(hypothesis.id, "")

        def written(text: str | None) -> None:
            if text is not None and text != present:
                self.change(Reason(address, hypothesis.id, text))

        self.app.push_screen(Write(why, present, "enter saves  esc leaves it as it was"), written)

    def action_relevance(self) -> None:
        """Raise the row's relevance by a step."""
        if self.desk.address:
            edit = self.desk.relevance()
            self.change(edit)
            self.say(f"Relevance is {edit.level.value} now.")

    def action_park(self) -> None:
        """Park the row, with a reason, or take it back in."""
        from workbench.tui.prompts import Ask  # noqa: PLC0415 - off the way to the first paint

        address = self.desk.address
        if not address:
            return
        if self.desk.case.parked(address):
            self.change(Park(address, ""))
            return

        def given(because: str | None) -> None:
            if because:
                self.change(Park(address, because))
            elif because is not None:
                self.say("Not parked: a row is parked with a reason, so that a reader can see why.")

        self.app.push_screen(Ask("Why is this row parked?", hint="enter parks  esc leaves it in"), given)

    def action_confirm(self) -> None:
        """Say that the row still holds."""
        edit = self.desk.confirm()
        if edit is None:
            self.say("Nothing to confirm: this row is neither stale nor unconfirmed.")
        else:
            self.change(edit)

    def action_edit(self) -> None:
        """Open the item's file at its line."""
        if item := self.desk.item:
            self.post_message(self.EditWanted(item.path, ("items", item.id)))
        else:
            self.post_message(self.EditWanted(self.desk.case.question.path, ("hypotheses",)))

    def open_file(self, path: str, place: tuple[str | int, ...]) -> None:
        """Open a file in the analyst's editor."""
        self.post_message(self.EditWanted(path, place))

    # ---- finding and arranging

    def action_find(self) -> None:
        """Ask for words and go to the first row that has them."""
        from workbench.tui.prompts import Ask  # noqa: PLC0415 - off the way to the first paint

        def given(sought: str | None) -> None:
            if sought:
                self.desk.sought = sought
                self.action_find_again(1)

        self.app.push_screen(Ask("Find in text or address", self.desk.sought, "enter finds  esc leaves"), given)

    def action_find_again(self, direction: int) -> None:
        """Go to the next or previous row found."""
        if not self.desk.sought:
            self.action_find()
            return
        found = self.desk.find(direction)
        self.desk.searching = found > 0
        self.grid.redraw()
        self._moved()
        here = "shown" if self.desk.filter.by else "there is"
        if not found:
            self.say(f"No row {here} has “{self.desk.sought}”.")

    def action_filter(self) -> None:
        """Choose which rows to show."""
        desk = self.desk
        known = [Option(Filter(), "all rows", str(len(desk.case.items)))] if desk.filter.by else []
        known += [
            Option(f, f.label, f"{n} rows" if n > 1 else "1 row") for f, n in finding.choices(desk.case, desk.standing)
        ]
        chooser = Chooser(
            "Show only",
            known,
            typed=True,
            other=lambda text: Option(Filter("text", text.strip()), f"rows with “{text.strip()}”"),
        )
        self.ask(chooser, lambda value: self._filter(value if isinstance(value, Filter) else Filter()))

    def _filter(self, wanted: Filter) -> None:
        before, self.desk.filter = self.desk.filter, wanted
        self.desk.arrange()
        if not self.desk.rows.addresses:
            self.desk.filter = before
            self.desk.arrange()
            self.say(f"No row is {wanted.label}." if wanted.by == "state" else f"No row has {wanted.label}.")
        self.redraw()

    def action_sort(self) -> None:
        """Sort the rows anew."""
        options = [Option(name, words) for name, words in rows.SORTS.items()]
        if self.desk.standing is None:
            options = [option for option in options if option.value != rows.DECIDES]
        options.sort(key=lambda option: option.value != self.desk.sort)
        self.ask(Chooser("Sort the rows by", options), self._sort)

    def _sort(self, name: object) -> None:
        self.desk.sort = str(name)
        self.desk.arrange()
        self.redraw()
        self.say(f"Sorted: {rows.SORTS[str(name)]}.")

    def action_leave(self) -> None:
        """End the search, then lift the filter, then leave what-if, then the transposed view."""
        if self.desk.sought:
            self.desk.sought, self.desk.searching = "", False
        elif self.desk.filter.by:
            self._filter(Filter())
        elif self.desk.trial is not None:
            self.leave_trial()
            return
        elif self.transpose_back():
            return
        self.say("")
        self.grid.redraw()

    # ---- seeing

    def action_look(self) -> None:
        """Show the scores before everything is rated, once it is on record; or hide them again."""
        desk = self.desk
        edit = desk.look()
        if desk.trial is not None:
            self.say("In what-if scores are always shown.")
        elif not (desk.unrated or desk.outside):
            self.say("Everything is rated: nothing is hidden.")
        elif desk.looking or edit is None:
            self._look(show=not desk.looking)
        else:
            options = [
                Option("no", "Go on rating", "scores stay hidden", "n"),
                Option("yes", "Show the scores", "recorded in the matrix", "y"),
            ]
            why = (
                f"{len(edit.addresses)} rows are not fully rated. Scores in view steer the ratings that are left; "
                "the matrix will say that you saw them first."
            )

            def chosen(value: object) -> None:
                if value == "yes":
                    self.change(edit)
                    self._look(show=True)

            self.ask(Chooser("See scores before rating is done?", options, intro=[why]), chosen)

    def _look(self, *, show: bool) -> None:
        self.desk.show_early(show)
        self.redraw()

    def action_problems(self) -> None:
        """Show what there is to mend."""
        self.post_message(self.ProblemsWanted())

    def action_help(self) -> None:
        """Explain keys, words and scoring."""
        from workbench.tui.guide import guide  # noqa: PLC0415 - off the way to the first paint
        from workbench.tui.reader import Reader  # noqa: PLC0415

        made = partial(guide, step=self.page.number if self.page else 0)
        self.app.push_screen(Reader("Help", made, keys.of("help")))

    def action_tour(self) -> None:
        """Say what this is and how to begin."""
        from workbench.tui import tour  # noqa: PLC0415 - off the way to the first paint
        from workbench.tui.reader import Reader  # noqa: PLC0415

        self.app.push_screen(Reader(tour.TITLE, tour.leaf))

    def action_commands(self) -> None:
        """Find a command by name and run it."""
        options = [Option((0, k.action), k.tip, keys.all_shown(k)) for k in keys.TABLE if k.id != "commands"]
        options += [
            Option((number, deed.key), f"{NAMES[number - 1]}: {deed.tip}", f"{number} {keys.shown(deed.key)}")
            for number, deed in self.deeds()
        ]

        def chosen(value: object) -> None:
            match value:
                case (0, str(action)):
                    self.close_page()
                    self.call_later(self.run_action, action)
                case (int(number), str(key)):
                    self.do_on_page(number, key)

        self.ask(Chooser("Commands", options, typed=True), chosen)

    def action_theme(self) -> None:
        """Choose the colours of the screen."""
        names = sorted(self.app.available_themes, key=lambda name: (name != self.app.theme, name))
        options = [Option(name, name, "light" if not self.app.available_themes[name].dark else "") for name in names]
        self.ask(Chooser("Colours", options, typed=True), lambda name: setattr(self.app, "theme", str(name)))

    def action_question(self) -> None:
        """Open another question; what is tried is kept or thrown away before."""
        self.leave_trial(lambda: self.call_later(self.post_message, self.QuestionWanted()))

    def action_new_question(self) -> None:
        """Ask a new question; what is tried is kept or thrown away before."""
        self.leave_trial(lambda: self.call_later(self.post_message, self.QuestionWanted(new=True)))

    async def action_quit(self) -> None:
        """Quit."""
        await self.app.action_quit()


def _key(action: str) -> str:
    return next((keys.shown(k.keys[0]) for k in keys.TABLE if k.action == action), "")
