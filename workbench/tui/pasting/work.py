"""What was pasted and how it is to be read, and what comes of it: made beside the keys, since it may be much."""

from __future__ import annotations

import os
import stat
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from workbench import pasting
from workbench.pasting import Alike, NotATable, Pasted, Table
from workbench.workspace.authoring import Author
from workbench.workspace.authoring_outcomes import Done, Refused

MOST_BYTES = 64 * 1024 * 1024
"""A larger file is not opened."""


_BEGINS = ("/", "~", "./", "../", "'", '"', "file://")


class Asked(NamedTuple):
    """What was pasted, and what the analyst said about it; empty or None is found out."""

    text: str
    source: str
    delimiter: str = ""
    head: bool | None = None
    columns: tuple[str, ...] | None = None
    add_origins: bool = False


class Came(NamedTuple):
    """What comes of it: nothing of this is written yet. `wrong` is a sentence where it cannot be read at all."""

    asked: Asked
    wrong: str = ""
    table: Table = Table((), (), (), "\t")
    columns: tuple[str, ...] = ()
    made: Pasted = Pasted((), ())
    outcome: Done | Refused = Done(())
    alike: Sequence[Alike] = ()


def worked_out(asked: Asked, author: Author) -> Came:
    """Read, match and try what was pasted; every line that cannot be written is refused with its reason."""
    now = author.workspace
    try:
        table = pasting.read(asked.text, asked.delimiter, head=asked.head)
    except NotATable as error:
        return Came(asked, str(error))
    columns = asked.columns
    if columns is None or len(columns) != table.width:
        columns = pasting.matched(table, now)
    made = pasting.pasted(table, columns, now, asked.source, add_origins=asked.add_origins)
    made, outcome = pasting.foreseen(author, made)
    alike = pasting.alike(made.taken, now.items, now.sources, now.origins)
    return Came(asked, "", table, columns, made, outcome, alike)


def like_a_path(text: str) -> bool:
    """Whether what was pasted is one line that names a file, and no row of a table."""
    line = text.strip()
    return len(line.splitlines()) == 1 and "\t" not in line and (" " not in line or line.startswith(_BEGINS))


def file_text(given: str) -> str:
    """The text of a file that is named by its path, as a shell or a dragged file gives it.

    Raises:
        NotATable: there is no such file, or it cannot be read as text.
    """
    named = given.strip().strip("'\"").removeprefix("file://")
    path = Path(os.path.expanduser(named))  # noqa: PTH111 - Path.expanduser raises where there is no such user
    try:
        state = path.stat()
        if not stat.S_ISREG(state.st_mode):
            raise NotATable(f"{named} is no file", "name a file, or paste the rows themselves")
        if state.st_size > MOST_BYTES:
            raise NotATable(f"{named} has {state.st_size:,} bytes", "save it in parts")
        return pasting.decoded(path.read_bytes())
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) and error.strerror else "there can be no such path"
        raise NotATable(f"{named} cannot be read: {why}", "name another file, or paste the rows themselves") from None
