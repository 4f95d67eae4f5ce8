"""Showing what is printed: on standard output, or in a file whose ending says the format."""

from __future__ import annotations

import argparse
from functools import partial

from workbench.commands import output, where
from workbench.commands.refusal import Refusal
from workbench.printing import place
from workbench.printing.printed import TEXTS, WIDE, NoPicture, Printed, Setting

STDOUT = "-"

DATA = frozenset({"csv", "xlsx", "json", "svg"})
"""Formats that do not say from which files they are printed."""


def show(args: argparse.Namespace, printed: Printed) -> None:
    """Print it in the format and the width that were asked for, where it was asked for.

    Raises:
        Refusal: the file cannot be written to, the format is none of its formats, or it cannot be made in it.
    """
    into = args.output if args.output not in {None, STDOUT} else ""
    try:
        form = place.format_of(into, args.format, printed.forms)
        if into:
            setting = _setting(args, form, args.width or WIDE, colour=False)
            place.write(into, printed.file(form, setting), root=where.root(args), force=args.force)
            output.note(args, f"{into} is written")
        else:
            _to_standard_output(args, printed, form)
    except place.AlreadyThere as there:
        raise Refusal(f"{there}, or overwrite it with --force") from None
    except (place.NotPrinted, NoPicture) as refused:
        raise Refusal(str(refused)) from None


def _to_standard_output(args: argparse.Namespace, printed: Printed, form: str) -> None:
    if form not in TEXTS and output.at_terminal():
        raise Refusal(f"{form} is no text, and this is a terminal; name a file with -o")
    setting = _setting(args, form, args.width or output.width(), colour=output.colourful(args))
    if form in TEXTS:
        output.data(printed.rendered(form, setting), encoding="" if form == "text" else "utf-8")
    else:
        output.raw(printed.file(form, setting))


def _setting(args: argparse.Namespace, form: str, width: int, *, colour: bool) -> Setting:
    """How it is printed; from which files is asked of git only where the page says it."""
    from workbench.printing.edition import Edition, edition  # noqa: PLC0415 - not where nothing is printed

    told = Edition() if form in DATA else edition(where.root(args))
    asked = {name: value for name in ("ascii", "paper", "picture") if (value := getattr(args, name, None))}
    heard = partial(output.note, args)
    return Setting(width, colour, revision=told.revision, date=told.date, told=heard, **asked)
