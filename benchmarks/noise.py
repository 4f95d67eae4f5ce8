"""Noise: how often each hypothesis is first among perturbed copies, exactly and by drawn copies.

python -m benchmarks.noise
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Iterator
from functools import partial

from benchmarks.engine import made
from benchmarks.measuring import PROJECT, environment, median, ms, show, timed
from workbench.analysis.noise import DRAWN, MOST, Noise, noise
from workbench.analysis.standing import Standing, standing

SIZES = ((25, 3), (60, 7), (60, 8), (200, 8), (2_000, 20), (20_000, 20))
BAR = "60 x 7 and 60 x 8 in less than 50 ms"
_IMPORT = "import time; began = time.perf_counter(); import numpy; print(time.perf_counter() - began)"


def importing(runs: int) -> float:
    """Seconds that importing numpy takes in a new process."""
    command = (sys.executable, "-c", _IMPORT)
    found = (
        subprocess.run(command, cwd=PROJECT, env=environment(), capture_output=True, text=True, check=True)
        for _ in range(runs)
    )
    return median(float(ran.stdout) for ran in found)


def measured(now: Standing, runs: int, *, adjusted: bool) -> tuple[str, str, str]:
    """What the default does, and its time; and the time of drawn copies."""
    usual, drawn = partial(noise, now, adjusted=adjusted), partial(noise, now, adjusted=adjusted, most=0)
    found: Noise = usual()
    by_default, by_draws = (ms(median(timed(work) for _ in range(runs))) for work in (usual, drawn))
    return "exact" if found.exact else "drawn", by_default, by_draws


def lines(runs: int) -> Iterator[tuple[str, ...]]:
    """The lines of the table."""
    for items, hypotheses in SIZES:
        now = standing(made(items, hypotheses))
        for adjusted in (False, True):
            kind = "adjusted" if adjusted else "plain"
            yield (f"{items:,} x {hypotheses}", kind, *measured(now, runs, adjusted=adjusted))


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description="Time of noise.")
    parser.add_argument("--runs", type=int, default=9)
    runs = parser.parse_args().runs
    show(
        f"Noise; exact up to {MOST:,} support points, else {DRAWN:,} copies drawn; median of {runs}; bar: {BAR}",
        ("size", "totals", "by default", "time", "time of drawn copies"),
        lines(runs),
    )
    print(f"\nImporting numpy, once in a process and not in the times above: {ms(importing(runs))}")


if __name__ == "__main__":
    main()
