"""A page of lines to read and scroll: the help."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual import events
from textual.app import ComposeResult
from textual.geometry import Size
from textual.screen import ModalScreen
from textual.scroll_view import ScrollView
from textual.strip import Strip

from workbench.tui.paint import paint
from workbench.tui.panel import Panel
from workbench.tui.pieces import Ground, Line, Piece, Tone, fitted, line, spread


class Page(ScrollView, inherit_bindings=False):
    """Lines that can be scrolled."""

    DEFAULT_CSS = "Page { height: 1fr; width: 1fr; overflow: hidden hidden; }"
    ALLOW_SELECT = False
    can_focus = False

    def __init__(self) -> None:
        super().__init__()
        self.lines: Sequence[Line] = ()

    def show(self, lines: Sequence[Line]) -> None:
        """Show other lines."""
        self.lines = lines
        self.virtual_size = Size(self.size.width, len(lines))
        self.refresh()

    def move(self, lines: int) -> None:
        """Scroll by so many lines."""
        self.scroll_to(y=self.scroll_offset.y + lines, animate=False, force=True)

    def render_line(self, y: int) -> Strip:
        """One line of the widget, for Textual."""
        place = y + self.scroll_offset.y
        shown = self.lines[place] if place < len(self.lines) else Line()
        return paint(self.app).strip(shown, self.size.width)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll down."""
        event.stop()
        self.move(3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll up."""
        event.stop()
        self.move(-3)


class Reader(ModalScreen[None]):
    """Shows a page; `lines` makes it for a width. Escape, q or the key that opened it closes it."""

    DEFAULT_CSS = "Reader { background: $background; } Reader > Panel { height: 1; }"
    AUTO_FOCUS = ""
    _LEAVE = frozenset({"escape", "q", "question_mark", "f1", "enter"})

    def __init__(self, title: str, lines: Callable[[int], Sequence[Line]]) -> None:
        super().__init__()
        self._title, self._made = title, lines

    def compose(self) -> ComposeResult:
        """A title over the page."""
        yield Panel([Line()])
        yield Page()

    def on_resize(self) -> None:
        """Make the page anew for the width there is."""
        width = self.app.size.width
        hint = (Piece("esc closes  ↑ ↓ page up page down ", Tone.MUTED),) if width >= 60 else ()
        titled = spread((Piece(f" {self._title}", Tone.HEADING),), hint, width)
        self.query_one(Panel).show([Line(fitted(titled, width), Ground.BAR)])
        self.query_one(Page).show([line(" ", *made.pieces) for made in self._made(width - 2)])

    def on_key(self, event: events.Key) -> None:
        """Scroll or close."""
        event.stop()
        event.prevent_default()
        page = self.query_one(Page)
        screenful = max(1, page.size.height - 1)
        steps = {
            "up": -1,
            "k": -1,
            "down": 1,
            "j": 1,
            "pageup": -screenful,
            "pagedown": screenful,
            "space": screenful,
            "home": -(10**6),
            "g": -(10**6),
            "end": 10**6,
            "G": 10**6,
        }
        if event.key in self._LEAVE:
            self.dismiss(None)
        elif event.key in steps:
            page.move(steps[event.key])
