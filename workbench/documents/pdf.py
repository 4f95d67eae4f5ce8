"""PDF as blocks: paragraphs by page, put together from lines by their distance, indent and size.

A PDF knows letters at places and no paragraphs. What repeats at the head or foot of most pages is left out, as are page
numbers that stand alone. A paragraph that runs over a page's end is two.
"""

from __future__ import annotations

import io
import logging
import re
import warnings
from collections.abc import Callable, Iterator, Sequence

import pypdf
from pypdf.errors import DependencyError

from workbench.documents.document import Content, printable
from workbench.documents.pdflines import Line, blocks, without_margins
from workbench.documents.unreadable import Unreadable

MAX_PAGES = 2_000
"""Pages that are read at most."""

LONGEST_LABEL = 12
"""Characters of a page's own number (`iv`, `A-3`)."""

_NAMED = 12
"""Pages without text that a note names."""

logging.getLogger("pypdf").addHandler(logging.NullHandler())
logging.getLogger("pypdf").propagate = False  # its remarks would be written over the screen

Going = Callable[[int, int], bool]


def content(name: str, data: bytes, going: Going) -> Content:
    """A PDF; `going` is told the pages read and says whether to go on.

    Raises:
        Unreadable: it is encrypted, broken, or has no text.
    """
    failed: list[Exception] = []
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            reader = _opened(name, data)
            count = min(len(reader.pages), MAX_PAGES)
            labels = _labels(reader)
            pages = list(_pages(reader, count, going, failed))
            title = _title(reader)
        except Unreadable:
            raise
        except Exception as error:  # what a broken file makes of its reader is not to be foreseen
            raise _broken(name, error) from error
    if failed and not any(pages):
        raise _broken(name, failed[0]) from failed[0]
    return _content(name, pages, labels, title, len(labels))


def _opened(name: str, data: bytes) -> pypdf.PdfReader:
    """The file, opened without a password: some are encrypted only to forbid printing."""
    reader = pypdf.PdfReader(io.BytesIO(data))
    if reader.is_encrypted:
        remedy = "open it in a PDF viewer and print it into a new PDF, then read that"
        try:
            opened = reader.decrypt("")
        except DependencyError as error:
            raise Unreadable(name, "is encrypted in a way that is not read here", remedy) from error
        if not opened:
            raise Unreadable(name, "is encrypted and asks for a password", remedy)
    return reader


def _broken(name: str, error: Exception) -> Unreadable:
    why = printable(str(error))[:120].rstrip(" .") or type(error).__name__
    return Unreadable(name, f"is broken: {why}", "open it in a PDF viewer and print it into a new PDF, then read that")


def _labels(reader: pypdf.PdfReader) -> list[str]:
    """What the pages are called: as the file says, where that tells them apart, else 1, 2, 3."""
    count = len(reader.pages)
    try:
        given = [printable(label) for label in reader.page_labels]
    except Exception:  # a broken table of labels is as good as none
        given = []
    fits = len(set(given)) == count and all(given) and all(len(label) <= LONGEST_LABEL for label in given)
    return given if fits else [str(number) for number in range(1, count + 1)]


def _title(reader: pypdf.PdfReader) -> str:
    """The title that the file gives; many give a file name, or nothing."""
    try:
        given = printable(str((reader.metadata and reader.metadata.title) or ""))
    except Exception:  # a broken title is as good as none
        return ""
    is_a_file = re.search(r"\.\w{2,5}$|^Microsoft Word|^untitled$", given, re.I)
    return "" if is_a_file else given


def _pages(reader: pypdf.PdfReader, count: int, going: Going, failed: list[Exception]) -> Iterator[list[Line]]:
    """The lines of each page; where one is broken, none, and why goes to `failed`."""
    for number in range(count):
        if not going(number, count):
            return
        try:
            yield _lines(reader.pages[number])
        except Exception as error:  # one broken page does not take the others along
            failed.append(error)
            yield []


def _lines(page: pypdf.PageObject) -> list[Line]:
    """The lines of a page with their places, in the order the file has them."""
    lines: list[Line] = []
    parts: list[str] = []
    at: list[tuple[int, float, float, float]] = []

    def visit(text: str, outer: Sequence[float], inner: Sequence[float], _font: object, size: float) -> None:
        if text.strip():
            x = inner[4] * outer[0] + inner[5] * outer[2] + outer[4]
            y = inner[4] * outer[1] + inner[5] * outer[3] + outer[5]
            at.append((len(text), x, y, abs(size * (inner[3] or inner[1]) * (outer[3] or outer[1]))))
        for number, piece in enumerate(text.split("\n")):
            if number:
                finish()
            parts.append(piece)

    def finish() -> None:
        if made := " ".join("".join(parts).split()):
            _, x, y, _ = at[0]
            lines.append(Line(made, x, y, max(at)[3]))
        parts.clear()
        at.clear()

    page.extract_text(visitor_text=visit)
    finish()
    return lines


def _content(name: str, pages: Sequence[list[Line]], labels: Sequence[str], title: str, count: int) -> Content:
    found = [(label, lines) for label, lines in zip(labels, without_margins(pages, labels), strict=False)]
    if not any(pages):
        wrong = f"has no text: its {'page is a picture' if count == 1 else 'pages are pictures'}"
        raise Unreadable(name, wrong, "run text recognition over it, such as ocrmypdf, and read the result")
    made = [block._replace(page=label) for label, lines in found for block in blocks(lines)]
    empty = [label for label, lines in zip(labels, pages, strict=False) if not lines]
    return Content(made, title, tuple(_notes(empty, len(pages), count)))


def _notes(empty: Sequence[str], read: int, count: int) -> Iterator[str]:
    yield "Paragraphs are guessed from the distance of lines: compare the page before you cite."
    if empty:
        named = ", ".join(empty[:_NAMED]) + (f" and {len(empty) - _NAMED} more" if len(empty) > _NAMED else "")
        yield f"Without text, perhaps pictures: p. {named}."
    if read < count:
        yield f"Only the first {read:,} of {count:,} pages are shown."
