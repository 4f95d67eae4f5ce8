"""How a text is written, so that every reader gets the same string back.

Plain where that is safe under YAML 1.1 (PyYAML) and YAML 1.2 alike, else a folded block for what is long, else in
double quotes. A reader that types what it reads must not see a number, a date or a truth value in an analyst's words.
"""

from __future__ import annotations

import re
from typing import Final

from .decoding import CONTROL, name_of

WIDTH: Final = 100
"""Columns at which folded text is wrapped, the indentation included."""

_MIN_LINE: Final = 20

# Read as something else by YAML 1.1 or 1.2, in any case. A lone N stays plain: neither PyYAML nor any 1.2 reader takes
# it for a truth value (YAML 1.1's own list does, and no reader in use follows it there).
_WORDS: Final = frozenset(("y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf"))
_NUMBER: Final = re.compile(
    r"[0-9][0-9_,.]*(?:[eE][-+]?[0-9]*)?"  # 1, 010, 1_000, 1,000, 1.5, 1e3, 1.2.3
    r"|0[bBoOxX][0-9a-fA-F_]*"
    r"|[0-9][0-9_]*(?::[0-9]+)+(?:\.[0-9_]*)?"  # 12:30 is 750 to YAML 1.1
    r"|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt \t].*)?"
)
_FIRST: Final = frozenset("-?:,[]{}#&*!|>'\"%@`~.=<+")
_NOT_PLAIN: Final = re.compile("[\t\r\n\x85\u2028\u2029\ufeff\ufffe\uffff]|:(?: |\\Z)| #")
_NOT_IN_FLOW: Final = re.compile(r"[,\[\]{}:?]")

_NOT_IN_BLOCK: Final = re.compile("[\r\x85\u2028\u2029\ufeff\ufffe\uffff]")
_NOT_FOLDABLE: Final = re.compile(r"(?:\A|\n)[ \t]|[ \t](?:\n|\Z)|\A\n|\n\n\Z")
_NOT_LITERAL: Final = re.compile(r"\A[ \t\n]|\n[ \t]+(?:\n|\Z)|\n\t|\n\n\Z")
_BREAK: Final = re.compile(r"(?<![ \t]) (?![ \t])")

_ESCAPES: Final = {
    "\\": "\\\\",
    '"': '\\"',
    "\n": "\\n",
    "\r": "\\r",
    "\t": "\\t",
    "\x85": "\\N",
    "\u2028": "\\L",
    "\u2029": "\\P",
    "\ufeff": "\\uFEFF",
    "\ufffe": "\\uFFFE",
    "\uffff": "\\uFFFF",
}
_ESCAPED: Final = re.compile('[\\\\"\n\r\t\x85\u2028\u2029\ufeff\ufffe\uffff]')


def scalar(text: str, *, indent: int, flow: bool, width: int = WIDTH, block: bool = False) -> str:
    r"""What to write behind `key: ` or `- ` for this text.

    Args:
        text: any text without control characters.
        indent: columns by which the lines of a folded block are indented; more than its key's.
        flow: inside braces or brackets, where a block cannot stand.
        width: columns at which a folded block is wrapped.
        block: a folded block wherever one can hold the text, however short.

    Returns:
        One line, or a folded block whose lines are joined with "\n"; without a line break at the end.

    Raises:
        ValueError: the text holds a control character, which no file may hold.
    """
    refuse_controls(text)
    ended = text.endswith("\n")  # a block in a file's last line could lose that break
    if not flow and not ended and (block or "\n" in text or indent + len(text) > width):
        folded = folded_block(text, indent, width)
        if folded is not None:
            return folded
    return text if is_plain(text, flow=flow) else double_quoted(text)


def key_scalar(key: str) -> str:
    """How a key is written: plain where that is safe even inside braces, else in double quotes.

    Raises:
        ValueError: the key holds a control character.
    """
    refuse_controls(key)
    return key if is_plain(key, flow=True) else double_quoted(key)


def refuse_controls(text: str) -> None:
    """Raise ValueError if the text holds a character that no file may hold."""
    found = CONTROL.search(text)
    if found:
        raise ValueError(f"{name_of(found.group())} cannot be written")


def is_plain(text: str, *, flow: bool) -> bool:
    """Whether the text may stand without quotes and still be this very string to every reader."""
    if not text or text[0] in _FIRST or text.strip() != text:
        return False
    if _NOT_PLAIN.search(text) or (flow and _NOT_IN_FLOW.search(text)):
        return False
    return text == "N" or not (text.lower() in _WORDS or _NUMBER.fullmatch(text))


def double_quoted(text: str) -> str:
    """The text on one line in double quotes."""
    return '"' + _ESCAPED.sub(lambda found: _ESCAPES[found.group()], text) + '"'


def single_quoted(text: str) -> str | None:
    """The text in single quotes, or None where only escapes can hold it."""
    if _ESCAPED.search(text.replace("\\", "").replace('"', "")):
        return None
    return "'" + text.replace("'", "''") + "'"


def folded_block(text: str, indent: int, width: int = WIDTH) -> str | None:
    r"""The text as `>-` and its lines, or None where folding would not give the same text back.

    A line break in the text becomes an empty line; the header is `>` if it ends with one. Lines are broken only at a
    single blank between two words.
    """
    if not text or _NOT_IN_BLOCK.search(text) or _NOT_FOLDABLE.search(text):
        return None
    ended, parts = text.endswith("\n"), text.removesuffix("\n").split("\n")
    lines = [line for part in parts for line in (*_wrapped(part, max(width - indent, _MIN_LINE)), "")]
    return _block(">" if ended else ">-", lines[:-1], indent)


def literal_block(text: str, indent: int) -> str | None:
    r"""The text as `|-` and its lines (`|` where it ends with a line break), or None where that cannot hold it."""
    if not text or _NOT_IN_BLOCK.search(text) or _NOT_LITERAL.search(text):
        return None
    ended = text.endswith("\n")
    return _block("|" if ended else "|-", text.removesuffix("\n").split("\n"), indent)


def _block(header: str, lines: list[str], indent: int) -> str:
    return "\n".join((header, *(" " * indent + line if line else "" for line in lines)))


def _wrapped(paragraph: str, width: int) -> list[str]:
    """A paragraph's lines, none longer than the width unless one word is."""
    if not paragraph:
        return []
    lines, line = [], ""
    for word in _BREAK.split(paragraph):
        if line and len(line) + 1 + len(word) > width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    return [*lines, line]
