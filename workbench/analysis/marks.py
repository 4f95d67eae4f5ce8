"""Marks: what a reader of one row should know before leaning on it."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from workbench.analysis.blocks import against_all
from workbench.analysis.contests import contests
from workbench.analysis.dependence import grounds_in_matrix, told_already
from workbench.analysis.methods import DEFAULT
from workbench.analysis.standing import Standing
from workbench.model import CONTRADICTING


class MarkKind(StrEnum):
    """What a mark is about; the value is the word for it."""

    AGAINST_ALL = "inconsistent with every hypothesis"
    RETOLD = "retold"
    GROUNDED = "rests on other rows"
    SAME_ORIGIN = "same origin"
    UNJUDGED = "cannot be judged"
    CONTESTED = "grade contested"
    STALE = "stale"
    UNCONFIRMED = "unconfirmed"


class Mark(NamedTuple):
    """A mark with its sentence; `beside` are the addresses of the rows it speaks of."""

    kind: MarkKind
    text: str
    beside: tuple[str, ...] = ()


def marks(standing: Standing, address: str) -> tuple[Mark, ...]:
    """The marks of one row, gravest first; for rows on show, as the fingerprint takes its time."""
    return (*_doubts(standing, address), *_dependence(standing, address))


def _doubts(standing: Standing, address: str) -> Iterator[Mark]:
    case, setting = standing.case, standing.setting
    if case.stale(address):
        yield Mark(MarkKind.STALE, "stale: rated against another wording")
    if case.unconfirmed(address):
        yield Mark(MarkKind.UNCONFIRMED, "unconfirmed: no record of the wording it was rated against")
    if against_all(setting.ratings(case, address), setting.hypotheses):
        yield Mark(MarkKind.AGAINST_ALL, "inconsistent with every hypothesis: is one missing?")
    if setting.grades[address].marked:
        yield Mark(MarkKind.UNJUDGED, f"graded {setting.grades[address]}: what cannot be judged counts as medium")
    if others := contests(case, case.items[address], colleagues=standing.complete):
        told = "; ".join(contest.sentence for contest in others)
        yield Mark(MarkKind.CONTESTED, f"{setting.grades[address]}, contested: {told}")


def _dependence(standing: Standing, address: str) -> Iterator[Mark]:
    """Why a row adds nothing to the adjusted totals, where it does not."""
    case, voices = standing.case, standing.setting.voices
    if case.parked(address):
        return
    if told := told_already(case, voices, address):
        yield Mark(MarkKind.RETOLD, f"retells {told}: adds nothing beside it", (told,))
    elif grounds := grounds_in_matrix(case, voices, address):
        yield Mark(MarkKind.GROUNDED, f"rests on {', '.join(grounds)}: adds nothing beside {_them(grounds)}", grounds)
    elif heard := _heard_instead(standing, address):
        kind = MarkKind.RETOLD if address in voices.retold else MarkKind.SAME_ORIGIN
        words = "retells the same as" if kind is MarkKind.RETOLD else "same origin as"
        yield Mark(kind, f"{words} {', '.join(heard)}: adds nothing beside {_them(heard)}", heard)


def _heard_instead(standing: Standing, address: str) -> tuple[str, ...]:
    """The rows of its voice that are heard (by the default method) wherever this one contradicts.

    Empty where it has the vote against some hypothesis, and where it contradicts nothing, so that
    it would add nothing by itself either.
    """
    votes = standing.tally.ballots.get(standing.setting.voices.of[address], {}).get(DEFAULT, {})
    ratings = standing.setting.ratings(standing.case, address)
    heard = [votes[h].address for h, rating in ratings.items() if rating in CONTRADICTING and h in votes]
    return () if address in heard else tuple(dict.fromkeys(heard))


def _them(rows: tuple[str, ...]) -> str:
    return "it" if len(rows) == 1 else "them"
