"""Narrowing: which part of a case is looked at, and what is left out of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from workbench.model.evidence import Item


class Condition(NamedTuple):
    """What an item must be: `by` is `source`, `origin`, `kind` or `period` (EDTF), else the name of a tag."""

    by: str
    value: str

    def __str__(self) -> str:
        return f"{self.by}={self.value}"


class Narrowing(NamedTuple):
    """What to narrow a case to: all conditions hold, and it was reported by the end of `as_of` (EDTF).

    Without conditions and date everything stays.
    """

    conditions: tuple[Condition, ...] = ()
    as_of: str = ""


class Narrowed(NamedTuple):
    """How a case was narrowed.

    `outside` are the items that belong to the question and were left out: they are in no score, but it
    stays known what they tell and retell. `undated` are those of them, by address, that meet every
    condition but one that asks for a date they do not have. `timeless` is our own thinking without
    a date that stays in a case as of a date.
    """

    to: Narrowing
    outside: Mapping[str, Item]
    undated: tuple[str, ...] = ()
    timeless: tuple[str, ...] = ()
