"""Entries of a leaf: what is changed, in which row, and who leads then."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from workbench.analysis.standing import Standing
from workbench.tui import words
from workbench.tui.finding import Filter
from workbench.tui.leaf import Draft, Goal
from workbench.tui.pieces import Line, Piece, Tone, fitted, line

TOLD = 44
"""Cells of a row's text that are enough to know it by; where there are fewer the text has a line of its own."""

_ARROW = 4
"""Cells of the arrow before who leads then."""

LITTLE = "!"
"""Stands behind a hypothesis that is little tested."""


class Entry(NamedTuple):
    """A change, the row or rows it is made in, who leads then, and where enter goes."""

    what: str
    text: str
    then: str
    goal: Goal


def write(draft: Draft, entries: Sequence[Entry]) -> None:
    """Write entries below one another: in columns where those tell enough, else with the row's text below."""
    made = [e._replace(what=words.plain(e.what), text=words.plain(e.text), then=words.plain(e.then)) for e in entries]
    what = max((words.width_of(e.what) for e in made), default=0)
    text = max((words.width_of(e.text) for e in made), default=0)
    most = draft.width - 2 - min(what, draft.width * 2 // 5)
    then = max((n for e in made if (n := words.width_of(e.then) + _ARROW) <= most and e.then), default=0)
    room = draft.width - 4 - what - then
    for entry in made:
        if words.width_of(entry.then) + _ARROW > max(then, _ARROW):
            lines = list(_below(entry, draft.width))
        elif room >= min(text, TOLD):
            lines = [_columns(entry, what, min(room, text), then)]
        else:
            lines = list(_stacked(entry, draft.width, then))
        draft.write(*lines, goal=entry.goal)


def _columns(entry: Entry, what: int, text: int, then: int) -> Line:
    """What is changed, where, and who leads then, beside one another."""
    told = words.padded(entry.text, text)
    return line("  ", Piece(words.padded(entry.what, what), Tone.STRONG), "  ", told, *_then(entry, then))


def _stacked(entry: Entry, width: int, then: int) -> Iterator[Line]:
    """What is changed and who leads then; where on the same line only if that fits beside it whole."""
    room = width - 2 - then
    beside = words.width_of(entry.what) + 2 + words.width_of(entry.text) <= room
    first = (Piece(entry.what, Tone.STRONG), Piece(f"  {entry.text}" if beside else ""))
    yield line("  ", *fitted(first, room), *_then(entry, then))
    if not beside:
        yield line("    ", Piece(words.cut(entry.text, width - 4)))


def _below(entry: Entry, width: int) -> Iterator[Line]:
    """Who leads then on a line of its own, below all the rest."""
    yield from _stacked(entry._replace(then=""), width, 0)
    yield line("  ", *_then(entry, width - 2))


def _then(entry: Entry, room: int) -> tuple[Piece, ...]:
    if not entry.then:
        return ()
    return (Piece("  → ", Tone.MUTED), Piece(words.cut(entry.then, room - _ARROW), Tone.LEAD))


def names(standing: Standing, hypotheses: Iterable[str]) -> str:
    """Who leads, in a few words: several tie; little tested ones are marked."""
    known = standing.case.question.hypotheses
    shown = (words.cut(known[h].short or h, 24) + LITTLE * (h in standing.little_tested) for h in hypotheses)
    return ", ".join(shown) or "nobody"


def then(standing: Standing, before: Sequence[str], after: Sequence[str]) -> str:
    """Who leads after a change, in a few words."""
    joined = [h for h in after if h not in before]
    if joined and len(joined) + len(before) == len(after):
        return f"{'ties with' if len(before) == 1 else 'joined by'} {names(standing, joined)}"
    return f"{'' if joined else 'only '}{names(standing, after)}"


def rows(standing: Standing, addresses: Sequence[str], said: str = "") -> tuple[str, Goal]:
    """One row by its text, several by their number; enter shows these rows alone."""
    first, case = addresses[0], standing.case
    if len(addresses) == 1:
        return case.items[first].text, Goal(first)
    return f"{len(addresses)} rows", Goal(filter=Filter("rows", said, frozenset(addresses)))
