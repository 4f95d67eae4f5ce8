"""Reading and validating 10,000 items, against the C parser alone and against the plainest builder on top of it.

    python -m benchmarks.reading

Each reading has a process of its own, which has loaded its libraries before the clock starts; the matrix of the case
is not rated, so that items are what is read. A ratio is the median over the rounds, each with its own yardstick: how
fast the machine is drifts from round to round.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks import made_cases
from benchmarks.measuring import environment, median, ms, show

PROBE = """
import sys, time
from pathlib import Path
{set_up}
root = Path(sys.argv[1])
began = time.perf_counter()
{work}
print(time.perf_counter() - began)
"""

PARSER = PROBE.format(set_up="from benchmarks import plain_reading", work="plain_reading.events(root)")
BUILDER = PROBE.format(set_up="from benchmarks import plain_reading", work="kept = plain_reading.build(root)")
DATA = PROBE.format(
    set_up="import jsonschema_rs; from workbench import yamltext; from workbench.workspace import files, shapes",
    work="""
with yamltext.collector_paused():  # whose round neither the yardstick nor `workspace.read` has to wait for
    kept = [(kind, str(path), yamltext.read(path.read_bytes())) for kind, path in files.found(root)]
    found = [shapes.findings(*file) for file in kept]""",
)
CASE = PROBE.format(
    set_up="import jsonschema_rs; from workbench import workspace; from workbench.workspace import shapes",
    work="""
kept = workspace.read(root)
found = [shapes.findings(kind, path, text) for path, (kind, text) in kept.texts.items()]""",
)
CHECKED = PROBE.format(
    set_up="from workbench import checks, workspace",
    work="kept = workspace.read(root); found = list(checks.findings(kept))",
)

YARDSTICK = "events and a plain builder"


def seconds(probe: str, root: Path) -> float:
    """Seconds that a probe says its work took."""
    command = (sys.executable, "-c", probe, str(root))
    return float(subprocess.run(command, env=environment(), capture_output=True, text=True, check=True).stdout)


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description="Time to read and validate.")
    parser.add_argument("--items", type=int, default=10_000)
    parser.add_argument("--runs", type=int, default=9)
    wanted = parser.parse_args()
    probes = {
        "libyaml's events alone": PARSER,
        YARDSTICK: BUILDER,
        "data with positions, validated (bar 1.5)": DATA,
        "the same, and made into a case": CASE,
        "the same, and every check": CHECKED,
    }
    with tempfile.TemporaryDirectory() as folder:
        root = made_cases.make(Path(folder), made_cases.Size(wanted.items, 5, rated=0))
        rounds = [{name: seconds(probe, root) for name, probe in probes.items()} for _ in range(wanted.runs)]
    rows = [
        (
            name,
            ms(median(taken[name] for taken in rounds)),
            f"{median(taken[name] / taken[YARDSTICK] for taken in rounds):.2f}",
        )
        for name in probes
    ]
    show(
        f"Reading {wanted.items:,} items, median of {wanted.runs} rounds",
        ("what", "time", "x events and builder"),
        rows,
    )


if __name__ == "__main__":
    main()
