"""Groups: rows that stand or fall together, because of who wrote them, who told them, or what they are.

An origin's rows are those that name it, and those whose first teller does: without the origin its words
are gone, whoever tells them. A row that names several origins is in the group of each, and so are its
retellings.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from workbench.analysis.ledger import Ledger

_VOICE = "origin:"


class Group(NamedTuple):
    """Rows of a ledger by their place; `what` and `id` as in `losses.Loss`."""

    what: str
    id: str
    rows: tuple[int, ...]


def by_group(column: Sequence[int], groups: Iterable[Group]) -> list[int]:
    """What stands in the rows of each group together, of a column by row."""
    return [sum(map(column.__getitem__, group.rows)) for group in groups]


def largest(groups: Iterable[Group]) -> int:
    """How many rows the largest of them has."""
    return max([len(group.rows) for group in groups], default=0)


def sources(ledger: Ledger) -> tuple[Group, ...]:
    """The rows of each source, by id."""
    return _groups("source", ((row, address.partition("/")[0]) for row, address in enumerate(ledger.addresses)))


def kinds(ledger: Ledger) -> tuple[Group, ...]:
    """The rows of each kind of evidence that there is, by the name of the kind."""
    items = ledger.case.items
    return _groups("kind", ((row, items[address].kind.value) for row, address in enumerate(ledger.addresses)))


def origins(ledger: Ledger) -> tuple[Group, ...]:
    """The rows of each origin, by id; origins that the case has no file of are among them."""
    return _groups("origin", _told_by(ledger))


def merged_origins(ledger: Ledger) -> tuple[Group, ...]:
    """The rows of origins that may be the same, where rows of more than one are there.

    Chains of `maybe_same` are followed to their ends, also through origins that no row names.
    """
    apart = {group.id: group.rows for group in origins(ledger)}
    links = {origin.id: set(origin.maybe_same) for origin in ledger.case.origins.values()}
    groups = []
    for same in _connected(links):
        ids = sorted(same & apart.keys())
        if len(ids) > 1:
            rows = sorted({row for origin in ids for row in apart[origin]})
            groups.append(Group("origins", " + ".join(ids), tuple(rows)))
    return tuple(sorted(groups))


def _told_by(ledger: Ledger) -> Iterator[tuple[int, str]]:
    items, voices, start = ledger.case.items, ledger.standing.setting.voices, len(_VOICE)
    for row, address in enumerate(ledger.addresses):
        named: Iterable[str] = items[address].origins
        voice = voices.of[address]
        if voice[:start] == _VOICE and voice[start:] not in named:
            named = (*named, voice[start:])
        for origin in dict.fromkeys((*named, *voices.further.get(address, ()))):
            yield row, origin


def _groups(what: str, members: Iterable[tuple[int, str]]) -> tuple[Group, ...]:
    rows: dict[str, list[int]] = defaultdict(list)
    for row, name in members:
        rows[name].append(row)
    return tuple(Group(what, name, tuple(rows[name])) for name in sorted(rows))


def _connected(links: Mapping[str, set[str]]) -> Iterator[set[str]]:
    """Each set of ids that links, in either direction, hold together."""
    both: dict[str, set[str]] = {}
    for one, others in links.items():
        for other in others:
            both.setdefault(one, set()).add(other)
            both.setdefault(other, set()).add(one)
    while both:
        start, near = both.popitem()
        found, waiting = {start}, list(near)
        while waiting:
            current = waiting.pop()
            if current not in found:
                found.add(current)
                waiting.extend(both.pop(current, ()))
        yield found
