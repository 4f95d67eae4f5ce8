"""Putting a document into a file: which format its ending names, and what it must not overwrite."""

from __future__ import annotations

import re
import stat
from collections.abc import Sequence
from pathlib import Path

from workbench.printing import seal
from workbench.workspace import durable, files

SHORT = {
    ".txt": "text", ".md": "md", ".html": "html", ".pdf": "pdf", ".svg": "svg", ".csv": "csv", ".xlsx": "xlsx",
    ".json": "json",
}  # fmt: skip
"""The ending that a format is usually given."""

ENDINGS = {**SHORT, ".text": "text", ".markdown": "md", ".htm": "html"}
"""What the ending of a file's name says of its format."""

FORMS = tuple(SHORT.values())
"""Every format there is."""

PDF_BY = re.compile(rb"ach-workbench \d")
"""What a PDF of ours says in its metadata."""

CASE_FOLDERS = (*files.FOLDERS, "schemas")
"""Where nothing is printed."""


class NotPrinted(Exception):
    """Nothing was written. The message is a sentence that says why and what to do."""


class AlreadyThere(NotPrinted):
    """A file stands there that this program has not printed; it may be overwritten if that is meant."""


def format_of(name: str, said: str | None, forms: Sequence[str] = FORMS) -> str:
    """The format that was said, else the one the file's ending names, else text.

    Args:
        name: of the file; empty for standard output.
        said: a format by its name, or nothing.
        forms: the formats that what is printed has.

    Raises:
        NotPrinted: the ending names no format of it, and none was said.
    """
    ending = Path(name).suffix.lower()
    if said or not ending:
        return said or "text"
    if ENDINGS.get(ending) not in forms:
        known = " ".join(one for one, form in SHORT.items() if form in forms)
        raise NotPrinted(f'"{name}": no format of it is called {ending}; say one with --format, or end it in {known}')
    return ENDINGS[ending]


def write(name: str, content: bytes, *, root: Path, force: bool) -> Path:
    """Put the content into a file in one step, so that it is never half written.

    A link is followed; a device or a pipe is written to as it is.

    Raises:
        AlreadyThere: it holds what was not printed by this program or was changed since, and `force` is not given.
        NotPrinted: the file is one of the case, or its folder is missing.
        OSError: it cannot be written.
    """
    path = _followed(name)
    if any(path.is_relative_to((root / folder).resolve()) for folder in CASE_FOLDERS):
        raise NotPrinted(f"{name} lies among the files of the case, which are never overwritten; write it elsewhere")
    if path.is_dir() or not path.parent.is_dir():
        raise NotPrinted(f"{name} {'is a folder' if path.is_dir() else 'lies in no folder there is'}; name a file")
    if path.exists() and not stat.S_ISREG(path.stat().st_mode):
        path.write_bytes(content)
        return path
    if path.exists() and not force and not _ours(path):
        raise AlreadyThere(f"{name} is there already, and was not printed by ach or was changed since; write elsewhere")
    durable.replace(path, content)
    return path


def _followed(name: str) -> Path:
    """The file a name leads to."""
    try:
        return Path(name).resolve()
    except RuntimeError:  # before Python 3.13 a link that leads to itself is none of the system's errors
        raise NotPrinted(f"{name} is a link that leads to itself; name a file") from None


def _ours(path: Path) -> bool:
    """Whether a file is empty, or was printed by this program and nobody has written into it since."""
    content = path.read_bytes()
    if content.startswith(b"%PDF-"):  # which nobody edits in place
        return bool(PDF_BY.search(content))
    if content.startswith(b"PK"):
        from workbench.report import workbook  # noqa: PLC0415 - for files of spreadsheets alone

        return workbook.untouched(content)
    return not content.strip() or seal.unbroken(content)
