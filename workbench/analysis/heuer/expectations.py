"""Expectations: what a hypothesis would have us see, or not see, and no item seems to speak to.

An item speaks to an expectation where the two share at least two words (see `likeness`) and the item is
not rated N or NA for the hypothesis. One word is enough where its rating says that what should be seen is
there (CC, for `expect`) or what should not (I or II, for `expect_not`), or where the expectation has only
one. A gap that shares two has taken it up. Since only words are compared, this finds places to look at:
an item may say the same in other words, or something else in the same ones.

Source: Heuer (1999) ch. 8, step 2, asks of each hypothesis what one should see and not see, and whether
its absence is evidence. The rule is this workbench's own.
"""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import NamedTuple

from workbench.analysis.heuer.likeness import words
from workbench.analysis.heuer.work import Work
from workbench.model import CONTRADICTING, Case, Rating

SHARED = 2
"""How many words have to be shared where the rating does not say the same."""

_SILENT = frozenset({Rating.N, Rating.NA})

_SAYS_SO = {True: frozenset({Rating.CC}), False: CONTRADICTING}
"""The ratings of what is there as expected, and of what is there though it should not be."""

Shares = tuple[tuple[int, bool], ...]
"""The places of texts that share a word with an expectation, and whether they share enough."""


class Expectation(NamedTuple):
    """What should be seen if a hypothesis is true, or should not."""

    hypothesis: str
    text: str
    expected: bool
    """Whether it is from `expect`, and not from `expect_not`."""


def expectations(case: Case) -> tuple[Expectation, ...]:
    """All that the active hypotheses name, in the order of the file."""
    return tuple(
        Expectation(h.id, text, expected)
        for h in case.hypotheses
        for texts, expected in ((h.expect, True), (h.expect_not, False))
        for text in texts
    )


def unspoken(work: Work) -> tuple[Expectation, ...]:
    """Those that no unparked item seems to speak to, and no gap has taken up."""
    named = expectations(work.case)
    texts = tuple(item.text for item, _ in work.rows)
    gaps = tuple(f"{gap.statement} {gap.matters}" for gap in work.case.question.gaps.values())
    sought = tuple(expectation.text for expectation in named)
    return tuple(
        expectation
        for expectation, rows, taken_up in zip(named, _shares(texts, sought), _shares(gaps, sought), strict=True)
        if not any(enough for _, enough in taken_up) and not any(_speaks(work, expectation, *row) for row in rows)
    )


def _speaks(work: Work, expectation: Expectation, place: int, enough: bool) -> bool:
    rating = work.rows[place][1].ratings.get(expectation.hypothesis)
    return rating in _SAYS_SO[expectation.expected] or (enough and rating not in _SILENT)


@lru_cache(maxsize=16)  # the texts stay the same while a matrix is rated
def _shares(texts: tuple[str, ...], expectations: tuple[str, ...]) -> tuple[Shares, ...]:
    """What each expectation shares with which texts; with all of them, enough, where it has no words to go by."""
    sought = [words(expectation) for expectation in expectations]
    having: dict[str, list[int]] = {}
    for number, some in enumerate(sought):
        for word in some:
            having.setdefault(word, []).append(number)
    known = frozenset(having)
    found: list[list[tuple[int, bool]]] = [[] for _ in sought]
    for place, text in enumerate(texts):
        if common := words(text) & known:
            for number, times in Counter(n for word in common for n in having[word]).items():
                found[number].append((place, times >= min(SHARED, len(sought[number]))))
    everywhere = tuple((place, True) for place in range(len(texts)))
    return tuple(tuple(places) if some else everywhere for some, places in zip(sought, found, strict=True))
