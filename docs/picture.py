"""Draws docs/matrix.svg: the shipped case in a real terminal of 120 by 40, as the README shows it.

    python docs/picture.py

The program runs in a pseudo-terminal on a copy of the case; what stands on the screen is written as an SVG of
coloured text, so that it stays sharp and can be searched.
"""

from __future__ import annotations

import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape, quoteattr

PROJECT = Path(__file__).parents[1]
sys.path.insert(0, str(PROJECT))

from tests.process.matrix_screen import painted  # noqa: E402 - the project is on the path only now
from tests.process.terminal import Terminal  # noqa: E402

COLUMNS, ROWS = 120, 40
WIDE, HIGH, EDGE = 8, 18, 12
FOREGROUND, BACKGROUND = "#e0e0e0", "#121212"
COMMAND = (sys.executable, "-m", "workbench", "open", "specialists-2019", "--analyst", "baseline")
WORDS = re.compile(r"\S+(?: \S+)*")
JOINT = "\u2060"  # stands for the second half of a wide character
FONT = "ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace"


def screen() -> list[list[Any]]:
    """The cells of the screen, row by row, a moment after the matrix is drawn."""
    with tempfile.TemporaryDirectory() as folder:
        for name in ("hypotheses", "evidence", "matrices"):
            shutil.copytree(PROJECT / name, Path(folder) / name)
        settings = {"PYTHONPATH": str(PROJECT)}
        with Terminal(COMMAND, rows=ROWS, columns=COLUMNS, folder=Path(folder), settings=settings) as terminal:
            terminal.wait_for(painted)
            terminal.settle(quiet=1.0)
            return terminal.cells


def colour(name: str, otherwise: str) -> str:
    """A colour as CSS has it; the emulator gives six digits, or a word."""
    if name == "default":
        return otherwise
    return f"#{name}" if len(name) == 6 and all(c in "0123456789abcdef" for c in name) else name


def style(cell: Any) -> tuple[str, str, bool]:
    """Colour, background and boldness of a cell."""
    front, back = colour(cell.fg, FOREGROUND), colour(cell.bg, BACKGROUND)
    return (back, front, bool(cell.bold)) if cell.reverse else (front, back, bool(cell.bold))


def drawn(rows: list[list[Any]]) -> Iterator[str]:
    """The pieces of the SVG: for each run of one style a background and a text."""
    for number, row in enumerate(rows):
        y, x = EDGE + number * HIGH, 0
        for (front, back, bold), run in groupby(row, style):
            cells = list(run)
            left, width = EDGE + x * WIDE, len(cells) * WIDE
            x += len(cells)
            if back != BACKGROUND:
                yield f'<rect x="{left}" y="{y}" width="{width}" height="{HIGH}" fill={quoteattr(back)}/>'
            for words in WORDS.finditer("".join(cell.data or JOINT for cell in cells)):
                yield from worded(
                    words[0].replace(JOINT, ""), left + words.start() * WIDE, y, len(words[0]), front, bold
                )


def worded(text: str, x: int, y: int, cells: int, front: str, bold: bool) -> Iterator[str]:
    """Words without a wide gap, so that they stand where they should whatever font draws them."""
    weight = ' font-weight="bold"' if bold else ""
    placed = f'x="{x}" y="{y + 13}" textLength="{cells * WIDE}" fill={quoteattr(front)}{weight}'
    yield f'<text {placed} xml:space="preserve">{escape(text)}</text>'


def main() -> None:
    """Draws the picture beside this file."""
    wide, high = COLUMNS * WIDE + 2 * EDGE, ROWS * HIGH + 2 * EDGE
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}" font-family="{FONT}" font-size="13.3">'
    title = "<title>The consistency matrix of the shipped case in the terminal</title>"
    ground = f'<rect width="{wide}" height="{high}" rx="8" fill="{BACKGROUND}"/>'
    lines = [head, title, ground, *drawn(screen()), "</svg>", ""]
    (PROJECT / "docs" / "matrix.svg").write_text("\n".join(lines), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
