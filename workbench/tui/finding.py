"""Which rows a filter shows, which a search finds, and what there is to filter by."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from workbench.analysis.blocks import Block
from workbench.analysis.narrowing import values
from workbench.analysis.standing import Standing
from workbench.model import Case, Item


class Filter(NamedTuple):
    """What rows to show. `by` is what is looked at, `value` what it must be; no `by` shows all.

    By `rows` it is these addresses, and `value` says what they have in common.
    """

    by: str = ""
    value: str = ""
    rows: frozenset[str] = frozenset()

    @property
    def label(self) -> str:
        """The filter in words; empty where all rows are shown."""
        return self.value if self.by in {"state", "block", "rows"} else f"{self.by} {self.value}".strip()


UNRATED, STALE, PARKED = Filter("state", "unrated"), Filter("state", "stale or unconfirmed"), Filter("state", "parked")


def has(item: Item, sought: str) -> bool:
    """Whether an item's text or address holds the words sought, in whatever case."""
    needle = sought.casefold()
    return needle in item.text.casefold() or needle in item.address.casefold()


def matching(case: Case, wanted: Filter, standing: Standing | None) -> set[str] | None:
    """The addresses a filter shows; `None` for all of them. A block is known only with a standing."""
    if not wanted.by or (wanted.by == "block" and standing is None):
        return None
    return {address for address, item in case.items.items() if _shows(case, wanted, item, standing)}


def _shows(case: Case, wanted: Filter, item: Item, standing: Standing | None) -> bool:
    match wanted.by:
        case "state":
            return _in_state(case, wanted, item)
        case "block":
            return (
                standing is not None and not case.parked(item.address) and block(standing, item.address) == wanted.value
            )
        case "tag":
            name, _, value = wanted.value.partition("=")
            return value in item.tags.get(name, ())
        case "source" | "origin" | "kind":
            return wanted.value in values(item, wanted.by)
        case "rows":
            return item.address in wanted.rows
    return has(item, wanted.value)


def _in_state(case: Case, wanted: Filter, item: Item) -> bool:
    address, parked = item.address, case.parked(item.address)
    if wanted == PARKED:
        return parked
    if wanted == STALE:
        return not parked and (case.stale(address) or case.unconfirmed(address))
    return not parked and any(h.id not in case.matrix.row(address).ratings for h in case.hypotheses)


def block(standing: Standing, address: str) -> str:
    """The name of the block a row stands in."""
    return standing.row(address).block.value


def choices(case: Case, standing: Standing | None) -> list[tuple[Filter, int]]:
    """Every filter that would show something, and how many rows it shows."""
    found = [(state, len(matching(case, state, standing) or ())) for state in (UNRATED, STALE, PARKED)]
    unparked = [i.address for i, _ in case.rows]
    if standing is not None:
        blocks = Counter(block(standing, address) for address in unparked)
        found += [(Filter("block", name), blocks[name]) for name in Block]
    sources = Counter(item.source for item in case.items.values())
    tags = Counter(
        f"{tag}={value}" for item in case.items.values() for tag, values in item.tags.items() for value in values
    )
    found += [(Filter("source", name), count) for name, count in sources.items()]
    found += [(Filter("tag", name), count) for name, count in sorted(tags.items())]
    return [(wanted, count) for wanted, count in found if count]
