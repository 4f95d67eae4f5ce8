"""`ach add items`: many items out of a table, all in one step; the lines that are refused, each with its reason."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from workbench import checks, pasting
from workbench.commands import output, where
from workbench.commands.add import MOST_TOLD, shown_from, tell, tell_unasked
from workbench.commands.refusal import FINDINGS, FINE, Refusal
from workbench.pasting import Alike, NotATable, Pasted, Table
from workbench.report.visible import line
from workbench.workspace import Workspace
from workbench.workspace.authoring import Author
from workbench.workspace.authoring_outcomes import Done, Refused

SEPARATED: Mapping[str, str] = {"": "", "tab": "\t", "semicolon": ";", "comma": ","}


class Result(NamedTuple):
    """What came of a table."""

    table: Table
    columns: tuple[str, ...]
    made: Pasted
    done: Done
    alike: Sequence[Alike]


def run(args: argparse.Namespace) -> int:
    """Write what can be added, and say on standard output what was added and what is refused."""
    found = where.read(args)
    if args.source not in found.sources and args.source != "own":
        known = ", ".join(found.sources) or "none yet"
        raise Refusal(f'there is no source "{args.source}"; there are: {known}')
    author = Author(found, checks.findings)
    table, columns = _read(args, found)
    made = pasting.pasted(table, columns, found, args.source, add_origins=args.add_origins)
    made, outcome = pasting.foreseen(author, made)
    if isinstance(outcome, Done) and made.taken and not args.dry_run:
        outcome = author.do(*made.changes)
    if isinstance(outcome, Refused):
        path = shown_from(_base(args), found.root, outcome.path) if outcome.path else ""
        raise Refusal(str(outcome._replace(path=path)))
    alike = pasting.alike(made.taken, found.items, found.sources, found.origins)
    result = Result(table, columns, made, outcome, alike)
    _say(args, found, result)
    _tell(args, result)
    if not args.dry_run:
        tell_unasked(args, author.workspace, [one.item.address for one in made.taken])
    return FINDINGS if made.refused else FINE


def _read(args: argparse.Namespace, found: Workspace) -> tuple[Table, tuple[str, ...]]:
    """The table, and what its columns are.

    Raises:
        Refusal: it cannot be read, or no column is the text.
    """
    named = "standard input" if args.file == "-" else str(args.file)
    try:
        table = pasting.read(_text(args.file), SEPARATED[args.separator], head=False if args.no_head else None)
        columns = pasting.named(table, pasting.matched(table, found), _columns(args.column))
    except NotATable as error:
        raise Refusal(f"{named}: {error}") from None
    except OSError as error:
        raise Refusal(f"{named} cannot be read: {error.strerror}") from None
    if "text" not in columns:
        names = ", ".join(filter(None, table.head)) or f"1 to {table.width}"
        raise Refusal(f"{named}: no column is the text; say which is, as --column text=HEADER: {names}")
    return table, columns


def _text(file: str) -> str:
    if file != "-":
        return pasting.decoded(Path(file).read_bytes())
    return pasting.decoded(sys.stdin.buffer.read() if sys.stdin else b"")


def _columns(given: Sequence[str]) -> dict[str, str]:
    """Fields with their columns, as `FIELD=HEADER` gave them.

    Raises:
        Refusal: one has no equals sign.
    """
    for pair in given:
        if "=" not in pair:
            raise Refusal(f'--column "{pair}" is not FIELD=HEADER')
    return {field.strip(): head for field, _, head in (pair.partition("=") for pair in given)}


def _base(args: argparse.Namespace) -> Path:
    found: Path = args.directory or where.here()
    return found.resolve()


def _say(args: argparse.Namespace, found: Workspace, result: Result) -> None:
    """The result: as JSON, or a line for each origin, item and refused line."""
    base = _base(args)
    lines = {(place.path, place.keys[-1]): place.line for place in result.done.places if len(place.keys) > 1}
    written = [
        (shown_from(base, found.root, path), lines.get((path, id_), 0), what, name, from_line)
        for path, id_, what, name, from_line in _entries(result.made)
        if what == "item" or (path, id_) in lines
    ]
    if args.format == "json":
        from workbench.report import jsontext  # noqa: PLC0415 - loads the analysis, which text does without

        output.data(jsontext.written(_record(result, written, dry=args.dry_run)), encoding="utf-8")
        return
    did = "would add" if args.dry_run else "added"
    rows = [f"{path}:{at}: {did} {what} {name}" for path, at, what, name, _ in written]
    rows += [f"{args.file}:{one.line}: refused: {one}" for one in result.made.refused]
    output.data("".join(f"{line(row)}\n" for row in rows))


def _entries(made: Pasted) -> Iterator[tuple[str, str, str, str, int]]:
    """File, id, what it is, its name and the line it comes from, of everything that is added."""
    for origin in made.origins:
        yield "evidence/origins.yaml", origin.id, "origin", origin.id, 0
    for one in made.taken:
        yield f"evidence/{one.item.source}.yaml", one.item.id, "item", one.item.address, one.line


def _record(result: Result, written: Sequence[tuple[str, int, str, str, int]], *, dry: bool) -> dict[str, object]:
    heads, made = result.table.head, result.made
    named = {field: heads[i] if heads else str(i + 1) for i, field in enumerate(result.columns) if field}
    added = [
        {"what": what, "name": name, "path": path, "line": at, "from_line": from_line or None}
        for path, at, what, name, from_line in written
    ]
    return {
        "written": bool(made.taken) and not dry,
        "columns": named,
        "added": added,
        "refused": [{"from_line": r.line, "message": r.sentence, "remedy": r.remedy} for r in made.refused],
        "alike": [_likeness(one) for one in result.alike],
    }


def _likeness(one: Alike) -> dict[str, object]:
    return {
        "from_line": one.line,
        "address": one.address,
        "other_line": one.other_line or None,
        "likeness": round(one.pair.likeness, 3),
        "same_origin": one.pair.same_origin,
        "same_date": one.pair.same_date,
    }


def _tell(args: argparse.Namespace, result: Result) -> None:
    """What else there is to know: columns left out, lines that may be there already, what follows, and how many."""
    made, alike = result.made, result.alike
    left = [name for name, field in zip(result.table.head, result.columns, strict=False) if name and not field]
    if left:
        output.note(args, f"left out: {', '.join(left)}; --column FIELD=HEADER takes a column in")
    if made.missing:
        output.note(args, "--add-origins adds the origins that are not known")
    for one in alike[:MOST_TOLD]:
        other = f"line {one.other_line}" if one.other_line else one.address
        output.note(args, f"line {one.line} may say the same as {other}")
    if len(alike) > MOST_TOLD:
        output.note(args, f"and {len(alike) - MOST_TOLD} more that may be there already")
    tell(args, result.done.found)
    number, refused = len(made.taken), len(made.refused)
    said = f"{number} item{'' if number == 1 else 's'} {'would be ' if args.dry_run else ''}added"
    output.note(args, f"{said}, {refused} line{'' if refused == 1 else 's'} refused")
