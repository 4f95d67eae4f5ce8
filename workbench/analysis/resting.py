"""Resting: what the lead rests on, in a sentence that is short enough for the first line of a screen.

The change is the cheapest one (see `separation`); that there may be others as cheap is not said.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from workbench.analysis.methods import DEFAULT
from workbench.analysis.names import named
from workbench.analysis.separation import Separation
from workbench.analysis.standing import Standing

LONGEST = 60
"""How many characters of an item's text are quoted."""


def sentence(standing: Standing, separation: Separation, leading: Sequence[str] | None = None) -> str:
    """Whether the hypotheses are separated, and the cheapest change that changes who leads.

    'Not separated: without "Assurance to allies" it ties with Major action.' Where that takes more
    than one change it says how many; empty where fewer than two hypotheses are tested. Equal weights
    and adjusted points may change who leads sooner, so that the points it speaks of are named.

    Args:
        standing: of the case.
        separation: of this standing.
        leading: who leads as it is, where that is not by the default method.
    """
    before = standing.methods[DEFAULT].leading if leading is None else leading
    if len(standing.bears_on) - len(standing.not_tested) < 2:
        return ""
    understood = _understood(standing, before)
    if understood and separation.by != 1:
        changes = f"it takes {takes(separation)} to change that" if separation.by else "no loss of items changes that"
        return f"By weighted points {changes}."
    that = "who leads" if leading else "who leads by weighted points"
    if not separation.by:
        return f"No loss of items changes {that}."
    if separation.by > 1:
        return f"To change {that} it takes {takes(separation)}."
    subject = ("it" if len(before) == 1 else "them") if understood else ""
    would = separation.what == "cell"
    what = change(standing, separation)
    return f"Not separated: {what} {then(standing, before, separation.leading, subject=subject, would=would)}."


def takes(separation: Separation) -> str:
    """How many changes it takes, in words: 'the loss of 3 items', '2 changes of one step'."""
    return _loss(separation.by) if separation.what == "items" else _steps(separation.by)


def change(standing: Standing, separation: Separation) -> str:
    """The one change that it takes, as the beginning of a sentence."""
    if separation.step:
        step = separation.step
        way = "up" if step.up else "down"
        if step.what in {"origin", "source"}:
            return f"one step {way} in grade of all that the {step.what} {step.id} says and"
        return f"one step {way} in {step.what} of {quoted(standing, step.id)} and"
    if separation.cells:
        flip = separation.cells[0]
        text, name = quoted(standing, flip.address), short(standing, flip.hypothesis)
        return f"were {text} rated {flip.now} instead of {flip.was} for {name},"
    if separation.id:
        return f"without the {separation.what} {separation.id}"
    return f"without {quoted(standing, separation.items[0])}"


def then(
    standing: Standing, before: Sequence[str], after: Sequence[str], *, subject: str = "", would: bool = False
) -> str:
    """Who leads after a change, as the end of a sentence: 'it ties with Major action', 'Minor action leads'.

    Args:
        standing: of the case; little tested hypotheses are marked.
        before: who led, in file order.
        after: who leads now.
        subject: stands for those who led, where that is understood: 'it' or 'them'.
        would: as a thing that is not so: 'it would tie with Major action'.
    """
    if tuple(after) == tuple(before):
        return "the lead stays as it is"
    joined = [h for h in after if h not in before]
    if len(joined) == len(after):
        return f"{named(standing, after)} {_leads(len(after), would=would)}"
    if len(joined) + len(before) == len(after) and joined:
        led, new = subject or named(standing, before), named(standing, joined)
        if len(before) == 1:
            return f"{led} {_verb('tie', 1, would=would)} with {new}"
        return f"{new} {_verb('tie', len(joined), would=would)} with {led}"
    alone = " alone" if len(after) == 1 else ""
    only = "only " if not joined and not alone else ""
    return f"{only}{named(standing, after)} {_leads(len(after), would=would)}{alone}"


def quoted(standing: Standing, address: str) -> str:
    """The start of an item's text in quotes."""
    return f'"{start(standing.case.items[address].text)}"'


def short(standing: Standing, hypothesis: str) -> str:
    """What a sentence calls a hypothesis."""
    return standing.setting.names[hypothesis]


@lru_cache(maxsize=4096)  # many cells name one item
def start(text: str, most: int = LONGEST) -> str:
    """The start of a text on one line, without its full stop; cut at a blank and marked by … where it is longer."""
    whole = " ".join(text.split()).removesuffix(".")
    if len(whole) <= most:
        return whole
    words = whole[:most].rpartition(" ")[0] or whole[: most - 1]
    return f"{words.rstrip(' ,;:.-–(')}…"


def fewest(items: Sequence[str] | None, cells: Sequence[object] | None) -> str:
    """Both of the smallest sets in words: 'the loss of 3 items or 2 changes of one step'; empty where none is."""
    parts = [_loss(len(items))] if items else []
    parts += [_steps(len(cells))] if cells else []
    return " or ".join(parts)


def _understood(standing: Standing, leading: Sequence[str]) -> bool:
    """Whether the headline has just said, and nothing else, that these lead."""
    lead = "leads" if len(leading) == 1 else "tie for the lead"
    return standing.complete and standing.headline == f"{named(standing, leading)} {lead}."


def _leads(number: int, *, would: bool) -> str:
    return _verb("lead", 1, would=would) if number == 1 else f"{_verb('tie', number, would=would)} for the lead"


def _verb(verb: str, number: int, *, would: bool) -> str:
    if would:
        return f"would {verb}"
    return f"{verb}s" if number == 1 else verb


def _loss(number: int) -> str:
    return f"the loss of {_counted(number, 'item')}"


def _steps(number: int) -> str:
    return f"{_counted(number, 'change')} of one step"


def _counted(number: int, word: str) -> str:
    return f"1 {word}" if number == 1 else f"{number} {word}s"
