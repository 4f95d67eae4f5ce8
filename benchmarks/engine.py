"""The engine: a whole standing, and one that follows a single rating, at several sizes.

python -m benchmarks.engine
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from benchmarks import made_cases
from benchmarks.measuring import median, ms, show, timed
from workbench import workspace
from workbench.analysis.standing import standing
from workbench.model import Case, Rate, Rating, edited

SIZES = ((25, 3), (60, 8), (2_000, 20), (10_000, 20))


def made(items: int, hypotheses: int) -> Case:
    """A made case of that size, complete."""
    with tempfile.TemporaryDirectory() as folder:
        root = made_cases.make(Path(folder), made_cases.Size(items, hypotheses))
        return workspace.read(root).case(made_cases.QUESTION, made_cases.ANALYST)


def measured(items: int, hypotheses: int, runs: int) -> tuple[str, str, str]:
    """A line of the table."""
    case = made(items, hypotheses)
    address = next(iter(case.items))
    stood = standing(case)
    before = case.matrix.row(address).ratings["h1"]
    after = edited(case, Rate(address, "h1", Rating.II if before is not Rating.II else Rating.C))
    whole = median(timed(lambda: standing(after)) for _ in range(runs))
    one = median(timed(lambda: stood.rerated(after, address)) for _ in range(runs))
    return f"{items:,} x {hypotheses}", ms(whole), ms(one)


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description="Time of the engine.")
    parser.add_argument("--runs", type=int, default=9)
    runs = parser.parse_args().runs
    show(
        f"Both methods, adjusted totals, coverage, blocks and order; median of {runs}",
        ("size", "whole", "after one rating"),
        [measured(items, hypotheses, runs) for items, hypotheses in SIZES],
    )


if __name__ == "__main__":
    main()
