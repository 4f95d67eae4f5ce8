"""Answer: the headline with what it rests on; the first words of every screen and page.

Where the headline names who leads, the sentence on separation follows in the same breath. Where it
does not (no single leader, a little tested one), that sentence is the first remark: it speaks of
the weighted points alone. While cells are unrated there is none, as any of them may change the order.
"""

from __future__ import annotations

from typing import NamedTuple

from workbench.analysis.resting import sentence
from workbench.analysis.separation import Separation, separation
from workbench.analysis.standing import Standing


class Answer(NamedTuple):
    """What is said first, and what the reader of it needs to know besides."""

    headline: str
    remarks: tuple[str, ...]
    separation: Separation | None = None
    """By what the leaders are separated from the others; nothing where it was not asked."""


def answer(standing: Standing, found: Separation | None = None) -> Answer:
    """The answer of a standing; `found` is its separation under the default method, where it is known."""
    found = found or separation(standing)
    rests = sentence(standing, found) if standing.complete else ""
    if standing.settled and rests:
        return Answer(f"{standing.headline} {rests}", standing.remarks, found)
    return Answer(standing.headline, (*filter(None, (rests,)), *standing.remarks), found)


def plain(standing: Standing) -> Answer:
    """The answer without what it rests on."""
    return Answer(standing.headline, standing.remarks)
