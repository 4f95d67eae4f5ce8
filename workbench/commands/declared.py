"""What can be said after `ach add`: each thing with the fields it has in its file."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable
from typing import Any

Parser = argparse.ArgumentParser

KINDS = ("report", "statement", "denial", "absence", "assessment", "assumption", "argument")
STANDINGS = ("solid", "caveated", "unsupported")
ROLES = ("null-hypothesis", "deception", "other")
STATUSES = ("open", "seen", "not-seen", "dropped")
RELIABILITIES = ("A", "B", "C", "D", "E", "F")
CREDIBILITIES = ("1", "2", "3", "4", "5", "6")
"""Words of the schemas, said here again so that the command line need not load them; a test holds them together."""

SEPARATORS = ("tab", "semicolon", "comma")
"""What may stand between the cells of a table."""

_ITEM = """\
ach add item essay mission-ends "The mission went home in May." \\
      --kind report --origin near-fsb --credibility 3 --when 2019-05 --at "par. 6" --tag contingent=forces"""

_ITEMS = """\
ach add items essay claims.csv --dry-run
  ach add items essay claims.csv --column text=Claim --column tag:service=Service --add-origins"""

_MATRIX = """\
ach matrix specialists-2019 --blank -o sheet.xlsx     print the sheet
  ach add matrix sheet.xlsx --analyst jane-doe --dry-run"""

_THINGS: dict[str, tuple[str, str]] = {
    "hypothesis": (
        "a hypothesis, behind the others",
        'ach add hypothesis specialists-2019 traders "Most of them were there to trade." \\\n'
        '      --short Traders --expect "cargo" --expect-not "men who never saw a port"',
    ),
    "source": (
        "a source: a file for one document",
        'ach add source annual-report "Annual report" --published 2020-03 --reliability C --because "Its own figures."',
    ),
    "item": ("an item of evidence; of the source own an assumption or argument of ours", _ITEM),
    "items": ("many items out of a spreadsheet (CSV or TSV), a line each", _ITEMS),
    "matrix": ("a rating sheet that a colleague filled in, as that person's matrix", _MATRIX),
    "origin": (
        "an origin: who a source has it from",
        'ach add origin cook "a cook, unnamed" --access "saw the kitchen" --reliability F --because "Unnamed."',
    ),
    "indicator": (
        "an indicator: what to watch for",
        'ach add indicator specialists-2019 pay-lists "Pay lists come to light." --by 2027 --likely assets=HL',
    ),
    "gap": (
        "a gap: what is not known",
        'ach add gap specialists-2019 sender "Who sent them?" --matters "Tells a contract from an order."',
    ),
}


def things() -> dict[str, tuple[str, str]]:
    """What can be added, each with a summary and an example."""
    return _THINGS


def add(parser: Parser, dressed: Callable[[Any, str, str, str], Parser]) -> None:
    """Declare what `ach add` takes.

    Args:
        parser: the command's.
        dressed: makes the parser of a subcommand from what `add_subparsers` gave, its name, summary and example.
    """
    subs = parser.add_subparsers(title="what", dest="what", metavar="WHAT", required=True)
    declared = {
        "hypothesis": _hypothesis,
        "source": _source,
        "item": _item,
        "items": _items,
        "matrix": _matrix,
        "origin": _origin,
        "indicator": _indicator,
        "gap": _gap,
    }
    for name, (summary, example) in _THINGS.items():
        declared[name](dressed(subs, name, summary, example))


def _positional(parser: Parser, *names: str) -> None:
    for name in names:
        parser.add_argument(name.lower(), metavar=name, help=_HELP[name])


_HELP = {
    "QUESTION": "the question's id",
    "SOURCE": "the source's id",
    "ID": "a new id: a-z, 0-9 and hyphens",
    "TEXT": "the text; - reads it from standard input",
}


def _field(parser: Parser, name: str, metavar: str, what: str) -> None:
    parser.add_argument(f"--{name.replace('_', '-')}", dest=name, default="", metavar=metavar, help=what)


def _fields(parser: Parser, *named: tuple[str, str, str]) -> None:
    for name, metavar, what in named:
        _field(parser, name, metavar, what)


def _several(parser: Parser, name: str, metavar: str, what: str) -> None:
    parser.add_argument(
        f"--{name.replace('_', '-')}", dest=name, action="append", default=[], metavar=metavar, help=f"{what}; repeats"
    )


def _word(parser: Parser, name: str, words: Iterable[str], what: str, default: str = "") -> None:
    listed = tuple(words)
    parser.add_argument(f"--{name}", choices=listed, default=default, metavar="|".join(listed), help=what)


def _hypothesis(parser: Parser) -> None:
    _positional(parser, "QUESTION", "ID", "TEXT")
    parser.add_argument("--short", required=True, metavar="TEXT", help="the head of its column")
    _several(parser, "expect", "TEXT", "what we should see if it is true")
    _several(parser, "expect_not", "TEXT", "what we should not see; one at least")
    _word(parser, "role", ROLES, "where it is one of these")


def _source(parser: Parser) -> None:
    _positional(parser, "ID", "TEXT")
    _fields(
        parser,
        ("author", "TEXT", "as printed, or unknown"),
        ("publisher", "TEXT", "as printed, or unknown"),
        ("published", "DATE", "when, or unknown"),
        ("accessed", "DATE", "when it was read"),
        ("url", "TEXT", "where it is"),
        ("archive", "TEXT", "where a copy is"),
        ("sha256", "HASH", "of the copy"),
    )
    _grade(parser)
    _field(parser, "marking", "TEXT", "where it is not the question's")


def _grade(parser: Parser) -> None:
    _word(parser, "reliability", RELIABILITIES, "Admiralty grade")
    _field(parser, "because", "TEXT", "why this grade")


def _item(parser: Parser) -> None:
    _positional(parser, "SOURCE", "ID", "TEXT")
    _word(parser, "kind", KINDS, "default: report, of the source own assumption")
    _several(parser, "origin", "ID", "who the source has it from")
    _word(parser, "credibility", CREDIBILITIES, "Admiralty grade")
    _fields(
        parser,
        ("because", "TEXT", "why this grade"),
        ("when", "DATE", "the time it speaks of"),
        ("reported", "DATE", "when the origin said it"),
        ("at", "TEXT", "the place in the source"),
        ("quote", "TEXT", "25 words at most, in the original language"),
    )
    _several(parser, "tag", "NAME=VALUE", "a tag")
    _field(parser, "retells", "ADDRESS", "the item that says the same first")
    _field(parser, "changed", "TEXT", "what was altered on the way")
    _several(parser, "rests_on", "ADDRESS", "of an assessment: its grounds")
    _field(parser, "looked_in", "TEXT", "of an absence: where one looked")
    _field(parser, "would_show", "TEXT", "of an absence: why it would have shown")
    _field(parser, "marking", "TEXT", "where it is not the source's")
    _word(parser, "standing", STANDINGS, "of an assumption")
    _field(parser, "if_wrong", "TEXT", "of an assumption: what follows if it is wrong")
    _field(parser, "after", "ITEM", "the item of the source it follows; default: the last")


def _items(parser: Parser) -> None:
    _positional(parser, "SOURCE")
    parser.add_argument("file", nargs="?", default="-", metavar="FILE", help="default: -, standard input")
    column = "a column's name or number, where its name does not tell; FIELD= takes none; tags are tag:NAME"
    _several(parser, "column", "FIELD=HEADER", column)
    parser.add_argument("--no-head", action="store_true", help="the first line is an item, not the names of columns")
    _word(parser, "separator", SEPARATORS, "default: found out")
    parser.add_argument("--add-origins", action="store_true", help="add origins that are not known")
    parser.add_argument("--dry-run", action="store_true", help="say what would be added; write nothing")
    parser.add_argument("--format", choices=("text", "json"), metavar="text|json", help="default: text")


def _matrix(parser: Parser) -> None:
    parser.add_argument("sheet", metavar="SHEET", help="a workbook (.xlsx) or CSV as it came back; - is standard input")
    parser.add_argument("--partly", action="store_true", help="add what can be taken, and leave out what is refused")
    parser.add_argument("--replace", action="store_true", help="let the sheet go before what the matrix says already")
    parser.add_argument("--dry-run", action="store_true", help="say what would be added; write nothing")
    parser.add_argument("--format", choices=("text", "json"), metavar="text|json", help="default: text")


def _origin(parser: Parser) -> None:
    _positional(parser, "ID", "TEXT")
    _field(parser, "access", "TEXT", "how it could know")
    _grade(parser)
    _several(parser, "maybe_same", "ID", "an origin that may be the same person")


def _indicator(parser: Parser) -> None:
    _positional(parser, "QUESTION", "ID", "TEXT")
    _field(parser, "by", "DATE", "until when to watch")
    _word(parser, "status", STATUSES, "default: open", default="open")
    _several(parser, "likely", "HYPOTHESIS=WORD", "how likely under a hypothesis: HL, L, C, U or HU")


def _gap(parser: Parser) -> None:
    _positional(parser, "QUESTION", "ID", "TEXT")
    _field(parser, "matters", "TEXT", "why it matters")
