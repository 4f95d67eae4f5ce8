"""What stands on a screen of the workbench: the letters of its cells, and whether they are saved."""

from __future__ import annotations

import re

UNRATED = "·"
ROW = re.compile(r"^[› ][~? ](?:[A-F?][1-6?]|own)\s+(?:[▁▃▄▆█] )?(?P<rest>.*)$")
CELL = re.compile(r"(?<=  )(?P<plain>CC|C|N|II|I|NA|·)(?= |$)|\[(?P<current>CC|C|N|II|I|NA| )\]")

MARK = re.compile(r"saved [0-9:]+ · (?P<changes>[0-9,]+) change")


def cells(line: str) -> list[str]:
    """The cells of a line of the matrix from the left, `·` for an unrated one; none where it is no such line."""
    found = ROW.match(line)
    return [_rating(cell) for cell in CELL.finditer(found["rest"])] if found else []


def letters(lines: list[str]) -> list[list[str]]:
    """The cells of every line of the matrix on the screen."""
    return [row for line in lines if (row := cells(line))]


def current(lines: list[str]) -> str:
    """The rating under the cursor, `·` where it is unrated."""
    return next(_rating(found) for line in lines for found in CELL.finditer(line) if found["current"])


def painted(lines: list[str]) -> bool:
    """Whether a row of the matrix is on the screen."""
    return any(cells(line) for line in lines)


def saved(lines: list[str]) -> int:
    """How many changes the screen says are in the file: the number in its saved mark, 0 where there is none."""
    found = MARK.search(lines[0])
    return int(found["changes"].replace(",", "")) if found else 0


def _rating(found: re.Match[str]) -> str:
    return found["plain"] or found["current"].replace(" ", UNRATED)
