"""What is printed: one result as a document to read, as a record for programs, and perhaps as a sheet."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from workbench.report import jsontext, markdown, text
from workbench.report.document import Document

WIDE = 80
"""Cells to which text is laid out where nobody says how wide it may be."""


class Printed(NamedTuple):
    """A result in the formats it has; only the one that is asked for is made."""

    document: Callable[[], Document]
    """For text and Markdown."""
    record: Callable[[], object]
    """For JSON: what its schema describes."""
    sheet: Callable[[], str] | None = None
    """As CSV text, where it is one rectangle."""
    comment: Callable[[], str] | None = None
    """As Markdown, where that is made for a comment and is not simply the document."""

    @property
    def forms(self) -> tuple[str, ...]:
        """The formats there are."""
        return ("text", "md", "csv", "json") if self.sheet is not None else ("text", "md", "json")

    def rendered(self, form: str, *, width: int = WIDE, colour: bool = False) -> str:
        """The text of a file of this format; width, in cells, and colour are those of plain text.

        Raises:
            KeyError: there is no such format of it.
        """
        if form not in self.forms:
            raise KeyError(form)
        if form == "csv" and self.sheet is not None:
            return self.sheet()
        if form == "json":
            return jsontext.written(self.record())
        if form == "md":
            if self.comment is not None:
                return self.comment()
            return markdown.render(self.document())
        return text.render(self.document(), width=width, colour=colour)
