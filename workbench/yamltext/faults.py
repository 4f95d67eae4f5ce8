"""What can be wrong with a file's text, as values: a code that never changes, a line, a sentence and a remedy."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Code(StrEnum):
    """The stable codes of syntax findings. A code is never given a new meaning, nor used again once dropped."""

    NOT_UTF8 = "Y001"
    CONTROL_CHARACTER = "Y002"
    TOO_LARGE = "Y003"
    TOO_DEEP = "Y004"
    TOO_MANY = "Y005"
    TOO_LONG = "Y006"
    CONFLICT_MARKER = "Y007"
    EMPTY = "Y008"
    NOT_A_MAPPING = "Y009"
    DUPLICATE_KEY = "Y010"
    SEVERAL_DOCUMENTS = "Y011"
    DIRECTIVE = "Y012"
    ANCHOR = "Y013"
    ALIAS = "Y014"
    TAG = "Y015"
    MERGE_KEY = "Y016"
    COMPLEX_KEY = "Y017"
    NO_KEY = "Y018"
    NO_BLANK_AFTER_COLON = "Y019"
    TAB = "Y020"
    OPEN_QUOTE = "Y021"
    OPEN_BRACKET = "Y022"
    NO_COLON = "Y023"
    SECOND_COLON = "Y024"
    INDENTATION = "Y025"
    ESCAPE = "Y026"
    RESERVED_CHARACTER = "Y027"
    OTHER = "Y028"


class Problem(NamedTuple):
    """One fault of one text.

    Attributes:
        code: one of `Code`, "Y001" and so on.
        line: 1-based, counted by line feeds alone, as git and editors count.
        message: what is wrong, a sentence without its full stop.
        remedy: what to do, a sentence without its full stop.
    """

    code: str
    line: int
    message: str
    remedy: str

    def __str__(self) -> str:
        return f"line {self.line}: {self.code} {self.message}; {self.remedy}"


class YamlError(ValueError):
    """A text that is refused. `problem` says where and why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


class EditRefused(ValueError):
    """An edit that is not made, because its result could not be proved right.

    Attributes:
        line: 1-based line of the place that was to be edited, in the text as it stands.
        message: why, a sentence without its full stop.
        remedy: what to do instead, a sentence without its full stop.
    """

    def __init__(self, line: int, message: str, remedy: str) -> None:
        super().__init__(f"line {line}: {message}; {remedy}")
        self.line = line
        self.message = message
        self.remedy = remedy


def line_of(text: str, offset: int) -> int:
    r"""The 1-based line of a character offset: line feeds alone count.

    libyaml's own line numbers also count U+0085, U+2028, U+2029 and a lone carriage return, which no editor does.
    """
    return text.count("\n", 0, offset) + 1


def fault(text: str, offset: int, code: Code, message: str, remedy: str) -> YamlError:
    """The error to raise for a fault at a character offset of a text."""
    return YamlError(Problem(code.value, line_of(text, offset), message, remedy))
