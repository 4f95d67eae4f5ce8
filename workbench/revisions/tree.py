"""A workspace as it stood at a revision, read out of git into the values that reading the folder gives."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from workbench import yamltext
from workbench.model import Finding
from workbench.model.ids import is_id
from workbench.revisions import quickly
from workbench.revisions.git import Repository
from workbench.workspace import Workspace
from workbench.workspace.files import FOLDERS
from workbench.workspace.folder import as_if

LINK, MODULE = "120000", "160000"
"""Modes of entries that are no files: a symbolic link, a submodule."""

MOST_LINKS = 8
"""How many links are followed one after the other."""


class Listed(NamedTuple):
    """An entry of a revision's tree: its path from the workspace's root, its mode, its id and its size in bytes."""

    path: str
    mode: str
    id: str
    size: int


def kind(path: str) -> str:
    """The kind of a file of a workspace by its path (see `workspace.files.found`); empty where it is none."""
    folder, *between, name = ("", *path.split("/")) if "/" not in path else path.split("/")
    stem = name.removesuffix(".yaml")
    if stem == name or not is_id(stem):
        return ""
    if folder == "matrices":
        return "matrix" if len(between) == 1 else ""
    if between or folder not in FOLDERS:
        return ""
    return "origins" if (folder, stem) == ("evidence", "origins") else folder


def listed(repository: Repository, commit: str, prefix: str) -> list[Listed]:
    """What lies in the folders of a workspace at a revision; nothing where it was not there yet."""
    tree = f"{commit}:{prefix.removesuffix('/')}"
    if prefix and not repository.answer("rev-parse", "--verify", "--quiet", tree):
        return []
    return list(_entries(repository, tree, *FOLDERS))


def _entries(repository: Repository, tree: str, *paths: str) -> Iterator[Listed]:
    for line in repository.names("ls-tree", "-r", "-l", "-z", "--full-tree", tree, "--", *paths):
        head, _, path = line.partition("\t")
        mode, _, id_, size = head.split()
        yield Listed(path, mode, id_, int(size) if size.isdecimal() else 0)


class Reader:
    """Reads workspaces out of a repository; a file that is the same in several revisions is read and made once.

    Args:
        repository: where they are.
        prefix: the workspace's folder in it, with a slash at its end, or empty.
        known: texts that were read already, by path: of the working tree.
    """

    def __init__(self, repository: Repository, prefix: str, known: Mapping[str, yamltext.Text] | None = None) -> None:
        self.repository = repository
        self.prefix = prefix
        self.known = known or {}
        self.parsed: dict[str, yamltext.Text | yamltext.YamlError] = {}
        self.made: dict[tuple[str, int], Any] = {}
        self.rows = quickly.Rows()

    def read(self, *commits: str) -> list[Workspace]:
        """The workspace at each of these commits. Bad files become findings beside the good ones, as in a folder.

        Raises:
            CannotTell: git cannot give what is asked for.
        """
        trees = [_Tree(self, commit) for commit in commits]
        wanted = {entry.id: entry.path for tree in trees for entry in tree.files.values()}
        with yamltext.collector_paused():
            for id_, held in self.repository.blobs(wanted):
                self._parse(id_, wanted[id_], held)
            return [tree.workspace() for tree in trees]

    def _parse(self, id_: str, path: str, held: bytes) -> None:
        there = self.known.get(path)
        if there is not None and there.bytes() == held:
            self.parsed[id_] = there
            return
        try:
            self.parsed[id_] = quickly.read(held, self.rows)
        except yamltext.YamlError as error:
            self.parsed[id_] = error


class _Tree:
    """The files of a workspace at one commit."""

    def __init__(self, reader: Reader, commit: str) -> None:
        self.reader = reader
        self.commit = commit
        self.findings: list[Finding] = []
        self.files: dict[str, Listed] = {}
        for entry in listed(reader.repository, commit, reader.prefix):
            if kind(entry.path) or entry.mode in {LINK, MODULE}:
                self._take(entry)

    def _take(self, entry: Listed) -> None:
        target = self._followed(entry) if entry.mode == LINK else entry
        if target is None:
            return
        if target.mode == MODULE or not kind(entry.path):
            self._refuse(
                entry.path, "W002", "this is a submodule or a link to a folder, which a revision does not hold"
            )
        elif target.size > yamltext.MAX_BYTES:
            sizes = f"{target.size:,} bytes; at most {yamltext.MAX_BYTES:,} are read"
            self._refuse(entry.path, "W004", f"the file is too large: {sizes}")
        else:
            self.files[entry.path] = target._replace(path=entry.path)

    def _followed(self, entry: Listed) -> Listed | None:
        """What a link leads to within the workspace; a finding and nothing where it leads elsewhere."""
        path, found = entry.path, entry
        for _ in range(MOST_LINKS):
            ((_, led),) = self.reader.repository.blobs([found.id])
            path = posixpath.normpath(posixpath.join(posixpath.dirname(path), led.decode("utf-8", "surrogateescape")))
            if path.startswith(("/", "../")) or path == "..":
                self._refuse(entry.path, "W003", "the link leads out of the workspace")
                return None
            tree = f"{self.commit}:{self.reader.prefix.removesuffix('/')}"
            inside = _entries(self.reader.repository, tree, path)
            there = next((one for one in inside if one.path == path), None)
            if there is None:
                if kind(entry.path):
                    self._refuse(entry.path, "W002", "its link leads nowhere")
                return None if kind(entry.path) else found
            if there.mode != LINK:
                return there
            found = there
        self._refuse(entry.path, "W002", "the file cannot be read: a link leads to itself")
        return None

    def _refuse(self, path: str, code: str, message: str) -> None:
        self.findings.append(Finding(path, code, message, "put the file itself in its place"))

    def workspace(self) -> Workspace:
        """What the files say."""
        texts: dict[str, tuple[str, yamltext.Text] | None] = {}
        for path, entry in self.files.items():
            held = self.reader.parsed[entry.id]
            if isinstance(held, yamltext.YamlError):
                found = held.problem
                self.findings.append(Finding(path, found.code, found.message, found.remedy, line=found.line))
            else:
                texts[path] = (kind(path), held)
        return as_if(Workspace(Path(self.reader.prefix), findings=tuple(self.findings)), texts, self.reader.made)
