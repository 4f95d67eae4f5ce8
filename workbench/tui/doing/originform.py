"""The origins on a list, and what stands of one of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from workbench.model import Origin
from workbench.model.authoring import AddOrigin, Authored, RenameOrigin, SetOrigin
from workbench.model.ids import is_id, proposed
from workbench.tui.chooser import Chooser, Option
from workbench.tui.doing.itemform import may_write
from workbench.tui.doing.origins import fields, made_of, relied, resting
from workbench.tui.doing.writes import Writes
from workbench.tui.forms.field import Values, changed
from workbench.tui.forms.staying import Staying

if TYPE_CHECKING:
    from workbench.tui.steps import Steps

ITEMS = 6
"""Items resting on an origin that are read over its form at most."""


def origins(steps: Steps) -> None:
    """List every origin with its grade and what rests on it; the one chosen is asked about, and so is a new one."""
    if not may_write(steps):
        return
    case, found = steps.desk.case, resting(steps.desk.case)
    options = [Option(("new", ""), "Add an origin", "or type who it is")]
    for id_ in (*case.origins, *(name for name in found if name not in case.origins)):
        known = case.origins.get(id_)
        who = f"{known.reliability or 'F'}  {known.who or id_}" if known else f"?  {id_}, not described yet"
        same = f", maybe the same as {', '.join(known.maybe_same)}" if known and known.maybe_same else ""
        options.append(Option(("at", id_), who, f"{id_}{same}: {relied(found.get(id_, ()))}"))

    def chosen(value: object) -> None:
        match value:
            case ("at", str(id_)) if id_ in case.origins:
                edit_origin(steps, id_, lambda: origins(steps))
            case (_, str(text)):
                add_origin(steps, text.strip(), lambda: origins(steps))

    intro = ["What several sources have from one origin is one voice. Typing narrows the list down."]
    listed = Chooser(
        "Origins", options, intro=intro, typed=True, other=lambda text: Option(("new", text), f"add “{text.strip()}”")
    )
    steps.ask(listed, chosen)


def about_origin(steps: Steps, id_: str, at: str = "") -> None:
    """Ask about an origin that an item names, described or not; `at` is the field to begin with, where it is."""
    if not may_write(steps):
        return
    if id_ in steps.desk.case.origins:
        edit_origin(steps, id_, at=at)
    else:
        add_origin(steps, id_)


def add_origin(steps: Steps, said: str, then: Callable[[], None] = lambda: None) -> None:
    """Ask for a new origin and write it.

    Args:
        steps: the screen under the page.
        said: its id, or who it is.
        then: called when the form is gone.
    """
    case = steps.desk.case
    taken = {*case.origins, *(old for origin in case.origins.values() for old in origin.formerly)}
    plain = is_id(said) and said not in taken
    begun = Origin(said if plain else proposed(said, taken, "origin") if said else "", who="" if plain else said)
    asked = tuple(
        field._replace(needed=False, told="Its name in the file, never used again. Empty: made from who it is.")
        if field.name == "id"
        else field
        for field in fields(case, begun, taken)
    )

    def saved(form: Staying, values: Values) -> None:
        id_ = str(values["id"]) or proposed(str(values["who"]), taken, "origin")
        _written(steps, form, f"{id_}: added.", AddOrigin(made_of({**values, "id": id_})))

    intro = _intro(steps, said) if plain else []
    _shown(steps, Staying("New origin", asked, saved, intro=intro), then)


def edit_origin(steps: Steps, id_: str, then: Callable[[], None] = lambda: None, at: str = "") -> None:
    """Ask what is to stand in the fields of an origin, and write those that change; `then` when the form is gone."""
    case = steps.desk.case
    origin = case.origins[id_]
    former = {old for other in case.origins.values() for old in other.formerly if other.id != id_}
    asked = fields(case, origin, {*case.origins, *former} - {id_})

    def saved(form: Staying, values: Values) -> None:
        given = changed(asked, values)
        new = given.pop("id", id_)
        changes: list[Authored] = [SetOrigin(id_, given)] if given else []
        changes += [RenameOrigin(id_, str(new))] if new != id_ else []
        if changes:
            named = [*(name.replace("_", " ") for name in given), *(["id"] if new != id_ else [])]
            _written(steps, form, f"{new}: {', '.join(named)} written.", *changes)
        else:
            form.close()

    form = Staying(f"{id_}: the origin as it stands", asked, saved, intro=_intro(steps, id_), at=at)
    _shown(steps, form, then)


def _shown(steps: Steps, form: Staying, then: Callable[[], None]) -> None:
    def gone(_: Values | None) -> None:
        steps.call_later(then)

    steps.app.push_screen(form, gone)


def _intro(steps: Steps, id_: str) -> list[str]:
    """What rests on an origin."""
    case = steps.desk.case
    addresses = resting(case).get(id_, ())
    if not addresses:
        return ["No item rests on it."]
    items = [case.items[address].text for address in addresses if address in case.items][:ITEMS]
    return [f"On it: {relied(addresses)}.", " / ".join(items)]


def _written(steps: Steps, form: Staying, said: str, *changes: Authored) -> None:
    form.busy = True
    Writes(steps).write(
        *changes, said=said, refused=lambda refusal: form.refuse(str(refusal)), done=lambda _: form.close()
    )
