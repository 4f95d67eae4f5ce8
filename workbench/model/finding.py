"""A finding: one thing to mend in a workspace."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to mend in a workspace, as `path:line: CODE message; remedy`.

    `keys` leads to the place inside the file; `line` (1-based, 0 for a whole file) is looked up
    from it by the reader, who knows the text.
    """

    path: str
    code: str
    message: str
    remedy: str
    keys: tuple[str | int, ...] = ()
    line: int = 0
    note: bool = False
    """A note informs (exit code 0); every other finding asks for a change (exit code 1)."""

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.code} {self.message}; {self.remedy}"
