"""The cells of several analysts as CSV for spreadsheets: a line a cell, contested ones first; see `sheet`."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from workbench.analysis.agreement import CellRatings, Contested, Member
from workbench.report.comparecontent import Compared
from workbench.report.sheet import safe
from workbench.report.wording import UNRATED

COLUMNS = ("address", "hypothesis", "text", "contested", "steps", "median", "settling changes who leads")


def render(compared: Compared) -> str:
    """The cells as CSV text with CRLF line ends."""
    lines = io.StringIO(newline="")
    writer = csv.writer(lines, lineterminator="\r\n")
    for record in _records(compared):
        writer.writerow(map(safe, record))
    return lines.getvalue()


def _records(compared: Compared) -> Iterator[list[str]]:
    found = compared.found
    ids = [member.id for member in found.analysts]
    yield [*COLUMNS, *ids, *(f"because {analyst}" for analyst in ids)]
    contested = {(one.cell.address, one.cell.hypothesis): one for one in found.contested}
    others = (Contested(cell) for cell in found.cells if (cell.address, cell.hypothesis) not in contested)
    for one in (*contested.values(), *others):
        yield _cell(compared, one)
    width = len(COLUMNS) + 2 * len(ids)
    if marking := found.case.question.marking:
        yield ["marking", marking, *[""] * (width - 2)]
    yield ["printed by", compared.program, *[""] * (width - 2)]


def _rated(member: Member, cell: CellRatings) -> str:
    """What an analyst rated; else why nothing stands there."""
    if rating := cell.ratings.get(member.id):
        return rating.value
    return "parked" if member.case.parked(cell.address) else "stale" if cell.address in member.stale else UNRATED


def _cell(compared: Compared, one: Contested) -> list[str]:
    found, cell = compared.found, one.cell
    matters = ("by the median" if one.team else "with an analyst" if one.analysts else "no") if cell.contested else ""
    return [
        cell.address,
        cell.hypothesis,
        found.case.items[cell.address].text,
        "contested" if cell.contested else "",
        "" if cell.spread is None else str(cell.spread),
        found.medians[cell.address, cell.hypothesis].rating.value if found.orders else "",
        matters if found.orders else "",
        *(_rated(member, cell) for member in found.analysts),
        *(
            member.reason(cell.address, cell.hypothesis) if member.id in cell.ratings else ""
            for member in found.analysts
        ),
    ]
