"""What each column of a table is: by its name, else by what stands in it; and how that is changed."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from workbench import edtf
from workbench.model import Kind, ids
from workbench.pasting.fields import FIELDS, LEFT_OUT, TAG, field_of, slug
from workbench.pasting.table import NotATable, Table
from workbench.workspace import Workspace

GRADE = re.compile(r"([A-F]?)\s*([1-6])(?:\.0)?", re.IGNORECASE)
"""A grade of credibility, perhaps behind the letter of its source."""

_LONG = 20
"""Characters that the cells of a text have at least, on average, where no name says what they are."""

_LOOKED_AT = 500
"""So many cells of a column show what it is."""

Columns = tuple[str, ...]
"""For each column the field it is (`FIELDS`, or `tag:name`), or `LEFT_OUT`."""


def matched(table: Table, workspace: Workspace) -> Columns:
    """What each column is, as far as names and cells tell; of two alike the first counts."""
    tags = {tag for item in workspace.items.values() for tag in item.tags}
    found: list[str] = []
    for index in range(table.width):
        name = table.head[index] if table.head else ""
        field = field_of(name) or (f"{TAG}{slug(name)}" if slug(name) in tags else LEFT_OUT)
        cells = table.column(index)[:_LOOKED_AT]
        fits = field not in _DOUBTED or not cells or any(_FITS[field](cell, workspace) for cell in cells)
        found.append(field if field not in found and fits else LEFT_OUT)
    for field in () if table.head else _TELLING:
        _claim(found, table, field, lambda cell, field=field: _FITS[field](cell, workspace))  # type: ignore[misc]
    return _with_text(found, table)


def choices(table: Table, columns: Columns, index: int) -> Columns:
    """What a column can be: left out, a field that no other column is, or the tag it is named after."""
    used = {field for number, field in enumerate(columns) if number != index}
    name = table.head[index] if index < len(table.head) else ""
    tag = slug(name) or f"column-{index + 1}"
    own = columns[index] if columns[index].startswith(TAG) else f"{TAG}{tag}"
    return tuple(field for field in (LEFT_OUT, *FIELDS, own) if field not in used or field == LEFT_OUT)


def changed(table: Table, columns: Columns, index: int, step: int) -> Columns:
    """The columns with one of them so many choices further on."""
    known = choices(table, columns, index)
    field = known[(known.index(columns[index]) + step) % len(known)]
    return (*columns[:index], field, *columns[index + 1 :])


def named(table: Table, columns: Columns, given: Mapping[str, str]) -> Columns:
    """The columns with some said: field to the name of its column, or its number; empty takes the field away.

    Raises:
        NotATable: there is no such field or column; the sentence says which there are.
    """
    made = list(columns)
    for field, name in given.items():
        tag = field.removeprefix(TAG) if field.startswith(TAG) else ""
        if field not in FIELDS and not (tag and slug(tag) == tag):
            raise NotATable(f"'{field}' is no field", f"the fields are {', '.join(FIELDS)} and {TAG}NAME")
        made = [LEFT_OUT if one == field else one for one in made]
        if name.strip():
            made[_place(table, name.strip())] = field
    return tuple(made)


def _place(table: Table, name: str) -> int:
    heads = [head.casefold() for head in table.head]
    if name.casefold() in heads:
        return heads.index(name.casefold())
    if name.isascii() and name.isdecimal() and 1 <= int(name[:4]) <= table.width:
        return int(name) - 1
    there = f"there are: {', '.join(filter(None, table.head))}" if table.head else "the columns have no names"
    raise NotATable(f"there is no column '{name}'", f"{there}; or say its number, 1 to {table.width}")


def _claim(found: list[str], table: Table, field: str, fits: Callable[[str], bool]) -> None:
    """Let the first column that is nothing yet be this field, if all its cells fit."""
    if field in found:
        return
    for index, taken in enumerate(found):
        cells = table.column(index)[:_LOOKED_AT]
        if not taken and cells and all(map(fits, cells)):
            found[index] = field
            return


def _with_text(found: Sequence[str], table: Table) -> Columns:
    """With the column of the longest cells as the text, where no name says which it is."""
    made = list(found)
    lengths = {i: _length(table.column(i)) for i, field in enumerate(made) if not field}
    longest = max(lengths, key=lambda index: lengths[index], default=None)
    if "text" not in made and longest is not None and (lengths[longest] >= _LONG or table.width == 1):
        made[longest] = "text"
    return tuple(made)


def _length(cells: Sequence[str]) -> float:
    return sum(map(len, cells)) / len(cells) if cells else 0.0


def _is_date(cell: str, _: Workspace) -> bool:
    try:
        edtf.parse(cell)
    except ValueError:
        return cell == "unknown"
    return True


def _is_origin(cell: str, workspace: Workspace) -> bool:
    return cell in workspace.origins


def _is_source(cell: str, workspace: Workspace) -> bool:
    return cell in workspace.sources or any(source.title == cell for source in workspace.sources.values())


_FITS: Mapping[str, Callable[[str, Workspace], bool]] = {
    "kind": lambda cell, _: cell.casefold() in {*Kind},
    "credibility": lambda cell, _: bool(GRADE.fullmatch(cell)),
    "when": _is_date,
    "origin": _is_origin,
    "source": _is_source,
    "id": lambda cell, _: ids.is_id(slug(cell)),
}
"""Whether a cell is what a field holds."""

_DOUBTED = frozenset({"id", "source"})
"""Fields whose names often stand over something else: running numbers, or who said it."""

_TELLING = ("kind", "credibility", "when", "origin")
"""Fields that their cells alone give away."""
