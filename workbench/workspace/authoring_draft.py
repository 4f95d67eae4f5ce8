"""Files as they would be: edits of their lines, made on what stands there now, and the record of each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from workbench import yamltext
from workbench.workspace.authoring_lines import Data, edited, plain, within
from workbench.workspace.authoring_outcomes import Refusing
from workbench.workspace.authoring_style import BY_ID, Keys, fields, sections, styled
from workbench.workspace.folder import Workspace, newer


class Put(NamedTuple):
    """What stands at a place became something else. `after` is the key before it, where there is one."""

    path: str
    keys: Keys
    was: Data
    now: Data
    after: str | None = None

    @property
    def way(self) -> Keys:
        """The way to what was edited: in a list, to the first item that is another one."""
        if len(self.keys) > 1 or not isinstance(self.now, list):
            return self.keys
        was = self.was if isinstance(self.was, list) else []
        differs = (index for index, one in enumerate(self.now) if was[index : index + 1] != [one])
        return (*self.keys, *list(differs)[:1])


class Several(NamedTuple):
    """Entries of a section came, one behind the other (`there`), or went. `after` is the key before the first."""

    path: str
    section: str
    entries: Mapping[str, Data]
    after: str | None
    there: bool = True

    @property
    def way(self) -> Keys:
        """The way to what was edited."""
        return (self.section,)


class Renamed(NamedTuple):
    """An entry of a section got another id."""

    path: str
    section: str
    was: str
    now: str

    @property
    def way(self) -> Keys:
        """The way to what was edited."""
        return (self.section, self.now)


class Ordered(NamedTuple):
    """The entries of a section got another order."""

    path: str
    section: str
    was: tuple[str, ...]
    now: tuple[str, ...]

    @property
    def way(self) -> Keys:
        """The way to what was edited."""
        return (self.section,)


class Begun(NamedTuple):
    """A file that was not there was begun."""

    path: str
    data: bytes

    @property
    def way(self) -> Keys:
        """The way to what was edited: the file itself."""
        return ()


class Ended(NamedTuple):
    """A file that was begun is gone again."""

    path: str
    data: bytes

    @property
    def way(self) -> Keys:
        """The way to what was edited: the file itself."""
        return ()


Op = Put | Several | Renamed | Ordered | Begun | Ended
"""One edit, with what it takes to make it or to take it back."""


class Draft:
    """Documents under change, and what was done to them (`ops`).

    `fresh` is the workspace as it stands in the files. `seen` is what whoever asks for the change has looked at: where
    the two differ at a place that is to be changed, nothing is changed. `path` is the file last looked at.
    """

    def __init__(self, fresh: Workspace, seen: Workspace) -> None:
        self.fresh = fresh
        self.ops: list[Op] = []
        self.path = ""
        self.documents: dict[str, yamltext.Document] = {}
        self.kinds: dict[str, str] = {}
        self._seen = seen

    def document(self, path: str) -> yamltext.Document:
        """A file as it would be now.

        Raises:
            Refusing: there is no such file, or it cannot be read.
        """
        self.path = path
        if path not in self.documents:
            if path not in self.fresh.texts:
                raise self._unread(path)
            self.kinds[path], text = self.fresh.texts[path]
            if newer(text.root):
                raise Refusing(
                    "a later version of ach wrote this file", "install that version; nothing is changed here", path, 1
                )
            self.documents[path] = yamltext.Document.of(text)
        return self.documents[path]

    def _unread(self, path: str) -> Refusing:
        broken = next((f for f in self.fresh.findings if f.path == path and not f.note), None)
        if broken is None:
            return Refusing("there is no such file", "begin it first", path)
        return Refusing(broken.message, broken.remedy, path, broken.line)

    def has(self, path: str) -> bool:
        """Whether a file is there, readable or not."""
        return path in self.documents or path in self.fresh.signatures

    def names(self, path: str, section: str) -> list[str]:
        """The keys of a section, in the order of the file."""
        return self.document(path).keys(section)

    def at(self, path: str, keys: Keys) -> Data:
        """What stands at a place; None where nothing does."""
        document = self.document(path)
        if len(keys) == 1:
            return document.data.get(str(keys[0]))  # small files only: this reads the whole of it
        return within(document.entry(str(keys[0]), str(keys[1])), keys[2:])

    def plain_at(self, path: str, keys: Keys) -> Data:
        """What stands at a place, to be compared."""
        return plain(self.at(path, keys))

    def begin(self, path: str, kind: str, data: bytes) -> None:
        """Begin a file.

        Raises:
            Refusing: there is one.
        """
        if self.has(path):
            raise Refusing("this file is there already and stays as it is", "choose another id", path)
        self.documents[path], self.kinds[path] = yamltext.Document.read(data), kind
        self.ops.append(Begun(path, data))

    def put(self, path: str, keys: Keys, value: Data, *, after: str | None = None, last: bool = True) -> None:
        """Let this stand at a place, or nothing (None, or what is empty).

        Args:
            path: the file.
            keys: the way to the place: a section; an entry or field of it; or a field further in.
            value: a text, or texts in mappings and lists.
            after: for a new entry by id, the one it follows.
            last: where `after` is None: behind all others, or before them.

        Raises:
            Refusing: somebody else changed the place since it was seen.
            EditRefused: the lines are written in a way that cannot be changed safely.
        """
        was, now = self.at(path, keys), value or None
        if _read(was) == _read(now):
            return
        if isinstance(was, str) and isinstance(now, str) and was.endswith("\n"):
            now += "\n"  # a block without a hyphen behind its sign stays one; the reader takes the break off
        self._refuse_unseen(path, keys)
        document = self.document(path)
        before = self._before(path, keys) if now is None else None
        self.documents[path] = edited(document, self.kinds[path], keys, now, (after, last))
        self.ops.append(Put(path, keys, plain(was), plain(now), before if now is None else self._before(path, keys)))

    def put_several(self, path: str, section: str, entries: Mapping[str, Data], *, after: str | None) -> None:
        """Let new entries stand behind one of a section, or behind all others.

        Raises:
            EditRefused: the lines are written in a way that cannot be changed safely.
        """
        document = self.document(path)
        behind = after or next(reversed(document.keys(section)), None)
        new = {key: styled((section, key), value) for key, value in entries.items()}
        order = sections(self.kinds[path])
        self.documents[path] = yamltext.add_several(
            document, section, new, after=behind, section_order=order, spaced=section in BY_ID
        )
        self.ops.append(Several(path, section, {key: plain(value) for key, value in entries.items()}, behind))

    def take_several(self, path: str, section: str, entries: Mapping[str, Data], after: str | None) -> None:
        """Take entries away that `put_several` put there."""
        self.documents[path] = yamltext.remove_several(
            self.document(path), section, list(entries), spaced=section in BY_ID
        )
        self.ops.append(Several(path, section, entries, after, there=False))

    def rename(self, path: str, section: str, old: str, new: str) -> None:
        """Give an entry of a section another id."""
        self._refuse_unseen(path, (section, old))
        edit = self.document(path).change
        self.documents[path], _ = edit(section, old, lambda text, keys: yamltext.rename_key(text, keys, new))
        self.ops.append(Renamed(path, section, old, new))

    def order(self, path: str, section: str, names: Sequence[str]) -> None:
        """Give the entries of a section another order."""
        was = tuple(self.names(path, section))
        if was != tuple(names):
            self._refuse_other_order(path, section)
            whole = self.document(path).whole()
            self.documents[path] = yamltext.Document.of(yamltext.order_entries(whole, (section,), names))
            self.ops.append(Ordered(path, section, was, tuple(names)))

    def _refuse_unseen(self, path: str, keys: Keys) -> None:
        if self._seen is self.fresh or path not in self.fresh.texts:
            return
        standing = within(self.fresh.texts[path][1].root, keys)
        seen = within(self._seen.texts[path][1].root, keys) if path in self._seen.texts else None
        if plain(standing) != plain(seen):
            line = yamltext.locate(self.fresh.texts[path][1], keys)
            name = next(str(key) for key in reversed(keys) if isinstance(key, str))
            sentence = f"'{name}' was changed outside meanwhile; it now {_says(standing)}"
            raise Refusing(sentence, "look at it, and change it once more if you still want to", path, line)

    def _refuse_other_order(self, path: str, section: str) -> None:
        if path in self.fresh.texts and path in self._seen.texts:
            orders = [list(within(one.texts[path][1].root, (section,)) or ()) for one in (self.fresh, self._seen)]
            if orders[0] != orders[1]:
                sentence = f"the order of {section} was changed outside meanwhile"
                raise Refusing(sentence, "look at it, and change it once more if you still want to", path)

    def _before(self, path: str, keys: Keys) -> str | None:
        """The key before an entry, where its place does not follow from its name."""
        if len(keys) == 1 or fields(keys[:-1]):
            return None
        names = self.names(path, str(keys[0])) if len(keys) == 2 else list(self.at(path, keys[:-1]) or ())
        index = names.index(str(keys[-1])) if keys[-1] in names else 0
        return names[index - 1] if index else None


def _read(value: Data) -> Data:
    """Data as the reader takes it: without white space at the ends of texts, lists for tuples."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, Mapping):
        return {key: _read(inner) for key, inner in value.items()}
    return [_read(inner) for inner in value] if isinstance(value, list | tuple) else value


def _says(value: Data, most: int = 60) -> str:
    if value is None:
        return "is not there"
    text = value.strip() if isinstance(value, str) else "holds something else"
    return f'says "{text if len(text) <= most else text[: most - 1] + "…"}"' if isinstance(value, str) else text
