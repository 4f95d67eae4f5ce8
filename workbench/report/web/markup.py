"""Markup: HTML that was put together from escaped texts, kept apart from plain text by its type."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import NewType

from workbench.report import visible

Markup = NewType("Markup", str)
"""What may stand in a page as it is. Plain text becomes it in `words` and in `element`, and nowhere else."""

NOTHING = Markup("")

_VOID = frozenset({"meta", "input", "br"})


def words(text: str) -> Markup:
    """A text as the content of an element; one that runs from right to left is fenced off from what is around it."""
    said = plain(text)
    return Markup(f"<bdi>{said}</bdi>") if visible.right_to_left(text) else said


def plain(text: str) -> Markup:
    """A text as nothing but characters, for places in which no element may stand: a title, an attribute."""
    return Markup(escape(visible.line(text)))


def element(name: str, /, *inside: Markup, **attributes: str | bool) -> Markup:
    """An element with what stands in it.

    Args:
        name: of the element, one of our own words.
        inside: its contents, one after another.
        attributes: by name, `_` for `-` and one at the end left off (`class_`); those that are empty or False are left
            out, those that are True have no value.
    """
    said = "".join(_attribute(key, value) for key, value in attributes.items() if value not in {"", False})
    closing = "" if name in _VOID else f"</{name}>"
    return Markup(f"<{name}{said}>{''.join(inside)}{closing}")


def _attribute(key: str, value: str | bool) -> str:
    name = key.rstrip("_").replace("_", "-")
    return f" {name}" if value is True else f' {name}="{plain(str(value))}"'


def joined(parts: Iterable[Markup], between: str = "\n") -> Markup:
    """Several pieces, one below another."""
    return Markup(between.join(part for part in parts if part))
