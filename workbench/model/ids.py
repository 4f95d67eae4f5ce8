"""Ids: small letters and digits in words joined by hyphens, and one made from a text for want of a better."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from itertools import count

ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
"""What an id looks like, whole."""

ID_LENGTH = 60
"""Characters of an id at most: it names files as well."""

NEVER_AN_ID = frozenset(["y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf", "wording", "other"])
"""Words that YAML reads as something else, or that have a place of their own in a file."""

_WORDS, _LETTERS = 4, 32
"""Words and characters of an id that is made from a text, at most."""

_SMALL = frozenset(
    [
        "a",
        "an",
        "and",
        "are",
        "as",
        "at",
        "be",
        "been",
        "but",
        "by",
        "for",
        "from",
        "had",
        "has",
        "have",
        "he",
        "in",
        "into",
        "is",
        "it",
        "its",
        "of",
        "on",
        "or",
        "she",
        "that",
        "the",
        "their",
        "there",
        "they",
        "this",
        "to",
        "was",
        "were",
        "which",
        "who",
        "will",
        "with",
        "would",
    ]
)
"""Words that tell nothing by themselves."""


def is_id(name: str) -> bool:
    """Whether a name may be the id of a question, source, item, hypothesis, origin or analyst."""
    return len(name) <= ID_LENGTH and bool(ID.fullmatch(name)) and name not in NEVER_AN_ID


def proposed(text: str, taken: Collection[str] = (), otherwise: str = "item") -> str:
    """An id that is not taken, made of the first telling words of a text.

    Where the text has no letter that an id may have, of the word `otherwise`.
    """
    letters = unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", re.sub(r"['\u2019]", "", letters))
    telling = [word for word in words if word not in _SMALL] or words
    made = ""
    for word in telling[:_WORDS]:
        longer = f"{made}-{word}" if made else word.lstrip("0123456789")[:_LETTERS]
        if len(longer) > _LETTERS:
            break
        made = longer
    made = made or otherwise
    return next(named for n in count(1) if is_id(named := made if n == 1 else f"{made}-{n}") and named not in taken)
