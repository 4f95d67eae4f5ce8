"""A document as a web page in one file: read without scripts, and with them sorted, filtered, transposed and opened."""

from __future__ import annotations

from workbench.report.document import Document
from workbench.report.web.page import written


def render(document: Document) -> str:
    """The document as HTML, with a line end after its last line; the same document gives the same bytes."""
    return written(document)
