"""The lines of a table as items to add, or refused: no line costs another one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import NamedTuple, TypeVar

from workbench.model import Item, Kind, Origin, ids
from workbench.model.authoring import AddItem, AddOrigin, Authored
from workbench.model.case import normal
from workbench.pasting import cells
from workbench.pasting.cells import Unread, all_of, quoted
from workbench.pasting.columns import Columns
from workbench.pasting.fields import TAG, slug
from workbench.pasting.table import Record, Table
from workbench.workspace import Workspace

Read = TypeVar("Read")


class TakenLine(NamedTuple):
    """A line that can be added: the 1-based line of the pasted text, and what it becomes."""

    line: int
    item: Item


class RefusedLine(NamedTuple):
    """A line that cannot be added, why, and what to do."""

    line: int
    sentence: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.sentence}; {self.remedy}" if self.remedy else self.sentence


class Pasted(NamedTuple):
    """What a table comes to. Every record is in `taken` or in `refused`, both in the order of the text.

    `origins` are added with the items. `missing` are origins that lines name and that are not known: those lines are
    refused, and would not be if the origins were added.
    """

    taken: tuple[TakenLine, ...]
    refused: tuple[RefusedLine, ...]
    origins: tuple[Origin, ...] = ()
    missing: tuple[str, ...] = ()

    @property
    def changes(self) -> tuple[Authored, ...]:
        """What writes all of it, as one step: the origins that items name, then the items source by source."""
        named = {origin for taken in self.taken for origin in taken.item.origins}
        by_source: dict[str, list[Authored]] = defaultdict(list)
        for taken in self.taken:
            by_source[taken.item.source].append(AddItem(taken.item))
        added = (change for changes in by_source.values() for change in changes)
        return (*(AddOrigin(origin) for origin in self.origins if origin.id in named), *added)

    def without(self, refused: Iterable[RefusedLine]) -> Pasted:
        """The same with more lines refused."""
        more = {one.line: one for one in refused}
        kept = tuple(one for one in self.taken if one.line not in more)
        return self._replace(taken=kept, refused=tuple(sorted((*self.refused, *more.values()))))


def pasted(table: Table, columns: Columns, workspace: Workspace, source: str, *, add_origins: bool = False) -> Pasted:
    """Make items of the records of a table.

    Args:
        table: what was pasted.
        columns: what each column is.
        workspace: what is there already.
        source: the source of lines that name none; may be empty.
        add_origins: whether origins that are not known are added with the items.
    """
    making = _Making(table, columns, workspace, source)
    taken: list[TakenLine] = []
    refused = [RefusedLine(*fault) for fault in table.faults]
    for record in table.records:
        try:
            item = making.item(record, add_origins=add_origins)
        except Unread as error:
            refused.append(RefusedLine(record.line, error.sentence, error.remedy))
        else:
            taken.append(TakenLine(record.line, item))
            making.used(record.line, item)
    return Pasted(tuple(taken), tuple(sorted(refused)), tuple(making.origins.values()), tuple(making.missing))


def _tried(wrong: list[Unread], read: Callable[[], Read], otherwise: Read) -> Read:
    """What a cell holds; what is wrong with it is noted, so that all that is wrong with a line is told at once."""
    try:
        return read()
    except Unread as error:
        wrong.append(error)
        return otherwise


class _Making:
    """What is known while items are made of lines: ids that are taken, texts that are there, origins to add."""

    def __init__(self, table: Table, columns: Columns, workspace: Workspace, source: str) -> None:
        self.workspace, self.source = workspace, source
        self.place = {field: index for index, field in enumerate(columns) if field}
        self.origins: dict[str, Origin] = {}
        self.missing: dict[str, None] = {}
        self._whose = cells.by_name(workspace.origins.values())
        self._called: dict[str, str] = {}
        self._by_title = {one.title: one.id for one in workspace.sources.values()}
        self._taken: dict[str, dict[str, str]] = {}
        self._texts: dict[str, dict[str, str]] = {}
        self._numbers: dict[tuple[str, str], int] = {}
        wanted = self.place.get("id")
        self._wanted = {slug(cell) for cell in table.column(wanted)} if wanted is not None else set()

    def item(self, record: Record, *, add_origins: bool) -> Item:
        """The item of a record.

        Raises:
            Unread: it cannot be one.
        """
        said = {field: cells.writable(record.cells[i]) for field, i in self.place.items() if record.cells[i:]}
        text = said.get("text", "")
        if not text:
            remedy = "write the claim, or take the line out" if "text" in self.place else "say which column is the text"
            raise Unread("there is no text in it", remedy)
        source = self._source(said.get("source", ""))
        there = self._at(source)[1].get(normal(text))
        if there:
            raise Unread(f"the same text stands in {there} already", "leave the line out")
        grader = self.workspace.sources.get(source)
        wrong: list[Unread] = []
        made = Item(
            f"{source}/",
            text,
            _tried(wrong, lambda: cells.kind(said.get("kind", ""), own=source == "own"), Kind.REPORT),
            credibility=_tried(wrong, lambda: cells.credibility(said.get("credibility", ""), grader), ""),
            when=_tried(wrong, lambda: cells.day(said.get("when", ""), "when"), ""),
            reported=_tried(wrong, lambda: cells.day(said.get("reported", ""), "reported"), ""),
            tags=_tried(wrong, lambda: self._tags(said), {}),
            retells=next(iter(cells.addresses(said.get("retells", ""), source)), ""),
            rests_on=cells.addresses(said.get("rests_on", ""), source),
            origins=_tried(wrong, lambda: self._origins(said.get("origin", ""), add=add_origins), ()),
            because=said.get("because", ""),
            at=said.get("at", ""),
            quote=said.get("quote", ""),
            changed=said.get("changed", ""),
            looked_in=said.get("looked_in", ""),
            would_show=said.get("would_show", ""),
            marking=said.get("marking", ""),
            standing=said.get("standing", ""),
            if_wrong=said.get("if_wrong", ""),
        )
        id_ = _tried(wrong, lambda: self._id(said.get("id", ""), source, text), "")
        if wrong:
            raise all_of(wrong)
        return replace(made, address=f"{source}/{id_}")

    def used(self, line: int, item: Item) -> None:
        """Keep in mind what id a line has taken."""
        self._at(item.source)[0][item.id] = f"line {line}"

    def _at(self, source: str) -> tuple[dict[str, str], dict[str, str]]:
        """The ids and the texts of a source, each with where it stands; old ids too."""
        if source not in self._taken:
            own = [item for item in self.workspace.items.values() if item.source == source]
            old = {former: f"{item.address}, formerly" for item in own for former in item.formerly}
            self._taken[source] = old | {item.id: item.address for item in own}
            self._texts[source] = {normal(item.text): item.address for item in own}
        return self._taken[source], self._texts[source]

    def _source(self, cell: str) -> str:
        known = self.workspace.sources
        found = (cell if cell in known else self._by_title.get(cell, "")) if cell else self.source
        if not cell and not found:
            raise Unread("it names no source", "choose the source of these lines")
        if found not in known and found != "own":
            raise Unread(f"there is no source {quoted(cell or found)}", "add the source first")
        return found

    def _id(self, cell: str, source: str, text: str) -> str:
        taken, _ = self._at(source)
        if not cell:
            return self._proposed(source, text)
        made = slug(cell)
        if not ids.is_id(made):
            raise Unread(
                f"{quoted(cell)} is no id", "write letters a-z first, or leave the cell empty for one made here"
            )
        if made in taken:
            raise Unread(f"the id '{made}' is that of {taken[made]}", "give the line another id, or none")
        return made

    def _proposed(self, source: str, text: str) -> str:
        """An id made of the text; the number behind it goes on where the last one stopped."""
        taken, _ = self._at(source)
        base = ids.proposed(text)
        number = self._numbers.get((source, base), 1)
        made = base
        while made in taken or made in self._wanted or not ids.is_id(made):
            number += 1
            made = f"{base}-{number}"
        self._numbers[source, base] = number
        return made

    def _tags(self, said: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
        made = cells.tags(said.get("tags", ""))
        for field, cell in said.items():
            if field.startswith(TAG) and cell:
                made[field.removeprefix(TAG)] = cells.several(cell)
        for name in made:
            if slug(name) != name:
                raise Unread(f"{quoted(name)} is no name of a tag", "use a-z, 0-9 and single hyphens")
        return made

    def _origins(self, cell: str, *, add: bool) -> tuple[str, ...]:
        found = cells.origins(cell, self._whose)
        unknown = [one for one in found if one not in self.workspace.origins]
        self.missing.update(dict.fromkeys(unknown) if not add else {})
        if unknown and not add:
            raise Unread(f"there is no origin {quoted(unknown[0])}", "add it, or let it be added with the lines")
        return tuple(dict.fromkeys(self._added(one) if one in unknown else one for one in found))

    def _added(self, who: str) -> str:
        """The id of an origin that is to be added."""
        if who not in self._called:
            old = {former for origin in self.workspace.origins.values() for former in origin.formerly}
            taken = {*self.workspace.origins, *self.origins, *self.workspace.sources, *old, *ids.NEVER_AN_ID}
            id_ = who if ids.is_id(who) and who not in taken else ids.proposed(who, taken, "origin")
            self._called[who] = id_
            self.origins[id_] = Origin(id_, who)
        return self._called[who]
