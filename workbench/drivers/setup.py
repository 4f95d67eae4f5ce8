"""What makes git call us in one clone: lines in .gitattributes, which are committed, and settings, which are not."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from workbench.revisions.git import CannotTell, Repository, environment
from workbench.workspace import durable

ATTRIBUTES = ".gitattributes"

BEGIN = "# ach git-setup: begin; what stands between these two lines is written anew"
END = "# ach git-setup: end"

PATTERNS = ("hypotheses/*.yaml", "evidence/*.yaml", "matrices/**/*.yaml")
"""The files of a workspace, from its folder: a pattern with a slash holds for the folder of its .gitattributes."""

_PACKAGE = Path(__file__).parents[1]

NAME = "ach"
"""What the driver is called in attributes and settings."""


def attributes(before: str, *, undo: bool = False) -> str:
    """The text of a .gitattributes with our lines, or without them; all others stay.

    Raises:
        CannotTell: the line that ends ours is missing.
    """
    newline = "\r\n" if "\r\n" in before else "\n"
    ours = [BEGIN, *(f"{pattern} diff={NAME} merge={NAME}" for pattern in PATTERNS), END]
    lines = before.splitlines()
    if BEGIN in lines:
        start = lines.index(BEGIN)
        if END not in lines[start:]:
            raise CannotTell(f'{ATTRIBUTES} has the line "{BEGIN}" and not the one that ends it; take it away first')
        end = lines.index(END, start) + 1
        lines[start:end] = [] if undo else ours
    elif not undo:
        lines += ours
    return "".join(line + newline for line in lines)


def write_attributes(root: Path, *, undo: bool = False) -> bool:
    """Write our lines into the .gitattributes of a workspace, or take them out; a file left empty goes.

    Returns:
        Whether the file changed.

    Raises:
        CannotTell: it is a link, which git does not follow, or no text.
        OSError: it cannot be written.
    """
    path = root / ATTRIBUTES
    if path.is_symlink():
        raise CannotTell(f"{path} is a link, and git reads none; put the file itself in its place")
    held = path.read_bytes() if path.exists() else b""
    try:
        after = attributes(held.decode("utf-8"), undo=undo).encode()
    except UnicodeDecodeError:
        raise CannotTell(f"{path} is not UTF-8; make it so first") from None
    if after == held:
        return False
    if after:
        durable.replace(path, after)
    else:
        path.unlink()
    return True


def settings() -> dict[str, str]:
    """The settings of this clone, by name. They hold the place of this program, since git has another PATH at times.

    Where the program is gone one day, git's own merge and the plain text take its place.
    """
    words = _program()
    these = "--marker-size %L -- %O %A %B %P"
    program, there = shlex.join(words), f"test -x {shlex.quote(words[0])}"
    own = "git merge-file -L ours -L base -L theirs --marker-size=%L %A %O %B"
    return {
        f"diff.{NAME}.textconv": f'f() {{ if {there}; then {program} -q textconv -- "$1"; else cat "$1"; fi; }}; f',
        f"merge.{NAME}.name": "by cell, item and field (ach git-setup)",
        f"merge.{NAME}.driver": f"if {there}; then {program} merge-file {these}; else {own}; fi",
    }


def _program() -> list[str]:
    """The words that call this program from anywhere."""
    beside = Path(sys.executable).parent / "ach"
    found = str(beside) if beside.is_file() else shutil.which("ach")
    if found:
        return [found]
    # Not installed: what lies in the present folder, which may be anybody's, must not be taken for this program (-P).
    start = (
        f"import sys; sys.path.insert(0, {str(_PACKAGE.parent)!r}); from workbench.cli import main; sys.exit(main())"
    )
    return [sys.executable, "-P", "-c", start]


def write_settings(repository: Repository, *, undo: bool = False) -> None:
    """Write the settings into the repository's own configuration, or take them out.

    Raises:
        CannotTell: git refuses.
    """
    for name, value in settings().items():
        words = ("--unset-all", name) if undo else ("--replace-all", name, value)
        done = _config(repository.folder, words)
        absent = undo and done.returncode == 5  # there was no such setting
        if done.returncode and not absent:
            said = done.stderr.decode("utf-8", "replace").strip().splitlines()
            raise CannotTell(f"git does not take the setting {name}: {said[0] if said else 'it gave no reason'}")


def _config(folder: Path, words: Sequence[str]) -> subprocess.CompletedProcess[bytes]:
    settings_of = environment(os.environ)
    return subprocess.run(
        ["git", "config", "--local", *words], cwd=folder, env=settings_of, capture_output=True, check=False
    )
