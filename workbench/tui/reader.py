"""A leaf on the screen: read it, scroll it, and go from it to a row of the matrix."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from textual import events
from textual.app import ComposeResult
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from workbench.tui import words
from workbench.tui.leaf import Draft, Goal, Leaf, Spot
from workbench.tui.leafing import Leafing
from workbench.tui.lined import Covered, Lined
from workbench.tui.modal import Modal
from workbench.tui.paint import paint
from workbench.tui.panel import Panel
from workbench.tui.pieces import Ground, Line, Piece, Tone, fitted, line, spread
from workbench.tui.shape import SCROLL, scroll_mark

WHEEL = 3
"""Lines that one notch of the wheel scrolls."""

CURSOR = line(Piece("›", Tone.ACCENT), ground=Ground.CURRENT)

Made = Callable[[int], Leaf]
"""Makes a leaf for a width."""


class Page(Lined, inherit_bindings=False):
    """Draws a leaf with a cursor on one of its spots. A click on a spot is told as `Page.Pressed`."""

    DEFAULT_CSS = "Page { height: 1fr; width: 1fr; }"

    class Pressed(Message):
        """A spot was clicked."""

        def __init__(self, spot: Spot) -> None:
            super().__init__()
            self.spot = spot

    def __init__(self) -> None:
        super().__init__()
        self.leafing = Leafing()
        self._made: Made = lambda _width: Leaf(())
        self._made_for = Size(0, 0)

    def show(self, made: Made) -> None:
        """Show another leaf."""
        self._made, self._made_for = made, Size(0, 0)
        self.refresh()

    def seek(self, sought: Callable[[Goal], bool]) -> None:
        """Put the cursor on the first spot with such a goal, as soon as there is one."""
        self.leafing.sought, self._made_for = sought, Size(0, 0)
        self.refresh()

    def measure(self) -> None:
        """Make the leaf anew where it was made for another size."""
        if self._made_for != self.size:
            self._made_for = self.size
            self.leafing.show(self._made(max(1, self.size.width - SCROLL)), self.size.height)

    def render_line(self, y: int) -> Strip:
        """One line of the widget, for Textual."""
        if self._made_for != self._drawn_for:
            self.measure()
        place, lines = y + self.leafing.top, self.leafing.leaf.lines
        edge = Piece(scroll_mark(y, self.leafing.top, self._drawn_for.height, len(lines)), Tone.RULE)
        shown = lines[place] if place < len(lines) else Line()
        width = self.width - SCROLL
        strip = self._lit(shown, place, width)
        return Strip.join([strip, paint(self.app).strip(line(edge), SCROLL)])

    def _lit(self, shown: Line, place: int, width: int) -> Strip:
        """A line, the part of it that belongs to the spot under the cursor on another ground."""
        painted, spot = paint(self.app), self.leafing.spot
        plain = painted.strip(shown, width)
        if spot is None or not spot.y <= place < spot.y + spot.height:
            return plain
        lit, end = painted.strip(shown._replace(ground=Ground.CURRENT), width), min(width, spot.x + spot.width)
        mark = painted.strip(CURSOR, 1) if place == max(spot.y, self.leafing.top) else lit.crop(spot.x, spot.x + 1)
        return Strip.join([plain.crop(0, spot.x), mark, lit.crop(spot.x + 1, end), plain.crop(end, width)])

    def on_click(self, event: events.Click) -> None:
        """Tell which spot was clicked."""
        event.stop()
        if spot := self.leafing.point(event.x, event.y):
            self.refresh()
            self.post_message(self.Pressed(spot))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll down."""
        event.stop()
        self.leafing.scroll(WHEEL)
        self.refresh()

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll up."""
        event.stop()
        self.leafing.scroll(-WHEEL)
        self.refresh()


class Reader(Covered, Modal[Goal | None]):
    """Shows a leaf; gives back the goal that was gone to.

    Args:
        title: what stands over it.
        made: makes the leaf for a width.
        closes: keys that close it, beside escape and q: those that opened it.
    """

    DEFAULT_CSS = "Reader { background: $background; } Reader > Panel { height: 1; }"
    AUTO_FOCUS = ""

    def __init__(self, title: str, made: Made, closes: tuple[str, ...] = ()) -> None:
        super().__init__()
        self._title, self._made = title, made
        self._leave = frozenset({"escape", "q", *closes})
        self.head, self.page, self.foot = Panel([Line()]), Page(), Panel([Line()])

    def compose(self) -> ComposeResult:
        """A title, the page, and the keys."""
        self.divide()
        yield self.head
        yield self.page
        yield self.foot

    def on_resize(self) -> None:
        """Make everything anew for the size there is."""
        self.divide()
        self.show(self._made)

    def divide(self) -> None:
        """Make room for what there is room for: before it is first laid out, and when the size is another."""
        self.head.display = self.app.size.height >= 4

    def show(self, made: Made) -> None:
        """Show another leaf in the place of this one."""
        self._made = made
        self.page.show(made)
        if self.page.size:
            self._frame()  # with the leaf, in one frame
        else:
            self.call_after_refresh(self._frame)

    def work_out(self, begun: Callable[[], Awaitable[None]]) -> None:
        """Have beside the keys found what is shown; what was being found before is left."""
        self.run_worker(begun, exclusive=True, description="what is shown")  # without one Textual writes a case out

    def _frame(self) -> None:
        """Draw title and keys."""
        self.page.measure()
        width = self.app.size.width
        title = (Piece(f" {words.plain(self._title)}", Tone.HEADING),)
        self.head.show([Line(fitted(spread(title, (), width), width), Ground.BAR)])
        self.foot.show([Line(fitted(self._keys(), width), Ground.BAR)])

    def _keys(self) -> tuple[Piece, ...]:
        goes = (Piece(" enter", Tone.KEY, "go"), Piece(" goes there ", Tone.MUTED, "go"))
        keys = (
            Piece(" esc", Tone.KEY, "leave"), Piece(" back ", Tone.MUTED, "leave"), Piece(" ↑ ↓", Tone.KEY),
            Piece(" move ", Tone.MUTED), Piece(" page up  page down  g  G", Tone.KEY),
        )  # fmt: skip
        return (*goes, *keys) if self.page.leafing.leaf.spots else keys

    def action_leave(self) -> None:
        """Close it."""
        self.dismiss(None)

    def action_go(self) -> None:
        """Go to the row concerned; where there is nowhere to go, close it."""
        spot = self.page.leafing.spot
        if spot is not None:
            self.dismiss(spot.goal)
        elif not self.page.leafing.leaf.spots:
            self.dismiss(None)

    def on_page_pressed(self, event: Page.Pressed) -> None:
        """Go where was clicked."""
        event.stop()
        self.dismiss(event.spot.goal)

    async def on_panel_pressed(self, event: Panel.Pressed) -> None:
        """Do what was clicked."""
        event.stop()
        await self.run_action(event.act)

    def on_key(self, event: events.Key) -> None:
        """Move, go, or close."""
        event.stop()
        event.prevent_default()
        leafing = self.page.leafing
        match event.key:
            case "enter":
                self.action_go()
                return
            case "up" | "k" | "down" | "j":
                leafing.step(-1 if event.key in {"up", "k"} else 1, 0)
            case "left" | "h" | "right" | "l":
                leafing.step(0, -1 if event.key in {"left", "h"} else 1)
            case "pageup" | "pagedown" | "space":
                leafing.page(-1 if event.key == "pageup" else 1)
            case "home" | "g" | "end" | "G":
                leafing.edge(-1 if event.key in {"home", "g"} else 1)
            case key if key in self._leave:
                self.dismiss(None)
                return
        self.page.refresh()


def working(width: int) -> Leaf:
    """What is shown until there is something to show."""
    draft = Draft(width)
    draft.prose("working it out …", Tone.MUTED)
    return draft.leaf
