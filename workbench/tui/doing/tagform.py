"""Asking for the tags of an item, and for another id of it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from workbench.model import Case
from workbench.model.authoring import Authored, RenameItem, SetTag
from workbench.model.ids import ID, ID_LENGTH
from workbench.tui.doing.itemform import known_items, may_write
from workbench.tui.doing.origins import names_of
from workbench.tui.doing.writes import Writes
from workbench.tui.forms.field import Check, Field, Shape, Values, changed, new_id
from workbench.tui.forms.staying import Staying

if TYPE_CHECKING:
    from workbench.tui.steps import Steps

TAG, VALUES = "a new tag", "its values"
"""The fields for a tag that nothing has yet; no tag is called so."""


def edit_tags(steps: Steps, address: str) -> None:
    """Ask what an item has for each tag there is, and for a new one; write what changes."""
    item = steps.desk.case.items.get(address)
    if item is None or not may_write(steps):
        return
    known = _known(steps.desk.case)
    fields = [
        Field(
            tag, tag, item.tags.get(tag, ()), shape_of(item.tags.get(tag, ())),
            "One value, or several with commas between them; empty: the item does not have this tag.",
            dict.fromkeys(sorted(values), ""),
        )
        for tag, values in known.items()
    ]  # fmt: skip
    fields += [
        Field(TAG, TAG, told="Its name, such as service; the evidence can be sliced by it.", check=_new_tag({*known})),
        Field(VALUES, VALUES, (), Shape.NAMES, "One value, or several with commas between them."),
    ]

    def check(values: Values) -> Mapping[str, str]:
        if bool(values[TAG]) != bool(values[VALUES]):
            return {TAG: "name the tag"} if values[VALUES] else {VALUES: "write a value"}
        return {}

    def saved(form: Staying, values: Values) -> None:
        given = {tag: names_of(value) for tag, value in changed(fields, values).items() if tag not in {TAG, VALUES}}
        if values[TAG]:
            given[str(values[TAG])] = names_of(values[VALUES])
        changes: list[Authored] = [SetTag(address, tag, of) for tag, of in given.items()]
        if not changes:
            form.close()
            return
        form.busy = True
        Writes(steps).write(
            *changes, said=f"{address}: tags written.", refused=lambda refusal: form.refuse(str(refusal)),
            done=lambda _: form.close(),
        )  # fmt: skip

    steps.app.push_screen(Staying(f"{address}: its tags", fields, saved, intro=[item.text], check=check))


def shape_of(values: Collection[str]) -> Shape:
    """Names with commas, unless a value has a comma itself: then one to a line."""
    return Shape.LINES if any("," in value for value in values) else Shape.NAMES


def _known(case: Case) -> Mapping[str, set[str]]:
    """Every tag there is with its values, in order."""
    found: dict[str, set[str]] = {}
    for item in case.items.values():
        for tag, values in item.tags.items():
            found.setdefault(tag, set()).update(values)
    return {tag: found[tag] for tag in sorted(found)}


def _new_tag(known: Collection[str]) -> Check:
    def check(text: str) -> str:
        if text in known:
            return f"{text} stands above"
        fine = ID.fullmatch(text) and len(text) <= ID_LENGTH
        return "" if fine else f"use a-z, 0-9 and single hyphens, a letter first, {ID_LENGTH} characters at most"

    return check


def rename_item(steps: Steps, address: str) -> None:
    """Ask for another id of an item; the old one stays known."""
    item = steps.desk.case.items.get(address)
    if item is None or not may_write(steps):
        return
    beside = [other for other in known_items(steps) if other.source == item.source and other.id != item.id]
    taken = {other.id for other in beside} | {old for other in beside for old in other.formerly}
    told = "The old id stays in the file under formerly, so that rows and texts that name it are still understood."
    fields = [Field("id", "id", item.id, told=told, check=new_id(taken), needed=True)]

    def saved(form: Staying, values: Values) -> None:
        new = str(values["id"])
        if new == item.id:
            form.close()
            return
        form.busy = True
        Writes(steps).write(
            RenameItem(address, new), said=f"{address} is {item.source}/{new} now.",
            refused=lambda refusal: form.refuse(str(refusal)), done=lambda _: form.close(),
        )  # fmt: skip

    steps.app.push_screen(Staying(f"{address}: another id", fields, saved, intro=[item.text]))
