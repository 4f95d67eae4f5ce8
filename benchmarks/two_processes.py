"""Two terminals rate on one matrix file at the same time, and what was lost is counted.

python -m benchmarks.two_processes --ratings 500
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from pathlib import Path

from benchmarks.measuring import show
from tests.process.endurance import two_rate_one_file


def main() -> int:
    """Rates, counts and prints; the exit code is 1 where anything was lost."""
    parser = argparse.ArgumentParser(description="Two terminals on one file.")
    parser.add_argument("--ratings", type=int, default=500, help="of each of the two")
    parser.add_argument("--seed", type=int, default=0)
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        pair = two_rate_one_file(Path(folder), wanted.ratings, random.Random(wanted.seed))
    show(
        "Two terminals on one file (bar: nothing lost)",
        ("ratings", "in the file", "lost", "seconds"),
        [(str(len(pair.rated)), str(len(pair.kept)), str(len(pair.lost)), f"{pair.seconds:.1f}")],
    )
    return int(bool(pair.lost))


if __name__ == "__main__":
    sys.exit(main())
