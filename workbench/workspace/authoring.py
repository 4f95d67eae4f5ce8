"""Writing hypotheses and evidence: each change is made at once, on the files as they stand, and can be taken back.

Under the folder's lock the files are read if they changed, the lines in question are edited, the result is read and
checked as a whole, and only then takes the old file's place. Nothing raises: what cannot be written is refused in
words, and comes back with the refusal.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from workbench import yamltext
from workbench.model import Finding
from workbench.model.authoring import Authored, OfQuestion
from workbench.workspace import authoring_saving as saving
from workbench.workspace import durable, folder
from workbench.workspace.authoring_changes import make_all
from workbench.workspace.authoring_draft import Draft, Op, Several
from workbench.workspace.authoring_history import Step, by_meaning, lines_between, put_back
from workbench.workspace.authoring_outcomes import Done, Place, Refused, Refusing
from workbench.workspace.authoring_proof import Check, Standing, Texts, consequences, refuse_lost_comments
from workbench.workspace.authoring_style import BY_ID, Keys
from workbench.workspace.files import Unusable
from workbench.workspace.folder import NotAWorkspace, Workspace

__all__ = ["Author", "Check", "Done", "Place", "Refused", "no_rules"]

Contents = dict[str, bytes | None]
"""Relative path to the bytes of a file; None for no file."""

FOLDERS = ("hypotheses", "evidence")
"""Where an author writes."""


def no_rules(_: Workspace) -> Iterable[Finding]:
    """Nothing but the shape of the files is checked."""
    return ()


class Author:
    """Writes in the files of hypotheses and evidence; `workspace` is how they stood when last read or written."""

    def __init__(self, found: Workspace, check: Check = no_rules) -> None:
        """Start from what was read. Left-over temporary files of a killed program are cleared.

        Args:
            found: the workspace, as whoever writes has seen it.
            check: the rules that a workspace breaks (`checks.findings`). A change is not written that would break one
                more in the file it is written in, nor one after which that file would lack the shape of its kind.
        """
        self.workspace = found
        self._standing = Standing(check)
        self._done: list[Step] = []
        self._undone: list[Step] = []
        for name in FOLDERS:
            durable.clear_left_over(found.root / name)

    def do(self, *changes: Authored) -> Done | Refused:
        """Make changes, all of them or none, as one step; each file is written once."""
        outcome, step = self._tried(changes, _folders(changes), lambda seen: self._edited(seen, changes))
        if step is not None and step.ops:
            self._done.append(step)
            self._undone.clear()
        return outcome

    def foreseen(self, *changes: Authored) -> Done | Refused:
        """What `do` would come to, places and all; nothing is written."""
        seen = self.workspace

        def attempt(_seen: Workspace) -> tuple[Done, Step]:
            draft = self._drafted(seen, changes)
            _, proposed, found = self._proposed(draft, {})
            return Done((), _places(proposed, draft.ops), found), Step(changes, ())

        outcome, _ = self._tried(changes, _folders(changes), attempt)
        self.workspace = seen  # what was looked at is still what whoever asked has seen
        return outcome

    def undo(self) -> Done | Refused | None:
        """Take the last step back; None where there is none.

        The very bytes come back in a file that is as we left it. In one that somebody changed meanwhile the same
        places are put back, or nothing is, if one of them says something else by now.
        """
        return self._turned(self._done, self._undone)

    def redo(self) -> Done | Refused | None:
        """Make the last step taken back once more; None where there is none."""
        return self._turned(self._undone, self._done)

    def look_outside(self) -> tuple[str, ...]:
        """Read what changed outside; the files that did, by relative path."""
        before = self.workspace
        try:
            self.workspace = saving.fresh(before)
        except NotAWorkspace:
            return ()
        return _differing(before, self.workspace)

    def _turned(self, origin: list[Step], target: list[Step]) -> Done | Refused | None:
        if not origin:
            return None
        step = origin[-1].turned()
        folders = {path.partition("/")[0] for path in step.lines}
        outcome, made = self._tried(step.changes, folders, lambda _: self._replayed(step))
        if made is not None:
            origin.pop()
            target.append(made)
        return outcome

    def _tried(
        self, changes: tuple[Authored, ...], folders: Iterable[str], attempt: Callable[[Workspace], tuple[Done, Step]]
    ) -> tuple[Done | Refused, Step | None]:
        """An attempt under the locks of these folders, on the files as they stand."""
        seen = self.workspace
        try:
            with saving.locked(seen.root, folders):
                self.workspace = saving.fresh(seen)
                outside = _differing(seen, self.workspace)
                done, step = attempt(seen)
            return done._replace(changes=changes, outside=outside), step
        except Refusing as refusing:
            refused = refusing.refused
        except (OSError, NotAWorkspace, Unusable, yamltext.YamlError) as error:
            refused = saving.unreached(error)
        return refused._replace(changes=changes), None

    def _edited(self, seen: Workspace, changes: tuple[Authored, ...]) -> tuple[Done, Step]:
        draft = self._drafted(seen, changes)
        step = Step(changes, tuple(draft.ops))
        return self._written(step, draft, {}), step

    def _drafted(self, seen: Workspace, changes: tuple[Authored, ...]) -> Draft:
        draft = Draft(self.workspace, seen)
        _edit(draft, lambda changed: make_all(changed, changes))
        return draft

    def _replayed(self, step: Step) -> tuple[Done, Step]:
        """A step made again: the very lines where a file is as that step needs it, else the same places."""
        exact: dict[str, bytes | None] = {}
        for path, lines in step.lines.items():
            try:
                exact[path] = put_back(saving.content(self.workspace, path), lines)
            except LookupError:
                continue
        draft = Draft(self.workspace, self.workspace)
        moved = [op for op in step.ops if op.path not in exact]
        _edit(draft, lambda changed: _again(changed, moved))
        made = Step(step.changes, step.ops)
        return self._written(made, draft, exact), made

    def _written(self, step: Step, draft: Draft, exact: dict[str, bytes | None]) -> Done:
        """Check what would stand in the files, and put it there."""
        (before, changed), proposed, found = self._proposed(draft, exact)
        step.lines = {path: lines_between(before[path], changed[path]) for path in changed}
        marks = saving.replaced(self.workspace.root, changed, before)
        self.workspace = replace(proposed, signatures={**proposed.signatures, **marks})
        self._standing.moved(proposed, self.workspace)
        return Done((), _places(self.workspace, step.ops), found)

    def _proposed(
        self, draft: Draft, exact: dict[str, bytes | None]
    ) -> tuple[tuple[Contents, Contents], Workspace, tuple[Finding, ...]]:
        """The bytes of files now, and of those that would change then; the workspace then; what would follow."""
        before = {path: saving.content(self.workspace, path) for path in {*draft.documents, *exact}}
        after = {**{path: one.bytes() for path, one in draft.documents.items()}, **exact}
        changed = {path: data for path, data in after.items() if data != before[path]}
        for path in changed:
            if not saving.as_read(self.workspace, path, before[path]):
                self._read_again(path)
        texts: Texts = {path: _text(draft, path, data) for path, data in changed.items()}
        refuse_lost_comments(self.workspace, {path: texts[path] for path in changed if path not in exact})
        proposed = folder.as_if(self.workspace, texts)
        entries = {op.path: op.way[:2] for op in draft.ops}
        found = consequences(self._standing, self.workspace, proposed, {*changed} - {*exact}, entries)
        return (before, changed), proposed, found

    def _read_again(self, path: str) -> None:
        """See to it that a file is read the next time, whatever its stamp, and refuse until then."""
        self.workspace = replace(self.workspace, signatures={**self.workspace.signatures, path: durable.UNREAD})
        raise Refusing("somebody else is writing this file", "look at it, and try again", path)


def _folders(changes: Iterable[Authored]) -> set[str]:
    return {FOLDERS[0] if isinstance(change, OfQuestion) else FOLDERS[1] for change in changes}


def _edit(draft: Draft, edit: Callable[[Draft], object]) -> None:
    """Edit a draft; what the lines do not allow is refused with the file's name."""
    try:
        edit(draft)
    except yamltext.EditRefused as error:
        raise Refusing(error.message, error.remedy, draft.path, error.line) from None


def _text(draft: Draft, path: str, data: bytes | None) -> tuple[str, yamltext.Text] | None:
    if data is None:
        return None
    if path in draft.documents:
        return draft.kinds[path], draft.documents[path].whole()
    kind = "origins" if path == "evidence/origins.yaml" else path.partition("/")[0]
    return kind, yamltext.read(data)


def _again(draft: Draft, ops: Iterable[Op]) -> None:
    for op in ops:
        by_meaning(draft, op)


def _places(workspace: Workspace, ops: Iterable[Op]) -> tuple[Place, ...]:
    """Where the edits stand now: each entry once, and a field by itself where it is all that changed."""
    by_entry: dict[tuple[str, Keys], list[Keys]] = {}
    for op in ops:
        for keys in [(op.section, key) for key in op.entries] if isinstance(op, Several) else [op.way]:
            by_entry.setdefault((op.path, keys[:2] if keys and keys[0] in BY_ID else keys), []).append(keys)
    places = [(path, ways[0] if len(ways) == 1 else entry) for (path, entry), ways in by_entry.items()]
    lines = workspace.lines(places)
    return tuple(Place(path, line, keys) for (path, keys), line in zip(places, lines, strict=True))


def _differing(one: Workspace, other: Workspace) -> tuple[str, ...]:
    """The files an author writes in that are not the same in both."""
    paths = {path for path in {*one.signatures, *other.signatures} if path.startswith(FOLDERS)}
    return tuple(sorted(path for path in paths if one.signatures.get(path) != other.signatures.get(path)))
