"""Writing what is pending, change by change: one that cannot be made does not hold the others back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import NamedTuple

from workbench import yamltext
from workbench.model import Case, Matrix, Part
from workbench.model.matrix import Value, differing
from workbench.workspace import history, matrixfile, matrixseveral
from workbench.workspace.naming import Names
from workbench.workspace.places import RATED


class Held(NamedTuple):
    """A change that could not be written, and why."""

    change: history.Change
    refused: yamltext.EditRefused


@dataclass(slots=True)
class Writing:
    """What was written, and what could not be.

    `case` has the rows just written under present ids, as the document has them. `held` are the
    changes that the document's lines do not allow, one for each part. `joined` tells that a held
    change was written after all, with a later one.
    """

    document: yamltext.Document
    case: Case
    names: Names
    held: dict[Part, Held]
    joined: bool = False

    @property
    def base(self) -> Matrix:
        """The matrix as the document has it: that of the case, without what is held."""
        if not self.held:
            return self.case.matrix
        return self.case.matrix.with_parts({part: held.change.was for part, held in self.held.items()})

    def take(self, change: history.Change) -> None:
        """Write a change, with what is held of its part."""
        before = self.held.pop(change.part, None)
        if before is not None:
            change = change._replace(was=before.change.was, step=None)
        if change.was == change.now:
            return
        try:
            self._write(change)
        except yamltext.EditRefused as refused:
            self.held[change.part] = Held(change, refused)
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
        if now is not change.now and self.case.matrix.part(change.part) == change.now:
            self.case = self.case.with_matrix(self.case.matrix.with_parts({change.part: now}))

    def _under_present_ids(self, change: history.Change) -> Value:
        """What the change leads to; a row under present ids, and with the fingerprint under these."""
        row = change.now
        if change.part.field not in RATED or not row.written:
            return row
        renamed = replace(row, written={})
        address = change.part.keys[-1]
        if self.case.fits(address, row):
            renamed = replace(renamed, wording=self.case.fingerprint(address, renamed))
        return renamed


def write(document: yamltext.Document, queue: Iterable[history.Change], case: Case, names: Names) -> Writing:
    """Write changes, in their order, into a document."""
    begun, rest = matrixseveral.with_new(document, list(queue), case.question, names)
    writing = Writing(begun, case, names, {})
    for change in rest:
        writing.take(change)
    return writing


def changes(was: Matrix, now: Matrix) -> list[history.Change]:
    """What it takes to bring a file from one state of the matrix to another."""
    return [history.Change(part, was.part(part), now.part(part)) for part in differing(now, was)]
