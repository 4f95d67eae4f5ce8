"""The head of the matrix: the hypotheses and, once rating is done, how each of them stands."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache, partial

from workbench.analysis import points, ranking
from workbench.analysis.standing import Standing
from workbench.model import Hypothesis, Rating
from workbench.tui import cells, words
from workbench.tui.compared import Figures
from workbench.tui.desk import Desk
from workbench.tui.pieces import BLANK, Ground, Line, Piece, Tone, fitted, line
from workbench.tui.shape import SCROLL, TWO_FIGURES, Columns, Shape

LEADER, SOMETIMES = "◆", "◇"
"""Marks of a hypothesis that leads however it is counted, and of one that leads under some counts only."""

DEFAULT, EQUAL = "parc-weighted", "inconsistency-count"
LITTLE = "!"
"""Stands behind the coverage of a hypothesis that is little tested."""

_BLOCKS = " ▏▎▍▌▋▊▉█"


@lru_cache(maxsize=1024)
def bar(share: float, width: int) -> str:
    """A bar of `share` (0 to 1) of `width` cells, in eighths of a cell."""
    whole, eighths = divmod(round(max(0.0, min(1.0, share)) * width * 8), 8)
    return "█" * whole + (_BLOCKS[eighths] if eighths else "")


def names(desk: Desk, columns: Columns, shape: Shape) -> list[Line]:
    """The hypotheses, over their columns."""
    return list(_names(desk, columns, shape.header))


def figures(desk: Desk, columns: Columns, shape: Shape) -> list[Line]:
    """How each of them stands, and the line under the head."""
    rule = [line(Piece("─" * (columns.width + SCROLL), Tone.RULE))] if shape.rule else []
    return [made._replace(ground=Ground.HEAD) for made in _figures(desk, columns, shape.figures)] + rule


def _seen(desk: Desk, columns: Columns) -> Sequence[Hypothesis]:
    return desk.hypotheses[columns.first : columns.first + columns.seen]


def _names(desk: Desk, columns: Columns, limit: int) -> Sequence[Line]:
    seen, leading = _seen(desk, columns), _leading(desk)
    shown = tuple(h.short or h.id for h in seen)
    return _name_lines(shown, tuple(leading.get(h.id, " ") for h in seen), columns, desk.column - columns.first, limit)


@lru_cache(maxsize=256)
def _name_lines(
    shown: tuple[str, ...], marks: tuple[str, ...], columns: Columns, current: int, limit: int
) -> tuple[Line, ...]:
    """The names over their columns, in as many lines as they need; the leaders and the current column marked."""
    wrapped = [words.wrapped(name, columns.cell - 2, limit, hyphen="-") for name in shown]
    height = max((len(name) for name in wrapped), default=1)
    return tuple(_name_line(wrapped, marks, columns, current, place) for place in range(max(1, height)))


def _name_line(
    wrapped: Sequence[Sequence[str]], marks: Sequence[str], columns: Columns, current: int, place: int
) -> Line:
    pieces = list(fitted(_corner(columns) if place == 0 else (), columns.evidence))
    for number, (name, mark) in enumerate(zip(wrapped, marks, strict=True)):
        text = name[place] if place < len(name) else ""
        tone = Tone.COLUMN if number == current else Tone.LEAD if mark == LEADER else Tone.STRONG
        pieces += [Piece(mark if place == 0 else " ", Tone.LEAD), Piece(text, tone)]
        pieces.append(Piece(" " * (columns.cell - 1 - words.width_of(text))))
    return line(*pieces, ground=Ground.HEAD)


def _corner(columns: Columns) -> tuple[Piece, ...]:
    """Beside the names: which columns are seen where not all are, else what the letters look like."""
    if columns.seen < columns.total:
        last = columns.first + columns.seen
        back, on = "‹ " if columns.first else "  ", " ›" if last < columns.total else ""
        arrows = f"{back}{columns.first + 1}–{last} of {columns.total}{on}"
        return (Piece(f"  {arrows}" if columns.evidence >= cells.SHORT else arrows, Tone.ACCENT),)
    legend = [Piece(f" {rating.value} ", Tone(rating.value)) for rating in Rating]
    spaced = [piece for chip in legend for piece in (chip, Piece(" "))]
    return (Piece("  "), *spaced) if sum(p.width for p in spaced) + 2 <= columns.evidence else ()


def _leading(desk: Desk) -> dict[str, str]:
    """The mark of each hypothesis that leads: under both weightings, plain and with every voice counted once."""
    if desk.standing is None:
        return {}
    weighted, equal = (desk.standing.methods[m] for m in (DEFAULT, EQUAL))
    counts = (weighted.leading, weighted.leading_adjusted, equal.leading)
    always = set(counts[0]).intersection(*counts[1:])
    return {h: LEADER if h in always else SOMETIMES for leading in counts for h in leading}


def _figures(desk: Desk, columns: Columns, limit: int) -> list[Line]:
    if not limit or not desk.hypotheses:
        return []
    if desk.waiting:
        return []
    if desk.standing is None:
        return [_line(columns, "cells rated", [(Piece(_rated(desk, h)),) for h in _seen(desk, columns)])]
    if desk.trial is not None:
        seen = [h.id for h in _seen(desk, columns)]
        compared = Figures(desk.trial, desk.standing, seen, columns).lines(limit)
        return [_line(columns, label, figures) for label, figures in compared]
    figures = _Figures(desk, columns, desk.standing)
    if limit >= 5:
        return figures.roomy()
    if columns.cell >= TWO_FIGURES:
        return figures.compact()[:limit]
    return figures.narrow()[:limit]


def _rated(desk: Desk, hypothesis: Hypothesis) -> str:
    return f" {desk.rated_cells[hypothesis.id]}/{desk.cells // len(desk.hypotheses)}"


def _line(columns: Columns, label: str, figures: Sequence[Sequence[Piece]]) -> Line:
    """A line of figures: what they are, then one for each column seen."""
    pieces = [*_fitted((Piece(f"  {words.cut(label, columns.evidence - 3)}", Tone.MUTED),), columns.evidence)]
    for figure in figures:
        pieces += _fitted(tuple(figure), columns.cell - 1)
        pieces.append(BLANK)
    return Line(tuple(pieces))


@lru_cache(maxsize=2048)
def _fitted(pieces: tuple[Piece, ...], width: int) -> tuple[Piece, ...]:
    """`fitted`, remembered: a rating changes the figures of one column, and all the others stand."""
    return tuple([piece for piece in fitted(pieces, width) if piece.text])


class _Figures:
    """What the head says about each hypothesis seen."""

    def __init__(self, desk: Desk, columns: Columns, standing: Standing) -> None:
        self.columns, self.standing = columns, standing
        self.ids = [h.id for h in _seen(desk, columns)]
        self.texts = {m: points.texts(dict(standing.methods[m].scores)) for m in (DEFAULT, EQUAL)}
        self.sizes = {m: {h: float(p) for h, p in standing.methods[m].scores.items()} for m in (DEFAULT, EQUAL)}
        self.most = {m: max(sizes.values(), default=0) or 1 for m, sizes in self.sizes.items()}
        self.figure = max((len(text) for m in self.texts for text in self.texts[m].values()), default=1)

    def roomy(self) -> list[Line]:
        """A line for everything."""
        room = max(0, self.columns.cell - self.figure - 4)
        return [
            self._line("points weighted, 0 is best", lambda h: self._points(h, DEFAULT, room)),
            self._line("points at equal weights", lambda h: self._points(h, EQUAL, room)),
            self._line("rank", self._rank),
            self._line("contradict it / bear on it", lambda h: [Piece(f" {self._counts(h)}")]),
            self._line("coverage", lambda h: [Piece(f" {self._coverage(h)}")]),
        ]

    def compact(self) -> list[Line]:
        """Two lines: both points; rank, counts and coverage."""
        return [
            self._line("points  weighted | equal", self._both),
            self._line("rank  contradict/bear on  coverage", self._short),
        ]

    def narrow(self) -> list[Line]:
        """What fits into a narrow column, the most important first; rather less than cut figures."""
        room = self.columns.cell - 2
        lines = (
            ("points weighted|equal", {h: f"{self.texts[DEFAULT][h]}|{self.texts[EQUAL][h]}" for h in self.ids}),
            ("points weighted", {h: self.texts[DEFAULT][h] for h in self.ids}),
            ("rank  coverage", {h: f"{self._label(h)} {self._coverage(h)}" for h in self.ids}),
            ("rank", {h: self._label(h) for h in self.ids}),
            ("coverage", {h: self._coverage(h) for h in self.ids}),
            ("contradict/bear on", {h: self._counts(h) for h in self.ids}),
        )
        fitting = [(label, t) for label, t in lines if all(len(text) <= room for text in t.values())]
        said = [(label, t) for i, (label, t) in enumerate(fitting) if not any(label in of for of, _ in fitting[:i])]
        return [self._line(label, partial(self._text, t)) for label, t in said]

    def _text(self, texts: Mapping[str, str], hypothesis: str) -> list[Piece]:
        return [Piece(f" {texts[hypothesis]}", self._tone(hypothesis))]

    def _line(self, label: str, figure: Callable[[str], Sequence[Piece]]) -> Line:
        return _line(self.columns, label, [figure(h) for h in self.ids])

    def _tone(self, hypothesis: str) -> Tone:
        return Tone.LEAD if hypothesis in self.standing.methods[DEFAULT].leading else Tone.TEXT

    def _points(self, hypothesis: str, method: str, room: int) -> list[Piece]:
        share = self.sizes[method][hypothesis] / self.most[method]
        number = Piece(f" {self.texts[method][hypothesis]:>{self.figure}} ", self._tone(hypothesis))
        return [number, Piece(bar(share, room), Tone.BAR)]

    def _both(self, hypothesis: str) -> list[Piece]:
        weighted, equal = (self.texts[m][hypothesis] for m in (DEFAULT, EQUAL))
        room = max(0, self.columns.cell - 2 * self.figure - 6)
        share = self.sizes[DEFAULT][hypothesis] / self.most[DEFAULT]
        drawn = bar(share, room) if room else ""
        return [
            Piece(f" {weighted:>{self.figure}} ", self._tone(hypothesis)),
            Piece(f"{drawn:<{room}}", Tone.BAR),
            Piece("│", Tone.MUTED),
            Piece(f" {equal}", self._tone(hypothesis)),
        ]

    def _label(self, hypothesis: str) -> str:
        return ranking.label(self.standing.methods[DEFAULT].ranks, hypothesis)

    def _rank(self, hypothesis: str) -> list[Piece]:
        remark = ""
        if hypothesis in self.standing.not_tested:
            remark = "not tested"
        elif hypothesis in self.standing.little_tested:
            remark = "little tested"
        label = Piece(f" {self._label(hypothesis):<3}", self._tone(hypothesis))
        fits = label.width + len(remark) < self.columns.cell
        return [label, Piece(remark, Tone.WARN)] if fits else [label]

    def _counts(self, hypothesis: str) -> str:
        return f"{self.standing.contradicts[hypothesis]}/{self.standing.bears_on[hypothesis]}"

    def _coverage(self, hypothesis: str) -> str:
        mark = LITTLE if hypothesis in self.standing.little_tested else ""
        return f"{self.standing.coverage[hypothesis]:.0%}{mark}"

    def _short(self, hypothesis: str) -> list[Piece]:
        rank = Piece(f" {self._label(hypothesis):<2} ", self._tone(hypothesis))
        tone = Tone.WARN if hypothesis in self.standing.little_tested else Tone.TEXT
        return [rank, Piece(f"{self._counts(hypothesis)} ", Tone.TEXT), Piece(self._coverage(hypothesis), tone)]
