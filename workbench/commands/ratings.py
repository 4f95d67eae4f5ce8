"""`ach add matrix`: a rating sheet that came back filled in becomes a matrix, or is refused place by place."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from workbench import checks, ratingsheets
from workbench.commands import output, where, who
from workbench.commands.add import shown_from, tell
from workbench.commands.refusal import FINDINGS, FINE, Refusal, meant
from workbench.model import Edit, Finding, Park, Rate, Reason, Relevance
from workbench.ratingsheets import Filled, Taken, Unreadable
from workbench.ratingsheets.taken import TakenRow
from workbench.report.visible import line
from workbench.workspace import Workspace


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
    found = where.read(args)
    analyst = who.analyst(args, found.root)
    sheet = _sheet(args, found)
    case = found.case(sheet.question, analyst)
    taken = ratingsheets.taken(found, sheet, analyst, replacing=args.replace)
    writes = bool(taken.edits) and not args.dry_run and (args.partly or not taken.faults)
    before = set(checks.findings(found)) if writes else set()
    if writes:
        _write(taken, sheet.question, analyst)
    path = shown_from((args.directory or where.here()).resolve(), found.root, case.matrix.path)
    outcome = _Outcome(sheet, analyst, path, taken, writes)
    _say(args, outcome)
    _tell(args, outcome)
    if writes:
        tell(args, _new(found, before, case.matrix.path))
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


def _write(taken: Taken, question: str, analyst: str) -> None:
    """Make the edits and save them.

    Raises:
        Refusal: the file cannot be written, or was changed meanwhile; nothing is written then.
    """
    from workbench.workspace.keeping import Keeper  # noqa: PLC0415 - a dry run does without
    from workbench.workspace.outcomes import Saved  # noqa: PLC0415 - a dry run does without

    keeper = Keeper(taken.printed, question, analyst)
    for edit in taken.edits:
        keeper.apply(edit)
    saved = keeper.save()
    if not isinstance(saved, Saved):
        raise Refusal(getattr(saved, "message", "the matrix was changed meanwhile; give the command once more"))


def _new(found: Workspace, before: set[Finding], path: str) -> list[Finding]:
    """The findings in the matrix that were not there before."""
    from workbench import workspace  # noqa: PLC0415 - only where something was written

    now = checks.findings(workspace.read(found.root))
    known = {(finding.code, finding.message) for finding in before}
    return [finding for finding in now if finding.path == path and (finding.code, finding.message) not in known]


def _say(args: argparse.Namespace, outcome: _Outcome) -> None:
    """The result: as JSON, or a line for each row that is taken and each place that is refused."""
    if args.format == "json":
        from workbench.report import jsontext  # noqa: PLC0415 - text does without

        output.data(jsontext.written(_record(outcome)), encoding="utf-8")
        return
    did = "added" if outcome.written else "would add"
    shown = outcome.written or args.dry_run
    rows = [f"{outcome.path}: {did} {_row(row)}" for row in outcome.taken.rows] if shown else []
    rows += [f"{args.sheet}:{fault.place}: refused: {fault}" for fault in outcome.taken.faults]
    output.data("".join(f"{line(row)}\n" for row in rows))


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


def _many(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
