"""Writes docs/findings.md: every code that `ach check` can print, from the tables the program itself uses.

python -m docs.findings
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from workbench.checks.catalogue import FILES, Entry, sections

__all__ = ["FILES", "PAGE", "page"]

PAGE = Path(__file__).with_name("findings.md")

HEAD = """\
# What `ach check` finds

Each finding is one line: `path:line: CODE what is wrong; what to do`. Codes keep their meaning for ever. Notes inform
and leave the exit code at 0; everything else asks for a change, and the exit code is 1. The good files beside a bad one
are read all the same.

This page is written by `python -m docs.findings`.
"""


def rows(table: Iterable[Entry]) -> Iterator[str]:
    """A table of codes in Markdown."""
    yield "| code | what | why |"
    yield "| --- | --- | --- |"
    for code, title, why, note in table:
        yield f"| {code} | {title}{' (note)' if note else ''} | {' '.join(why.split())} |"


def page() -> str:
    """The page as it should be."""
    return HEAD + "".join(f"\n## {title}\n\n" + "\n".join(rows(table)) + "\n" for title, table in sections())


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
