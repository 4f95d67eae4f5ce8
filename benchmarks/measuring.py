"""What the benchmarks share: medians, tables, a description of the machine, and commands to run."""

from __future__ import annotations

import os
import platform
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from importlib.metadata import version
from pathlib import Path

PROJECT = Path(__file__).parents[1]
WORKBENCH = (sys.executable, "-m", "workbench")
SHIPPED_QUESTION = "specialists-2019"
SHIPPED_ANALYST = "baseline"


def median(times: Iterable[float]) -> float:
    """The middle of some times."""
    return statistics.median(times)


def slow(times: Sequence[float]) -> float:
    """The 95th percentile: one in twenty is slower."""
    return sorted(times)[min(len(times) - 1, round(0.95 * len(times)))]


def timed(work: Callable[[], object]) -> float:
    """Seconds that some work takes."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def command_seconds(command: Sequence[str], folder: Path = PROJECT) -> float:
    """Seconds that a command takes from start to end; it must succeed."""
    return timed(lambda: subprocess.run(command, cwd=folder, env=environment(), capture_output=True, check=True))


def environment() -> dict[str, str]:
    """Ours without what would make Python slow or the program look different, and with the project on the path."""
    unwanted = {"PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED", "ACH_ANALYST"}
    kept = {name: value for name, value in os.environ.items() if name not in unwanted}
    return kept | {"PYTHONPATH": str(PROJECT)}


def ms(seconds: float) -> str:
    """Seconds as milliseconds, for a table."""
    return f"{seconds * 1000:.1f} ms" if seconds < 0.1 else f"{seconds * 1000:,.0f} ms"


def machine() -> str:
    """One line on what this runs on."""
    model = platform.processor() or platform.machine()
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.is_file():
        names = [line for line in cpuinfo.read_text(encoding="utf-8").splitlines() if line.startswith("model name")]
        model = names[0].partition(":")[2].strip() if names else model
    python = f"Python {platform.python_version()}, Textual {version('textual')}, PyYAML {version('pyyaml')}"
    return f"{time.strftime('%Y-%m-%d')}, {os.cpu_count()} x {model}, {platform.system()}, {python}"


def show(title: str, header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Prints a table as Markdown, so that it can be pasted into a note."""
    table = [list(header), *map(list, rows)]
    widths = [max(len(row[n]) for row in table) for n in range(len(header))]

    def line(cells: Sequence[str]) -> str:
        return "| " + " | ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)) + " |"

    print(f"\n{title}\n{machine()}\n")
    print(line(table[0]), "|" + "|".join("-" * (width + 2) for width in widths) + "|", sep="\n")
    for row in table[1:]:
        print(line(row))
