"""The sheets of paper there are, and which way round they are printed on."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from workbench.report.document import Block, Document, Fold, Table
from workbench.report.paged import columns
from workbench.report.picture import Picture

MARGIN = 36.0
"""Left and right of what is printed, in points."""

_HEAD_AND_FOOT = 170.0
"""What stands above and below, a caption with it, seldom takes more than this."""


class Sheet(NamedTuple):
    """A size of paper: its name in Typst, its sides and the size of its letters, in points."""

    name: str
    short: float
    long: float
    letters: float


SHEETS = {
    "a4": Sheet("a4", 595.28, 841.89, 8.0),
    "a3": Sheet("a3", 841.89, 1190.55, 10.0),
    "letter": Sheet("us-letter", 612.0, 792.0, 8.0),
    "tabloid": Sheet("us-tabloid", 792.0, 1224.0, 10.0),
}
"""By the names that the command line knows. What is printed larger is read from further away."""


class Page(NamedTuple):
    """A sheet, and whether it lies on its long side."""

    sheet: Sheet
    landscape: bool

    @property
    def width(self) -> float:
        """How wide what is printed may be, in points."""
        return (self.sheet.long if self.landscape else self.sheet.short) - 2 * MARGIN

    @property
    def body(self) -> float:
        """How high what is printed may be for certain, in points, below the head and above the foot of a page."""
        return (self.sheet.short if self.landscape else self.sheet.long) - _HEAD_AND_FOOT

    @property
    def room(self) -> float:
        """The same in em."""
        return self.width / self.sheet.letters


def page(document: Document, paper: str) -> Page:
    """The page a document is printed on: upright, unless a table or a picture would have to be squeezed for it.

    Raises:
        KeyError: there is no paper of that name.
    """
    upright = Page(SHEETS[paper], landscape=False)
    squeezed = any(_squeezed(block, upright) for block in _within(document.blocks))
    return upright._replace(landscape=squeezed)


def _within(blocks: Iterable[Block]) -> Iterable[Block]:
    for block in blocks:
        yield from _within(block.blocks) if isinstance(block, Fold) else (block,)


def _squeezed(block: Block, page: Page) -> bool:
    if isinstance(block, Table):
        return not columns.easy(block, page.room)
    return isinstance(block, Picture) and block.width > page.width * 1.3
