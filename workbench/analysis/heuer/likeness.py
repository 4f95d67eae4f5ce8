"""Likeness: what two texts have in common, by their words alone.

A text is the set of the beginnings of its words, five letters each, so that `guard` and `guards` are
one; common function words of English and words of one or two letters are left out. In scripts that
put no blank between words every two characters that follow one another are a word. It is a rough
measure, meant to point at places: it knows no synonyms, and nothing of what a text says.

    likeness(a, b) = Σ weight of what both have / Σ weight of what either has
    weight(word)   = ln((n + 1) / (m + 1/2)),  m of the n texts have it; n is taken as 100 where there are fewer,
                     for among a few texts any word that two of them share would seem a common one

Source: the weighted Jaccard index with inverse document frequencies, as is usual in text retrieval.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Mapping

LETTERS = 5
"""How many letters of a word count."""

FEWEST = 100
"""As if there were at least so many texts."""

Words = frozenset[str]

_BEGINNING = re.compile(rf"(\w{{3,{LETTERS}}})\w*")

_WITHOUT_BLANKS = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff]+")

_FUNCTION = frozenset(
    word[:LETTERS]
    for word in """
    about after all also and another any are because been before being between both but can could did does down during
    each every few for from had has have her here him his how into its just less like many may might more most much
    must neither nor not off one only other others our out over own same she should since some such than that the
    their them then there these they this those through too under until upon use used very was were what when where
    which while who whom whose why will with within without would you your
    """.split()  # noqa: SIM905 - reads better than a column of words
)


def words(text: str) -> Words:
    """What of a text is compared."""
    if text.isascii():
        return frozenset(_BEGINNING.findall(text.lower())) - _FUNCTION
    folded = unicodedata.normalize("NFC", text).casefold()
    pairs = [run[i : i + 2] for run in _WITHOUT_BLANKS.findall(folded) for i in range(max(1, len(run) - 1))]
    return frozenset((*_BEGINNING.findall(_WITHOUT_BLANKS.sub(" ", folded)), *pairs)) - _FUNCTION


def weights(texts: Collection[Words]) -> dict[str, float]:
    """How much each word tells, from how many of these texts have it; what nearly all have tells next to nothing."""
    having = Counter(word for text in texts for word in text)
    number = max(FEWEST, len(texts))
    return {word: math.log((number + 1) / (m + 0.5)) for word, m in having.items()}


def likeness(one: Words, other: Words, weights: Mapping[str, float]) -> float:
    """From 0, nothing in common, to 1, the same words; 0 where neither has any."""
    either = math.fsum(weights[word] for word in one | other)
    return math.fsum(weights[word] for word in one & other) / either if either else 0.0
