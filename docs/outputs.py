"""Puts what commands print into the pages that show it, so that no number in them is typed by hand.

Run with `python -m docs.outputs`.

A page marks a place with `<!-- ach: score specialists-2019 -->`; the block behind it is what that
command prints. A test holds the pages and the commands together.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).parents[1]
PAGES = sorted((PROJECT / "docs").glob("*.md"))
MARKED = re.compile(r"^(<!-- ach: ([^>]+?) -->\n)(?:\n```text\n.*?^```\n)?", re.MULTILINE | re.DOTALL)


def printed(arguments: str) -> str:
    """What `ach` prints into a pipe for these arguments, on the shipped case."""
    command = [sys.executable, "-m", "workbench", "-C", str(PROJECT), *shlex.split(arguments)]
    settings = {**os.environ, "PYTHONPATH": str(PROJECT)}
    return subprocess.run(command, capture_output=True, text=True, check=True, env=settings).stdout


def filled(page: str) -> str:
    """A page's text with the block behind every mark as its command prints it now."""
    return MARKED.sub(lambda mark: f"{mark[1]}\n```text\n{printed(mark[2])}```\n", page)


def main() -> None:
    """Rewrite the pages that are out of date."""
    for page in PAGES:
        before = page.read_text(encoding="utf-8")
        after = filled(before)
        if after != before:
            page.write_text(after, encoding="utf-8")


if __name__ == "__main__":
    main()
