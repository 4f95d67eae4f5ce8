"""Step 2 as a leaf: the evidence by source, each with its grade, and what it lacks. Nothing of ratings stands here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from workbench.analysis.heuer import Task
from workbench.analysis.heuer.evidence import NOTHING, ORIGIN_UNJUDGED, SOURCE_UNGRADED, UNGRADED
from workbench.model import OWN_KINDS, Case, Item, Kind, Source
from workbench.tui import queue, words
from workbench.tui.leaf import Draft, File, Goal, Leaf
from workbench.tui.look import Look
from workbench.tui.pieces import Line, Piece, Tone, line
from workbench.tui.queue import LISTED, Group
from workbench.tui.reader import Made
from workbench.tui.stepbar import EVIDENCE

SOURCES = 300
"""Sources that are listed at most."""

_OPEN = 5
"""Items of a source that are listed where there are many: enter lists the others."""

Sources = Mapping[str, Sequence[Item]]


def made(look: Look) -> Made:
    """Sort the items by source, and find what they lack."""
    sources: dict[str, list[Item]] = {}
    for item in look.case.items.values():
        sources.setdefault(item.source, []).append(item)
    return partial(leaf, look, sources, queue.grouped(look.tasks(EVIDENCE)))


def leaf(look: Look, sources: Sources, groups: tuple[Group, ...], width: int) -> Leaf:
    """What is left first, for the list below it may be long; then source by source, and those without an item."""
    draft = Draft(width)
    queue.guidance(draft, EVIDENCE)
    queue.write(draft, look, groups, "Nothing is left to do here.", leads)
    number = len(look.case.items)
    each = listed(look.case)
    _new(draft, look, len(sources), number)
    for place, (source, items) in enumerate(sources.items()):
        if place < SOURCES or source in look.opened:
            if place:
                draft.blank()
            _source(draft, look, source, items, each)
    if len(sources) > SOURCES:
        draft.blank()
        draft.prose(f"and {len(sources) - SOURCES:,} more sources in the files", Tone.MUTED)
    bare = [source for source in look.case.sources if source not in sources]
    if bare:
        draft.heading(f"Without an item here: {len(bare)}", "a adds what the source says")
        for source in bare[:SOURCES]:
            _source(draft, look, source, (), each)
    return draft.leaf


def listed(case: Case) -> int:
    """How many items of a source are listed, unless all of its items were asked for."""
    return LISTED if len(case.items) <= 20 * LISTED else _OPEN


def leads(look: Look, task: Task) -> Goal:
    """What enter does about a task: it asks for the grade, the source, the origin, or the item."""
    there = queue.goal(look, task)
    if task.kind is UNGRADED:
        return there._replace(act="grade")
    if task.kind is SOURCE_UNGRADED:
        return there._replace(act="grade source", id=task.id)
    if task.kind is ORIGIN_UNJUDGED:
        return there._replace(act="grade origin", id=task.id)
    return there._replace(act="new item") if task.kind is NOTHING else there._replace(id=task.part)


def _new(draft: Draft, look: Look, sources: int, items: int) -> None:
    """The heading of the sources; where there are none, what to begin with."""
    if sources:
        draft.heading(f"Sources: {sources}", f"{items:,} items; the grade stands first, e opens the file")
    elif not look.case.sources:
        draft.heading("Begin here")
        begun = {"new source": "a source: a document and its grade", "new item": "an item: what it says, or we assume"}
        for act, told in begun.items():
            draft.write(line("  ", Piece(words.cut(told, draft.width - 2), Tone.ACCENT)), goal=Goal(act=act))


def _source(draft: Draft, look: Look, source: str, items: Sequence[Item], each: int) -> None:
    known = look.case.sources.get(source)
    path = known.path if known and known.path else items[0].path if items else f"evidence/{source}.yaml"
    goal = Goal(act="source", id=source, file=File(path, ("source",)))
    draft.write(*_title(source, known, len(items), draft.width), goal=goal)
    each = len(items) if source in look.opened else each
    for item in items[:each]:
        draft.write(*_item(look, item, draft.width), goal=Goal(item.address, act="item", file=look.of_item(item)))
    if len(items) > each:
        told = words.cut(
            f"and {len(items) - each:,} more: enter lists them, m shows all on the matrix", draft.width - 5
        )
        draft.write(line("    ", Piece(told, Tone.ACCENT)), goal=goal._replace(act="list source"))


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


def _item(look: Look, item: Item, width: int) -> Iterator[Line]:
    """Its grade, kind and text; below it what is known of it in short, and what is not."""
    given = _grade(look, item)
    shown = (
        Piece("    "),
        Piece(f"{given:<4}", Tone.WARN if given == "?" else Tone.STRONG),
        Piece(f"{item.kind.value:<11}", Tone.MUTED),
    )
    room = width - sum(piece.width for piece in shown) - 1
    parked = Tone.PARKED if look.case.parked(item.address) else Tone.TEXT
    yield line(*shown, Piece(words.cut(item.text, room), parked))
    lacks = ", ".join(_lacking(item))
    room = width - 9
    missing = words.cut(lacks, room)
    about = words.cut(", ".join(_about(look, item)), room - words.width_of(missing) - 2 * bool(missing))
    between = ", " if about and missing else ""
    yield line("        ", Piece(f"{about}{between}", Tone.MUTED), Piece(missing, Tone.WARN))


def _about(look: Look, item: Item) -> Iterator[str]:
    """Its id and this analyst's own grade, origin, place, date, what it retells, and tags."""
    yield item.id
    own = look.case.matrix.grades.get(item.address)
    if own is not None and own.credibility:
        yield f"yours {own.credibility}, its file {item.credibility or 'none'}"
    if item.origins:
        yield f"from {' and '.join(item.origins)}"
    if item.retells:
        yield f"retells {item.retells}"
    yield from filter(None, (item.at, item.when))
    yield from (f"{tag}={'|'.join(values)}" for tag, values in item.tags.items())


def _lacking(item: Item) -> Iterator[str]:
    """What items of its kind have, and this one has not."""
    if item.kind is Kind.ABSENCE:
        yield from () if item.looked_in else ("where was it looked for?",)
        yield from () if item.would_show else ("would it have shown?",)
    if item.kind is Kind.ASSESSMENT and not item.rests_on:
        yield "rests on what?"
    if item.kind is Kind.ASSUMPTION and not item.standing:
        yield "how well founded?"
    if item.kind not in OWN_KINDS and not item.text.strip():
        yield "no text"


def _grade(look: Look, item: Item) -> str:
    """The item's credibility as this analyst grades it; `?` where nobody did."""
    known = look.case.sources.get(item.source)
    given = look.case.credibility(item)
    return words.cut(given, 3) or ("" if known is not None and known.own else "?")
