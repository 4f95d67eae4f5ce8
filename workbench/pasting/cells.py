"""What a cell holds, read as the field its column is; what cannot be read so is said with what to write."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from workbench import edtf
from workbench.model import Kind, Origin, Source
from workbench.pasting.columns import GRADE
from workbench.workspace.sentences import meant
from workbench.yamltext.scalars import refuse_controls

_MIDNIGHT = re.compile(r"(\d{4}-\d\d-\d\d)[T ]00:00(?::00(?:\.0+)?)?Z?")
_WRITTEN = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})")

SHOWN = 40
"""Characters of a cell that a sentence quotes."""


class Unread(Exception):
    """A cell that is not what its column holds; `sentence` says why, `remedy` what to do."""

    def __init__(self, sentence: str, remedy: str) -> None:
        super().__init__(sentence)
        self.sentence, self.remedy = sentence, remedy


def all_of(wrong: Sequence[Unread]) -> Unread:
    """Several as one: the first, and what else there is to mend."""
    first, *others = wrong
    return Unread(first.sentence, "; ".join([first.remedy, *(f"and {one.sentence}: {one.remedy}" for one in others)]))


def quoted(text: str) -> str:
    """A cell as sentences show it."""
    text = " ".join(text.split())
    return f"'{text[: SHOWN - 1]}…'" if len(text) > SHOWN else f"'{text}'"


def writable(cell: str) -> str:
    """The cell, if a file can hold it.

    Raises:
        Unread: it has a control character.
    """
    try:
        refuse_controls(cell)
    except ValueError as error:
        raise Unread(str(error), "remove the character") from None
    return cell


def kind(cell: str, *, own: bool) -> Kind:
    """The kind that is named, whatever the case of its letters; where none is, what `ach add item` takes.

    Raises:
        Unread: there is no such kind.
    """
    if not cell:
        return Kind.ASSUMPTION if own else Kind.REPORT
    try:
        return Kind(cell.casefold())
    except ValueError:
        near = meant(cell, list(Kind))
        remedy = f"did you mean {near}?" if near else f"write {', '.join(Kind)}"
        raise Unread(f"{quoted(cell)} is no kind of evidence", remedy) from None


def credibility(cell: str, source: Source | None) -> str:
    """The grade, 1 to 6; a letter before it must be that of the source.

    Raises:
        Unread: it is none, or the letter is another.
    """
    found = GRADE.fullmatch(cell)
    if not cell:
        return ""
    if found is None:
        raise Unread(f"{quoted(cell)} is no grade of credibility", "write 1 to 6, or leave the cell empty")
    letter = found[1].upper()
    graded = source.reliability if source else ""
    if letter and letter != graded:
        sentence = f"{quoted(cell)} grades the source {letter}, and it is graded {graded or 'not at all'}"
        raise Unread(sentence, f"write {found[2]} alone, or grade the source {letter}")
    return found[2]


def day(cell: str, name: str) -> str:
    """A date; of a spreadsheet's date with the time 00:00 the day.

    Raises:
        Unread: it is no date that can be put in order.
    """
    midnight = _MIDNIGHT.fullmatch(cell)
    text = midnight[1] if midnight else cell
    if not text or text == "unknown":
        return text
    try:
        edtf.parse(text)
    except ValueError as error:
        sentence, _, remedy = str(error).partition("; ")
        said = f"{name}: {sentence}" if len(cell) <= SHOWN else f"{name}: {quoted(cell)} is not a date"
        raise Unread(said, _days(text) or remedy) from None
    return text


def _days(cell: str) -> str:
    """What a date with the day or the month first is, if it is one."""
    found = _WRITTEN.fullmatch(cell)
    if not found:
        return ""
    made = []
    for month, of_month in ((found[2], found[1]), (found[1], found[2])):
        text = f"{found[3]}-{month:0>2}-{of_month:0>2}"
        try:
            edtf.parse(text)
        except ValueError:
            continue
        made.append(text)
    return f"write {' or '.join(dict.fromkeys(made))}" if made else ""


def several(cell: str) -> tuple[str, ...]:
    """What semicolons or line breaks part, each once."""
    return tuple(dict.fromkeys(part.strip() for part in re.split(r"[;\n]", cell) if part.strip()))


def addresses(cell: str, source: str) -> tuple[str, ...]:
    """Addresses of items; an id alone is one of the same source."""
    parts = dict.fromkeys(part for part in re.split(r"[;,\s]+", cell) if part)
    return tuple(part if "/" in part else f"{source}/{part}" for part in parts)


def tags(cell: str) -> dict[str, tuple[str, ...]]:
    """Tags as `name=value; name=value`.

    Raises:
        Unread: one has no equals sign, no name or no value.
    """
    made: dict[str, tuple[str, ...]] = {}
    for part in several(cell):
        name, _, value = (one.strip() for one in part.partition("="))
        if not (name and value):
            raise Unread(f"{quoted(part)} is no tag", "write NAME=VALUE, several with ; between them")
        made[name] = (*made.get(name, ()), value)
    return made


def by_name(known: Iterable[Origin]) -> dict[str, str]:
    """The ids of origins by what a cell may call them: the id itself, or who it is."""
    origins = list(known)
    return {origin.who.casefold(): origin.id for origin in origins} | {origin.id: origin.id for origin in origins}


def origins(cell: str, known: Mapping[str, str]) -> tuple[str, ...]:
    """Ids of origins, or texts that name none (`by_name`); several with semicolons or, of known ones, commas."""

    def found(text: str) -> str:
        return known.get(text) or known.get(text.casefold(), "")

    if not cell or found(cell):
        return (found(cell),) if cell else ()
    parts = several(cell)
    commas = tuple(dict.fromkeys(part.strip() for part in cell.split(",") if part.strip()))
    if len(parts) == 1 and all(map(found, commas)):
        parts = commas
    return tuple(dict.fromkeys(found(part) or part for part in parts))
