"""A field in which one of a few words is picked: left and right go through them, a letter goes to its word."""

from __future__ import annotations

from collections.abc import Mapping

from textual import events
from textual.message import Message
from textual.strip import Strip

from workbench.tui import words
from workbench.tui.lined import Lined
from workbench.tui.paint import paint
from workbench.tui.pieces import Ground, Line, Piece, Tone, fitted


class Pick(Lined, can_focus=True):
    """Shows the word picked and what it means.

    Args:
        known: the words and what each means.
        value: the word picked at first; empty for none.
        needed: whether there must be one: then it cannot be cleared.
    """

    DEFAULT_CSS = "Pick { height: 1; width: 1fr; }"

    class Changed(Message):
        """Another word was picked."""

    def __init__(self, known: Mapping[str, str], value: str, *, needed: bool) -> None:
        super().__init__()
        self._known, self.value, self._needed = known, value, needed

    def render_line(self, y: int) -> Strip:  # noqa: ARG002 - there is one line
        """One line, for Textual."""
        here = self.has_focus
        arrows = (Piece("‹ ", Tone.KEY), Piece(" ›", Tone.KEY)) if here else (Piece("  "), Piece("  "))
        shown = words.cut(self.value, max(1, self.size.width - 8)) or "none"
        value = Piece(shown, Tone.STRONG if self.value else Tone.MUTED)
        meaning = Piece(f"  {words.cut(self._known.get(self.value, ''), self.size.width)}", Tone.MUTED)
        made = Line(
            fitted((arrows[0], value, arrows[1], meaning), self.size.width), Ground.CURRENT if here else Ground.BODY
        )
        return paint(self.app).strip(made, self.size.width)

    def on_focus(self) -> None:
        """Show that keys go here."""
        self.refresh()

    def on_blur(self) -> None:
        """Show that keys go elsewhere."""
        self.refresh()

    def _pick(self, value: str) -> None:
        if value != self.value:
            self.value = value
            self.refresh()
            self.post_message(self.Changed())

    def on_key(self, event: events.Key) -> None:
        """Pick the next, the previous, or one by its beginning; or none."""
        every = [*([] if self._needed else [""]), *self._known]
        at = every.index(self.value) if self.value in every else 0
        char = (event.character or "").casefold()
        if event.key in {"right", "space"}:
            self._pick(every[(at + 1) % len(every)])
        elif event.key == "left":
            self._pick(every[at - 1])
        elif event.key in {"delete", "backspace"} and not self._needed:
            self._pick("")
        elif char.strip() and event.is_printable:
            turned = [*every[at + 1 :], *every[: at + 1]]
            self._pick(next((value for value in turned if value.casefold().startswith(char)), self.value))
        else:
            return
        event.stop()
        event.prevent_default()

    def on_click(self, event: events.Click) -> None:
        """Pick the next."""
        event.stop()
        every = [*([] if self._needed else [""]), *self._known]
        self.focus()
        self._pick(every[(every.index(self.value) + 1) % len(every)] if self.value in every else every[0])
