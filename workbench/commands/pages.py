"""Showing what is printed: on standard output, or in a file whose ending says the format."""

from __future__ import annotations

import argparse

from workbench.commands import output, where
from workbench.commands.refusal import Refusal
from workbench.printing import place
from workbench.printing.printed import WIDE, Printed

STDOUT = "-"


def show(args: argparse.Namespace, printed: Printed) -> None:
    """Print it in the format and the width that were asked for, where it was asked for.

    Raises:
        Refusal: the file cannot be written to, or the format is none of its formats.
    """
    into = args.output if args.output not in {None, STDOUT} else ""
    try:
        form = place.format_of(into, args.format, printed.forms)
        if into:
            made = printed.rendered(form, width=args.width or WIDE)
            place.write(into, made, root=where.root(args), force=args.force)
            output.note(args, f"{into} is written")
            return
    except place.AlreadyThere as there:
        raise Refusal(f"{there}, or overwrite it with --force") from None
    except place.NotPrinted as refused:
        raise Refusal(str(refused)) from None
    shown = printed.rendered(form, width=args.width or output.width(), colour=output.colourful(args))
    output.data(shown, encoding="" if form == "text" else "utf-8")
