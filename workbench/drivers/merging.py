"""The merge driver: three states of one file become one, by cell, item and field.

What git can merge line by line, and merges to what is meant, is taken as git has it: comments and all. Otherwise what
theirs changed is written into the lines of ours. What both changed differently is left between conflict markers.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from workbench import workspace, yamltext
from workbench.drivers import bytewise, writing
from workbench.drivers.marking import MARKER_SIZE, marked
from workbench.drivers.paths import Within, within
from workbench.drivers.places import Keys, Leaves, entries, leaves
from workbench.drivers.proof import Proof, keeps_comments
from workbench.drivers.threeway import Union, united
from workbench.drivers.wordings import Known, settled
from workbench.model import Case
from workbench.workspace import files
from workbench.workspace.authoring_style import BY_ID


class Merged(NamedTuple):
    """The merged file, and whether nothing in it is left as a conflict."""

    data: bytes
    clean: bool


class _Doubt(Exception):
    """What is meant cannot be told, or not be written safely: git's own merge is taken."""


def merged(path: str, base: bytes, ours: bytes, theirs: bytes, *, size: int = MARKER_SIZE) -> Merged:
    """Merge a file of a workspace.

    Args:
        path: where it stands, from the present folder. Its neighbours tell the order of columns and the wording of
            items; they need not be there.
        base: the state both sides come from; empty where there was none.
        ours: the state to merge into.
        theirs: the state to be merged.
        size: the length of conflict markers.
    """
    lines = bytewise.by_git(base, ours, theirs, size)
    file = within(path)
    if file is not None:
        try:
            return _Merge(file, base, ours, theirs, size).result(lines)
        except Exception:  # doubt, lines that cannot be edited, and faults of ours: none may cost anybody their lines
            return _in_doubt(lines, ours, theirs, size)
    return Merged(*lines) if lines is not None else _in_doubt(lines, ours, theirs, size)


def _in_doubt(lines: bytewise.Lines | None, ours: bytes, theirs: bytes, size: int) -> Merged:
    """Git's own merge, if it leaves a conflict to look at: what it takes for clean is not what was meant."""
    if lines is not None and not lines.clean:
        return Merged(*lines)
    return Merged(bytewise.side_by_side(ours, theirs, size), clean=False)


class _Merge:
    """One file being merged."""

    def __init__(self, file: Within, base: bytes, ours: bytes, theirs: bytes, size: int) -> None:
        self.file, self.size = file, size
        self.base = yamltext.read(base) if base.strip() else None
        self.ours, self.theirs = yamltext.read(ours), yamltext.read(theirs)
        if any(workspace.folder.newer(text.root) for text in (self.ours, self.theirs)):
            raise _Doubt
        self.said = _said(self.base), _said(self.ours), _said(self.theirs)
        self.asked = _beside(file)
        self.proof = Proof(file, self.asked, self.ours, self.theirs)

    def result(self, lines: bytewise.Lines | None) -> Merged:
        """The merge.

        Raises:
            _Doubt: it takes more than what is known here.
            EditRefused: the lines are written in a way that cannot be changed safely.
            YamlError: git's lines cannot be read.
        """
        union = self._union()
        if not union.clashing and lines is not None and lines.clean and self._means(lines.data, union):
            return Merged(*lines)
        document = self._written(union.ours, remarks=not union.clashing)
        if not union.clashing:
            faults = self.proof.faults(document.whole())
            if not faults:
                return Merged(document.bytes(), clean=True)
            union = self._apart(union, {fault.keys[:2] for fault in faults})
            document = self._written(union.ours, remarks=False)
        return Merged(self._marked(document, union), clean=False)

    def _marked(self, document: yamltext.Document, union: Union) -> bytes:
        """The file with its conflicts marked: each entry in the very lines of either side, where that says the same."""

        def turned(some: Iterable[Keys]) -> yamltext.Document:
            made = self._written(_turned(union, set(some)), remarks=False)
            for keys in some:
                made = writing.as_written(made, keys, self.theirs)
            return made

        if not self._keeps(document, turned(union.clashing)):
            raise _Doubt
        return marked(document, union.clashing, turned, self.size)

    def _union(self) -> Union:
        union = united(self.file.kind, *self.said)
        return settled(union, *self.said, _case(self.file)) if self.file.kind == "matrix" else union

    def _means(self, data: bytes, union: Union) -> bool:
        """Whether git's lines say what is meant, and nothing is wrong with them."""
        try:
            text = yamltext.read(data)
        except yamltext.YamlError:
            return False
        return leaves(text.root) == union.ours and not self.proof.faults(text)

    def _apart(self, union: Union, at: Collection[tuple[str | int, ...]]) -> Union:
        """The union in which these entries are left as a conflict: together they are wrong, each alone is not."""
        _, ours, theirs = self.said
        either = [{k: v for k, v in side.items() if k[:2] in at} for side in (ours, theirs)]
        if either[0] == either[1]:
            raise _Doubt
        rest = {k: v for k, v in union.ours.items() if k[:2] not in at}
        return Union({**rest, **either[0]}, {**rest, **either[1]})

    def _written(self, now: Leaves, *, remarks: bool = True) -> yamltext.Document:
        """Ours with these leaves.

        Raises:
            _Doubt: something else would stand there, or a comment be lost that somebody wrote (with `remarks`).
            EditRefused: the lines are written in a way that cannot be changed safely.
        """
        _, ours, theirs = self.said
        document = self._in_order()
        if self.file.kind == "matrix":
            question = writing.question(self.file.path.split("/")[1], self._columns(), ours, theirs)
            document = writing.matrix(document, ours, now, question)
        else:
            document = writing.authored(document, self.file.kind, ours, now, self.theirs)
        if leaves(document.data) != now:
            raise _Doubt
        if remarks and not self._keeps(document):
            document = self._in_their_lines(document)
            if not self._keeps(document):
                raise _Doubt
        return document

    def _in_their_lines(self, document: yamltext.Document) -> yamltext.Document:
        """The same, with entries that only theirs changed in the very lines of theirs: for comments' sake."""
        base, _, theirs = self.said
        either = dict.fromkeys((*theirs, *base))
        changed = dict.fromkeys(keys[:2] for keys in either if base.get(keys) != theirs.get(keys))
        for keys in changed:
            if self.base is not None and writing.lines_of(self.base, keys) == writing.lines_of(self.ours, keys):
                document = writing.as_written(document, keys, self.theirs)
        return document

    def _keeps(self, *made: yamltext.Document) -> bool:
        return keeps_comments(self.base, self.ours, self.theirs, *(document.whole() for document in made))

    def _in_order(self) -> yamltext.Document:
        """Ours, with its entries in the order theirs gave them, if nobody else gave them another."""
        text = self.ours
        if self.base is None or self.file.kind == "matrix":
            return yamltext.Document.of(text)
        all_ = entries(self.said[0]) & entries(self.said[1]) & entries(self.said[2])
        for section in BY_ID:
            was, here, there = (
                [id_ for id_ in _keys(side, section) if (section, id_) in all_]
                for side in (self.base, self.ours, self.theirs)
            )
            if there in (was, here):
                continue
            if here != was:
                raise _Doubt
            text = yamltext.order_entries(text, (section,), _following(there, _keys(self.ours, section)))
        return yamltext.Document.of(text)

    def _columns(self) -> list[str]:
        return [] if self.asked is None else _keys(self.asked, "hypotheses")


def _said(text: yamltext.Text | None) -> Leaves:
    return {} if text is None else leaves(text.root)


def _keys(text: yamltext.Text, section: str) -> list[str]:
    held = text.root.get(section)
    return list(held) if isinstance(held, Mapping) else []


def _following(order: Sequence[str], present: Sequence[str]) -> list[str]:
    """Ids that are present in another order; those it does not know stay behind the one they stood behind."""
    found = list(order)
    for index, id_ in enumerate(present):
        if id_ not in order:
            found.insert(found.index(present[index - 1]) + 1 if index else 0, id_)
    return found


def _turned(union: Union, turned: Collection[Keys]) -> Leaves:
    """What ours says, and of these entries what theirs says."""
    kept = {keys: value for keys, value in union.ours.items() if keys[:2] not in turned}
    return kept | {keys: value for keys, value in union.theirs.items() if keys[:2] in turned}


def _beside(file: Within) -> yamltext.Text | None:
    """The file of the question that a matrix answers, as it lies in the working tree."""
    if file.kind != "matrix":
        return None
    root = Path(file.folder)
    try:
        return yamltext.read(files.content(root, root / "hypotheses" / f"{file.path.split('/')[1]}.yaml"))
    except (files.Unusable, yamltext.YamlError):
        return None


def _case(file: Within) -> Known:
    """Reads the case that a matrix belongs to, once and only when asked."""

    @cache
    def known() -> Case | None:
        _, asked, name = file.path.split("/")
        try:
            return workspace.read(Path(file.folder)).case(asked, name.removesuffix(".yaml"))
        except (workspace.NotAWorkspace, KeyError):
            return None

    return known
