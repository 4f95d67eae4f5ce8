"""Several analysts as a leaf: what `ach compare` prints, and the contested cells to go into."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from workbench.analysis.agreement import Agreement, ContestedGrade
from workbench.analysis.narrowing import counted
from workbench.model.words import CREDIBILITY_MEANING
from workbench.report.comparecontent import Compared, blindness, headlines
from workbench.report.comparepage import about, how_far, method, no_part, together
from workbench.report.document import Heading, Paragraph
from workbench.tui import entries, words
from workbench.tui.entries import Entry
from workbench.tui.leaf import Draft, Goal, Leaf
from workbench.tui.pieces import Line, Piece, Tone, line
from workbench.tui.team import contested, tables

LISTED = 100
"""Rows that a list shows at most."""


def leaf(compared: Compared, width: int, note: str = "") -> Leaf:
    """All of it for a width: the answer first, then the cells to talk about, then how it was counted.

    Args:
        compared: what the reader may see.
        width: cells there are.
        note: what is to be said first.
    """
    found, draft = compared.found, Draft(width)
    for said in (*blindness(compared, "v"), *filter(None, [note])):
        draft.prose(said, Tone.WARN)
    for said in headlines(found):
        draft.prose(said, Tone.STRONG)
    draft.prose(about(found), Tone.MUTED)
    if len(found.analysts) > 1 and found.rows:
        contested.write_first(draft, found)
        _order(draft, found)
        _blocks(draft, how_far(found))
        contested.write_rest(draft, found)
        if found.orders and found.orders.fewest and len(found.orders.fewest.cells) > 1:
            draft.blank()
            _blocks(draft, [together(found.orders, found.orders.fewest)])
        _grades(draft, found)
        _likelihoods(draft, found)
    _out(draft, found)
    if len(found.analysts) > 1 and found.rows:
        _blocks(draft, method(found))
    return draft.leaf


def _blocks(draft: Draft, blocks: Iterable[Heading | Paragraph]) -> None:
    """Write what a page says in headings and sentences."""
    for block in blocks:
        if isinstance(block, Heading):
            draft.heading(block.text)
        else:
            draft.prose(f"{block.lead[:1].upper()}{block.lead[1:]}: {block.text}" if block.lead else block.text)


def _order(draft: Draft, found: Agreement) -> None:
    if found.orders:
        draft.heading("The order with each analyst, and by the median", "M shows the median as a matrix")
        tables.orders(draft, found.orders)
        draft.prose(tables.SIGNS, Tone.MUTED)


def _grades(draft: Draft, found: Agreement) -> None:
    """Whose grades and relevance differ: they move points without any rating being another."""
    if found.grades:
        number = len(found.grades)
        draft.heading(f"Contested grades: {'1 item' if number == 1 else f'{number} items'}", "enter goes to the row")
        for one in found.grades[:LISTED]:
            draft.write(*_grade(found, one, draft.width), goal=Goal(one.address))
        _more(draft, number)
    if found.uneven:
        draft.heading(f"Relevance differs: {counted(len(found.uneven))}", "enter goes to the row")
        entries.write(draft, [_relevance(found, address) for address in found.uneven[:LISTED]])
        _more(draft, len(found.uneven))


def _grade(found: Agreement, one: ContestedGrade, width: int) -> Iterator[Line]:
    filed = f"credibility {one.filed or 'not graded'} in its file"
    told = f"{filed}; {'its row counts more with some' if one.weighs else 'no weight differs by it'}"
    yield line("  ", Piece(words.cut(found.case.items[one.address].text, width - 3), Tone.STRONG))
    yield line("    ", Piece(words.cut(told, width - 5), Tone.MUTED))
    for analyst, own in one.given.items():
        meant = CREDIBILITY_MEANING.get(own.credibility, "").partition(":")[0]
        said = f"{analyst} {own.credibility}, {meant}: {own.because or 'no reason given'}"
        yield from (line("    ", Piece(part)) for part in words.wrapped(said, width - 5, 4))


def _relevance(found: Agreement, address: str) -> Entry:
    levels: dict[str, list[str]] = {}
    for member in found.analysts:
        if member.ratings(address):
            levels.setdefault(member.case.matrix.note(address).relevance.value, []).append(member.id)
    told = "; ".join(f"{level} {_some(who)}" for level, who in levels.items())
    return Entry(told, found.case.items[address].text, "", Goal(address))


def _likelihoods(draft: Draft, found: Agreement) -> None:
    orders = found.orders
    if orders is None or not any(member.case.matrix.judgement for member in found.analysts):
        return
    draft.heading("Likelihoods, as the analysts judge them", "per cent; each set made to add up to 100")
    if orders.pooled.each:
        tables.likelihoods(draft, orders)
    if not orders.pooled.shares:
        draft.prose("Fewer than two sets can be pooled.", Tone.MUTED)
    for analyst, why in orders.pooled.left_out.items():
        draft.prose(f"Left out: {analyst} {why}.", Tone.MUTED)
    for pair in found.case.question.overlap:
        draft.prose(f"{' and '.join(pair.between)} are not exclusive; the file tells them apart.", Tone.MUTED)


def _out(draft: Draft, found: Agreement) -> None:
    """What takes no part, and the rows that only some of the analysts parked."""
    if paragraphs := list(no_part(found)):
        _blocks(draft, [Heading("What takes no part"), *paragraphs])
    everybody = len(found.analysts)
    some = {address: who for address, who in found.parked.items() if len(who) < everybody}
    if some:
        draft.heading(f"Parked by some and not by others: {counted(len(some))}", "enter goes to the row")
        shown = list(some.items())[:LISTED]
        entries.write(draft, [Entry(f"by {_some(who)}", found.case.items[a].text, "", Goal(a)) for a, who in shown])
        _more(draft, len(some))


def _more(draft: Draft, number: int) -> None:
    if number > LISTED:
        draft.prose(f"{number - LISTED} more; `ach compare --format json` has all.", Tone.MUTED)


def _some(who: Iterable[str]) -> str:
    names = list(who)
    return ", ".join(names if len(names) <= 4 else [*names[:3], f"{len(names) - 3} more"])
