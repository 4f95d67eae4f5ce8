"""One contested cell as a leaf: the item, every analyst's rating and reason, what settling it does, the whole row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from workbench.analysis.agreement import Agreement, CellRatings, Contested, Member
from workbench.analysis.weights import OWN, grade
from workbench.model import RATING_MEANING, Item, Level, Rating
from workbench.report.comparecontent import settled
from workbench.tui import words
from workbench.tui.cells import EMPTY
from workbench.tui.leaf import READABLE, Draft, Goal, Leaf
from workbench.tui.pieces import Line, Piece, Tone, fitted, line
from workbench.tui.team.tables import Figures
from workbench.tui.team.tables import write as table

REASON = 40
"""Lines that a reason takes at most."""

MEDIAN = "median"
"""Stands where an analyst's id stands: nobody rated so."""


def leaf(found: Agreement, one: Contested, width: int) -> Leaf:
    """All there is to know of a cell, for a width; from the item one goes to its row."""
    draft, cell = Draft(width), one.cell
    item, hypothesis = found.case.items[cell.address], found.case.question.hypotheses[cell.hypothesis]
    text = [line("  ", Piece(part, Tone.STRONG)) for part in _flowed(item.text, width - 3)]
    draft.write(*text, goal=Goal(cell.address, cell.hypothesis))
    draft.prose(_facts(found, item), Tone.MUTED)
    name = hypothesis.short or hypothesis.id
    draft.heading(name)
    draft.prose(hypothesis.statement)
    draft.heading("Ratings and reasons", _sides(cell))
    for member in _by_rating(found, cell):
        draft.write(*_reason(member, cell, width))
    for said in _unsaid(found, cell):
        draft.prose(said, Tone.MUTED)
    draft.heading("What settling it does")
    for said in _settling(found, one):
        draft.prose(said)
    draft.heading("The row", "under every hypothesis")
    _row(draft, found, cell)
    for said in _weights(found, item):
        draft.prose(said, Tone.MUTED)
    return draft.leaf


def _flowed(text: str, width: int) -> list[str]:
    return words.flowed(text, max(1, min(width, READABLE)))


def _facts(found: Agreement, item: Item) -> str:
    source = found.case.sources.get(item.source)
    title = f"{source.title}, {source.reliability}" if source and source.reliability else source.title if source else ""
    origins = ", ".join(item.origins)
    told = (item.address, item.kind.value, item.at, item.when, title, f"origin {origins}" if origins else "")
    return "; ".join(filter(None, told))


def _sides(cell: CellRatings) -> str:
    """How many stand where; the same words as on the page of `ach compare`."""
    told = [f"{cell.consistent} consistent", f"{cell.inconsistent} inconsistent"]
    told += [f"{cell.neutral} N"] * bool(cell.neutral) + [f"{cell.not_applicable} NA"] * bool(cell.not_applicable)
    return f"{', '.join(told)}; {cell.spread} steps apart"


def _by_rating(found: Agreement, cell: CellRatings) -> list[Member]:
    """Those who rated the cell, from CC to NA, so that the sides stand apart."""
    order = list(Rating)
    rated = [member for member in found.analysts if member.id in cell.ratings]
    return sorted(rated, key=lambda member: order.index(cell.ratings[member.id]))


def _reason(member: Member, cell: CellRatings, width: int) -> Iterator[Line]:
    """Rating and analyst, then the reason, in as many lines as it takes."""
    rating = cell.ratings[member.id]
    chip = Piece(words.centred(rating.value, 4), Tone(rating.value))
    name = Piece(words.plain(member.id), Tone.STRONG)
    meaning = Piece(f"  {RATING_MEANING[rating].split(':')[0].split(',')[0]}", Tone.MUTED)
    yield line(*fitted((Piece("  "), chip, Piece("  "), name, meaning), width))
    because = member.reason(cell.address, cell.hypothesis)
    shown = _flowed(because or "no reason given", width - 9)[:REASON]
    yield from (line(" " * 8, Piece(part, Tone.TEXT if because else Tone.MUTED)) for part in shown)


def _unsaid(found: Agreement, cell: CellRatings) -> Iterator[str]:
    """Who says nothing of the cell, and why."""
    silent = [member for member in found.analysts if member.id not in cell.ratings]
    for member in silent:
        if because := member.case.matrix.note(cell.address).parked:
            yield f"{member.id} parked the row: {because}"
    stale = [member.id for member in silent if cell.address in member.stale]
    if stale:
        yield f"{', '.join(stale)} rated another wording of it, which says nothing here."
    rest = [m.id for m in silent if m.id not in stale and not m.case.parked(cell.address)]
    if rest:
        yield f"Not rated by {', '.join(rest)}."


def _settling(found: Agreement, one: Contested) -> Iterable[str]:
    if found.orders is None:
        return ["Held back until every row is rated, as it tells who leads."]
    median = found.medians[one.cell.address, one.cell.hypothesis]
    between = f", midway between that and {median.away}" if median.away is not median.rating else ""
    said = settled(found.orders, one) or ["By itself it changes nobody's leader."]
    return [f"The median is {median.rating}{between}.", *said]


def _row(draft: Draft, found: Agreement, cell: CellRatings) -> None:
    """The row with every analyst, a column for each hypothesis; the ratings of the cell stand in brackets."""
    hypotheses, here = found.case.hypotheses, cell.hypothesis
    lines = [
        Figures(member.id, [_letter(ratings.get(h.id), here=h.id == here) for h in hypotheses])
        for member in found.analysts
        if (ratings := member.ratings(cell.address))
    ]
    if found.orders:
        medians = ((h.id, found.medians.get((cell.address, h.id))) for h in hypotheses)
        letters = [_letter(m.rating if m else None, here=h == here) for h, m in medians]
        lines.append(Figures(MEDIAN, letters, all_together=True))
    table(draft, [h.short or h.id for h in hypotheses], lines)


def _letter(rating: Rating | None, *, here: bool) -> Piece:
    """A rating; in brackets where it is of the cell that is shown, as the current one on the matrix."""
    letter = rating.value if rating else EMPTY
    return Piece(words.centred(f"[{letter}]" if here else letter, 4), Tone(rating.value) if rating else Tone.UNRATED)


def _weights(found: Agreement, item: Item) -> Iterator[str]:
    """Grade and relevance of the row with each analyst, where they are not the file's, or medium."""
    for member in found.analysts:
        if member.ratings(item.address):
            graded, note = grade(member.case, item), member.case.matrix.note(item.address)
            own = item.address in member.case.matrix.grades and graded is not OWN
            relevance = f"{note.relevance.value} relevance" if note.relevance is not Level.MEDIUM else ""
            if told := ", ".join(filter(None, (f"graded {graded}" if own else "", relevance))):
                yield f"With {member.id}: {told}."
