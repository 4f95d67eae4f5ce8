"""Rules about suspicions of deception: what is rated again is what the suspect tells, and all of it."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks.rule import Spot
from workbench.checks.survey import Survey
from workbench.model import Case, Row
from workbench.workspace import Workspace

Again = tuple[Case, str, str, Row, tuple[str, ...]]
"""A case, a suspect, the address of a row that is rated again for it, the row, and where it stands."""


def not_from_the_suspect(survey: Survey) -> Iterator[Spot]:
    """Only what a source or an origin tells, or others have from it, can be its deception.

    Any other row, rated again, would change the answer for no reason.
    """
    workspace = survey.workspace
    for case, suspect, address, _, keys in _rated_again(survey):
        known = suspect in workspace.sources or suspect in workspace.origins
        if known and address in workspace.items and not _comes_from(workspace, suspect, address):
            message = f"'{address}' does not come from '{suspect}'"
            yield Spot(case.matrix.path, keys, message, "remove the row, or say in the item whom it comes from")


def rated_again_in_part(survey: Survey) -> Iterator[Spot]:
    """A cell that is not rated again stays as it is: half of the row may be what the suspect made us believe."""
    for case, suspect, address, row, keys in _rated_again(survey):
        first = case.matrix.row(address).ratings
        missing = [h.id for h in case.hypotheses if h.id in first and h.id not in row.ratings]
        if missing and address in case.items:
            message = f"'{address}' is not rated again for '{suspect}' under {', '.join(missing)}"
            yield Spot(case.matrix.path, keys, message, "rate these again as well: until then they stay as they are")


def _rated_again(survey: Survey) -> Iterator[Again]:
    for case in survey.cases:
        for address, rows in survey.rated_again(case.matrix).items():
            for row, keys in rows:
                yield case, survey.workspace.names.suspect(keys[1]), address, row, keys


def _comes_from(workspace: Workspace, suspect: str, address: str) -> bool:
    """Whether an item is told by a suspect, or by one that may be the same, or retells or rests on what is."""
    same = _maybe_same(workspace, suspect)
    seen: set[str] = set()
    waiting = [address]
    while waiting:
        item = workspace.items.get(waiting.pop())
        if item is None or item.address in seen:
            continue
        seen.add(item.address)
        if item.source == suspect or same & {*item.origins}:
            return True
        waiting += (item.retells, *item.rests_on)
    return False


def _maybe_same(workspace: Workspace, suspect: str) -> set[str]:
    """The ids of origins that may be the same as a suspect, itself among them; the relation holds both ways."""
    found: set[str] = set()
    waiting = [suspect]
    while waiting:
        current = waiting.pop()
        if current not in found:
            found.add(current)
            waiting += (o.id for o in workspace.origins.values() if current in o.maybe_same)
            waiting += workspace.origins[current].maybe_same if current in workspace.origins else ()
    return found
