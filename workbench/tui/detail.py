"""The detail pane: everything about the row and the cell under the cursor."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from workbench.analysis.blocks import against_all
from workbench.analysis.contests import contests
from workbench.analysis.methods import DEFAULT
from workbench.analysis.resting import then
from workbench.analysis.weights import OWN, grade
from workbench.analysis.without import without
from workbench.model import (
    BEARING,
    RATING_MEANING,
    RATING_QUESTION,
    Hypothesis,
    Item,
    Level,
    Matrix,
    Origin,
    Rating,
    opposed,
)
from workbench.tui import entries, rereading, words
from workbench.tui.desk import Desk
from workbench.tui.pieces import BLANK, Line, Piece, Tone, fitted, joined, line, spread

SIDE_BY_SIDE = 100
"""From this width on the row stands at the left and the cell at the right."""

REREAD = 6
"""From this height on the old and the new wording of a stale row have lines of their own."""


def pane(desk: Desk, width: int, height: int) -> list[Line]:
    """The pane's lines, exactly `height` of them, each `width` cells wide."""
    if height <= 0:
        return []
    item = desk.item
    if item is None:
        lines: list[Line] = []
    elif width >= SIDE_BY_SIDE:
        lines = _beside(
            _row(desk, item, (width - 5) // 2, height, _effects(desk)),
            _cell(desk, (width - 4) // 2, height),
            width,
            height,
        )
    else:
        lines = [Line(fitted(made.pieces, width)) for made in _stacked(desk, item, width, height)[:height]]
    return lines + [Line(fitted((), width))] * (height - len(lines))


def _beside(left: list[Line], right: list[Line], width: int, height: int) -> list[Line]:
    half, between = (width - 5) // 2, Piece(" │ ", Tone.RULE)
    filled = [(lines + [Line()] * height)[:height] for lines in (left, right)]
    pairs = [(fitted(a.pieces, half), fitted(b.pieces, width - half - 4)) for a, b in zip(*filled, strict=True)]
    return [Line((BLANK, *a, between, *b)) for a, b in pairs]


def _stacked(desk: Desk, item: Item, width: int, height: int) -> list[Line]:
    """The cell keeps two lines where there are four, so that the reason is always seen."""
    below = 2 if height >= 4 else 1 if height >= 2 else 0
    above = _row(desk, item, width - 2, height - below)
    cell = _cell(desk, width - 2, height - len(above), _effects(desk))
    return [line(" ", *made.pieces) for made in (*above, *cell)]


# ---- the row


def _row(desk: Desk, item: Item, width: int, height: int, effects: Sequence[Piece] = ()) -> list[Line]:
    """Address and facts, state, text, what the row does; the text gets what the others leave."""
    first = joined([(Piece(words.plain(item.address), Tone.STRONG),), (Piece(_facts(item), Tone.MUTED),)])
    notes = [*_stale(desk, item, width, height), *(line(Piece(text, tone)) for text, tone in _states(desk, item))]
    notes = [*notes, *map(line, effects[:1])][: max(0, height - 2)]
    room = height - 1 - len(notes)
    whole = words.wrapped(item.text, width, room)
    graded = [line(*_grade(desk, item))] if height >= 4 + len(notes) or len(whole) < room else []
    text = [line(Piece(part)) for part in (words.wrapped(item.text, width, room - 1) if graded else whole)]
    lines = [line(*fitted(first, width)), *text, *notes, *graded]
    if height - len(lines) >= 2:
        lines += _background(desk, item, width, height - len(lines) - 1)
    return lines[:height] if height > 1 else text[:1] or lines[:1]


def _background(desk: Desk, item: Item, width: int, height: int) -> list[Line]:
    """What else the files say about the item, where there is room for it."""
    source = desk.case.sources.get(item.source)
    told = (
        ("contested", "; ".join(c.sentence for c in contests(desk.case, item, colleagues=not desk.blind))),
        ("source", ", ".join(p for p in (source.title, source.publisher, source.published) if p) if source else ""),
        ("origin", _origins(desk, item)),
        ("graded", " ".join(p for p in (item.because, source.because if source else "") if p)),
        ("quote", item.quote),
        ("rests on", ", ".join(item.rests_on)),
        ("looked in", item.looked_in),
        ("would show", item.would_show),
        ("if wrong", item.if_wrong),
        ("tags", ", ".join(f"{tag} {', '.join(values)}" for tag, values in item.tags.items())),
    )
    lines = [line("")]
    for label, text in told:
        for place, part in enumerate(words.wrapped(text, width - 12, 2)):
            lines.append(
                line(Piece(words.padded(label if place == 0 else "", 12), Tone.MUTED), Piece(part, Tone.MUTED))
            )
    return lines[: height + 1]


def _facts(item: Item) -> str:
    told = f"reported {item.reported}" if item.reported else ""
    return ", ".join(words.plain(part) for part in (item.kind.value, item.at, item.when, told) if part)


def _grade(desk: Desk, item: Item) -> tuple[Piece, ...]:
    """Grade and weight, and whom it came from."""
    graded, relevance = grade(desk.case, item), desk.case.matrix.note(item.address).relevance
    letters = "own, no grade" if graded is OWN else f"{graded} {graded.level.value} credibility"
    marked = ", cannot be judged" if graded.marked else ""
    contested = "; ".join(contest.sentence for contest in contests(desk.case, item, colleagues=not desk.blind))
    source = desk.case.sources.get(item.source)
    groups: list[tuple[Piece, ...]] = [
        (Piece(letters + marked, Tone.WARN if marked else Tone.TEXT),),
        (Piece(words.plain(f"contested: {contested}") if contested else "", Tone.WARN),),
        (Piece(f"{relevance.value} relevance", Tone.MUTED if relevance is Level.MEDIUM else Tone.TEXT),),
        (Piece(f"origin {_origins(desk, item)}" if item.origins else "", Tone.MUTED),),
        (Piece(words.plain(source.title) if source else "", Tone.MUTED),),
    ]
    return joined(groups, " · ")


def _origins(desk: Desk, item: Item) -> str:
    known = (desk.case.origins.get(o, Origin(o)) for o in item.origins)
    return ", ".join(words.plain(f"{o.who or o.id} {o.reliability or 'F'}") for o in known)


def _stale(desk: Desk, item: Item, width: int, height: int) -> list[Line]:
    """That the row is stale, and which words were others when it was rated; where there is little room, in one line."""
    if item.address not in desk.stale:
        return []
    if height < REREAD and (changes := rereading.changes(desk.case, item.address, desk.reread)):
        return [line(Piece("Stale, y if it holds: ", Tone.WARN), *changes)]
    read = rereading.shown(desk.case, item.address, desk.reread, width)[: height // 3]
    return [line(Piece("Stale: rated against an older wording. y says that it still holds.", Tone.WARN)), *read]


def _states(desk: Desk, item: Item) -> Iterator[tuple[str, Tone]]:
    """What is out of the ordinary about the row, and what to do about it."""
    if parked := desk.case.matrix.note(item.address).parked:
        yield f"Parked: {words.plain(parked)} (p takes it back in)", Tone.WARN
    if item.address in desk.unconfirmed:
        yield "No record of the wording this was rated against. y says that it holds.", Tone.WARN
    if item.retells:
        yield f"Retells {words.plain(item.retells)}", Tone.MUTED
    rated, ids = desk.case.matrix.row(item.address).ratings, [h.id for h in desk.hypotheses]
    if not desk.blind and not parked and against_all(rated, ids):
        yield "Inconsistent with every hypothesis: is one missing?", Tone.ACCENT


def _effects(desk: Desk) -> Sequence[Piece]:
    """What the row does to the order, at length and in brief."""
    standing = desk.standing
    found = without(standing, desk.address) if standing is not None and desk.item is not None else None
    if standing is None or found is None:
        return ()
    before = standing.methods[DEFAULT].leading
    if found.leading == before:
        stands = (
            ("the lead stands, not the order behind it", "the lead stands") if found.moves else ("the order stands",)
        )
        return tuple(Piece(f"Without this row {text}.", Tone.MUTED) for text in stands)
    brief = f"{entries.names(standing, found.leading)} {'leads' if len(found.leading) == 1 else 'lead'}"
    changes = (then(standing, before, found.leading), brief, "others lead")
    return tuple(Piece(f"Without this row {text}.", Tone.ACCENT) for text in changes)


# ---- the cell


def _cell(desk: Desk, width: int, height: int, effects: Sequence[Piece] = ()) -> list[Line]:
    """The hypothesis, the rating in words, what the row does, the reason, and how colleagues rated it."""
    hypothesis = desk.hypothesis
    if hypothesis is None or height <= 0:
        return []
    others = list(_colleagues(desk, hypothesis))[: max(0, (height - 2) // 2)]
    statement = words.wrapped(hypothesis.statement, width, 2) if height - len(others) >= 4 else []
    room = height - 1 - len(statement) - len(others)
    rated = _rated(desk, hypothesis, "" if statement else hypothesis.statement)
    kept = sum(piece.width for piece in rated[:3]) + 1
    effect = next(((Piece(" "), told) for told in effects if told.width <= width - kept), ())
    lines = [
        line(*spread(rated, effect, width)),
        *(line(Piece(part, Tone.MUTED)) for part in statement),
        *_reason(desk, hypothesis, width, room),
        *others,
    ]
    beside = list(_beside_it(desk, hypothesis, width)) if height - len(lines) >= 3 else []
    return [*lines, line(""), *beside] if beside else lines


def _beside_it(desk: Desk, current: Hypothesis, width: int) -> Iterator[Line]:
    """The reasons of the row's other cells: a cell is rated by itself, but a row is read as one."""
    row, note = desk.case.matrix.row(desk.address), desk.case.matrix.note(desk.address)
    for other in desk.hypotheses:
        because, rating = note.because.get(other.id, ""), row.ratings.get(other.id)
        if because and rating and other is not current:
            name = words.padded(other.short or other.id, min(18, width // 3))
            chip = Piece(words.centred(rating.value, 4), Tone(rating.value))
            yield line(
                Piece(name, Tone.MUTED), Piece(" "), chip, Piece(f" {words.cut(because, width - 24)}", Tone.MUTED)
            )


def _rated(desk: Desk, hypothesis: Hypothesis, statement: str) -> tuple[Piece, ...]:
    """The hypothesis and its rating; its statement too, where it has no lines of its own and is needed."""
    name = Piece(words.cut(hypothesis.short or hypothesis.id, 40), Tone.STRONG)
    rating = desk.rating
    if rating is None:
        return (name, Piece("  not rated  ", Tone.WARN), *_tried(desk), Piece(words.plain(statement), Tone.MUTED))
    meaning = Piece(f" {RATING_MEANING[rating]}", Tone.MUTED)
    return (name, Piece("  "), Piece(f" {rating.value} ", Tone(rating.value)), *_tried(desk), meaning)


def _tried(desk: Desk) -> Iterator[Piece]:
    """What the saved matrix has, where another rating is tried."""
    if desk.trial is not None and desk.hypothesis is not None:
        saved = desk.trial.was(desk.address, desk.hypothesis.id)
        if saved is not desk.rating:
            yield Piece(f"  saved: {saved.value if saved else 'not rated'} ", Tone.WARN)


def _reason(desk: Desk, hypothesis: Hypothesis, width: int, height: int) -> Iterable[Line]:
    because = desk.case.matrix.note(desk.address).because.get(hypothesis.id, "")
    if because:
        return [line(Piece(part)) for part in words.wrapped(because, width, height)]
    if desk.rating is None:
        return [line(Piece(part, Tone.ACCENT)) for part in words.wrapped(RATING_QUESTION, width, height)]
    if height <= 0:
        return []
    needed = desk.rating is Rating.II
    prompt = "II needs a reason: space writes it" if needed else "no reason given: space writes one"
    return [line(Piece(prompt, Tone.WARN if needed else Tone.MUTED, "reason"))]


def _colleagues(desk: Desk, hypothesis: Hypothesis) -> Iterator[Line]:
    """Others' ratings of this cell, and first whether they contest it; not while rating is blind."""
    if desk.blind:
        return
    yield from _contested(desk, hypothesis)
    for name, matrix in desk.case.colleagues.items():
        rating = matrix.row(desk.address).ratings.get(hypothesis.id)
        if rating is not None:
            because = words.plain(matrix.note(desk.address).because.get(hypothesis.id, ""))
            chip = Piece(f" {rating.value} ", Tone(rating.value))
            yield line(chip, Piece(f" {words.plain(name)} ", Tone.STRONG), Piece(because, Tone.MUTED))


def _contested(desk: Desk, hypothesis: Hypothesis) -> Iterator[Line]:
    """Who takes which side, in one line, where there are two sides; it looks at this one cell of each matrix."""
    matrices = (desk.case.matrix, *desk.case.colleagues.values())
    given = [(m, rating) for m in matrices if (rating := m.row(desk.address).ratings.get(hypothesis.id)) in BEARING]
    if not opposed(rating for _, rating in given):
        return
    given = [(matrix, rating) for matrix, rating in given if _counts(desk, matrix)]
    if opposed(rating for _, rating in given):
        sides = [
            (Piece(f" {rating.value} ", Tone(rating.value)), Piece(f" {words.plain(', '.join(who))}"))
            for rating in Rating
            if (who := [matrix.analyst for matrix, one in given if one is rating])
        ]
        yield line(Piece("contested ", Tone.WARN), *joined(sides), Piece("  T tells more", Tone.MUTED, "team"))


def _counts(desk: Desk, matrix: Matrix) -> bool:
    """Whether a matrix has a say in the row as it reads now: parked and stale rows have none."""
    row = matrix.row(desk.address)
    return not matrix.note(desk.address).parked and not (row.wording and not desk.case.fits(desk.address, row))
