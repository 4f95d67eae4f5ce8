"""What comes of saving a matrix and of looking whether its files changed, as values."""

from __future__ import annotations

import datetime
import os
from typing import NamedTuple

from workbench import yamltext
from workbench.workspace.files import Unusable
from workbench.workspace.folder import NotAWorkspace

UNREACHED = (OSError, NotAWorkspace, Unusable, yamltext.YamlError)
"""What keeps a file from being read or written."""


class Difference(NamedTuple):
    """One place of a matrix that was changed here and outside.

    `place` is a hypothesis's id for a cell, `<hypothesis> because` for a reason, `<hypothesis> weighed`,
    `<hypothesis> if <suspect> deceives` for a cell rated again, `relevance`, `parked` or `grade`. Where it is
    about no item the address is empty, and it is `<suspect> <question>` of a checklist, `likelihood <hypothesis>`
    or another field of the judgement, or `seed`. An empty value means there is none.
    """

    address: str
    place: str
    mine: str
    theirs: str


class Saved(NamedTuple):
    """Everything is in the file. `merged` names the places (address, place) taken in from outside."""

    at: datetime.datetime
    merged: tuple[tuple[str, str], ...] = ()


class Clash(NamedTuple):
    """The same places were changed here and outside: `settle` and save again."""

    cells: tuple[Difference, ...]


class Failed(NamedTuple):
    """Not everything was written, nothing is lost: what is not in the file is in memory and can be saved again."""

    message: str


class Changed(NamedTuple):
    """Files of the workspace changed outside. `merged` names the places of the matrix taken in."""

    files: tuple[str, ...]
    merged: tuple[tuple[str, str], ...] = ()
    clash: Clash | None = None
    failed: Failed | None = None


class Clashing(Exception):
    """There is something to be asked about before anything can be written."""

    def __init__(self, clash: Clash) -> None:
        super().__init__()
        self.clash = clash


def failure(error: Exception, path: str) -> Failed:
    """What went wrong with a file, and what to do, in one sentence."""
    match error:
        case Unusable(finding=finding):
            return Failed(str(finding))
        case yamltext.YamlError(problem=found):
            return Failed(f"{path}:{found.line}: {found.code} {found.message}; {found.remedy}")
        case yamltext.EditRefused(line=line, message=message, remedy=remedy):
            return Failed(f"{path}:{line}: {message}; {remedy}")
        case FileNotFoundError() | NotADirectoryError() | NotAWorkspace():
            return Failed(f"{path}: its folder is gone; put it back, what you rated is kept here until then")
    why = os.strerror(error.errno) if isinstance(error, OSError) and error.errno else str(error)
    return Failed(f"{path}: not saved: {why}; what you rated is kept here and tried again")
