"""A block of lines of fixed size: shown without a new layout, repainted only where they differ."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.message import Message
from textual.strip import Strip

from workbench.tui.lined import Lined
from workbench.tui.paint import paint
from workbench.tui.pieces import Line


class Panel(Lined):
    """Shows lines. A click on a piece with an action is told as `Panel.Pressed`."""

    DEFAULT_CSS = "Panel { width: 1fr; height: auto; }"

    class Pressed(Message):
        """A piece was clicked that stands for an action."""

        def __init__(self, act: str) -> None:
            super().__init__()
            self.act = act

    def __init__(self, lines: Sequence[Line] = (), *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._lines = list(lines)

    @property
    def lines(self) -> Sequence[Line]:
        """What is shown."""
        return self._lines

    def show(self, lines: Sequence[Line]) -> None:
        """Show other lines; only those that differ are repainted. The panel keeps its size."""
        before, self._lines = self._lines, list(lines)
        if len(before) != len(lines):
            self.refresh()
            return
        self.refresh_lines(before, lines)

    def render_line(self, y: int) -> Strip:
        """One line of the panel, for Textual."""
        made = self._lines[y] if y < len(self._lines) else Line()
        return paint(self.app).strip(made, self.width)

    def on_click(self, event: events.Click) -> None:
        """Tell which action was clicked."""
        x = event.x
        for piece in self._lines[event.y].pieces if event.y < len(self._lines) else ():
            x -= piece.width
            if x < 0:
                if piece.act:
                    event.stop()
                    self.post_message(self.Pressed(piece.act))
                return
