"""Reading a file: what kind it is, by its content first, and its paragraphs with their places."""

from __future__ import annotations

import errno
import hashlib
import os
import re
import stat
from collections.abc import Callable, Sequence
from pathlib import Path

from workbench.documents.decoding import decoded
from workbench.documents.document import Block, Content, Document, Kind, printable
from workbench.documents.locating import numbered, title_of
from workbench.documents.unreadable import Unreadable

MAX_BYTES = 100_000_000
"""The largest file that is read: PDFs are mostly pictures."""

MAX_TEXT_BYTES = 5_000_000
"""The largest file of text, Markdown or HTML that is read: some 2,000 printed pages."""

MAX_CHARACTERS = 5_000_000
"""Characters of a document, from which on the rest is left out."""

Going = Callable[[int, int], bool]
"""Told how many pages are read, and of how many; says whether to go on."""

MARKDOWN = frozenset({".md", ".markdown", ".mdown", ".mkd", ".rmd", ".qmd"})
HTML = frozenset({".html", ".htm", ".xhtml", ".xht"})

_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]{0,300}>\s*|<!--(?:(?!-->).){0,2000}-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_ELEMENT = re.compile(r"<(?:p|div|h[1-6]|br|a|span|table|ul|ol|article|section|main|title)\b[^<>]*>", re.I)

_FOREIGN = (
    (b"PK\x03\x04", "is a zip file, perhaps of a word processor"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "is a file of an older word processor"),
    (b"{\\rtf", "is a file of a word processor (RTF)"),
    (b"\x89PNG", "is a picture"),
    (b"\xff\xd8\xff", "is a picture"),
    (b"GIF8", "is a picture"),
    (b"\x1f\x8b", "is compressed"),
)
_SAVE_AS = "save it as text, HTML or PDF and read that"


def on(_done: int, _of: int) -> bool:
    """Go on, whatever there is still to do."""
    return True


def read(path: Path, going: Going = on) -> Document:
    """Read a file as a document. Nothing is written and nothing fetched.

    Args:
        path: the file.
        going: told the progress in a file with pages; where it says no, what was read so far is given back.

    Raises:
        Unreadable: there is no such file, it is none of the kinds, empty, broken, encrypted or too large.
    """
    data = _bytes(path)
    kind, content = _content(path, data, going)
    blocks, cut = _within_limit(content.blocks)
    if not any(printable(block.text[:10_000]) for block in blocks):
        raise Unreadable(path.name, "has no text in it", "see whether it is the right file")
    notes = (*content.notes, f"Only its first {MAX_CHARACTERS:,} characters are shown.") if cut else content.notes
    title = printable(content.title or title_of(blocks)) or path.name
    return Document(title, kind, numbered(blocks), notes, hashlib.sha256(data).hexdigest())


def _bytes(path: Path) -> bytes:
    try:
        state = path.stat()
        if stat.S_ISDIR(state.st_mode):
            raise Unreadable(path.name, "is a folder", "name a file in it")
        if not stat.S_ISREG(state.st_mode):  # a pipe would be waited on for ever, and a device never ends
            raise Unreadable(path.name, "is no regular file", "copy what it holds into a file")
        if state.st_size > MAX_BYTES:
            raise _too_large(path, state.st_size, MAX_BYTES)
        data = path.read_bytes()
    except (OSError, ValueError) as error:
        raise _unreached(path, error) from error
    if not data.strip():
        raise Unreadable(path.name, "is empty", "see whether it is the right file")
    return data


def _unreached(path: Path, error: OSError | ValueError) -> Unreadable:
    number = error.errno if isinstance(error, OSError) else None
    if number in {errno.ENOENT, errno.ENOTDIR} or number is None:
        return Unreadable(path.name, "is not there", "look for it by its name, tab completes it")
    return Unreadable(path.name, f"cannot be read: {os.strerror(number)}", "see to its rights")


def _too_large(path: Path, size: int, most: int) -> Unreadable:
    return Unreadable(path.name, f"is too large: {size:,} bytes; at most {most:,} are read", "split it")


def _content(path: Path, data: bytes, going: Going) -> tuple[Kind, Content]:
    """What a file holds, by the reader of its kind, which loads now."""
    if data[:1024].find(b"%PDF-") >= 0 and not data[:5].strip().startswith(b"<"):
        from workbench.documents import pdf  # noqa: PLC0415 - its library takes long to load

        return Kind.PDF, pdf.content(path.name, data, going)
    for beginning, what in _FOREIGN:
        if data.startswith(beginning):
            raise Unreadable(path.name, what, _SAVE_AS)
    found = decoded(data)
    if found is None:
        raise Unreadable(path.name, "is no text: it holds bytes that no text has", _SAVE_AS)
    if len(data) > MAX_TEXT_BYTES:
        raise _too_large(path, len(data), MAX_TEXT_BYTES)
    kind = kind_of(path.suffix.lower(), found.text)
    try:
        content = _READERS[kind](found.text)
    except Exception as error:  # what a broken file makes of its reader is not to be foreseen
        raise Unreadable(path.name, f"cannot be read as {kind.value}: {type(error).__name__}", _SAVE_AS) from error
    return kind, content._replace(notes=(*filter(None, (found.note,)), *content.notes))


def kind_of(suffix: str, text: str) -> Kind:
    """The kind of a text: HTML where it begins as a page does, else what its suffix says."""
    if _PAGE.match(text[:10_000]) or (suffix in HTML and _ELEMENT.search(text[:100_000])):
        return Kind.HTML
    return Kind.MARKDOWN if suffix in MARKDOWN else Kind.TEXT


def _html(text: str) -> Content:
    from workbench.documents import html  # noqa: PLC0415 - its library takes long to load

    return html.content(text)


def _markdown(text: str) -> Content:
    from workbench.documents import markdown  # noqa: PLC0415 - its library takes long to load

    return markdown.content(text)


def _text(text: str) -> Content:
    from workbench.documents import plaintext  # noqa: PLC0415 - as the other kinds

    return plaintext.content(text)


_READERS: dict[Kind, Callable[[str], Content]] = {Kind.HTML: _html, Kind.MARKDOWN: _markdown, Kind.TEXT: _text}


def _within_limit(blocks: Sequence[Block]) -> tuple[Sequence[Block], bool]:
    """The blocks up to the limit of characters, and whether there were more."""
    room = MAX_CHARACTERS
    for place, block in enumerate(blocks):
        room -= len(block.text)
        if room < 0:
            return blocks[:place] or [block._replace(text=block.text[:MAX_CHARACTERS])], True
    return blocks, False
