"""Bytes as text: by the mark at their beginning, by what they say of themselves, as UTF-8, else as Windows-1252."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""The marks of byte order; those that others begin with come after them."""

FALLBACK = "windows-1252"
"""What a text is taken for that is not UTF-8 and says nothing: as browsers do."""

_DECLARED = re.compile(
    rb"""<(?:meta\b[^>]{0,200}?\bcharset|\?xml\b[^>]{0,200}?\bencoding)\s*=\s*["']?\s*([\w.:-]{1,40})""", re.I
)
_DECLARED_WITHIN = 4096
"""Bytes at the beginning in which a page may name its encoding."""

_TOO_MANY_CONTROLS = 0.02
"""The share of control characters from which bytes are no text."""

_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b"))


class Decoded(NamedTuple):
    """A text, and a sentence on how it was decoded where that is a guess."""

    text: str
    note: str = ""


def decoded(data: bytes) -> Decoded | None:
    """Bytes as text whose lines end in a line feed; None where they are no text."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return Decoded(_lined(data[len(mark) :].decode(encoding, "replace")))
    if _binary(data):
        return None
    declared = _declared(data)
    if declared:
        return Decoded(_lined(data.decode(declared, "replace")))
    try:
        return Decoded(_lined(data.decode()))
    except UnicodeDecodeError:
        note = "It is not UTF-8 and was read as Windows-1252: letters may be wrong."
        return Decoded(_lined(data.decode(FALLBACK, "replace")), note)


def _binary(data: bytes) -> bool:
    head = data[:65_536]
    return b"\0" in head or len(head) - len(head.translate(None, _CONTROLS)) > _TOO_MANY_CONTROLS * len(head)


def _declared(data: bytes) -> str:
    """The encoding that a page names, where it is one that Python knows; empty for UTF-8, which is tried anyway."""
    found = _DECLARED.search(data[:_DECLARED_WITHIN])
    try:
        name = codecs.lookup(found[1].decode("ascii")).name if found else ""
        b"<p>".decode(name or "ascii")
    except (LookupError, ValueError):
        return ""
    # A page whose first bytes could be read as ASCII is not UTF-16, whatever it says.
    return "" if name.startswith(("utf-16", "utf-32", "utf-8")) else FALLBACK if name == "iso8859-1" else name


def _lined(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
