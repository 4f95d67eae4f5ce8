"""What-if on the screen: its mark, who leads before and after, and the figures of both side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from workbench.analysis import points, ranking
from workbench.analysis.methods import DEFAULT, EQUAL_WEIGHTS
from workbench.analysis.standing import Standing
from workbench.tui import words
from workbench.tui.entries import names
from workbench.tui.pieces import Line, Piece, Tone, joined, line, spread
from workbench.tui.shape import Columns
from workbench.tui.trial import Trial

WIDE, NARROW = " → ", "→"
"""Between before and after: with room, and where there is little."""

Figure = Callable[[Standing, str], str]
"""What a standing says of a hypothesis."""


def mark(trial: Trial, width: int) -> Piece:
    """Instead of the saved mark: that nothing of this is saved."""
    changes = trial.changes
    counted = f"{changes} change{'' if changes == 1 else 's'}, not saved " if changes else ""
    return Piece(f" WHAT-IF {counted if width >= 60 else ''}", Tone.FOUND, "what_if")


def progress(trial: Trial, now: Standing | None, width: int) -> Line:
    """Who leads, before and after, and how to end it."""
    before, after = (names(s, s.methods[DEFAULT].leading) for s in (trial.before, now or trial.before))
    told = f"{before} → {after}" if before != after else f"{after}, as before"
    ending = (Piece(" w", Tone.KEY, "what_if"), Piece(" keep or throw away ", Tone.MUTED, "what_if"))
    left = joined([(Piece(" What-if", Tone.HEADING),), (Piece(f"leads: {told}", Tone.STRONG),)])
    fits = width >= 40 + words.width_of(told)
    return line(*spread(left, ending if fits else (), width))


class Figures:
    """The figures of the hypotheses seen, before → after; what did not change stands once."""

    def __init__(self, trial: Trial, now: Standing, seen: Sequence[str], columns: Columns) -> None:
        self._before, self._now, self._seen = trial.before, now, seen
        self._room = max(1, columns.cell - 1)

    def lines(self, limit: int) -> Iterator[tuple[str, list[tuple[Piece, ...]]]]:
        """Labels, and a figure for each hypothesis; the most important first, as many as there is room for."""
        made = [made for label, figure in self._figures() for made in self._pair(label, figure)]
        yield from made[:limit]

    def _figures(self) -> Iterator[tuple[str, Figure]]:
        yield "points weighted", self._points(DEFAULT)
        yield "rank", lambda s, h: ranking.label(s.methods[DEFAULT].ranks, h)
        yield "points at equal weights", self._points(EQUAL_WEIGHTS)
        yield "contradict/bear on", lambda s, h: f"{s.contradicts[h]}/{s.bears_on[h]}"
        yield "coverage", lambda s, h: f"{s.coverage[h]:.0%}"

    def _points(self, method: str) -> Figure:
        """Points with as many decimals as keep all of them apart, those before and those after."""
        scores = [standing.methods[method].scores for standing in (self._before, self._now)]
        places = points.decimals(total for totals in scores for total in totals.values())
        return lambda standing, h: standing.methods[method].scores[h].text(places)

    def _pair(self, label: str, figure: Figure) -> Iterator[tuple[str, list[tuple[Piece, ...]]]]:
        """One line with both; where a column is too narrow for that, two of points, and of others what is now.

        Rather none than cut figures.
        """
        was, now = ([figure(standing, h) for h in self._seen] for standing in (self._before, self._now))
        both = list(zip(self._seen, was, now, strict=True))
        widest = max((words.width_of(a + b) for _, a, b in both if a != b), default=0)
        for margin, between in ((" ", WIDE), (" ", NARROW), ("", NARROW)):
            if len(margin) + widest + len(between) <= self._room:
                yield label, [self._both(h, a, b, margin, between) for h, a, b in both]
                return
        if max(map(words.width_of, (*was, *now)), default=0) >= self._room:
            return
        if label.startswith("points"):
            yield f"{label}, saved", [(Piece(f" {text}", Tone.MUTED),) for text in was]
        yield f"{label}, what-if", [self._both(h, "" if a != b else b, b, " ", "") for h, a, b in both]

    def _both(self, hypothesis: str, was: str, now: str, margin: str, between: str) -> tuple[Piece, ...]:
        tone = Tone.LEAD if hypothesis in self._now.methods[DEFAULT].leading else Tone.TEXT
        if was == now:
            return (Piece(f"{margin}{now}", tone),)
        changed = Tone.LEAD if tone is Tone.LEAD else Tone.WARN
        return (Piece(f"{margin}{was}{between}", Tone.MUTED), Piece(now, changed))
