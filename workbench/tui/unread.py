"""Files of the workspace that could not be used: said when it is opened, as what is shown is not all there is."""

from __future__ import annotations

from workbench.tui.desk import Said
from workbench.workspace import Workspace

STRAY = frozenset({"W005", "W006"})
"""Findings about what is no file of a workspace at all."""


def said(files: Workspace, question: str, analyst: str) -> Said:
    """The key that lists what there is to mend, the first file that is not used, where it is wrong, and how many more.

    The analyst's own matrix comes first. Nothing where every file is used.
    """
    found = {f.path: f for f in reversed(files.findings) if f.path not in files.texts and f.code not in STRAY}
    if not found:
        return Said()
    mine = f"matrices/{question}/{analyst}.yaml"
    first = found[mine if mine in found else min(found)]
    line = f":{first.line}" if first.line else ""
    more = f", and {len(found) - 1} more" if len(found) > 1 else ""
    named = f"{first.path.rpartition('/')[2]}{line}{more}"
    return Said(f"o {len(files.findings)} to mend. Not used: {named}: {first.message}", alarm=True)
