"""What can be done about two items that may say the same: made one, told apart, or counted once.

Two items of one source are one claim noted twice, and are merged. Two sources that say the same stay two entries: each
says what its document says. Then one retells the other, or both have it from the same origin, and in the adjusted
totals that is one voice. Either can be parked instead, which is the way where both are rated. That they only sound
alike is kept in no file.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from workbench.analysis.heuer.duplicates import Duplicate
from workbench.model import OWN_KINDS, Case, Edit, Item, Park
from workbench.model.authoring import Authored, MergeItems, SetItem


class Means(StrEnum):
    """How a pair is settled."""

    MERGE = "merge"
    RETELLS = "retells"
    ORIGIN = "origin"
    PARK = "park"
    APART = "apart"


class Way(NamedTuple):
    """One way to settle a pair: what stays as it is, what is changed, and the change, if it takes one.

    `change` is written in the files of evidence; `edit` is one of the analyst's own matrix.
    """

    means: Means
    stays: str
    changed: str
    label: str
    note: str
    change: Authored | None = None
    edit: Edit | None = None


def ways(case: Case, pair: Duplicate) -> tuple[Way, ...]:
    """Every way to settle a pair, the likeliest first."""
    one, other = case.items[pair.one], case.items[pair.other]
    if one.source == other.source:
        settled = [_merge(one, other), _merge(other, one)]
    else:
        first, second = (other, one) if _said(case, other) < _said(case, one) else (one, other)
        settled = [_retells(first, second), _retells(second, first)] if _is_told(one) and _is_told(other) else []
        settled += [_same_origin(a, b) for a, b in ((first, second), (second, first)) if _lacks_origin_of(a, b)]
    return (*settled, _park(one, other), _park(other, one), _apart(one, other))


def _said(case: Case, item: Item) -> str:
    """When it was said, as far as it is known; what is unknown comes last."""
    source = case.sources.get(item.source)
    said = item.reported or (source.published if source else "")
    return said if said[:1].isdecimal() else "9999"


def _is_told(item: Item) -> bool:
    """Whether somebody tells it: our own thinking retells nothing."""
    return item.kind not in OWN_KINDS


def _lacks_origin_of(one: Item, other: Item) -> bool:
    return bool(one.origins) and one.origins != other.origins and _is_told(other)


def _merge(keep: Item, gone: Item) -> Way:
    label, note = f"Merge, and keep {keep.id}", f"{gone.id} becomes an old id of it"
    return Way(Means.MERGE, keep.address, gone.address, label, note, MergeItems(keep.address, gone.address))


def _retells(first: Item, second: Item) -> Way:
    change = SetItem(second.address, {"retells": first.address})
    label, note = f"{second.source} retells {first.source}", "counts once in the adjusted totals"
    return Way(Means.RETELLS, first.address, second.address, label, note, change)


def _same_origin(one: Item, other: Item) -> Way:
    change = SetItem(other.address, {"origin": one.origins})
    label = f"{other.source} has it from {', '.join(one.origins)} too"
    return Way(Means.ORIGIN, one.address, other.address, label, "one origin is one voice", change)


def _park(stays: Item, parked: Item) -> Way:
    edit = Park(parked.address, f"Says the same as {stays.address}.")
    label, note = f"Park {_short(parked, stays)}", "in my matrix; its ratings stay in the file"
    return Way(Means.PARK, stays.address, parked.address, label, note, edit=edit)


def _short(item: Item, other: Item) -> str:
    return item.id if item.source == other.source else item.address


def _apart(one: Item, other: Item) -> Way:
    label, note = "They are not the same", "not asked again until the program is left"
    return Way(Means.APART, one.address, other.address, label, note)
