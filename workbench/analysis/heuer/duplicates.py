"""Duplicates: pairs of items that may be one claim noted twice; looked for on request.

    similar wording        likeness of at least 0.35
    same origin and date   likeness of at least 0.20, an origin in common and the same `when`

(see `likeness`). Only pairs that share two words which few items have are compared, and items with the
very same words; that keeps it close to linear. Left out are pairs of which one retells or rests on the
other, directly or through others, or both retell the same, and pairs with a parked item: these are known.

Source: the thresholds are this workbench's own, tried on the shipped case. It compares words and not
what they say, so that it misses a claim told in other words, and finds two claims told in the same.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import combinations, pairwise
from typing import NamedTuple

from workbench.analysis.dating import period
from workbench.analysis.dependence import first_tellers
from workbench.analysis.heuer.likeness import Words, likeness, weights, words
from workbench.model import Case, Item

ALIKE = 0.35
"""The likeness from which any two items are suggested."""

ALIKE_WITH_ORIGIN_AND_DATE = 0.2
"""The likeness from which two of the same origin and date are."""

FEW = 20
"""A word that more items have finds no pairs."""

SHARED = 2
"""How many words that few items have two items must share to be compared."""


class Duplicate(NamedTuple):
    """Two items that may say the same; `one` stands before `other` in the files."""

    one: str
    other: str
    likeness: float
    """Of their wording, 0 to 1."""
    same_origin: bool
    same_date: bool


def duplicates(case: Case) -> tuple[Duplicate, ...]:
    """All that are suggested, the likest first."""
    items = [item for item, _ in case.rows]
    texts = [words(item.text) for item in items]
    weight = weights(texts)
    known = _Known(case)
    found = []
    for one, other in _candidates(texts):
        pair = _compared(items[one], items[other], likeness(texts[one], texts[other], weight))
        needed = ALIKE_WITH_ORIGIN_AND_DATE if pair.same_origin and pair.same_date else ALIKE
        if pair.likeness >= needed and not known.both(items[one], items[other]):
            found.append(pair)
    return tuple(sorted(found, key=lambda pair: -pair.likeness))


def _compared(one: Item, other: Item, alike: float) -> Duplicate:
    same_date = one.when == other.when and period(one.when) is not None
    return Duplicate(one.address, other.address, alike, not {*one.origins}.isdisjoint(other.origins), same_date)


def _candidates(texts: Sequence[Words]) -> list[tuple[int, int]]:
    """The pairs worth comparing, as places, in order."""
    having: dict[str, list[int]] = defaultdict(list)
    same: dict[Words, list[int]] = defaultdict(list)
    for place, text in enumerate(texts):
        same[text].append(place)
        for word in text:
            having[word].append(place)
    width = len(texts)  # a pair goes by one number: many are counted
    few = (places for places in having.values() if len(places) <= FEW)
    shared = Counter([one * width + other for places in few for one, other in combinations(places, 2)])
    near = {divmod(pair, width) for pair, number in shared.items() if number >= SHARED}
    return sorted(near.union(*(pairwise(places) for text, places in same.items() if text)))


class _Known:
    """Which items are known to tell or use the same."""

    def __init__(self, case: Case) -> None:
        self.first, _ = first_tellers({**case.items, **case.unscored})

    def both(self, one: Item, other: Item) -> bool:
        """Whether the two tell the same by way of `retells`, or one rests on the other."""
        return (
            self.first.get(one.address, one.address) == self.first.get(other.address, other.address)
            or one.address in other.rests_on
            or other.address in one.rests_on
        )
