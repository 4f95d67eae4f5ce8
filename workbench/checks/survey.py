"""A workspace, and what several rules ask of it: the cases, and the ids as the files have them."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, Final, NamedTuple

from workbench.model import Case, Matrix, Part, Row
from workbench.workspace import Workspace, folder

EACH: Final = "*"
"""In a pattern: every value of a mapping or list."""

KEY: Final = "*key"
"""At the end of a pattern: every key of a mapping, in place of its value."""

Pattern = tuple[str, ...]
"""Where in a kind of file something stands: names of fields, `EACH` and `KEY`."""


class Mention(NamedTuple):
    """A text or key of a file, and where it stands."""

    path: str
    keys: tuple[str | int, ...]
    text: str


class Survey:
    """A workspace with what the rules share, worked out once.

    The values of the model have every id under its present name; the files may still have an old
    one. `mentions` reads the files as they are, so that a finding points at what is written there.
    """

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace

    @cached_property
    def cases(self) -> tuple[Case, ...]:
        """One case for each matrix whose question is known."""
        known = self.workspace.questions
        return tuple(self.workspace.case(q, analyst) for q, analyst in self.workspace.matrices if q in known)

    @property
    def renamed(self) -> bool:
        """Whether anything has an old id."""
        names = self.workspace.names
        return bool(names.addresses or names.suspects or any(names.hypotheses.values()))

    def mentions(
        self, patterns: Mapping[str, tuple[Pattern, ...]], but: Callable[[str], Container[str]] = lambda _: ()
    ) -> Iterator[Mention]:
        """What stands at these patterns, given by kind of file, in every file that could be read.

        `but` gives, for the path of a file, what is passed over in it: of a large matrix nearly all.
        """
        for path, (kind, text) in self.workspace.texts.items():
            for pattern in () if folder.newer(text.root) else patterns.get(kind, ()):
                yield from _mentions(Mention(path, (), ""), text.root, pattern, but(path))

    def unread(self, path: str) -> bool:
        """Whether a file is there but could not be read, so that nothing is known of what it names."""
        workspace = self.workspace
        if path in workspace.texts:
            return folder.newer(workspace.texts[path][1].root)
        return path in workspace.signatures

    def data(self, path: str, *names: str) -> Mapping[str, Any]:
        """A section of a file as written; empty where there is none."""
        data: Any = self.workspace.texts[path][1].root if path in self.workspace.texts else {}
        for name in names:
            data = data.get(name) if isinstance(data, dict) else None
        return data if isinstance(data, dict) else {}

    def rated_again(self, matrix: Matrix) -> Mapping[str, Sequence[tuple[Row, tuple[str, ...]]]]:
        """By address, the rows of a matrix that are rated again for a suspect, and where each stands in its file."""
        names, found = self.workspace.names, dict[str, list[tuple[Row, tuple[str, ...]]]]()
        for suspect, rows in self.data(matrix.path, "deceptive").items() if matrix.deceptive else ():
            for address in rows if isinstance(rows, dict) else ():
                row = matrix.part(Part("deceptive", (names.suspect(suspect), names.address(address))))
                if row.ratings:
                    found.setdefault(names.address(address), []).append((row, ("deceptive", suspect, address)))
        return found

    def written(self, matrix: Matrix, section: str, address: str) -> str:
        """The address under which an item stands in a section of a matrix file: an old one, if that is there."""
        entries = self.data(matrix.path, section)
        if address in entries or not self.workspace.names.addresses:
            return address
        return next((old for old in self.workspace.names.former(address) if old in entries), address)


def _mentions(place: Mention, value: Any, pattern: Pattern, but: Container[str]) -> Iterator[Mention]:
    """What stands at a pattern inside a value, which itself stands at `place`."""
    path, keys, _ = place
    if not pattern:
        if isinstance(value, str) and value.strip() not in but:
            yield Mention(path, keys, value.strip())
    elif pattern[0] == EACH:
        for key, inner in _entries(value):
            yield from _mentions(Mention(path, (*keys, key), ""), inner, pattern[1:], but)
    elif isinstance(value, dict) and pattern[0] == KEY:
        yield from (Mention(path, (*keys, key), key) for key in value if key not in but)
    elif isinstance(value, dict) and pattern[0] in value:
        name = pattern[0]
        yield from _mentions(Mention(path, (*keys, name), ""), value[name], pattern[1:], but)


def _entries(value: Any) -> Iterator[tuple[str | int, Any]]:
    if isinstance(value, dict):
        yield from value.items()
    elif isinstance(value, list):
        yield from enumerate(value)
