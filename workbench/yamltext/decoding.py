"""Bytes to text: what is refused before YAML is even looked at."""

from __future__ import annotations

import codecs
import re
from typing import Final

from .faults import Code, Problem, YamlError, fault

MAX_BYTES: Final = 64 * 1024 * 1024
"""A file of more bytes than this is refused: nothing an analyst writes by hand comes near it."""

_OTHER_BOMS: Final = (
    (codecs.BOM_UTF32_LE, "UTF-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
_SAVE_AS_UTF8: Final = "save the file as UTF-8 in your editor"

_C0: Final = bytes(set(range(0x20)) - {0x09, 0x0A, 0x0D}) + b"\x7f"
# C1 controls (U+0080-U+009F) but NEL, and the two noncharacters libyaml refuses, as UTF-8. Each alternative
# begins with one byte, so that the search is as fast as looking for that byte.
_C1: Final = re.compile(rb"\xc2[\x80-\x84\x86-\x9f]")
_NONCHARACTER: Final = re.compile(rb"\xef\xbf[\xbe\xbf]")

CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")
"""Characters that no text may hold, however they were written: C0 but tab, line feed and carriage return; DEL; C1
but NEL; lone surrogates."""

_CONFLICT: Final = re.compile(r"(?:<<<<<<<|\|\|\|\|\|\|\||=======|>>>>>>>)(?=[ \r\n]|\Z)")
_CONFLICT_STARTS: Final = ("<<<<<<<", "|||||||", "=======", ">>>>>>>")


def decode(data: bytes) -> tuple[bytes, str]:
    """The byte-order mark of a file (or b"") and its text after it.

    Raises:
        YamlError: too large, not UTF-8, a control character, or what a merge left in conflict.
    """
    if len(data) > MAX_BYTES:
        message = f"the file has {len(data):,} bytes, and more than {MAX_BYTES:,} are not read"
        raise YamlError(Problem(Code.TOO_LARGE, 1, message, "split it into several files"))
    _refuse_other_boms(data)
    bom = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    _refuse_controls(data)
    try:
        text = data[len(bom) :].decode("utf-8")
    except UnicodeDecodeError as error:
        raise _not_utf8(data, len(bom) + error.start) from None
    if text.startswith("\ufeff"):
        message = "the file begins with two byte-order marks"
        raise fault(text, 0, Code.CONTROL_CHARACTER, message, "remove the invisible character before the first line")
    _refuse_conflicts(text)
    return bom, text


def name_of(character: str) -> str:
    """How a control character is called in a sentence: "U+0007"."""
    if character == "\0":
        return "a NUL character"
    kind = "noncharacter" if ord(character) >= 0xFFFE else "control character"
    return f"the {kind} U+{ord(character):04X}"


def _refuse_other_boms(data: bytes) -> None:
    for mark, name in _OTHER_BOMS:
        if data.startswith(mark):
            raise YamlError(Problem(Code.NOT_UTF8, 1, f"the file is {name}, not UTF-8", _SAVE_AS_UTF8))


def _not_utf8(data: bytes, offset: int) -> YamlError:
    line = data.count(b"\n", 0, offset) + 1
    message = f"the byte 0x{data[offset]:02X} is not UTF-8"
    return YamlError(Problem(Code.NOT_UTF8, line, message, _SAVE_AS_UTF8))


def _refuse_controls(data: bytes) -> None:
    # translate() runs over the bytes about ten times faster than a search for a class of characters
    if len(data.translate(None, _C0)) != len(data):
        offset = next(index for index, byte in enumerate(data) if byte in _C0)
        raise _control(data, offset, chr(data[offset]))
    if data.isascii():
        return
    found = _C1.search(data) or _NONCHARACTER.search(data)
    if found:
        raise _control(data, found.start(), found.group().decode("utf-8"))


def _control(data: bytes, offset: int, character: str) -> YamlError:
    message = f"{name_of(character)} stands here"
    line = data.count(b"\n", 0, offset) + 1
    return YamlError(Problem(Code.CONTROL_CHARACTER, line, message, "remove it"))


def _refuse_conflicts(text: str) -> None:
    found = _first_conflict(text)
    if found is not None:
        message = f"git left a conflict here ({text[found : found + 7]})"
        remedy = "keep the right lines, remove the marker lines, and save"
        raise fault(text, found, Code.CONFLICT_MARKER, message, remedy)


def _first_conflict(text: str) -> int | None:
    offsets = [offset for start in _CONFLICT_STARTS if (offset := _line_starting(text, start)) is not None]
    return min(offsets, default=None)


def _line_starting(text: str, start: str) -> int | None:
    """Offset of the first line that begins with this marker, and with nothing or a blank after it."""
    if start[0] not in text:  # looking for one character takes a tenth of the time of looking for eight
        return None
    if text.startswith(start) and _CONFLICT.match(text):
        return 0
    offset = text.find("\n" + start)
    while offset != -1:
        if _CONFLICT.match(text, offset + 1):
            return offset + 1
        offset = text.find("\n" + start, offset + 1)
    return None
