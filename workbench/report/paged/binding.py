"""Parts that were set each by itself, bound into one PDF; the last line of every page, its number, is laid over it."""

from __future__ import annotations

import io
from typing import cast

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    StreamObject,
    TextStringObject,
)

_LINE = NameObject("/LastLine")


class Binding:
    """A PDF that is being bound of parts."""

    def __init__(self) -> None:
        self._writer = PdfWriter()
        self._told = StreamObject()

    @property
    def count(self) -> int:
        """How many pages it has so far."""
        return len(self._writer.pages)

    def add(self, part: bytes) -> None:
        """Add the pages of the next part."""
        read = PdfReader(io.BytesIO(part))
        if not self.count:
            self._told = _metadata(read)
        self._writer.append(read, import_outline=False)

    def bound(self, lines: bytes, *, title: str, author: str) -> bytes:
        """The parts as one PDF, over each page that of `lines` with the same number."""
        writer = self._writer
        begin, end = (writer._add_object(_stream(text)) for text in (b"q\n", b"\nQ q /LastLine Do Q\n"))
        for page, line in zip(writer.pages, PdfReader(io.BytesIO(lines)).pages, strict=True):
            _laid_over(page, begin, end, writer._add_object(_form(line, writer)))
        told = writer._add_object(self._told)
        writer.root_object.update({NameObject("/Lang"): TextStringObject("en"), NameObject("/Metadata"): told})
        writer.metadata = {"/Title": title, "/Author": author, "/Creator": author}
        bound = io.BytesIO()
        writer.write(bound)
        return bound.getvalue()


def _stream(text: bytes) -> StreamObject:
    made = DecodedStreamObject()
    made.set_data(text)
    return made


def _metadata(part: PdfReader) -> StreamObject:
    """What the document says of itself: left as it is, so that whose page this is can be read in the file."""
    told = part.root_object["/Metadata"].get_object()
    made = _stream(told.get_data() if isinstance(told, StreamObject) else b"")
    made.update({NameObject("/Type"): NameObject("/Metadata"), NameObject("/Subtype"): NameObject("/XML")})
    return made


def _form(page: PageObject, writer: PdfWriter) -> StreamObject:
    """A page as something that can be drawn on others."""
    drawn = page["/Contents"].get_object()
    form = cast("StreamObject", drawn.clone(writer)) if isinstance(drawn, StreamObject) else _stream(b"")
    form[NameObject("/Type")] = NameObject("/XObject")
    form[NameObject("/Subtype")] = NameObject("/Form")
    form[NameObject("/BBox")] = page.mediabox.clone(writer)
    form[NameObject("/Resources")] = _resources(page).clone(writer)
    return form


def _laid_over(page: PageObject, begin: IndirectObject, end: IndirectObject, form: IndirectObject) -> None:
    """Draw a form over a page, whatever the page's own drawing leaves behind."""
    own = page.get("/Contents")
    streams = own.get_object() if own is not None else ArrayObject()
    drawn = [*streams] if isinstance(streams, ArrayObject) else [own]
    page[NameObject("/Contents")] = ArrayObject([begin, *drawn, end])
    drawings = _resources(page).setdefault(NameObject("/XObject"), DictionaryObject()).get_object()
    drawings[_LINE] = form


def _resources(page: PageObject) -> DictionaryObject:
    """What a page draws with: fonts and forms."""
    return cast("DictionaryObject", page["/Resources"].get_object())
