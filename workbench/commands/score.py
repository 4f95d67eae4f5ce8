"""`ach score`: points, ranks and coverage of every hypothesis."""

from __future__ import annotations

import argparse

from workbench.analysis.methods import METHODS
from workbench.analysis.standing import standing
from workbench.commands import output, printing, where
from workbench.commands.refusal import FINE
from workbench.report import jsontext, text
from workbench.report.content import matrix_content
from workbench.report.scorepage import score_document


def run(args: argparse.Namespace) -> int:
    """Print the scores; as JSON always those of every method."""
    found = standing(where.case(args))
    if args.format == "json":
        output.data(jsontext.written(jsontext.score_record(found)), encoding="utf-8")
        return FINE
    methods = list(METHODS) if args.method == "all" else [args.method] if args.method else []
    document = score_document(matrix_content(found, program=printing.PROGRAM), methods)
    output.data(text.render(document, width=output.width(), colour=output.colourful(args)))
    return FINE
