"""What can be said after `ach matrix`."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from workbench.commands import wide
from workbench.commands.known import SORTS
from workbench.commands.reporting import FORMS, PAPERS

_EXAMPLES = """\
ach matrix specialists-2019 --format md -o matrix.md
  ach matrix specialists-2019 --sort information --width 100
  ach matrix specialists-2019 -o matrix.xlsx
  ach matrix specialists-2019 --blank -o sheet.xlsx   to be filled in; `ach add matrix` reads it back"""


def matrix(common: Callable[[argparse.ArgumentParser], None]) -> Callable[[argparse.ArgumentParser], None]:
    """Declare what the command takes; `common` declares its question and what it can be narrowed to."""

    def declare(parser: argparse.ArgumentParser) -> None:
        common(parser)
        parser.add_argument("--format", choices=FORMS, metavar="|".join(FORMS), help="default: text")
        parser.add_argument("-o", "--output", metavar="FILE", help="write to a file; its ending says the format")
        parser.add_argument("--force", action="store_true", help="overwrite what ach did not print or was changed")
        parser.add_argument("--transpose", action="store_true", help="hypotheses in rows, evidence in columns")
        order = "of the rows within each block; see below"
        parser.add_argument("--sort", choices=SORTS, default=next(iter(SORTS)), metavar="ORDER", help=order)
        parser.add_argument("--blank", action="store_true", help="the sheet to be filled in, without anybody's ratings")
        parser.add_argument("--paper", choices=PAPERS, metavar="|".join(PAPERS), help="of a PDF; default: a4")
        parser.add_argument("--picture", metavar="NAME", help="which picture an SVG shows; default: the first")
        wide.declare(parser)
        lines = "\n".join(f"  {name:<21}{summary}" for name, summary in SORTS.items())
        parser.epilog = f"orders of rows:\n{lines}\n\n{parser.epilog}"

    return declare


SUMMARY, EXAMPLES = "print the consistency matrix", _EXAMPLES
"""Its summary and examples."""
