"""Pasted lines that may be there already: suggested beside them, and no reason to refuse them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from workbench.analysis.heuer.duplicates import Duplicate, duplicates
from workbench.model import Case, Item, Matrix, Origin, Question, Source
from workbench.pasting.lines import TakenLine


class Alike(NamedTuple):
    """A line and what it may say again: the address of an item, or an earlier line."""

    line: int
    address: str
    other_line: int
    """Of the same paste; 0 where the other is there already."""
    pair: Duplicate


def alike(
    taken: Iterable[TakenLine],
    items: Mapping[str, Item],
    sources: Mapping[str, Source],
    origins: Mapping[str, Origin],
) -> tuple[Alike, ...]:
    """What is suggested, by line; see `duplicates` for what is compared, and how."""
    new = {one.item.address: one for one in taken}
    pool = {**items, **{address: one.item for address, one in new.items()}}
    case = Case(Question("pasted", ""), pool, sources, origins, Matrix("pasted", ""))
    found = []
    for pair in duplicates(case):
        if pair.other in new:
            there = new.get(pair.one)
            found.append(Alike(new[pair.other].line, pair.one, there.line if there else 0, pair))
    return tuple(sorted(found, key=lambda one: (one.line, -one.pair.likeness)))
