"""Taking an item from a marked passage: the form of an item with its place filled in and the passage over it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from workbench.model import Item
from workbench.model.authoring import AddItem, Authored, MoveItem
from workbench.tui import words
from workbench.tui.doing.itemform import add_item

if TYPE_CHECKING:
    from workbench.tui.steps import Steps

TOGETHER = 4
"""Lines of one sentence over a form; a longer passage is several."""


class Passage(NamedTuple):
    """What was marked: its words, its place as `at` has it, and where an item from it stands in the source's file.

    `after` is another item's own id, empty for behind all; `first` is whether it stands before all instead.
    """

    text: str
    at: str
    after: str = ""
    first: bool = False

    def written(self, item: Item) -> Sequence[Authored]:
        """The changes that put an item where it stands in the document."""
        added = AddItem(item, self.after)
        return (added, MoveItem(item.address, "")) if self.first else (added,)


def take(steps: Steps, source: str, passage: Passage, quote: bool, then: Callable[[str], None]) -> None:
    """Ask for an item and write it; `then` is told its address. The passage is kept only where it is asked for."""
    preset = {"at": passage.at, **({"quote": passage.text} if quote else {})}
    size = steps.app.size
    over = _over(passage, max(8, size.width - 2), max(2, size.height // 4))
    add_item(steps, source, preset, then, intro=over, again=False, written=passage.written)


def _over(passage: Passage, width: int, rows: int) -> tuple[str, ...]:
    """The passage as sentences over a form, in so many lines at most."""
    lines = words.wrapped(f"“{passage.text}”", width, rows)
    return tuple(" ".join(lines[start : start + TOGETHER]) for start in range(0, len(lines), TOGETHER))
