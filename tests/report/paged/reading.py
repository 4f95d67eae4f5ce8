"""What the tests of the PDF read out of it."""

from __future__ import annotations

import io
import re
from typing import NamedTuple

from pypdf import PdfReader

from workbench.report import paged
from workbench.report.document import Document


class Pages(NamedTuple):
    """A PDF as a reader sees it: the text of each page, and what else is in the file."""

    texts: tuple[str, ...]
    reader: PdfReader
    content: bytes
    missing: tuple[str, ...]

    @property
    def whole(self) -> str:
        """All text of all pages, `close`."""
        return close("".join(self.texts))


def close(text: str) -> str:
    """A text without blanks and line ends: where a line ends is the page's business."""
    return re.sub(r"\s", "", text)


def pages(document: Document, paper: str = "a4") -> Pages:
    """A document as PDF, read back."""
    heard: list[str] = []
    content = paged.render(document, paper=paper, told=lambda missing: heard.append(str(missing)))
    reader = PdfReader(io.BytesIO(content))
    return Pages(tuple(page.extract_text() for page in reader.pages), reader, content, tuple(heard))
