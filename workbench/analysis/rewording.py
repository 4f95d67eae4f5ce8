"""Rewording: which words of a text went, came and stayed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from enum import StrEnum
from typing import NamedTuple

MOST_WORDS = 400
"""Longer texts are compared from both ends only: the search for what stayed is quadratic."""

_WORD = re.compile(r"\S+")


class Stretch(StrEnum):
    """What became of some words."""

    KEPT = "kept"
    GONE = "gone"
    NEW = "new"


class Words(NamedTuple):
    """Some words in a row, one blank between each, that share one fate."""

    stretch: Stretch
    text: str


def reworded(was: str, now: str) -> tuple[Words, ...]:
    """The words of both texts in order; those that went stand before those that came in their place.

    White space is not compared. Words are what stands between blanks, so that a changed comma changes its word.
    """
    old, new = _WORD.findall(was), _WORD.findall(now)
    return tuple(_stretches(old, new))


def _stretches(old: list[str], new: list[str]) -> Iterator[Words]:
    start = _alike(old, new)
    end = _alike(old[start:][::-1], new[start:][::-1])
    middle_old, middle_new = old[start : len(old) - end], new[start : len(new) - end]
    yield from _words(Stretch.KEPT, old[:start])
    if max(len(middle_old), len(middle_new)) > MOST_WORDS:
        yield from (*_words(Stretch.GONE, middle_old), *_words(Stretch.NEW, middle_new))
    else:
        for tag, a, b, c, d in SequenceMatcher(None, middle_old, middle_new, autojunk=False).get_opcodes():
            if tag == "equal":
                yield from _words(Stretch.KEPT, middle_old[a:b])
            else:
                yield from (*_words(Stretch.GONE, middle_old[a:b]), *_words(Stretch.NEW, middle_new[c:d]))
    yield from _words(Stretch.KEPT, old[len(old) - end :])


def _alike(one: list[str], other: list[str]) -> int:
    """How many words both begin with."""
    pairs = zip(one, other, strict=False)
    return next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _words(stretch: Stretch, words: list[str]) -> Iterator[Words]:
    if words:
        yield Words(stretch, " ".join(words))
