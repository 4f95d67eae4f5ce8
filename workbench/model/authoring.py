"""What an analyst can write in the files of a case: one small value for each thing, which somebody else makes.

Ids and fields are called as in the files. In `fields`, a text or a tuple of texts is what the field shall hold; an
empty one takes the field away. Fields that are not named stay as they are.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from workbench.model.evidence import Item, Origin, Source
from workbench.model.question import Gap, Hypothesis, Indicator, Selector
from workbench.model.words import Status

Fields = Mapping[str, str | tuple[str, ...]]
"""What fields shall hold, by the names they have in the files."""


class AddQuestion(NamedTuple):
    """A new question, which gets a file of its own; `fields` as in `SetQuestion`, the question itself among them."""

    question: str
    fields: Fields


class SetQuestion(NamedTuple):
    """Fields of a question: `question`, `background`, `marking`, `cutoff`, `blind`, and of its scope."""

    question: str
    fields: Fields


class SetEvidence(NamedTuple):
    """Which items belong to a question; none means every item."""

    question: str
    selectors: tuple[Selector, ...]


class AddHypothesis(NamedTuple):
    """A new hypothesis, behind all others."""

    question: str
    hypothesis: Hypothesis


class SetHypothesis(NamedTuple):
    """Fields of a hypothesis: `short`, `statement`, `expect`, `expect_not`, `role`."""

    question: str
    hypothesis: str
    fields: Fields


class SetStatus(NamedTuple):
    """Park, merge or reject a hypothesis, with a reason and, where merged, into which; or make it active again.

    Without a reason, the one that stands there stays; an active hypothesis has none.
    """

    question: str
    hypothesis: str
    status: Status
    because: str = ""
    into: str = ""


class OrderHypotheses(NamedTuple):
    """The order of the columns: the ids of every hypothesis of the question."""

    question: str
    hypotheses: tuple[str, ...]


class SplitHypothesis(NamedTuple):
    """Several new hypotheses in place of one, which is parked; without a reason it says what it was split into."""

    question: str
    hypothesis: str
    into: tuple[Hypothesis, ...]
    because: str = ""


class RenameHypothesis(NamedTuple):
    """A new id; the old one stays known."""

    question: str
    hypothesis: str
    new: str


class SetOverlap(NamedTuple):
    """How two hypotheses that are not exclusive are told apart; an empty text says that they are exclusive."""

    question: str
    between: tuple[str, str]
    because: str


class AddGap(NamedTuple):
    """What is not known, and why it matters."""

    question: str
    gap: Gap


class SetGap(NamedTuple):
    """Fields of a gap: `statement`, `matters`."""

    question: str
    gap: str
    fields: Fields


class RemoveGap(NamedTuple):
    """A gap that is none any more."""

    question: str
    gap: str


class AddIndicator(NamedTuple):
    """Something to watch for."""

    question: str
    indicator: Indicator


class SetIndicator(NamedTuple):
    """Fields of an indicator: `statement`, `by`, `status`."""

    question: str
    indicator: str
    fields: Fields


class SetLikely(NamedTuple):
    """How likely an indicator is under a hypothesis (HL L C U HU); an empty word takes that away."""

    question: str
    indicator: str
    hypothesis: str
    likely: str


class AddSource(NamedTuple):
    """A new document, which gets a file of its own."""

    source: Source


class SetSource(NamedTuple):
    """Fields of a source, by their names in the file."""

    source: str
    fields: Fields


class AddItem(NamedTuple):
    """A new item behind another one of its source (`after`, an item's own id); behind all others where none is named.

    The item of `own` is one of our assumptions or arguments.
    """

    item: Item
    after: str = ""


class SetItem(NamedTuple):
    """Fields of an item, by their names in the file; `origin` and `rests_on` are tuples. Tags have their own change."""

    address: str
    fields: Fields


class SetTag(NamedTuple):
    """What an item has for one tag; nothing takes the tag away."""

    address: str
    tag: str
    values: tuple[str, ...]


class MoveItem(NamedTuple):
    """Another place for an item in its file: behind another one (an item's own id), or before all (empty)."""

    address: str
    after: str


class RenameItem(NamedTuple):
    """A new id within the source; the old one stays known."""

    address: str
    new: str


class MergeItems(NamedTuple):
    """Two items of one source that say the same become one: `keep` stays, and `gone` is an old address of it.

    What the kept item lacks it takes over; see `merging.merged`. Refused where a matrix speaks of both.
    """

    keep: str
    gone: str


class AddOrigin(NamedTuple):
    """A new origin."""

    origin: Origin


class SetOrigin(NamedTuple):
    """Fields of an origin, by their names in the file."""

    origin: str
    fields: Fields


class RenameOrigin(NamedTuple):
    """A new id; the old one stays known."""

    origin: str
    new: str


OfQuestion = (
    AddQuestion
    | SetQuestion
    | SetEvidence
    | AddHypothesis
    | SetHypothesis
    | SetStatus
    | OrderHypotheses
    | SplitHypothesis
    | RenameHypothesis
    | SetOverlap
    | AddGap
    | SetGap
    | RemoveGap
    | AddIndicator
    | SetIndicator
    | SetLikely
)
"""What is written in a hypotheses file."""

OfEvidence = (
    AddSource
    | SetSource
    | AddItem
    | SetItem
    | SetTag
    | MoveItem
    | RenameItem
    | MergeItems
    | AddOrigin
    | SetOrigin
    | RenameOrigin
)
"""What is written in the files of evidence."""

Authored = OfQuestion | OfEvidence
"""Anything an analyst can write outside a matrix."""
