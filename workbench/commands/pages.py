"""Showing a page: its document as text or Markdown, its record as JSON, on standard output."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from workbench.commands import output
from workbench.report import jsontext, markdown, text
from workbench.report.document import Document


def show(args: argparse.Namespace, record: Callable[[], object], document: Callable[[], Document]) -> None:
    """Print a page in the format and the width that were asked for; only what is printed is made."""
    match args.format:
        case "json":
            output.data(jsontext.written(record()), encoding="utf-8")
        case "md":
            output.data(markdown.render(document()), encoding="utf-8")
        case _:
            width = args.width or output.width()
            output.data(text.render(document(), width=width, colour=output.colourful(args)))
