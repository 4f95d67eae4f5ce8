"""What a form asks for: fields with their names in the file, what may stand in them, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from enum import Enum
from typing import NamedTuple

from workbench import edtf
from workbench.model.ids import ID_LENGTH, is_id
from workbench.model.words import NOTHING

Value = str | tuple[str, ...]
"""What a field holds: a text, or several of them."""

Values = Mapping[str, Value]
"""The values of a form by the names of their fields: what `Set...` of model/authoring takes as `fields`."""

Check = Callable[[str], str]
"""Says what is wrong with one text, in a sentence without its stop; empty where nothing is."""


class Shape(Enum):
    """How a field is filled in."""

    LINE = "line"
    """One line of text."""
    TEXT = "text"
    """A paragraph."""
    LINES = "lines"
    """Several texts, one to a line; the value is a tuple."""
    CHOICE = "choice"
    """One of `known`, or nothing."""
    NAMES = "names"
    """Several names in a line, with commas between them; the value is a tuple."""


def fine(_: str) -> str:
    """Nothing is wrong with any text."""
    return ""


class Field(NamedTuple):
    """One field of a form.

    `known` are values with what they mean: the only ones there are for a choice, else suggestions. `check` is asked
    about each text that is not empty; a field that is `needed` may not be.
    """

    name: str
    label: str
    value: Value = ""
    shape: Shape = Shape.LINE
    told: str = ""
    """What belongs here, in a sentence or two: shown while the field is being filled in."""
    known: Mapping[str, str] = NOTHING
    check: Check = fine
    needed: bool = False

    @property
    def text(self) -> str:
        """The value as it stands in one text: names with commas, several texts on lines of their own."""
        if isinstance(self.value, str):
            return self.value
        return ("\n" if self.shape is Shape.LINES else ", ").join(self.value)

    def read(self, text: str) -> Value:
        """The value that a text stands for; line breaks within a text are blanks."""
        if self.shape is Shape.LINES:
            return tuple(made for part in text.split("\n") if (made := " ".join(part.split())))
        if self.shape is Shape.NAMES:
            return tuple(dict.fromkeys(made for part in text.split(",") if (made := part.strip())))
        return " ".join(text.split())

    def wrong(self, text: str) -> str:
        """What is wrong with a text as it stands; empty where nothing is."""
        read = self.read(text)
        parts = (read,) if isinstance(read, str) else read
        if not any(parts):
            return f"{self.label} is needed" if self.needed else ""
        if self.shape is Shape.CHOICE and read not in self.known:
            return f"write {', '.join(self.known)}"
        return next((said for part in parts if (said := self.check(part))), "")


def a_date(text: str) -> str:
    """What is wrong with an EDTF date."""
    try:
        edtf.parse(text)
    except ValueError as problem:
        return str(problem)
    return ""


def a_date_or_unknown(text: str) -> str:
    """What is wrong with an EDTF date, or with the word unknown in its place."""
    return "" if text == "unknown" else a_date(text)


def new_id(taken: Collection[str]) -> Check:
    """Says what is wrong with an id that nothing else may have."""

    def check(text: str) -> str:
        if text in taken:
            return f"{text} is taken"
        if not is_id(text):
            return f"use a-z, 0-9 and single hyphens, a letter first, {ID_LENGTH} characters at most"
        return ""

    return check


def one_of(known: Collection[str], what: str) -> Check:
    """Says that there is no such thing."""

    def check(text: str) -> str:
        return "" if text in known else f"there is no {what} {text}"

    return check


def changed(fields: Collection[Field], values: Values) -> dict[str, Value]:
    """The values that are not those the fields began with: what is to be written."""
    return {field.name: values[field.name] for field in fields if values[field.name] != field.read(field.text)}
