"""What can be said after `ach diff`."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import Any

from workbench.commands import wide

_EXAMPLES = """\
ach diff                              the working tree against the last commit
  ach diff main                         the working tree against main
  ach diff main...HEAD --format md      for a pull request: since main was left
  ach diff v1..v2 -- evidence/          only what changed there"""


def _diff(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "words", nargs="*", metavar="A[..B] | PATH", help="revisions as git names them; default: HEAD; then files"
    )
    known = ("text", "md", "json")
    parser.add_argument("--format", choices=known, metavar="|".join(known), help="md is a comment; default: text")
    parser.add_argument("-o", "--output", metavar="FILE", help="write to a file; its ending says the format")
    parser.add_argument("--force", action="store_true", help="overwrite what ach did not print or was changed")
    parser.add_argument("--exit-code", action="store_true", help="exit with 1 where there are differences")
    wide.declare(parser)
    _anywhere(parser)


def _anywhere(parser: argparse.ArgumentParser) -> None:
    """Let options stand between the words, as in `diff main --format md -- evidence/`; argparse does it for no command.

    What parses intermixed words calls the plain parsing in turn, so that stands in its place meanwhile.
    """
    plain = parser.parse_known_args

    def parse(args: Sequence[str] | None = None, namespace: Any = None) -> tuple[Any, list[str]]:
        setattr(parser, "parse_known_args", plain)  # noqa: B010 - a method of this one parser
        try:
            return parser.parse_known_intermixed_args(args, namespace)
        finally:
            setattr(parser, "parse_known_args", parse)  # noqa: B010

    setattr(parser, "parse_known_args", parse)  # noqa: B010


DIFF = ("what changed between git revisions, and what it did to the answer", _EXAMPLES, _diff)
"""Its summary, examples, and what it takes."""
