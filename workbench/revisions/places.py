"""Which folder of a repository is the workspace, where there is no working tree to look at."""

from __future__ import annotations

from collections.abc import Collection

from workbench.revisions.git import CannotTell, Repository

_MARK = "hypotheses"
"""The folder that a workspace is told by."""


def prefix(repository: Repository, commit: str, words: Collection[str] = ()) -> str:
    """The workspace's folder in a revision, with a slash at its end; empty for the top.

    The one that the folder we stand in is part of, else the one that is named among the words, else the only one.

    Raises:
        CannotTell: there is none, or there are several and none is named.
    """
    trees = repository.names("ls-tree", "-r", "-d", "-z", "--name-only", "--full-tree", commit)
    found = [tree.removesuffix(_MARK) for tree in trees if tree.split("/")[-1] == _MARK]
    around = [one for one in found if repository.prefix.startswith(one)]
    named = [one for one in found if one.removesuffix("/") in {word.strip("/") for word in words}]
    for some in (named, around, found):
        if some and (len(some) == 1 or some is around):
            return max(some, key=len)
    if not found:
        raise CannotTell(f"there is no workspace at {commit[:12]}: no folder {_MARK}/ in it")
    listed = ", ".join(one or "." for one in found[:12])
    raise CannotTell(f"there are several workspaces at {commit[:12]}; name one of {listed}")
