"""Whether this user opens the workbench for the first time: an empty file in their state folder says that they have.

The folder is `$XDG_STATE_HOME/ach-workbench`, else `~/.local/state/ach-workbench`. With `ACH_NO_TOUR` set nothing is
looked for and nothing written.
"""

from __future__ import annotations

import contextlib
import os
from pathlib import Path


def is_first() -> bool:
    """Whether nothing says that the tour was seen."""
    try:
        return "ACH_NO_TOUR" not in os.environ and not _seen().exists()
    except (OSError, RuntimeError):  # no home, or one that cannot be looked into
        return False


def remember() -> None:
    """Note that the tour was seen; where that cannot be written it comes again."""
    if "ACH_NO_TOUR" in os.environ:
        return
    with contextlib.suppress(OSError, RuntimeError):
        _seen().parent.mkdir(parents=True, exist_ok=True)
        _seen().touch()


def _seen() -> Path:
    state = os.environ.get("XDG_STATE_HOME", "")
    folder = Path(state) if Path(state).is_absolute() else Path.home() / ".local" / "state"
    return folder / "ach-workbench" / "tour-seen"
