"""The case and the schemas that come with the program."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import workbench

CASE = ("hypotheses", "evidence", "matrices", "schemas")

OF_OUTPUT = Path("schemas/output")
"""Schemas of what commands print: no file of a workspace has one of these."""


def folder() -> Path:
    """Where the shipped case lies: inside the installed package, or beside it in a checkout.

    Raises:
        FileNotFoundError: the installation is not whole.
    """
    package = Path(workbench.__file__).parent
    for place in (package / "shipped", package.parent):
        if all((place / name).is_dir() for name in CASE):
            return place
    raise FileNotFoundError(2, "the shipped case is missing from the installation; install it again", str(package))


def copy(names: Iterable[str], into: Path) -> None:
    """Copy folders of the shipped case into a folder; the copies are ordinary files of the user's.

    Raises:
        FileExistsError: a file is there already; it stays as it is.
        OSError: a file cannot be read or written.
    """
    source = folder()
    for name in names:
        for path in sorted((source / name).rglob("*")):
            copied = into / path.relative_to(source)
            if path.is_file() and not path.name.startswith(".") and not path.is_relative_to(source / OF_OUTPUT):
                copied.parent.mkdir(parents=True, exist_ok=True)
                with copied.open("xb") as file:
                    file.write(path.read_bytes())
