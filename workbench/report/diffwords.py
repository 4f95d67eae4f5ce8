"""What the pages of a comparison call things: items by their texts, hypotheses by their short names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from workbench.analysis import resting
from workbench.analysis.changes import Comparison, Entry, Field, How
from workbench.analysis.changes.regraded import CHANGED, turned
from workbench.analysis.changes.values import Said
from workbench.analysis.names import listed
from workbench.model import OTHER, Hypothesis, Rating
from workbench.model.words import CREDIBILITY_MEANING, RATING_MEANING, RELIABILITY_MEANING
from workbench.report import rewordings
from workbench.report.document import Paragraph, Reworded
from workbench.report.wording import UNRATED

SHORT = 40
"""Characters up to which a field's two values stand beside each other with an arrow, rather than word by word."""

NAMED = 6
"""How many rows a sentence names at most."""

_GRADES: Mapping[str, Mapping[str, str]] = {"reliability": RELIABILITY_MEANING, "credibility": CREDIBILITY_MEANING}

MEANT: Mapping[Rating, str] = {rating: re.split("[,:]", meaning)[0] for rating, meaning in RATING_MEANING.items()}
"""What each rating says, in a few words."""

_WHAT = {
    "relevance": "relevance",
    "parked": "parked",
    "weighed": "what the inconsistency comes to",
    "credibility": "own grade of credibility",
    "credibility-because": "why that own grade",
    "wording": "wording it was rated against, or confirmed for",
    "check": "deception checklist",
    "seed": "seed of the shuffled order",
    "looked": "seen before rating",
    "likelihood": "judgement: likelihood",
    "confidence": "judgement: confidence",
    "because": "judgement: why",
    "differs-because": "judgement: why it is not the computed order",
    "matrix": "judgement: matrix it was made on, or confirmed for",
}

HOW = {How.ADDED: "new", How.REMOVED: "removed", How.CHANGED: "changed", How.RENAMED: "renamed", How.MERGED: "merged"}


def quoted(found: Comparison, address: str) -> str:
    """The start of an item's text in quotes, as it reads now, or read; empty where it was never there."""
    item = found.after.items.get(address) or found.before.items.get(address)
    return f'"{resting.start(item.text)}"' if item else ""


def item(found: Comparison, address: str) -> str:
    """An item with its address: '"Assurance to allies" (embassy/assurance)'."""
    text = quoted(found, address)
    return f"{text} ({address})" if text else address


def items(found: Comparison, addresses: Iterable[str]) -> str:
    """Several items, with how many more there are."""
    every = list(addresses)
    more = f" and {len(every) - NAMED} more" if len(every) > NAMED else ""
    return "; ".join(item(found, address) for address in every[:NAMED]) + more


def hypothesis(found: Comparison, question: str, id_: str) -> str:
    """What a hypothesis is called: its short name, with its id where that is another word."""
    known = _hypothesis(found, question, id_)
    return id_ if known is None or known.short in {"", id_} else known.short


def _hypothesis(found: Comparison, question: str, id_: str) -> Hypothesis | None:
    asked = (side.questions.get(question) for side in (found.after, found.before))
    return next((q.hypotheses[id_] for q in asked if q and id_ in q.hypotheses), None)


def several(analysts: Sequence[str]) -> str:
    """'a and b'; of many the first and how many more."""
    more = [f"{len(analysts) - NAMED:,} more"] if len(analysts) > NAMED else []
    return listed([*analysts[:NAMED], *more])


def matrices(analysts: Sequence[str]) -> str:
    """Whose matrices, by id: 'baseline's matrix', 'the matrices of baseline and second'."""
    return f"{analysts[0]}'s matrix" if len(analysts) == 1 else f"the matrices of {several(analysts)}"


def rating(given: Rating | None) -> str:
    """The letters of a rating, or the sign for unrated."""
    return given.value if given else UNRATED


def said(value: Said) -> str:
    """What a field says, as one text."""
    return value if isinstance(value, str) else "; ".join(value)


def what(entry: Entry) -> str:
    """What an entry of a matrix is, in words."""
    return _WHAT[entry.what]


def keys(found: Comparison, question: str, entry: Entry) -> str:
    """What an entry is about."""
    if entry.address:
        about = item(found, entry.address)
        return f"{about}: {hypothesis(found, question, entry.keys[1])}" if entry.what == "weighed" else about
    if entry.what == "likelihood":
        return OTHER if entry.keys[0] == OTHER else hypothesis(found, question, entry.keys[0])
    return ": ".join(entry.keys)


def field(changed: Field) -> Paragraph | Reworded:
    """What a field said and says: beside each other where that is short, else word by word."""
    was, now = said(changed.was), said(changed.now)
    if changed.name in _GRADES:
        return Paragraph(_regraded(changed.name, was, now), lead=changed.name)
    if not was or not now:
        return Paragraph(f"{'new' if now else 'gone'}: {now or was}", lead=changed.name)
    if max(len(was), len(now)) <= SHORT:
        return Paragraph(f"{was} → {now}", lead=changed.name)
    return rewordings.word_by_word(was, now, changed.name)


def _regraded(name: str, was: str, now: str) -> str:
    way = turned(name, was, now)
    return f"{grade(name, was)} → {grade(name, now)}{'' if way == CHANGED else f', {way}'}"


def grade(name: str, letter: str) -> str:
    """A grade with what it means: '4 (doubtful)'."""
    meaning = _GRADES[name].get(letter, "").partition(":")[0]
    return f"{letter} ({meaning})" if meaning else letter or "none"


def graded(changed: Field) -> str:
    """What became of a grade: 'lowered from 3 (possibly true) to 4 (doubtful)'."""
    was, now = said(changed.was), said(changed.now)
    way = turned(changed.name, was, now)
    return f"{way} from {grade(changed.name, was)} to {grade(changed.name, now)}"


def meant(given: Rating | None) -> str:
    """A rating with what it says: 'I (surprising)'."""
    return f"{given.value} ({MEANT[given]})" if given else "unrated"
