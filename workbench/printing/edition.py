"""Edition: which files a page is printed from, told by git, so that the same files always print the same page."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from workbench.workspace import files


class Edition(NamedTuple):
    """The last revision that touched the case, and its day; empty where git knows of none."""

    revision: str = ""
    date: str = ""


def edition(root: Path) -> Edition:
    """The edition of the case in a folder.

    The day is that of SOURCE_DATE_EPOCH where that is set, else the revision's own, in UTC. Where files of the case
    have been changed since, the revision says so, and its day is left out.
    """
    from workbench.revisions.git import CannotTell, Repository  # noqa: PLC0415 - not where nothing is printed

    said = _said_day()
    try:
        repository = Repository.around(root)
        last = repository.output("log", "-1", "--format=%h %ct", "--", *files.FOLDERS).decode("ascii").split()
        changed = bool(repository.output("status", "--porcelain", "--", *files.FOLDERS)) if last else False
    except CannotTell:
        return Edition("", said)
    if not last:
        return Edition("", said)
    revision, seconds = last
    if changed:
        return Edition(f"{revision} with changes since", said)
    return Edition(revision, said or _day(seconds))


def _said_day() -> str:
    return _day(os.environ.get("SOURCE_DATE_EPOCH", ""))


def _day(seconds: str) -> str:
    """The day of a second since 1970, in UTC; empty where it is none."""
    try:
        return datetime.fromtimestamp(int(seconds), UTC).date().isoformat()
    except (ValueError, OverflowError, OSError):
        return ""
