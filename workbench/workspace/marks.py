"""The mark of a judgement that two sides had a hand in: none vouches for what nobody saw."""

from __future__ import annotations

from typing import NamedTuple


class Marked(NamedTuple):
    """What a judgement says, in any form that can be compared, and the fingerprint of the matrix it was made on."""

    said: object
    mark: str


def merged_mark(said: object, base: Marked, ours: Marked, theirs: Marked) -> str:
    """The mark of a judgement that says this after a merge; empty where none would be true.

    Whether it fits is told by the merged matrix: one that a side confirmed does not, if the other rated meanwhile.
    Where the judgement is put together of both sides, made on two states of the matrix, it keeps the mark both come
    from.
    """
    if ours.mark == theirs.mark:
        return ours.mark
    for side in (ours, theirs):
        if said == side.said and (ours.said != theirs.said or side.mark != base.mark):
            return side.mark
    return base.mark
