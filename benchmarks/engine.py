"""The engine: a standing whole and after one rating, what it rests on, and how that grows with the rows.

python -m benchmarks.engine
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from benchmarks import made_cases
from benchmarks.measuring import median, ms, show, timed
from workbench import workspace
from workbench.analysis import arranged
from workbench.analysis.diagnosticity import INDICES
from workbench.analysis.flips import flips
from workbench.analysis.hearing import hearing
from workbench.analysis.ledger import ledger
from workbench.analysis.losses import losses
from workbench.analysis.scoring import every_method
from workbench.analysis.sensitivity import sensitivity
from workbench.analysis.separation import separation
from workbench.analysis.smallest import smallest_set, smallest_steps
from workbench.analysis.standing import Standing, standing
from workbench.analysis.steps import steps
from workbench.model import Case, Rate, Rating, edited

SIZES = ((25, 3), (60, 8), (2_000, 20), (10_000, 20))
GROWTH = (200, 2_000, 20_000)
BAR = "all but the last line in less than 500 ms"

Work = Callable[[], object]


def made(items: int, hypotheses: int) -> Case:
    """A made case of that size, complete."""
    with tempfile.TemporaryDirectory() as folder:
        root = made_cases.make(Path(folder), made_cases.Size(items, hypotheses))
        return workspace.read(root).case(made_cases.QUESTION, made_cases.ANALYST)


def measured(items: int, hypotheses: int, runs: int) -> tuple[str, ...]:
    """A line of the first table."""
    case = made(items, hypotheses)
    address = next(iter(case.items))
    stood = standing(case)
    before = case.matrix.row(address).ratings["h1"]
    after = edited(case, Rate(address, "h1", Rating.II if before is not Rating.II else Rating.C))
    works: tuple[Work, ...] = (
        lambda: standing(after),
        lambda: stood.rerated(after, address),
        lambda: separation(stood),
        lambda: sensitivity(stood),
    )
    return f"{items:,} x {hypotheses}", *(ms(middle(work, runs)) for work in works)


def tied(case: Case) -> Case:
    """The case with its second hypothesis rated as its first: nothing is screened off where two tie for the lead."""
    rows = {a: row.rate("h2", row.ratings["h1"]) for a, row in case.matrix.rows.items()}
    return case.with_matrix(replace(case.matrix, rows=rows))


def middle(work: Work, runs: int) -> float:
    """The median time of some work."""
    return median(timed(work) for _ in range(runs))


def parts(now: Standing) -> dict[str, Work]:
    """What is asked of a complete matrix, piece by piece; each beginning with the standing alone."""
    rows = [row.ratings for _, row in now.case.rows]
    return {
        "scores of all methods": lambda: every_method(now),
        "rows in order": lambda: arranged(now),
        "diagnosticity, every index of every row": lambda: [
            index.of(row.values()) for index in INDICES.values() for row in rows
        ],
        "every leave-one-out: item, source, origin, kind; plain and adjusted": lambda: every_loss(now),
        "every flip of a cell": lambda: flips(ledger(now)),
        "every step of a weight": lambda: steps(ledger(now)),
        "smallest sets": lambda: (smallest_set(ledger(now)), smallest_steps(ledger(now))),
    }


def every_loss(now: Standing) -> object:
    """What is left when anything is left out."""
    rows = ledger(now)
    return losses(rows, hearing(rows))


def lines(now: Standing, runs: int) -> Iterator[tuple[str, str]]:
    """The lines of the second table: the parts, all of them, and what a rating waits for."""
    times = {part: middle(work, runs) for part, work in parts(now).items()}
    yield from ((part, ms(seconds)) for part, seconds in times.items())
    yield "all of these", ms(sum(times.values()))
    close = parts(standing(tied(now.case)))
    yield "all of these where two tie for the lead", ms(sum(middle(work, runs) for work in close.values()))
    yield "separation alone, after a rating", ms(middle(partial(separation, now), runs))


def growth(runs: int) -> Iterator[tuple[str, ...]]:
    """The lines of the third table: everything at once, by the row, against the smallest size."""
    first = 0.0
    for items in GROWTH:
        now = standing(made(items, 20))
        seconds = middle(lambda now=now: [work() for work in parts(now).values()], runs)  # type: ignore[misc]
        first = first or seconds / items
        yield f"{items:,} x 20", ms(seconds), f"{seconds / items * 1e6:.0f} µs", f"{seconds / items / first:.2f}"


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description="Time of the engine.")
    parser.add_argument("--runs", type=int, default=9)
    runs = parser.parse_args().runs
    show(
        f"Both methods, adjusted totals, coverage, blocks; what separates; all of sensitivity; median of {runs}",
        ("size", "whole", "after one rating", "separation", "sensitivity"),
        [measured(items, hypotheses, runs) for items, hypotheses in SIZES],
    )
    show(
        f"2,000 x 20, one core; median of {runs}; bar: {BAR}", ("what", "time"), lines(standing(made(2_000, 20)), runs)
    )
    show("All of these as the rows grow", ("size", "time", "a row", "against the first"), growth(min(runs, 3)))


if __name__ == "__main__":
    main()
