"""Asking for words at the foot of the screen: a word to find, a reason to park, a reason for a cell."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.geometry import Region
from textual.strip import Strip
from textual.widgets import Input, TextArea

from workbench.tui import words
from workbench.tui.modal import Modal
from workbench.tui.paint import harmless
from workbench.tui.panel import Panel
from workbench.tui.pieces import Ground, Line, Piece, Tone, fitted, spread
from workbench.tui.typed import in_turn, taken_in


class Word(Input):
    """An input that shows nothing a terminal would act upon."""

    async def on_key(self, event: events.Key) -> None:
        """Take keys in the order in which they were typed."""
        await in_turn(self, event)

    def render_line(self, y: int) -> Strip:
        """One line, for Textual."""
        return harmless(super().render_line(y))


class Paragraph(TextArea):
    """A text area in which enter is done with, and which shows nothing a terminal would act upon."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """Lines, for Textual; blank ones once it is taken off the screen, since its styles are gone by then."""
        return super().render_lines(crop) if self.is_attached else [Strip.blank(crop.width)] * crop.height

    async def on_key(self, event: events.Key) -> None:
        """Take keys in the order in which they were typed."""
        await in_turn(self, event)

    def render_line(self, y: int) -> Strip:
        """One line, for Textual."""
        return harmless(super().render_line(y))


class _Foot(Modal[str | None]):
    """A title over something to type in, at the foot of the screen; escape gives back `None`."""

    DEFAULT_CSS = """
    _Foot { align: left bottom; background: transparent; }
    _Foot > Vertical { height: auto; max-height: 100%; background: $surface; }
    _Foot Panel { height: 1; }
    _Foot Input, _Foot TextArea { border: none; padding: 0 1; background: $surface; height: 1; }
    _Foot TextArea { height: 13vh; min-height: 3; }
    """
    BINDINGS = [Binding("escape", "leave", "Leave", show=False, priority=True)]

    def __init__(self, title: str, text: str = "", hint: str = "") -> None:
        super().__init__()
        self._title, self._text, self._hint = title, text, hint

    def on_resize(self) -> None:
        """Draw the title at its width."""
        self._head()

    def _head(self) -> None:
        width = self.app.size.width
        left = (Piece(f" {words.plain(self._title)}", Tone.HEADING),)
        right = (Piece(f"{self._hint} ", Tone.MUTED),) if width >= 60 else ()
        self.query_one(Panel).show([Line(fitted(spread(left, right, width), width), Ground.BAR)])

    def action_leave(self) -> None:
        """Leave without an answer."""
        self.dismiss(None)


class Ask(_Foot):
    """Asks for one line of text."""

    def compose(self) -> ComposeResult:
        """A title over what is typed."""
        with Vertical():
            yield Panel([Line()])
            yield Word(self._text, select_on_focus=False, compact=True)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Give back what was typed."""
        event.stop()
        self.dismiss(event.value.strip())


class Write(_Foot):
    """Asks for a paragraph: enter saves, escape leaves what stood there.

    Text that would not show as it is (escape sequences and the like) is edited as it is shown; left
    unchanged, it is given back as it was.
    """

    BINDINGS = [Binding("enter", "save", "Save", show=False, priority=True)]

    def compose(self) -> ComposeResult:
        """A title over what is typed."""
        shown = words.plain(self._text)
        with Vertical():
            yield Panel([Line()])
            yield Paragraph(shown, soft_wrap=True, compact=True, tab_behavior="focus", highlight_cursor_line=False)

    def on_mount(self) -> None:
        """Begin at the end of what stands there."""
        area = self.query_one(Paragraph)
        area.cursor_blink = False
        area.move_cursor(area.document.end)

    async def action_save(self) -> None:
        """Give back what was written, line breaks as blanks."""
        area = self.query_one(Paragraph)
        await taken_in(area, self)
        written = " ".join(area.text.split())
        unchanged = written == " ".join(words.plain(self._text).split())
        self.dismiss(self._text if unchanged else written)

    def on_click(self, event: events.Click) -> None:
        """Keep clicks inside."""
        event.stop()
