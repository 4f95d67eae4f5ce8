"""Every code that `ach check` can print, with a title and why: what docs/findings.md and SARIF are made from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from workbench.checks import RULES
from workbench.workspace.sentences import SHAPES
from workbench.yamltext import Code


class Entry(NamedTuple):
    """One code: what it stands for, why there is such a rule, and whether it informs only."""

    code: str
    title: str
    why: str
    note: bool = False


FILES: Mapping[str, tuple[str, str]] = {
    "W001": ("no file", "A folder, a pipe or a device stands where a file should be."),
    "W002": ("cannot be read", "The rights of the file, or a link that leads nowhere, keep it from being read."),
    "W003": (
        "link out of the workspace",
        "What lies elsewhere is no part of the case, and nobody else would have it.",
    ),
    "W004": ("too large", "See the limits in [files.md](files.md#limits)."),
    "W005": ("name is no id", "The name of a file is the id of a question, source or analyst."),
    "W006": ("not read", "It lies where the program does not look, so what it says would be missed."),
}
"""Findings about files and folders, from `workbench/workspace/files.py`."""


YAML: Mapping[Code, str] = {
    Code.NOT_UTF8: "the file is not UTF-8",
    Code.CONTROL_CHARACTER: "a control character, or an escape that stands for one",
    Code.TOO_LARGE: "the file is too large",
    Code.TOO_DEEP: "nested too deep",
    Code.TOO_MANY: "too many entries",
    Code.TOO_LONG: "a text that is too long",
    Code.CONFLICT_MARKER: "a conflict that git left in the file",
    Code.EMPTY: "the file is empty",
    Code.NOT_A_MAPPING: "the file is a list or a text, not `key: value` lines",
    Code.DUPLICATE_KEY: "a key stands twice, and one of its values would be lost",
    Code.SEVERAL_DOCUMENTS: "a second document in the file",
    Code.DIRECTIVE: "a directive (%)",
    Code.ANCHOR: "an anchor (&)",
    Code.ALIAS: "an alias (*)",
    Code.TAG: "a tag (!)",
    Code.MERGE_KEY: "a merge key (<<)",
    Code.COMPLEX_KEY: "a complex key (?)",
    Code.NO_KEY: "a value without a key",
    Code.NO_BLANK_AFTER_COLON: "a blank is missing after a colon, as in `{none:II}`",
    Code.TAB: "a tab where blanks should be",
    Code.OPEN_QUOTE: "a quote that is not closed",
    Code.OPEN_BRACKET: "a bracket or brace that is not closed, or not opened",
    Code.NO_COLON: "a colon is missing",
    Code.SECOND_COLON: "a second colon in a line",
    Code.INDENTATION: "indented too far or too little",
    Code.ESCAPE: "an escape that YAML does not know",
    Code.RESERVED_CHARACTER: "a text begins with a character that YAML reserves",
    Code.OTHER: "anything else that the YAML parser refuses",
}
"""What the codes of the reader mean, from `workbench/yamltext/faults.py`."""

_LIMITED = {Code.TOO_LARGE, Code.TOO_DEEP, Code.TOO_MANY, Code.TOO_LONG}
_PLAIN = "Not needed here, and a way to hide or to explode what a file says."
_UNNEEDED = {Code.DIRECTIVE, Code.ANCHOR, Code.ALIAS, Code.TAG, Code.MERGE_KEY, Code.COMPLEX_KEY}


def _reading(code: Code) -> str:
    """Why the reader refuses this."""
    if code in _LIMITED:
        return "See the limits in [files.md](files.md#limits)."
    return _PLAIN if code in _UNNEEDED else "The file cannot be understood, so nothing of it is used."


def sections() -> Iterator[tuple[str, tuple[Entry, ...]]]:
    """The codes by what they are about, each group with its heading."""
    yield "Files and folders", tuple(Entry(code, *words) for code, words in FILES.items())
    yield "YAML", tuple(Entry(code.value, YAML[code], _reading(code)) for code in Code)
    yield "The shape of a file", tuple(Entry(shape.code, shape.title, " ".join(shape.why.split())) for shape in SHAPES)
    yield "The case", tuple(Entry(rule.code, rule.title, rule.why, rule.note) for rule in RULES)
