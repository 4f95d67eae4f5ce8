"""Which file of which workspace a path of a repository is."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import NamedTuple

from workbench.revisions.tree import kind


class Within(NamedTuple):
    """A file of a workspace: the workspace's folder, the path from there, and the kind of file."""

    folder: str
    path: str
    kind: str


def within(path: str) -> Within | None:
    """The workspace file that a path leads to, told by its last folders; nothing where it is none."""
    parts = PurePosixPath(path).parts
    for length in (2, 3):
        tail = "/".join(parts[-length:])
        if len(parts) >= length and kind(tail):
            return Within("/".join(parts[:-length]) or ".", tail, kind(tail))
    return None
