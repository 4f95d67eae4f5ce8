"""Parts that were set one after the other, bound into one PDF; the number of all pages is stamped on each."""

from __future__ import annotations

import io
from collections.abc import Sequence
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

_STAMP = NameObject("/AllPages")


def pages(part: bytes) -> int:
    """How many pages a part has."""
    return len(PdfReader(io.BytesIO(part)).pages)


def bind(parts: Sequence[bytes], stamp: bytes, *, title: str, author: str) -> bytes:
    """The parts as one PDF, with the one page of `stamp` laid over each of their pages."""
    writer = PdfWriter()
    laid = writer._add_object(_form(PdfReader(io.BytesIO(stamp)).pages[0], writer))
    begin, end = (writer._add_object(_stream(text)) for text in (b"q\n", b"\nQ q /AllPages Do Q\n"))
    for part in parts:
        writer.append(io.BytesIO(part), import_outline=False)
    for page in writer.pages:
        _stamped(page, begin, end, laid)
    told = writer._add_object(_metadata(PdfReader(io.BytesIO(parts[0]))))
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
    contents = page.get_contents()
    form = _stream(contents.get_data() if contents is not None else b"")
    form[NameObject("/Type")] = NameObject("/XObject")
    form[NameObject("/Subtype")] = NameObject("/Form")
    form[NameObject("/BBox")] = page.mediabox.clone(writer)
    form[NameObject("/Resources")] = _resources(page).clone(writer)
    return form


def _stamped(page: PageObject, begin: IndirectObject, end: IndirectObject, laid: IndirectObject) -> None:
    """Lay the stamp over a page, whatever its own drawing leaves behind."""
    own = page.get("/Contents")
    streams = own.get_object() if own is not None else ArrayObject()
    drawn = [*streams] if isinstance(streams, ArrayObject) else [own]
    page[NameObject("/Contents")] = ArrayObject([begin, *drawn, end])
    drawings = _resources(page).setdefault(NameObject("/XObject"), DictionaryObject()).get_object()
    drawings[_STAMP] = laid


def _resources(page: PageObject) -> DictionaryObject:
    """What a page draws with: fonts and forms."""
    return cast("DictionaryObject", page["/Resources"].get_object())
