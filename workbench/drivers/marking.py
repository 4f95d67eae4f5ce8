"""Conflict markers around entries that two sides changed differently."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from workbench import yamltext
from workbench.drivers.places import Keys

Turned = Callable[[Iterable[Keys]], yamltext.Document]
"""The merged file, in which these entries are as theirs has them."""

MARKER_SIZE = 7
"""How long git's conflict markers are, unless an attribute says otherwise."""


class _Block(NamedTuple):
    """Some lines of the file, by index, and what theirs has in their place."""

    start: int
    end: int
    theirs: Sequence[str]


def marked(ours: yamltext.Document, clashing: Sequence[Keys], turned: Turned, size: int) -> bytes:
    """The file with both states of these entries between markers, each on its own.

    Args:
        ours: the merged file, in which they are as ours has them.
        clashing: the entries.
        turned: makes the file in which some of them are as theirs has them.
        size: the length of a marker.
    """
    lines = ours.text().split("\n")
    groups = [[keys] for keys in clashing]
    while True:
        blocks = [_block(ours, turned(group), group) for group in groups]
        met = _meeting(blocks)
        if met is None:
            break
        groups[met[0]] += groups.pop(met[1])
    end = "\r" if ours.whole().newline == "\r\n" else ""
    for block in sorted(blocks, reverse=True):
        lines[block.start : block.end] = between(lines[block.start : block.end], block.theirs, size, end)
    data = "\n".join(lines).encode()
    return ours.whole().bom + data


def between(ours: Sequence[str], theirs: Sequence[str], size: int, end: str = "") -> list[str]:
    """Two states of some lines between conflict markers."""
    return [f"{'<' * size} ours{end}", *ours, f"{'=' * size}{end}", *theirs, f"{'>' * size} theirs{end}"]


def _block(ours: yamltext.Document, theirs: yamltext.Document, entries: Iterable[Keys]) -> _Block:
    """The lines in which the two differ, with all lines of these entries."""
    one, other = ours.text().split("\n"), theirs.text().split("\n")
    patch = yamltext.patch_between(0, one, other)
    start, end = patch.start, patch.end
    grown = len(other) - len(one)
    if start and end == len(one) and not one[-1] and not other[-1] and not one[start - 1]:
        start, end = start - 1, end - 1  # of two empty lines the one before: the file's last line end is no one's
    for keys in entries:
        for document, shift in ((ours, 0), (theirs, grown)):
            found = yamltext.extent(document.whole(), keys)
            if found is not None:
                start, end = min(start, found[0]), max(end, found[1] - shift)
    end = max(end, start)
    return _Block(start, end, other[start : end + grown])


def _meeting(blocks: Sequence[_Block]) -> tuple[int, int] | None:
    """The first two blocks that share lines or stand at one spot."""
    for index, one in enumerate(blocks):
        for later, other in enumerate(blocks[index + 1 :], index + 1):
            if max(one.start, other.start) < min(one.end, other.end) or one.start == other.start:
                return index, later
    return None
