"""Starting: until the first screen stands nothing loaded is garbage, and to look for some takes a twentieth of it."""

from __future__ import annotations

import gc


def over() -> None:
    """Look for garbage again, where that rested; not among what was loaded, which is there to stay."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()
