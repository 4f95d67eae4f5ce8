"""What can be said on the command line. This declares and checks; what it does stands beside it."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

from workbench import __version__
from workbench.commands import output
from workbench.commands.refusal import Refusal, meant

SORTS = ("decides", "file", "grade", "source", "date", "address")
METHODS = ("parc-weighted", "inconsistency-count", "all")
FORMATS = ("text", "md", "csv", "json")
SHELLS = ("bash", "zsh", "tcsh")
NARROWEST = 40

_CHOICE = re.compile(r"invalid choice: '?([^'(]*)'? \(choose from (.*)\)")

Parser = argparse.ArgumentParser


_WORKBENCH = "A workbench for Analysis of Competing Hypotheses. Alone it opens the workbench in the terminal."

_EXAMPLES = """\
ach                          open the workbench here
  ach demo                     copy the shipped case and open it
  ach -C case matrix -o m.md   print the matrix of the workspace in case/"""


class _Parser(Parser):
    """Mistakes are refusals of one sentence, with what was probably meant."""

    def error(self, message: str) -> NoReturn:
        """Refuse what was typed.

        Raises:
            Refusal: always.
        """
        if found := _CHOICE.search(message):
            known = [word.strip(" '") for word in found[2].split(",")]
            message = f'"{found[1].strip()}" is not one of {", ".join(known)}{meant(found[1].strip(), known)}'
        raise Refusal(f"{message}; see `{self.prog} --help`")

    def _print_message(self, message: str, file: object = None) -> None:  # noqa: ARG002
        """Help and version are data, and reach a closed pipe in silence as other data does."""
        output.data(message)


def module(command: str | None) -> str:
    """The module under workbench/commands that does a command; `ach` alone does what `open` does."""
    return "opening" if command in {None, "open"} else str(command)


def parser() -> Parser:
    """The whole command line."""
    top = _Parser(prog="ach", **_described(_WORKBENCH, _EXAMPLES))
    top.add_argument("--version", action="version", version=f"ach-workbench {__version__}")
    top.set_defaults(question=None)
    _everywhere(top)
    commands = top.add_subparsers(title="commands", dest="command", metavar="COMMAND", parser_class=_Parser)
    for name, (summary, example, declare) in COMMANDS.items():
        sub = commands.add_parser(name, help=summary, **_described(f"{summary[0].upper()}{summary[1:]}.", example))
        _everywhere(sub, again=True)
        declare(sub)
    return top


def _described(description: str, example: str) -> dict[str, Any]:
    return {
        "description": description,
        "epilog": f"example:\n  {example}",
        "formatter_class": argparse.RawDescriptionHelpFormatter,
        "allow_abbrev": False,
    }


def _everywhere(parser: Parser, *, again: bool = False) -> None:
    """What every command takes, before its name and after it; `again` leaves what was said before."""

    def add(*flags: str, default: object = None, **given: Any) -> None:
        parser.add_argument(*flags, default=argparse.SUPPRESS if again else default, **given)

    add("-C", dest="directory", metavar="DIR", type=Path, help="the workspace, where it is not this folder")
    add("--analyst", metavar="ID", help="whose matrix; else ACH_ANALYST, else git's user name")
    add("-q", "--quiet", action="store_true", default=False, help="no remarks on standard error")
    add("--no-color", action="store_true", default=False, help="no colours (also: NO_COLOR)")


def _question(parser: Parser) -> None:
    parser.add_argument("question", nargs="?", metavar="QUESTION", help="the question's id, where there are several")


def _format(parser: Parser, *known: str) -> None:
    parser.add_argument("--format", choices=known, metavar="|".join(known), help="default: text")


def _check(parser: Parser) -> None:
    parser.add_argument("paths", nargs="*", metavar="PATH", type=Path, help="only what is in these files and folders")
    _format(parser, "text", "json")


def _status(parser: Parser) -> None:
    _format(parser, "text", "json")


def _matrix(parser: Parser) -> None:
    _question(parser)
    _format(parser, *FORMATS)
    parser.add_argument("-o", "--output", metavar="FILE", help="write to a file; its ending says the format")
    parser.add_argument("--force", action="store_true", help="overwrite a file that is not such a matrix")
    parser.add_argument("--transpose", action="store_true", help="hypotheses in rows, evidence in columns")
    parser.add_argument("--sort", choices=SORTS, default=SORTS[0], metavar="|".join(SORTS), help="default: decides")
    parser.add_argument("--width", type=_width, metavar="CELLS", help="of text; default: the terminal's, or 80")


def _width(typed: str) -> int:
    if typed.isascii() and typed.isdecimal() and int(typed[:6]) >= NARROWEST:
        return int(typed[:6])
    raise argparse.ArgumentTypeError(f'"{typed}" is not a number of terminal cells from {NARROWEST} on')


def _score(parser: Parser) -> None:
    _question(parser)
    _format(parser, "text", "json")
    parser.add_argument(
        "--method", choices=METHODS, metavar="NAME|all", help=f"by itself: {', '.join(METHODS)}; default: side by side"
    )


def _demo(parser: Parser) -> None:
    parser.add_argument(
        "folder", nargs="?", metavar="DIR", type=Path, default=Path("ach-demo"), help="default: ach-demo"
    )


def _new(parser: Parser) -> None:
    parser.add_argument("words", nargs="*", metavar="DIR | question ID [TEXT] | source ID [TITLE]")


def _completion(parser: Parser) -> None:
    parser.add_argument("shell", choices=SHELLS, metavar="|".join(SHELLS))


COMMANDS: dict[str, tuple[str, str, Callable[[Parser], None]]] = {
    "open": ("open the workbench at a question", "ach open specialists-2019 --analyst jane-doe", _question),
    "status": ("what is rated, what is not, and the next of the eight steps", "ach status --format json", _status),
    "check": ("every finding in the files, with its line and what to do", "ach check evidence/", _check),
    "matrix": ("print the consistency matrix", "ach matrix specialists-2019 --format md -o matrix.md", _matrix),
    "score": ("points, ranks and coverage of every hypothesis", "ach score --method all", _score),
    "demo": ("copy the shipped case into a new folder and open it", "ach demo my-copy", _demo),
    "new": (
        "begin a workspace, a question or a source",
        'ach new my-case\n  ach new question who-paid "Who paid for the flights?"\n  ach new source annual-report',
        _new,
    ),
    "completion": (
        "print a script that completes commands in your shell",
        "ach completion bash > ~/.ach-completion",
        _completion,
    ),
}
"""Each command with a summary, an example, and what it takes."""
