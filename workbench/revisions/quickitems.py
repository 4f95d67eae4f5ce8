"""The items of an evidence file read quickly, without positions, as `quickly` reads the rows of a matrix.

Items whose every line has one of a few plain forms are taken by a pattern, and for each run of them the parser gets the
first one's id with `{}`. It reads what is around them and every item of another form. Where it does not find each `{}`
where it was put, as what that id leads to, nothing is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final, NamedTuple

from workbench import yamltext
from workbench.yamltext.decoding import decode

_OPENING: Final = "\nitems:\n"

_LINES: Final = re.compile(r"(?:\n| [^\n]*\n)*+")
"""The section: up to the first line that begins at the margin."""

_ID = r"[a-z][a-z0-9-]{0,99}"

_WORD = r"[A-Za-z0-9][A-Za-z0-9_./~-]*+"

_WORDS = rf"{_WORD}(?: {_WORD})*+"

_SEVERAL = rf"{_WORDS}(?:, {_WORDS})*+"

_TAG = rf"{_ID}: \[{_SEVERAL}\]"

_PLAIN = r"[A-Za-z0-9(][^\n:#]*+(?:(?::(?![ \n])|(?<! )#)[^\n:#]*+)*+(?<! )"
"""A text on one line without quotes: a colon before a blank, or a # behind one, would end it."""

_FOLDED = r"(?:      [^ \n][^\n]*+(?<! )\n)++"

_PIECE: Final = re.compile(
    rf"(  ({_ID}):\n"
    rf"|    ([a-z_]+): (?:>-\n({_FOLDED})|({_PLAIN})\n|\[({_SEVERAL})\]\n|\{{({_TAG}(?:, {_TAG})*+)\}}\n)\n*+"
    r"|[^\n]*\n)"
)
"""The start of an item, with its id; or a field: its key and what stands there, folded, plain, in brackets, in braces;
or any other line."""

_FOREIGN: Final = re.compile("[\x85\u2028\u2029\ufeff]")
"""What YAML has rules of its own for, beside tab and carriage return."""

Fields = dict[str, Any]


class _Run(NamedTuple):
    """Plain items in a row, by id, and where the first one's id and its `{}` stand in what the parser gets."""

    place: tuple[int, int]
    items: dict[str, Fields]


def read(data: bytes) -> yamltext.Text | None:
    """The text and data of an evidence file as `yamltext.read` gives them; nothing where no item of it is plain.

    Raises:
        YamlError: its bytes are no text.
    """
    if len(data) > yamltext.MAX_SCALAR or data.find(_OPENING.encode()) < 0:
        return None
    mark, text = decode(data)
    start = text.find(_OPENING) + len(_OPENING)
    if "\t" in text or "\r" in text or not (text.isascii() or _FOREIGN.search(text) is None):
        return None
    rest, runs = _parted(text, start)
    if not runs:
        return None
    try:
        found = yamltext.read(mark + rest.encode())
    except yamltext.YamlError:
        return None
    if found.root.places.get("items", (0,))[0] != start - len(_OPENING) + 1:
        return None
    items = _joined(found.root["items"], runs)
    root: Any = {name: items if name == "items" else value for name, value in found.root.items()}
    return replace(found, text=text, root=root) if items is not None else None


def _joined(found: yamltext.Value, runs: Mapping[str, _Run]) -> dict[str, Any] | None:
    """All items in their order; nothing where a run is not where it was put, or an id stands twice."""
    if not isinstance(found, yamltext.Mapping):
        return None
    if any(found.get(id_) != {} or found.places[id_][:2] != run.place for id_, run in runs.items()):
        return None
    items: dict[str, Any] = {}
    for id_, item in found.items():
        items |= runs[id_].items if id_ in runs else {id_: item}
    return items if len(items) == len(found) + sum(len(run.items) - 1 for run in runs.values()) else None


def _parted(text: str, start: int) -> tuple[str, dict[str, _Run]]:
    """What the parser gets of a text whose items begin here, and the runs that it does not get, by their first id."""
    section = _LINES.match(text, start)
    end = section.end() if section else start
    kept, runs = [text[:start]], {}
    length = at = start
    run: dict[str, Fields] | None = None
    for size, id_, fields in _items(_PIECE.findall(text, start, end)):
        plain = fields and id_ not in runs
        part = "" if plain and run is not None else f"  {id_}: {{}}\n" if plain else text[at : at + size]
        if plain and fields and run is not None:
            if id_ in run:
                return text, {}
            run[id_] = fields
        elif plain and fields:
            run = {id_: fields}
            runs[id_] = _Run((length + 2, length + len(id_) + 4), run)
        else:
            run = None
        at += size
        kept.append(part)
        length += len(part)
    return "".join((*kept, text[end:])), runs


def _items(pieces: Iterable[Sequence[str]]) -> Iterator[tuple[int, str, Fields | None]]:
    """Each item: how many characters it has, its id, and its fields where all that it holds is plain."""
    size, id_, plain_so_far = 0, "", False
    fields: Fields = {}
    for whole, begun, key, folded, plain, listed, braced in pieces:
        if begun:
            yield size, id_, fields if plain_so_far else None
            size, id_, plain_so_far, fields = 0, begun, True, {}
        elif key in fields:
            plain_so_far = False
        elif plain:
            fields[key] = plain
        elif folded:
            fields[key] = folded[6:-1].replace("\n      ", " ")
        elif listed:
            fields[key] = listed.split(", ")
        elif tags := _tags(braced):
            fields[key] = tags
        else:
            plain_so_far = False
        size += len(whole)
    yield size, id_, fields if plain_so_far else None


def _tags(braced: str) -> dict[str, list[str]] | None:
    """What stands in braces; nothing where nothing does, or a key stands twice."""
    if not braced:
        return None
    pairs = [tag.split(": [") for tag in braced.removesuffix("]").split("], ")]
    tags = {name: listed.split(", ") for name, listed in pairs}
    return tags if len(tags) == len(pairs) else None
