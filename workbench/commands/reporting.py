"""What can be said after `ach report`."""

from __future__ import annotations

import argparse

from workbench.commands import wide
from workbench.commands.known import YARDSTICKS

_EXAMPLES = """\
ach report specialists-2019 -o report.md
  ach report specialists-2019 --words phia --since HEAD~1
  ach report specialists-2019 -o report.pdf --paper letter"""

FORMS = ("text", "md", "html", "pdf", "svg", "csv", "xlsx", "json")
PAPERS = ("a4", "a3", "letter", "tabloid")


def _report(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("question", nargs="?", metavar="QUESTION", help="the question's id, where there are several")
    cut = "only rows with this tag, source, origin, kind or period: contingent=guards; given again, all must hold"
    parser.add_argument("--slice", action="append", metavar="NAME=VALUE", help=cut)
    known = "only what had been reported by the end of a year, month or day: 2019-07"
    parser.add_argument("--as-of", metavar="DATE", help=known)
    parser.add_argument("--since", metavar="REV", help="also what changed since a git revision")
    words = "the standard that words likelihoods; default: icd-203"
    parser.add_argument("--words", choices=YARDSTICKS, default="icd-203", metavar="|".join(YARDSTICKS), help=words)
    form = "csv and xlsx are those of the matrix, svg is one picture; default: text"
    parser.add_argument("--format", choices=FORMS, metavar="|".join(FORMS), help=form)
    parser.add_argument("-o", "--output", metavar="FILE", help="write to a file; its ending says the format")
    parser.add_argument("--force", action="store_true", help="overwrite what ach did not print or was changed")
    parser.add_argument("--paper", choices=PAPERS, metavar="|".join(PAPERS), help="of a PDF; default: a4")
    parser.add_argument("--picture", metavar="NAME", help="which picture an SVG shows; default: the first")
    wide.declare(parser)


REPORT = ("print the whole report: judgement, matrix, what would change it, sources", _EXAMPLES, _report)
"""Its summary, examples, and what it takes."""
