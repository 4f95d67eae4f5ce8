"""The words of the method: ratings, kinds, statuses, levels."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Any

NOTHING: Mapping[str, Any] = MappingProxyType({})
"""The mapping without entries, shared by every value that has none."""


class Rating(StrEnum):
    """How an item of evidence stands to a hypothesis: if it were true, would I expect to see this?

    A cell that nobody has rated has no `Rating` at all: unrated is not neutral, and not NA.
    """

    CC = "CC"
    C = "C"
    N = "N"
    I = "I"  # noqa: E741 - the field's own letter
    II = "II"
    NA = "NA"


RATING_MEANING: Mapping[Rating, str] = MappingProxyType(
    {
        Rating.CC: "strongly expected",
        Rating.C: "expected",
        Rating.N: "as likely as not",
        Rating.I: "surprising",
        Rating.II: "needs a special explanation, which the reason names",
        Rating.NA: "cannot speak to this hypothesis: outside its people, place or period",
    }
)

RATING_QUESTION = "If this hypothesis were true, would I expect to see this?"

BEARING = frozenset({Rating.CC, Rating.C, Rating.I, Rating.II})
"""Ratings that bear on a hypothesis; N and NA do not, and unrated does not."""

CONTRADICTING = frozenset({Rating.I, Rating.II})


class Kind(StrEnum):
    """What sort of evidence an item is."""

    REPORT = "report"
    STATEMENT = "statement"
    DENIAL = "denial"
    ABSENCE = "absence"
    ASSESSMENT = "assessment"
    ASSUMPTION = "assumption"
    ARGUMENT = "argument"


OWN_KINDS = frozenset({Kind.ASSUMPTION, Kind.ARGUMENT})
"""Kinds that are our own thinking; they carry no Admiralty grade."""


class Status(StrEnum):
    """Where a hypothesis stands. Only active ones are columns; the others keep their reason."""

    ACTIVE = "active"
    PARKED = "parked"
    MERGED = "merged"
    REJECTED = "rejected"


class Level(StrEnum):
    """The three steps of a weight, and of a relevance."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"
