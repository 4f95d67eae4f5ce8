"""Comparing two revisions: of a small change and of a change of every file, beside reading the folder twice.

python -m benchmarks.revisions
"""

from __future__ import annotations

import argparse
import os
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path

from benchmarks import made_cases
from benchmarks.measuring import WORKBENCH, command_seconds, median, ms, show, timed
from workbench import workspace, yamltext
from workbench.printing import parts
from workbench.revisions import Repository, between

BAR = "the command that writes a comment in less than 2 s"
SIZES = ((200, 8), (2_000, 20))


def git(root: Path, *words: str) -> None:
    """Runs git in a folder, with no settings but ours."""
    who = {f"GIT_{role}_{what}": "bench@example.org" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    settings = {**os.environ, "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": os.devnull, **who}
    subprocess.run(["git", *words], cwd=root, env=settings, check=True, capture_output=True)


def committed(root: Path, change: Callable[[Path], None]) -> None:
    """Changes files and commits them."""
    change(root)
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "change")


def a_little(root: Path) -> None:
    """One rating, and one grade."""
    replaced(root / "matrices/made/rater.yaml", ": I,", ": CC,", 1)
    replaced(root / "evidence/source-0001.yaml", "credibility: 2", "credibility: 4", 1)


def everything(root: Path) -> None:
    """A word in every text, and every second rating."""
    replaced(root / "matrices/made/rater.yaml", ": I,", ": CC,", -1)
    for path in root.glob("evidence/source-*.yaml"):
        replaced(path, "convoy", "column", -1)


def replaced(path: Path, old: str, new: str, times: int) -> None:
    """Puts one text for another in a file."""
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, times), encoding="utf-8")


def measured(items: int, hypotheses: int, runs: int) -> list[tuple[str, ...]]:
    """The lines of one size."""
    with tempfile.TemporaryDirectory() as folder:
        root = made_cases.make(Path(folder), made_cases.Size(items, hypotheses))
        git(root, "init", "-q")
        committed(root, lambda _: None)
        committed(root, a_little)
        committed(root, everything)
        size = f"{items:,} x {hypotheses}"
        return [_line(root, size, "a little", "HEAD~2..HEAD~1", runs), _line(root, size, "all", "HEAD~1..HEAD", runs)]


def _line(root: Path, size: str, what: str, span: str, runs: int) -> tuple[str, ...]:
    """Comparing and writing it as a comment, in turns with reading the folder twice; and the whole command."""
    repository = Repository.around(root)

    def compare() -> None:
        with yamltext.collector_paused():  # as the command does
            found = between.compared(repository, root, "", between.asked(repository, [span]))
            parts.diff(found).rendered("md")

    def read() -> None:
        workspace.read(root)
        workspace.read(root)

    pairs = [(timed(compare), timed(read)) for _ in range(runs)]
    compared, twice = median(one for one, _ in pairs), median(other for _, other in pairs)
    commands = (
        [spent([*WORKBENCH, "-C", str(root), "diff", span, "--format", form]) for _ in range(runs)]
        for form in ("md", "text")
    )
    spans = [ms(median(times)) for both in commands for times in zip(*both, strict=True)]
    return size, what, ms(compared), ms(twice), f"{compared / twice:.2f}", *spans


def spent(command: list[str]) -> tuple[float, float]:
    """Seconds that a command takes by the clock, and of the processor with all that it starts."""
    before = os.times()
    clock = command_seconds(command)
    after = os.times()
    return clock, sum(after[2:4]) - sum(before[2:4])


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description="Comparing two revisions.")
    parser.add_argument("--runs", type=int, default=7)
    runs = parser.parse_args().runs
    lines = [line for size in SIZES for line in measured(*size, runs)]
    header = ("case", "changed", "compared", "reading twice", "ratio", "comment", "processor", "text", "processor")
    show(f"Two revisions compared; {BAR}", header, lines)


if __name__ == "__main__":
    main()
