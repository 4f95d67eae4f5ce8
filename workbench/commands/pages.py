"""Showing what is printed: on standard output, or in a file whose ending says the format."""

from __future__ import annotations

import argparse

from workbench.commands import output, where
from workbench.commands.progress import Tell, told, unwatched
from workbench.commands.refusal import Refusal
from workbench.printing import place
from workbench.printing.printed import TEXTS, WIDE, NoPicture, Printed, Setting

STDOUT = "-"

DATA = frozenset({"csv", "xlsx", "json", "svg"})
"""Formats that do not say from which files they are printed."""


def show(args: argparse.Namespace, printed: Printed, tell: Tell = unwatched) -> None:
    """Print it in the format and the width that were asked for, where it was asked for.

    Args:
        args: of the command.
        printed: what is shown.
        tell: is told what is being written, where that takes its time.

    Raises:
        Refusal: the file cannot be written to, the format is none of its formats, or it cannot be made in it.
    """
    if args.unread:
        printed = printed.begun_with(f"{args.unread[0].upper()}{args.unread[1:]}. What stands there is missing here.")
    into = args.output if args.output not in {None, STDOUT} else ""
    try:
        form = place.format_of(into, args.format, printed.forms)
        if into:
            setting = _setting(args, printed, form, args.width or WIDE, colour=False, tell=tell)
            with told(tell, f"writing {form}"):
                made = printed.file(form, setting)
            place.write(into, made, root=where.root(args), force=args.force)
            output.note(args, f"{into} is written")
        else:
            _to_standard_output(args, printed, form, tell)
    except place.AlreadyThere as there:
        raise Refusal(f"{there}, or overwrite it with --force") from None
    except (place.NotPrinted, NoPicture) as refused:
        raise Refusal(str(refused)) from None


def _to_standard_output(args: argparse.Namespace, printed: Printed, form: str, tell: Tell) -> None:
    if form not in TEXTS and output.at_terminal():
        raise Refusal(f"{form} is no text, and this is a terminal; name a file with -o")
    setting = _setting(args, printed, form, args.width or output.width(), colour=output.colourful(args), tell=tell)
    with told(tell, f"writing {form}"):
        made = printed.rendered(form, setting) if form in TEXTS else printed.file(form, setting)
    if isinstance(made, str):
        output.data(made, encoding="" if form == "text" else "utf-8")
    else:
        output.raw(made)


def _setting(args: argparse.Namespace, printed: Printed, form: str, width: int, *, colour: bool, tell: Tell) -> Setting:
    """How it is printed; from which files is asked of git only where the page says it."""

    def heard(sentence: str) -> None:
        tell("")  # what is heard has a line to itself
        output.note(args, sentence)

    revision, day = ("", "") if form in DATA or (form == "md" and printed.comment) else _edition(args)
    asked = {name: value for name in ("ascii", "paper", "picture") if (value := getattr(args, name, None))}
    return Setting(width, colour, revision=revision, date=day, told=heard, **asked)


def _edition(args: argparse.Namespace) -> tuple[str, str]:
    """The revision and the day of the files; both empty where there are none, as in a bare repository."""
    from workbench.printing.edition import edition  # noqa: PLC0415 - not where the page does not say it

    try:
        return edition(where.root(args))
    except Refusal:
        return "", ""
