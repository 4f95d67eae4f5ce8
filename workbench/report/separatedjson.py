"""Separation as plain data for JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from workbench.analysis.flips import Flip
from workbench.analysis.separation import Separation
from workbench.model import Level


def separated_record(separation: Separation) -> dict[str, Any]:
    """By how many changes the lead is separated, which these are, and who leads after them.

    `cells` for changes of cells, else `items`; beside `items` what changes of them: the `id` of a
    source or an origin, and whether its grades go `up`; or the level `from` and `to`.
    """
    record: dict[str, Any] = {"by": separation.by, "what": separation.what or None, "holds": separation.holds}
    if separation.cells:
        record["cells"] = [cell_record(flip) for flip in separation.cells]
    else:
        record["items"] = list(separation.items)
    if separation.id:
        record["id"] = separation.id
    if step := separation.step:
        record |= {"from": level(step.was), "to": level(step.now)} if step.was else {"up": step.up}
    return record | {"leading": list(separation.leading)}


def level(of: Level | None) -> str | None:
    """A level by its word; none of a step of many rows."""
    return of.value if of else None


def cell_record(flip: Flip) -> dict[str, str]:
    """A cell that is rated otherwise."""
    return {"item": flip.address, "hypothesis": flip.hypothesis, "from": flip.was.value, "to": flip.now.value}


def cell_records(flips: Sequence[Flip] | None) -> list[dict[str, str]] | None:
    """Cells that are rated otherwise; none where there are no such cells."""
    return None if flips is None else [cell_record(flip) for flip in flips]
