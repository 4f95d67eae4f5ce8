"""`ach check` on the shipped case from a cold shell: a new process each time.

python -m benchmarks.check_cold
"""

from __future__ import annotations

import argparse
import sys

from benchmarks.measuring import SHIPPED_QUESTION, WORKBENCH, command_seconds, median, ms, show, slow


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description="Time of `ach check` in a new process.")
    parser.add_argument("--runs", type=int, default=15)
    runs = parser.parse_args().runs
    commands = {
        "python -c pass": (sys.executable, "-c", "pass"),
        "ach --version": (*WORKBENCH, "--version"),
        "ach status": (*WORKBENCH, "status"),
        "ach score": (*WORKBENCH, "score", SHIPPED_QUESTION),
        "ach check (bar 400 ms)": (*WORKBENCH, "check"),
    }
    for command in commands.values():  # compiles what is imported
        command_seconds(command)
    rounds = [{name: command_seconds(command) for name, command in commands.items()} for _ in range(runs)]
    times = {name: [taken[name] for taken in rounds] for name in commands}
    show(
        f"Commands on the shipped case, {runs} runs",
        ("command", "median", "95th percentile"),
        [(name, ms(median(taken)), ms(slow(taken))) for name, taken in times.items()],
    )


if __name__ == "__main__":
    main()
