"""What is looked at before a merged file is handed to git: faults that neither side has, and comments lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from workbench import checks, yamltext
from workbench.drivers.paths import Within
from workbench.model import Finding
from workbench.workspace import Workspace, shapes
from workbench.workspace.folder import as_if

Find = Callable[[yamltext.Text], list[str]]

_OTHER_FILES = frozenset({"C001", "C002", "C003", "C004", "C005"})
"""Findings about what other files have: those are merged too, and nobody knows in which order."""


class Proof:
    """The rules, asked of one file that two sides changed."""

    def __init__(self, file: Within, asked: yamltext.Text | None, ours: yamltext.Text, theirs: yamltext.Text) -> None:
        """`asked` is the file of the question that a matrix answers, if there is one."""
        self._file = file
        self._asked = asked
        self._sides = (ours, theirs)
        self._known: Counter[tuple[str, str]] | None = None
        self._places: set[tuple[str, tuple[str | int, ...]]] = set()

    def faults(self, merged: yamltext.Text) -> list[Finding]:
        """What is to be mended in the merged file and in neither of the two it is made from."""
        found = self._found(merged)
        if not found:
            return []
        if self._known is None:
            each = [self._found(side) for side in self._sides]
            self._known = Counter(map(_same, each[0])) | Counter(map(_same, each[1]))
            self._places = {(f.code, f.keys) for side in each for f in side}
        seen: Counter[tuple[str, str]] = Counter()
        new = []
        for finding in found:
            seen[_same(finding)] += 1
            if seen[_same(finding)] > self._known[_same(finding)] and (finding.code, finding.keys) not in self._places:
                new.append(finding)
        return new

    def _found(self, text: yamltext.Text) -> list[Finding]:
        path, kind = self._file.path, self._file.kind
        held: dict[str, tuple[str, yamltext.Text] | None] = {path: (kind, text)}
        if self._asked is not None:
            held[f"hypotheses/{path.split('/')[1]}.yaml"] = ("hypotheses", self._asked)
        found = as_if(Workspace(Path(self._file.folder)), held)
        every = (*shapes.findings(kind, path, text), *checks.findings(found))
        return [f for f in every if f.path == path and not f.note and f.code not in _OTHER_FILES]


def _same(finding: Finding) -> tuple[str, str]:
    return finding.code, finding.message


def keeps_comments(
    base: yamltext.Text | None, ours: yamltext.Text, theirs: yamltext.Text, *merged: yamltext.Text
) -> bool:
    """Whether every comment is there that either side wrote, and each of ours that theirs did not take away.

    Args:
        base: the state both sides come from.
        ours: the one.
        theirs: the other.
        merged: what was made of them; with a conflict, its two readings.
    """
    # Telling comments from texts takes going through all of a file, so lines that may have one are looked at first.
    return any(_kept(*(_all(find, some) for some in ([base], [ours], [theirs], merged))) for find in (_lines, _remarks))


def _kept(base: Counter[str], ours: Counter[str], theirs: Counter[str], merged: Counter[str]) -> bool:
    return not (theirs - base) - merged and not ours - merged - (base - theirs)


def _all(find: Find, texts: Sequence[yamltext.Text | None]) -> Counter[str]:
    found: Counter[str] = Counter()
    for text in texts:
        found |= Counter() if text is None else Counter(find(text))
    return found


def _lines(text: yamltext.Text) -> list[str]:
    return [line for line in text.text.split("\n") if "#" in line] if "#" in text.text else []


def _remarks(text: yamltext.Text) -> list[str]:
    return yamltext.remarks(text)
