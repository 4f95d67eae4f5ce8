"""A form on the screen: fields one below the other, what is wrong with each, and what belongs in it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from itertools import islice

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Input, TextArea

from workbench.tui import words
from workbench.tui.chooser import Chooser, Option
from workbench.tui.forms.entry import made_for, shown, standing
from workbench.tui.forms.field import Field, Shape, Value, Values
from workbench.tui.modal import Modal
from workbench.tui.panel import Panel
from workbench.tui.pieces import Ground, Line, Piece, Tone, fitted, line, spread
from workbench.tui.typed import taken_in

LABEL = 16
"""Cells of the labels."""

TOLD = 8
"""Lines below the fields that say what belongs in the current one."""


def accepted(_: Values) -> Mapping[str, str]:
    """Nothing is wrong with any values together."""
    return {}


class Form(Modal[Values | None]):
    """Asks for several values at once; gives back all of them, or `None` where it was left.

    A text that was not touched comes back as it was, whatever its blanks and control characters are.

    Args:
        title: what is asked.
        fields: what is asked for, in order; the first has the cursor.
        intro: sentences over the fields.
        check: says by field name what is wrong with the values together, once each is right by itself.
        wrong: what is wrong from the start, such as a refusal; it goes with the next key.
    """

    DEFAULT_CSS = """
    Form { background: $background; layout: vertical; }
    Form > Panel { height: 1; }
    Form > VerticalScroll { height: 1fr; padding: 0; }
    Form Horizontal { height: auto; }
    Form Horizontal > Panel { width: 18; height: 1; }
    Form Input, Form TextArea { border: none; padding: 0; background: $surface; height: 1; width: 1fr; }
    Form TextArea { height: auto; min-height: 2; max-height: 9; }
    Form Input:focus, Form TextArea:focus { background: $boost; }
    """
    BINDINGS = [
        Binding("escape", "leave", "Leave", show=False, priority=True),
        Binding("ctrl+s", "save", "Save", show=False, priority=True),
        Binding("tab", "go(1)", "Next", show=False, priority=True),
        Binding("shift+tab", "go(-1)", "Previous", show=False, priority=True),
    ]

    def __init__(
        self,
        title: str,
        fields: Sequence[Field],
        *,
        intro: Sequence[str] = (),
        check: Callable[[Values], Mapping[str, str]] = accepted,
        wrong: str = "",
    ) -> None:
        super().__init__()
        self._title, self._fields, self._intro, self._check, self._wrong = title, fields, intro, check, wrong
        self._labels = [Panel([Line()]) for _ in fields]
        self._widgets = [made_for(field) for field in fields]
        self._rows = [Horizontal(*pair) for pair in zip(self._labels, self._widgets, strict=True)]
        self._above, self._told, self._foot, self._head = Panel(), Panel(), Panel([Line()]), Panel([Line()])
        self._together: Mapping[str, str] = {}
        self._begins = 0

    def compose(self) -> ComposeResult:
        """A title, the fields, what belongs in the current one, the keys."""
        yield self._head
        yield self._above
        with VerticalScroll(can_focus=False):
            yield from self._rows
        yield self._told
        yield self._foot

    def on_mount(self) -> None:
        """The cursor stands at the end of what is there."""
        for widget in self._widgets:
            if isinstance(widget, TextArea):
                widget.cursor_blink = False
                widget.move_cursor(widget.document.end)
            elif isinstance(widget, Input):
                widget.cursor_blink = False
        self._widgets[self._begins].focus()

    # ---- drawing

    def on_resize(self) -> None:
        """Make room for what there is room for."""
        size = self.app.size
        above = [part for text in self._intro for part in words.wrapped(text, max(1, size.width - 2), 4)]
        above = above if size.height >= 16 else []
        self._above.styles.height, self._above.display = len(above), bool(above)
        self._above.show([line(Piece(f" {part}", Tone.MUTED)) for part in above])
        self._told.styles.height = max(1, min(TOLD, size.height // 3))
        self._head.display = size.height >= 5
        for label in self._labels:
            label.styles.width = min(LABEL, size.width // 3) + 2
        self._draw()

    def on_descendant_focus(self) -> None:
        """Say what belongs in the field that has the cursor."""
        self._draw()

    def on_input_changed(self) -> None:
        """Look at it while it is typed."""
        self._typed()

    def on_text_area_changed(self) -> None:
        """Look at it while it is typed."""
        self._typed()

    def on_pick_changed(self) -> None:
        """Look at what was picked."""
        self._typed()

    def _typed(self) -> None:
        self._together = {}
        if self._is_changed:
            self._wrong = ""
        self._draw()

    @property
    def _at(self) -> int:
        return next((n for n, widget in enumerate(self._widgets) if widget is self.focused), 0)

    def _text(self, place: int) -> str:
        """What stands in a field; as it was where it was not touched."""
        field, text = self._fields[place], standing(self._widgets[place])
        return field.text if text == shown(field) or field.name in self.hidden() else text

    @property
    def _is_changed(self) -> bool:
        pairs = zip(self._fields, self._widgets, strict=True)
        return any(standing(widget) != shown(field) for field, widget in pairs)

    def _wrongs(self) -> dict[str, str]:
        """By the names of the fields, what is wrong with them."""
        hidden, every = self.hidden(), enumerate(self._fields)
        alone = {field.name: field.wrong(self._text(n)) for n, field in every if field.name not in hidden}
        return {**self._together, **{name: said for name, said in alone.items() if said}}

    def _draw(self) -> None:
        width, wrongs, at, hidden = self.app.size.width, self._wrongs(), self._at, self.hidden()
        for field, row in zip(self._fields, self._rows, strict=True):
            row.display = field.name not in hidden
        empty = {field.name for n, field in enumerate(self._fields) if field.needed and not self._text(n)}
        marked = wrongs.keys() - (empty - self._together.keys())
        hint = f"{len(marked)} to mend " if marked else ""
        self._head.show(
            [Line(spread((Piece(f" {words.plain(self._title)}", Tone.HEADING),), (Piece(hint, Tone.WARN),), width),
                  Ground.BAR)]
        )  # fmt: skip
        for n, (field, label) in enumerate(zip(self._fields, self._labels, strict=True)):
            wrong = field.name in marked
            tone = Tone.WARN if wrong else Tone.ACCENT if n == at else Tone.TEXT
            mark = "!" if wrong else "›" if n == at else " "
            label.show([line(Piece(f"{mark} ", tone), Piece(words.cut(field.label, LABEL - 1), tone))])
        self._told.show(list(islice(self._telling(wrongs, at, width), TOLD)))
        saves = "ctrl s" if self._fields[at].shape is Shape.LINES else "enter"
        keys = ((saves, "saves", "save"), ("tab", "next field", "go(1)"), *self.also(), ("shift tab", "back", "go(-1)"),
                ("esc", "leaves", "leave"))  # fmt: skip
        pieces = (Piece(f" {text}{' ' * kind}", Tone.MUTED if kind else Tone.KEY, act)
                  for *pair, act in keys for kind, text in enumerate(pair))  # fmt: skip
        self._foot.show([Line(fitted(pieces, width), Ground.BAR)])

    def _telling(self, wrongs: Mapping[str, str], at: int, width: int) -> Iterator[Line]:
        """What is wrong, what belongs here, and what is known."""
        field, room = self._fields[at], max(1, width - 2)
        wrong = self._wrong or (wrongs.get(field.name, "") if self._text(at) or self._together else "")
        for part in words.wrapped(wrong, room, 3):
            yield line(Piece(f" {part}", Tone.WARN))
        for told, tone in ((field.told, Tone.MUTED), (self.tells(field.name, self._text(at)), Tone.ACCENT)):
            for part in words.wrapped(told, room, 3):
                yield line(Piece(f" {part}", tone))
        typed = self._text(at).rpartition(",")[2].strip().casefold() if field.shape is not Shape.CHOICE else ""
        for name, meaning in field.known.items():
            if typed in f"{name} {meaning}".casefold():
                here = name == self._text(at)
                for part in words.wrapped(f"{name}  {meaning}" if meaning else name, room, 2 if here else 1):
                    yield line(Piece(f" {part}", Tone.STRONG if here else Tone.TEXT))

    # ---- moving and leaving

    async def action_go(self, step: int) -> None:
        """Go to another field."""
        await taken_in(self.focused or self, self)
        self.go(step)

    def go(self, step: int) -> None:
        """Go to another of the fields that are shown."""
        shown = [widget for widget, row in zip(self._widgets, self._rows, strict=True) if row.display]
        here = self._widgets[self._at]
        self.set_focus(shown[(shown.index(here) + step) % len(shown) if here in shown else 0])

    def on_key(self, event: events.Key) -> None:
        """Up and down go to other fields from those of one line; enter saves, but where it makes a line."""
        one_line = not isinstance(self._widgets[self._at], TextArea)
        if event.key in {"up", "down"} and one_line:
            self.go(-1 if event.key == "up" else 1)
        elif event.key == "enter" and one_line:
            self.save()
        else:
            return
        event.stop()
        event.prevent_default()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Save."""
        event.stop()
        self.save()

    def on_panel_pressed(self, event: Panel.Pressed) -> None:
        """Do what was clicked."""
        event.stop()
        self.app.call_later(self.app.run_action, event.act, self)

    def on_saved_entered(self) -> None:
        """Save."""
        self.save()

    async def action_save(self) -> None:
        """Save."""
        await taken_in(self.focused or self, self)
        self.save()

    def save(self) -> None:
        """Give back the values, or go to what is wrong with them."""
        self._together, self._wrong = {}, ""
        values: dict[str, Value] = {f.name: f.read(self._text(n)) for n, f in enumerate(self._fields)}
        if not self._wrongs():
            self._together = self._check(values)
        wrongs = self._wrongs()
        if not wrongs:
            self.accept(values)
            return
        names = [field.name for field in self._fields]
        first = next((name for name in names if name in wrongs), names[0])
        self._wrong = next(iter(wrongs.values())) if first not in wrongs else wrongs[first]
        self.set_focus(self._widgets[names.index(first)])
        self._draw()

    async def action_leave(self) -> None:
        """Leave; what was typed is asked about."""
        await taken_in(self.focused or self, self)
        if not self._is_changed:
            self.dismiss(None)
            return
        options = [Option(False, "Go on", "back to the form", "g"), Option(True, "Throw away", "what you typed", "t")]

        def chosen(leave: object) -> None:
            if leave:
                self.dismiss(None)

        self.app.push_screen(Chooser("Leave without saving?", options), chosen)

    # ---- for forms that do more

    def also(self) -> tuple[tuple[str, str, str], ...]:
        """Keys that it has besides: the key as it is shown, what it does, its action."""
        return ()

    def hidden(self) -> Collection[str]:
        """The names of fields that are not shown now; their values are as they were."""
        return ()

    def accept(self, values: Values) -> None:
        """Take values with which nothing is wrong."""
        self.dismiss(values)

    def tells(self, name: str, text: str) -> str:  # noqa: ARG002 - for those that tell something
        """What is to be told of a field as it stands, below what belongs in it."""
        return ""
