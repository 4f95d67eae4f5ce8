"""Writing what is pending, change by change: one that cannot be made does not hold the others back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import NamedTuple

from workbench import yamltext
from workbench.model import Case, Matrix
from workbench.workspace import history, matrixfile
from workbench.workspace.naming import Names

Key = tuple[str, str]
"""An address and a part of its state."""


class Held(NamedTuple):
    """A change that could not be written, and why."""

    change: history.Change
    refused: yamltext.EditRefused


@dataclass(slots=True)
class Writing:
    """What was written, and what could not be.

    `case` has the rows just written under present ids, as the document has them. `held` are the
    changes that the document's lines do not allow, one for each part of an address. `joined` tells
    that a held change was written after all, with a later one.
    """

    document: yamltext.Document
    case: Case
    names: Names
    held: dict[Key, Held]
    joined: bool = False

    @property
    def base(self) -> Matrix:
        """The matrix as the document has it: that of the case, without what is held."""
        matrix = self.case.matrix
        for (address, part), held in self.held.items():
            was = history.state(matrix, address)._replace(**{part: getattr(held.change.was, part)})
            matrix = history.restored(matrix, address, was)
        return matrix

    def take(self, part: str, change: history.Change) -> None:
        """Write a change of one part, with what is held of that part."""
        key = (change.address, part)
        before = self.held.pop(key, None)
        if before is not None:
            change = change._replace(was=before.change.was, step=None).only(part)
        if change.was == change.now:
            return
        try:
            self._write(change)
        except yamltext.EditRefused as refused:
            self.held[key] = Held(change, refused)
        else:
            self.joined = self.joined or before is not None

    def _write(self, change: history.Change) -> None:
        if (document := matrixfile.put_back(self.document, change)) is not None:
            self.document = document
            return
        if change.step is not None:
            change.step.patches = ()
        asked, now = self.case.question, self._under_present_ids(change)
        self.document, patches = matrixfile.write(self.document, change._replace(now=now), asked, self.names)
        if change.step is not None and change.forward:
            change.step.patches = patches
        if now is not change.now and self.case.matrix.row(change.address) == change.now.row:
            self.case = self.case.with_matrix(self.case.matrix.with_row(change.address, now.row))

    def _under_present_ids(self, change: history.Change) -> history.State:
        """What the change leads to, its row under present ids and with the fingerprint under these."""
        row = change.now.row
        if not row.written or row == change.was.row:
            return change.now
        renamed = replace(row, written={})
        if self.case.fits(change.address, row):
            renamed = replace(renamed, wording=self.case.fingerprint(change.address, renamed))
        return change.now._replace(row=renamed)


def write(document: yamltext.Document, queue: Iterable[history.Change], case: Case, names: Names) -> Writing:
    """Write changes, in their order, into a document."""
    writing = Writing(document, case, names, {})
    for change in queue:
        for part, one in change.parts:
            writing.take(part, one)
    return writing


def changes(was: Matrix, now: Matrix) -> list[history.Change]:
    """What it takes to bring a file from one state of the matrix to another."""
    known = dict.fromkeys([*now.rows, *now.notes, *was.rows, *was.notes])
    states = ((a, history.state(was, a), history.state(now, a)) for a in known)
    changed = [history.Change(a, before, after) for a, before, after in states if before[:2] != after[:2]]
    if was.looked != now.looked:
        changed.append(history.Change("", history.state(was, ""), history.state(now, "")))
    return changed
