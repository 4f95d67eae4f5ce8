"""Suspects: the sources and origins that the deception checklist is for, and how far it was gone through.

A source or origin is a key one where the leading set changes without its rows (plain points, default
method, see `groups`): it is worth the checklist. One whose rows were rated again as if it deceived us,
or whose checklist was begun, is suspected by the analyst; its open questions are left to do. Our own
analysis deceives nobody but ourselves, and is looked at under the assumptions.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from workbench.analysis.groups import Group, origins, sources
from workbench.analysis.ledger import Ledger, ledger
from workbench.analysis.losses import shift_without_group
from workbench.analysis.standing import Standing
from workbench.model import CHECKLIST, Case
from workbench.model.words import NOTHING


class Suspect(NamedTuple):
    """A source or an origin, and what is known of it."""

    id: str
    what: str
    """`source` or `origin`; empty where no row has it."""
    items: tuple[str, ...]
    """Its unparked rows, by address."""
    key: bool
    """Whether the leading set changes without them."""
    leading: tuple[str, ...]
    """What leads without them."""
    rated_again: bool
    """Whether rows are rated again as if it wanted us to believe them."""
    answers: Mapping[str, str]
    """The answers given, by the keys of the checklist, in its order."""

    @property
    def unanswered(self) -> tuple[str, ...]:
        """The keys of the checklist that nothing is said on."""
        return tuple(key for key in CHECKLIST if key not in self.answers)

    @property
    def suspected(self) -> bool:
        """Whether the analyst has begun to look into it."""
        return self.rated_again or bool(self.answers)


def answers(case: Case, suspect: str) -> dict[str, str]:
    """What the analyst answered on a source or origin, by key; empty answers are none."""
    given = case.matrix.checks.get(suspect, NOTHING)
    return {key: given[key] for key in CHECKLIST if given.get(key, "").strip()}


def suspected(case: Case) -> tuple[str, ...]:
    """Those the analyst has begun to look into, by id: rows rated again, or a question answered."""
    begun = {suspect for suspect in case.matrix.checks if answers(case, suspect)}
    return tuple(sorted(begun | {suspect for suspect, rows in case.matrix.deceptive.items() if rows}))


def suspects(standing: Standing, *, every: bool = False) -> tuple[Suspect, ...]:
    """The suspected ones, then the other key ones, with the most rows first; `every`: all sources and origins."""
    rows = ledger(standing)
    found = [_suspect(rows, group) for group in _groups(rows)]
    known = {suspect.id for suspect in found}
    found += [_suspect(rows, Group("", missing, ())) for missing in suspected(rows.case) if missing not in known]
    wanted = (suspect for suspect in found if every or suspect.key or suspect.suspected)
    return tuple(sorted(wanted, key=lambda s: (not s.suspected, not s.key, -len(s.items), s.id)))


def _groups(ledger: Ledger) -> Iterator[Group]:
    """The sources and origins that rows have; an id that is both is the source's."""
    known = ledger.case.sources
    documents = {group.id: group for group in sources(ledger)}
    yield from (group for group in documents.values() if group.id not in known or not known[group.id].own)
    yield from (group for group in origins(ledger) if group.id not in documents)


def _suspect(ledger: Ledger, group: Group) -> Suspect:
    shift = shift_without_group(ledger, group, ledger.totals)
    return Suspect(
        id=group.id,
        what=group.what,
        items=tuple(sorted(map(ledger.addresses.__getitem__, group.rows))),
        key=bool(ledger.swing(shift)),
        leading=ledger.after(shift),
        rated_again=bool(ledger.case.matrix.deceptive.get(group.id)),
        answers=answers(ledger.case, group.id),
    )
