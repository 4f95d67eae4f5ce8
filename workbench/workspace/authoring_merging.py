"""Two items of one source made one: the entry that goes leaves its id with the one that stays.

What other files say of the old address is understood as said of the new one. So a matrix that speaks of both would
lose what it says of one of them; such items are not merged.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from workbench.model import Item
from workbench.model import authoring as write
from workbench.model.merging import merged
from workbench.workspace import folder
from workbench.workspace.authoring_draft import Draft
from workbench.workspace.authoring_evidence import item_at
from workbench.workspace.authoring_fields import fields_put
from workbench.workspace.authoring_outcomes import Refusing

_FIELDS = (
    "credibility", "because", "when", "reported", "at", "quote", "retells", "changed", "rests_on", "looked_in",
    "would_show", "standing", "if_wrong", "formerly",
)  # fmt: skip

MOST_NAMED = 3
"""So many matrices are named that speak of both items."""


def merge_items(draft: Draft, change: write.MergeItems) -> None:
    """Merge two items in a draft.

    Raises:
        Refusing: they are one already, or of different sources, or marked differently, or a matrix speaks of both, or
            a question would no longer take in what it did.
        EditRefused: the lines are written in a way that cannot be changed safely.
    """
    path, kept = item_at(draft, change.keep)
    _, gone = item_at(draft, change.gone)
    keep, other = (_as_read(draft, address) for address in (change.keep, change.gone))
    _refuse_apart(keep, other, path)
    made = merged(keep, other)
    _refuse_both_spoken_of(draft, keep, other)
    _refuse_left_out(draft, other, made)
    here = ("items", kept)
    draft.put(path, ("items", gone), None)
    given = {name: getattr(made, name) for name in _FIELDS if getattr(made, name) != getattr(keep, name)}
    fields_put(draft, path, here, given)
    if made.origins != keep.origins:
        draft.put(path, (*here, "origin"), made.origins[0] if len(made.origins) == 1 else made.origins)
    for tag, values in made.tags.items():
        if values != keep.tags.get(tag):
            draft.put(path, (*here, "tags", tag), values)
    _name_once(draft, keep.address, other.address)


def _as_read(draft: Draft, address: str) -> Item:
    """An item of the files; one that the same step adds is not there yet."""
    if address not in draft.fresh.items:
        raise Refusing(f"'{address}' is not in the files yet", "merge it once it is written", draft.path)
    return draft.fresh.items[address]


def _refuse_apart(keep: Item, gone: Item, path: str) -> None:
    if keep.address == gone.address:
        raise Refusing("an item cannot be merged with itself", "name the other one", path)
    if keep.source != gone.source:
        sentence = f"'{keep.address}' and '{gone.address}' stand in different sources, and each says what its own does"
        raise Refusing(sentence, "say that one retells the other, or name the same origin for both", path)
    if keep.marking != gone.marking:
        sentence = f"'{keep.id}' and '{gone.id}' are marked differently"
        raise Refusing(sentence, "give both the marking that shall hold", path)


def speaking_of_both(workspace: folder.Workspace, keep: str, gone: str) -> tuple[str, ...]:
    """The matrix files that say something of both items: merged, what they say of one would no longer count.

    An entry with nothing in its braces says nothing; but that of the kept one would hide the other's.
    """

    def speaks(data: object) -> bool:
        said: dict[str, bool] = {}
        for section in _sections(data):
            named = [(workspace.names.address(address), bool(value)) for address, value in section.items()]
            if (gone, True) in named and any(address == keep for address, _ in named):
                return True
            for address, something in named:
                said[address] = said.get(address, False) or something
        return said.get(keep, False) and said.get(gone, False)

    return tuple(path for path, (kind, text) in workspace.texts.items() if kind == "matrix" and speaks(text.root))


def _sections(data: object) -> Iterator[Mapping[str, object]]:
    """The parts of a matrix that are kept by address."""
    held = data if isinstance(data, Mapping) else {}
    again = held.get("deceptive")
    parts = [held.get(name) for name in ("rows", "notes", "grades")]
    parts += again.values() if isinstance(again, Mapping) else ()
    return (part for part in parts if isinstance(part, Mapping))


def _refuse_both_spoken_of(draft: Draft, keep: Item, gone: Item) -> None:
    paths = speaking_of_both(draft.fresh, keep.address, gone.address)
    if paths:
        more = f" and {len(paths) - MOST_NAMED} more" if len(paths) > MOST_NAMED else ""
        sentence = (
            f"both are rated or spoken of in {', '.join(paths[:MOST_NAMED])}{more}: merged, one of the two rows would "
            "no longer count"
        )
        remedy = (
            "park one of the rows with the reason that it says the same, or clear one, its notes too, and then merge"
        )
        raise Refusing(sentence, remedy, f"evidence/{keep.source}.yaml")


def _refuse_left_out(draft: Draft, gone: Item, made: Item) -> None:
    """Refuse where a question takes in the item that goes, and would not take in the one that stays."""
    for question in draft.fresh.questions.values():
        taken = [any(folder.selects(chosen, item) for chosen in question.evidence) for item in (gone, made)]
        if taken == [True, False]:
            sentence = f"the question '{question.id}' takes in '{gone.address}', and would not take in '{made.address}'"
            raise Refusing(sentence, "change `evidence` in its file first, or keep the other item", question.path)


def _name_once(draft: Draft, keep: str, gone: str) -> None:
    """Where another item rests on both, let it rest on the one that stays."""
    for item in draft.fresh.items.values():
        if {keep, gone} <= {*item.rests_on} and item.address not in {keep, gone}:
            path, id_ = item_at(draft, item.address)
            kept = tuple(one for one in item.rests_on if one != gone)
            draft.put(path, ("items", id_, "rests_on"), kept)
