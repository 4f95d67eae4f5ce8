"""Keeping one matrix file in step with the screen.

An edit changes the case in memory at once and waits in a queue. `save` writes the queue under the
folder's lock: check whether the file changed, merge what others did, change the lines in question,
replace the file. Nothing raises out of `save`: what cannot be written stays in the queue, is said,
and can be tried again.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from pathlib import Path

from workbench import yamltext
from workbench.model import Case, Edit, Finding, Look, Matrix
from workbench.workspace import building, durable, files, folder, history, naming
from workbench.workspace.outcomes import UNREACHED, Changed, Clash, Clashing, Difference, Failed, Saved, failure

LARGE = 1_200_000
"""Bytes up to which a file is written after every key: some 12,000 rows of four hypotheses."""


class Keeper:
    """Keeps one analyst's matrix of one question; `case` is what the screen shows.

    `narrow` may leave items out of that; what is written and merged is the whole matrix all the same.
    """

    def __init__(
        self, workspace: folder.Workspace, question: str, analyst: str, narrow: Callable[[Case], Case] | None = None
    ) -> None:
        """Start from what was read. Left-over temporary files of a killed program are cleared.

        Raises:
            KeyError: there is no such question.
        """
        self.workspace = workspace
        self.question = question
        self.analyst = analyst
        self._narrow = narrow
        self._whole = self._shown = workspace.case(question, analyst)
        self._show(self._whole)
        self._path = workspace.root / self._whole.matrix.path
        self._base: Matrix = self._whole.matrix
        self._document: yamltext.Document | None = None
        self._text = workspace.texts.get(self._whole.matrix.path)
        self._seen = workspace.signatures
        self._signature = self._seen.get(self._whole.matrix.path, durable.ABSENT)
        if (question, analyst) not in workspace.matrices and self._signature != durable.ABSENT:
            self._signature = durable.UNREAD  # there is a file, broken or of a later format: it is not to be replaced
        self._queue: list[history.Change] = []
        self._history = history.History()
        self._asked: tuple[Difference, ...] = ()
        self._mine_wins: bool | None = None
        self._open: Changed | None = None
        durable.clear_left_over(self._path.parent)

    @property
    def case(self) -> Case:
        """The case with every edit made, as far as the screen shows it."""
        return self._shown

    @property
    def open_outside(self) -> tuple[str, ...]:
        """The unparked rows that the screen does not show and that are not fully rated."""
        if self._narrow is None:
            return ()
        shown, ids = self._shown.items, [h.id for h in self._whole.hypotheses]
        rows = ((item.address, row.ratings) for item, row in self._whole.rows)
        return tuple(a for a, ratings in rows if a not in shown and any(h not in ratings for h in ids))

    def _show(self, case: Case) -> None:
        """Take another state of the whole case; which items are shown follows from the items alone."""
        if self._narrow is None:
            self._shown = case
        elif case.items is self._whole.items and self._shown is not self._whole:
            self._shown = self._shown.with_matrix(case.matrix)
        else:
            self._shown = self._narrow(case)
        self._whole = case

    @property
    def pending(self) -> bool:
        """Whether there is something the file does not know yet."""
        return bool(self._queue)

    @property
    def large(self) -> bool:
        """Whether the file is so large that a save takes longer than a frame of the screen."""
        return self._signature.size > LARGE

    def apply(self, edit: Edit) -> Case:
        """Make an edit in memory; `save` writes it. A look is not to be undone: what was seen stays seen."""
        if made := history.do(self._whole, edit):
            case, step = made
            if not isinstance(edit, Look):
                self._history.done.append(step)
                self._history.undone.clear()
            self._enqueue(case, step, forward=True)
        return self._shown

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
        self._enqueue(change(self._whole, step), step, forward=forward)
        return step.edit

    def _enqueue(self, case: Case, step: history.Step, *, forward: bool) -> None:
        part = step.edit.part
        was, now = self._whole.matrix.part(part), case.matrix.part(part)
        self._show(case)
        if was != now:
            self._queue.append(history.Change(part, was, now, step, forward))

    def settle(self, *, mine: bool) -> None:
        """Decide the clash last told of: what stands here or what stands in the file. Then save again."""
        self._mine_wins = mine

    def prepare(self) -> None:
        """Get the file's lines ready, so that the first save of a large matrix is as quick as the others."""
        from workbench.workspace import writing  # noqa: F401, PLC0415 - loaded here, off the way to the first paint

        if self._document is None and self._text is not None:
            self._document = yamltext.Document.of(self._text[1])

    def save(self, meanwhile: Callable[[], None] | None = None) -> Saved | Clash | Failed:
        """Write what is pending. See the module's docstring; `meanwhile` as `durable.replace` has it."""
        if not self._queue:
            return Saved(_now())
        try:
            self._make_folder()
            real = files.target(self.workspace.root, self._path)  # a link is followed, so that it stays a link
            with durable.locked(real.parent):
                return self._write(real, meanwhile)
        except Clashing as clashing:
            return clashing.clash
        except UNREACHED as error:
            return failure(error, self._whole.matrix.path)

    def _make_folder(self) -> None:
        """Only the first save of a new matrix makes its folder: one that has gone is said, not remade."""
        if self._signature == durable.ABSENT and any((self.workspace.root / f).is_dir() for f in files.FOLDERS):
            self._path.parent.mkdir(parents=True, exist_ok=True)

    def _write(self, real: Path, meanwhile: Callable[[], None] | None) -> Saved | Failed:
        from workbench.workspace import matrixfile, writing  # noqa: PLC0415 - off the way to the first paint

        merged = self._take_in()
        document = self._document or yamltext.Document.read(matrixfile.EMPTY)
        done = writing.write(document, self._queue, self._whole, self.workspace.names)
        if done.document is not document:
            self._signature = durable.replace(real, done.document.bytes(), meanwhile)
            self._seen = {**self._seen, self._whole.matrix.path: self._signature}
        self._document, self._base = done.document, done.base
        self._show(done.case)
        self._queue = [held.change for held in done.held.values()]
        self._open = None
        if done.joined:
            self._history.forget_lines()
        for held in done.held.values():
            return failure(held.refused, self._whole.matrix.path)
        return Saved(_now(), merged)

    def _take_in(self) -> tuple[tuple[str, str], ...]:
        """Read the file if it is not as we left it, and merge. A file that was removed is written again whole."""
        present = durable.signature(self._path)
        if present in (self._signature, durable.ABSENT):
            self.prepare()
            return ()
        if {*self._changed(self._stamps())} - {self._whole.matrix.path}:
            self._read_again()  # whoever changed the file may have renamed something as well
        return self._merge(self._read(present), present)

    def _read(self, present: durable.Signature) -> yamltext.Document:
        """The file as it stands now, or as the workspace has just read it.

        Raises:
            Unusable: it cannot be read, or a later version of the program wrote it.
            YamlError: what is in it cannot be read.
        """
        path, read = self._whole.matrix.path, self.workspace
        if path in read.texts and read.signatures[path] == present:
            document = yamltext.Document.of(read.texts[path][1])
        else:
            document = yamltext.Document.read(files.content(read.root, self._path))
        if folder.newer(document.data):
            message, remedy = "a later version of ach wrote this file", "install that version; nothing is changed here"
            raise files.Unusable(Finding(path, "S001", message, remedy, line=1))
        return document

    def _merge(self, document: yamltext.Document, present: durable.Signature) -> tuple[tuple[str, str], ...]:
        from workbench.workspace import merging, writing  # noqa: PLC0415 - off the way to the first paint

        written = building.matrix(self.question, self.analyst, self._whole.matrix.path, document.data)
        theirs = naming.matrix(self.workspace.names, written)
        merged = merging.merge(self._whole, self._base, theirs)
        if merged.clashes and (self._mine_wins is None or not {*merged.clashes} <= {*self._asked}):
            self._asked, self._mine_wins = merged.clashes, None  # what was not asked about is not decided either
            raise Clashing(Clash(merged.clashes))
        if merged.clashes:
            merged = merging.merge(self._whole, self._base, theirs, mine_wins=self._mine_wins)
        self._asked, self._mine_wins = (), None
        self._show(self._whole.with_matrix(merged.matrix))
        self._queue = writing.changes(theirs, merged.matrix)
        self._history.forget_lines()
        self._base, self._document, self._signature = theirs, document, present
        return merged.taken

    def look_outside(self, known: folder.Workspace | None = None) -> Changed | None:
        """Notice what changed outside and take it in; `None` where nothing did.

        The stamps of all files are compared; only when one differs is anything read. What could not
        be taken in is told again until it can be, or was saved over. `known` is the workspace as somebody
        else of this program has just read or written it: what stands there is not read once more.
        """
        present = self._stamps()
        changed = self._changed(present)
        if not changed:
            return self._open
        self._seen = present
        found = self._looked(changed, known)
        self._open = found if found.clash or found.failed else None
        return found

    def _looked(self, changed: tuple[str, ...], known: folder.Workspace | None) -> Changed:
        try:
            self._read_again(known)
            present = durable.signature(self._path)
            if present in (self._signature, durable.ABSENT):
                return Changed(changed)
            return Changed(changed, merged=self._merge(self._read(present), present))
        except Clashing as clashing:
            return Changed(changed, clash=clashing.clash)
        except UNREACHED as error:
            return Changed(changed, failed=failure(error, self._whole.matrix.path))

    def _changed(self, present: Mapping[str, durable.Signature]) -> tuple[str, ...]:
        """The files whose stamps are not those last seen."""
        return tuple(sorted(p for p in {*present, *self._seen} if present.get(p) != self._seen.get(p)))

    def _stamps(self) -> Mapping[str, durable.Signature]:
        root = self.workspace.root
        entries = (entry for entry in files.found(root) if isinstance(entry, tuple))
        return {files.relative(root, path): durable.signature(path) for _, path in entries}

    def _read_again(self, known: folder.Workspace | None = None) -> None:
        """Read the workspace anew, keeping the matrix as the screen shows it."""
        before = self.workspace.names
        self.workspace = folder.read(self.workspace.root, known or self.workspace)
        if self.question not in self.workspace.questions:
            return
        if self.workspace.names != before:
            self._rename()
        self._show(self.workspace.case(self.question, self.analyst).with_matrix(self._whole.matrix))

    def _rename(self) -> None:
        """Ids changed: what is in memory goes under the present ones, and the file is to be read under them again."""
        from workbench.workspace import renaming  # noqa: PLC0415 - off the way to the first paint

        names = self.workspace.names
        self._show(self._whole.with_matrix(naming.matrix(names, self._whole.matrix)))
        self._base = naming.matrix(names, self._base)
        self._queue = [renaming.change(names, self.question, change) for change in self._queue]
        renaming.rename_history(names, self.question, self._history)
        if self._signature != durable.ABSENT:
            self._signature = durable.UNREAD


def _now() -> datetime.datetime:
    return datetime.datetime.now().astimezone()
