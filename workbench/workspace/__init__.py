"""Folders and cases: the only room that reads and writes the files of a case."""

from workbench.workspace.folder import NotAWorkspace, Workspace, read
from workbench.workspace.keeping import Keeper
from workbench.workspace.outcomes import Changed, Clash, Difference, Failed, Saved

__all__ = [
    "Changed",
    "Clash",
    "Difference",
    "Failed",
    "Keeper",
    "NotAWorkspace",
    "Saved",
    "Workspace",
    "read",
]
