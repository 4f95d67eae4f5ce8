"""Estimative language: the words that two standards give to a likelihood in per cent.

icd-203, US Intelligence Community Directive 203 (2 January 2015; amended 21 December 2022), D.6.e.(2):

    almost no chance, remote                1 to 5 %      its bands touch: a number on a border is given
    very unlikely, highly improbable        5 to 20 %     the upper term (our rule, the directive has none)
    unlikely, improbable                    20 to 45 %
    roughly even chance, roughly even odds  45 to 55 %    terms of the two rows should not be mixed in one
    likely, probable                        55 to 80 %    product
    very likely, highly probable            80 to 95 %
    almost certain, nearly certain          95 to 99 %    below 1 and above 99 there is no term

phia, probability yardstick of the UK Professional Head of Intelligence Assessment (gov.uk, 24 March 2025):

    remote chance                           above 0 to 5 %
    highly unlikely                         10 to 20 %    its gaps are meant, "to avoid a false impression of
    unlikely                                25 to 35 %    accuracy": a number in one of them has no word, and
    realistic possibility                   40 to below 50 %     none is made up for it
    likely, probable                        55 to 75 %
    highly likely                           80 to 90 %
    almost certain                          95 to below 100 %

The borders of the yardstick are "about" so much; here they are taken as they stand. A word without its
number is read very differently by different people, so both are always shown. Confidence is another
thing, and never stands in one sentence with either. Both tables were read as quoted by others.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple


class Term(NamedTuple):
    """A word for a band of likelihoods, in per cent."""

    word: str
    also: str
    """The standard's other word for the same band; empty where it has none."""
    low: float
    high: float
    above: bool = False
    """Whether `low` itself lies outside the band."""
    below: bool = False
    """Whether `high` itself lies outside the band."""

    def covers(self, share: float) -> bool:
        """Whether the band holds a likelihood."""
        return (self.low < share if self.above else self.low <= share) and (
            share < self.high if self.below else share <= self.high
        )


class Yardstick(NamedTuple):
    """A standard's words, least likely first."""

    name: str
    title: str
    terms: tuple[Term, ...]

    def term(self, share: float) -> Term | None:
        """The term of a likelihood in per cent; none where the standard has none for it."""
        return next((term for term in self.terms if term.covers(share)), None)

    def word(self, share: float) -> str:
        """The word of a likelihood in per cent; empty where the standard has none for it."""
        found = self.term(share)
        return found.word if found else ""


ICD_203 = Yardstick(
    "icd-203",
    "ICD 203",
    (
        Term("almost no chance", "remote", 1, 5, below=True),
        Term("very unlikely", "highly improbable", 5, 20, below=True),
        Term("unlikely", "improbable", 20, 45, below=True),
        Term("roughly even chance", "roughly even odds", 45, 55, below=True),
        Term("likely", "probable", 55, 80, below=True),
        Term("very likely", "highly probable", 80, 95, below=True),
        Term("almost certain", "nearly certain", 95, 99),
    ),
)
"""The expressions of likelihood of ICD 203."""

PHIA = Yardstick(
    "phia",
    "PHIA probability yardstick",
    (
        Term("remote chance", "", 0, 5, above=True),
        Term("highly unlikely", "", 10, 20),
        Term("unlikely", "", 25, 35),
        Term("realistic possibility", "", 40, 50, below=True),
        Term("likely", "probable", 55, 75),
        Term("highly likely", "", 80, 90),
        Term("almost certain", "", 95, 100, below=True),
    ),
)
"""The UK yardstick, with its gaps."""

YARDSTICKS: Mapping[str, Yardstick] = MappingProxyType({yardstick.name: yardstick for yardstick in (ICD_203, PHIA)})
"""By name."""
