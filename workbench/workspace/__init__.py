"""Folders and cases: the only room that reads and writes the files of a case."""

from workbench.workspace.folder import NotAWorkspace, Workspace, read
from workbench.workspace.keeping import Changed, Clash, Failed, Keeper, Saved
from workbench.workspace.merging import Difference

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
