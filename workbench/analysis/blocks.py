"""Blocks: what a row does to the comparison of the hypotheses, from its rated cells alone.

    decides              its cells do not all have the same points: it moves one score past another
    supports             none of its cells has points, and they differ in support: CC, C, or neither
    separates nothing    everything else: all its cells have the same points, or nothing is rated

I is 1 point and II 2, the rest 0; N and NA both support nothing. Weights play no part: a row's
weight is the same in all its cells. An unrated cell is not a difference, so every unparked row is
in exactly one block, and in the last until two cells of it differ.

Source: Heuer (1999) ch. 8, step 3: an item consistent with all hypotheses, or inconsistent with
all, has no diagnostic value, however alarming. Sums of inconsistency points (Burton's diagnosticity)
would put the latter first. It ignores how much a row decides: see `arrangement`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from enum import StrEnum
from types import MappingProxyType

from workbench.analysis.methods import STEPS
from workbench.model import CONTRADICTING, Rating


class Block(StrEnum):
    """The three blocks of rows, in the order they are shown; the value is the heading."""

    DECIDES = "decides"
    SUPPORTS = "supports but never scores"
    SEPARATES_NOTHING = "separates nothing"


SUPPORT: Mapping[Rating, int] = MappingProxyType(dict.fromkeys(Rating, 0) | {Rating.C: 1, Rating.CC: 2})
"""How far a rating supports a hypothesis; never counted, only told apart."""


def block(ratings: Iterable[Rating]) -> Block:
    """The block of a row, from the ratings it gives to active hypotheses, in any order."""
    different = set(ratings)
    steps = {STEPS[rating] for rating in different}
    if len(steps) > 1:
        return Block.DECIDES
    if steps == {0} and len({SUPPORT[rating] for rating in different}) > 1:
        return Block.SUPPORTS
    return Block.SEPARATES_NOTHING


def against_all(ratings: Mapping[str, Rating], hypotheses: Collection[str]) -> bool:
    """Whether a row is inconsistent with every hypothesis: all are rated I or II, none is left open.

    Such a row asks whether a hypothesis is missing. It decides where I stands beside II.
    """
    return bool(hypotheses) and all(ratings.get(hypothesis) in CONTRADICTING for hypothesis in hypotheses)
