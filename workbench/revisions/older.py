"""Older wordings out of git: what the rows were rated against whose fingerprint no longer fits.

A row keeps the fingerprint of what was rated, not the words. Those are looked for in the revisions of the files that
hold them, the newest first, and what is found is proved by the fingerprint: so an item may be cut out of an old file by
its lines, and nothing wrong can come of that.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from workbench import yamltext
from workbench.analysis.older import Older
from workbench.model import Case, Item, Row, fingerprint
from workbench.revisions.git import CannotTell, Repository

MOST_REVISIONS = 100
"""Commits that are looked into, of those that changed a file in question."""

MOST_BYTES = 32_000_000
"""Bytes of old files that are looked into at most."""

MOST_TRIED = 50_000
"""Fingerprints that are tried, which takes a second or two."""

MOST_SEARCHED = 1_000_000_000
"""Bytes that are gone through for the names of items, which takes a second."""

SECONDS = 5.0
"""How long git may take to answer: a long history of other files is walked through as well."""

AT_ONCE = 25
"""Old files that are asked for together."""

_HEAD = "commit "

FIELDS = 5
"""Of a change of a file, as git lists it: two modes, two blobs, and what became of it."""

SHORT = 8
"""Letters of a commit's id that are shown."""


class _Old(NamedTuple):
    """A file as it was: its path in the workspace, its blob, and the commit that put another in its place."""

    path: str
    blob: str
    until: str


class _Text(NamedTuple):
    """What an item said, and until when; that is empty for what stands now."""

    said: str
    until: str = ""


class _Statements(NamedTuple):
    """What the hypotheses of a file said, by the ids of then, and until when."""

    said: Mapping[str, str]
    until: str = ""


def older(root: Path, case: Case, addresses: Iterable[str]) -> dict[str, Older]:
    """What the stale ones among these rows of a case were rated against, by address.

    Args:
        root: the folder of the workspace.
        case: with the matrix the rows stand in.
        addresses: of rows; those that are not stale are passed over.

    What cannot be found is left out: where there is no git, where the wording was never committed, or where it lies
    further back than is looked.
    """
    rows = ((address, case.matrix.row(address)) for address in addresses if case.stale(address))
    return {address: found for (address, _), found in of_rows(root, case, rows).items()}


def of_rows(root: Path, case: Case, rows: Iterable[tuple[str, Row]]) -> dict[tuple[str, str], Older]:
    """The same for any rows of items of the case, by address and fingerprint: of the matrix, or of a suspect."""
    wanted = {(address, row.wording): row for address, row in rows if address in case.items and row.wording}
    try:
        return _Search(root, case, wanted).found() if wanted else {}
    except CannotTell:
        return {}


class _Search:
    """Looks for the wordings of some rows of a case."""

    def __init__(self, root: Path, case: Case, wanted: Mapping[tuple[str, str], Row]) -> None:
        self.repository = replace(Repository.around(root), seconds=SECONDS)
        self.case, self.wanted = case, wanted
        self.tried = self.searched = 0
        self.statements = [_Statements({h.id: h.statement for h in case.question.hypotheses.values()})]
        self.texts = {address: [_Text(case.items[address].text)] for address, _ in wanted}
        self.rows: dict[str, list[tuple[str, str]]] = {}
        for key in wanted:
            self.rows.setdefault(case.items[key[0]].source, []).append(key)
        self.sources = {path: source for source in self.rows for path in self._paths(source)}

    def _paths(self, source: str) -> list[str]:
        known = self.case.sources.get(source)
        return [f"evidence/{id_}.yaml" for id_ in (source, *(known.formerly if known else ()))]

    def found(self) -> dict[tuple[str, str], Older]:
        """What was found, row by row; it stops at the file that answers the last of them."""
        found: dict[tuple[str, str], Older] = {}
        for old, data in self._files():
            source = self.sources.get(old.path)
            left = [key for key in (self.wanted if source is None else self.rows[source]) if key not in found]
            fitting = (self._by_statements if source is None else self._by_texts)(left, old, data)
            found.update((one.key, one.older) for one in fitting)
            if len(found) == len(self.wanted) or self.tried > MOST_TRIED or self.searched > MOST_SEARCHED:
                break
        return found

    def _by_statements(self, left: Iterable[tuple[str, str]], old: _Old, data: bytes) -> Iterator[_Found]:
        """The rows that fit what the hypotheses said in an old file, with any text known of their items."""
        then = _Statements(_statements(data), old.until)
        if all(then.said != known.said for known in self.statements):
            self.statements.append(then)
            for key in left:
                yield from self._tried(key, self.texts[key[0]], [then])

    def _by_texts(self, left: Iterable[tuple[str, str]], old: _Old, data: bytes) -> Iterator[_Found]:
        """The rows that fit what their items said in an old file, with any statements known."""
        for key in left:
            self.searched += len(data)
            then = _Text(_text(data, self.case.items[key[0]]), old.until)
            known = self.texts[key[0]]
            if then.said and all(then.said != text.said for text in known):
                known.append(then)
                yield from self._tried(key, [then], self.statements)

    def _tried(
        self, key: tuple[str, str], texts: Iterable[_Text], statements: Iterable[_Statements]
    ) -> Iterator[_Found]:
        """The row with the first of these texts and statements that has its fingerprint, if one has."""
        row, known = self.wanted[key], self.case.question.hypotheses
        ids = {h: (row.written.get(h, h), h, *known[h].formerly) for h in row.ratings if h in known}
        for then in statements:
            called = {h: next((id_ for id_ in names if id_ in then.said), "") for h, names in ids.items()}
            if not all(called.values()):
                continue
            said = {h: then.said[id_] for h, id_ in called.items()}
            for text in texts:
                for names in {(*called.values(),), (*ids,), tuple(names[0] for names in ids.values())}:
                    self.tried += 1
                    if fingerprint(text.said, zip(names, said.values(), strict=True)) == key[1]:
                        yield _Found(key, Older(key[1], text.said, said, text.until, then.until))
                        return

    # ---- out of git

    def _files(self) -> Iterator[tuple[_Old, bytes]]:
        """The files as they were, the newest first."""
        olds, read = list(self._olds()), 0
        for start in range(0, len(olds), AT_ONCE):
            some = olds[start : start + AT_ONCE]
            held = dict(self.repository.blobs(old.blob for old in some))
            yield from ((old, held[old.blob]) for old in some)
            read += sum(map(len, held.values()))
            if read > MOST_BYTES:
                return

    def _olds(self) -> Iterator[_Old]:
        """Each state of each file once, with the commit that put an end to it."""
        listed = self.repository.names(
            "log", "--full-history", "--raw", "--no-abbrev", "--no-renames", "--no-show-signature", "--root", "-z",
            f"--format={_HEAD}%H of %cs", f"--max-count={MOST_REVISIONS}", "HEAD", "--",
            self.case.question.path, *self.sources,
        )  # fmt: skip
        seen: set[tuple[str, str]] = set()
        until, blobs = "", ("", "")
        for word in (part.strip("\n") for part in listed):
            if word.startswith(_HEAD):
                commit, _, day = word.removeprefix(_HEAD).partition(" ")
                until = f"{commit[:SHORT]} {day}"
            elif word.startswith(":"):
                fields = word.split(" ")
                blobs = (fields[3], fields[2]) if len(fields) == FIELDS else ("", "")  # else of a merge
            else:
                path = word.removeprefix(self.repository.prefix)
                for blob, ended in zip(blobs, ("", until), strict=True):
                    if blob.strip("0") and (path, blob) not in seen:
                        seen.add((path, blob))
                        yield _Old(path, blob, ended)


class _Found(NamedTuple):
    """A row by its address and fingerprint, and what it was rated against."""

    key: tuple[str, str]
    older: Older


def _statements(data: bytes) -> dict[str, str]:
    """The statements in a hypotheses file, by id; nothing where it cannot be read."""
    try:
        held = yamltext.read(data).root.get("hypotheses")
    except yamltext.YamlError:
        return {}
    parts = held.items() if isinstance(held, dict) else ()
    said = ((id_, part.get("statement")) for id_, part in parts if isinstance(part, dict))
    return {id_: text for id_, text in said if isinstance(text, str)}


def _text(data: bytes, item: Item) -> str:
    """The text of an item in an evidence file; empty where it is not there."""
    for id_ in (item.id, *item.formerly):
        for lines in _named(data, id_):
            try:
                held = yamltext.read(lines).root.get(id_)
            except yamltext.YamlError:
                continue
            text = held.get("text") if isinstance(held, dict) else None
            if isinstance(text, str):
                return text
    return ""


def _named(data: bytes, id_: str) -> Iterator[bytes]:
    """The lines of every entry of this name: its own, and those that are set in further, or blank."""
    name = f" {id_}:".encode()
    at = data.find(name)
    while at >= 0:
        begin = data.rfind(b"\n", 0, at) + 1
        if not data[begin:at].strip(b" "):
            end = data.find(b"\n", at) + 1 or len(data)
            while end < len(data):
                after = data.find(b"\n", end) + 1 or len(data)
                line = data[end:after]
                if line.strip() and len(line) - len(line.lstrip(b" ")) <= at + 1 - begin:
                    break
                end = after
            yield data[begin:end]
        at = data.find(name, at + 1)
