"""What is compared with what: `A`, `A..B` and `A...B` as git means them."""

from __future__ import annotations

from typing import NamedTuple

from workbench.revisions.git import CannotTell, Repository

WORKING_TREE = "the working tree"
"""What the files as they lie in the folder are called."""

HEAD = "HEAD"


class Span(NamedTuple):
    """Two commits by their full ids; `after` is empty for the working tree. The labels are for readers."""

    before: str
    after: str
    before_label: str
    after_label: str


def span(repository: Repository, typed: str = "") -> Span:
    """What was typed, looked up; nothing typed is HEAD against the working tree.

    Raises:
        CannotTell: a revision is not there, or two have no common ancestor.
    """
    one, dots, other = _parted(typed)
    if not dots:
        commit = _commit(repository, one)
        return Span(commit, "", _label(repository, one, commit), WORKING_TREE)
    first, second = _commit(repository, one), _commit(repository, other)
    named = _label(repository, other, second)
    if dots == "..":
        return Span(first, second, _label(repository, one, first), named)
    base = repository.answer("merge-base", first, second)
    if not base:
        raise CannotTell(_no_base(repository, one, other))
    return Span(base, second, _base_label(repository, one, first, base), named)


def is_revision(repository: Repository, typed: str) -> bool:
    """Whether all that is named in what was typed is there."""
    one, dots, other = _parted(typed)
    return all(_found(repository, name) for name in ((one, other) if dots else (one,)))


def _parted(typed: str) -> tuple[str, str, str]:
    one, dots, other = typed.partition("...") if "..." in typed else typed.partition("..")
    return one or HEAD, dots, other or HEAD


def _commit(repository: Repository, name: str) -> str:
    found = _found(repository, name)
    if not found:
        raise CannotTell(_missing(repository, name))
    return found


def _found(repository: Repository, name: str) -> str:
    """The commit that a name stands for; empty where there is none. What looks like an option is no name."""
    if name.startswith("-") or "\0" in name:
        return ""
    return repository.answer("rev-parse", "--verify", "--quiet", f"{name}^{{commit}}")


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


def _label(repository: Repository, name: str, commit: str) -> str:
    """The name as typed, and the short id where the name is not the id itself."""
    return _short(repository, commit) if commit.startswith(name) else f"{name} ({_short(repository, commit)})"


def _base_label(repository: Repository, name: str, commit: str, base: str) -> str:
    """Where two parted, as a commit of the one that was named: it may have gone on since."""
    short = _short(repository, base)
    return short if commit.startswith(name) else f"{name} at {short}"


def _short(repository: Repository, commit: str) -> str:
    return repository.answer("rev-parse", "--short", commit) or commit[:12]
