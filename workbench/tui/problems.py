"""The list of what there is to mend, with the remarks on the answer over it."""

from __future__ import annotations

from collections.abc import Sequence

from workbench import checks
from workbench.model import Case, Finding
from workbench.tui.chooser import Chooser, Option
from workbench.tui.desk import Desk
from workbench.workspace import Workspace


def listed(files: Workspace, case: Case, desk: Desk) -> Chooser:
    """Every finding, to choose the one whose file is to be opened."""
    found = _findings(files, case, desk)
    options = [Option(f, f"{f.code} {f.message}", f"{f.path}:{f.line}") for f in found]
    said = desk.answer
    remarks = [said.headline, *said.remarks] if said else []
    title = f"{len(found)} to mend; enter opens the file" if found else "Nothing to mend."
    return Chooser(title, options or [Option(None, "go back")], intro=remarks)


def _findings(files: Workspace, case: Case, desk: Desk) -> Sequence[Finding]:
    """What there is to mend; nothing that would tell of colleagues' ratings while rating is blind."""
    hidden = [matrix.path for matrix in case.colleagues.values()] if desk.blind else []
    return [f for f in checks.everything(files) if not f.note and f.path not in hidden]
