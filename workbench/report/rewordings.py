"""What a stale row was rated against, in the terms of a document, on one line, and as data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from workbench.analysis.older import Rewording
from workbench.analysis.rewording import Stretch, Words, reworded
from workbench.report.document import Reworded, Wording

AROUND = 4
"""Words that are kept at either side of those that changed, on one line."""

LONGEST = 200
"""Characters of one text on one line at most."""

_WORDINGS = {Stretch.KEPT: Wording.KEPT, Stretch.GONE: Wording.GONE, Stretch.NEW: Wording.NEW}

_MARKED = {Stretch.KEPT: "{}", Stretch.GONE: "[-{}-]", Stretch.NEW: "{{+{}+}}"}
"""As git marks words that went and came."""


def word_by_word(was: str, now: str, lead: str = "") -> Reworded:
    """A text with the words that went and came."""
    return Reworded(tuple((_WORDINGS[words.stretch], words.text) for words in reworded(was, now)), lead)


def called(rewording: Rewording) -> str:
    """What was reworded and by which revision: 'text, reworded in 4f2a9c10 of 2026-03-01'."""
    when = f"in {rewording.until}" if rewording.until else "since the last commit"
    return f"{rewording.hypothesis or 'text'}, reworded {when}"


def blocks(rewordings: Iterable[Rewording]) -> Iterator[Reworded]:
    """The old and the new wording of each, in one."""
    return (word_by_word(one.was, one.now, called(one)) for one in rewordings)


def line(rewordings: Iterable[Rewording]) -> str:
    """All of them on one line: only the words around what changed, marked as git marks them."""
    return "; ".join(f"{called(one)}: {_cut(one)}" for one in rewordings)


def _cut(rewording: Rewording) -> str:
    shown = " ".join(marked(words) for words in brief(rewording))
    return shown if len(shown) <= LONGEST else f"{shown[: LONGEST - 1].rstrip()}…"


def marked(words: Words) -> str:
    """Some words, marked where they went or came."""
    return _MARKED[words.stretch].format(words.text)


def brief(rewording: Rewording) -> list[Words]:
    """The words that went and came, with those around them that were kept."""
    stretches = reworded(rewording.was, rewording.now)
    last = len(stretches) - 1
    return [words._replace(text=_around(words, first=n == 0, last=n == last)) for n, words in enumerate(stretches)]


def _around(words: Words, *, first: bool, last: bool) -> str:
    """The words of a stretch; of one that was kept, those beside what changed."""
    every = words.text.split(" ")
    if words.stretch is not Stretch.KEPT or len(every) <= (AROUND if first or last else 2 * AROUND):
        return words.text
    before = [] if first else every[:AROUND]
    after = [] if last else every[-AROUND:]
    return " ".join([*before, "…", *after])


def records(rewordings: Iterable[Rewording]) -> list[dict[str, Any]]:
    """The same for JSON: `hypothesis` is null where it is the item's text, `until` where it is not committed."""
    return [
        {"hypothesis": one.hypothesis or None, "was": one.was, "now": one.now, "until": one.until or None}
        for one in rewordings
    ]
