"""`ach matrix`: the consistency matrix, in every format there is, or the sheet on which it is rated."""

from __future__ import annotations

import argparse

from workbench.commands import pages, where
from workbench.commands.known import SORTS
from workbench.commands.refusal import FINE, Refusal


def run(args: argparse.Namespace) -> int:
    """Print the matrix, or write it to a file."""
    if args.blank:
        return _blank(args)
    from workbench.analysis.standing import standing  # noqa: PLC0415 - a blank sheet counts nothing
    from workbench.commands import rereading  # noqa: PLC0415 - as above
    from workbench.printing import parts  # noqa: PLC0415 - as above

    found, history = standing(where.case(args)), rereading.history(where.root(args))
    pages.show(args, parts.matrix(found, args.sort, transpose=args.transpose, history=history))
    return FINE


def _blank(args: argparse.Namespace) -> int:
    """Print the sheet to be filled in, whoever has a matrix.

    Raises:
        Refusal: it is wanted in an order or a format that it has not.
    """
    from workbench.commands import narrowing, who  # noqa: PLC0415 - as above
    from workbench.printing.blank import blank  # noqa: PLC0415 - as above

    if args.transpose or args.sort != next(iter(SORTS)):
        raise Refusal(
            "a sheet to be filled in has its rows in the order of the files: leave --sort and --transpose out"
        )
    to = narrowing.asked(args)
    found = where.read(args)
    printed = blank(narrowing.applied(found.case(where.question(found, args.question).id, who.NOBODY), to))
    if args.format and args.format not in printed.forms:
        raise Refusal(f"a sheet to be filled in is no {args.format}; it is one of {', '.join(printed.forms)}")
    pages.show(args, printed)
    return FINE
