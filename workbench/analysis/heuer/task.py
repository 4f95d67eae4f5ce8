"""Tasks: what is left to do in one of the eight steps, or to think over, as values that a list can show.

What must be done is counted as left, and disappears when the files say that it was done. A question
is counted apart: it may be answered with no, of which no file keeps a record, and so it may stand.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Action(StrEnum):
    """What can be done about a task, beside going to its place and passing it over."""

    ADD = "add"
    """A hypothesis, an item or an indicator, whichever the step is about."""
    WRITE = "write"
    """Fill in what is missing."""
    REWORD = "reword"
    MERGE = "merge"
    PARK = "park"
    OVERLAP = "overlap"
    """Say how two hypotheses that are not exclusive are told apart."""
    GRADE = "grade"
    RATE = "rate"
    CONFIRM = "confirm"
    """Say that a row still holds for the wording that stands now, or the judgement for the matrix."""
    GAP = "gap"
    """Write it down as something that we do not know and would like to."""
    WEIGH = "weigh"
    """Say what an inconsistency comes to: error, special-case, deception or fatal."""
    JUDGE = "judge"
    ANSWER = "answer"
    """Answer a question of a deception checklist."""
    STATUS = "status"
    """Say what became of an indicator."""
    ABSENCE = "absence"
    """Make evidence of it: looked for and not found."""
    DROP = "drop"


class TaskKind(NamedTuple):
    """What all tasks of one sort have in common; each is a constant of the module that finds them."""

    name: str
    step: int
    """1 to 8."""
    sentence: str
    """A template: `{0}` and so on for the task's words, `{n}` for its number."""
    can: tuple[Action, ...]
    one: str = ""
    """What to do, where there is one; empty for a question."""
    many: str = ""
    """The same where there are several: a template with `{n}`."""

    @property
    def must(self) -> bool:
        """Whether it is counted as left to do; a question is not."""
        return bool(self.one)


class Task(NamedTuple):
    """One thing left to do, or one question, and the place it concerns; what does not apply is empty."""

    kind: TaskKind
    address: str = ""
    """The item."""
    hypothesis: str = ""
    id: str = ""
    """The source, the origin or the indicator."""
    part: str = ""
    """What of it: an expectation, a role, the question of a checklist, the field that is empty."""
    words: tuple[str, ...] = ()
    """What the sentence is filled in with: text from the files, as it stands there."""
    number: int = 1
    """How many things it stands for; for unrated cells those of the row."""

    @property
    def sentence(self) -> str:
        """What is to be done or thought over, in a sentence."""
        return self.kind.sentence.format(*self.words, n=self.number)
