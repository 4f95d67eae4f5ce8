"""What can be said after `ach compare`."""

from __future__ import annotations

import argparse

from workbench.commands import wide
from workbench.commands.reporting import PAPERS

_EXAMPLES = """\
ach compare specialists-2019
  ach compare specialists-2019 --matrix -o team.md
  ach compare specialists-2019 --format csv -o cells.csv"""


def _compare(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("question", nargs="?", metavar="QUESTION", help="the question's id, where there are several")
    parser.add_argument("--matrix", action="store_true", help="print the median of all ratings as a matrix instead")
    early = "show also what I have not rated yet; that is recorded in my matrix"
    parser.add_argument("--look", action="store_true", help=early)
    known = ("text", "md", "html", "pdf", "svg", "csv", "json")
    parser.add_argument("--format", choices=known, metavar="|".join(known), help="csv is the cells; default: text")
    parser.add_argument("-o", "--output", metavar="FILE", help="write to a file; its ending says the format")
    parser.add_argument("--force", action="store_true", help="overwrite what ach did not print or was changed")
    parser.add_argument("--paper", choices=PAPERS, metavar="|".join(PAPERS), help="of a PDF; default: a4")
    parser.add_argument("--picture", metavar="NAME", help="which picture an SVG shows; default: the first")
    wide.declare(parser)


COMPARE = ("several analysts: how far they agree, and the contested cells that matter", _EXAMPLES, _compare)
"""Its summary, examples, and what it takes."""
