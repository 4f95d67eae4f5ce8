"""Going through the pairs of hypotheses: exclusive, overlapping, or one including the other.

Only what is not exclusive stands in the files. That a pair was looked at and found exclusive is kept as long as the
program runs and both statements stay as they are, so that it is not asked twice.
"""

from __future__ import annotations

from workbench.analysis.heuer.hypotheses import Pair, pairs
from workbench.model import Hypothesis
from workbench.model.authoring import SetOverlap
from workbench.tui import words
from workbench.tui.chooser import Chooser, Option
from workbench.tui.doing.deed import Doing
from workbench.tui.doing.filled import fill, text
from workbench.tui.doing.hypothesisform import name
from workbench.tui.forms.field import Field, Shape

TOLD_APART = "How they are told apart: what would be seen under the one and not under the other."

TOLD = 220
"""Characters that are told of a hypothesis, so that there is room for the answers."""

NAMED = 32
"""Cells of a name in an answer."""

Looked = frozenset[tuple[str, str]]
"""Two hypotheses by id and statement."""


class Pairs:
    """Asks about the pairs one by one."""

    def __init__(self, doing: Doing) -> None:
        self._doing = doing
        self._exclusive: set[Looked] = set()

    @property
    def _pairs(self) -> tuple[Pair, ...]:
        return pairs(self._doing.question)

    def begin(self) -> None:
        """Ask about the first pair that was not looked at yet, and go on from there; from the first where all were."""
        found = self._pairs
        if not found:
            self._doing.say("There are no two hypotheses that could overlap yet: a adds one.")
            return
        self._ask(next((n for n, pair in enumerate(found) if not self._is_looked_at(pair)), 0), on=True)

    def one(self, one: str, other: str) -> None:
        """Ask about one pair alone."""
        for place, pair in enumerate(self._pairs):
            if {pair.one, pair.other} == {one, other}:
                self._ask(place, on=False)

    def _looked(self, pair: Pair) -> Looked:
        known = self._doing.question.hypotheses
        return frozenset((id_, known[id_].statement) for id_ in (pair.one, pair.other))

    def _is_looked_at(self, pair: Pair) -> bool:
        return pair.overlap is not None or self._looked(pair) in self._exclusive

    def _ask(self, place: int, *, on: bool) -> None:
        """Ask about a pair; where it goes on, about the next one after it."""
        found = self._pairs
        if place >= len(found):
            self._sum_up(found)
            return
        pair = found[place]
        one, other = (self._doing.question.hypotheses[id_] for id_ in (pair.one, pair.other))

        def chosen(answer: object) -> None:
            match answer:
                case "exclusive":
                    self._exclude(pair, place, on=on)
                case "next":
                    self._ask(place + 1, on=on)
                case "back":
                    self._ask(max(0, place - 1), on=on)
                case str(begun):
                    self._tell_apart(pair, place, begun, on=on)

        title = f"Pair {place + 1} of {len(found)}: can both be true?"
        self._doing.steps.ask(
            Chooser(title, _options(one, other, place, len(found), on=on), intro=self._intro(pair, one, other)), chosen
        )

    def _intro(self, pair: Pair, one: Hypothesis, other: Hypothesis) -> list[str]:
        noted = "Looked at: exclusive." if self._looked(pair) in self._exclusive else ""
        noted = f"Noted: {pair.overlap.because}" if pair.overlap else noted
        told = [*(f"{name(h)}: {h.statement}" for h in (one, other)), *filter(None, (noted,))]
        return [words.cut(text, TOLD) for text in told]

    def _exclude(self, pair: Pair, place: int, *, on: bool) -> None:
        """Take them to be exclusive; what is noted of their overlap goes."""

        def taken(_: object = None) -> None:
            self._exclusive.add(self._looked(pair))
            self._on(place, on=on)

        if pair.overlap is None:
            taken()
        else:
            change = SetOverlap(self._doing.question.id, (pair.one, pair.other), "")
            self._doing.write(change, said="Taken to be exclusive.", done=taken)

    def _tell_apart(self, pair: Pair, place: int, begun: str, *, on: bool) -> None:
        """Ask how they are told apart, with the first words where there are any."""
        question = self._doing.question
        names = [name(question.hypotheses[id_]) for id_ in (pair.one, pair.other)]
        present = pair.overlap.because if pair.overlap else ""
        because = present if present.startswith(begun) else begun + present
        field = Field("because", "told apart", because, Shape.TEXT, TOLD_APART, needed=True)
        fill(
            self._doing,
            f"{names[0]} and {names[1]} are not exclusive",
            [field],
            lambda values: [SetOverlap(question.id, (pair.one, pair.other), text(values, "because"))],
            said="Noted.",
            intro=[f"{name(h)}: {h.statement}" for h in map(question.hypotheses.__getitem__, (pair.one, pair.other))],
            done=lambda _: self._on(place, on=on),
            left=lambda: self._ask(place, on=on),
        )

    def _on(self, place: int, *, on: bool) -> None:
        if on:
            self._ask(place + 1, on=True)

    def _sum_up(self, found: tuple[Pair, ...]) -> None:
        """Say what came of it: what was looked at is not kept where it is exclusive."""
        noted = sum(pair.overlap is not None for pair in found)
        open_ = sum(not self._is_looked_at(pair) for pair in found)
        exclusive = len(found) - noted - open_
        told = f"{noted} not exclusive, {exclusive} looked at and exclusive, {open_} not looked at"
        self._doing.say(f"Pairs: {told}. Only what is not exclusive stands in the file.")


def _options(one: Hypothesis, other: Hypothesis, place: int, count: int, *, on: bool) -> list[Option]:
    first, second = (words.cut(name(h), NAMED) for h in (one, other))
    options = [
        Option("exclusive", "They are exclusive", "if one is true, the other is not", "e"),
        Option("", "They overlap", "both can be true: asks how they are told apart", "o"),
        Option(f"{second} is a part of {first}. ", f"{first} includes {second}", "asks how it is told apart", "f"),
        Option(f"{first} is a part of {second}. ", f"{second} includes {first}", "asks how it is told apart", "s"),
    ]
    if on:
        more = "to the next pair" if place + 1 < count else "that was the last pair"
        options.append(Option("next", "Go on", more, "n"))
        options += [Option("back", "Go back", "to the pair before", "b")] if place else []
    return options
