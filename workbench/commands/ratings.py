"""`ach add matrix`: a rating sheet that came back filled in becomes a matrix, or is refused place by place."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from workbench import checks, ratingsheets
from workbench.commands import output, progress, where, who
from workbench.commands.add import MOST_TOLD, shown_from, tell
from workbench.commands.progress import Tell, told
from workbench.commands.refusal import FINDINGS, FINE, Refusal, meant
from workbench.model import Edit, Finding, Park, Rate, Reason, Relevance
from workbench.ratingsheets import Filled, Taken, Unreadable
from workbench.ratingsheets.taken import TakenRow
from workbench.report.visible import line
from workbench.workspace import Workspace

TOLD_EVERY = 100
"""Rows after which it is said how far it has come."""


class _Outcome(NamedTuple):
    """What came of a sheet."""

    sheet: Filled
    analyst: str
    path: str
    taken: Taken
    written: bool


def run(args: argparse.Namespace) -> int:
    """Take what was filled in, all of it or nothing, and say on standard output what was taken and what is refused.

    Raises:
        Refusal: the sheet cannot be read, is of no question here, or the matrix cannot be written.
    """
    if not args.analyst:
        raise Refusal("whose ratings are these? Say it with --analyst ID")
    found, doing = where.read(args), progress.teller(args)
    analyst = who.analyst(args, found.root)
    with told(doing, "reading the sheet"):
        sheet = _sheet(args, found)
        case = found.case(sheet.question, analyst)
        taken = ratingsheets.taken(found, sheet, analyst, replacing=args.replace)
    writes = bool(taken.edits) and not args.dry_run and (args.partly or not taken.faults)
    before = _found(doing, found) if writes else ()
    if writes:
        _write(taken, sheet.question, analyst, doing)
    path = shown_from((args.directory or where.here()).resolve(), found.root, case.matrix.path)
    outcome = _Outcome(sheet, analyst, path, taken, writes)
    _say(args, outcome)
    _tell(args, outcome)
    if writes:
        tell(args, _new(doing, found, before, case.matrix.path))
    return FINDINGS if taken.faults or not sheet.rows else FINE


def _sheet(args: argparse.Namespace, found: Workspace) -> Filled:
    """The sheet as it was filled in.

    Raises:
        Refusal: it cannot be read, or is of no question here.
    """
    try:
        data = sys.stdin.buffer.read() if args.sheet == "-" and sys.stdin else Path(args.sheet).read_bytes()
        sheet = ratingsheets.filled(ratingsheets.opened(data))
    except Unreadable as error:
        raise Refusal(f"{_named(args)}: {error}") from None
    except OSError as error:
        raise Refusal(f"{_named(args)} cannot be read: {error.strerror}") from None
    if sheet.question not in found.questions:
        known = meant(sheet.question, found.questions) or f"; there are: {', '.join(found.questions) or 'none yet'}"
        raise Refusal(f'{_named(args)} is of the question "{sheet.question}", which is none here{known}')
    return sheet


def _named(args: argparse.Namespace) -> str:
    return "standard input" if args.sheet == "-" else str(args.sheet)


def _write(taken: Taken, question: str, analyst: str, doing: Tell) -> None:
    """Make the edits and save them; a long sheet is told row by row.

    Raises:
        Refusal: the file cannot be written, or was changed meanwhile; nothing is written then.
    """
    from workbench.workspace.keeping import Keeper  # noqa: PLC0415 - a dry run does without
    from workbench.workspace.outcomes import Saved  # noqa: PLC0415 - a dry run does without

    keeper, rows = Keeper(taken.printed, question, analyst), len(taken.rows)
    with told(doing):
        for number, row in enumerate(taken.rows):
            if number % TOLD_EVERY == 0:
                doing(f"taking row {number + 1:,} of {rows:,}")
            for edit in row.edits:
                keeper.apply(edit)
        doing("writing")
        saved = keeper.save()
    if not isinstance(saved, Saved):
        raise Refusal(getattr(saved, "message", "the matrix was changed meanwhile; give the command once more"))


def _found(doing: Tell, found: Workspace) -> tuple[Finding, ...]:
    with told(doing, "checking"):
        return tuple(checks.findings(found))


def _new(doing: Tell, found: Workspace, before: Iterable[Finding], path: str) -> tuple[Finding, ...]:
    """The findings in the matrix that were not there before, with their lines in the file as it was written."""
    from workbench import workspace  # noqa: PLC0415 - only where something was written

    with told(doing, "reading what was written"):
        written = workspace.read(found.root)
    known = {(finding.code, finding.message) for finding in before if finding.path == path}
    now = (finding for finding in _found(doing, written) if finding.path == path)
    return written.located(finding for finding in now if (finding.code, finding.message) not in known)


def _say(args: argparse.Namespace, outcome: _Outcome) -> None:
    """The result: as JSON, or a line for each row that is taken; where places are refused, one line for all rows."""
    if args.format == "json":
        from workbench.report import jsontext  # noqa: PLC0415 - text does without

        output.data(jsontext.written(_record(outcome)), encoding="utf-8")
        return
    did, taken = "added" if outcome.written else "would add", outcome.taken
    told_of = [_all(taken)] if taken.faults and taken.rows else map(_row, taken.rows)
    rows = [f"{outcome.path}: {did} {said}" for said in told_of] if outcome.written or args.dry_run else []
    rows += [f"{args.sheet}:{fault.place}: refused: {fault}" for fault in taken.faults]
    output.data("".join(f"{line(row)}\n" for row in rows))


def _all(taken: Taken) -> str:
    """How much is taken, in a line, so that what is refused is not lost below it: '340 ratings in 118 rows'."""
    ratings = sum(isinstance(edit, Rate) for edit in taken.edits)
    reasons = sum(isinstance(edit, Reason) for edit in taken.edits)
    parked = sum(isinstance(edit, Park) and bool(edit.because) for edit in taken.edits)
    said = (_many(reasons, "reason") if reasons else "", f"{_many(parked, 'row')} parked" if parked else "")
    return ", ".join(filter(None, (f"{_many(ratings, 'rating')} in {_many(len(taken.rows), 'row')}", *said)))


def _row(row: TakenRow) -> str:
    reasons = sum(isinstance(edit, Reason) for edit in row.edits)
    parts = (*_cells(row.edits), f"{reasons} reason{'' if reasons == 1 else 's'}" if reasons else "")
    return f"{row.address}: {', '.join(filter(None, parts)) or 'confirmed'}{' (stale)' if row.stale else ''}"


def _cells(edits: tuple[Edit, ...]) -> Iterator[str]:
    for edit in edits:
        match edit:
            case Rate(hypothesis=hypothesis, rating=rating):
                yield f"{hypothesis} {rating}"
            case Relevance(level=level):
                yield f"relevance {level}"
            case Park(because=because):
                yield "parked" if because else "taken back in"


def _record(outcome: _Outcome) -> dict[str, object]:
    return {
        "question": outcome.sheet.question,
        "analyst": outcome.analyst,
        "path": outcome.path,
        "written": outcome.written,
        "added": [_added(row) for row in outcome.taken.rows],
        "refused": [{"place": f.place, "message": f.sentence, "remedy": f.remedy} for f in outcome.taken.faults],
        "not_read": [row.place for row in outcome.taken.not_read],
    }


def _added(row: TakenRow) -> Mapping[str, object]:
    made: dict[str, object] = {"address": row.address, "stale": row.stale, "ratings": {}, "reasons": {}}
    ratings: dict[str, str] = {}
    reasons: dict[str, str] = {}
    for edit in row.edits:
        match edit:
            case Rate(hypothesis=hypothesis, rating=rating):
                ratings[hypothesis] = str(rating)
            case Reason(hypothesis=hypothesis, text=text):
                reasons[hypothesis] = text
            case Relevance(level=level):
                made["relevance"] = level.value
            case Park(because=because):
                made["parked"] = because
    return made | {"ratings": ratings, "reasons": reasons}


def _tell(args: argparse.Namespace, outcome: _Outcome) -> None:
    """What else there is to know: how it was read, columns left out, rows that are stale, and how much was taken."""
    sheet, taken = outcome.sheet, outcome.taken
    if sheet.note:
        output.note(args, f"{_named(args)}: {sheet.note}")
    if sheet.left_out:
        output.note(args, f"left out: {', '.join(sheet.left_out)}")
    if rows := taken.not_read:
        said = "1 row names no item, and is" if len(rows) == 1 else f"{len(rows)} rows name no item, and are"
        output.note(args, f"{said} not read: {_places([row.place for row in rows])}")
    if stale := [row.address for row in taken.rows if row.stale]:
        named = stale[0] if len(stale) == 1 else f"{stale[0]} and {len(stale) - 1} more"
        output.note(
            args, f"{named}: reworded after the sheet was printed, and so stale until {outcome.analyst} confirms it"
        )
    if not sheet.rows and not taken.faults:
        output.note(args, "nothing is filled in, so that there is nothing to add")
    elif taken.faults and not args.partly:
        output.note(
            args, f"{_many(len(taken.faults), 'place')} refused, so that nothing is added; --partly adds the rest"
        )
    elif not taken.edits and not taken.faults:
        output.note(args, "all of it stands there already, so that there is nothing to add")
    else:
        ratings = sum(isinstance(edit, Rate) for edit in taken.edits)
        would = "" if outcome.written else " would be"
        said = f"{_many(ratings, 'rating')} in {_many(len(taken.rows), 'row')}{would} added"
        output.note(args, f"{said}, {_many(len(taken.faults), 'place')} refused")


def _places(places: Sequence[str]) -> str:
    """A few places; a sheet that several share is named once: 'Ratings!A40, A41'."""
    sheet = places[0].rpartition("!")[0]
    rest = (place.removeprefix(f"{sheet}!") for place in places[1:MOST_TOLD])
    more = f" and {len(places) - MOST_TOLD} more" if len(places) > MOST_TOLD else ""
    return ", ".join([places[0], *rest]) + more


def _many(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
