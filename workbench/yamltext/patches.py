"""Changes of a file as lines, which can be taken back to the byte."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


class PatchMismatch(ValueError):
    """The lines that a patch replaces are not there. `line` is the 1-based line at which they should begin."""

    def __init__(self, line: int) -> None:
        super().__init__(f"line {line}: the text here is not what this change was made on")
        self.line = line


@dataclass(frozen=True, slots=True)
class Patch:
    r"""Some lines in place of others.

    Attributes:
        start: index of the first line concerned, from 0.
        removed: the lines that stand there, split at "\n" (so that a carriage return belongs to its line).
        added: the lines that come in their place.
    """

    start: int
    removed: tuple[str, ...]
    added: tuple[str, ...]

    @property
    def end(self) -> int:
        """Index behind the last line removed."""
        return self.start + len(self.removed)

    @property
    def shift(self) -> int:
        """How many lines the file grows by."""
        return len(self.added) - len(self.removed)

    def inverse(self) -> Patch:
        """The patch that takes this one back."""
        return Patch(self.start, self.added, self.removed)

    def applied(self, lines: tuple[str, ...]) -> tuple[str, ...]:
        """The lines with this change.

        Raises:
            PatchMismatch: other lines stand there.
        """
        if self.start < 0 or lines[self.start : self.end] != self.removed:
            raise PatchMismatch(self.start + 1)
        return (*lines[: self.start], *self.added, *lines[self.end :])


def patch_between(start: int, old: Sequence[str], new: Sequence[str]) -> Patch:
    """The smallest patch that puts these new lines in place of the old ones, which begin at line `start`."""
    shorter = min(len(old), len(new))
    before = next((index for index in range(shorter) if old[index] != new[index]), shorter)
    most = shorter - before
    after = next((index for index in range(most) if old[-1 - index] != new[-1 - index]), most)
    return Patch(start + before, tuple(old[before : len(old) - after]), tuple(new[before : len(new) - after]))
