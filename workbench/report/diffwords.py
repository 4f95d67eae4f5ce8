"""What the pages of a comparison call things: items by their texts, hypotheses by their short names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from workbench.analysis import resting
from workbench.analysis.changes import Comparison, Entry, Field, How
from workbench.analysis.changes.rewording import Stretch, reworded
from workbench.analysis.changes.values import Said
from workbench.model import OTHER, Hypothesis, Rating
from workbench.model.words import CREDIBILITY_MEANING, RELIABILITY_MEANING
from workbench.report.document import Paragraph, Reworded, Wording
from workbench.report.wording import UNRATED

SHORT = 40
"""Characters up to which a field's two values stand beside each other with an arrow, rather than word by word."""

NAMED = 6
"""How many rows a sentence names at most."""

_WORDINGS = {Stretch.KEPT: Wording.KEPT, Stretch.GONE: Wording.GONE, Stretch.NEW: Wording.NEW}

_GRADES: Mapping[str, Mapping[str, str]] = {"reliability": RELIABILITY_MEANING, "credibility": CREDIBILITY_MEANING}

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
        return Paragraph(_regraded(_GRADES[changed.name], was, now), lead=changed.name)
    if not was or not now:
        return Paragraph(f"{'new' if now else 'gone'}: {now or was}", lead=changed.name)
    if max(len(was), len(now)) <= SHORT:
        return Paragraph(f"{was} → {now}", lead=changed.name)
    return rewording(was, now, changed.name)


def rewording(was: str, now: str, lead: str = "") -> Reworded:
    """A text with the words that went and came."""
    return Reworded(tuple((_WORDINGS[words.stretch], words.text) for words in reworded(was, now)), lead)


def _regraded(meanings: Mapping[str, str], was: str, now: str) -> str:
    both = [f"{grade} ({meanings[grade].partition(':')[0]})" if grade in meanings else grade for grade in (was, now)]
    order = list(meanings)[:-1]
    way = ""
    if was in order and now in order:
        way = ", lowered" if order.index(now) > order.index(was) else ", raised"
    return f"{both[0] or 'none'} → {both[1] or 'none'}{way}"
