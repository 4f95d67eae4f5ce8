"""First paint: from the start of the process to the first letter of the matrix on the screen.

    python -m benchmarks.first_paint

The shipped case, reading included, against an empty Textual app, in pairs. Then a made case of
10,000 rows by 20 hypotheses, less the time to read it.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from time import perf_counter

from benchmarks import made_cases
from benchmarks.measuring import PROJECT, SHIPPED_ANALYST, SHIPPED_QUESTION, WORKBENCH, environment, median, ms, show
from tests.process.matrix_screen import painted
from tests.process.terminal import Terminal

EMPTY = (sys.executable, "-m", "benchmarks.empty_app")
SHIPPED = (*WORKBENCH, "-C", str(PROJECT), "open", SHIPPED_QUESTION, "--analyst", SHIPPED_ANALYST)


def ready(lines: list[str]) -> bool:
    """Whether the empty app has drawn its word."""
    return any("READY" in line for line in lines)


def paint(command: Sequence[str], shown: Callable[[list[str]], bool]) -> float:
    """Seconds from the start of a program to the chunk of bytes that put what is looked for on the screen."""
    end = perf_counter() + 60
    with Terminal(command, folder=PROJECT, settings=environment()) as terminal:
        while perf_counter() < end and not terminal.over:
            terminal.settle(quiet=0.5)  # looked at only when all is quiet, so that looking delays no stamp
            for moment, lines in terminal.replay():
                if shown(lines):
                    return moment - terminal.began
        raise SystemExit("never painted:\n" + "\n".join(terminal.lines))


def reading_seconds(root: Path) -> float:
    """Seconds to read a workspace, in a process of its own."""
    probe = (
        "import sys, time; from pathlib import Path; from workbench import workspace; began = time.perf_counter();"
        "workspace.read(Path(sys.argv[1])); print(time.perf_counter() - began)"
    )
    command = (sys.executable, "-c", probe, str(root))
    return float(subprocess.run(command, env=environment(), capture_output=True, text=True, check=True).stdout)


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description="Time to the first painted matrix.")
    parser.add_argument("--runs", type=int, default=15)
    runs = parser.parse_args().runs
    for command, shown in ((EMPTY, ready), (SHIPPED, painted)):  # compiles what is imported
        paint(command, shown)
    pairs = [(paint(EMPTY, ready), paint(SHIPPED, painted)) for _ in range(runs)]
    small = median(ours for _, ours in pairs)
    with tempfile.TemporaryDirectory() as folder:
        root = made_cases.make(Path(folder), made_cases.Size(10_000, 20))
        opening = (*WORKBENCH, "-C", folder, "open", made_cases.QUESTION, "--analyst", made_cases.ANALYST)
        big = median(paint(opening, painted) for _ in range(5))
        read = median(reading_seconds(root) for _ in range(5))
    show(
        f"First paint, median of {runs} pairs (5 runs for the big case)",
        ("what", "time", "ratio", "bar"),
        [
            ("empty Textual app", ms(median(empty for empty, _ in pairs)), "1.00", ""),
            ("shipped case, reading included", ms(small), f"{median(o / e for e, o in pairs):.2f} x empty", "1.6"),
            ("10,000 x 20, reading included", ms(big), "", ""),
            ("10,000 x 20, reading alone", ms(read), "", ""),
            ("10,000 x 20, once read", ms(big - read), f"{(big - read) / small:.2f} x shipped", "2"),
        ],
    )


if __name__ == "__main__":
    main()
