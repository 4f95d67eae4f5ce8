"""Admiralty grades: the letter that a row stands on, and which grades say nothing.

A letter is for the reliability of a source or an origin, a digit for the credibility of an item (STANAG 2511,
FM 2-22.3 App. B). That the weakest link is the letter of a row is this workbench's rule.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from workbench.model.case import Case
from workbench.model.evidence import Item

UNKNOWN: Final = "?"
"""Stands where a grade is missing."""

LETTERS: Final = ("A", "B", "C", "F", UNKNOWN, "D", "E")
"""Every letter, best first: what cannot be judged stands between what is fairly reliable and what is doubtful."""

UNJUDGED: Final = frozenset({"F", "6", UNKNOWN})
"""Grades that say nothing for or against."""


def reliability(case: Case, item: Item) -> str:
    """The letter that a row stands on: the weakest link of its origin and its source.

    Several origins vouch independently of each other, so the best of them is the link. Without an
    origin the source saw it itself. An origin without a grade, or that no file describes, is F.
    """
    return weakest(*letters(case, item))


def letters(case: Case, item: Item) -> tuple[str, Sequence[str]]:
    """The letter of an item's source, and those of its origins."""
    source = case.sources.get(item.source)
    return _letter(source.reliability if source else ""), [_origin(case, origin) for origin in item.origins]


def weakest(own: str, origins: Sequence[str]) -> str:
    """The worse of a source's letter and the best of the origins' letters, where there are any."""
    best = min(origins, key=LETTERS.index, default=own)
    return max(own, best, key=LETTERS.index)


def _letter(text: str) -> str:
    return text if text in LETTERS else UNKNOWN


def _origin(case: Case, origin: str) -> str:
    known = case.origins.get(origin)
    return _letter((known.reliability if known else "") or "F")
