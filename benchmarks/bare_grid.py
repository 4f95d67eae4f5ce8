"""A bare grid on Textual's Line API, and nothing else: the yardstick for a key press.

    python -m benchmarks.bare_grid ROWS COLUMNS

It rates and moves as the workbench does, but knows no case, saves nothing and shows no panes.
"""

from __future__ import annotations

import random
import sys
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

COLOURS = {"CC": "#005a9c", "C": "#5b9bd5", "N": "#808080", "I": "#e08a1e", "II": "#b35900", "NA": "#404040"}
CELL, TITLE = 8, 50


class BareGrid(ScrollView, can_focus=True):
    """Rows of random ratings behind a frozen column of titles."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("C", "rate('CC')"),
        Binding("x", "rate('NA')"),
        Binding("down", "move(1)"),
        Binding("up", "move(-1)"),
    ]

    def __init__(self, rows: int, columns: int) -> None:
        super().__init__()
        rng = random.Random(1)
        self.ratings = [[rng.choice(("C", "N", "I")) for _ in range(columns)] for _ in range(rows)]
        self.row = self.column = 0
        self.cells = {r: Segment(f"{r:^{CELL}}", Style.parse(f"white on {c}")) for r, c in COLOURS.items()}
        self.marked = {r: Segment(f"{f'[{r}]':^{CELL}}", Style.parse("bold reverse")) for r in COLOURS}
        self.plain = Style.parse("white on #202020")
        self.virtual_size = Size(TITLE + CELL * columns, rows)

    def render_line(self, y: int) -> Strip:
        """One row of the screen."""
        at = y + self.scroll_offset.y
        if at >= len(self.ratings):
            return Strip.blank(self.size.width)
        segments = [Segment(f"{'›' if at == self.row else ' '} B2  item-{at:05d}".ljust(TITLE), self.plain)]
        segments += [self.cells[rating] for rating in self.ratings[at]]
        if at == self.row:
            segments[1 + self.column] = self.marked[self.ratings[at][self.column]]
        return Strip(segments).crop_extend(0, self.size.width, None)

    def action_rate(self, rating: str) -> None:
        """Rates the cell and moves on along the row."""
        self.ratings[self.row][self.column] = rating
        if self.column + 1 < min(len(self.ratings[0]), (self.size.width - TITLE) // CELL):
            self.column += 1
            self.repaint(self.row)
        else:
            self.column = 0
            self.action_move(1)

    def action_move(self, by: int) -> None:
        """Moves the cursor by so many rows."""
        before, self.row = self.row, max(0, min(len(self.ratings) - 1, self.row + by))
        self.repaint(before)
        self.repaint(self.row)
        top, height = self.scroll_offset.y, self.size.height
        if not top <= self.row < top + height:
            self.scroll_to(y=self.row if self.row < top else self.row - height + 1, animate=False, force=True)

    def repaint(self, row: int) -> None:
        """Draws one row again."""
        self.refresh(Region(0, row - self.scroll_offset.y, self.size.width, 1))


class BareApp(App[None]):
    """The grid and nothing else."""

    def __init__(self, rows: int, columns: int) -> None:
        super().__init__()
        self.grid = BareGrid(rows, columns)

    def compose(self) -> ComposeResult:
        """Only the grid."""
        yield self.grid

    def on_mount(self) -> None:
        """Keys go to the grid."""
        self.grid.focus()


if __name__ == "__main__":
    BareApp(int(sys.argv[1]), int(sys.argv[2])).run()
