"""A case to look at, a memory without files, and an app that hosts the matrix screen."""

from __future__ import annotations

import datetime
from typing import Any

from textual.app import App
from textual.screen import Screen

from workbench.model import (
    Case,
    Edit,
    Hypothesis,
    Item,
    Kind,
    Level,
    Matrix,
    Note,
    Origin,
    Question,
    Rating,
    Row,
    Source,
    edited,
)
from workbench.tui.bench import Bench
from workbench.tui.desk import Desk
from workbench.tui.screen import MatrixScreen

HYPOTHESES = {
    "none": ("No retaliation", "Iraq will not retaliate."),
    "minor": ("Minor action", "Iraq will sponsor some minor terrorist actions."),
    "major": (
        "Major action",
        "Iraq is planning a major terrorist attack, perhaps against one or more CIA installations.",
    ),
}

TEXTS = {
    "embassy/public-statement": "Saddam says in public that he will not retaliate for the strike",
    "embassy/no-offensive-in-1991": "There was no terrorist offensive during the Gulf War of 1991",
    "own/another-attack": "Iraq would not want to provoke another attack by the United States",
    "monitors/radio-traffic": (
        "Agents abroad send more often and for longer than in the month before the strike on the headquarters"
    ),
    "monitors/embassy-security": "Iraqi embassies are told to take more precautions than usual",
    "own/loss-of-face": "Failing to answer would cost Saddam his standing, at home and among his neighbours",
}

ROWS = (
    ("embassy/public-statement", "statement", "1", "C C C"),
    ("embassy/no-offensive-in-1991", "absence", "2", "C C I"),
    ("own/another-attack", "assumption", "", "C C I"),
    ("monitors/radio-traffic", "report", "2", "I C C"),
    ("monitors/embassy-security", "report", "3", "I C C"),
    ("own/loss-of-face", "assumption", "", "II C C"),
)
"""Address, kind, credibility, ratings: as in Heuer's figure 15 but for the grades."""


def heuer(*, rated: bool = True) -> Case:
    """Heuer's example (1993), with sources and grades made up for the test."""
    items, rows = {}, {}
    for address, kind, credibility, ratings in ROWS:
        items[address] = Item(
            address, TEXTS[address], kind=Kind(kind), credibility=credibility,
            path=f"evidence/{address.split('/')[0]}.yaml",
            origins=("border-monitors",) if address.startswith("monitors") else (), when="1993-06/1993-07", at="par. 6",
            tags={"service": ("signals",)} if address.startswith("monitors") else {},
        )  # fmt: skip
        if rated:
            rows[address] = Row({h: Rating(r) for h, r in zip(HYPOTHESES, ratings.split(), strict=True)})
    question = Question(
        "iraq", "Will Iraq retaliate for the US bombing of its intelligence headquarters?", marking="TLP:CLEAR",
        hypotheses={h: Hypothesis(h, short, statement) for h, (short, statement) in HYPOTHESES.items()},
    )  # fmt: skip
    why = Note(Level.HIGH, because={"none": "Agents abroad have no use for more traffic if nothing is planned."})
    case = Case(
        question, items,
        {"embassy": Source("embassy", "Reports of an embassy", reliability="A"),
         "monitors": Source("monitors", "Monitoring summaries", reliability="B"),
         "own": Source("own", "Our own assumptions", kind="own-analysis")},
        {"border-monitors": Origin("border-monitors", "the border monitors", reliability="B")},
        Matrix("iraq", "baseline", rows=rows, notes={"monitors/radio-traffic": why}),
    )  # fmt: skip
    marked = {a: Row(r.ratings, wording=case.fingerprint(a, r)) for a, r in rows.items()}
    return case.with_matrix(Matrix("iraq", "baseline", rows=marked, notes=case.matrix.notes))


class Pad:
    """A memory that forgets when the test ends."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.done: list[tuple[Case, Edit]] = []
        self.undone: list[tuple[Case, Edit]] = []

    def apply(self, edit: Edit) -> Case:
        """Make an edit."""
        self.done.append((self.case, edit))
        self.undone.clear()
        self.case = edited(self.case, edit)
        return self.case

    large = False

    def undo(self) -> Edit | None:
        """Take an edit back."""
        return self._step(self.done, self.undone)

    def redo(self) -> Edit | None:
        """Make an edit again."""
        return self._step(self.undone, self.done)

    def _step(self, origin: list[tuple[Case, Edit]], target: list[tuple[Case, Edit]]) -> Edit | None:
        if not origin:
            return None
        case, edit = origin.pop()
        target.append((self.case, edit))
        self.case = case
        return edit


class Host(App[None]):
    """Shows one matrix screen and says that everything was saved."""

    ENABLE_COMMAND_PALETTE = False

    def __init__(self, case: Case, me: str = "baseline") -> None:
        super().__init__()
        self.desk = Desk(case, me)
        self.pad = Pad(case)
        self.matrix = MatrixScreen(self.desk, self.pad)
        self.matrix._count_left()  # before the first picture rather than after it, so that pictures wait for nothing
        self.wanted: list[Any] = []
        self.saves = True
        """Whether what is changed is said to be saved."""
        self.told = 0
        """How often something was to be saved."""

    def get_default_screen(self) -> Screen[None]:
        """The matrix."""
        return self.matrix

    def on_bench_changed(self) -> None:
        """Say that it was saved, at a time that never changes."""
        self.told += 1
        if self.saves:
            self.matrix.saved(datetime.datetime(2026, 11, 22, 14, 2, 31), None, 0)

    def on_bench_own_wanted(self, event: Bench.OwnWanted) -> None:
        """Note what was wanted."""
        self.wanted.append(event)

    def on_matrix_screen_edit_wanted(self, event: MatrixScreen.EditWanted) -> None:
        """Note what was wanted."""
        self.wanted.append(event)


def screen_text(app: App[Any]) -> str:
    """What the screen shows, line by line, without colours."""
    strips = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips) + "\n"
