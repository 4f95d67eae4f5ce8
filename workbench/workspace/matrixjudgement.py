"""The analyst's judgement in a matrix file, and how the matrix was rated."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from workbench import yamltext
from workbench.model import Judgement, Question
from workbench.workspace.history import Change
from workbench.workspace.matrixentries import (
    SECTIONS,
    Keys,
    Scalar,
    Written,
    by_hypothesis,
    earlier,
    emptied,
    hypotheses_at,
    in_order,
    one,
    renamed,
)
from workbench.workspace.naming import Names

_JUDGEMENT = Judgement._fields
_ORDER = ("seed", "looked")
_WHOLE = re.compile(r"0|[1-9][0-9]{0,17}")


def judgement(document: yamltext.Document, change: Change, asked: Question, names: Names) -> Written:
    """Bring the judgement from one state to another: shares that differ, then the other fields."""
    was, now = change.was or Judgement(), change.now or Judgement()
    document, patches = _likelihood(document, was, now, asked, names)
    for name in _JUDGEMENT[1:]:
        if getattr(was, name) != getattr(now, name):
            document, made = _field(document, "judgement", name, getattr(now, name), _JUDGEMENT)
            patches += made
    return document, patches


def _likelihood(document: yamltext.Document, was: Judgement, now: Judgement, asked: Question, names: Names) -> Written:
    old, new = was.likelihood, now.likelihood
    differ = [h for h in dict.fromkeys([*old, *new]) if old.get(h) != new.get(h)]
    if not differ:
        return document, ()
    shares = yamltext.Braced({h: _share(new[h]) for h in in_order(new, asked)})
    if "likelihood" not in document.keys("judgement"):
        return _added(document, "judgement", "likelihood", shares, _JUDGEMENT) if shares else (document, ())
    known: dict[str, yamltext.New] = dict.fromkeys(old, "")
    if not new and (gone := emptied(document, "judgement", "likelihood", known, ())):
        return gone

    def edit(text: yamltext.Text, keys: Keys) -> yamltext.Text:
        for hypothesis in differ:
            text = by_hypothesis(text, keys, hypothesis, _share(new.get(hypothesis)), asked, names)
        for present, raw in hypotheses_at(text, keys, asked, names).items():
            text = renamed(text, (*keys, raw), present)
        return text

    return one(document.change("judgement", "likelihood", edit))


def _share(share: float | None) -> Scalar:
    """A share as it is written: digits, and a point only where it is not whole."""
    if share is None:
        return ""
    return int(share) if share == int(share) else yamltext.Number(format(Decimal(repr(share)), "f"))


def seed(document: yamltext.Document, change: Change, _asked: Question, _names: Names) -> Written:
    """Bring the seed from one state to another."""
    value = int(change.now) if _WHOLE.fullmatch(change.now) else change.now
    return _field(document, "order", "seed", value, _ORDER)


def _field(document: yamltext.Document, section: str, name: str, value: Scalar, order: Sequence[str]) -> Written:
    """Set, add or (with an empty value) remove a field of a section whose fields have a fixed order."""
    present = name in document.keys(section)
    if value == "":
        return one(document.remove(section, name)) if present else (document, ())
    if not present:
        return _added(document, section, name, value, order)
    return one(document.change(section, name, lambda text, keys: yamltext.set_scalar(text, keys, value)))


def _added(document: yamltext.Document, section: str, name: str, value: yamltext.New, order: Sequence[str]) -> Written:
    after = earlier(document.keys(section), name, order)
    apart = section not in document.section_keys()
    return one(document.add(section, name, value, after=after, section_order=SECTIONS, flow=True, spaced=apart))


def looked(document: yamltext.Document, change: Change, _asked: Question, _names: Names) -> Written:
    """Bring the list of what was looked at from one state to another."""
    seen = list(change.now)
    present = document.keys("order")
    if "looked" not in present:
        return _added(document, "order", "looked", seen, _ORDER) if seen else (document, ())
    if not seen:
        return one(document.remove("order", "looked"))
    return one(document.change("order", "looked", lambda text, keys: yamltext.set_value(text, keys, seen)))
