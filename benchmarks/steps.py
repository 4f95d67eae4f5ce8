"""Going from step to step: from its key to the page of a step.

    python -m benchmarks.steps

`page` is the time until the page stands under its title, `whole` until nothing more is drawn on it: a large case is
worked out beside the keys while the page is open. The yardstick is a bare grid that answers a key, in turn.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable, Sequence
from itertools import cycle, islice
from pathlib import Path
from time import perf_counter

from benchmarks import made_cases
from benchmarks.keys import KEYS, press
from benchmarks.measuring import (
    PROJECT,
    SHIPPED_ANALYST,
    SHIPPED_QUESTION,
    WORKBENCH,
    environment,
    median,
    ms,
    show,
    slow,
)
from tests.process.matrix_screen import painted
from tests.process.terminal import Terminal
from workbench.tui.stepbar import MATRIX, NAMES

SHIPPED = (*WORKBENCH, "-C", str(PROJECT), "open", SHIPPED_QUESTION, "--analyst", SHIPPED_ANALYST)
LARGE = made_cases.Size(10_000, 20)
WORKING = "working it out"
"""What a page says until it is worked out."""

FROM_MATRIX = 0
"""Stands for the way from the matrix to the first page, among the numbers of the steps."""

PAGES = [number for number in range(1, len(NAMES) + 1) if number != MATRIX]


def frames(terminal: Terminal, until: Callable[[list[str]], bool]) -> list[tuple[float, list[str]]]:
    """What is drawn until the screen is as it is waited for and nothing more comes, each frame with its moment."""
    seen: list[tuple[float, list[str]]] = []
    end = perf_counter() + 120
    while perf_counter() < end:
        terminal.settle(quiet=0.3)  # looked at only when all is quiet, so that looking delays no stamp
        seen += terminal.replay()
        if seen and until(seen[-1][1]):
            return seen
    raise SystemExit("never shown:\n" + "\n".join(terminal.lines))


def switch(terminal: Terminal, number: int) -> tuple[float, float]:
    """Presses the key of a step; seconds to its page, and to the last that is drawn on it."""

    def opened(lines: list[str]) -> bool:
        return lines[0].startswith(f" {NAMES[number - 1]} ")

    pressed = perf_counter()
    terminal.press(str(number))
    seen = frames(terminal, lambda lines: opened(lines) and not any(WORKING in line for line in lines))
    page = next(moment for moment, lines in seen if opened(lines))
    return page - pressed, seen[-1][0] - pressed


def switches(command: Sequence[str], rounds: int) -> dict[int, list[tuple[float, float]]]:
    """For each step the times of its page, reached from the page before it; for 0 from the matrix to the first.

    Before that a round that loads what is loaded once.
    """
    found: dict[int, list[tuple[float, float]]] = {number: [] for number in (FROM_MATRIX, *PAGES)}
    with Terminal(command, folder=PROJECT, settings=environment()) as terminal:
        terminal.wait_for(painted, limit=120)
        terminal.settle(quiet=3.0)
        list(terminal.replay())
        for turn in range(rounds + 1):
            first = switch(terminal, PAGES[0])
            times = {number: switch(terminal, number) for number in (*PAGES[1:], PAGES[0])}
            terminal.press(str(MATRIX))
            frames(terminal, painted)
            if turn:
                for number, taken in ({FROM_MATRIX: first} | times).items():
                    found[number].append(taken)
    return found


def bare(count: int) -> list[float]:
    """Seconds in which a bare grid answers a key."""
    command = (sys.executable, "-m", "benchmarks.bare_grid", "60", "7")
    with Terminal(command, folder=PROJECT, settings=environment()) as terminal:
        terminal.wait_for(painted, limit=60)
        terminal.settle(quiet=1.0)
        return [press(terminal, key)[0] for key in islice(cycle(KEYS), count)]


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description="Time from the key of a step to its page.")
    parser.add_argument("--rounds", type=int, default=7)
    rounds = parser.parse_args().rounds
    yardstick = bare(4 * rounds)
    shipped = switches(SHIPPED, rounds)
    with tempfile.TemporaryDirectory() as folder:
        made_cases.make(Path(folder), LARGE, ("C", "N", "I"))
        opening = (*WORKBENCH, "-C", folder, "open", made_cases.QUESTION, "--analyst", made_cases.ANALYST)
        large = switches(opening, rounds)
    table = []
    for number in (FROM_MATRIX, *PAGES):
        cells = [f"{number} {NAMES[number - 1]}" if number else "from the matrix"]
        for times in (shipped[number], large[number]):
            pages, wholes = [page for page, _ in times], [whole for _, whole in times]
            cells += [f"{ms(median(pages))} / {ms(slow(pages))}", ms(median(wholes))]
        table.append(cells)
    show(
        "A step, median / 95th percentile (bars: a frame of 16 ms in the shipped case, 100 ms at 10,000 items); "
        f"a bare grid answers a key in {ms(median(yardstick))} / {ms(slow(yardstick))}",
        ("step", "shipped case", "whole", f"{LARGE.items:,} x {LARGE.hypotheses}", "whole"),
        table,
    )


if __name__ == "__main__":
    main()
