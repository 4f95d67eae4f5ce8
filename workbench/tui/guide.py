"""The help: keys, what a rating says, what the marks mean, and how it is scored."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from workbench.analysis.heuer import GUIDANCE
from workbench.analysis.methods import METHODS
from workbench.model import RATING_MEANING, RATING_QUESTION
from workbench.report.ratingsheet import RULES
from workbench.tui import cells, doing, head, keys, stepbar, words
from workbench.tui.doing.deed import Deed
from workbench.tui.leaf import Leaf
from workbench.tui.pieces import Line, Piece, Tone, line
from workbench.tui.steppage import ALWAYS

LEAST = 24
"""Cells below which the help is not wrapped any more."""

_RATING = f"{RULES} A cell nobody rated is neither N nor NA."

_MARKS = (
    (cells.CURSOR, "the row under the cursor; its current cell stands in [brackets]"),
    (stepbar.HERE, "the step you are in; behind a step what is left in it: 2 to do, or 3? to think over"),
    (cells.EMPTY, "a cell nobody has rated"),
    (cells.STALE, "stale: the row was rated against an older wording; y says that it still holds"),
    (cells.UNCONFIRMED, "unconfirmed: no record of the wording the row was rated against; y makes one"),
    (cells.TRIED, "what-if: the row is tried otherwise than it is saved; a changed cell says both, as in C→I"),
    ("B2", "Admiralty grade: the weaker of source and origin A to F, and credibility 1 to 6; ? where none is given"),
    ("▁▃▄▆█", "the row's weight, 0.5 to 2: credibility times relevance"),
    (head.LEADER, "leads under both weightings, plain and with every voice counted once"),
    (head.SOMETIMES, "leads under some of these counts only"),
    (head.LITTLE, "little tested: fewer than half the rows that bear on the best-covered hypothesis bear on it"),
    ("1=", "a shared rank; – where nothing bears on the hypothesis, which then never leads"),
)

_BLIND = (
    "Until every cell is rated, the screen shows no scores, ranks or colleagues' ratings, and the rows stand as in the "
    "files: an answer in view steers the ratings. v shows them earlier, and the matrix records for which rows. T shows "
    "what colleagues rated in the rows you have rated, or, where the question is blind by matrix, once you rated all."
)

_ANSWER = (
    "Points are inconsistency: 0 is best, and support never counts. They are no probabilities. Ties are ties. "
    "Contradict / bear on: how many rows speak against the hypothesis, of those that bear on it (CC, C, I, II). "
    "Coverage: the share of all rows that bear on it. The method makes a judgement traceable; research does not show "
    "that it makes it more accurate."
)


def guide(width: int, step: int = 0) -> Leaf:
    """The help for a width; on a very narrow screen its lines are cut rather than wrapped.

    Args:
        width: cells there are.
        step: the number of the step one is in: what it asks and its keys come first. 0 on the matrix.
    """
    width = max(width - 2, LEAST)
    lines = [
        *(_step(step, width) if step else ()),
        *_section("What a rating says", width, _rating(width)),
        *(made for group, members in keys.groups() for made in _section(group, width, _keys(members, width))),
        *(made for title, deeds in keys.of_pages() for made in _section(title, width, _deeds(deeds, width))),
        *_section("Marks", width, (made for mark, text in _MARKS for made in _entry(mark, text, width))),
        *_section("The first pass is blind", width, _prose(_BLIND, width)),
        *_section("How it is scored", width, _scoring(width)),
    ]
    return Leaf([line(" ", *made.pieces) for made in lines])


def _step(number: int, width: int) -> Iterator[Line]:
    """What a step asks of the analyst, and what can be done on its page."""
    asked, does = GUIDANCE[number - 1], doing.of(number)
    yield from _section(f"{number} {asked.name}", width, _prose(asked.text, width))
    for hint in asked.hints:
        yield from _prose(hint, width)
    yield from _deeds((*does.DEEDS, *ALWAYS), width)


def _section(title: str, width: int, lines: Iterable[Line]) -> Iterator[Line]:
    yield line("")
    yield line(Piece(words.cut(title, width), Tone.HEADING))
    yield from lines


def _rating(width: int) -> Iterator[Line]:
    yield from _prose(RATING_QUESTION, width)
    for rating, meaning in RATING_MEANING.items():
        first, *rest = words.wrapped(meaning, width - 8, 4)
        yield line("  ", Piece(words.centred(rating.value, 4), Tone(rating.value)), f"  {first}")
        yield from (line(" " * 8, part) for part in rest)
    yield from _prose(_RATING, width)


def _keys(members: Iterable[keys.Key], width: int) -> Iterator[Line]:
    for key in members:
        yield from _entry(keys.all_shown(key) or ": by name", key.tip, width, Tone.KEY)


def _deeds(deeds: Iterable[Deed], width: int) -> Iterator[Line]:
    for deed in deeds:
        yield from _entry(keys.shown(deed.key), deed.tip, width, Tone.KEY)


def _entry(mark: str, text: str, width: int, tone: Tone = Tone.STRONG) -> Iterator[Line]:
    left = min(22, max(8, width // 3))
    for place, part in enumerate(words.wrapped(text, width - left - 2, 6)):
        yield line("  ", Piece(words.padded(mark if place == 0 else "", left - 1), tone), " ", part)


def _prose(text: str, width: int) -> Iterator[Line]:
    yield from (line(f"  {part}") for part in words.wrapped(text, min(width - 2, 100), 20))


def _scoring(width: int) -> Iterator[Line]:
    yield from _prose(_ANSWER, width)
    for method in METHODS.values():
        yield line("")
        yield line("  ", Piece(words.cut(method.title, width - 2), Tone.STRONG))
        for text in (method.formula, f"Source: {method.source}", f"Ignores: {method.ignores}"):
            yield from _prose(text, width)
