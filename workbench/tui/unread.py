"""Files of the workspace that could not be used: said when it is opened, as what is shown is not all there is."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.tui.desk import Said
from workbench.workspace import Workspace

STRAY = frozenset({"W005", "W006"})
"""Findings about what is no file of a workspace at all."""


NAMED = 3
"""Files that a sentence names at most."""


def outside(files: Workspace, changed: Sequence[str]) -> str:
    """What is said when files changed outside: that they are taken in, or that one of them is not used any more."""
    broken = next((f for f in files.findings if f.path in changed and f.path not in files.texts), None)
    if broken is None:
        return f"Changed outside and taken in: {', '.join(changed[:NAMED])}"
    name = broken.path.rpartition("/")[2]
    return f"Changed outside and not used until it is mended (o): {name}:{broken.line or 1}: {broken.message}"


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
