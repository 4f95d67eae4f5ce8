"""Git revisions of a workspace: what it said then, as the same values that reading its folder gives."""

from workbench.revisions.between import Compared, compared
from workbench.revisions.git import CannotTell, Repository

__all__ = ["CannotTell", "Compared", "Repository", "compared"]
