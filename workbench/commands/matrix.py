"""`ach matrix`: the consistency matrix, in every format there is."""

from __future__ import annotations

import argparse

from workbench.analysis.standing import standing
from workbench.commands import output, printing, where
from workbench.commands.refusal import FINE
from workbench.report import jsontext, markdown, sheet, text
from workbench.report.content import Content, matrix_content
from workbench.report.matrixpage import matrix_document

STDOUT = "-"


def run(args: argparse.Namespace) -> int:
    """Print the matrix, or write it to a file."""
    into = args.output if args.output not in {None, STDOUT} else ""
    form = printing.format_of(into, args.format)
    root = where.root(args)
    content = matrix_content(standing(where.case(args)), sort=args.sort, program=printing.PROGRAM)
    if into:
        width = args.width or output.IN_A_PIPE
        printing.write(into, _rendered(content, form, args, width, colour=False), root=root, force=args.force)
        output.note(args, f"{into} is written")
        return FINE
    shown = _rendered(content, form, args, args.width or output.width(), colour=output.colourful(args))
    output.data(shown, encoding="" if form == "text" else "utf-8")
    return FINE


def _rendered(content: Content, form: str, args: argparse.Namespace, width: int, *, colour: bool) -> str:
    match form:
        case "csv":
            return sheet.render(content)
        case "json":
            return jsontext.render(content)
        case "md":
            return markdown.render(matrix_document(content, transpose=args.transpose))
        case _:
            return text.render(matrix_document(content, transpose=args.transpose), width=width, colour=colour)
