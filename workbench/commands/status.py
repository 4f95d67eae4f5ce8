"""`ach status`: per question and analyst what is rated, and the next of the eight steps."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from datetime import date

from workbench.analysis.narrowing import narrowed
from workbench.commands import narrowing, output, rereading, where
from workbench.commands.refusal import FINE
from workbench.report import jsontext, text
from workbench.report.progress import Progress, progress, record, status_document
from workbench.workspace import Workspace


def run(args: argparse.Namespace) -> int:
    """Print the status."""
    found = where.read(args)
    if args.format == "json":
        output.data(jsontext.written([record(p) for p in matrices(args, found)]), encoding="utf-8")
    else:
        show(args, found)
    return FINE


def show(args: argparse.Namespace, found: Workspace, ways_on: Sequence[str] = ()) -> None:
    """Print the status as text, with sentences on how to go on."""
    document = status_document(f"Status of {found.root.resolve().name}", list(matrices(args, found)), ways_on)
    output.data(text.render(document, width=output.width(), colour=output.colourful(args)))


def matrices(args: argparse.Namespace, found: Workspace) -> Iterator[Progress]:
    """The progress of every matrix, and of every question that has none yet, narrowed as asked.

    Raises:
        Refusal: no question has an item in such a slice.
    """
    to = narrowing.asked(args)
    narrowing.check([found.case(question, "") for question in found.questions], to)
    today, history, since = date.today(), rereading.history(found.root), rereading.rated_since(found.root)
    for question in found.questions:
        for analyst in found.analysts(question):
            case = narrowed(found.case(question, analyst), to)
            yield progress(case, today=today, history=history, rated_since=since)
        if not found.analysts(question):
            yield progress(narrowed(found.case(question, ""), to), today=today, begun=False)
