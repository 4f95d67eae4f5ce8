"""A pasted text as a table: CSV or TSV as spreadsheets write it, with or without a head, each record with its line.

A record that cannot be read costs no other one. Where quotation marks are not closed, reading goes on with the next
line; between tabs such a mark is what it looks like, since spreadsheets copy cells without quoting them.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from workbench.model import Kind
from workbench.pasting.fields import field_of

MOST_CHARACTERS = 16 * 1024 * 1024
"""A text of more is not read."""

MOST_LINES = 50_000
"""A text of more lines is not read."""

MOST_COLUMNS = 200
"""A record of more cells is refused."""

LONGEST_CELL = 20_000
"""Characters: a longer cell is refused with its line."""

LINES_IN_A_CELL = 200
"""A quotation mark that is not closed within so many lines was not meant to hold them."""

DELIMITERS = ("\t", ";", ",")
"""What may stand between cells, the surest sign first."""

_SAMPLE = 100
"""So many lines show what stands between the cells."""

_HEAD = 40
"""Characters that the name of a column has at most."""

_LINE_END = re.compile(r"\r\n?")

_UNCLOSED = "a quotation mark is not closed where its cell ends", 'write "" for one that belongs to the text'


class NotATable(Exception):
    """A text that is not read at all; `sentence` says why, `remedy` what to do."""

    def __init__(self, sentence: str, remedy: str) -> None:
        super().__init__(f"{sentence}; {remedy}")
        self.sentence, self.remedy = sentence, remedy


class Record(NamedTuple):
    """A record: the 1-based line of the text that it begins on, and its cells without blanks around them."""

    line: int
    cells: tuple[str, ...]


class Fault(NamedTuple):
    """A line that cannot be read."""

    line: int
    sentence: str
    remedy: str


class Table(NamedTuple):
    """What was pasted. `head` names the columns; it is empty where nothing does."""

    head: tuple[str, ...]
    records: tuple[Record, ...]
    faults: tuple[Fault, ...]
    delimiter: str

    @property
    def width(self) -> int:
        """How many columns there are: those of the head, else of the widest record."""
        return len(self.head) or max((len(record.cells) for record in self.records), default=0)

    def sample(self, index: int) -> str:
        """The first cell of a column that says anything."""
        return next((one.cells[index] for one in self.records if one.cells[index:] and one.cells[index]), "")

    def column(self, index: int) -> list[str]:
        """The cells of a column that say anything."""
        return [record.cells[index] for record in self.records if record.cells[index:] and record.cells[index]]


def read(text: str, delimiter: str = "", *, head: bool | None = None) -> Table:
    """Read a pasted text.

    Args:
        text: with or without a byte-order mark, and with any line ends.
        delimiter: what stands between cells; found out where empty.
        head: whether the first record names the columns; found out where None.

    Raises:
        NotATable: it is empty, or larger than what is read.
    """
    lines, skipped, said = _lines(text)
    found = delimiter or said or _sniffed(lines)
    records: list[Record] = []
    faults: list[Fault] = []
    for one in _read(lines, found):
        moved = one._replace(line=one.line + skipped)
        if isinstance(moved, Fault):
            faults.append(moved)
        elif any(moved.cells):
            records.append(moved)
    if not records and not faults:
        raise NotATable("there is nothing in it", "copy the rows in the spreadsheet, with the names of their columns")
    named = bool(records) and (_is_head(records[0].cells) if head is None else head)
    names = _without_end(records.pop(0).cells) if named else ()
    return _fitting(Table(names, tuple(records), tuple(faults), found))


def decoded(data: bytes) -> str:
    """The text of a file that a spreadsheet saved: UTF-8, or UTF-16 with its mark.

    Raises:
        NotATable: it is neither; other encodings cannot be told apart, and a guess would change names.
    """
    marked = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    if len(data) > 4 * MOST_CHARACTERS:
        raise NotATable(f"it has {len(data):,} bytes; at most {4 * MOST_CHARACTERS:,} are read", "save it in parts")
    try:
        return data.decode("utf-16" if marked else "utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        sentence = f"it is not UTF-8: see line {line:,}"
        raise NotATable(sentence, 'save it in the spreadsheet as "CSV UTF-8" or "Unicode text"') from None


def _lines(text: str) -> tuple[list[str], int, str]:
    """The lines with their ends, how many came before them, and the delimiter that `sep=` in the first one names."""
    text = text.removeprefix("\ufeff")
    if len(text) > MOST_CHARACTERS:
        raise NotATable(f"it has {len(text):,} characters; at most {MOST_CHARACTERS:,} are read", "paste it in parts")
    lines = list(io.StringIO(text, newline=""))
    if len(lines) > MOST_LINES:
        raise NotATable(f"it has {len(lines):,} lines; at most {MOST_LINES:,} are read", "paste it in parts")
    first = lines[0].strip("\r\n") if lines else ""
    if first.lower().startswith("sep=") and first[4:] in DELIMITERS:
        return lines[1:], 1, first[4:]
    return lines, 0, ""


def _read(lines: Sequence[str], delimiter: str) -> Iterator[Record | Fault]:
    begin = 0
    while begin < len(lines):
        start = begin

        def fed(first: int = start) -> Iterator[str]:
            for index in range(first, len(lines)):
                if index - begin > LINES_IN_A_CELL:  # noqa: B023 - where the record of now began
                    raise csv.Error
                yield lines[index]

        reader = csv.reader(fed(), delimiter=delimiter, strict=True, skipinitialspace=True)
        try:
            for cells in reader:
                yield _record(begin + 1, cells)
                begin = start + reader.line_num
        except csv.Error as error:
            yield _mended(begin + 1, lines[begin], delimiter, str(error))
            begin += 1


def _record(line: int, cells: Sequence[str]) -> Record | Fault:
    kept = tuple(_LINE_END.sub("\n", cell.strip()) for cell in cells)  # a terminal pastes carriage returns
    if len(_without_end(kept)) > MOST_COLUMNS:
        return Fault(line, f"this line has {len(kept):,} cells", f"leave {MOST_COLUMNS} columns at most")
    longest = max(map(len, kept), default=0)
    if longest > LONGEST_CELL:
        return Fault(line, f"a cell has {longest:,} characters", f"shorten it to {LONGEST_CELL:,}, one claim an item")
    return Record(line, kept)


def _mended(line: int, text: str, delimiter: str, why: str) -> Record | Fault:
    """A line that is no record: what stands there between tabs, else what is wrong with it."""
    if delimiter == "\t" and len(text) <= LONGEST_CELL:
        return _record(line, text.rstrip("\r\n").split("\t"))
    if "limit" in why or len(text) > LONGEST_CELL:
        return Fault(line, "a cell of this line is too long", f"shorten it to {LONGEST_CELL:,} characters")
    return Fault(line, *_UNCLOSED)


def _sniffed(lines: Sequence[str]) -> str:
    """What stands between the cells: what makes known names of the first record, else cells of the same number."""
    best, most = "", (0, 0.0)
    for delimiter in DELIMITERS:
        sample = [one.cells for one in _read(lines[:_SAMPLE], delimiter) if isinstance(one, Record) and any(one.cells)]
        if not sample:
            continue
        names = sum(map(bool, map(field_of, sample[0]))) if len(sample[0]) > 1 else 0
        width, number = Counter(map(len, sample)).most_common(1)[0]
        alike = number / len(sample) if width > 1 else 0.0
        sure = alike > 0.5 if delimiter == "\t" else alike == 1.0 and len(sample) > 1
        if len(sample[0]) == 1 and field_of(sample[0][0]):
            sure = False  # the head is a single name, so each line is a single cell
        score = (names, alike if sure else 0.0)
        if score > most:
            best, most = delimiter, score
    return best or DELIMITERS[0]


def _is_head(cells: Sequence[str]) -> bool:
    """Whether a first record names columns: all of it reads like names, and some are known."""
    said = [cell for cell in cells if cell]
    known = [cell for cell in said if field_of(cell) and (len(cells) == 1 or cell.casefold() not in {*Kind})]
    return bool(known) and all(_like_a_name(cell) for cell in said)


def _like_a_name(cell: str) -> bool:
    letters = any(character.isalpha() for character in cell)
    return letters and len(cell) <= _HEAD and not cell.endswith(".") and "\n" not in cell


def _without_end(cells: Sequence[str]) -> tuple[str, ...]:
    """Without the empty cells at the end."""
    last = max((index for index, cell in enumerate(cells) if cell), default=-1)
    return tuple(cells[: last + 1])


def _fitting(table: Table) -> Table:
    """Without records that have more cells than the head has names; a cell too many shifts what stands behind it."""
    records: list[Record] = []
    faults = list(table.faults)
    width = len(table.head)
    for record in table.records:
        cells = _without_end(record.cells)
        if width and len(cells) > width:
            sentence = f"this line has {len(cells)} cells, and there are names for {width} columns"
            faults.append(Fault(record.line, sentence, "put quotation marks around a cell that holds the separator"))
        else:
            records.append(record._replace(cells=cells))
    return table._replace(records=tuple(records), faults=tuple(sorted(faults)))
