"""Evidence: sources, the origins behind them, and items."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from workbench.model.words import Kind


@dataclass(frozen=True, slots=True)
class Source:
    """A document. `reliability` is an Admiralty letter A to F, or empty where none is given."""

    id: str
    title: str
    path: str = field(default="", compare=False)
    kind: str = "document"
    author: str = ""
    publisher: str = ""
    published: str = ""
    accessed: str = ""
    url: str = ""
    archive: str = ""
    sha256: str = ""
    reliability: str = ""
    because: str = ""
    marking: str = ""
    formerly: tuple[str, ...] = ()

    @property
    def own(self) -> bool:
        """Whether this is our own analysis rather than somebody's document."""
        return self.kind == "own-analysis"


class Origin(NamedTuple):
    """The person or record a source got something from. Without a grade it counts as F."""

    id: str
    who: str = ""
    access: str = ""
    reliability: str = ""
    because: str = ""
    maybe_same: tuple[str, ...] = ()
    formerly: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """One claim of one source, in the analyst's words. `address` is `<source>/<item>`."""

    address: str
    text: str
    kind: Kind = Kind.REPORT
    path: str = field(default="", compare=False)
    origins: tuple[str, ...] = ()
    credibility: str = ""
    because: str = ""
    when: str = ""
    reported: str = ""
    at: str = ""
    quote: str = ""
    tags: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    retells: str = ""
    changed: str = ""
    rests_on: tuple[str, ...] = ()
    looked_in: str = ""
    would_show: str = ""
    marking: str = ""
    standing: str = ""
    if_wrong: str = ""
    formerly: tuple[str, ...] = ()

    @property
    def source(self) -> str:
        """The id of the source this item stands in."""
        return self.address.partition("/")[0]

    @property
    def id(self) -> str:
        """The item's own id, without its source."""
        return self.address.partition("/")[2]


def retold_elsewhere(items: Mapping[str, Item], pool: Mapping[str, Item]) -> dict[str, Item]:
    """What these items retell, directly or through others, that is in the pool and not among them; by address."""
    found: dict[str, Item] = {}
    for item in items.values():
        told = item.retells
        while told in pool and told not in items and told not in found:
            found[told] = pool[told]
            told = pool[told].retells
    return found
