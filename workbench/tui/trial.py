"""What is only tried: a memory of edits of which nothing is saved, and what they make different."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from workbench.analysis.standing import Standing
from workbench.model import Case, Edit, Part, Rating, edited


class Difference(NamedTuple):
    """A place that is tried otherwise; without a hypothesis it is about the row itself."""

    address: str
    hypothesis: str
    what: str
    """What it was and what it is now, in a few words."""


class Trial:
    """A memory for what-if: it starts from a case, and forgets everything with itself.

    Args:
        case: the case as it is saved, or about to be.
        before: where the hypotheses stand in it.
    """

    large = False

    def __init__(self, case: Case, before: Standing) -> None:
        self.start, self.before = case, before
        self._case = case
        self._done: list[tuple[Case, Edit]] = []
        self._undone: list[tuple[Case, Edit]] = []

    @property
    def case(self) -> Case:
        """The case with every edit tried."""
        return self._case

    @property
    def edits(self) -> tuple[Edit, ...]:
        """The edits that are tried, in their order."""
        return tuple(edit for _, edit in self._done)

    def apply(self, edit: Edit) -> Case:
        """Try an edit."""
        case = edited(self._case, edit)
        if case is not self._case:
            self._done.append((self._case, edit))
            self._undone.clear()
            self._case = case
        return case

    def undo(self) -> Edit | None:
        """Take the last edit back."""
        return self._step(self._done, self._undone)

    def redo(self) -> Edit | None:
        """Try once more what was taken back last."""
        return self._step(self._undone, self._done)

    def _step(self, origin: list[tuple[Case, Edit]], target: list[tuple[Case, Edit]]) -> Edit | None:
        if not origin:
            return None
        case, edit = origin.pop()
        target.append((self._case, edit))
        self._case = case
        return edit

    # ---- what is different

    @property
    def changes(self) -> int:
        """How many places differ from the start: a cell rated to and fro is none."""
        return len(self.differences)

    @property
    def differences(self) -> tuple[Difference, ...]:
        """Every place that differs from the start, in the order of the edits."""
        parts = dict.fromkeys(edit.part for edit in self.edits)
        return tuple(found for part in parts if self.differs(part) for found in self._differences(part))

    def differs(self, part: Part) -> bool:
        """Whether a part of the matrix differs from the start."""
        return bool(self.start.matrix.part(part) != self._case.matrix.part(part))

    def moved(self, address: str) -> bool:
        """Whether anything about a row differs from the start."""
        same = self.start.matrix is self._case.matrix
        return not same and any(self.differs(Part(field, (address,))) for field in ("rows", "notes", "grades"))

    def was(self, address: str, hypothesis: str) -> Rating | None:
        """How a cell was rated at the start."""
        return self.start.matrix.row(address).ratings.get(hypothesis)

    def _differences(self, part: Part) -> Iterator[Difference]:
        """What differs in a part that does."""
        address = part.keys[-1] if part.keys else ""
        if part.field == "rows":
            yield from list(self._cells(address)) or [Difference(address, "", "confirmed")]
        elif part.field == "notes":
            yield from self._notes(address)
        else:
            yield Difference(address, "", _PARTS.get(part.field, part.field))

    def _cells(self, address: str) -> Iterator[Difference]:
        now = self._case.matrix.row(address).ratings
        for hypothesis in (h.id for h in self._case.hypotheses):
            before, after = self.was(address, hypothesis), now.get(hypothesis)
            if before is not after:
                yield Difference(address, hypothesis, f"{_letter(before)} → {_letter(after)}")

    def _notes(self, address: str) -> Iterator[Difference]:
        was, now = self.start.matrix.note(address), self._case.matrix.note(address)
        if was.relevance is not now.relevance:
            yield Difference(address, "", f"relevance {was.relevance.value} → {now.relevance.value}")
        if was.parked != now.parked:
            yield Difference(address, "", "parked" if now.parked else "taken back in")
        for hypothesis in {**was.because, **now.because}:
            if was.because.get(hypothesis) != now.because.get(hypothesis):
                yield Difference(address, hypothesis, "another reason")
        if was.weighed != now.weighed:
            yield Difference(address, "", "weighed otherwise")


_PARTS = {
    "grades": "another grade",
    "deceptive": "rated again for a suspect",
    "checks": "another checklist",
    "seed": "another order",
    "looked": "looked at early",
    "judgement": "another judgement",
}
"""What differs in the other parts of a matrix."""


def _letter(rating: Rating | None) -> str:
    return rating.value if rating else "unrated"
