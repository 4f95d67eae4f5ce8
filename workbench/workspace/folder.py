"""Reading a workspace: every file that can be read becomes part of it, the others become findings."""

from __future__ import annotations

import fnmatch
import gc
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeVar

from workbench import edtf, yamltext
from workbench.model import Case, Finding, Item, Matrix, Origin, Question, Selector, Source, retold_elsewhere
from workbench.model.words import NOTHING
from workbench.workspace import building, durable, files, naming

FORMAT = 1
"""The format of files this version reads and writes."""

Made = TypeVar("Made")

FORMAT_NUMBER = re.compile(r"[0-9]{1,9}")


class NotAWorkspace(Exception):
    """There is no folder hypotheses/, evidence/ or matrices/ here."""


@dataclass(frozen=True, slots=True)
class Workspace:
    """What the files of a workspace say, and what is wrong with them.

    `items` is the whole pool in the order of the files, `matrices` is keyed by (question, analyst).
    `findings` are those of reading alone. `texts` are the files as read, by relative path;
    `signatures` tell the state of each file when it was read.
    """

    root: Path
    questions: Mapping[str, Question] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    origins: Mapping[str, Origin] = field(default_factory=dict)
    items: Mapping[str, Item] = field(default_factory=dict)
    matrices: Mapping[tuple[str, str], Matrix] = field(default_factory=dict)
    names: naming.Names = field(default_factory=naming.Names)
    findings: tuple[Finding, ...] = ()
    texts: Mapping[str, tuple[str, yamltext.Text]] = field(default_factory=dict)
    """Relative path to (kind, text)."""
    signatures: Mapping[str, durable.Signature] = field(default_factory=dict)

    def case(self, question: str, analyst: str) -> Case:
        """The case of one question with one analyst's matrix, an empty one where there is none yet.

        Raises:
            KeyError: there is no such question.
        """
        asked = self.questions[question]
        mine = self.matrices.get((question, analyst))
        items = self._selected(asked)
        return Case(
            question=asked,
            items=items,
            sources=self.sources,
            origins=self.origins,
            matrix=mine or Matrix(question, analyst, path=f"matrices/{question}/{analyst}.yaml"),
            colleagues={a: self.matrices[question, a] for a in self.analysts(question) if a != analyst},
            elsewhere=NOTHING if items is self.items else retold_elsewhere(items, self.items),
        )

    def analysts(self, question: str) -> tuple[str, ...]:
        """Who has a matrix for a question, by id."""
        return tuple(sorted(a for q, a in self.matrices if q == question))

    def choose(self, question: str, analyst: str) -> str:
        """Whose matrix to show: my own, else the only one or the first by id, else my own, still empty."""
        known = self.analysts(question)
        return analyst if analyst in known or not known else known[0]

    def unread(self, question: str, analyst: str) -> Finding | None:
        """Why nothing is known of an analyst's matrix although its file is there; nothing where it is known."""
        path = f"matrices/{question}/{analyst}.yaml"
        if (question, analyst) in self.matrices:
            return None
        return next((found for found in self.findings if found.path == path and not found.note), None)

    def _selected(self, asked: Question) -> Mapping[str, Item]:
        if not asked.evidence or any(s == Selector(address="*") for s in asked.evidence):
            return self.items
        named = {s.address for s in asked.evidence if _names_one(s)}
        others = [s for s in asked.evidence if not _names_one(s)]
        return {a: i for a, i in self.items.items() if a in named or any(selects(s, i) for s in others)}

    def located(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """The findings with their lines, looked up in the files as read; sorted by place."""
        given = list(findings)
        lines = self.lines([(f.path, f.keys) for f in given])
        found = (f if f.line else replace(f, line=line) for f, line in zip(given, lines, strict=True))
        return tuple(sorted(found, key=lambda f: (f.path, f.line, f.code, f.message)))

    def line(self, path: str, keys: tuple[str | int, ...]) -> int:
        """The line of a place in a file, or of the nearest place around it; 1 where that is unknown."""
        return yamltext.locate(self.texts[path][1], keys) if path in self.texts else 1

    def lines(self, places: Sequence[tuple[str, tuple[str | int, ...]]]) -> list[int]:
        """The lines of many places, each a path and its keys; every file is gone through once."""
        found = [1] * len(places)
        by_path: dict[str, list[int]] = {}
        for number, (path, _) in enumerate(places):
            by_path.setdefault(path, []).append(number)
        for path, numbers in by_path.items():
            if path in self.texts:
                lines = yamltext.locate_all(self.texts[path][1], [places[number][1] for number in numbers])
                for number, line in zip(numbers, lines, strict=True):
                    found[number] = line
        return found


def selects(selector: Selector, item: Item) -> bool:
    """Whether an item meets every condition of a selector.

    `address` may hold `*`; `tag` is a tag's name, or `name=value`; `period` overlaps the item's time.
    """
    return (
        (not selector.address or _addressed(selector.address, item))
        and (not selector.tag or _tagged(selector.tag, item))
        and (not selector.period or _within(selector.period, item))
    )


def _names_one(selector: Selector) -> bool:
    """Whether a selector is nothing but the address of one item: of those a set tells at once."""
    return bool(selector.address) and "*" not in selector.address and not selector.tag and not selector.period


def _addressed(address: str, item: Item) -> bool:
    return address == item.address or ("*" in address and fnmatch.fnmatchcase(item.address, address))


def _tagged(tag: str, item: Item) -> bool:
    name, is_given, value = tag.partition("=")
    return name in item.tags and (not is_given or value in item.tags[name])


def _within(period: str, item: Item) -> bool:
    try:
        return edtf.parse(item.when).overlaps(edtf.parse(period))
    except ValueError:
        return False


@dataclass(slots=True)
class _Reading:
    """What has been read so far."""

    root: Path
    questions: dict[str, Question] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    origins: dict[str, Origin] = field(default_factory=dict)
    items: dict[str, Item] = field(default_factory=dict)
    matrices: dict[tuple[str, str], Matrix] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    texts: dict[str, tuple[str, yamltext.Text]] = field(default_factory=dict)
    signatures: dict[str, durable.Signature] = field(default_factory=dict)
    before: Workspace | None = None
    made: dict[tuple[str, int], Any] = field(default_factory=dict)
    """What was made of files, by path and the identity of their data, which is held meanwhile."""

    def take(self, kind: str, path: Path) -> None:
        """Read one file; what is wrong with it becomes a finding."""
        shown = files.relative(self.root, path)
        self.signatures[shown] = durable.signature(path)
        try:
            text = self._text(shown, path)
        except files.Unusable as unusable:
            self.findings.append(unusable.finding)
        except yamltext.YamlError as error:
            found = error.problem
            self.findings.append(Finding(shown, found.code, found.message, found.remedy, line=found.line))
        else:
            self.texts[shown] = (kind, text)
            if not newer(text.root):
                _TAKE[kind](self, path, shown, text.root)

    def _text(self, shown: str, path: Path) -> yamltext.Text:
        """What stands in a file: as read before, if the file has not changed since."""
        if self.before and shown in self.before.texts and self.before.signatures[shown] == self.signatures[shown]:
            return self.before.texts[shown][1]
        return yamltext.read(files.content(self.root, path))

    def _once(self, shown: str, data: building.Data, make: Callable[[], Made]) -> Made:
        """What is made of a file, made once."""
        key = shown, id(data)
        if key not in self.made:
            self.made[key] = make()
        found: Made = self.made[key]
        return found

    def hypotheses(self, path: Path, shown: str, data: building.Data) -> None:
        self.questions[path.stem] = self._once(shown, data, lambda: building.question(path.stem, shown, data))

    def evidence(self, path: Path, shown: str, data: building.Data) -> None:
        id_ = path.stem
        self.sources[id_], items = self._once(
            shown, data, lambda: (building.source(id_, shown, data), building.items(id_, shown, data))
        )
        self.items.update(items)

    def origin(self, _path: Path, _shown: str, data: building.Data) -> None:
        self.origins.update(building.origins(data))

    def matrix(self, path: Path, shown: str, data: building.Data) -> None:
        asked, analyst = path.parent.name, path.stem
        self.matrices[asked, analyst] = self._once(shown, data, lambda: building.matrix(asked, analyst, shown, data))


_TAKE: Mapping[str, Callable[[_Reading, Path, str, building.Data], None]] = {
    "hypotheses": _Reading.hypotheses,
    "evidence": _Reading.evidence,
    "origins": _Reading.origin,
    "matrix": _Reading.matrix,
}


def newer(data: building.Data) -> bool:
    """Whether a file is of a later format than this version knows; such a file is not used at all."""
    given = data.get("format")
    return isinstance(given, str) and bool(FORMAT_NUMBER.fullmatch(given)) and int(given) > FORMAT


def read(root: Path, before: Workspace | None = None) -> Workspace:
    """Read a workspace. Bad files become findings beside the good ones.

    Args:
        root: its folder.
        before: the workspace as read some time ago; files that have not changed since are not read again.

    Raises:
        NotAWorkspace: none of the folders is there.
    """
    if not any((root / folder).is_dir() for folder in files.FOLDERS):
        raise NotAWorkspace(root)
    with yamltext.collector_paused():
        reading = _Reading(root, before=before)
        for entry in files.found(root):
            if isinstance(entry, Finding):
                reading.findings.append(entry)
            else:
                reading.take(*entry)
        found = _workspace(reading)
        if before is None:
            # What was read has no cycles and is there to stay. At ten thousand items the collector's
            # next full round would otherwise hold up the first screen by half a second.
            gc.freeze()
        return found


def _workspace(reading: _Reading) -> Workspace:
    questions, sources, items = reading.questions, reading.sources, reading.items
    known = naming.names(questions.values(), sources, reading.origins, items)
    return Workspace(
        root=reading.root,
        questions={q: naming.question(known, found) for q, found in questions.items()},
        sources=sources,
        origins={o: naming.origin(known, found) for o, found in reading.origins.items()},
        items={a: naming.item(known, found) for a, found in items.items()},
        matrices={key: naming.matrix(known, found) for key, found in reading.matrices.items()},
        names=known,
        findings=tuple(reading.findings),
        texts=reading.texts,
        signatures=reading.signatures,
    )


def as_if(
    read: Workspace,
    texts: Mapping[str, tuple[str, yamltext.Text] | None],
    made: dict[tuple[str, int], Any] | None = None,
) -> Workspace:
    """A workspace as it would be read if some of its files, or new ones, held these texts.

    Args:
        read: the workspace as it was read.
        texts: relative path to (kind, text); None for a file that would be gone.
        made: what was made of texts before, which whoever gives it holds meanwhile: what is the same text at the same
            path becomes the same values. It is filled further.
    """
    held = {path: text for path, text in {**read.texts, **texts}.items() if text is not None}
    reading = _Reading(read.root, texts=held, made={} if made is None else made)
    reading.signatures = {path: mark for path, mark in read.signatures.items() if texts.get(path, "") is not None}
    reading.findings += [finding for finding in read.findings if finding.path not in texts]
    for shown in sorted(held, key=lambda path: (files.FOLDERS.index(path.partition("/")[0]), path)):
        kind, text = held[shown]
        if not newer(text.root):
            _TAKE[kind](reading, read.root / shown, shown, text.root)
    with yamltext.collector_paused():
        return _workspace(reading)
