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


class Weighing(StrEnum):
    """What an inconsistency comes to, once it was looked at again."""

    ERROR = "error"
    SPECIAL_CASE = "special-case"
    DECEPTION = "deception"
    FATAL = "fatal"


WEIGHING_MEANING: Mapping[Weighing, str] = MappingProxyType(
    {
        Weighing.ERROR: "the evidence is probably wrong",
        Weighing.SPECIAL_CASE: "there is a special explanation",
        Weighing.DECEPTION: "we are meant to see it",
        Weighing.FATAL: "the hypothesis cannot stand",
    }
)


class Confidence(StrEnum):
    """How much the grounds of a judgement deserve to be relied on (ICD 203); it is no likelihood."""

    LOW = "low"
    MODERATE = "moderate"
    HIGH = "high"


CREDIBILITIES = ("1", "2", "3", "4", "5", "6")
"""The Admiralty grades of credibility, from confirmed to not to be judged."""

OTHER = "other"
"""What stands among hypotheses for an answer that is none of them."""

CHECKLIST: Mapping[str, str] = MappingProxyType(
    {
        "motive": "Has it a reason to deceive us, and which?",
        "opportunity": "Has it a channel through which it could reach us?",
        "means": "Is it able to keep up a deception, at what cost, and at what risk if it is caught?",
        "past": "Has it deceived before, and does this fit the pattern?",
        "manipulable": "How far could whoever would deceive us control what it offers?",
        "evidence": "Does other evidence bear it out or speak against it?",
    }
)
"""The questions of a deception checklist, by the field that answers them.

The first three are MOM (motive, opportunity, means), the others POP (past opposition practices), MOSES (manipulability
of sources) and EVE (evaluation of evidence): Deception Detection in Heuer and Pherson, Structured Analytic Techniques.
"""
