"""What stale rows were rated against, out of git; asked only where there is one, so that all else stays as quick."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.model import Case, Finding, Part, Row
from workbench.workspace import Workspace

if TYPE_CHECKING:
    from workbench.analysis.older import History, OlderOnes

STALE = "C062"


def history(root: Path) -> History:
    """The history of the workspace in a folder."""

    def asked(case: Case, addresses: Sequence[str]) -> OlderOnes:
        from workbench.revisions.older import older  # noqa: PLC0415 - seldom wanted

        return older(root, case, addresses)

    return asked


def explained(found: Workspace, findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings; those of stale rows also say which words were others when the row was rated."""
    every = list(findings)
    told = _told(found, [finding for finding in every if finding.code == STALE])
    for finding in every:
        more = told.get(_place(finding)) if finding.code == STALE else None
        yield replace(finding, message=f"{finding.message} ({more})") if more else finding


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
