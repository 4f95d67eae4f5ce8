"""Step 5 on the screen: weighing inconsistencies, and writing down one's own judgement."""

from __future__ import annotations

import asyncio
import contextlib
import math
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.model import (
    CONFIDENCE_MEANING,
    OTHER,
    WEIGHING_MEANING,
    Case,
    Confidence,
    Judge,
    Judgement,
    Weigh,
    Weighing,
    judgement_stale,
    judgement_unconfirmed,
    matrix_fingerprint,
)
from workbench.tui.chooser import Chooser, Option
from workbench.tui.doing.deed import Deed, Doing

if TYPE_CHECKING:
    from workbench.tui.leaf import Goal
    from workbench.tui.look import Look
    from workbench.tui.steps import Steps

_KEYS = {Weighing.ERROR: "e", Weighing.SPECIAL_CASE: "s", Weighing.DECEPTION: "d", Weighing.FATAL: "f"}


class Does(Doing):
    """Asks for what the page of step 5 has room for, and makes edits of the answers."""

    ENTER = "answers or goes"
    DEEDS = (
        Deed("w", "weighs", "Say what an inconsistency of a leader comes to", "weigh"),
        Deed("y", "holds", "Confirm that your judgement still holds for the matrix that stands now", "confirm"),
        Deed("s", "standard", "Likelihoods in the words of ICD 203 or of the PHIA yardstick", "words", brief=False),
    )

    def __init__(self, steps: Steps) -> None:
        super().__init__(steps)
        self._since: dict[tuple[str, str], int | None] = {}

    def seen(self, look: Look) -> Look:
        """With how many ratings changed since a stale judgement was written, as soon as git has told."""
        judged = look.case.matrix.judgement
        if judged is None or not judgement_stale(look.case):
            return look
        asked = (judged.matrix, matrix_fingerprint(look.case))
        if asked not in self._since:
            self._since[asked] = None
            look_up(self.steps.root, look.case, partial(self._tell, asked))
        return look._replace(rated_since=self._since[asked])

    def _tell(self, asked: tuple[str, str], number: int) -> None:
        self._since[asked] = number
        self.steps.renew()

    def confirm(self, _: Goal) -> None:
        """Say that the judgement still holds."""
        if self._to_confirm and self.steps.desk.trial is not None:
            self.say("What-if is for trying: w ends it, then confirm for the matrix that stands.")
        elif self._to_confirm:
            self.change(Judge(holds=True))
            if not self._to_confirm:  # in somebody else's matrix it is asked first
                self.say("Confirmed: your judgement holds for the matrix that stands now.")
        elif self.case.matrix.judgement:
            self.say("Nothing to confirm: the matrix is as it was when you judged.")
        else:
            self.say("There is no judgement yet: enter writes one, line by line.")

    @property
    def _to_confirm(self) -> bool:
        return judgement_stale(self.case) or judgement_unconfirmed(self.case)

    def words(self, _: Goal) -> None:
        """Take the words of the next standard."""
        from workbench.analysis.heuer.estimative import YARDSTICKS  # noqa: PLC0415 - off the way to the first paint

        names = [*YARDSTICKS]
        present = names.index(self.steps.yardstick) if self.steps.yardstick else 0
        self.steps.yardstick = names[(present + 1) % len(names)]
        self.say(f"Words of {YARDSTICKS[self.steps.yardstick].title}.")
        self.steps.renew()

    def weigh(self, goal: Goal) -> None:
        """Weigh the inconsistency under the cursor, where it is one of a leader."""
        if goal.act == "weigh":
            self._weigh(goal)
        else:
            self.say("Weighed are the inconsistencies of those that lead: put the cursor on one.")

    def enter(self, goal: Goal) -> bool:
        """Do what a goal asks for; whether there was anything to do but to go there."""
        match goal.act:
            case "weigh":
                self._weigh(goal)
            case "likelihood":
                self._likelihood(goal.hypothesis)
            case "hundred":
                self._to_hundred()
            case "confidence":
                self._confidence()
            case "grounds":
                self._write("Why do you judge so?", self._judged.because, "because")
            case "differs":
                self._write("Why is your order not the computed one?", self._judged.differs_because, "differs_because")
            case _:
                return False
        return True

    @property
    def _judged(self) -> Judgement:
        return self.case.matrix.judgement or Judgement()

    def _called(self, hypothesis: str) -> str:
        known = self.question.hypotheses.get(hypothesis)
        return "any other answer" if hypothesis == OTHER else (known.short if known else "") or hypothesis

    def _weigh(self, goal: Goal) -> None:
        """Ask what an inconsistency comes to, or go to its cell."""
        item = self.case.items[goal.address]
        options = [Option(w, w.value, meaning, _KEYS[w]) for w, meaning in WEIGHING_MEANING.items()]
        if self.case.matrix.note(goal.address).weighed.get(goal.hypothesis):
            options.append(Option("take back", "not weighed", "take back what was said", "n"))
        options.append(Option("go", "go to the cell", "rate it again, or write the reason", "g"))

        def chosen(value: object) -> None:
            if value == "go":
                page = self.steps.page
                if page is not None:
                    page.dismiss(goal)
            else:
                self.change(Weigh(goal.address, goal.hypothesis, value if isinstance(value, Weighing) else None))

        asked = f"It contradicts {self._called(goal.hypothesis)}, which leads. What does that come to?"
        self.steps.ask(Chooser(asked, options, intro=[item.text]), chosen)

    def _likelihood(self, hypothesis: str) -> None:
        """Ask for a likelihood in per cent."""
        from workbench.tui.prompts import Ask  # noqa: PLC0415 - off the way to the first paint

        present = self._judged.likelihood.get(hypothesis)

        def given(text: str | None) -> None:
            if text is None:
                return
            share = percent(text)
            if text and share is None:
                self.say(f"Not a likelihood: “{text}”. Write per cent from 0 to 100, as in 60 or 12.5.", alarm=True)
            elif share != present:
                self.say("")
                self.change(Judge({hypothesis: share}))

        asked = f"How likely is {self._called(hypothesis)}, in per cent?"
        hint = "enter saves, empty takes it away  esc leaves it"
        self.steps.app.push_screen(Ask(asked, "" if present is None else f"{present:g}", hint), given)

    def _to_hundred(self) -> None:
        """Show what scaling would make of the likelihoods, and do it where that is wanted."""
        from workbench.analysis.heuer.judging import to_hundred  # noqa: PLC0415 - off the way to the first paint

        present = self._judged.likelihood
        try:
            scaled = to_hundred(present)
        except ValueError as problem:
            self.say(f"{problem}.".capitalize(), alarm=True)
            return
        intro = [f"{self._called(h)}: {share:g} → {scaled[h]:g}" for h, share in present.items()]
        options = [
            Option(True, "Scale them", "each by the same factor; u takes it back", "s"),
            Option(False, "Leave them", "as they are", "l"),
        ]

        def chosen(scale: object) -> None:
            if scale:
                self.change(Judge({h: share for h, share in scaled.items() if share != present[h]}))

        self.steps.ask(Chooser("Make the likelihoods add up to 100?", options, intro=intro), chosen)

    def _confidence(self) -> None:
        """Ask how far the grounds can be relied on."""
        options = [Option(c, c.value, meaning, c.value[0]) for c, meaning in CONFIDENCE_MEANING.items()]
        if self._judged.confidence:
            options.append(Option("", "none", "take back what was said", "n"))

        def chosen(value: object) -> None:
            self.change(Judge(confidence=value if isinstance(value, Confidence) else ""))

        self.steps.ask(Chooser("How much confidence does the judgement deserve?", options), chosen)

    def _write(self, asked: str, present: str, field: str) -> None:
        """Ask for a text of the judgement."""
        from workbench.tui.prompts import Write  # noqa: PLC0415 - off the way to the first paint

        def written(text: str | None) -> None:
            if text is not None and text != present:
                self.change(Judge(because=text) if field == "because" else Judge(differs_because=text))

        self.steps.app.push_screen(Write(asked, present, "enter saves  esc leaves it as it was"), written)


def look_up(root: Path, case: Case, told: Callable[[int], None]) -> None:
    """Ask git how many ratings changed since a judgement; `told` hears of it in this loop, if it is known."""
    loop = asyncio.get_running_loop()

    def found() -> None:
        from workbench.revisions.judging import rated_since  # noqa: PLC0415 - off the way to the first paint

        if number := rated_since(root, case):
            with contextlib.suppress(RuntimeError):  # the program has ended meanwhile
                loop.call_soon_threadsafe(told, number)

    # A thread that ends with the program: a long history must not keep it from quitting.
    with contextlib.suppress(RuntimeError):  # no thread to be had: the number stays unknown
        threading.Thread(target=found, name="counting ratings that changed", daemon=True).start()


def percent(text: str) -> float | None:
    """Per cent as typed, with or without its sign and with point or comma; nothing where it is no such number."""
    try:
        share = float(text.strip().removesuffix("%").strip().replace(",", "."))
    except ValueError:
        return None
    return share if math.isfinite(share) and 0 <= share <= 100 else None
