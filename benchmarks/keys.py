"""From a key to what it paints, against a bare Line-API grid.

    python -m benchmarks.keys

`letter` is the time until the rated cell has its new letter; `all` until the saved mark has counted it, with panes
and totals drawn. The matrix is complete, so every rating moves scores as well.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from itertools import cycle, islice
from pathlib import Path
from time import perf_counter

from benchmarks import made_cases
from benchmarks.measuring import PROJECT, WORKBENCH, environment, median, ms, show, slow
from tests.process.matrix_screen import cells, letters, painted, saved
from tests.process.terminal import Terminal

SIZES = ((60, 7), (1_000, 10), (10_000, 20))
KEYS = ("C", "x")  # CC and NA in turn: what is made below holds neither, so that every press changes a cell

Times = list[tuple[float, float]]


def presses(command: Sequence[str], count: int) -> Times:
    """Presses rating keys; for each, seconds to the letter and to the end of the burst."""
    with Terminal(command, folder=PROJECT, settings=environment()) as terminal:
        terminal.wait_for(painted, limit=60)
        terminal.settle(quiet=1.0)
        return [press(terminal, key) for key in islice(cycle(KEYS), count)]


def press(terminal: Terminal, key: str) -> tuple[float, float]:
    """Presses one key and waits for its letter, and for the saved mark where the program has one."""
    before, marked = letters(terminal.lines), saved(terminal.lines)
    letter = None
    pressed = perf_counter()
    terminal.press(key)
    while perf_counter() < pressed + 10:
        terminal.settle(quiet=0.15)  # looked at only when all is quiet, so that looking delays no stamp
        for moment, lines in terminal.replay():
            if letter is None and letters(lines) != before:
                letter = moment
            if letter is not None and (saved(lines) > marked or cells(lines[0])):  # the bare grid has no title line
                return letter - pressed, moment - pressed
    raise SystemExit(f"key {key} was not answered:\n" + "\n".join(terminal.lines))


def measured(rows: int, columns: int, count: int, rounds: int) -> tuple[Times, Times]:
    """Times of the bare grid and of the workbench, taken in turn."""
    bare: Times = []
    ours: Times = []
    grid = (sys.executable, "-m", "benchmarks.bare_grid", str(rows), str(columns))
    for _ in range(rounds):
        with tempfile.TemporaryDirectory() as folder:
            made_cases.make(Path(folder), made_cases.Size(rows, columns), ("C", "N", "I"))
            opening = (*WORKBENCH, "-C", folder, "open", made_cases.QUESTION, "--analyst", made_cases.ANALYST)
            bare += presses(grid, count)
            ours += presses(opening, count)
    return bare, ours


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description="Time from a key to its repaint.")
    parser.add_argument("--presses", type=int, default=40, help="in each round")
    parser.add_argument("--rounds", type=int, default=3)
    wanted = parser.parse_args()
    table = []
    for rows, columns in SIZES:
        bare, ours = measured(rows, columns, wanted.presses, wanted.rounds)
        plain, letter, whole = [b for b, _ in bare], [o for o, _ in ours], [a for _, a in ours]
        table.append(
            (
                f"{rows:,} x {columns}",
                f"{ms(median(plain))} / {ms(slow(plain))}",
                f"{ms(median(letter))} / {ms(slow(letter))}",
                f"{median(letter) / median(plain):.2f}",
                f"{ms(median(whole))} / {ms(slow(whole))}",
            )
        )
    show(
        "A rating, median / 95th percentile (bars: letter 1.5 x bare; all 16 / 33 ms while the file is under 1.2 MB)",
        ("size", "bare grid", "letter", "x bare", "all, saved mark included"),
        table,
    )


if __name__ == "__main__":
    main()
