"""What comes of writing in the files of hypotheses and evidence, as values."""

from __future__ import annotations

from typing import NamedTuple

from workbench.model import Finding
from workbench.model.authoring import Authored


class Place(NamedTuple):
    """Where something was written: a file (relative path), its 1-based line, and the keys that lead there."""

    path: str
    line: int
    keys: tuple[str | int, ...]


class Done(NamedTuple):
    """What was asked for stands in the files.

    `places` name it, one for each entry, in the order written; none where the files said so already. `found` is what
    follows from it: findings that were not there before, such as rows that are stale now. `outside` are the files that
    somebody else had changed meanwhile, and that were read anew.
    """

    changes: tuple[Authored, ...]
    places: tuple[Place, ...] = ()
    found: tuple[Finding, ...] = ()
    outside: tuple[str, ...] = ()


class Refused(NamedTuple):
    """Nothing was written. What was asked for is kept here (`changes`), so that it can be mended and tried again.

    `path` and `line` tell the place the sentence is about, where there is one. `found` are all findings that the files
    would have had, where that is the reason; the sentence is that of the first.
    """

    sentence: str
    remedy: str
    path: str = ""
    line: int = 0
    changes: tuple[Authored, ...] = ()
    found: tuple[Finding, ...] = ()

    def __str__(self) -> str:
        where = f"{self.path}:{self.line}: " if self.line else f"{self.path}: " if self.path else ""
        return f"{where}{self.sentence}; {self.remedy}" if self.remedy else f"{where}{self.sentence}"


class Refusing(Exception):
    """Something cannot be written as asked for; `refused` says why."""

    def __init__(
        self, sentence: str, remedy: str, path: str = "", line: int = 0, found: tuple[Finding, ...] = ()
    ) -> None:
        super().__init__(sentence)
        self.refused = Refused(sentence, remedy, path, line, found=found)
