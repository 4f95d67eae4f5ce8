"""A side of a comparison: what a workspace said at one time, without its files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from workbench.model import Case, Item, Matrix, Origin, Question, Source, retold_elsewhere
from workbench.model.words import NOTHING


class Unread(NamedTuple):
    """A file that cannot be used on one side, so that it is taken there as it stands on the other."""

    side: str
    """What that side is called."""
    path: str
    line: int
    message: str


@dataclass(frozen=True, slots=True)
class Side:
    """A workspace at one time. `selected` are the addresses that belong to each question, in the order of the files."""

    label: str
    """What this side is called: a revision, or the working tree."""
    questions: Mapping[str, Question] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    origins: Mapping[str, Origin] = field(default_factory=dict)
    items: Mapping[str, Item] = field(default_factory=dict)
    matrices: Mapping[tuple[str, str], Matrix] = field(default_factory=dict)
    selected: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def case(self, question: str, analyst: str) -> Case | None:
        """The case of a question with an analyst's matrix; none where there is no such question or matrix."""
        matrix = self.matrices.get((question, analyst))
        if matrix is None or question not in self.questions:
            return None
        items = {address: self.items[address] for address in self.selected.get(question, ())}
        elsewhere = retold_elsewhere(items, self.items)
        return Case(self.questions[question], items, self.sources, self.origins, matrix, elsewhere=elsewhere)

    def analysts(self, question: str) -> tuple[str, ...]:
        """Who has a matrix for a question, by id."""
        return tuple(sorted(a for q, a in self.matrices if q == question))


class Ids(NamedTuple):
    """Old ids to new ones of one kind of thing: of those that were renamed, and those that went into another one."""

    renamed: Mapping[str, str] = NOTHING
    merged: Mapping[str, str] = NOTHING

    @property
    def every(self) -> dict[str, str]:
        """Both together."""
        return {**self.renamed, **self.merged}


class Renames(NamedTuple):
    """Which ids of a side are others on the other one; items by address, hypotheses by question."""

    sources: Ids = Ids()
    origins: Ids = Ids()
    items: Ids = Ids()
    hypotheses: Mapping[str, Ids] = NOTHING

    @property
    def none(self) -> bool:
        """Whether every id is what it was."""
        return not any(any(ids) for ids in (self.sources, self.origins, self.items, *self.hypotheses.values()))


NO_RENAMES = Renames()
