"""The indicator board: what to watch for and by when, what became of it, and how likely it is under each hypothesis."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from workbench.analysis.dating import period
from workbench.analysis.heuer.indicators import LIKELY, OPEN, Watched, watched
from workbench.analysis.names import listed
from workbench.model import Case
from workbench.report.picture import Ink, Picture
from workbench.report.pictures.board import Board, BoardBand, BoardRow, Tile, drawn
from workbench.report.pictures.legend import legend

OVERDUE = "overdue"

_STATUSES = {
    OVERDUE: "Overdue: open, and its date is past",
    OPEN: "Open",
    "seen": "Seen",
    "not-seen": "Not seen: its time is over",
    "dropped": "Dropped: no longer watched for",
}

_INKS = {
    "HL": Ink.STRONGLY_CONSISTENT,
    "L": Ink.CONSISTENT,
    "C": Ink.NEUTRAL,
    "U": Ink.INCONSISTENT,
    "HU": Ink.STRONGLY_INCONSISTENT,
}


def indicator_board(case: Case, today: date) -> Picture | None:
    """The indicators of a question by their state and by their date; nothing where there is none.

    Args:
        case: of the question.
        today: the day on which what is overdue is found; the same day gives the same picture.
    """
    found = watched(case, today)
    if not found:
        return None
    by: dict[str, list[Watched]] = {status: [] for status in _STATUSES}
    for one in found:
        by[state(one)].append(one)
    board = Board(
        columns=("by", "what would be seen"),
        names=tuple(h.short or h.id for h in case.hypotheses),
        bands=tuple(
            BoardBand(_STATUSES[status], tuple(_row(case, one, status) for one in sorted(some, key=_due)))
            for status, some in by.items()
            if some
        ),
    )
    y, shapes = drawn(board)
    y, key = legend(board.width, y + 6, _meanings(found))
    return Picture("indicators", _caption(by, today), _words(case, by), board.width, y, (*shapes, *key))


def state(one: Watched) -> str:
    """What became of an indicator: `overdue` is open and past; what the file says and nobody knows counts as open."""
    if one.overdue:
        return OVERDUE
    return one.indicator.status if one.indicator.status in _STATUSES else OPEN


def _due(one: Watched) -> tuple[bool, date, str]:
    found = period(one.indicator.by)
    end = found.end if found else None
    return (end is None, end or date.max, one.indicator.id)


def _row(case: Case, one: Watched, status: str) -> BoardRow:
    tiles = tuple(_tile(one.likely.get(h.id)) for h in case.hypotheses)
    return BoardRow((one.indicator.by or "no date",), one.indicator.statement, tiles, quiet=status == "dropped")


def _tile(letters: str | None) -> Tile:
    if letters is None:
        return Tile("·", dotted=True)
    return Tile(letters, _INKS[letters], bold=letters == "HU")


def _meanings(found: Sequence[Watched]) -> list[tuple[str, Ink, str]]:
    meant = [(letters, _INKS[letters], words) for letters, words in LIKELY.items()]
    return [*meant, ("·", Ink.UNRATED, "not given")] if any(one.missing for one in found) else meant


def _caption(by: Mapping[str, Sequence[Watched]], today: date) -> str:
    """How many are in which state, and what is due next."""
    words = {OVERDUE: "overdue", OPEN: "open", "seen": "seen", "not-seen": "not seen", "dropped": "dropped"}
    counts = listed([f"{len(by[status])} {said}" for status, said in words.items() if by[status]])
    number = sum(map(len, by.values()))
    waiting = sorted((one for one in by[OPEN] if not _due(one)[0]), key=_due)
    due = f" Due next: {waiting[0].indicator.by}." if waiting else ""
    return f"Of {number} {'indicator' if number == 1 else 'indicators'}, on {today.isoformat()}: {counts}.{due}"


def _words(case: Case, by: Mapping[str, Sequence[Watched]]) -> str:
    """Each with its date, its state and how likely it is under each hypothesis."""
    said = []
    for status, some in by.items():
        for one in sorted(some, key=_due):
            likely = ", ".join(f"{h.id} {one.likely.get(h.id, '·')}" for h in case.hypotheses)
            when = f"by {one.indicator.by}" if one.indicator.by else "no date"
            said.append(f"{one.indicator.id}, {when}, {status.replace('-', ' ')}: {likely}.")
    return " ".join(said)
