"""How far single rows move the lead, and how often each hypothesis is first: bars made of blocks."""

from __future__ import annotations

from workbench.analysis import points
from workbench.analysis.methods import DEFAULT
from workbench.analysis.noise import Noise, basis, how_often
from workbench.analysis.points import ZERO
from workbench.analysis.standing import Standing
from workbench.analysis.tornado import Swing, Tornado
from workbench.tui import words
from workbench.tui.entries import names
from workbench.tui.finding import Filter
from workbench.tui.head import LEADER, bar
from workbench.tui.leaf import Draft, Goal
from workbench.tui.pieces import Line, Piece, Tone, line

MOST = 24
"""Rows that the tornado shows; of more it names the number."""

STEADY = "It says how steady the order is if ratings are a step wrong, not how likely a hypothesis is."


class Axis:
    """Cells of a line from the furthest swing to the left to the furthest to the right, in halves of a cell."""

    def __init__(self, found: Tornado, width: int) -> None:
        swings = [float(swing.points) for swing in found.swings]
        self.lowest, highest = min([0.0, -float(found.gap), *swings]), max([0.0, *swings])
        self.width = width
        self._unit = 2 * width / ((highest - self.lowest) or 1.0)
        self.now = self.at(0.0)
        self.level = self.at(-float(found.gap))

    def at(self, swing: float) -> int:
        """The half of a cell at which a swing ends."""
        return max(0, min(2 * self.width, round((swing - self.lowest) * self._unit)))

    def drawn(self, swing: float) -> list[Piece]:
        """The bar of one row: from the gap as it is to the gap without it; a line where who leads changes."""
        ends = sorted((self.now, self.at(swing)))
        start, end = (
            ends if ends[0] != ends[1] else (max(0, ends[0] - 1), ends[0]) if swing < 0 else (ends[0], ends[0] + 1)
        )
        tone = Tone.BAR if swing < 0 else Tone.WEIGHT
        return [self._cell(place, start, end, tone) for place in range(self.width)]

    def _cell(self, place: int, start: int, end: int, tone: Tone) -> Piece:
        left, right = start <= 2 * place < end, start <= 2 * place + 1 < end
        if left or right:
            return Piece("█" if left and right else "▌" if left else "▐", tone)
        if place == min(self.width - 1, self.now // 2):
            return Piece("│", Tone.MUTED)
        return Piece("┊", Tone.WARN) if place == min(self.width - 1, self.level // 2) else Piece(" ")


def tornado(draft: Draft, standing: Standing, found: Tornado) -> None:
    """What the loss of each row does to the gap between the lead and its nearest rival."""
    leader, rival = names(standing, [found.leader]), names(standing, [found.rival])
    gap = f"{leader} has {found.gap} points fewer than {rival}" if found.gap else f"{leader} and {rival} are level"
    draft.heading("How far each row moves the gap", gap)
    if not found.swings:
        draft.prose("No row tells them apart.", Tone.MUTED)
        return
    width = max(6, min(60, draft.width * 2 // 5))
    axis, text = Axis(found, width), max(0, draft.width - width - 12)
    shown = points.texts({swing.address: swing.points for swing in found.swings})
    draft.prose(
        "Bars run from the gap as it is (│) to the gap without the row; at ┊ they tie, past it the rival leads.",
        Tone.MUTED,
    )
    for swing in found.swings[:MOST]:
        draft.write(_bar(standing, swing, shown[swing.address], axis, text), goal=Goal(swing.address))
    if len(found.swings) > MOST:
        every = Filter("rows", f"moves {leader} against {rival}", frozenset(s.address for s in found.swings))
        more = line(f"  and {len(found.swings) - MOST} more rows")
        draft.write(more, goal=Goal(filter=every))


def _bar(standing: Standing, swing: Swing, shown: str, axis: Axis, text: int) -> Line:
    signed = f"+{shown}" if swing.points > ZERO else shown
    told = words.padded(standing.case.items[swing.address].text, text)
    return line("  ", Piece(told), "  ", *axis.drawn(float(swing.points)), Piece(f" {signed:>6}", Tone.MUTED))


def noise(draft: Draft, standing: Standing, found: Noise | None) -> None:
    """In how many perturbed copies each is first, the most first."""
    draft.heading("If ratings are a step wrong", "in how many perturbed copies each is first")
    if found is None:
        draft.prose("working it out …", Tone.MUTED)
        return
    first, leading = found.first, standing.methods[DEFAULT].leading
    ordered = sorted(standing.bears_on, key=lambda h: -first[h])
    told = {h: how_often(found, h) if h not in standing.not_tested else "not tested" for h in ordered}
    left = draft.width - 6 - max(map(len, told.values()))
    name = max(1, min(draft.width // 3, left - 4, max(words.width_of(names(standing, [h])) for h in ordered)))
    room = max(4, min(40, left - name))
    for h in ordered:
        mark = Piece(f" {LEADER if h in leading else ' '} ", Tone.LEAD)
        label = Piece(words.padded(names(standing, [h]), name), Tone.LEAD if h in leading else Tone.TEXT)
        share = first[h] / found.copies
        draft.write(line(mark, label, "  ", Piece(f"{bar(share, room):<{room}}", Tone.WEIGHT), f" {told[h]}"))
    draft.prose(f"{basis(found)} {STEADY}", Tone.MUTED)
