"""Two trials of the promise that nothing is lost: a program killed while one rates, and two programs on one file.

Tests run them a few times; `benchmarks/` runs them at length.
"""

from __future__ import annotations

import random
import sys
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from time import perf_counter

from benchmarks import made_cases
from tests.process.matrix_screen import painted, saved
from tests.process.terminal import Terminal
from workbench import checks, workspace

KEYS = {"c": "C", "C": "CC", "n": "N"}
"""Keys that rate, and their letters: those that need no reason, so that the files stay without a finding."""

Cell = tuple[str, str]
"""An item's address and a hypothesis."""


def opening(root: Path) -> list[str]:
    """The command that opens the made case in `root`."""
    where = ["-C", str(root), "open", made_cases.QUESTION, "--analyst", made_cases.ANALYST]
    return [sys.executable, "-m", "workbench", *where]


def kept(root: Path) -> dict[Cell, str]:
    """The ratings in the file."""
    matrix = workspace.read(root).matrices.get((made_cases.QUESTION, made_cases.ANALYST))
    rows = matrix.rows if matrix else {}
    return {(address, h): rating.value for address, row in rows.items() for h, rating in row.ratings.items()}


@dataclass(frozen=True)
class Kill:
    """What one kill showed.

    `rated` are the cells in the order in which keys were sent for them; the screen had promised that the first
    `marked` of them were saved; `kept` is in the file; `findings` is what there is to mend in it.
    """

    rated: list[tuple[Cell, str]]
    marked: int
    kept: dict[Cell, str]
    findings: list[str]

    @property
    def lost(self) -> dict[Cell, str]:
        """What was promised and is not in the file."""
        return {cell: rating for cell, rating in self.rated[: self.marked] if self.kept.get(cell) != rating}

    @property
    def in_order(self) -> bool:
        """Whether the file holds the first so many ratings and nothing else."""
        return self.kept == dict(self.rated[: len(self.kept)])


def kill_while_rating(root: Path, rng: random.Random, longest: float = 1.0) -> Kill:
    """Rates a new case in `root` at random speed, and kills the program at a random moment."""
    size = made_cases.Size(12, 4, rated=0, seed=rng.randrange(10**6))
    made_cases.make(root, size)
    rated: list[tuple[Cell, str]] = []
    with Terminal(opening(root)) as terminal:
        terminal.wait_for(painted)
        end = perf_counter() + rng.uniform(0, longest)
        for cell in product(size.addresses, size.hypothesis_ids):
            if perf_counter() > end:
                break
            key = rng.choice(list(KEYS))
            rated.append((cell, KEYS[key]))
            terminal.press(key)
            terminal.listen(rng.choice((0, rng.uniform(0, 0.04))))
        terminal.kill()
        marked = saved(terminal.lines)
    found = [str(finding) for finding in checks.findings(workspace.read(root)) if not finding.note]
    return Kill(rated, marked, kept(root), found)


@dataclass(frozen=True)
class Pair:
    """What two programs rated in one file, and what is in it afterwards."""

    rated: dict[Cell, str]
    kept: dict[Cell, str]
    seconds: float

    @property
    def lost(self) -> dict[Cell, str]:
        """What was rated and is not in the file."""
        return {cell: rating for cell, rating in self.rated.items() if self.kept.get(cell) != rating}


def two_rate_one_file(root: Path, each: int, rng: random.Random) -> Pair:
    """Two terminals on one matrix, one from the top and one from the middle, `each` ratings in turn."""
    hypotheses = 4
    half = each // hypotheses
    size = made_cases.Size(2 * half, hypotheses, rated=0, seed=rng.randrange(10**6))
    made_cases.make(root, size)
    rated: dict[Cell, str] = {}
    with Terminal(opening(root)) as first, Terminal(opening(root)) as second:
        for terminal in (first, second):
            terminal.wait_for(painted)
        second.press(*["down"] * half)
        second.wait_for(f"row {half + 1} of {2 * half}")
        began = perf_counter()
        for number in range(half * hypotheses):
            for terminal, start in ((first, 0), (second, half)):
                row, column = divmod(number, hypotheses)
                key = rng.choice(list(KEYS))
                rated[size.addresses[start + row], size.hypothesis_ids[column]] = KEYS[key]
                terminal.press(key)
                terminal.listen(rng.uniform(0, 0.02))
        for terminal in (first, second):
            terminal.wait_for(lambda lines: saved(lines) == half * hypotheses)
        seconds = perf_counter() - began
        for terminal in (first, second):
            terminal.press("q")
            terminal.leave()
    return Pair(rated, kept(root), seconds)
