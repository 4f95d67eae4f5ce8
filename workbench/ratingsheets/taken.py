"""What a filled-in sheet makes of an analyst's matrix: the edits, and what keeps a cell from being taken.

Cells are merged: what is unrated there is rated, what says the same stays, and what says something else is named and
left alone, unless it is to be replaced. An empty cell of the sheet takes nothing away.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from workbench.model import Case, Confirm, Edit, Level, Note, Park, Rate, Reason, Relevance, Row, Status
from workbench.model.case import normal
from workbench.ratingsheets.filled import EmptyRow, Filled, FilledRow
from workbench.ratingsheets.grid import Fault
from workbench.report.ratingsheet import ADDRESS, PARKED, RELEVANCE, text_mark
from workbench.report.visible import visible
from workbench.workspace import Workspace

REPLACE = "settle which holds, or take the sheet's with --replace"


class TakenRow(NamedTuple):
    """What is taken of a row, as edits in their order; `stale` where its wording was another when it was printed."""

    address: str
    edits: tuple[Edit, ...]
    stale: bool


class Taken(NamedTuple):
    """What can be taken of a sheet, and what cannot.

    `printed` is the workspace with the wordings that the sheet was printed with: edits made in it leave the fingerprint
    of what was really rated.
    """

    rows: tuple[TakenRow, ...]
    faults: tuple[Fault, ...]
    not_read: tuple[EmptyRow, ...]
    """Rows that name no item and rate nothing: what somebody wrote for themselves."""
    printed: Workspace

    @property
    def edits(self) -> tuple[Edit, ...]:
        """All edits."""
        return tuple(edit for row in self.rows for edit in row.edits)


def taken(workspace: Workspace, sheet: Filled, analyst: str, *, replacing: bool = False) -> Taken:
    """What a sheet makes of an analyst's matrix of its question.

    Args:
        workspace: that has the question.
        sheet: as it was filled in.
        analyst: whose ratings these are.
        replacing: whether the sheet goes before what the matrix says already.

    Raises:
        KeyError: there is no such question.
    """
    case = workspace.case(sheet.question, analyst)
    hypotheses, faults = _hypotheses(workspace, case, sheet)
    rows = []
    for row in sheet.rows:
        address = workspace.names.address(row.address)
        if address not in case.items:
            faults.append(_gone(workspace, row, case))
        else:
            rows.append(_renamed(row, address, hypotheses))
    printed = _as_printed(workspace, case, sheet, hypotheses, rows)
    taking = _Taking(case, printed.case(sheet.question, analyst), replacing=replacing)
    made = [found for row in rows if (found := taking.row(row)).edits]
    not_read = tuple(row for row in sheet.empty if workspace.names.address(row.address) not in workspace.items)
    return Taken(tuple(made), (*sheet.faults, *faults, *taking.faults), not_read, printed)


def _hypotheses(workspace: Workspace, case: Case, sheet: Filled) -> tuple[dict[str, str], list[Fault]]:
    """The present id of each active hypothesis that the sheet has a column of, and the columns that are of none."""
    active = {hypothesis.id for hypothesis in case.hypotheses}
    names = {written: workspace.names.hypothesis(sheet.question, written) for written in sheet.hypotheses}
    faults = []
    used = {h for row in sheet.rows for h in row.ratings}
    for written, present in names.items():
        if present in active or written not in used:
            continue
        known = case.question.hypotheses.get(present)
        is_now = f"is {known.status.value} by now" if known and known.status is not Status.ACTIVE else "is none of"
        sentence = f"the hypothesis '{written}' {is_now}{'' if known else ' the question'}"
        faults.append(Fault(sheet.hypotheses[written], sentence, "empty the column, or take it out"))
    return {written: present for written, present in names.items() if present in active}, faults


def _gone(workspace: Workspace, row: FilledRow, case: Case) -> Fault:
    place, address = row.places[ADDRESS], row.address
    if workspace.names.address(address) in workspace.items:
        return Fault(place, f"'{address}' does not belong to the question any more", "empty the row")
    return Fault(place, f"there is no item '{address}' in {case.question.id}", "look whether its address is right")


def _renamed(row: FilledRow, address: str, hypotheses: Mapping[str, str]) -> FilledRow:
    """A row under present names, with the ratings and reasons of active hypotheses only."""
    return row._replace(
        address=address,
        ratings={hypotheses[h]: rating for h, rating in row.ratings.items() if h in hypotheses},
        reasons={hypotheses[h]: text for h, text in row.reasons.items() if h in hypotheses},
        places={**row.places, **{new: row.places[old] for old, new in hypotheses.items()}},
    )


def _as_printed(
    workspace: Workspace, case: Case, sheet: Filled, hypotheses: Mapping[str, str], rows: Iterable[FilledRow]
) -> Workspace:
    """The workspace with the wordings that stood on the sheet, where they are other ones now.

    Where the sheet no longer has the printed text itself, its mark stands for it: either way the row is stale.
    """
    items = {row.address: _wording(case.items[row.address].text, row.text, row.mark) for row in rows}
    asked, known = case.question, dict(case.question.hypotheses)
    for written, present in hypotheses.items():
        now = known[present].statement
        said = _wording(now, sheet.statements.get(written, ""), sheet.marks.get(written, ""))
        known[present] = known[present]._replace(statement=said)
    changed = {a: replace(case.items[a], text=text) for a, text in items.items() if text != case.items[a].text}
    question = asked if known == asked.hypotheses else replace(asked, hypotheses=known)
    return replace(
        workspace,
        items={**workspace.items, **changed} if changed else workspace.items,
        questions={**workspace.questions, asked.id: question},
    )


def _wording(now: str, printed: str, mark: str) -> str:
    """What was rated: the present wording where it is the printed one, else the printed one, else its mark."""
    if mark == text_mark(now) or (not mark and normal(visible(now)) == normal(printed)):
        return now
    return printed if printed and mark in {text_mark(printed), ""} else mark or "?"


class _Taking:
    """Rows of a sheet beside those of the matrix; faults are collected as they are found."""

    def __init__(self, case: Case, printed: Case, *, replacing: bool) -> None:
        self._case, self._printed, self._replacing = case, printed, replacing
        self.faults: list[Fault] = []

    def row(self, row: FilledRow) -> TakenRow:
        """What is taken of a row."""
        address = row.address
        there, note = self._case.matrix.row(address), self._case.matrix.note(address)
        stale = bool(row.ratings) and self._stale(row)
        if self._against_another(row, there) and not self._allowed(row, there):
            return TakenRow(address, (), stale)
        edits = (*self._parked(row, there, note), *self._rated(row, there, note), *self._weighed(row, note))
        return TakenRow(address, edits, stale and any(isinstance(edit, Rate) for edit in edits))

    def _stale(self, row: FilledRow) -> bool:
        rated = Row(row.ratings)
        return self._case.fingerprint(row.address, rated) != self._printed.fingerprint(row.address, rated)

    def _against_another(self, row: FilledRow, there: Row) -> bool:
        """Whether the matrix rates the row against the present wording, and the sheet against an older one."""
        fits = self._case.fits(row.address, there) and not self._printed.fits(row.address, there)
        return bool(row.ratings and there.ratings) and fits

    def _allowed(self, row: FilledRow, there: Row) -> bool:
        if self._replacing and there.ratings.keys() <= row.ratings.keys():
            return True
        sentence = f"'{row.address}' was reworded after the sheet was printed, and is rated in its new wording already"
        remedy = "rate the whole row anew" if self._replacing else REPLACE
        self._fault(row.places[ADDRESS], sentence, remedy)
        return False

    def _parked(self, row: FilledRow, there: Row, note: Note) -> Iterator[Edit]:
        place = row.places.get(PARKED, row.places[ADDRESS])
        if row.parked and normal(row.parked) != normal(note.parked):
            otherwise = "parked there for another reason" if note.parked else "rated there, and parked on the sheet"
            if self._free(not (note.parked or there.ratings), place, f"'{row.address}' is {otherwise}"):
                yield Park(row.address, row.parked)
        unparked = bool(row.ratings and note.parked and not row.parked)
        if unparked and self._free(False, place, f"'{row.address}' is parked there, and rated on the sheet"):
            yield Park(row.address, "")

    def _rated(self, row: FilledRow, there: Row, note: Note) -> Iterator[Edit]:
        if row.ratings and note.parked and not self._replacing:
            return
        edits: list[Edit] = []
        for hypothesis, rating in row.ratings.items():
            was, place = there.ratings.get(hypothesis), row.places[hypothesis]
            sentence = f"'{row.address}' is {was} for '{hypothesis}' there, and {rating} on the sheet"
            if self._free(was in {None, rating}, place, sentence):
                edits += [Rate(row.address, hypothesis, rating)] if was is not rating else []
                edits += self._reason(row, hypothesis, note)
        yield from edits
        if there.ratings and self._anew(row, there) and not self._printed.fits(row.address, there):
            yield Confirm(row.address)

    def _anew(self, row: FilledRow, there: Row) -> bool:
        """Whether all that the row will say was rated on the sheet, so that it holds for the sheet's wording."""
        if self._replacing:
            return there.ratings.keys() <= row.ratings.keys()
        return all(row.ratings.get(hypothesis) is rating for hypothesis, rating in there.ratings.items())

    def _reason(self, row: FilledRow, hypothesis: str, note: Note) -> list[Edit]:
        text, was = row.reasons.get(hypothesis, ""), note.because.get(hypothesis, "")
        if not text or normal(text) == normal(was):
            return []
        sentence = f"'{row.address}' has another reason for '{hypothesis}' there"
        return [Reason(row.address, hypothesis, text)] if self._free(not was, row.places[hypothesis], sentence) else []

    def _weighed(self, row: FilledRow, note: Note) -> Iterator[Edit]:
        if row.relevance is None or row.relevance is note.relevance:
            return
        sentence = f"'{row.address}' has relevance {note.relevance} there, and {row.relevance} on the sheet"
        if self._free(note.relevance is Level.MEDIUM, row.places[RELEVANCE], sentence):
            yield Relevance(row.address, row.relevance)

    def _free(self, free: bool, place: str, sentence: str) -> bool:
        """Whether a place of the matrix may be written: it says nothing yet, or is to be replaced."""
        if not free and not self._replacing:
            self._fault(place, sentence, REPLACE)
        return free or self._replacing

    def _fault(self, place: str, sentence: str, remedy: str) -> None:
        self.faults.append(Fault(place, sentence, remedy))
