"""The text of a document on the screen: scrolled and marked, with keys and mouse."""

from __future__ import annotations

from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from workbench.documents import Document
from workbench.tui import words
from workbench.tui.lined import Lined
from workbench.tui.paint import paint
from workbench.tui.pieces import Line, Piece, Tone, line
from workbench.tui.reading.passages import Passages
from workbench.tui.reading.spot import Seen, Spot
from workbench.tui.reading.taken import Taken
from workbench.tui.shape import SCROLL, scroll_mark

WHEEL = 3
"""Lines that one notch of the wheel scrolls."""


class Text(Lined, inherit_bindings=False):
    """Draws a document; until there is one, a few sentences in its place."""

    DEFAULT_CSS = "Text { height: 1fr; width: 1fr; }"

    class Moved(Message):
        """The cursor is on another paragraph, or something else is marked."""

    def __init__(self) -> None:
        super().__init__()
        self.spot = Spot(0)
        self.word = ""
        """What is being looked for."""
        self._passages: Passages | None = None
        self._taken: Taken | None = None
        self._seen: tuple[Seen, ...] = ()
        self._told: tuple[str, ...] = ()
        self._fitted = Size(0, 0)
        self._dragging = False

    def tell(self, *sentences: str) -> None:
        """Show sentences in place of a document."""
        self._passages, self._told = None, sentences
        self.refresh()

    def show(self, document: Document, taken: Taken, spot: Spot) -> None:
        """Show a document at a place."""
        self.spot, self._passages, self._taken = spot, Passages(document), taken
        self._fitted = Size(0, 0)
        self.draw()

    def take(self, taken: Taken) -> None:
        """Show what was taken from it by now."""
        self._taken = taken
        self.draw()

    def draw(self) -> None:
        """Draw what is seen anew."""
        self._fit()
        self._seen = tuple(self.spot.lines())
        self.refresh()

    def _fit(self) -> None:
        if self._passages is not None and self._fitted != self.size and self.size.height:
            self._fitted = self.size
            self._passages.fit(self.size.width - SCROLL)
            self.spot.fit(self.size.height, self._passages.height)

    def on_resize(self) -> None:
        """Wrap anew."""
        self.draw()

    def render_line(self, y: int) -> Strip:
        """One line of the widget, for Textual."""
        width, painted = self.size.width - SCROLL, paint(self.app)
        if self._passages is None:
            return painted.strip(self._sentence(y, width), self.size.width)
        beside = self.size.width < self.app.size.width
        edge = Piece(scroll_mark(y, *self._part).replace(" ", "│" if beside else " "), Tone.RULE)
        return Strip.join([painted.strip(self._line(y), width), painted.strip(line(edge), SCROLL)])

    @property
    def _part(self) -> tuple[int, int, int]:
        """What is seen of the document, counted in paragraphs: the first, how many, of how many."""
        seen, count = self._seen, self.spot.count
        whole = len(seen) < self.size.height or (seen and seen[0].place == 0 and self.spot.at_end and not seen[0].line)
        shown = max(1, seen[-1].place - seen[0].place) if seen else 1
        return (0, 1, 1) if whole else (self.spot.top.place, min(shown, self.size.height), max(count, shown + 1))

    def _line(self, y: int) -> Line:
        if y >= len(self._seen) or self._passages is None:
            return Line()
        place, number = self._seen[y]
        taken = self._taken.times(place) if self._taken is not None else 0
        marked = self.spot.marked
        return self._passages.line(place, number, at=self.spot.at, marked=marked, taken=taken, word=self.word)

    def _sentence(self, y: int, width: int) -> Line:
        told = [part for text in self._told for part in (*words.wrapped(text, max(1, width - 4), 6), "")]
        return line("  ", Piece(told[y - 1], Tone.TEXT)) if 0 < y <= len(told) else Line()

    # ---- the mouse

    def _place(self, y: int) -> int:
        seen = self._seen
        return seen[max(0, min(y, len(seen) - 1))].place if seen else 0

    def _moved(self) -> None:
        self.draw()
        self.post_message(self.Moved())

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Put the cursor there; with shift mark up to there."""
        event.stop()
        if not self._seen:
            return
        if not event.shift:
            self.spot.mark = None
        self.spot.go(self._place(event.y), marking=event.shift)
        self._dragging = True
        self.capture_mouse()
        self._moved()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Mark what is dragged over."""
        place = self._place(event.y)
        if self._dragging and place != self.spot.at:
            event.stop()
            self.spot.go(place, marking=True)
            self._moved()

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """What was dragged over stays marked."""
        event.stop()
        self._dragging = False
        self.release_mouse()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll down."""
        event.stop()
        self.spot.scroll(WHEEL)
        self.draw()

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll up."""
        event.stop()
        self.spot.scroll(-WHEEL)
        self.draw()
