"""Step 2 on the screen: sources, items and origins."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from workbench.model.authoring import MoveItem
from workbench.tui.chooser import Chooser, Option
from workbench.tui.doing.deed import Deed, Doing
from workbench.tui.finding import Filter
from workbench.tui.leaf import Goal

if TYPE_CHECKING:
    from workbench.tui.look import Look
    from workbench.tui.steps import Steps


class Does(Doing):
    """Asks for sources, items and origins. What asks is loaded when it is needed."""

    ENTER = "edits"
    DEEDS = (
        Deed("a", "adds", "Add items to the source under the cursor, one after the other", "add_item"),
        Deed("S", "new source", "Add a source: a document", "add_source"),
        Deed("r", "reads", "Read the source's document beside its items, and take items from marked passages", "read"),
        Deed("c", "grades", "Grade how credible items are, one after the other", "grade"),
        Deed("O", "origins", "The origins: who they are, their grades, what rests on them", "origins"),
        Deed("P", "pastes", "Paste many items at once from a spreadsheet", "paste"),
        Deed("D", "duplicates", "Go through items that may say the same, and merge them", "duplicates"),
        Deed("T", "tags", "Write the tags of the item", "tags"),
        Deed("A", "adds elsewhere", "Add items to another source, a new one, or our own", "add_elsewhere", brief=False),
        Deed("slash", "find", "Find an item by its words", "find", brief=False),
        Deed("m", "matrix", "Show the item, or the rows of the source, on the matrix", "show"),
        Deed("C", "your grade", "Grade an item otherwise than its file, in your matrix", "grade_own", brief=False),
        Deed("i", "id", "Give the item another id; the old one stays known", "rename", brief=False),
        Deed("less_than_sign", "up", "Move the item up in its source", "move_up", brief=False),
        Deed("greater_than_sign", "down", "Move the item down in its source", "move_down", brief=False),
    )

    def __init__(self, steps: Steps) -> None:
        super().__init__(steps)
        self._opened: frozenset[str] = frozenset()

    def seen(self, look: Look) -> Look:
        """With the sources whose items are listed to the last."""
        return look._replace(opened=self._opened)

    def enter(self, goal: Goal) -> bool:
        """Ask about the source, the item or the origin under the cursor."""
        match goal.act:
            case "grade":
                self.grade(goal)
            case "grade origin":
                self._origin(goal.id)
            case "source" | "grade source":
                self._edit_source(goal.id, "reliability" if goal.act == "grade source" else "")
            case "list source":
                self._open(goal.id)
            case "new source":
                self.add_source(goal)
            case "new item":
                self.add_item(goal)
            case _ if goal.address in self.case.items:
                self._edit_item(goal.address, goal.id)
            case _:
                return False
        return True

    # ---- many at once

    def paste(self, goal: Goal) -> None:
        """Ask for a table of items."""
        from workbench.tui.pasting import paste  # noqa: PLC0415 - off the way to the first paint

        paste(self.steps, goal)

    def duplicates(self, goal: Goal) -> None:
        """Go through the pairs that read alike."""
        from workbench.tui.merging import merge  # noqa: PLC0415 - off the way to the first paint

        merge(self.steps, goal)

    # ---- adding

    def read(self, goal: Goal) -> None:
        """Read the document of the source under the cursor."""
        from workbench.tui.reading.opening import read  # noqa: PLC0415 - off the way to the first paint

        read(self.steps, goal)

    def add_source(self, goal: Goal) -> None:  # noqa: ARG002 - whatever is under the cursor
        """Ask for a new source."""
        from workbench.tui.doing.sourceform import add_source  # noqa: PLC0415 - off the way to the first paint

        add_source(self.steps, lambda source: self.seek(lambda goal: goal.act == "source" and goal.id == source))

    def add_item(self, goal: Goal) -> None:
        """Ask for items of the source under the cursor; of which one, where there is none."""
        if source := self._source(goal):
            self._add_item(source)
        else:
            self.add_elsewhere(goal)

    def add_elsewhere(self, goal: Goal) -> None:  # noqa: ARG002 - whatever is under the cursor
        """Ask which source to add items to; a new one and our own thinking are among them."""
        options = [Option(("to", s.id), s.title or s.id, s.id) for s in self.case.sources.values() if not s.own]
        options += [
            Option(("new", ""), "A new source", "a document that is not here yet"),
            Option(("own", "own"), "Our own thinking", "an assumption or an argument"),
        ]

        def chosen(value: object) -> None:
            match value:
                case ("new", _):
                    self._add_source_and_items()
                case (_, str(source)):
                    self._add_item(source)

        self.steps.ask(Chooser("An item of which source?", options, typed=True), chosen)

    def _add_source_and_items(self) -> None:
        from workbench.tui.doing.sourceform import add_source  # noqa: PLC0415 - off the way to the first paint

        add_source(self.steps, self._add_item)

    def _add_item(self, source: str) -> None:
        from workbench.tui.doing.itemform import add_item  # noqa: PLC0415 - off the way to the first paint

        add_item(self.steps, source, then=self._to_item)

    # ---- changing what is there

    def _edit_item(self, address: str, at: str) -> None:
        from workbench.tui.doing.itemform import edit_item  # noqa: PLC0415 - off the way to the first paint

        edit_item(self.steps, address, at)

    def _edit_source(self, source: str, at: str) -> None:
        from workbench.tui.doing.sourceform import edit_source  # noqa: PLC0415 - off the way to the first paint

        edit_source(self.steps, source, at)

    def _origin(self, origin: str) -> None:
        from workbench.tui.doing.originform import about_origin  # noqa: PLC0415 - off the way to the first paint

        about_origin(self.steps, origin, "reliability")

    def origins(self, goal: Goal) -> None:  # noqa: ARG002 - whatever is under the cursor
        """List the origins."""
        from workbench.tui.doing.originform import origins  # noqa: PLC0415 - off the way to the first paint

        origins(self.steps)

    def grade(self, goal: Goal) -> None:
        """Grade the item under the cursor, or the first one without a grade; then the next ones."""
        from workbench.tui.doing.grading import grade, ungraded  # noqa: PLC0415 - off the way to the first paint

        address = goal.address or next((item.address for item in ungraded(self.case)), "")
        if address:
            grade(self.steps, address)
        else:
            self.say("Every item has its grade. Put the cursor on one to grade it again.")

    def grade_own(self, goal: Goal) -> None:
        """Ask for the analyst's own grade."""
        from workbench.tui.doing.grading import grade_own  # noqa: PLC0415 - off the way to the first paint

        self._of_item(goal, lambda address: grade_own(self, address))

    def tags(self, goal: Goal) -> None:
        """Ask for tags."""
        from workbench.tui.doing.tagform import edit_tags  # noqa: PLC0415 - off the way to the first paint

        self._of_item(goal, lambda address: edit_tags(self.steps, address))

    def rename(self, goal: Goal) -> None:
        """Ask for another id."""
        from workbench.tui.doing.tagform import rename_item  # noqa: PLC0415 - off the way to the first paint

        self._of_item(goal, lambda address: rename_item(self.steps, address))

    def move_up(self, goal: Goal) -> None:
        """Move the item up in its source."""
        self._of_item(goal, lambda address: self._move(address, -1))

    def move_down(self, goal: Goal) -> None:
        """Move the item down in its source."""
        self._of_item(goal, lambda address: self._move(address, 1))

    def _move(self, address: str, by: int) -> None:
        source, _, moved = address.partition("/")
        ids = [item.id for item in self.case.items.values() if item.source == source]
        place = ids.index(moved) + by
        if not 0 <= place < len(ids):
            self.say("It is the first item of its source." if by < 0 else "It is the last item of its source.")
            return
        ids.remove(moved)
        after = ids[place - 1] if place else ""
        self.write(MoveItem(address, after), said=f"{address}: moved.", done=lambda _: self._to_item(address))

    # ---- where things are

    def show(self, goal: Goal) -> None:
        """Go to the row on the matrix, or to those of the source."""
        page, source = self.steps.page, self._source(goal)
        if page is None or not (goal.address or source or goal.filter):
            self.say("Put the cursor on an item or a source.")
        elif goal.address or goal.filter:
            page.dismiss(Goal(goal.address, filter=goal.filter))
        else:
            page.dismiss(Goal(filter=Filter("source", source)))

    def find(self, goal: Goal) -> None:  # noqa: ARG002 - wherever the cursor is
        """Ask for an item by its words, and put the cursor on it."""
        options = [Option(address, item.text or address, address) for address, item in self.case.items.items()]

        def chosen(address: object) -> None:
            self._to_item(str(address))

        if options:
            self.steps.ask(Chooser("Find an item", options, typed=True), chosen)
        else:
            self.say("There is no item yet: a adds one.")

    def _open(self, source: str) -> None:
        """List the items of a source to the last."""
        if source not in self._opened:
            self._opened |= {source}
            self.steps.renew()

    def _source(self, goal: Goal) -> str:
        """The source under the cursor, or that of the item; empty where there is none."""
        return goal.address.partition("/")[0] or (goal.id if goal.act.endswith("source") else "")

    def _of_item(self, goal: Goal, do: Callable[[str], None]) -> None:
        if goal.address in self.case.items:
            do(goal.address)
        else:
            self.say("Put the cursor on an item.")

    def _to_item(self, address: str) -> None:
        """Put the cursor on an item, among those of its source; of many all are listed."""
        from workbench.tui.evidenceview import SOURCES, listed  # noqa: PLC0415 - off the way to the first paint

        source = address.partition("/")[0]
        self.seek(lambda goal: goal.address == address and goal.act == "item")
        several = sum(item.source == source for item in self.case.items.values()) > listed(self.case)
        if several or len({item.source for item in self.case.items.values()}) > SOURCES:
            self._open(source)
