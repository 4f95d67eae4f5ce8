"""The lines of the transposed matrix: items over their columns, a line of letters for each hypothesis."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from workbench.analysis.methods import DEFAULT, EQUAL_WEIGHTS
from workbench.analysis.weights import grade
from workbench.model import Hypothesis, Item
from workbench.tui import cells, head, words
from workbench.tui.desk import Desk
from workbench.tui.pieces import Ground, Line, Piece, Tone, fitted, line
from workbench.tui.shape import scroll_mark
from workbench.tui.transposed.figures import Figure
from workbench.tui.transposed.plan import Plan, runs


def lines(desk: Desk, plan: Plan, figures: Sequence[Figure], headings: Mapping[str, str], height: int) -> list[Line]:
    """The whole matrix, `height` lines of it; `headings` names the block of each row by address, where it has one."""
    columns = plan.columns
    seen = desk.rows.addresses[columns.first : columns.first + columns.seen]
    items = [desk.case.items[address] for address in seen]
    figures = figures if plan.figures else ()
    made = [*_head(desk, plan, items, figures, headings)]
    for place in range(plan.top, plan.top + plan.seen):
        made += _hypothesis(desk, plan, place, items, figures)
    made = made[:height]
    return [*made, *[line()] * (height - len(made))]


# ---- over the letters


def _head(
    desk: Desk, plan: Plan, items: Sequence[Item], figures: Sequence[Figure], headings: Mapping[str, str]
) -> Iterator[Line]:
    columns = plan.columns
    if plan.block:
        named = runs([headings.get(item.address, "") for item in items])
        blocks = [Piece(f" {words.padded(name, number * columns.cell - 1)}", Tone.HEADING) for name, number in named]
        yield line(" " * columns.evidence, *blocks)
    over = _figures_over(figures, plan.text + 1)
    numbers = [piece for n, item in enumerate(items, columns.first) for piece in _number(desk, item, n, columns.cell)]
    yield line(*fitted(_corner(plan), columns.evidence), *numbers, *over[0], ground=Ground.HEAD)
    texts = [words.wrapped(item.text, columns.cell - 2, plan.text, hyphen="-") for item in items]
    for y in range(plan.text):
        parts = [
            Piece(f" {words.padded(text[y] if y < len(text) else '', columns.cell - 1)}", _tone(desk, item))
            for item, text in zip(items, texts, strict=True)
        ]
        yield line(" " * columns.evidence, *parts, *over[y + 1], ground=Ground.HEAD)
    if plan.rule:
        yield line(Piece("─" * (columns.width + plan.figures + 1), Tone.RULE))


def _tone(desk: Desk, item: Item) -> Tone:
    if item.address == desk.address:
        return Tone.STRONG
    return Tone.PARKED if desk.case.parked(item.address) else Tone.MUTED


def _corner(plan: Plan) -> tuple[Piece, ...]:
    """Which items are seen, where not all are."""
    columns = plan.columns
    if columns.seen >= columns.total:
        return ()
    last = columns.first + columns.seen
    back, on = "‹" if columns.first else " ", "›" if last < columns.total else ""
    long, short = f"{back}{columns.first + 1}–{last} of {columns.total}{on}", f"{back}{columns.first + 1}–{last}{on}"
    return (Piece(long if len(long) < columns.evidence else short, Tone.ACCENT),)


def _number(desk: Desk, item: Item, number: int, width: int) -> tuple[Piece, ...]:
    """The item's number as it is printed, its mark, and its grade."""
    here = item.address == desk.address
    pieces = (
        Piece(" "),
        Piece(f"{number + 1}", Tone.COLUMN if here else Tone.STRONG),
        _mark(desk, item),
        Piece(str(grade(desk.case, item)), Tone.MUTED),
    )
    if sum(piece.width for piece in pieces) > width:
        pieces = (*pieces[:3], Piece(""))
    return tuple(piece for piece in fitted(pieces, width) if piece.text)


def _mark(desk: Desk, item: Item) -> Piece:
    tried = desk.trial is not None and desk.trial.moved(item.address)
    marks = ((tried, cells.TRIED), (item.address in desk.stale, cells.STALE))
    found = next((mark for applies, mark in marks if applies), "")
    if not found and item.address in desk.unconfirmed:
        found = cells.UNCONFIRMED
    return Piece(found or " ", Tone.WARN)


def _figures_over(figures: Sequence[Figure], height: int) -> list[list[Piece]]:
    """The headings of the figures, on the last of `height` lines."""
    out: list[list[Piece]] = []
    for y in range(height):
        above = height - 1 - y
        texts = [f.heading[-1 - above] if above < len(f.heading) else "" for f in figures]
        out.append([Piece(f"{text:>{f.width}}", Tone.MUTED) for f, text in zip(figures, texts, strict=True)])
    return out


# ---- the letters


def _hypothesis(desk: Desk, plan: Plan, place: int, items: Sequence[Item], figures: Sequence[Figure]) -> Iterator[Line]:
    """The lines of one hypothesis: its name, the letters, its figures; the rest of a long name below."""
    hypothesis, here = desk.hypotheses[place], place == desk.column
    ground = Ground.CURRENT if here else Ground.BODY
    leads, side = _leads(desk, hypothesis.id), plan.columns.evidence
    names = words.wrapped(hypothesis.short or hypothesis.id, max(1, side - 3), plan.deep, hyphen="-") or [""]
    for y in range(plan.deep):
        mark = Piece(cells.CURSOR if here and y == 0 else " ", Tone.ACCENT)
        lead = Piece(leads if y == 0 and leads else " ", Tone.LEAD)
        tone = Tone.LEAD if leads == head.LEADER else Tone.STRONG
        name = Piece(names[y] if y < len(names) else "", tone)
        made = [*fitted((mark, lead, name), side)]
        if y == 0:
            made += _letters(desk, plan, hypothesis, items, here=here)
            tone = Tone.LEAD if leads else Tone.TEXT
            made += [Piece(f"{f.texts[place]:>{f.width}}", tone) for f in figures]
        room = plan.columns.width + sum(f.width for f in figures)
        yield Line((*fitted(made, room), _scrolled(plan, place, desk)), ground)


def _letters(desk: Desk, plan: Plan, hypothesis: Hypothesis, items: Sequence[Item], *, here: bool) -> Iterator[Piece]:
    width, trial = plan.columns.cell, desk.trial
    for item in items:
        rating = desk.case.matrix.row(item.address).ratings.get(hypothesis.id)
        cursor, parked = here and item.address == desk.address, desk.case.parked(item.address)
        was = trial.was(item.address, hypothesis.id) if trial is not None else rating
        if was is not rating:
            yield from cells.tried(was, rating, width, cursor=cursor, parked=parked)
        else:
            yield from cells.cell(rating, width, cursor=cursor, parked=parked)


def _leads(desk: Desk, hypothesis: str) -> str:
    """The mark of a hypothesis that leads under both weightings, plain and with every voice counted once; or some."""
    if desk.standing is None:
        return ""
    weighted, equal = (desk.standing.methods[m] for m in (DEFAULT, EQUAL_WEIGHTS))
    leading = [hypothesis in found for found in (weighted.leading, weighted.leading_adjusted, equal.leading)]
    return head.LEADER if all(leading) else head.SOMETIMES if any(leading) else ""


def _scrolled(plan: Plan, place: int, desk: Desk) -> Piece:
    return Piece(scroll_mark(place - plan.top, plan.top, plan.seen, len(desk.hypotheses)), Tone.RULE)
