"""libyaml's error messages, as sentences an analyst can act on."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

import yaml

from .faults import Code, YamlError, fault, line_of

_QUOTE_IT: Final = "if it is text, put it in double quotes"
_USE_BLANKS: Final = "indent with blanks"
_ALIGN: Final = "give the keys that belong together the same indentation"
_TAB_INDENT: Final = re.compile(r" *\t")
_COLON: Final = re.compile(r":[ \t]")

_LONGEST_KEY: Final = 1024  # YAML's own limit for a key without a question mark

_Maker = Callable[[str, int, int], YamlError]


def explained(text: str, error: yaml.YAMLError) -> YamlError:
    """The finding for what libyaml could not read in this text.

    Args:
        text: the whole text.
        error: what libyaml raised; its marks are character offsets in the text.

    Returns:
        An error with the line to look at, which is not always the one where libyaml gave up.
    """
    problem = getattr(error, "problem", None) or str(error)
    end = _offset(getattr(error, "problem_mark", None), len(text))
    start = _offset(getattr(error, "context_mark", None), end)
    tab = _tab_near(text, end)
    if tab is not None:
        return _tab(text, start, tab)
    for beginning, make in _MAKERS:
        if problem.startswith(beginning):
            return make(text, start, end)
    return _other(text, end, problem)


def _offset(mark: yaml.Mark | None, otherwise: int) -> int:
    return otherwise if mark is None else mark.index


def _tab_near(text: str, offset: int) -> int | None:
    """The offset of a tab that indents the line of the error, if one does."""
    if text[offset : offset + 1] == "\t":
        return offset
    start = text.rfind("\n", 0, offset) + 1
    return start if _TAB_INDENT.match(text, start) else None


def _tab(text: str, _start: int, end: int) -> YamlError:
    return fault(text, end, Code.TAB, "a tab stands where blanks must", _USE_BLANKS)


def _second_colon(text: str, _start: int, end: int) -> YamlError:
    before = text[text.rfind("\n", 0, end) + 1 : end]
    if len(before.lstrip(" -")) > _LONGEST_KEY:
        message = f"this key is longer than {_LONGEST_KEY:,} characters"
        return fault(text, end, Code.TOO_LONG, message, "shorten it; if it is text, put it in double quotes")
    if _COLON.search(before) or before.lstrip(" -").startswith(('"', "'")):
        message = "a second colon followed by a blank stands on this line"
        return fault(text, end, Code.SECOND_COLON, message, "put the text in double quotes, or below `>-`")
    message = "this line cannot follow the one above, which lacks its colon or has its value already"
    return fault(text, end, Code.INDENTATION, message, _ALIGN)


def _no_key(text: str, _start: int, end: int) -> YamlError:
    before = text[text.rfind("\n", 0, end) + 1 : end]
    here = text[end : end + 1]
    if here == ":":
        return fault(text, end, Code.NO_KEY, "a colon stands here without a key before it", "write the key")
    if before.rstrip().endswith(('"', "'")):
        message = "text follows a closing quote"
        remedy = 'put the whole text in double quotes, with \\" for a quote inside'
        return fault(text, end, Code.OPEN_QUOTE, message, remedy)
    if here == "-":
        message = "a list item stands among the keys of a mapping"
        return fault(text, end, Code.INDENTATION, message, "indent it under its key")
    return fault(text, end, Code.INDENTATION, "this line's indentation fits no line above", _ALIGN)


def _no_item(text: str, _start: int, end: int) -> YamlError:
    message = "this line stands among the items of a list and does not begin with `- `"
    return fault(text, end, Code.INDENTATION, message, "begin it with `- `, or indent it under its item")


def _open_quote(text: str, start: int, _end: int) -> YamlError:
    message = "the quote opened here is never closed"
    return fault(text, start, Code.OPEN_QUOTE, message, "close it; inside single quotes write '' for an apostrophe")


def _no_comma(text: str, start: int, end: int) -> YamlError:
    opened = text[start : start + 1]
    closing = "}" if opened == "{" else "]"
    if not text[end:].strip():
        return fault(text, start, Code.OPEN_BRACKET, f"the {opened} opened here is never closed", f"write {closing}")
    line = line_of(text, start)
    message = f"a comma or {closing} is missing before this, inside the {opened} of line {line}"
    return fault(text, end, Code.OPEN_BRACKET, message, f"write a comma between entries and {closing} at the end")


def _no_value(text: str, _start: int, end: int) -> YamlError:
    here = text[end : end + 1]
    if here == ":":
        return fault(text, end, Code.NO_KEY, "a colon stands here without a key before it", "write the key")
    if here and here in ",]}":
        message = f"{here} stands where a value or a key must"
        return fault(text, end, Code.OPEN_BRACKET, message, "remove it, or put the text in double quotes")
    return fault(text, end, Code.OTHER, "a value is missing here", "write it, or remove the key")


def _document_start(text: str, _start: int, end: int) -> YamlError:
    if text[end : end + 1] in ("}", "]"):
        message = f"{text[end]} closes nothing"
        return fault(text, end, Code.OPEN_BRACKET, message, "remove it, or open what it closes")
    message = "something follows the end of the file's mapping"
    return fault(text, end, Code.SEVERAL_DOCUMENTS, message, "keep one mapping a file")


def _reserved(text: str, _start: int, end: int) -> YamlError:
    here = text[end : end + 1]
    return fault(text, end, Code.RESERVED_CHARACTER, f"a value cannot begin with {here}", _QUOTE_IT)


def _no_blank(text: str, _start: int, end: int) -> YamlError:
    message = "a blank is missing after a colon in braces or brackets"
    return fault(text, end, Code.NO_BLANK_AFTER_COLON, message, "write `key: value`; put text with a colon in quotes")


def _no_colon(text: str, start: int, _end: int) -> YamlError:
    message = "this line has no colon followed by a blank"
    return fault(text, start, Code.NO_COLON, message, "write `key: value`")


def _list_here(text: str, _start: int, end: int) -> YamlError:
    message = "a list cannot begin on its key's line"
    return fault(text, end, Code.INDENTATION, message, "begin it on the next line, or put the text in double quotes")


def _escape(text: str, _start: int, end: int) -> YamlError:
    message = "a backslash inside double quotes begins no escape YAML knows"
    return fault(text, end, Code.ESCAPE, message, r"write \\ for a backslash")


def _document_in_quotes(text: str, start: int, _end: int) -> YamlError:
    message = "--- or ... stands at the beginning of a line inside the quotes opened here"
    return fault(text, start, Code.OPEN_QUOTE, message, "close the quote, or indent the line")


def _anchor(text: str, start: int, _end: int) -> YamlError:
    if text[start] == "*":
        return fault(text, start, Code.ALIAS, "a value cannot begin with *, an alias to YAML", _QUOTE_IT)
    return fault(text, start, Code.ANCHOR, "a value cannot begin with &, an anchor to YAML", _QUOTE_IT)


def _tag(text: str, start: int, _end: int) -> YamlError:
    return fault(text, start, Code.TAG, "a value cannot begin with !, a tag to YAML", _QUOTE_IT)


def _directive(text: str, start: int, _end: int) -> YamlError:
    return fault(text, start, Code.DIRECTIVE, "directives (%) are not used here", "remove the line")


def _block_header(text: str, start: int, _end: int) -> YamlError:
    begin = text[start : start + 1]
    message = f"after {begin} only -, + or an indentation and then a new line may follow"
    return fault(text, start, Code.OTHER, message, f"begin the text on the next line; if {begin} is text, quote it")


def _key_here(text: str, _start: int, end: int) -> YamlError:
    return fault(text, end, Code.COMPLEX_KEY, "keys marked with ? are not used here", "write `key: value`")


def _other(text: str, end: int, problem: str) -> YamlError:
    remedy = "put the text in double quotes, or compare the line with its neighbours"
    return fault(text, min(end, len(text)), Code.OTHER, f"this is not YAML ({problem})", remedy)


_OPENED: Final[dict[str, _Maker]] = {
    "%": _directive,
    "&": _anchor,
    "*": _anchor,
    "!": _tag,
    "|": _block_header,
    ">": _block_header,
}


def _by_context(text: str, start: int, end: int) -> YamlError:
    make = _OPENED.get(text[start : start + 1])
    return make(text, start, end) if make else _other(text, end, "an unexpected character")


_MAKERS: Final[tuple[tuple[str, _Maker], ...]] = (
    ("mapping values are not allowed", _second_colon),
    ("did not find expected key", _no_key),
    ("did not find expected '-'", _no_item),
    ("did not find expected ','", _no_comma),
    ("did not find expected node content", _no_value),
    ("did not find expected <document start>", _document_start),
    ("found character that cannot start any token", _reserved),
    ("found unexpected end of stream", _open_quote),
    ("could not find expected ':'", _no_colon),
    ("block sequence entries are not allowed", _list_here),
    ("mapping keys are not allowed", _key_here),
    ("found unknown escape", _escape),
    ("found invalid Unicode character escape", _escape),
    ("did not find expected hexdecimal", _escape),
    ("found unexpected document indicator", _document_in_quotes),
    ("found undefined tag handle", _tag),
    ("found incompatible YAML document", _directive),
    ("found duplicate %", _directive),
    ("found an indentation indicator", _block_header),
    ("found a tab", _tab),
    ("found unexpected ':'", _no_blank),
    ("did not find expected", _by_context),
    ("found", _by_context),
    ("could not find", _by_context),
)
