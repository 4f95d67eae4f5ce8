"""Keeping one matrix file in step with the screen.

An edit changes the case in memory at once and waits in a queue. `save` writes the queue under the
folder's lock: check whether the file changed, merge what others did, change the lines in question,
replace the file. Nothing raises out of `save`: what cannot be written stays in the queue, is said,
and can be tried again.
"""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from workbench import yamltext
from workbench.model import Case, Edit, Matrix
from workbench.workspace import building, durable, files, folder, history, matrixfile, merging, naming
from workbench.workspace.merging import Difference


@dataclass(frozen=True, slots=True)
class Saved:
    """Everything is in the file. `merged` names the places (address, place) taken in from outside."""

    at: datetime.datetime
    merged: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Clash:
    """The same places were changed here and outside: `settle` and save again."""

    cells: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class Failed:
    """Nothing was written, nothing is lost: it is in memory and can be saved again."""

    message: str


@dataclass(frozen=True, slots=True)
class Changed:
    """Files of the workspace changed outside. `merged` names the places of the matrix taken in."""

    files: tuple[str, ...]
    merged: tuple[tuple[str, str], ...] = ()
    clash: Clash | None = None
    failed: Failed | None = None


class _Clashing(Exception):
    def __init__(self, clash: Clash) -> None:
        super().__init__()
        self.clash = clash


class Keeper:
    """Keeps one analyst's matrix of one question; `case` is what the screen shows."""

    def __init__(self, workspace: folder.Workspace, question: str, analyst: str) -> None:
        """Start from what was read. Left-over temporary files of a killed program are cleared.

        Raises:
            KeyError: there is no such question.
        """
        self.workspace = workspace
        self.question = question
        self.analyst = analyst
        self.case: Case = workspace.case(question, analyst)
        self._path = workspace.root / self.case.matrix.path
        self._base: Matrix = self.case.matrix
        self._document: yamltext.Document | None = None
        self._signature = workspace.signatures.get(self.case.matrix.path, durable.ABSENT)
        self._queue: list[history.Change] = []
        self._history = history.History()
        self._mine_wins: bool | None = None
        durable.clear_left_over(self._path.parent)

    @property
    def pending(self) -> bool:
        """Whether there is something the file does not know yet."""
        return bool(self._queue)

    def apply(self, edit: Edit) -> Case:
        """Make an edit in memory; `save` writes it."""
        if made := history.do(self.case, edit):
            case, step = made
            self._history.done.append(step)
            self._history.undone.clear()
            self._enqueue(case, step, forward=True)
        return self.case

    def undo(self) -> Edit | None:
        """Take the last edit back; `None` where there is none."""
        return self._move(self._history.done, self._history.undone, history.back, forward=False)

    def redo(self) -> Edit | None:
        """Do the last edit taken back once more; `None` where there is none."""
        return self._move(self._history.undone, self._history.done, history.again, forward=True)

    def _move(
        self,
        origin: list[history.Step],
        target: list[history.Step],
        change: Callable[[Case, history.Step], Case],
        *,
        forward: bool,
    ) -> Edit | None:
        if not origin:
            return None
        step = origin.pop()
        target.append(step)
        self._enqueue(change(self.case, step), step, forward=forward)
        return step.edit

    def _enqueue(self, case: Case, step: history.Step, *, forward: bool) -> None:
        address = step.edit.address
        was, now = history.state(self.case.matrix, address), history.state(case.matrix, address)
        self.case = case
        if was != now:
            self._queue.append(history.Change(address, was, now, step, forward))

    def settle(self, *, mine: bool) -> None:
        """Decide a clash: what stands here or what stands in the file. Then save again."""
        self._mine_wins = mine

    def prepare(self) -> None:
        """Get the file's lines ready, so that the first save of a large matrix is as quick as the others."""
        if self._document is None and self.case.matrix.path in self.workspace.texts:
            self._document = yamltext.Document.of(self.workspace.texts[self.case.matrix.path][1])

    def save(self) -> Saved | Clash | Failed:
        """Write what is pending. See the module's docstring."""
        if not self._queue:
            return Saved(_now())
        try:
            self._make_folder()
            with durable.locked(self._real.parent):
                return self._write()
        except _Clashing as clashing:
            return clashing.clash
        except OSError as error:
            return Failed(_sentence(error, self.case.matrix.path))
        except files.Unusable as unusable:
            return Failed(str(unusable.finding))
        except yamltext.YamlError as error:
            return Failed(self._broken(error))
        except yamltext.EditRefused as refused:
            return Failed(f"{self.case.matrix.path}:{refused.line}: {refused.message}; {refused.remedy}")

    @property
    def _real(self) -> Path:
        """Where the bytes are: a link is followed, so that it stays a link."""
        return self._path.resolve()

    def _make_folder(self) -> None:
        """Only the first save of a new matrix makes its folder: one that has gone is said, not remade."""
        if self._signature == durable.ABSENT and any((self.workspace.root / f).is_dir() for f in files.FOLDERS):
            self._path.parent.mkdir(parents=True, exist_ok=True)

    def _write(self) -> Saved:
        merged = self._take_in()
        document = self._document or yamltext.Document.read(matrixfile.EMPTY)
        for change in self._queue:
            document, patches = matrixfile.write(document, change, self.case.question, self.workspace.names)
            if change.step is not None and change.forward:
                change.step.patches = patches
        self._signature = durable.replace(self._real, document.bytes())
        self._document = document
        self._forget_old_ids()
        self._base = self.case.matrix
        self._queue.clear()
        return Saved(_now(), merged)

    def _forget_old_ids(self) -> None:
        """A row just written stands under present ids."""
        for change in self._queue:
            row = self.case.matrix.row(change.address)
            if row.written:
                self.case = self.case.with_matrix(
                    self.case.matrix.with_row(change.address, matrixfile.under_present_ids(row))
                )

    def _take_in(self) -> tuple[tuple[str, str], ...]:
        """Read the file if it is not as we left it, and merge. A file that was removed is written again whole."""
        present = durable.signature(self._path)
        if present in (self._signature, durable.ABSENT):
            self.prepare()
            return ()
        document = yamltext.Document.read(files.content(self.workspace.root, self._path))
        return self._merge(document, present)

    def _merge(self, document: yamltext.Document, present: durable.Signature) -> tuple[tuple[str, str], ...]:
        written = building.matrix(self.question, self.analyst, self.case.matrix.path, document.data)
        theirs = naming.matrix(self.workspace.names, written)
        merged = merging.merge(self.case, self._base, theirs, mine_wins=self._mine_wins)
        if merged.clashes:
            raise _Clashing(Clash(merged.clashes))
        self._mine_wins = None
        self.case = self.case.with_matrix(merged.matrix)
        self._queue = list(_changes(theirs, merged.matrix))
        self._history.forget_lines()
        self._base, self._document, self._signature = theirs, document, present
        return merged.taken

    def look_outside(self) -> Changed | None:
        """Notice what changed outside and take it in; `None` where nothing did.

        The stamps of all files are compared; only when one differs is anything read.
        """
        changed = self._changed_files()
        if not changed:
            return None
        try:
            self._read_again()
            present = durable.signature(self._path)
            if present in (self._signature, durable.ABSENT):
                return Changed(changed)
            document = yamltext.Document.read(files.content(self.workspace.root, self._path))
            return Changed(changed, merged=self._merge(document, present))
        except _Clashing as clashing:
            return Changed(changed, clash=clashing.clash)
        except (OSError, folder.NotAWorkspace) as error:
            return Changed(changed, failed=Failed(_sentence(error, self.case.matrix.path)))
        except files.Unusable as unusable:
            return Changed(changed, failed=Failed(str(unusable.finding)))
        except yamltext.YamlError as error:
            return Changed(changed, failed=Failed(self._broken(error)))

    def _broken(self, error: yamltext.YamlError) -> str:
        found = error.problem
        return f"{self.case.matrix.path}:{found.line}: {found.code} {found.message}; {found.remedy}"

    def _changed_files(self) -> tuple[str, ...]:
        root = self.workspace.root
        present = {
            files.relative(root, entry[1]): durable.signature(entry[1])
            for entry in files.found(root)
            if isinstance(entry, tuple)
        }
        known = {**self.workspace.signatures, self.case.matrix.path: self._signature}
        known = {path: sign for path, sign in known.items() if sign != durable.ABSENT}
        return tuple(sorted(p for p in {*present, *known} if present.get(p) != known.get(p)))

    def _read_again(self) -> None:
        """Read the workspace anew, keeping the matrix as the screen shows it."""
        self.workspace = folder.read(self.workspace.root)
        if self.question in self.workspace.questions:
            fresh = self.workspace.case(self.question, self.analyst)
            self.case = fresh.with_matrix(self.case.matrix)


def _changes(was: Matrix, now: Matrix) -> list[history.Change]:
    """What it takes to bring a file from one state of the matrix to another."""
    known = dict.fromkeys([*now.rows, *now.notes, *was.rows, *was.notes])
    states = ((a, history.state(was, a), history.state(now, a)) for a in known)
    changed = [history.Change(a, before, after) for a, before, after in states if before[:2] != after[:2]]
    if was.looked != now.looked:
        changed.append(history.Change("", history.state(was, ""), history.state(now, "")))
    return changed


def _now() -> datetime.datetime:
    return datetime.datetime.now().astimezone()


def _sentence(error: Exception, path: str) -> str:
    """What went wrong with a file, and what to do, in one sentence."""
    if isinstance(error, FileNotFoundError | NotADirectoryError | folder.NotAWorkspace):
        return f"{path}: its folder is gone; put it back, what you rated is kept here until then"
    why = os.strerror(error.errno) if isinstance(error, OSError) and error.errno else str(error)
    return f"{path}: not saved: {why}; what you rated is kept here and tried again"
