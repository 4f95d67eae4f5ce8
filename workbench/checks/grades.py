"""Rules about Admiralty grades: what is doubtful stays for a reason, and nothing is graded above what it comes from."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.checks.rule import Spot
from workbench.checks.survey import Survey
from workbench.model import OWN_KINDS, Case, Item, Origin, admiralty

UNNAMED = re.compile(r"(an? )?(unnamed|anonymous)\b", re.IGNORECASE)


def doubtful_stays(survey: Survey) -> Iterator[Spot]:
    """An E (unreliable) or a 5 (improbable) hardly counts and still fills a row: park it, or say why it stays.

    The reason is the item's own `because`, or one beside the row.
    """
    for case in survey.cases:
        for item, row in case.rows:
            grade = _doubtful(case, item)
            if grade and row.ratings and not (item.because or case.matrix.note(item.address).because):
                keys = ("rows", survey.written(case.matrix, "rows", item.address))
                message = f"'{item.address}' is graded {grade} and stays in the matrix without a reason"
                yield Spot(case.matrix.path, keys, message, "park it (p), or say in the item's `because` why it stays")


def _doubtful(case: Case, item: Item) -> str:
    """The grade of an item that speaks against using it: E for its source or origin, 5 for itself; else empty."""
    return "E" if "E" in _reliabilities(case, item) else "5" if _credibility(case, item) == "5" else ""


def _reliabilities(case: Case, item: Item) -> set[str]:
    """The grades of the item's source and of each of its origins, F where there is none."""
    origins = [case.origins[o].reliability for o in item.origins if o in case.origins]
    source = [case.sources[item.source].reliability] if item.source in case.sources else []
    return {grade or "F" for grade in (*source, *origins)}


def _credibility(case: Case, item: Item) -> str:
    """The item's credibility in this analyst's eyes; 6 where nobody gives one."""
    return case.credibility(item) or "6"


def cannot_be_judged(survey: Survey) -> Iterator[Spot]:
    """F, 6 and a missing grade mean that nobody can say; that counts as medium, and a reader should know it."""
    for case in survey.cases:
        rated = [item for item, row in case.rows if row.ratings and item.kind not in OWN_KINDS]
        open_ones = [item for item in rated if _says_nothing(case, item)]
        if open_ones:
            message = (
                f"{len(open_ones)} of {len(rated)} rated items have a grade that cannot wholly be judged (F, 6 or none)"
            )
            remedy = "what cannot be judged counts as medium; grade what can be"
            yield Spot(case.matrix.path, ("rows",), message, remedy)


def _says_nothing(case: Case, item: Item) -> bool:
    """Whether what the row stands on is F, 6 or missing; a wrong grade and an origin unheard of are other findings."""
    letter, source = admiralty.reliability(case, item), case.sources.get(item.source)
    missing = letter == admiralty.UNKNOWN and source is not None and not source.reliability
    judged = letter != "F" or any(origin not in case.origins for origin in item.origins)
    return missing or not judged or _credibility(case, item) == "6"


def own_graded(survey: Survey) -> Iterator[Spot]:
    """Admiralty grades are for what others say; our own assumptions and arguments have a `standing` instead."""
    for item in survey.workspace.items.values():
        if item.kind in OWN_KINDS and item.credibility:
            message = f"'{item.address}' is {_a(item.kind.value)} of our own and has a grade"
            yield Spot(item.path, ("items", item.id, "credibility"), message, "remove the grade")
    for case in survey.cases:
        for address in case.matrix.grades:
            if address in case.items and case.items[address].kind in OWN_KINDS:
                keys = ("grades", survey.written(case.matrix, "grades", address))
                message = f"'{address}' is {_a(case.items[address].kind.value)} of our own and has a grade"
                yield Spot(case.matrix.path, keys, message, "remove the grade")
    for source in survey.workspace.sources.values():
        if source.own and source.reliability:
            message = "our own analysis has no grade of reliability"
            yield Spot(source.path, ("source", "reliability"), message, "remove the grade")


def evidence_among_own(survey: Survey) -> Iterator[Spot]:
    """What others report has a source that can be looked up; our own analysis is none."""
    sources = survey.workspace.sources
    for item in survey.workspace.items.values():
        if item.source in sources and sources[item.source].own and item.kind not in OWN_KINDS:
            message = f"'{item.address}' is {_a(item.kind.value)} and stands among our own assumptions"
            yield Spot(item.path, ("items", item.id, "kind"), message, "move it to the file of its source")


def own_among_evidence(survey: Survey) -> Iterator[Spot]:
    """What we assume or argue ourselves is no finding of a document, and is easily taken for one beside its items."""
    sources = survey.workspace.sources
    for item in survey.workspace.items.values():
        if item.source in sources and not sources[item.source].own and item.kind in OWN_KINDS:
            message = f"'{item.address}' is {_a(item.kind.value)} of our own in the file of a document"
            yield Spot(item.path, ("items", item.id, "kind"), message, "move it to evidence/own.yaml")


def unnamed_above_f(survey: Survey) -> Iterator[Spot]:
    """Nobody can judge an origin without knowing who it is or how it could know, unless there is a reason to say."""
    for origin in survey.workspace.origins.values():
        if _nobody(origin) and origin.reliability not in {"", "F"} and not origin.because:
            message = f"the unnamed origin '{origin.id}' is graded {origin.reliability} without a reason"
            keys = ("origins", origin.id, "reliability")
            yield Spot("evidence/origins.yaml", keys, message, "grade it F, or say in `because` how it can be judged")


def _nobody(origin: Origin) -> bool:
    return bool(UNNAMED.match(origin.who)) or origin.access.lower() == "unknown"


def retelling_above_original(survey: Survey) -> Iterator[Spot]:
    """A retelling cannot be surer than what it retells; a 6 there is no more than possibly true (3)."""
    items = survey.workspace.items
    for item in items.values():
        original = items.get(item.retells)
        if original and item.credibility and item.credibility != "6" and item.credibility < _as_original(original):
            shown = original.credibility or "not at all"
            message = (
                f"'{item.address}' is graded {item.credibility}, and '{original.address}', which it retells, {shown}"
            )
            remedy = "grade the retelling no better than the original"
            yield Spot(item.path, ("items", item.id, "credibility"), message, remedy)


def _as_original(item: Item) -> str:
    return "3" if item.credibility in {"", "6"} else item.credibility


def _a(kind: str) -> str:
    return f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}"
