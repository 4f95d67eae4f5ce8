"""Kills the workbench at random moments while keys are being sent, and counts what was lost.

    python -m benchmarks.kills --kills 1000

Lost is a rating that the saved mark on the screen counted and that is not in the file. A finding is whatever
`ach check` says afterwards.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from pathlib import Path

from benchmarks.measuring import show
from tests.process.endurance import kill_while_rating


def main() -> int:
    """Kills, counts and prints; the exit code is 1 where anything was lost."""
    parser = argparse.ArgumentParser(description="Kill the workbench while it is used.")
    parser.add_argument("--kills", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=0)
    wanted = parser.parse_args()
    sent = marked = kept = lost = odd = findings = 0
    for number in range(wanted.seed, wanted.seed + wanted.kills):
        with tempfile.TemporaryDirectory() as folder:
            kill = kill_while_rating(Path(folder), random.Random(number))
        sent, marked, kept = sent + len(kill.rated), marked + kill.marked, kept + len(kill.kept)
        lost, odd, findings = lost + len(kill.lost), odd + (not kill.in_order), findings + len(kill.findings)
        if kill.lost or kill.findings or not kill.in_order:
            print(f"kill {number}: {kill}", file=sys.stderr)
        if (number - wanted.seed + 1) % 50 == 0:
            print(f"{number - wanted.seed + 1} kills, {lost} ratings lost", file=sys.stderr)
    show(
        "Killed while rating (bar: nothing lost, no finding)",
        ("kills", "keys sent", "counted by the saved mark", "in the files", "lost", "out of order", "findings"),
        [tuple(map(str, (wanted.kills, sent, marked, kept, lost, odd, findings)))],
    )
    return int(bool(lost or odd or findings))


if __name__ == "__main__":
    sys.exit(main())
