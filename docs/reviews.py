"""Makes the four comments that docs/reviewing.md shows, each from a change to a copy of the shipped case in git.

Run with `python -m docs.reviews`.

The page marks a place with `<!-- review: grade-lowered -->` and its end with `<!-- end -->`; between them stands, as a
quotation, what `ach diff main...grade-lowered --format md` prints. A test holds the page and the program together.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

PROJECT = Path(__file__).parents[1]
PAGE = PROJECT / "docs" / "reviewing.md"
MARKED = re.compile(r"^(<!-- review: ([a-z-]+) -->\n).*?^(<!-- end -->)$", re.MULTILINE | re.DOTALL)
Run = Callable[..., str]
"""Runs a program in the repository and gives what it prints."""

FOLDERS = ("hypotheses", "evidence", "matrices")


class Edit(NamedTuple):
    """A change of one file: `old`, which stands there once, becomes `new`."""

    path: str
    old: str
    new: str


EDITS: Mapping[str, Edit] = {
    "grade-lowered": Edit(
        "evidence/meduza.yaml",
        "    credibility: 3\n    because: >-\n      Four voices agree,",
        "    credibility: 4\n    because: >-\n      Four voices agree,",
    ),
    "text-reworded": Edit(
        "evidence/meduza.yaml",
        "chief aim of the Russians sent.",
        "only aim of the Russians sent.",
    ),
    "rating-flipped": Edit(
        "matrices/specialists-2019/baseline.yaml",
        "essay/wagner-thousands: {assets: C, regime: C, colombia: I, arms: I,",
        "essay/wagner-thousands: {assets: C, regime: C, colombia: I, arms: C,",
    ),
    "item-deleted": Edit("evidence/own.yaml", "  collecting-needs-few:\n", ""),
}
"""The silent changes; of the deleted item all its lines go."""


def made(folder: Path) -> dict[str, str]:
    """The comment on each change, by its name; `folder` is empty and gets the repository."""
    settings = {
        **{name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "ACH_"))},
        "PYTHONPATH": str(PROJECT),
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_CONFIG_GLOBAL": os.devnull,
        **{f"GIT_{who}_{what}": value for who in ("AUTHOR", "COMMITTER") for what, value in _WHO.items()},
    }

    def run(*words: str) -> str:
        done = subprocess.run(words, cwd=folder, env=settings, capture_output=True, check=True, encoding="utf-8")
        return done.stdout

    for name in FOLDERS:
        shutil.copytree(PROJECT / name, folder / name)
    run("git", "init", "-q", "-b", "main")
    _commit(run, "The case as it is")
    return {name: _comment(run, folder, name, edit) for name, edit in EDITS.items()}


_WHO = {"NAME": "A. Reviewer", "EMAIL": "reviewer@example.org", "DATE": "2026-01-01T12:00:00+00:00"}


def _commit(run: Run, message: str) -> None:
    run("git", "add", "-A")
    run("git", "-c", "commit.gpgsign=false", "commit", "-q", "-m", message)


def _comment(run: Run, folder: Path, name: str, edit: Edit) -> str:
    run("git", "switch", "-q", "-c", name, "main")
    path = folder / edit.path
    before = path.read_text(encoding="utf-8")
    if before.count(edit.old) != 1:
        raise ValueError(f"{edit.path} does not say once what the example {name} changes")
    path.write_text(_changed(before, edit), encoding="utf-8")
    _commit(run, name)
    return run(sys.executable, "-m", "workbench", "diff", f"main...{name}", "--format", "md")


def _changed(text: str, edit: Edit) -> str:
    if edit.new:
        return text.replace(edit.old, edit.new)
    start = text.index(edit.old)
    rest = re.compile(r"^  \S|\Z", re.MULTILINE).search(text, start + len(edit.old))
    return text[:start] + text[rest.start() if rest else len(text) :]


def filled(page: str, comments: Mapping[str, str]) -> str:
    """A page's text with the comment behind every mark as it is made now."""
    return MARKED.sub(lambda mark: f"{mark[1]}\n{_quotation(comments[mark[2]])}\n\n{mark[3]}", page)


def _quotation(comment: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in comment.strip().splitlines())


def main() -> None:
    """Rewrite the page."""
    with tempfile.TemporaryDirectory() as folder:
        comments = made(Path(folder))
    PAGE.write_text(filled(PAGE.read_text(encoding="utf-8"), comments), encoding="utf-8")


if __name__ == "__main__":
    main()
