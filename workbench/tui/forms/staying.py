"""A form that stays open until what was asked for is done: a refusal is said in it, and nothing typed is lost."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence

from textual.binding import Binding
from textual.widgets import Input, TextArea

from workbench.tui.forms.entry import shown, standing
from workbench.tui.forms.field import Field, Value, Values
from workbench.tui.forms.form import Form, accepted
from workbench.tui.forms.pick import Pick


def silent(_: str, __: str) -> str:
    """Nothing is to be told of any field."""
    return ""


class Staying(Form):
    """Hands its values to `then`, which asks on over it, closes it, says what is wrong, or has it begin again.

    Args:
        title: what is asked.
        fields: what is asked for, in order.
        then: takes the form and its values.
        intro: sentences over the fields.
        check: as of a form.
        tell: what is to be told of a field (its name) as it stands (its text), while it is being filled in.
        further: names of fields that are shown only when more is asked for.
        hide: by the texts that stand in all fields, the names of those that do not apply.
        at: the name of the field in which the cursor begins; the first where there is none of that name.
    """

    BINDINGS = [Binding("pagedown", "more", "More fields", show=False, priority=True)]

    def __init__(
        self,
        title: str,
        fields: Sequence[Field],
        then: Callable[[Staying, Values], None],
        *,
        intro: Sequence[str] = (),
        check: Callable[[Values], Mapping[str, str]] = accepted,
        tell: Callable[[str, str], str] = silent,
        further: Collection[str] = (),
        hide: Callable[[Mapping[str, str]], Collection[str]] = lambda _: (),
        at: str = "",
    ) -> None:
        self._then, self._tell, self._further, self._hide = then, tell, frozenset(further), hide
        self.busy = False
        """Whether what was asked for is being done: the form waits for it."""
        self._over = False
        super().__init__(title, fields, intro=intro, check=check)
        self._begins = next((n for n, field in enumerate(fields) if field.name == at), 0)

    # ---- what becomes of it

    def accept(self, values: Values) -> None:
        """Hand the values on."""
        if not self.busy:
            self._then(self, values)

    def close(self) -> None:
        """It is done; where something stands over it, it goes once that is gone."""
        self._over = not self.is_active
        if not self._over:
            self.dismiss(None)

    def on_screen_resume(self) -> None:
        """Go, where it was done meanwhile."""
        if self._over:
            self._over = False
            self.call_after_refresh(self.close)

    async def action_leave(self) -> None:
        """Leave, but not while what was asked for is being done."""
        if not self.busy:
            await super().action_leave()

    def refuse(self, wrong: str) -> None:
        """Say what is wrong with what was asked for; it goes with the next key."""
        self.busy, self._wrong = False, wrong
        self._draw()

    def begin(self, title: str, values: Mapping[str, Value]) -> None:
        """Ask for another: what is in `values` stands in its field, and all other fields are empty."""
        self.busy, self._wrong, self._together = False, "", {}
        self._title = title
        self._fields = [field._replace(value=values.get(field.name, "")) for field in self._fields]
        for field, widget in zip(self._fields, self._widgets, strict=True):
            match widget:
                case Pick():
                    widget.value = field.text
                    widget.refresh()
                case TextArea():
                    widget.text = shown(field)
                    widget.move_cursor(widget.document.end)
                case Input():
                    widget.value = shown(field)
        self._widgets[0].focus()
        self._draw()

    # ---- more than a form does

    def also(self) -> tuple[tuple[str, str, str], ...]:
        """The key that shows further fields, as long as there are any."""
        return (("page down", "more fields", "more"),) if self._further else ()

    def tells(self, name: str, text: str) -> str:
        """What is to be told of a field as it stands."""
        return self._tell(name, text)

    def hidden(self) -> Collection[str]:
        """Further fields until they are asked for, and those that do not apply."""
        pairs = zip(self._fields, self._widgets, strict=True)
        return self._further | {*self._hide({field.name: standing(widget) for field, widget in pairs})}

    def action_more(self) -> None:
        """Show further fields, and go to the first of them."""
        first = next((n for n, field in enumerate(self._fields) if field.name in self._further), None)
        self._further = frozenset()
        self._draw()
        if first is not None:
            self._widgets[first].focus()
