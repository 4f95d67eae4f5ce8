"""A workbook being written: every text goes in as text, every look by its name, the same contents as the same bytes.

Rows and columns count from 0, as xlsxwriter has them. Widths are in characters.
"""

from __future__ import annotations

import io
import math
import os
import textwrap
import unicodedata
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

import xlsxwriter

from workbench.report import palette
from workbench.report.visible import line, visible
from workbench.report.workbook import looks, seal

LONGEST = 32_767
"""Characters that a cell of a spreadsheet holds, in units of UTF-16."""

CUT = " … (a cell holds no more; the whole stands in the files)"

PAGE = 970
"""Pixels that a page in landscape is wide between its margins, on A4 as on Letter."""

LINE = 1.3
"""How much higher a line is than its letters."""

BROAD = 12.0
"""A letter of so many points is about as broad as a column has characters."""

TALLEST = 409.0
"""Points that a row can be high."""

SMALLEST = 50
"""Per cent: printed smaller, letters can no longer be read."""

_PAPER_A4 = 9


def cell(text: str) -> str:
    """The text as a cell holds it: what acts or hides is written out, and what no cell holds is cut and says so."""
    shown = visible(text)
    if len(shown) > LONGEST // 2 and len(shown.encode("utf-16-le")) // 2 > LONGEST:
        shown = shown[: (LONGEST - len(CUT)) // 2] + CUT
    if shown.startswith("<r>") and shown.endswith("</r>"):
        shown += " "  # xlsxwriter takes such a text for markup of its own
    return shown


class Page:
    """A sheet of the workbook."""

    def __init__(self, book: Book, name: str) -> None:
        self._book = book
        self._sheet = book.made.add_worksheet(name)
        self._sheet.hide_gridlines(2)
        self.widths: list[float] = []
        self._heights: dict[int, float] = {}

    def text(self, row: int, column: int, text: str, look: str = looks.CELL) -> None:
        """Write a text; an empty one is a cell that only has its look."""
        shown = cell(text)
        if looks.LOOKS[look].get("text_wrap"):
            self._heights[row] = max(self._heights.get(row, 0), self._tall(shown, column, look))
        if shown:
            self._sheet.write_string(row, column, shown, self._book.look(look))
        else:
            self._sheet.write_blank(row, column, None, self._book.look(look))

    def texts(self, row: int, column: int, texts: Sequence[str], look: str = looks.CELL) -> None:
        """Write texts side by side."""
        for place, text in enumerate(texts, start=column):
            self.text(row, place, text, look)

    def spread(self, row: int, text: str, columns: int, look: str) -> None:
        """Write a text over the first columns of a row, wrapped."""
        shown = cell(text)
        width = sum(self.widths[:columns])
        self._heights[row] = _height(shown, width, looks.LOOKS[look])
        self._sheet.merge_range(row, 0, row, columns - 1, "", self._book.look(look))
        self._sheet.write_string(row, 0, shown, self._book.look(look))

    def number(self, row: int, column: int, number: float, look: str = looks.NUMBER, shown: str = "") -> None:
        """Write a number; `shown` is how."""
        self._sheet.write_number(row, column, number, self._book.look(look, shown))

    def formula(self, row: int, column: int, formula: str, value: float | str, look: str, shown: str = "") -> None:
        """Write a formula of our own words, with the value it has; `shown` is how its number is written."""
        self._sheet.write_formula(row, column, formula, self._book.look(look, shown), value)

    def marking(self, marking: str, column: int = 0) -> None:
        """Put the marking into the first row, in the colours of its label."""
        shade = palette.label(marking)
        look = self._book.shaded(shade) if shade else self._book.look(looks.STRONG)
        self._sheet.write_string(0, column, cell(marking), look)
        self._sheet.set_row(0, 18)

    def hide(self, *, row: int | None = None, column: int | None = None) -> None:
        """Hide a row or a column."""
        if row is not None:
            self._sheet.set_row(row, None, None, {"hidden": True})
        if column is not None:
            self._sheet.set_column(column, column, None, None, {"hidden": True})

    def _tall(self, text: str, column: int, look: str) -> float:
        width = self.widths[column] if column < len(self.widths) else BROAD
        return _height(text, width, looks.LOOKS[look])

    def _fit(self) -> None:
        """Give every row that wraps the height of its lines: not every program finds it by itself."""
        for row, height in self._heights.items():
            self._sheet.set_row(row, min(TALLEST, height + 4))

    def columns(self, widths: Sequence[float]) -> None:
        """Set the widths of the first columns; before anything is written into them."""
        self.widths = list(widths)
        for column, width in enumerate(widths):
            self._sheet.set_column(column, column, width)

    def freeze(self, row: int, column: int) -> None:
        """Keep what is above the row and left of the column in view."""
        self._sheet.freeze_panes(row, column)

    def filter(self, first: int, last: int, columns: int) -> None:
        """Let rows be filtered by their columns; `first` is that of the names."""
        self._sheet.autofilter(first, 0, max(first, last), columns - 1)

    def choose(self, rows: range, column: int, source: str | Sequence[str], title: str, says: str, wrong: str) -> None:
        """Let cells of a column be chosen from a list: a range, or words."""
        given: dict[str, Any] = {
            "validate": "list", "source": source if isinstance(source, str) else list(source),
            "error_title": "Not in the list", "error_message": _within(wrong, 255),
        }  # fmt: skip
        if says:
            given |= {"input_title": _within(line(title), 32), "input_message": _within(cell(says), 250)}
        if rows:
            self._sheet.data_validation(rows[0], column, rows[-1], column, given)

    def prompt(self, rows: range, column: int, title: str, says: str) -> None:
        """Say something beside a cell of a column while it is being filled in."""
        if rows:
            given = {
                "validate": "any",
                "input_title": _within(line(title), 32),
                "input_message": _within(cell(says), 250),
            }
            self._sheet.data_validation(rows[0], column, rows[-1], column, given)

    def shade_letters(self, rows: range, columns: range) -> None:
        """Give every letter its colours, also when somebody changes it."""
        if not (rows and columns):
            return
        for letter, look in looks.shades().items():
            self._sheet.conditional_format(
                rows[0], columns[0], rows[-1], columns[-1],
                {"type": "cell", "criteria": "==", "value": f'"{letter}"', "format": self._book.made.add_format(look)},
            )  # fmt: skip

    def shade_where(self, rows: range, column: int, formula: str, look: Mapping[str, Any]) -> None:
        """Give cells of a column another ground where a formula of our own is true."""
        if rows:
            given = {"type": "formula", "criteria": formula, "format": self._book.made.add_format(look)}
            self._sheet.conditional_format(rows[0], column, rows[-1], column, given)

    def print_whole(self, marking: str, foot: str, *, landscape: bool = False) -> None:
        """Print all columns on the width of a page."""
        self._paper(marking, foot)
        if landscape:
            self._sheet.set_landscape()
        self._sheet.fit_to_pages(1, 0)

    def print_split(self, marking: str, foot: str, *, head: int, stub: int, first: int) -> None:
        """Print in landscape: the columns before `first` on the width of a page, the others on pages of their own.

        Args:
            marking: at the top and the bottom.
            foot: at the bottom on the left.
            head: the row with the names of the columns, which every page repeats.
            stub: so many columns are repeated as well.
            first: the column that begins another page.
        """
        self._paper(marking, foot)
        self._sheet.set_landscape()
        self._sheet.repeat_rows(head)
        self._sheet.repeat_columns(0, stub - 1)
        wide = sum(7 * width + 5 for width in self.widths[:first])
        self._sheet.set_print_scale(max(SMALLEST, min(100, int(100 * PAGE / max(wide, 1)))))
        if first < len(self.widths):
            self._sheet.set_v_pagebreaks([first])

    def _paper(self, marking: str, foot: str) -> None:
        self._fit()
        self._sheet.set_paper(_PAPER_A4)
        self._sheet.set_margins(left=0.4, right=0.4, top=0.7, bottom=0.7)
        self._sheet.set_header(f"&C&B{_coded(marking)}" if marking else "")
        self._sheet.set_footer(f"&L{_coded(foot)}&C&B{_coded(marking)}&B&Rpage &P of &N")


def _height(text: str, width: float, look: looks.Look) -> float:
    """How many points a text takes in columns of a width, rather a line more than one less."""
    size = float(look["font_size"])
    letters = int(width * BROAD / size)
    return sum(_lines(part, letters) for part in text.split("\n")) * size * LINE


def _lines(text: str, letters: int) -> int:
    """How many lines so many letters wide a text takes; those of Chinese, Japanese and Korean are twice as wide."""
    wide = 0 if text.isascii() else sum(unicodedata.east_asian_width(letter) in "WF" for letter in text)
    if len(text) + wide <= letters:
        return 1
    return len(textwrap.wrap(text, letters)) if not wide else math.ceil(1.1 * (len(text) + wide) / letters)


def _coded(text: str) -> str:
    """A text between the codes of a header or footer, which hold 255 characters together."""
    return _within(line(text), 50).replace("&", "&&")


def _within(text: str, units: int) -> str:
    """As much of a text as so many units of UTF-16 hold, by which spreadsheets count."""
    return text.encode("utf-16-le", "replace")[: 2 * units].decode("utf-16-le", "ignore")


class Book:
    """A workbook with its looks."""

    def __init__(self, title: str, program: str) -> None:
        self._bytes = io.BytesIO()
        self.made = xlsxwriter.Workbook(
            self._bytes,
            {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False},
        )
        self.made.set_properties({"title": line(title), "author": program, "created": _made_at()})
        self.made.set_custom_property(seal.PROPERTY, seal.OPEN, "text")
        self._looks: dict[tuple[str, str], Any] = {}

    def page(self, name: str) -> Page:
        """Another sheet."""
        return Page(self, name)

    def look(self, name: str, shown: str = "") -> Any:
        """The format of a look; `shown` is how its numbers are written."""
        key = name, shown
        if key not in self._looks:
            self._looks[key] = self.made.add_format({**looks.LOOKS[name], **({"num_format": shown} if shown else {})})
        return self._looks[key]

    def shaded(self, shade: palette.Shade) -> Any:
        """The format of a marking in the colours of its label."""
        key = shade.ground, shade.ink
        if key not in self._looks:
            given = {**looks.LOOKS[looks.STRONG], "bg_color": shade.ground, "font_color": shade.ink}
            self._looks[key] = self.made.add_format(given)
        return self._looks[key]

    def bytes(self) -> bytes:
        """The workbook, closed and sealed."""
        self.made.close()
        return seal.sealed(self._bytes.getvalue())


def _made_at() -> datetime:
    """The time the file says it was made: that of SOURCE_DATE_EPOCH, else always the same."""
    try:
        return datetime.fromtimestamp(int(os.environ.get("SOURCE_DATE_EPOCH", "")), UTC)
    except (ValueError, OverflowError, OSError):
        return datetime(1980, 1, 1, tzinfo=UTC)
