"""What the pages of a comparison of analysts are made from, and the sentences that several of them use."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from workbench.analysis.agreement import Agreement, Contested, Orders, agreement, hidden, not_done
from workbench.analysis.methods import DEFAULT
from workbench.analysis.names import listed
from workbench.analysis.narrowing import counted
from workbench.analysis.standing import Standing
from workbench.model import Blind, Case
from workbench.report.wording import POINTS

NAMED = 6
"""Analysts, or rows, that a sentence names at most."""


class Compared(NamedTuple):
    """A comparison as one reader sees it."""

    found: Agreement
    program: str
    reader: str = ""
    """The analyst who reads it; empty for somebody without a matrix of the question, who rates nothing."""
    hidden: tuple[str, ...] = ()
    """Rows of which nothing is shown, because the reader has not rated them yet, or not all the others."""
    looked: tuple[str, ...] = ()
    """Rows that the reader has not rated yet and that are shown, since that was asked for."""


def compare_content(case: Case, program: str, reader: str = "", *, early: bool = False) -> Compared:
    """Compare the analysts of a case, as far as the reader may see it.

    Args:
        case: with the matrices of all analysts; the reader's own as its matrix, where there is a reader.
        program: what is signed with.
        reader: the analyst who reads; nothing is hidden from somebody who rates nothing.
        early: whether to show what the reader has not rated yet; whoever asks for it has put that on record before.
    """
    waiting = not_done(case) if reader else ()
    if early or not waiting:
        return Compared(agreement(case), program, reader, (), waiting)
    kept = hidden(case)
    return Compared(agreement(case, case.items.keys() - set(kept)), program, reader, kept)


def some(names: Iterable[str], most: int = NAMED) -> str:
    """A few names in words, with how many more there are."""
    every = list(names)
    return listed(every if len(every) <= most else [*every[:most], f"{len(every) - most} more"])


def headlines(found: Agreement) -> list[str]:
    """The answer in sentences: who leads with whom, and which contested cells matter to that."""
    if not found.analysts:
        return ["Nobody has rated anything yet."]
    if len(found.analysts) == 1:
        return [f"Only {found.analysts[0].id} has rated: there is nothing to compare."]
    return [*([_leaders(found.orders), *_unsteady(found.orders)] if found.orders else []), _contested(found)]


def leads(standings: Sequence[Standing], leading: Sequence[str]) -> str:
    """'Minor action', 'Minor action and Major action', 'nobody'; those little tested in any of these are marked."""
    names, little = standings[0].setting.names, {h for own in standings for h in own.little_tested}
    return listed([names[h] + (" (little tested)" if h in little else "") for h in leading]) if leading else "nobody"


def lead(standings: Sequence[Standing], leading: Sequence[str]) -> str:
    """'Minor action leads', 'Minor action and Major action tie for the lead'."""
    return f"{leads(standings, leading)} {'leads' if len(leading) == 1 else 'tie for the lead'}"


def _leaders(orders: Orders) -> str:
    team = orders.team.methods[DEFAULT].leading
    if len(orders.leading) == 1:
        (leading,) = orders.leading
        every = f"By {POINTS} {'both' if len(orders.each) == 2 else f'all {len(orders.each)}'} analysts"
        unrated = [f"{a} with {_cells(own.unrated)} unrated" for a, own in orders.each.items() if not own.complete]
        every += f", {some(unrated)}, lead" if unrated else " lead"
        own = list(orders.each.values())
        if leading == team:
            return f"{every} with {leads([*own, orders.team], leading)}, and so does the median of their ratings."
        return f"{every} with {leads(own, leading)}; the median of their ratings with {leads([orders.team], team)}."
    parts = [
        f"{some(_done(orders, who))} with {leads([orders.each[a] for a in who], set_)}"
        for set_, who in orders.leading.items()
    ]
    parts.append(f"the median of their ratings with {leads([orders.team], team)}")
    return f"By {POINTS} the analysts do not lead with the same: {'; '.join(parts)}."


def _done(orders: Orders, who: Iterable[str]) -> Iterator[str]:
    """The analysts, those whose matrix is not complete with how many cells are unrated: 'bob (8 cells unrated)'."""
    for analyst in who:
        own = orders.each[analyst]
        yield analyst if own.complete else f"{analyst} ({_cells(own.unrated)} unrated)"


def _unsteady(orders: Orders) -> list[str]:
    """What the median depends on, beside the ratings."""
    said = []
    if orders.other_leading != orders.team.methods[DEFAULT].leading:
        said.append(
            "The median depends on how it is read: with medians between two steps taken the other way "
            f"it leads with {leads([orders.team], orders.other_leading)}."
        )
    if unrated := [a for a, own in orders.each.items() if not own.complete]:
        said.append(
            f"Not complete: {some(unrated)}; what follows from all rows may change. The median counts what is rated so "
            "far."
        )
    return said


def _contested(found: Agreement) -> str:
    cells, contested = sum(len(cell.ratings) > 1 for cell in found.cells), found.contested
    if not found.rows:
        return "Nothing can be compared yet."
    alone = len(found.cells) - cells
    by_one = f"; {alone} {'was' if alone == 1 else 'were'} rated by one only" if alone else ""
    if not contested:
        return f"No cell is contested, of {cells} that several rated{by_one}."
    several = " that several rated" if alone else ""
    said = f"{len(contested)} of {cells} cells{several} {'is' if len(contested) == 1 else 'are'} contested{by_one}"
    if found.orders is None:
        return f"{said} in the rows shown."
    return f"{said}; {_matters(found.orders)}"


def _matters(orders: Orders) -> str:
    """Whether settling cells changes who leads by the median, and with how many analysts it does."""
    team = [one for one in orders.contested if one.team]
    own = [one for one in orders.contested if one.analysts and not one.team]
    if team:
        said = f"settling {_alone(len(team))} changes who leads by the median."
    elif orders.fewest is None:
        said = "however they are settled, the same lead by the median."
    else:
        many = len(orders.fewest.cells)
        said = f"no single one changes who leads by the median, {many} settled together do."
    return f"{said} {_cells(len(own))} more would change who leads with an analyst." if own else said


def _alone(number: int) -> str:
    return "one of them" if number == 1 else f"any one of {number}"


def _cells(number: int) -> str:
    return "1 cell" if number == 1 else f"{number} cells"


def settled(orders: Orders, one: Contested) -> list[str]:
    """What settling a contested cell does, in sentences; none where it changes no leader."""
    was = leads([orders.team], orders.team.methods[DEFAULT].leading)
    said = [
        f"Settled as {change.rating}, {lead([orders.team], change.leading)} by the median, not {was}."
        for change in one.team
    ]
    said += [
        f"If {some(who)} took {' or '.join(ratings)}, {lead([orders.each[a] for a in who], leading)} with "
        f"{'them' if len(who) > 1 else 'that analyst'}."
        for (ratings, leading), who in _ways(one).items()
    ]
    return said


def blindness(compared: Compared, early: str = "--look") -> list[str]:
    """What is not shown and why, or that it was looked at early; nothing where neither is so.

    Args:
        compared: what is shown.
        early: what the reader does to see it earlier.
    """
    waiting = len(not_done(compared.found.case))
    if compared.reader and waiting and not compared.looked:
        if compared.found.case.question.blind is Blind.MATRIX:
            held = "This question is blind by matrix: until every row is rated, nothing that others say is shown"
        else:
            held = f"What others say of {'it' if waiting == 1 else 'them'} is not shown"
        return [
            f"Blind: {compared.reader} has not rated {counted(waiting)} yet. {held}, nor what follows from all rows: "
            f"who leads, the median, likelihoods. Rate first; {early} shows it earlier, and records that."
        ]
    if compared.looked:
        return [
            f"An early look: {compared.reader} sees this before rating {counted(len(compared.looked))}. That is on "
            "record in the matrix, since ratings made after it are not made apart."
        ]
    return []


def _ways(one: Contested) -> dict[tuple[tuple[str, ...], tuple[str, ...]], list[str]]:
    """The analysts for whom the same ratings put the same in the lead, by ratings and leading set."""
    ways: dict[tuple[tuple[str, ...], tuple[str, ...]], list[str]] = {}
    for analyst, changes in one.analysts.items():
        for leading in dict.fromkeys(change.leading for change in changes):
            ratings = tuple(change.rating.value for change in changes if change.leading == leading)
            ways.setdefault((ratings, leading), []).append(analyst)
    return ways
