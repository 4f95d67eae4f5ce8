"""Asking git: fixed arguments, no shell, names ended by NUL, and nothing in the environment that would lead elsewhere.

Nothing is ever written to the repository, its index included, and no hook of it is run.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_ALWAYS = ("git", "--no-pager", "-c", "core.fsmonitor=false")

_ELSEWHERE = (
    "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_COMMON_DIR", "GIT_PREFIX", "GIT_NAMESPACE",
    "GIT_INTERNAL_SUPER_PREFIX", "GIT_EXTERNAL_DIFF", "GIT_DIFF_OPTS", "GIT_GRAFT_FILE",
)  # fmt: skip
"""What a hook's environment, or one left over, says of another place than the folder we ask about."""

_OBJECTS = ("GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES")
"""Where objects are. In a hook that judges a push, what is pushed stands there and nowhere else."""

_SETTINGS = {"LC_ALL": "C", "LANGUAGE": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0"}

DUBIOUS = "dubious ownership"


class CannotTell(Exception):
    """Git cannot tell. The message is a sentence that says why and what to do, without its full stop."""


def environment(given: Mapping[str, str], *, named: bool = False) -> dict[str, str]:
    """The environment git is run in: this process's, without what names another repository or another tongue.

    Args:
        given: the environment of this process.
        named: keep what it says of a repository.
    """
    kept = {name: value for name, value in given.items() if named or name not in _ELSEWHERE}
    if not named and "GIT_QUARANTINE_PATH" not in given:
        kept = {name: value for name, value in kept.items() if name not in _OBJECTS}
    return kept | _SETTINGS


@dataclass(frozen=True, slots=True)
class Repository:
    """The repository around a folder.

    `prefix` is the folder's path in it, empty at its top, and ends in a slash; `bare` is true where it has no
    working tree at all or the folder lies inside the repository itself.
    """

    folder: Path
    prefix: str
    bare: bool
    shallow: bool
    named: bool = False
    """Whether it is not around the folder, but the one that GIT_DIR names."""
    seconds: float | None = None
    """How long one answer may take, where that is not needed by all means; then nothing is fetched for it either."""

    @classmethod
    def around(cls, folder: Path) -> Repository:
        """The repository that a folder lies in.

        Raises:
            CannotTell: there is no git here, or no repository, or git refuses it.
        """
        asked = ["rev-parse", "--is-inside-work-tree", "--is-shallow-repository", "--show-prefix"]
        done, named = _run(folder, asked), False
        if done.returncode and "GIT_DIR" in os.environ:
            done, named = _run(folder, asked, named=True), True
        if done.returncode:
            raise CannotTell(_no_repository(folder, _said(done)))
        inside, shallow, *prefix = os.fsdecode(done.stdout).split("\n")
        return cls(folder, "\n".join(prefix).removesuffix("\n"), inside != "true", shallow == "true", named)

    def output(self, *words: str, given: bytes = b"") -> bytes:
        """What git prints for these words.

        Raises:
            CannotTell: git refuses.
        """
        done = _run(self.folder, words, given, named=self.named, seconds=self.seconds)
        if done.returncode:
            raise CannotTell(f"git cannot tell: {_said(done) or 'it gave no reason'}")
        return done.stdout

    def answer(self, *words: str) -> str:
        """The first line git prints for these words; empty where it refuses."""
        done = _run(self.folder, words, named=self.named, seconds=self.seconds)
        return "" if done.returncode else os.fsdecode(done.stdout).partition("\n")[0]

    def names(self, *words: str) -> list[str]:
        """The names git prints for these words, each ended by NUL."""
        return [os.fsdecode(name) for name in self.output(*words).split(b"\0") if name]

    def blobs(self, ids: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        """The contents of blobs by their ids, all out of one process.

        Raises:
            CannotTell: one of them is not in this clone.
        """
        wanted = list(dict.fromkeys(ids))
        if not wanted:
            return
        held = self.output("cat-file", "--batch", given="".join(f"{one}\n" for one in wanted).encode())
        at = 0
        for one in wanted:
            end = held.index(b"\n", at)
            head = held[at:end].split(b" ")
            if head[-1] == b"missing" or len(head) != 3:
                raise CannotTell("a file of that revision is not in this clone; get it with `git fetch --refetch`")
            size = int(head[2])
            yield one, held[end + 1 : end + 1 + size]
            at = end + 1 + size + 1


def _run(
    folder: Path, words: Sequence[str], given: bytes = b"", *, named: bool = False, seconds: float | None = None
) -> subprocess.CompletedProcess[bytes]:
    settings = environment(os.environ, named=named) | ({"GIT_NO_LAZY_FETCH": "1"} if seconds else {})
    try:
        return subprocess.run(
            [*_ALWAYS, *words], cwd=folder, env=settings, capture_output=True, check=False, input=given, timeout=seconds
        )
    except subprocess.TimeoutExpired:
        raise CannotTell(f"git took longer than {seconds:g} s to answer") from None
    except FileNotFoundError:
        if not folder.is_dir():
            raise CannotTell(f"there is no folder {folder}") from None
        raise CannotTell("there is no git on this machine; install it, revisions are read with it") from None
    except OSError as error:
        raise CannotTell(f"git cannot be started: {(error.strerror or str(error)).lower()}") from None


def _said(done: subprocess.CompletedProcess[bytes]) -> str:
    """Why git refused, in its first line."""
    lines = done.stderr.decode("utf-8", "replace").strip().splitlines()
    told = next((line for line in lines if line.startswith(("fatal: ", "error: "))), lines[0] if lines else "")
    return told.removeprefix("fatal: ").removeprefix("error: ").rstrip(".")


def _no_repository(folder: Path, said: str) -> str:
    if DUBIOUS in said:
        return (
            f"git does not trust the repository around {folder}, as it belongs to somebody else; if you do, say "
            f"`git config --global --add safe.directory FOLDER`"
        )
    if "not a git repository" in said or not said:
        return f"{folder} is in no git repository, and what changed is told from git; begin one with `git init`"
    return f"git cannot read the repository around {folder}: {said}"
