"""A question and its competing hypotheses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from workbench.model.words import NOTHING, Blind, Status


class Scope(NamedTuple):
    """What exactly is asked: who is meant, which period, what the key words mean."""

    who: str = ""
    period: str = ""
    means: str = ""


class Hypothesis(NamedTuple):
    """One of the competing answers to a question."""

    id: str
    short: str
    statement: str
    expect: tuple[str, ...] = ()
    expect_not: tuple[str, ...] = ()
    status: Status = Status.ACTIVE
    because: str = ""
    into: str = ""
    role: str = ""
    formerly: tuple[str, ...] = ()


class Overlap(NamedTuple):
    """Two hypotheses that are not exclusive, or of which one includes the other."""

    between: tuple[str, str]
    because: str = ""


class Gap(NamedTuple):
    """What we do not know and would most like to."""

    id: str
    statement: str
    matters: str = ""


class Indicator(NamedTuple):
    """What to watch for, and how likely it is under each hypothesis (HL L C U HU)."""

    id: str
    statement: str
    by: str = ""
    status: str = "open"
    likely: Mapping[str, str] = NOTHING


class Selector(NamedTuple):
    """Which items belong to a question: all conditions given must hold. `*` is any run of text."""

    address: str = ""
    tag: str = ""
    period: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """A question and its hypotheses, in the order of the file. `path` is relative to the workspace."""

    id: str
    text: str
    path: str = field(default="", compare=False)
    scope: Scope = field(default_factory=Scope)
    background: str = ""
    marking: str = ""
    cutoff: str = ""
    blind: Blind = Blind.ROW
    evidence: tuple[Selector, ...] = ()
    hypotheses: Mapping[str, Hypothesis] = field(default_factory=dict)
    overlap: tuple[Overlap, ...] = ()
    gaps: Mapping[str, Gap] = field(default_factory=dict)
    indicators: Mapping[str, Indicator] = field(default_factory=dict)

    @property
    def active(self) -> tuple[Hypothesis, ...]:
        """The hypotheses that are columns of a matrix, in file order."""
        return tuple(h for h in self.hypotheses.values() if h.status is Status.ACTIVE)
