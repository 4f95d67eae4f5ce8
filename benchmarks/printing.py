"""Printing as PDF: time and memory of the whole command, for the shipped case and for cases of growing size.

python -m benchmarks.printing
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from pypdf import PdfReader

from benchmarks import made_cases
from benchmarks.measuring import PROJECT, SHIPPED_QUESTION, WORKBENCH, environment, median, ms, show, timed

BARS = "the shipped matrix in 1 s, the shipped report in 3 s, 2,000 x 20 in 10 s and 500 MB"
SIZES = ((200, 8), (1_000, 10), (2_000, 20))


class Run(NamedTuple):
    """What a command took: seconds by the clock and of the processor, and megabytes at most."""

    seconds: float
    busy: float
    megabytes: float


def run(words: Sequence[str], form: str, into: Path) -> Run:
    """Runs a command that prints into a file."""
    argv = [*WORKBENCH, *words, "--format", form, "-o", str(into), "--force", "-q"]
    used: list[resource.struct_rusage] = []

    def work() -> None:
        with subprocess.Popen(argv, cwd=PROJECT, env=environment()) as process:
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            used.append(usage)
        assert process.returncode == 0

    seconds = timed(work)
    return Run(seconds, used[0].ru_utime + used[0].ru_stime, used[0].ru_maxrss / 1024)


def line(name: str, words: Sequence[str], runs: int) -> tuple[str, ...]:
    """A line of the table: PDF, with the same as plain text as the yardstick."""
    with tempfile.TemporaryDirectory() as folder:
        pdf, text = Path(folder) / "page.pdf", Path(folder) / "page.txt"
        pairs = [(run(words, "pdf", pdf), run(words, "text", text)) for _ in range(runs)]
        pages, size = len(PdfReader(pdf).pages), pdf.stat().st_size / 1024
    seconds, busy = median(p.seconds for p, _ in pairs), median(p.busy for p, _ in pairs)
    ratio = busy / median(t.busy for _, t in pairs)
    most = max(p.megabytes for p, _ in pairs)
    return name, str(pages), f"{size:,.0f} kB", ms(seconds), ms(busy), f"{ratio:.2f}", f"{most:.0f} MB"


def measured(runs: int) -> list[tuple[str, ...]]:
    """All lines."""
    lines = [line(f"shipped {what}", [what, SHIPPED_QUESTION], runs) for what in ("matrix", "sensitivity", "report")]
    for items, hypotheses in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            root = made_cases.make(Path(folder), made_cases.Size(items, hypotheses))
            lines.append(line(f"matrix, {items:,} x {hypotheses}", ["-C", str(root), "matrix"], runs))
    return lines


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description="Printing as PDF.")
    parser.add_argument("--runs", type=int, default=3)
    runs = parser.parse_args().runs
    header = ("printed", "pages", "size", "command", "processor", "to plain text", "memory at most")
    show(f"PDF; {BARS}", header, measured(runs))


if __name__ == "__main__":
    main()
