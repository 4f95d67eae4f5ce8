"""Step 2 as a leaf: the evidence by source, each with its grade, and what it lacks. Nothing of ratings stands here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from workbench.model import Item, Source
from workbench.tui import queue, words
from workbench.tui.finding import Filter
from workbench.tui.leaf import Draft, File, Goal, Leaf
from workbench.tui.look import Look
from workbench.tui.pieces import Line, Piece, Tone, line
from workbench.tui.queue import LISTED, Group
from workbench.tui.reader import Made
from workbench.tui.stepbar import EVIDENCE

SOURCES = 300
"""Sources that are listed at most."""

_OPEN = 30
"""Items of a source that are listed at most where there are many of them."""

Sources = Mapping[str, Sequence[Item]]


def made(look: Look) -> Made:
    """Sort the items by source, and find what they lack."""
    sources: dict[str, list[Item]] = {}
    for item in look.case.items.values():
        sources.setdefault(item.source, []).append(item)
    return partial(leaf, look, sources, queue.grouped(look.tasks(EVIDENCE)))


def leaf(look: Look, sources: Sources, groups: tuple[Group, ...], width: int) -> Leaf:
    """What is left first, for the list below it may be long; then source by source."""
    draft = Draft(width)
    queue.guidance(draft, EVIDENCE)
    queue.write(draft, look, groups, "Nothing is left to do here.")
    number = len(look.case.items)
    each = LISTED if number <= 20 * LISTED else _OPEN
    if sources:
        draft.heading(f"Sources: {len(sources)}", f"{number:,} items; the grade stands first, e opens the file")
    for source, items in list(sources.items())[:SOURCES]:
        _source(draft, look, source, items, each)
    if len(sources) > SOURCES:
        draft.prose(f"and {len(sources) - SOURCES:,} more sources in the files", Tone.MUTED)
    return draft.leaf


def _source(draft: Draft, look: Look, source: str, items: Sequence[Item], each: int) -> None:
    known = look.case.sources.get(source)
    path = known.path if known and known.path else items[0].path
    goal = Goal(filter=Filter("source", source), file=File(path, ("source",)))
    draft.write(*_title(source, known, len(items), draft.width), goal=goal)
    for item in items[:each]:
        shown = (
            Piece("    "),
            Piece(f"{_grade(look, item):<4}", Tone.STRONG),
            Piece(f"{item.kind.value:<11}", Tone.MUTED),
        )
        room = draft.width - sum(piece.width for piece in shown) - 1
        parked = Tone.PARKED if look.case.parked(item.address) else Tone.TEXT
        draft.write(
            line(*shown, Piece(words.cut(item.text, room), parked)), goal=Goal(item.address, file=look.of_item(item))
        )
    if len(items) > each:
        told = words.cut(f"and {len(items) - each:,} more: enter shows all of them on the matrix", draft.width - 5)
        draft.write(line("    ", Piece(told, Tone.ACCENT)), goal=goal)
    draft.blank()


def _title(source: str, known: Source | None, number: int, width: int) -> Iterator[Line]:
    """Reliability, title, publisher and date."""
    letter = known.reliability if known else ""
    own = known is not None and known.own
    shown = letter or ("own" if own else "?")
    title = words.cut((known.title if known else "") or source, width - 8)
    yield line(
        "  ", Piece(f"{words.cut(shown, 3):<4}", Tone.WARN if shown == "?" else Tone.STRONG), Piece(title, Tone.HEADING)
    )
    about = (
        source,
        known.publisher if known else "",
        known.published if known else "",
        f"{number} item{'' if number == 1 else 's'}",
    )
    yield line("      ", Piece(words.cut(", ".join(filter(None, about)), width - 8), Tone.MUTED))


def _grade(look: Look, item: Item) -> str:
    """The item's credibility as this analyst grades it; `?` where nobody did."""
    known = look.case.sources.get(item.source)
    given = look.case.credibility(item)
    return words.cut(given, 3) or ("" if known is not None and known.own else "?")
