"""Edited text is read again and compared with what it must say, before anyone gets to see it."""

from __future__ import annotations

from collections import abc
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from .faults import EditRefused, YamlError
from .reading import Text, read
from .scalars import refuse_controls
from .spans import Cut, cut
from .writing import New

BY_HAND = "make this change in the file itself"
"""The remedy where a text is written in a way that the editor does not dare to touch."""


def proved(text: Text, cuts: list[Cut], expected: object, line: int) -> Text:
    """The text with these replacements, if it then says what is expected.

    Args:
        text: the text as it stands.
        cuts: the replacements.
        expected: the whole of its data afterwards, keys in order.
        line: the line to name if it does not.

    Raises:
        EditRefused: it would not be read, or would say something else.
    """
    edited = cut(text.text, cuts)
    try:
        result = read(text.bom + edited.encode(text.encoding))
    except YamlError as error:
        message = f"the edit would leave text that cannot be read ({error.problem.message})"
        raise EditRefused(line, message, BY_HAND) from None
    if not same(result.root, expected):
        raise EditRefused(line, "the edit would change something else as well", BY_HAND)
    return replace(result, newline=text.newline)


def same(one: object, other: object) -> bool:
    """Whether two values say the same, in the same order."""
    if isinstance(one, dict) and isinstance(other, dict):
        return list(one) == list(other) and all(same(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    return one == other


def changed(value: Any, keys: Sequence[str | int], change: Callable[[Any], object]) -> object:
    """A copy of the data in which the value along these keys is another. What lies beside the way is shared."""
    if not keys:
        return change(value)
    copy: Any = dict(value) if isinstance(value, dict) else list(value)
    copy[keys[0]] = changed(value[keys[0]], keys[1:], change)
    return copy


def with_entry(entries: dict[str, object] | None, key: str, value: object, after: str | None) -> dict[str, object]:
    """A copy of a mapping with one more entry, behind another or first of all (None)."""
    new: dict[str, object] = {key: value} if after is None else {}
    for other, old in (entries or {}).items():
        new[other] = old
        if other == after:
            new[key] = value
    return new


def without_entry(entries: dict[str, object], key: str) -> dict[str, object]:
    """A copy of a mapping without one of its entries."""
    return {other: old for other, old in entries.items() if other != key}


def with_key(entries: dict[str, object], key: str, new: str) -> dict[str, object]:
    """A copy of a mapping in which an entry has another key."""
    return {new if other == key else other: old for other, old in entries.items()}


def refuse_unwritable(line: int, value: New) -> None:
    """Raise EditRefused if a control character stands in any of these texts and keys."""
    if isinstance(value, str):
        try:
            refuse_controls(value)
        except ValueError as error:
            raise EditRefused(line, str(error), "remove the character") from None
    elif isinstance(value, abc.Mapping):
        for key, inner in value.items():
            refuse_unwritable(line, key)
            refuse_unwritable(line, inner)
    elif isinstance(value, abc.Sequence):
        for inner in value:
            refuse_unwritable(line, inner)
