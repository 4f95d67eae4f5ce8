"""Edits: what an analyst can change in a matrix, each a value. `edited` tells what each makes of a case.

Every edit knows the `part` of the matrix that it changes, and the `address` of the item it is about; the address is
empty where it is about no item.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

from workbench.model.matrix import Part
from workbench.model.words import NOTHING, Confidence, Level, Rating, Weighing


class Rate(NamedTuple):
    """Rate one cell; `None` clears it."""

    address: str
    hypothesis: str
    rating: Rating | None

    @property
    def part(self) -> Part:
        """The row."""
        return Part("rows", (self.address,))


class Reason(NamedTuple):
    """Write why a cell is rated so; an empty text takes the reason away."""

    address: str
    hypothesis: str
    text: str

    @property
    def part(self) -> Part:
        """The note beside the row."""
        return Part("notes", (self.address,))


class Weigh(NamedTuple):
    """Say what an inconsistency comes to; `None` takes that back."""

    address: str
    hypothesis: str
    weighing: Weighing | None

    @property
    def part(self) -> Part:
        """The note beside the row."""
        return Part("notes", (self.address,))


class Relevance(NamedTuple):
    """Say how much an item matters to the question."""

    address: str
    level: Level

    @property
    def part(self) -> Part:
        """The note beside the row."""
        return Part("notes", (self.address,))


class Park(NamedTuple):
    """Take an item out of the matrix with a reason; an empty reason takes it back in."""

    address: str
    because: str

    @property
    def part(self) -> Part:
        """The note beside the row."""
        return Part("notes", (self.address,))


class Grade(NamedTuple):
    """Grade an item's credibility (1 to 6) otherwise than its file does, and why; an empty grade takes it away."""

    address: str
    credibility: str
    because: str = ""

    @property
    def part(self) -> Part:
        """The analyst's own grade of the item."""
        return Part("grades", (self.address,))


class Suspect(NamedTuple):
    """Rate a cell again as if a source or an origin wanted us to believe the item; `None` clears it.

    The other cells of that row are left as they are, here and in what would lead.
    """

    suspect: str
    address: str
    hypothesis: str
    rating: Rating | None

    @property
    def part(self) -> Part:
        """The row as it is rated again."""
        return Part("deceptive", (self.suspect, self.address))


class Confirm(NamedTuple):
    """Say that a row still holds for the wording that stands now; with a suspect, the row rated again for it."""

    address: str
    suspect: str = ""

    @property
    def part(self) -> Part:
        """The row."""
        return Part("deceptive", (self.suspect, self.address)) if self.suspect else Part("rows", (self.address,))


class Check(NamedTuple):
    """Answer a question of the deception checklist (see `CHECKLIST`) for a source or an origin; empty takes it away."""

    suspect: str
    question: str
    answer: str

    @property
    def part(self) -> Part:
        """The checklist of the suspect."""
        return Part("checks", (self.suspect,))

    @property
    def address(self) -> str:
        """No item of its own."""
        return ""


class Judge(NamedTuple):
    """Change fields of the analyst's own judgement. `None` leaves a field as it is, an empty text takes it away.

    `likelihood` holds the shares that change, in per cent, by hypothesis id or `other`; `None` takes a share away.
    Whatever changes, the judgement is then made on the matrix as it stands; `holds` says so of one that stays as it is.
    """

    likelihood: Mapping[str, float | None] = NOTHING
    confidence: Confidence | Literal[""] | None = None
    because: str | None = None
    differs_because: str | None = None
    holds: bool = False

    @property
    def part(self) -> Part:
        """The judgement."""
        return Part("judgement")

    @property
    def address(self) -> str:
        """No item of its own."""
        return ""


class Shuffle(NamedTuple):
    """Record the seed that rows and columns are shuffled with while rating; an empty one takes it away."""

    seed: str

    @property
    def part(self) -> Part:
        """The seed."""
        return Part("seed")

    @property
    def address(self) -> str:
        """No item of its own."""
        return ""


class Look(NamedTuple):
    """Record that scores, or colleagues' ratings, were looked at before these items were rated."""

    addresses: tuple[str, ...]

    @property
    def part(self) -> Part:
        """All that was looked at."""
        return Part("looked")

    @property
    def address(self) -> str:
        """No item of its own: it concerns the whole matrix."""
        return ""


Edit = Rate | Reason | Weigh | Relevance | Park | Grade | Suspect | Confirm | Check | Judge | Shuffle | Look
