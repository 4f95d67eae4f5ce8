"""Parts of a document that are made when they are looked at: a comment has room for the first of thousands only."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar, overload

Given = TypeVar("Given")
Made = TypeVar("Made")


class Later(Sequence[Made]):
    """What is made of each of some things, in their order; each is made when it is first looked at.

    Args:
        given: the things.
        make: what makes something of one of them, and always the same.
    """

    __slots__ = ("_given", "_made", "_make")

    def __init__(self, given: Sequence[Given], make: Callable[[Given], Made]) -> None:
        self._given = given
        self._make: Callable[[Any], Made] = make
        self._made: dict[int, Made] = {}

    def __len__(self) -> int:
        return len(self._given)

    @overload
    def __getitem__(self, at: int) -> Made: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[Made]: ...

    def __getitem__(self, at: int | slice) -> Made | Sequence[Made]:
        if isinstance(at, slice):
            return Later(self._given[at], self._make)
        if at not in self._made:
            self._made[at] = self._make(self._given[at])
        return self._made[at]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))
