"""What can be said on the command line. This declares and checks; what it does stands beside it."""

from __future__ import annotations

import argparse
import contextlib
import math
import re
from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from typing import Any, NoReturn

from workbench import __version__
from workbench.commands import agreeing, arranging, declared, differing, gitwise, output, reporting, wide
from workbench.commands.known import ADDITIVE, CLOCKS, METHODS, SHELLS, WINDOWS
from workbench.commands.refusal import Refusal, meant
from workbench.commands.reporting import PAPERS

_CHOICE = re.compile(r"invalid choice: '?([^'(]*)'? \(choose from (.*)\)")

Parser = argparse.ArgumentParser


_WORKBENCH = "A workbench for Analysis of Competing Hypotheses. Alone it opens the workbench in the terminal."

_EXAMPLES = """\
ach                          open the workbench here
  ach demo                     copy the shipped case and open it
  ach -C case matrix -o m.md   print the matrix of the workspace in case/"""

_SCORES = """\
ach score specialists-2019 --method all
  ach score specialists-2019 --method log-likelihood --kappa 3"""


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
    return "opening" if command in {None, "open"} else str(command).replace("-", "_")


def parser(typed: Collection[str] | None = None) -> Parser:
    """The command line. Of what was typed only the commands it names are declared whole: each costs a millisecond."""
    top = _Parser(prog="ach", **_described(_WORKBENCH, _EXAMPLES))
    top.add_argument("--version", action="version", version=f"ach-workbench {__version__}")
    top.set_defaults(question=None, slice=None, as_of=None, unread="")
    _everywhere(top)
    commands = top.add_subparsers(title="commands", dest="command", metavar="COMMAND", parser_class=_Parser)
    for name, (summary, example, declare) in COMMANDS.items():
        sub = commands.add_parser(name, help=summary, **_described(f"{summary[0].upper()}{summary[1:]}.", example))
        if typed is None or name in typed:
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


def _narrowing(parser: Parser) -> None:
    """What a case can be narrowed to; `where.case` does it."""
    cut = "only rows with this tag, source, origin, kind or period: contingent=guards; given again, all must hold"
    parser.add_argument("--slice", action="append", metavar="NAME=VALUE", help=cut)
    known = "only what had been reported by the end of a year, month or day: 2019-07"
    parser.add_argument("--as-of", metavar="DATE", help=known)


def _format(parser: Parser, *known: str) -> None:
    parser.add_argument("--format", choices=known, metavar="|".join(known), help="default: text")


def _open(parser: Parser) -> None:
    _question(parser)
    _narrowing(parser)


def _status(parser: Parser) -> None:
    _narrowing(parser)
    _format(parser, "text", "json")


def _page(parser: Parser) -> None:
    """What is said of a page that is printed: format, file, paper and picture."""
    _format(parser, "text", "md", "html", "pdf", "svg", "json")
    parser.add_argument("-o", "--output", metavar="FILE", help="write to a file; its ending says the format")
    parser.add_argument("--force", action="store_true", help="overwrite what ach did not print or was changed")
    parser.add_argument("--paper", choices=PAPERS, metavar="|".join(PAPERS), help="of a PDF; default: a4")
    parser.add_argument("--picture", metavar="NAME", help="which picture an SVG shows; default: the first")


def _listed(parser: Parser, title: str, known: Mapping[str, str]) -> None:
    """Put a list of names with what they mean before the examples."""
    lines = "\n".join(f"  {name:<21}{summary}" for name, summary in known.items())
    parser.epilog = f"{title}:\n{lines}\n\n{parser.epilog}"


def _score(parser: Parser) -> None:
    _question(parser)
    _narrowing(parser)
    _page(parser)
    parser.add_argument(
        "--method",
        choices=(*METHODS, "all"),
        metavar="NAME|all",
        help="by itself, or all below each other; default: the first two side by side",
    )
    parser.add_argument(
        "--kappa",
        type=_ratio,
        metavar="X",
        help="log-likelihood without a table: one I is worth a likelihood ratio of X, kappa is ln X",
    )
    wide.declare(parser)
    _listed(parser, "methods", METHODS)


def _ratio(typed: str) -> float:
    with contextlib.suppress(ValueError):
        if 1 < float(typed) < math.inf:
            return float(typed)
    raise argparse.ArgumentTypeError(f'"{typed}" is not a likelihood ratio: an inconsistency is worth more than 1')


def _sensitivity(parser: Parser) -> None:
    _question(parser)
    _narrowing(parser)
    _page(parser)
    parser.add_argument("--method", choices=ADDITIVE, default="parc-weighted", metavar="NAME", help="see below")
    wrong = "assumed probability that a cell is a step wrong, 0 to 1; default: 0.1"
    parser.add_argument("--error", type=_chance, default=0.1, metavar="E", help=wrong)
    wide.declare(parser)
    _listed(parser, "methods", ADDITIVE)


def _chance(typed: str) -> float:
    with contextlib.suppress(ValueError):
        if 0 <= float(typed) <= 1:
            return float(typed)
    raise argparse.ArgumentTypeError(f'"{typed}" is not a number from 0 to 1')


def _slices(parser: Parser) -> None:
    _question(parser)
    parser.add_argument("--by", metavar="TAG|period|source|origin|kind", help="what to slice by; has to be said")
    parser.add_argument(
        "--window", choices=WINDOWS, metavar="|".join(WINDOWS), help="length of the slices by period; default: year"
    )
    _narrowing(parser)
    _page(parser)
    wide.declare(parser)


def _timeline(parser: Parser) -> None:
    _question(parser)
    parser.add_argument(
        "--by", choices=CLOCKS, metavar="|".join(CLOCKS), help="the day it happened, or was reported; default: both"
    )
    parser.add_argument(
        "--window", choices=WINDOWS, metavar="|".join(WINDOWS), help="instead, the rows of each window alone"
    )
    _narrowing(parser)
    _page(parser)
    wide.declare(parser)


def _demo(parser: Parser) -> None:
    parser.add_argument(
        "folder", nargs="?", metavar="DIR", type=Path, default=Path("ach-demo"), help="default: ach-demo"
    )


def _new(parser: Parser) -> None:
    parser.add_argument("words", nargs="*", metavar="DIR | question ID [TEXT] | source ID [TITLE]")


def _add(parser: Parser) -> None:
    def dressed(commands: Any, name: str, summary: str, example: str) -> Parser:
        made: Parser = commands.add_parser(name, help=summary, **_described(f"Add {summary}.", example))
        _everywhere(made, again=True)
        return made

    declared.add(parser, dressed)


def _completion(parser: Parser) -> None:
    parser.add_argument("shell", choices=SHELLS, metavar="|".join(SHELLS))


COMMANDS: dict[str, tuple[str, str, Callable[[Parser], None]]] = {
    "open": ("open the workbench at a question", "ach open specialists-2019 --analyst jane-doe", _open),
    "status": ("what is rated, what is not, and the next of the eight steps", "ach status --format json", _status),
    "check": gitwise.CHECK,
    "matrix": (arranging.SUMMARY, arranging.EXAMPLES, arranging.matrix(_open)),
    "score": ("points, ranks and coverage of every hypothesis", _SCORES, _score),
    "sensitivity": (
        "what the order of the hypotheses rests on, and what would change it",
        "ach sensitivity specialists-2019\n  ach sensitivity specialists-2019 --error 0.2 --format json",
        _sensitivity,
    ),
    "slices": (
        "points of every hypothesis within each tag, period, source, origin or kind",
        "ach slices specialists-2019 --by contingent\n  ach slices specialists-2019 --by period --window month",
        _slices,
    ),
    "timeline": (
        "points of every hypothesis as things happened and were reported",
        "ach timeline specialists-2019 --by event\n  ach timeline specialists-2019 --slice source=meduza",
        _timeline,
    ),
    "compare": agreeing.COMPARE,
    "diff": differing.DIFF,
    "report": reporting.REPORT,
    "demo": ("copy the shipped case into a new folder and open it", "ach demo my-copy", _demo),
    "new": (
        "begin a workspace, a question or a source",
        'ach new my-case\n  ach new question who-paid "Who paid for the flights?"\n  ach new source annual-report',
        _new,
    ),
    "add": (
        "add a hypothesis, source, item, origin, indicator or gap where it belongs",
        'ach add gap specialists-2019 sender "Who sent them?"\n  ach add item --help',
        _add,
    ),
    **gitwise.COMMANDS,
    "completion": (
        "print a script that completes commands in your shell",
        "ach completion bash > ~/.ach-completion",
        _completion,
    ),
}
"""Each command with a summary, an example, and what it takes."""
