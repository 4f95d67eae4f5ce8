"""What can change between two states of a workspace, each change a small value."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from workbench.model import Rating

Said = str | tuple[str, ...]
"""What a field says: a text, or several."""


class How(StrEnum):
    """What became of a thing."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    RENAMED = "renamed"
    MERGED = "merged"


class Field(NamedTuple):
    """A field of a thing that says something else. Where it was not there, or is not any more, that side is empty."""

    name: str
    """As in the file; a field within a field is written `scope.who`, `tags.service`, `likely.none`."""
    was: Said
    now: Said


class Thing(NamedTuple):
    """A question, hypothesis, overlap, gap or indicator, or a source, origin or item, that changed.

    Of what was added or removed, `fields` are all that say something. A renamed thing says the same under its new id.
    """

    kind: str
    id: str
    """As it is called after the change; an item's address; of an overlap both ids, joined by ` + `."""
    how: How
    fields: tuple[Field, ...] = ()
    question: str = ""
    """The question it stands in, for what stands in a hypotheses file."""
    was_id: str = ""
    """What it was called before, where that is another id."""
    into: str = ""
    """The thing that a merged one went into."""

    def field(self, name: str) -> Field | None:
        """The change of one field, where there is one."""
        return next((field for field in self.fields if field.name == name), None)


class Cell(NamedTuple):
    """A cell whose rating or reason changed; no rating is unrated."""

    address: str
    hypothesis: str
    was: Rating | None
    now: Rating | None
    because_was: str = ""
    because_now: str = ""
    suspect: str = ""
    """The suspect, where it is a cell of a row rated again as if that one wanted us to believe it."""

    @property
    def rerated(self) -> bool:
        """Whether the rating changed, and not the reason alone."""
        return self.was is not self.now


class Entry(NamedTuple):
    """Anything else in a matrix that says something else.

    `what` is `relevance`, `parked`, `weighed`, `credibility` or `credibility-because` (the analyst's own grade),
    `wording` (the row was confirmed, or marked with another wording), `check`, `seed`, `looked`, `likelihood`,
    `confidence`, `because` or `differs-because` (of the judgement), or `matrix` (it was confirmed as it is). `keys`
    lead to it: an address and perhaps a hypothesis, a suspect and a question of the checklist, a hypothesis.
    """

    what: str
    keys: tuple[str, ...]
    was: Said
    now: Said

    @property
    def address(self) -> str:
        """The item it is about; empty where it is about none."""
        return self.keys[0] if self.what in OF_A_ROW else ""


OF_A_ROW = frozenset({"relevance", "parked", "weighed", "credibility", "credibility-because", "wording"})
"""Entries whose first key is an address."""


class MatrixChange(NamedTuple):
    """What changed in one analyst's matrix of a question, in the order of its file."""

    question: str
    analyst: str
    how: How
    cells: tuple[Cell, ...] = ()
    entries: tuple[Entry, ...] = ()
