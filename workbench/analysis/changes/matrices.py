"""What changed in an analyst's matrix: cells with their reasons, and everything else that is written there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from workbench.analysis.changes.side import Side
from workbench.analysis.changes.values import Cell, Entry, How, MatrixChange, Said
from workbench.model import CHECKLIST, NO_NOTE, NO_ROW, Judgement, Level, Matrix, Row
from workbench.model.matrix import differing
from workbench.model.words import NOTHING


def matrices(before: Side, after: Side) -> Iterator[MatrixChange]:
    """The matrices that say something else, by question and analyst; ids of `before` are already those of `after`."""
    for question, analyst in sorted({*before.matrices, *after.matrices}):
        old, new = before.matrices.get((question, analyst)), after.matrices.get((question, analyst))
        how = How.ADDED if old is None else How.REMOVED if new is None else How.CHANGED
        empty = Matrix(question, analyst)
        change = _change(how, old or empty, new or empty)
        if change.cells or change.entries or how is not How.CHANGED:
            yield change


def _change(how: How, old: Matrix, new: Matrix) -> MatrixChange:
    parts = list(differing(new, old))
    addresses = {part.keys[0]: None for part in parts if part.field in {"rows", "notes"}}
    cells = [cell for address in addresses for cell in _cells(old, new, address)]
    for suspect, address in (part.keys for part in parts if part.field == "deceptive"):
        was, now = (m.deceptive.get(suspect, NOTHING).get(address, NO_ROW) for m in (old, new))
        cells += _rated(address, was, now, NOTHING, NOTHING, suspect)
    entries = [entry for address in addresses for entry in _noted(old, new, address)]
    entries += [entry for part in parts if part.field == "grades" for entry in _graded(old, new, part.keys[0])]
    entries += [entry for part in parts if part.field == "checks" for entry in _checked(old, new, part.keys[0])]
    entries += _whole(old, new)
    return MatrixChange(new.question, new.analyst, how, tuple(cells), tuple(entries))


def _cells(old: Matrix, new: Matrix, address: str) -> Iterator[Cell]:
    return _rated(address, old.row(address), new.row(address), old.note(address).because, new.note(address).because, "")


def _rated(
    address: str, was: Row, now: Row, why_was: Mapping[str, str], why_now: Mapping[str, str], suspect: str
) -> Iterator[Cell]:
    old, new = was.ratings, now.ratings
    for h in {**new, **old, **why_now, **why_was}:
        if old.get(h) is not new.get(h) or why_was.get(h, "") != why_now.get(h, ""):
            yield Cell(address, h, old.get(h), new.get(h), why_was.get(h, ""), why_now.get(h, ""), suspect)


def _noted(old: Matrix, new: Matrix, address: str) -> Iterator[Entry]:
    was, now = old.note(address), new.note(address)
    if was is not now and (was or NO_NOTE) != now:
        if was.relevance is not now.relevance:
            yield Entry("relevance", (address,), _level(was.relevance), _level(now.relevance))
        if was.parked != now.parked:
            yield Entry("parked", (address,), was.parked, now.parked)
        yield from _each("weighed", (address,), was.weighed, now.weighed)
    row_was, row_now = old.row(address), new.row(address)
    if row_was.ratings and row_was.ratings == row_now.ratings and row_was.wording != row_now.wording:
        yield Entry("wording", (address,), row_was.wording, row_now.wording)


def _level(level: Level) -> str:
    return level.value


def _graded(old: Matrix, new: Matrix, address: str) -> Iterator[Entry]:
    was, now = old.grades.get(address), new.grades.get(address)
    digits = (was.credibility if was else "", now.credibility if now else "")
    reasons = (was.because if was else "", now.because if now else "")
    if digits[0] != digits[1]:
        yield Entry("credibility", (address,), *digits)
    if reasons[0] != reasons[1]:
        yield Entry("credibility-because", (address,), *reasons)


def _checked(old: Matrix, new: Matrix, suspect: str) -> Iterator[Entry]:
    was, now = old.checks.get(suspect, NOTHING), new.checks.get(suspect, NOTHING)
    yield from _each("check", (suspect,), was, now, (*CHECKLIST,))


def _each(
    what: str, keys: tuple[str, ...], was: Mapping[str, str], now: Mapping[str, str], order: tuple[str, ...] = ()
) -> Iterator[Entry]:
    for key in dict.fromkeys((*order, *now, *was)):
        if (old := str(was.get(key, ""))) != (new := str(now.get(key, ""))):
            yield Entry(what, (*keys, key), old, new)


def _whole(old: Matrix, new: Matrix) -> Iterator[Entry]:
    said: tuple[tuple[str, Said, Said], ...] = (("seed", old.seed, new.seed), ("looked", old.looked, new.looked))
    yield from (Entry(what, (), was, now) for what, was, now in said if was != now)
    if old.judgement == new.judgement:
        return
    was, now = old.judgement or Judgement(), new.judgement or Judgement()
    if was._replace(matrix=now.matrix) == now:
        yield Entry("matrix", (), was.matrix, now.matrix)
    yield from _each("likelihood", (), _shares(was), _shares(now))
    for what in ("confidence", "because", "differs_because"):
        if (one := getattr(was, what)) != (other := getattr(now, what)):
            yield Entry(what.replace("_", "-"), (), one, other)


def _shares(judgement: Judgement) -> dict[str, str]:
    return {h: f"{share:g}" for h, share in judgement.likelihood.items()}
