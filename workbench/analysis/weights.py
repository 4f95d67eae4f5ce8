"""Weights: how much a row counts, from its Admiralty grade and its relevance.

    reliability  = the weaker of the source's letter and its origin's      A B high, C medium, D E low
    credibility  = the item's digit, or the analyst's own for it           1 2 high, 3 medium, 4 5 low
    credibility weight = the weaker of reliability and credibility
    weight       = √2^k,  k = credibility weight + relevance,  each low -1, medium 0, high +1

Source: the weights 1/√2, 1 and √2 for credibility and relevance are those of PARC ACH 2.0 (Good,
Shrager, Stefik, Pirolli, Card and Heuer, "ACH1.1", PARC). That the weaker of the two Admiralty
axes (STANAG 2511, FM 2-22.3 App. B) decides is this workbench's rule.

F, 6 and a grade that is missing say "cannot be judged", which is not "bad": they count as medium
and are marked. Our own assumptions and arguments have no grade: medium, and nothing to mark.
Ignored: that graders tend to give both axes alike, and how far they differ among themselves.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from workbench.model import OWN_KINDS, Case, Item, Level
from workbench.model.admiralty import UNJUDGED, UNKNOWN, letters, reliability, weakest

RELIABILITY: Mapping[str, Level] = MappingProxyType(
    {
        "A": Level.HIGH,
        "B": Level.HIGH,
        "C": Level.MEDIUM,
        "F": Level.MEDIUM,
        UNKNOWN: Level.MEDIUM,
        "D": Level.LOW,
        "E": Level.LOW,
    }
)
"""What each letter is worth, best first as in `admiralty.LETTERS`; of two worth the same the earlier is the better."""

CREDIBILITY: Mapping[str, Level] = MappingProxyType(
    {
        "1": Level.HIGH,
        "2": Level.HIGH,
        "3": Level.MEDIUM,
        "6": Level.MEDIUM,
        UNKNOWN: Level.MEDIUM,
        "4": Level.LOW,
        "5": Level.LOW,
    }
)

STEP: Mapping[Level, int] = MappingProxyType({Level.LOW: -1, Level.MEDIUM: 0, Level.HIGH: 1})
"""The power of √2 that a level is worth."""


class Grade(NamedTuple):
    """A row's Admiralty grade after the weakest link was found; made by `grade`.

    `level` is the credibility weight, the weaker of both parts. `marked` says that a part cannot be
    judged, so that the level is an assumption.
    """

    reliability: str
    credibility: str
    level: Level
    marked: bool

    def __str__(self) -> str:
        return self.reliability + self.credibility


OWN = Grade("own", "", Level.MEDIUM, marked=False)
"""Stands for the grade of our own assumptions and arguments, which nobody grades."""


class Weight(NamedTuple):
    """How much a row counts: √2 to the power of `exponent`, between 1/2 and 2."""

    credibility: Level
    relevance: Level

    @property
    def exponent(self) -> int:
        """The power of √2, from -2 to 2."""
        return STEP[self.credibility] + STEP[self.relevance]


def grade(case: Case, item: Item) -> Grade:
    """The grade of a row; what the analyst says of the item's credibility goes before its file."""
    if item.kind in OWN_KINDS:
        return OWN
    digit = case.credibility(item)
    return _grade(reliability(case, item), digit if digit in CREDIBILITY else UNKNOWN)


def at_best(case: Case, item: Item) -> Level:
    """The credibility weight of a graded row if all that cannot be judged in its grade were of the best."""
    own, origins = letters(case, item)
    open_to = weakest(_best(own), [_best(letter) for letter in origins])
    digit = case.credibility(item)
    return _grade(open_to, digit if digit in CREDIBILITY and digit not in UNJUDGED else "1").level


def weight(case: Case, item: Item) -> Weight:
    """The weight of a row, from its grade and the relevance in the analyst's note."""
    return Weight(grade(case, item).level, case.matrix.note(item.address).relevance)


@cache
def _grade(letter: str, digit: str) -> Grade:
    level = min(RELIABILITY[letter], CREDIBILITY[digit], key=STEP.__getitem__)
    return Grade(letter, digit, level, marked=letter in UNJUDGED or digit in UNJUDGED)


def _best(letter: str) -> str:
    return "A" if letter in UNJUDGED else letter
