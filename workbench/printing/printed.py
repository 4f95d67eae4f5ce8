"""What is printed: one result as a document to read, as pictures, as a record for programs, and perhaps as a sheet."""
# ruff: noqa: PLC0415 - each format loads what it needs

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from workbench.printing import PROGRAM
from workbench.report.document import Document, Paragraph, Tone
from workbench.report.picture import Picture

WIDE = 80
"""Cells to which text is laid out where nobody says how wide it may be."""

TEXTS = ("text", "md", "html", "svg", "csv", "json")
"""The formats that are text; the others are bytes."""

PAPERS = ("a4", "a3", "letter", "tabloid")
"""The sizes of paper there are."""


def _unheard(_: str) -> None:
    """Nobody listens."""


class Setting(NamedTuple):
    """How it is printed: width in cells and colour are those of plain text, paper that of PDF.

    `revision` and `date` say which files it is printed from; `picture` is the name of the one that becomes an SVG file,
    the first where it is empty. `told` hears, in a sentence, which characters a PDF has no letters for.
    """

    width: int = WIDE
    colour: bool = False
    ascii: bool = False
    paper: str = PAPERS[0]
    revision: str = ""
    date: str = ""
    picture: str = ""
    told: Callable[[str], None] = _unheard


PLAINLY = Setting()
"""As it is printed where nobody says how."""


class NoPicture(Exception):
    """There is no picture of this name in what is printed. The message names those there are."""


class Printed(NamedTuple):
    """A result in the formats it has; only the one that is asked for is made."""

    document: Callable[[], Document]
    """For what is read: text, Markdown, HTML and PDF."""
    record: Callable[[], object]
    """For JSON: what its schema describes."""
    sheet: Callable[[], str] | None = None
    """As CSV text, where it is one rectangle."""
    comment: Callable[[], str] | None = None
    """As Markdown, where that is made for a comment and is not simply the document."""
    workbook: Callable[[], bytes] | None = None
    """As XLSX."""
    pictures: Callable[[], tuple[Picture, ...]] | None = None
    """For SVG, the one that says most first."""

    def begun_with(self, sentence: str) -> Printed:
        """The same, with a sentence that the reader of the document must know before all else."""
        made = self.document

        def begun() -> Document:
            document = made()
            return replace(document, blocks=(Paragraph(sentence, tone=Tone.LEADING), *document.blocks))

        return self._replace(document=begun)

    @property
    def forms(self) -> tuple[str, ...]:
        """The formats there are."""
        if self.comment is not None:
            return ("text", "md", "json")
        there = {"svg": self.pictures, "csv": self.sheet, "xlsx": self.workbook}
        return (
            "text", "md", "html", "pdf", *(form for form, made in there.items() if made is not None), "json",
        )  # fmt: skip

    def rendered(self, form: str, setting: Setting = PLAINLY) -> str:
        """What stands in a file of one of the formats that are text.

        Raises:
            KeyError: there is no such format of it, or it is no text.
            NoPicture: an SVG was asked for of a picture that is not there.
        """
        if form not in self.forms or form not in TEXTS:
            raise KeyError(form)
        if form == "csv" and self.sheet is not None:
            return self.sheet()
        if form == "svg" and self.pictures is not None:
            return self._drawn(self.pictures(), setting)
        if form == "json":
            from workbench.report import jsontext

            return jsontext.written(self.record())
        if form == "md" and self.comment is not None:
            return self.comment()
        return self._read(form, setting)

    def file(self, form: str, setting: Setting = PLAINLY) -> bytes:
        """What stands in a file of any of the formats.

        Raises:
            KeyError: there is no such format of it.
            NoPicture: an SVG was asked for of a picture that is not there.
        """
        if form == "xlsx" and self.workbook is not None:
            return self.workbook()
        if form == "pdf" and form in self.forms:
            from workbench.report import paged

            heard = setting.told
            return paged.render(self._dated(setting), paper=setting.paper, told=lambda missing: heard(str(missing)))
        from workbench.printing import seal

        return seal.sealed(self.rendered(form, setting).encode("utf-8", "backslashreplace"))

    def _read(self, form: str, setting: Setting) -> str:
        if form == "md":
            from workbench.report import markdown

            return markdown.render(self._dated(setting))
        if form == "html":
            from workbench.report import web

            return web.render(self._dated(setting))
        from workbench.report import text

        return text.render(self._dated(setting), width=setting.width, colour=setting.colour, only_ascii=setting.ascii)

    def _dated(self, setting: Setting) -> Document:
        return self.document().of_edition(setting.revision, setting.date)

    def _drawn(self, pictures: tuple[Picture, ...], setting: Setting) -> str:
        from workbench.report import svg

        names = [picture.name for picture in pictures]
        if not pictures:
            raise NoPicture("there is nothing to draw")
        if setting.picture and setting.picture not in names:
            raise NoPicture(f'"{setting.picture}" is no picture of it; there are: {", ".join(names)}')
        return svg.render(pictures[names.index(setting.picture) if setting.picture else 0], PROGRAM)
