"""How what is new is written: the order of fields, and for each the style in which a careful person writes it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from workbench import yamltext

Keys = tuple[str | int, ...]
"""The way to a place in a file."""

ITEM_FIELDS: Final = (
    "text", "kind", "standing", "if_wrong", "origin", "credibility", "because", "when", "reported", "at", "quote",
    "tags", "retells", "changed", "rests_on", "looked_in", "would_show", "marking", "formerly",
)  # fmt: skip
SOURCE_FIELDS: Final = (
    "kind", "title", "author", "publisher", "published", "accessed", "url", "archive", "sha256", "reliability",
    "because", "marking", "formerly",
)  # fmt: skip
ORIGIN_FIELDS: Final = ("who", "access", "reliability", "because", "maybe_same", "formerly")
HYPOTHESIS_FIELDS: Final = (
    "short", "statement", "expect", "expect_not", "status", "because", "into", "role", "formerly",
)  # fmt: skip
QUESTION_FIELDS: Final = (
    "format", "question", "scope", "background", "marking", "cutoff", "blind", "evidence", "hypotheses", "overlap",
    "gaps", "indicators",
)  # fmt: skip
SCOPE_FIELDS: Final = ("who", "period", "means")
GAP_FIELDS: Final = ("statement", "matters")
INDICATOR_FIELDS: Final = ("statement", "by", "status", "likely")

_FIELDS: Final[Mapping[str, tuple[str, ...]]] = {
    "scope": SCOPE_FIELDS,
    "source": SOURCE_FIELDS,
    "items": ITEM_FIELDS,
    "origins": ORIGIN_FIELDS,
    "hypotheses": HYPOTHESIS_FIELDS,
    "gaps": GAP_FIELDS,
    "indicators": INDICATOR_FIELDS,
}
"""By section: the fields of the section itself, or of each of its entries."""

BY_ID: Final = frozenset({"items", "origins", "hypotheses", "gaps", "indicators"})
"""Sections of entries by id, with an empty line between them; the others hold fields."""

REQUIRED: Final = frozenset({"items", "origins", "hypotheses"})
"""Sections that a file must have, be they empty."""

_FOLDED: Final = frozenset({"question", "background", "text", "statement"})
_DATES: Final = frozenset({"cutoff", "period", "published", "accessed", "when", "reported", "by"})
_NUMBERS: Final = frozenset({"credibility"})
_BRACED: Final = frozenset({"tags", "likely"})
_STEP: Final = 2


def sections(kind: str) -> tuple[str, ...]:
    """The order of the top-level keys in a kind of file."""
    return {"evidence": ("format", "source", "items"), "origins": ("format", "origins")}.get(kind, QUESTION_FIELDS)


def fields(keys: Keys) -> tuple[str, ...] | None:
    """The order of the keys in the mapping at this place; None where they are ids or names without an order."""
    section = str(keys[0])
    if len(keys) == (2 if section in BY_ID else 1):
        return _FIELDS.get(section)
    return None


def styled(keys: Keys, value: Any) -> yamltext.New:
    """A value, as plain data, in the style in which it is to be written at this place.

    Args:
        keys: the way to the place.
        value: a text, or texts in mappings and lists.
    """
    if isinstance(value, Mapping):
        made = {str(key): styled((*keys, key), inner) for key, inner in value.items()}
        return yamltext.Braced(made) if keys[-1] in _BRACED else made
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [styled((*keys, index), inner) for index, inner in enumerate(value)]
    return _text(keys, str(value))


def _text(keys: Keys, text: str) -> yamltext.New:
    name = next(key for key in reversed(keys) if isinstance(key, str))
    if name in _NUMBERS and len(text) == 1 and text.isascii() and text.isdecimal():
        return int(text)
    if name in _DATES:
        return yamltext.Plain(text)
    begins = _STEP * (len(keys) - 1) + (2 if isinstance(keys[-1], int) else len(name) + 2)
    return yamltext.Folded(text) if name in _FOLDED or begins + len(text) > yamltext.WIDTH else text
