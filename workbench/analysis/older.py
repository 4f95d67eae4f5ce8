"""What a stale row was rated against: the wording of then, found by its fingerprint, beside the one that stands now."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from workbench.model import Case
from workbench.model.case import normal
from workbench.model.words import NOTHING


class Older(NamedTuple):
    """The wording that a row says it was rated against."""

    wording: str
    """The row's fingerprint."""
    text: str
    """What the item said."""
    statements: Mapping[str, str]
    """What the hypotheses rated in the row said, by their present ids."""
    text_until: str = ""
    """The revision that reworded the text, with its day; empty where that is not committed yet, or it stands."""
    statements_until: str = ""
    """The same of the statements."""


class Rewording(NamedTuple):
    """A text that a stale row was rated against, and what it reads now."""

    hypothesis: str
    """The id of the hypothesis whose statement it is; empty for the item's text."""
    was: str
    now: str
    until: str
    """The revision that reworded it, with its day; empty where that is not committed yet."""


OlderOnes = Mapping[str, Older]
"""By the addresses of the rows."""

NOT_KNOWN: OlderOnes = NOTHING

History = Callable[[Case, Sequence[str]], OlderOnes]
"""Tells what these stale rows of a case were rated against; asked only where there are some."""


def rewordings(case: Case, address: str, older: OlderOnes) -> tuple[Rewording, ...]:
    """What was reworded since a row was rated; nothing where that is not known, or the row was confirmed meanwhile."""
    found = older.get(address)
    if found is None or address not in case.items or case.matrix.row(address).wording != found.wording:
        return ()
    return tuple(reworded(case, address, found))


def reworded(case: Case, address: str, older: Older) -> Iterator[Rewording]:
    """The item's text and the statements of hypotheses that read otherwise than they did."""
    known = case.question.hypotheses
    pairs = [Rewording("", older.text, case.items[address].text, older.text_until)]
    for h, was in older.statements.items():
        pairs += [Rewording(h, was, known[h].statement, older.statements_until)] if h in known else []
    yield from (pair for pair in pairs if normal(pair.was) != normal(pair.now))
