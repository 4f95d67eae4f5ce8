"""The items whose loss changes who leads, and did not before, or did."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from workbench.analysis.changes import Comparison, Effect
from workbench.analysis.changes.effects import State
from workbench.analysis.linchpins import Linchpin
from workbench.analysis.methods import DEFAULT
from workbench.report import diffwords
from workbench.report.document import Block, Fold, Paragraph
from workbench.report.wording import TAKES


def linchpins(found: Comparison, effect: Effect) -> Iterator[Block]:
    """How many there are now and were; which came, which are gone with their rows, and which decide no more.

    Of a tie only their number: any row that separates those who tie breaks it.
    """
    was, now = effect.before, effect.after
    came, went = effect.linchpins_new, effect.linchpins_gone
    if was is None or now is None or not (came or went):
        return
    counts = f"{len(now.linchpins):,} now, {len(was.linchpins):,} before"
    if len(now.standing.methods[DEFAULT].leading) > 1:
        text = f"{counts}. In a tie any item that weighs unequally on those who tie is one."
        yield Paragraph(text, lead="items whose loss changes who leads")
        return
    gone = [pin.address for pin in went if pin.address not in now.weights]
    rest = [pin for pin in went if pin.address in now.weights]
    told = (
        ("new", _named(found, came)),
        ("no longer in the matrix", diffwords.items(found, gone)),
        ("decide no more (without them the same leads)", _no_more(found, now, rest)),
    )
    blocks = tuple(Paragraph(text, lead=lead) for lead, text in told if text)
    yield Fold(f"Linchpins, items whose loss changes who leads: {counts}", blocks)


def _named(found: Comparison, pins: Sequence[Linchpin]) -> str:
    """The items, with what already does where that is less than their loss."""
    less = {pin.address: f", where {TAKES[pin.takes]} already does" for pin in pins if pin.takes != "loss"}
    return _listed(found, pins, less)


def _no_more(found: Comparison, now: State, pins: Sequence[Linchpin]) -> str:
    """Those whose loss does nothing any more; where a step of one still does, as the answer has said, that is said."""
    cheapest = now.answer.separation
    tips = cheapest.items if cheapest and cheapest.by == 1 else ()
    return _listed(found, pins, dict.fromkeys(tips, ", though the step of it that is named above does change that"))


def _listed(found: Comparison, pins: Sequence[Linchpin], behind: Mapping[str, str]) -> str:
    few = [pin.address for pin in pins[: diffwords.NAMED]]
    more = f" and {len(pins) - diffwords.NAMED} more" if len(pins) > diffwords.NAMED else ""
    return "; ".join(diffwords.item(found, a) + behind.get(a, "") for a in few) + more
