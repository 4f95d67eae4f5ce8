"""Puts what commands print into the pages that show it, so that no number in them is typed by hand.

Run with `python -m docs.outputs`.

A page marks a place with `<!-- ach: score specialists-2019 -->`; the block behind it is what that
command prints. `<!-- ach: timeline specialists-2019 | until HOW TO -->` stops before the first line that
begins with these words. `<!-- ach: sensitivity specialists-2019 | linchpins -->` shows the part under
the heading that begins so; with nothing behind the bar, what stands before the first heading. A test
holds the pages and the commands together.
"""

from __future__ import annotations

import atexit
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from functools import cache
from itertools import pairwise
from pathlib import Path

PROJECT = Path(__file__).parents[1]
PAGES = sorted((PROJECT / "docs").glob("*.md"))
UNTIL = "until "
MARKED = re.compile(r"^(<!-- ach: ([^>]+?) -->\n)(?:\n```text\n.*?^```\n)?", re.MULTILINE | re.DOTALL)


@cache
def case() -> Path:
    """A copy of the shipped case that lies in no repository: pages then do not say of which revision they are."""
    folder = Path(tempfile.mkdtemp(prefix="shipped-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    for name in ("hypotheses", "evidence", "matrices"):
        shutil.copytree(PROJECT / name, folder / name)
    return folder


@cache
def printed(arguments: str) -> str:
    """What `ach` prints into a pipe for these arguments, on the shipped case."""
    command = [sys.executable, "-m", "workbench", "-C", str(case()), *shlex.split(arguments)]
    settings = {**os.environ, "PYTHONPATH": str(PROJECT)}
    return subprocess.run(command, capture_output=True, text=True, check=True, env=settings).stdout


def shown(mark: str) -> str:
    """What stands behind a mark: all that its command prints, or a part of it."""
    arguments, bar, words = mark.partition("|")
    page, words = printed(arguments.strip()), words.strip()
    if not bar:
        return page
    return until(page, words.removeprefix(UNTIL)) if words.startswith(UNTIL) else part(page, words)


def until(page: str, words: str) -> str:
    """A printed page up to the first line that begins with these words.

    Raises:
        ValueError: no line does.
    """
    before, found, _ = page.partition(f"\n{words}")
    if not found:
        raise ValueError(f"no line of what is printed begins with {words}")
    return f"{before.rstrip()}\n\n[...]\n"


def part(page: str, heading: str) -> str:
    """The part of a printed page under the heading that begins so, in whatever letters.

    Raises:
        ValueError: there is none.
    """
    lines = page.splitlines()
    starts = [0, *(n for n, line in enumerate(lines) if n and line.isupper() and not lines[n - 1]), len(lines)]
    for start, end in pairwise(starts):
        if not heading or lines[start].startswith(heading.upper()):
            return "\n".join(lines[start:end]).rstrip() + "\n"
    raise ValueError(f'no part of what is printed begins with "{heading}"')


def filled(page: str) -> str:
    """A page's text with the block behind every mark as its command prints it now."""
    return MARKED.sub(lambda mark: f"{mark[1]}\n```text\n{shown(mark[2])}```\n", page)


def main() -> None:
    """Rewrite the pages that are out of date."""
    for page in PAGES:
        before = page.read_text(encoding="utf-8")
        after = filled(before)
        if after != before:
            page.write_text(after, encoding="utf-8")


if __name__ == "__main__":
    main()
