"""What stale rows were rated against, and stale judgements made on, out of git; asked only where there is one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.model import Case, Finding, Part, Row, judgement_stale
from workbench.workspace import Workspace

if TYPE_CHECKING:
    from workbench.analysis.older import History, OlderOnes

STALE, STALE_JUDGEMENT = "C062", "C077"


def history(root: Path) -> History:
    """The history of the workspace in a folder."""

    def asked(case: Case, addresses: Sequence[str]) -> OlderOnes:
        from workbench.revisions.older import older  # noqa: PLC0415 - seldom wanted

        return older(root, case, addresses)

    return asked


def rated_since(root: Path) -> Callable[[Case], int | None]:
    """Asks how many ratings changed since a stale judgement in a folder was written; see `revisions.judging`."""

    def asked(case: Case) -> int | None:
        from workbench.revisions.judging import rated_since  # noqa: PLC0415 - seldom wanted

        return rated_since(root, case) if judgement_stale(case) else None

    return asked


def explained(found: Workspace, findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings; those of stale rows also say which words were others when the row was rated, those of a stale
    judgement how many ratings were, where that is known.
    """  # noqa: D205
    every = list(findings)
    told = _told(found, [finding for finding in every if finding.code == STALE])
    for finding in every:
        more = told.get(_place(finding)) if finding.code == STALE else None
        more = _rated(found, finding) if finding.code == STALE_JUDGEMENT else more
        yield replace(finding, message=f"{finding.message} ({more})") if more else finding


def _rated(found: Workspace, finding: Finding) -> str:
    _, question, name = finding.path.split("/")
    number = rated_since(found.root)(found.case(question, name.removesuffix(".yaml")))
    return f"{number:,} {'rating' if number == 1 else 'ratings'}" if number else ""


def _place(finding: Finding) -> tuple[str, tuple[str | int, ...]]:
    return finding.path, finding.keys


def _told(found: Workspace, stale: Sequence[Finding]) -> dict[tuple[str, tuple[str | int, ...]], str]:
    """What was reworded, on a line, by the places of findings."""
    if not stale:
        return {}
    from workbench.analysis.older import reworded  # noqa: PLC0415 - loads the analysis, and seldom wanted
    from workbench.report import rewordings  # noqa: PLC0415 - as above
    from workbench.revisions.older import of_rows  # noqa: PLC0415 - as above

    told = {}
    for path in dict.fromkeys(finding.path for finding in stale):
        _, question, name = path.split("/")
        case = found.case(question, name.removesuffix(".yaml"))
        rows = {_place(f): _row(found, case, f) for f in stale if f.path == path}
        older = of_rows(found.root, case, rows.values())
        for place, (address, row) in rows.items():
            if known := older.get((address, row.wording)):
                told[place] = rewordings.line(reworded(case, address, known))
    return told


def _row(found: Workspace, case: Case, finding: Finding) -> tuple[str, Row]:
    """The row that a finding is about, with its address: of the matrix, or rated again for a suspect."""
    address = found.names.address(str(finding.keys[-1]))
    if finding.keys[0] == "rows":
        return address, case.matrix.row(address)
    suspect = found.names.suspect(str(finding.keys[1]))
    row: Row = case.matrix.part(Part("deceptive", (suspect, address)))
    return address, row
