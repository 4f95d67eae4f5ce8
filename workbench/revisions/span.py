"""What is compared with what: `A`, `A..B` and `A...B` as git means them."""

from __future__ import annotations

import os
import re
from typing import NamedTuple

from workbench.revisions.git import CannotTell, Repository

WORKING_TREE = "the working tree"
"""What the files as they lie in the folder are called."""

HEAD = "HEAD"


_COMMIT = re.compile(rb"([0-9a-f]{40,64}) commit")


class Commits:
    """The commits that names stand for, each asked of git once, and several in one go."""

    def __init__(self, repository: Repository) -> None:
        self.repository = repository
        self._found: dict[str, str] = {}

    def of(self, *names: str) -> list[str]:
        """The full id of each; empty where there is none. What looks like an option is no name."""
        new = [name for name in dict.fromkeys(names) if name not in self._found]
        askable = [name for name in new if not name.startswith("-") and "\0" not in name and "\n" not in name]
        self._found |= dict.fromkeys(new, "") | self._asked(askable)
        return [self._found[name] for name in names]

    def _asked(self, names: list[str]) -> dict[str, str]:
        peeled = [f"{name}^{{commit}}" for name in names]
        try:
            words = ("cat-file", "--batch-check=%(objectname) %(objecttype)")
            told = self.repository.output(*words, given=os.fsencode("".join(f"{one}\n" for one in peeled)))
            found = [_COMMIT.fullmatch(line) for line in told.splitlines()]
            return {name: one[1].decode() if one else "" for name, one in zip(names, found, strict=True)}
        except (CannotTell, ValueError):  # a single name can make git give up
            return {
                name: self.repository.answer("rev-parse", "--verify", "--quiet", one)
                for name, one in zip(names, peeled, strict=True)
            }


class Span(NamedTuple):
    """Two commits by their full ids; `after` is empty for the working tree. The labels are for readers."""

    before: str
    after: str
    before_label: str
    after_label: str


def span(repository: Repository, typed: str = "", known: Commits | None = None) -> Span:
    """What was typed, looked up; nothing typed is HEAD against the working tree.

    Args:
        repository: where it is looked up.
        typed: `A`, `A..B` or `A...B`.
        known: the commits that were looked up before.

    Raises:
        CannotTell: a revision is not there, or two have no common ancestor.
    """
    one, dots, other = _parted(typed)
    known = known or Commits(repository)
    if not dots:
        commit = _commit(known, one)
        return Span(commit, "", _label(one, commit, _short(repository, commit)[commit]), WORKING_TREE)
    known.of(one, other)
    first, second = _commit(known, one), _commit(known, other)
    base = first if dots == ".." else repository.answer("merge-base", first, second)
    if not base:
        raise CannotTell(_no_base(repository, one, other))
    short = _short(repository, base, second)
    label = _label if dots == ".." else _base_label
    was = label(one, first, short[base])
    return Span(base, second, was, _label(other, second, short[second]))


def is_revision(known: Commits, typed: str) -> bool:
    """Whether all that is named in what was typed is there."""
    one, dots, other = _parted(typed)
    return all(known.of(*((one, other) if dots else (one,))))


def _parted(typed: str) -> tuple[str, str, str]:
    one, dots, other = typed.partition("...") if "..." in typed else typed.partition("..")
    return one or HEAD, dots, other or HEAD


def _commit(known: Commits, name: str) -> str:
    (found,) = known.of(name)
    if not found:
        raise CannotTell(_missing(known.repository, name))
    return found


def _missing(repository: Repository, name: str) -> str:
    if name == HEAD:
        return "there is no commit here yet, so nothing to compare with; make one with `git commit`"
    if repository.shallow:
        return (
            f'there is no revision "{name}" in this shallow clone, which has the last commits only; get the others '
            "with `git fetch --unshallow`, or that one with `git fetch --depth=1 origin REVISION`"
        )
    return f'there is no revision "{name}" here; `git fetch` gets what others have pushed, `git branch -a` lists names'


def _no_base(repository: Repository, one: str, other: str) -> str:
    if repository.shallow:
        return (
            f"where {one} and {other} parted is not in this shallow clone; deepen it with `git fetch --unshallow`, or "
            f"compare the two as they are with {one}..{other}"
        )
    return f"{one} and {other} have no common ancestor; compare the two as they are with {one}..{other}"


def _label(name: str, commit: str, short: str) -> str:
    """The name as typed, and the short id where the name is not the id itself."""
    return short if commit.startswith(name) else f"{name} ({short})"


def _base_label(name: str, commit: str, short: str) -> str:
    """Where two parted, as a commit of the one that was named: it may have gone on since."""
    return short if commit.startswith(name) else f"{name} at {short}"


def _short(repository: Repository, *commits: str) -> dict[str, str]:
    """The short ids of commits, by the full ones."""
    words = ("rev-list", "--no-walk=unsorted", "--abbrev-commit")
    told = repository.output(*words, *commits).decode("ascii").split()
    return {commit: next(filter(commit.startswith, told), commit[:12]) for commit in commits}
