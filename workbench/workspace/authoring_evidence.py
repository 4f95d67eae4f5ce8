"""What each change of a source, an item or an origin does to the files of evidence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from workbench import yamltext
from workbench.model import Item, Origin, Source, ids
from workbench.model import authoring as write
from workbench.workspace.authoring_draft import Draft
from workbench.workspace.authoring_fields import (
    entry,
    fields_put,
    known_fields,
    normal,
    refuse_no_id,
    refuse_taken,
    refuse_used,
    taken,
    unknown,
)
from workbench.workspace.authoring_outcomes import Refusing
from workbench.workspace.authoring_style import ITEM_FIELDS, ORIGIN_FIELDS, SOURCE_FIELDS, styled

ORIGINS = "evidence/origins.yaml"
OWN = "own"
OWN_TITLE = "Our own assumptions and arguments"

HEAD = "# yaml-language-server: $schema=../schemas/{kind}.schema.json\nformat: 1\n\n"

_SETTABLE = tuple(name for name in ITEM_FIELDS if name not in {"tags", "formerly"})


def make_evidence(draft: Draft, change: write.OfEvidence) -> None:
    """Make a change of evidence in a draft; raises as `authoring_changes.make` does."""
    match change:
        case write.AddSource(source):
            _add_source(draft, source)
        case write.SetSource(id_, given):
            known_fields(given, tuple(name for name in SOURCE_FIELDS if name != "formerly"))
            fields_put(draft, _source(draft, id_), ("source",), given)
        case write.AddItem(item, after):
            _add_item(draft, item, after)
        case write.RenameItem(address, new):
            path, id_ = item_at(draft, address)
            _rename(draft, path, "items", id_, new, "item")
        case write.MoveItem(address, after):
            _move(draft, *item_at(draft, address), after)
        case write.SetItem() | write.SetTag():
            _set_item(draft, change)
        case write.AddOrigin() | write.SetOrigin() | write.RenameOrigin():
            _origin(draft, change)


def _source(draft: Draft, id_: str) -> str:
    path = f"evidence/{id_}.yaml"
    if not ids.is_id(id_) or path == ORIGINS or not draft.has(path):
        raise unknown(f'there is no source "{id_}"', id_, draft.fresh.sources)
    draft.document(path)
    return path


def item_at(draft: Draft, address: str) -> tuple[str, str]:
    """The file of an item and its own id.

    Raises:
        Refusing: there is no such item.
    """
    source, _, id_ = address.partition("/")
    path = _source(draft, source)
    if id_ not in draft.names(path, "items"):
        raise unknown(f'there is no item "{address}"', id_, draft.names(path, "items"), path)
    return path, id_


def _add_source(draft: Draft, source: Source) -> None:
    refuse_no_id(source.id)
    if source.id in {"origins", OWN}:
        raise Refusing(f"'{source.id}' is kept for our own file evidence/{source.id}.yaml", "choose another id")
    if not source.title.strip():
        raise Refusing("the source has no title", "give the title of the document, in its own language")
    claimed = next((s.id for s in draft.fresh.sources.values() if source.id in s.formerly), None)
    if claimed:
        raise Refusing(f"'{source.id}' is the old id of '{claimed}'", "choose another: an id is never used again")
    written = {name: getattr(source, name) for name in SOURCE_FIELDS}
    head = entry(written | {"kind": "" if source.kind == "document" else source.kind})
    _begin(draft, f"evidence/{source.id}.yaml", "evidence", head)


def _begin(draft: Draft, path: str, kind: str, head: dict[str, Any]) -> None:
    """Begin a file: what every one begins with, the fields of a source, and a section for entries."""
    section = "origins" if kind == "origins" else "items"
    try:
        lines = [*yamltext.entry_lines("source", styled(("source",), head), indent=0), ""] if head else []
        data = (HEAD.format(kind=kind) + "\n".join([*lines, f"{section}: {{}}", ""])).encode()
    except ValueError as error:  # a control character, or half of a pair of surrogates
        raise Refusing(str(error), "remove the character", path) from None
    draft.begin(path, kind, data)


def add_items(draft: Draft, items: Sequence[Item]) -> None:
    """Add items of one source behind all others: as one by one, in the time that one takes.

    Raises:
        Refusing, EditRefused: as `make_evidence` does; nothing of the draft can be used then.
    """
    first, *rest = items
    _add_item(draft, first, "")
    path = draft.path
    used = taken(draft, path, "items")
    new: dict[str, Any] = {}
    for item in rest:
        refuse_used(item.id, used, "item", path)
        used[item.id], new[item.id] = "", _entry(item)
    draft.put_several(path, "items", new, after=first.id)


def _add_item(draft: Draft, item: Item, after: str) -> None:
    path = f"evidence/{item.source}.yaml"
    if item.source == OWN and not draft.has(path):
        _begin(draft, path, "evidence", {"kind": "own-analysis", "title": OWN_TITLE})
    path = _source(draft, item.source)
    refuse_taken(draft, path, "items", item.id, "item")
    if after and after not in draft.names(path, "items"):
        raise Refusing(f"there is no item '{item.source}/{after}' to stand behind", "name another, or none", path)
    draft.put(path, ("items", item.id), _entry(item), after=after or None)


def _entry(item: Item) -> dict[str, Any]:
    """The fields of an item, as they are written."""
    origin: Any = item.origins[0] if len(item.origins) == 1 else item.origins
    tags = {name: normal(values) for name, values in item.tags.items() if normal(values)}
    given: dict[str, Any] = {"origin": origin, "tags": tags, "kind": item.kind.value}
    return entry({name: given[name] if name in given else getattr(item, name) for name in ITEM_FIELDS})


def _set_item(draft: Draft, change: write.SetItem | write.SetTag) -> None:
    path, id_ = item_at(draft, change.address)
    here = ("items", id_)
    if isinstance(change, write.SetTag):
        refuse_no_tag(change.tag, path)
        values = normal(change.values)
        standing = draft.at(path, (*here, "tags", change.tag))
        one = len(values) == 1 and isinstance(standing, str)
        draft.put(path, (*here, "tags", change.tag), values[0] if one else values)
        return
    known_fields(change.fields, _SETTABLE)
    given = dict(change.fields)
    if "origin" in given:
        given["origin"] = _origin_as_written(given["origin"], draft.at(path, (*here, "origin")))
    fields_put(draft, path, here, given)


def refuse_no_tag(tag: str, path: str) -> None:
    """Refuse what cannot be the name of a tag: it is shaped like an id, and any word may be one."""
    if not ids.ID.fullmatch(tag) or len(tag) > ids.ID_LENGTH:
        raise Refusing(f"'{tag}' is no name of a tag", "use a-z, 0-9 and single hyphens, beginning with a letter", path)


def _origin_as_written(given: str | tuple[str, ...], standing: object) -> str | tuple[str, ...]:
    """One origin is written as a word, unless a list stands there."""
    origins = (given,) if isinstance(given, str) else tuple(given)
    return origins[0] if len(origins) == 1 and not isinstance(standing, list) else origins


def _move(draft: Draft, path: str, id_: str, after: str) -> None:
    names = [name for name in draft.names(path, "items") if name != id_]
    if after and after not in names:
        raise Refusing(f"there is no item '{after}' to stand behind", "name another, or none", path)
    index = names.index(after) + 1 if after else 0
    draft.order(path, "items", (*names[:index], id_, *names[index:]))


def _rename(draft: Draft, path: str, section: str, old: str, new: str, what: str) -> None:
    """The id, with the old one beside it. Whoever names the old one is understood, and `check` notes it."""
    if old == new:
        return
    refuse_taken(draft, path, section, new, what, but=old)
    draft.rename(path, section, old, new)
    former = [*(draft.at(path, (section, new, "formerly")) or ()), old]
    draft.put(path, (section, new, "formerly"), [name for name in former if name != new])


def _origin(draft: Draft, change: write.AddOrigin | write.SetOrigin | write.RenameOrigin) -> None:
    match change:
        case write.AddOrigin(Origin() as origin):
            refuse_no_id(origin.id)
            if not draft.has(ORIGINS):
                _begin(draft, ORIGINS, "origins", {})
            refuse_taken(draft, ORIGINS, "origins", origin.id, "origin")
            before = [name for name in draft.names(ORIGINS, "origins") if name < origin.id]
            data = entry({name: getattr(origin, name) for name in ORIGIN_FIELDS})
            after = before[-1] if before else None
            draft.put(ORIGINS, ("origins", origin.id), data, after=after, last=False)
        case write.SetOrigin(id_, given):
            _known_origin(draft, id_)
            known_fields(given, tuple(name for name in ORIGIN_FIELDS if name != "formerly"))
            fields_put(draft, ORIGINS, ("origins", id_), given)
        case write.RenameOrigin(id_, new):
            _known_origin(draft, id_)
            _rename(draft, ORIGINS, "origins", id_, new, "origin")


def _known_origin(draft: Draft, id_: str) -> None:
    if not draft.has(ORIGINS) or id_ not in draft.names(ORIGINS, "origins"):
        known = draft.names(ORIGINS, "origins") if draft.has(ORIGINS) else ()
        raise unknown(f'there is no origin "{id_}"', id_, known, ORIGINS)
