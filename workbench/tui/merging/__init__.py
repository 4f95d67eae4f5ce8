"""Items that may say the same, pair by pair: merged, told apart, or counted once."""

from __future__ import annotations

from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from workbench.analysis.heuer.duplicates import Duplicate, duplicates

if TYPE_CHECKING:
    from workbench.model import Case
    from workbench.tui.leaf import Goal
    from workbench.tui.steps import Steps

Looked = frozenset[tuple[str, str]]
"""Two items by address and text."""

_apart: WeakKeyDictionary[Steps, set[Looked]] = WeakKeyDictionary()
"""What was found not to be the same, as long as the program runs and both texts stay as they are."""


def merge(steps: Steps, goal: Goal) -> None:
    """Go through the pairs that read alike, those of the item under the cursor first.

    Args:
        steps: the screen under the page.
        goal: what is under the cursor.
    """
    found = pairs(steps, goal.address)
    if steps.desk.trial is not None:
        steps.say("What-if tries the matrix alone: w ends it, then files can be written.", alarm=True)
    elif not found:
        steps.say("No two items read alike, or all that do are settled.")
    else:
        from workbench.tui.merging.screen import PairScreen  # noqa: PLC0415 - loaded when there is a pair

        steps.app.push_screen(PairScreen(steps, goal.address))


def pairs(steps: Steps, address: str = "") -> list[Duplicate]:
    """The pairs still to be settled, the likest first; those with one item before all others."""
    case = steps.desk.case
    found = [pair for pair in duplicates(case) if is_open(steps, case, pair)]
    return sorted(found, key=lambda pair: address not in {pair.one, pair.other})


def is_open(steps: Steps, case: Case, pair: Duplicate) -> bool:
    """Whether a pair is still there, and to be settled."""
    one, other = (case.items.get(address) for address in (pair.one, pair.other))
    if one is None or other is None or case.parked(pair.one) or case.parked(pair.other):
        return False
    told = pair.one == other.retells or pair.other == one.retells
    return not told and looked(case, pair) not in _apart.get(steps, set())


def looked(case: Case, pair: Duplicate) -> Looked:
    """What a pair is remembered by."""
    return frozenset((address, case.items[address].text) for address in (pair.one, pair.other))


def set_apart(steps: Steps, pair: Duplicate) -> None:
    """Remember that two items are not the same."""
    _apart.setdefault(steps, set()).add(looked(steps.desk.case, pair))
