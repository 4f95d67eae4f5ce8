"""Two states of a workspace read and compared: revisions, or a revision and the working tree."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import NamedTuple

from workbench import workspace, yamltext
from workbench.analysis.changes import Comparison, Side, Unread, compare
from workbench.revisions.git import CannotTell, Repository
from workbench.revisions.renaming import present, renames
from workbench.revisions.span import HEAD, Commits, Span, is_revision, span
from workbench.revisions.tree import Reader, kind
from workbench.workspace import Workspace
from workbench.workspace.folder import as_if

_PATTERN = re.compile(r"[*?\[]")
"""What makes a pattern of a path."""


class Compared(NamedTuple):
    """What is asked for: a span, and perhaps only what changed in some files, named by git's pathspecs."""

    span: Span
    paths: tuple[str, ...] = ()


def asked(repository: Repository, words: Collection[str]) -> Compared:
    """What words on the command line ask for, told apart as git does: revisions first, then paths.

    The first word is a revision or a span unless only a path is called so; a second one ends a span that has one end.

    Raises:
        CannotTell: a word is neither, or a revision is not there.
    """
    rest, known = list(words), Commits(repository)
    typed = rest.pop(0) if rest and not _only_a_path(known, rest[0]) else ""
    if typed and ".." not in typed and rest and not _path(repository, rest[0]) and is_revision(known, rest[0]):
        typed = f"{typed}..{rest.pop(0)}"
    for word in rest:
        if not _path(repository, word):
            raise CannotTell(f'"{word}" is neither a revision nor a file that is or was here')
    return Compared(span(repository, typed, known), tuple(rest))


def _only_a_path(known: Commits, word: str) -> bool:
    return not is_revision(known, word) and _path(known.repository, word)


def _path(repository: Repository, word: str) -> bool:
    """Whether a word names files: some that are there, or that the last commit has."""
    if "\0" in word or not word:
        return False
    if (repository.folder / word).exists() or word.startswith(":") or _PATTERN.search(word):
        return True
    here = "" if repository.bare else "./"
    return bool(repository.answer("rev-parse", "--verify", "--quiet", f"{HEAD}:{here}{word.rstrip('/')}"))


def compared(repository: Repository, root: Path | None, prefix: str, wanted: Compared, analyst: str = "") -> Comparison:
    """The comparison of a workspace at both ends of a span.

    Args:
        repository: its repository.
        root: its folder; none where there is no working tree, and then the span has two revisions.
        prefix: its folder in the repository, with a slash at its end, or empty.
        wanted: what is compared.
        analyst: whose matrices to look at; everybody's where none is named.

    Raises:
        CannotTell: git cannot give what is asked for.
    """
    old, new = _both(repository, root, prefix, wanted.span)
    old, new, unread = _mended(old, new, wanted.span)
    if wanted.paths:
        chosen = {path: new.texts.get(path) for path in _chosen(repository, prefix, wanted) if kind(path)}
        new, unread = as_if(old, chosen), tuple(fault for fault in unread if fault.path in chosen)
    ids = renames(old, new)
    quiet = tuple(
        path for path in old.texts.keys() & new.texts.keys() if _differ(old.texts[path][1], new.texts[path][1])
    )
    return compare(
        _side(present(old, ids), old, wanted.span.before_label, ids.items.every),
        _side(new, new, wanted.span.after_label, {}),
        ids,
        analyst=analyst,
        unread=unread,
        quiet=tuple(sorted(quiet)),
    )


def _both(repository: Repository, root: Path | None, prefix: str, ends: Span) -> tuple[Workspace, Workspace]:
    if ends.after:
        old, new = Reader(repository, prefix).read(ends.before, ends.after)
        return old, new
    if root is None:
        raise CannotTell("there is no working tree here; name two revisions, as in A..B")
    new = workspace.read(root)
    known = {path: text for path, (_, text) in new.texts.items()}
    (old,) = Reader(repository, prefix, known).read(ends.before)
    return old, new


def _chosen(repository: Repository, prefix: str, wanted: Compared) -> list[str]:
    """The files that changed and that the pathspecs choose, from the workspace's root; new ones in the folder too."""
    ends = wanted.span
    flags = ("-r", "--name-only", "-z", "--no-renames", "--no-ext-diff", "--no-textconv")
    if ends.after:
        names = repository.names("diff-tree", *flags, ends.before, ends.after, "--", *wanted.paths)
    else:
        names = repository.names("diff-index", *flags[1:], ends.before, "--", *wanted.paths)
        others = ("ls-files", "--others", "--full-name", "-z", "--", *wanted.paths)
        names += repository.names(*others)
    return sorted({name.removeprefix(prefix) for name in names if name.startswith(prefix)})


def _mended(old: Workspace, new: Workspace, ends: Span) -> tuple[Workspace, Workspace, tuple[Unread, ...]]:
    """Both states, with a file that cannot be used on one side as it stands on the other: it looks unchanged."""
    faults_old, faults_new = _faults(old), _faults(new)
    told = [Unread(ends.before_label, *fault) for fault in faults_old.values() if fault not in faults_new.values()]
    told += [Unread(ends.after_label, *fault) for fault in faults_new.values() if fault not in faults_old.values()]
    return _taken(old, new, faults_old), _taken(new, old, faults_new), tuple(told)


def _faults(found: Workspace) -> dict[str, tuple[str, int, str]]:
    """Why files of a workspace cannot be used: path, line and sentence, by path; links to folders by the folder's."""
    faults: dict[str, tuple[str, int, str]] = {}
    for finding in found.findings:
        if finding.path not in found.texts and finding.code not in {"W005", "W006"}:
            faults.setdefault(finding.path, (finding.path, finding.line, finding.message))
    return faults


def _taken(found: Workspace, other: Workspace, faults: Mapping[str, object]) -> Workspace:
    if not faults:
        return found
    lent = {
        path: text
        for path, text in other.texts.items()
        if path in faults or any(path.startswith(f"{folder}/") for folder in faults)
    }
    return as_if(found, lent)


def _differ(one: yamltext.Text, other: yamltext.Text) -> bool:
    """Whether two texts differ in more than their line ends, which git itself may have turned."""
    return one is not other and one.text.replace("\r\n", "\n") != other.text.replace("\r\n", "\n")


def _side(found: Workspace, selecting: Workspace, label: str, renamed: Mapping[str, str]) -> Side:
    """A side of the comparison; which items belong to a question is asked of the workspace as it was written."""
    chosen = {q: [renamed.get(a, a) for a in selecting.case(q, "").items] for q in selecting.questions}
    return Side(
        label=label,
        questions=found.questions,
        sources=found.sources,
        origins=found.origins,
        items=found.items,
        matrices=found.matrices,
        selected={q: tuple(dict.fromkeys(a for a in some if a in found.items)) for q, some in chosen.items()},
    )
