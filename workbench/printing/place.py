"""Putting a document into a file: which format its ending names, and what it must not overwrite."""

from __future__ import annotations

import re
import stat
from pathlib import Path

from workbench import __version__
from workbench.commands.refusal import Refusal
from workbench.workspace import durable, files

PROGRAM = f"ach-workbench {__version__}"

ENDINGS = {".txt": "text", ".text": "text", ".md": "md", ".markdown": "md", ".csv": "csv", ".json": "json"}
"""What the ending of a file's name says of its format."""

PRINTED_BY = re.compile(rb"[Pp]rinted by,* ?ach-workbench [^ ]+")
"""The last words of what this program prints, its marking aside."""

CASE_FOLDERS = (*files.FOLDERS, "schemas")


def format_of(name: str, said: str | None) -> str:
    """The format that was said, else the one the file's ending names, else text.

    Raises:
        Refusal: the ending names no format, and none was said.
    """
    ending = Path(name).suffix.lower()
    if said or not ending:
        return said or "text"
    if ending not in ENDINGS:
        raise Refusal(
            f'"{name}": no format is called {ending}; say one with --format, or end it in .txt .md .csv .json'
        )
    return ENDINGS[ending]


def write(name: str, content: str, *, root: Path, force: bool) -> Path:
    """Put the content into a file in one step, so that it is never half written.

    A link is followed; a device or a pipe is written to as it is.

    Raises:
        Refusal: the file is one of the case, or holds something that was not printed by this
            program and `force` is not given, or its folder is missing.
        OSError: it cannot be written.
    """
    path = _followed(name)
    data = content.encode("utf-8", "backslashreplace")
    if any(path.is_relative_to((root / folder).resolve()) for folder in CASE_FOLDERS):
        raise Refusal(f"{name} lies among the files of the case, which are never overwritten; write it elsewhere")
    if path.is_dir() or not path.parent.is_dir():
        raise Refusal(f"{name} {'is a folder' if path.is_dir() else 'lies in no folder there is'}; name a file")
    if path.exists() and not stat.S_ISREG(path.stat().st_mode):
        path.write_bytes(data)
        return path
    if path.exists() and not force and not _ours(path):
        raise Refusal(
            f"{name} is there already and was not printed by ach; write elsewhere, or overwrite it with --force"
        )
    durable.replace(path, data)
    return path


def _followed(name: str) -> Path:
    """The file a name leads to."""
    try:
        return Path(name).resolve()
    except RuntimeError:  # before Python 3.13 a link that leads to itself is none of the system's errors
        raise Refusal(f"{name} is a link that leads to itself; name a file") from None


def _ours(path: Path) -> bool:
    """Whether a file is empty, or says that this program printed it and ends there: nothing was written below."""
    content = path.read_bytes()
    lines = [stripped for line in content.splitlines() if (stripped := line.strip())]
    if len(lines) > 1 and lines[-1] == lines[0]:
        lines.pop()  # the marking, which stands at the top and at the bottom
    return not lines or bool(PRINTED_BY.fullmatch(lines[-1])) or b'"program": "ach-workbench ' in content[:400]
