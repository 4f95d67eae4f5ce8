"""A small list to choose from: questions, filters, commands, and everything that is asked once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from textual import events
from textual.app import ComposeResult

from workbench.tui import words
from workbench.tui.modal import Modal
from workbench.tui.panel import Panel
from workbench.tui.pieces import Ground, Line, Piece, Tone, fitted, line, spread

WIDEST, TALLEST = 92, 20
"""Cells and options that a list shows at most."""


class Option(NamedTuple):
    """Something to choose: what is given back, what is shown, and the key that chooses it at once."""

    value: object
    label: str
    note: str = ""
    key: str = ""


class Chooser(Modal[object]):
    """Asks for one of several options; escape gives back `None`.

    Args:
        title: what is asked.
        options: what there is to choose; the first stands under the cursor.
        intro: sentences over the options.
        typed: whether typing narrows the list down instead of choosing by key.
        other: makes an option of what was typed, where that is possible.
    """

    DEFAULT_CSS = """
    Chooser { align: center middle; background: $background 55%; }
    Chooser > Panel { width: auto; height: auto; border: round $primary; background: $background; padding: 0 1; }
    """
    AUTO_FOCUS = ""

    def __init__(
        self,
        title: str,
        options: Sequence[Option],
        *,
        intro: Sequence[str] = (),
        typed: bool = False,
        other: Callable[[str], Option] | None = None,
    ) -> None:
        super().__init__()
        self._title, self._options, self._intro = title, options, intro
        self._typed, self._other = typed, other
        self._text, self._at = "", 0

    def compose(self) -> ComposeResult:
        """One panel in the middle."""
        yield Panel()

    def on_mount(self) -> None:
        """Draw for the first time."""
        self._draw()

    def on_resize(self) -> None:
        """Fit the list to the screen."""
        self._draw()

    @property
    def _shown(self) -> list[Option]:
        needle = self._text.casefold().split()
        kept = [o for o in self._options if all(n in f"{o.label} {o.note}".casefold() for n in needle)]
        return [*kept, self._other(self._text)] if self._other and self._text.strip() else kept

    def _draw(self) -> None:
        panel, shown = self.query_one(Panel), self._shown
        self._at = max(0, min(self._at, len(shown) - 1))
        width = max(8, min(WIDEST, self.app.size.width - 6))
        above = self._above(width)
        room = max(1, min(TALLEST, self.app.size.height - 4 - len(above)))
        first = max(0, min(self._at - room // 2, len(shown) - room))
        below = [self._option(o, i, width) for i, o in enumerate(shown[first : first + room], first)]
        lines = [*above, *(below or [line(Piece("nothing like that", Tone.MUTED))])]
        panel.styles.width, panel.styles.height = width + 4, len(lines) + 2
        panel.show([made._replace(pieces=fitted(made.pieces, width)) for made in lines])

    def _above(self, width: int) -> list[Line]:
        lines = [line(Piece(words.cut(self._title, width), Tone.HEADING))]
        lines += [line(Piece(part)) for text in self._intro for part in words.wrapped(text, width, 6)]
        if self._typed:
            lines.append(
                line(Piece("› ", Tone.ACCENT), Piece(words.plain(self._text), Tone.STRONG), Piece(" ", Tone.CURSOR))
            )
        return [*lines, line("")] if self.app.size.height >= 12 else lines

    def _option(self, option: Option, place: int, width: int) -> Line:
        here = place == self._at
        key = f"{option.key:<2} " if option.key else ""
        left = (
            Piece("› " if here else "  ", Tone.ACCENT, str(place)),
            Piece(key, Tone.KEY, str(place)),
            Piece(words.plain(option.label), Tone.STRONG if here else Tone.TEXT, str(place)),
        )
        note = words.cut(option.note, max(0, width - 4 - sum(p.width for p in left)))
        right = (Piece(f"  {note}", Tone.MUTED, str(place)),) if note else ()
        return Line(
            spread(left, right, width, Piece(" ", Tone.TEXT, str(place))), Ground.CURRENT if here else Ground.BODY
        )

    def on_panel_pressed(self, event: Panel.Pressed) -> None:
        """Choose what was clicked."""
        event.stop()
        self._choose(int(event.act))

    def _choose(self, place: int) -> None:
        shown = self._shown
        if place < len(shown):
            self.dismiss(shown[place].value)

    def on_key(self, event: events.Key) -> None:
        """Move, choose, leave, or narrow the list down."""
        event.stop()
        event.prevent_default()
        steps = {"up": -1, "down": 1, "pageup": -10, "pagedown": 10, "home": -(10**6), "end": 10**6}
        if event.key == "escape":
            self.dismiss(None)
        elif event.key == "enter":
            self._choose(self._at)
        elif event.key in steps:
            self._at = max(0, self._at + steps[event.key])
            self._draw()
        else:
            self._typing(event)

    def _typing(self, event: events.Key) -> None:
        if not self._typed:
            matching = [i for i, o in enumerate(self._options) if o.key and o.key == event.character]
            if matching:
                self._choose(matching[0])
        elif event.key == "backspace":
            self._narrow(self._text[:-1])
        elif event.character and event.is_printable:
            self._narrow(self._text + event.character)

    def _narrow(self, text: str) -> None:
        self._text, self._at = text, 0
        self._draw()

    def on_paste(self, event: events.Paste) -> None:
        """Take pasted text as if it were typed."""
        if self._typed:
            self._narrow(self._text + words.plain(event.text.split("\n")[0])[:200])
