"""Folded blocks that change: wrapped as their author wraps, so that a changed word changes few lines."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from .scalars import WIDTH, folded_block


def width_of(lines: Sequence[str]) -> int | None:
    """The column at which lines are wrapped, each as full as it can be; None where they are broken otherwise.

    Args:
        lines: whole lines of a folded block, indentation included.

    Returns:
        The usual width wherever the lines allow for it: a single line tells nothing.
    """
    full = max(map(len, lines), default=0)
    breaks = [
        len(line) + 1 + len(below.split()[0]) for line, below in pairwise(lines) if line.strip() and below.strip()
    ]
    room = min(breaks, default=full + WIDTH + 1) - 1
    return min(max(WIDTH, full), room) if full <= room else None


def folded_like(text: str, lines: Sequence[str], indent: int) -> str | None:
    """A text as a folded block in place of these lines, or None where folding would not give the same text back.

    It is wrapped at their width. Where they are broken at will, those at the beginning and at the end that still say
    the same stay as they are.
    """
    width = width_of(lines)
    if width is None and "\n" not in text.rstrip("\n") and all(line.strip() for line in lines):
        return _between(text, [line.strip() for line in lines], indent)
    return folded_block(text, indent, WIDTH if width is None else width)


def _between(text: str, lines: Sequence[str], indent: int) -> str | None:
    """The block with new lines only between the first and the last ones that can stay."""
    whole = folded_block(text, indent)
    if whole is None:
        return None
    header, _, _ = whole.partition("\n")
    words, head, tail = text.rstrip("\n"), 0, 0
    while head < len(lines) and words.startswith(lines[head] + " "):
        words, head = words[len(lines[head]) + 1 :], head + 1
    while tail < len(lines) - head and words.endswith(" " + lines[-1 - tail]):
        words, tail = words[: -len(lines[-1 - tail]) - 1], tail + 1
    middle = (folded_block(words, indent) or "").split("\n")[1:]
    pad = " " * indent
    kept = [pad + line for line in lines[:head]], [pad + line for line in lines[len(lines) - tail :]]
    return "\n".join([header, *kept[0], *middle, *kept[1]])
