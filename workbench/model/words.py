"""The words of the method: ratings, kinds, statuses, levels."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
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


def opposed(ratings: Iterable[Rating | None]) -> bool:
    """Whether some of these are consistent (CC, C) and others inconsistent (I, II); N, NA and unrated take no side."""
    return len({rating in CONTRADICTING for rating in ratings if rating in BEARING}) > 1


class Kind(StrEnum):
    """What sort of evidence an item is."""

    REPORT = "report"
    STATEMENT = "statement"
    DENIAL = "denial"
    ABSENCE = "absence"
    ASSESSMENT = "assessment"
    ASSUMPTION = "assumption"
    ARGUMENT = "argument"


KIND_MEANING: Mapping[Kind, str] = MappingProxyType(
    {
        Kind.REPORT: "someone says that it happened",
        Kind.STATEMENT: "an interested party says so on record",
        Kind.DENIAL: "an interested party says that it is not so",
        Kind.ABSENCE: "looked for and not found",
        Kind.ASSESSMENT: "another's conclusion, which names what it rests on",
        Kind.ASSUMPTION: "our own: what we take to be so without having seen it",
        Kind.ARGUMENT: "our own: what follows from what we know",
    }
)

OWN_KINDS = frozenset({Kind.ASSUMPTION, Kind.ARGUMENT})
"""Kinds that are our own thinking; they carry no Admiralty grade."""


class Status(StrEnum):
    """Where a hypothesis stands. Only active ones are columns; the others keep their reason."""

    ACTIVE = "active"
    PARKED = "parked"
    MERGED = "merged"
    REJECTED = "rejected"


class Blind(StrEnum):
    """Until when an analyst sees nothing of what colleagues rated in a row."""

    ROW = "row"
    """Until the analyst has rated that row."""
    MATRIX = "matrix"
    """Until the analyst has rated every row."""


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


CONFIDENCE_MEANING: Mapping[Confidence, str] = MappingProxyType(
    {
        Confidence.LOW: "scant, questionable or contradictory evidence; gaps; much rests on assumptions",
        Confidence.MODERATE: "credible and plausible, but not corroborated enough",
        Confidence.HIGH: "good evidence from several origins, few gaps; it can still be wrong",
    }
)
"""What the grounds of a judgement are like at each level, after Joint Publication 2-0 (2013), in short."""


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

RELIABILITY_MEANING: Mapping[str, str] = MappingProxyType(
    {
        "A": "completely reliable: no doubt that it is genuine, honest and able; right whenever it could be checked",
        "B": "usually reliable: minor doubts; right most of the time",
        "C": "fairly reliable: doubts, but it has been right before",
        "D": "not usually reliable: serious doubts, though it has been right at times",
        "E": "unreliable: not genuine, honest or able; it has been wrong again and again",
        "F": "cannot be judged: there is nothing to go by",
    }
)
"""The Admiralty grades of reliability, as NATO's AJP-2.1 defines them, in short."""

CREDIBILITY_MEANING: Mapping[str, str] = MappingProxyType(
    {
        "1": "confirmed by other, independent sources; logical; agrees with what else is known",
        "2": "probably true: not confirmed; logical; agrees with what else is known",
        "3": "possibly true: not confirmed; reasonably logical; agrees with some of what else is known",
        "4": "doubtful: possible, but not logical, and nothing else is known about it",
        "5": "improbable: not logical, and contradicted by what else is known",
        "6": "cannot be judged: there is nothing to go by",
    }
)
"""The Admiralty grades of credibility, as NATO's AJP-2.1 defines them, in short."""
