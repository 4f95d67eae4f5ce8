"""What a reviewer should look at, a line each: the alerts of the engine in words."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import groupby

from workbench.analysis import resting
from workbench.analysis.changes import Alert, Code, Comparison
from workbench.analysis.changes.alerts import alerts
from workbench.analysis.changes.leads import place
from workbench.analysis.changes.regraded import CHANGED
from workbench.analysis.changes.touched import Way
from workbench.analysis.names import listed
from workbench.model import Rating
from workbench.report import diffwords
from workbench.report.document import Block, Entry, Heading, Paragraph

MOST = 3
"""Lines of one sort; of more the number is said."""

LONGEST = 160
"""Characters of a reason that are quoted."""

_TITLES = {
    Code.AGAINST_LEADER: "What it spoke against leads now.",
    Code.SAME_REASON: "A rating changed side, its reason did not.",
    Code.GRADE: "A grade changed without a word.",
    Code.OLD_WORDING: "The scores are of the old wording.",
    Code.RATINGS_LOST: "Ratings went with the item.",
    Code.CONTESTED: "Newly contested.",
    Code.RESTED_ON: "The earlier answer rested on it.",
}

_ALSO = {
    Code.AGAINST_LEADER: "rows that spoke against what leads now",
    Code.SAME_REASON: "ratings that changed side under the same reason, or under none",
    Code.GRADE: "grades that changed without a word",
    Code.OLD_WORDING: "texts that changed under their ratings",
    Code.RATINGS_LOST: "deleted items that had been rated",
    Code.CONTESTED: "cells that somebody made contested",
    Code.RESTED_ON: "items on which an earlier answer rested",
}

_WAYS = {
    Way.REMOVED: "which is deleted,",
    Way.LEFT: "which does not belong to the question any more,",
    Way.PARKED: "which is parked now,",
    Way.LOWERED: "which weighs less now,",
}


def look(found: Comparison) -> Iterator[Block]:
    """The lines under their heading; nothing where there is nothing to look at."""
    every = alerts(found)
    if every:
        yield Heading("Look at this")
    told: set[str] = set()
    for code, some in groupby(every, key=lambda alert: alert.code):
        alike = list(some)
        for alert in alike[:MOST]:
            yield Entry(_TITLES[code], _said(found, alert, _item(found, alert, told)))
            told.add(alert.about)
        if len(alike) > MOST:
            yield Paragraph(f"And {len(alike) - MOST:,} more {_ALSO[code]}.")


def _item(found: Comparison, alert: Alert, told: Collection[str]) -> str:
    """An item with the start of its text where it is named first, and by its address alone after that."""
    return alert.about if alert.about in told else diffwords.item(found, alert.about)


def _said(found: Comparison, alert: Alert, item: str) -> str:
    match alert.code:
        case Code.AGAINST_LEADER:
            return _against_leader(found, alert, item)
        case Code.SAME_REASON:
            return _same_reason(found, alert, item)
        case Code.GRADE:
            return _grade(alert, item)
        case Code.OLD_WORDING:
            return _old_wording(found, alert, item)
        case Code.RATINGS_LOST:
            return _ratings_lost(alert, item)
        case Code.CONTESTED:
            return _contested(found, alert, item)
        case Code.RESTED_ON:
            return f"Before, the smallest change that would have changed who leads was one of {item}{_in(alert)}."


def _in(alert: Alert) -> str:
    return f" in {diffwords.matrices(alert.analysts)}" if alert.analysts else ""


def _names(found: Comparison, alert: Alert) -> str:
    return listed([diffwords.hypothesis(found, alert.question, h) for h in alert.hypotheses])


def _against_leader(found: Comparison, alert: Alert, item: str) -> str:
    names, only = _names(found, alert), "only " if alert.only else ""
    leads = f"which {_leads(found, alert)}{' as before' if alert.led else ' now'}{_in(alert)}"
    if alert.way == Way.RERATED:
        return f"By the rating before, {item} spoke {only}against {names}, {leads}."
    spoke = "speaks" if alert.way == Way.LOWERED else "spoke"
    return f"{item}, {_WAYS[Way(alert.way)]} {spoke} {only}against {names}, {leads}."


def _leads(found: Comparison, alert: Alert) -> str:
    """'leads', or 'shares the lead' where somebody else leads as well; in the first of the matrices."""
    which = (alert.question, alert.analysts[0])
    state = next(one.after for one in found.effects if (one.question, one.analyst) == which)
    several = len(alert.hypotheses) > 1
    if state and len(place(state.standing).leading) > 1:
        return "share the lead" if several else "shares the lead"
    return "lead" if several else "leads"


def _same_reason(found: Comparison, alert: Alert, item: str) -> str:
    was, now = (diffwords.meant(Rating(text)) for text in (alert.was, alert.now))
    reason = f'the reason is still "{resting.start(alert.reason, LONGEST)}"' if alert.reason else "no reason is given"
    place = f"{item} for {_names(found, alert)}"
    return f"{diffwords.several(alert.analysts)} rated {place} {was} and now {now}; {reason}."


def _grade(alert: Alert, item: str) -> str:
    name = "credibility" if alert.kind == "item" else "reliability"
    about = item if alert.kind == "item" else f"the {alert.kind} {alert.about}"
    whose = f"{alert.analysts[0]}'s own grade" if alert.analysts else f"The {name}"
    way = "is changed" if alert.way == CHANGED else f"is {alert.way}"
    grades = f"from {diffwords.grade(name, alert.was)} to {diffwords.grade(name, alert.now)}"
    if not alert.reason:
        return f"{whose} of {about} {way} {grades}; no reason is given."
    return f'{whose} of {about} {way} {grades}; the reason is still "{resting.start(alert.reason, LONGEST)}".'


def _old_wording(found: Comparison, alert: Alert, item: str) -> str:
    who = diffwords.several(alert.analysts)
    if alert.kind == "hypothesis":
        name = diffwords.hypothesis(found, alert.question, alert.about)
        rows = "1 row" if alert.rows == 1 else f"{alert.rows:,} rows"
        return (
            f"The statement of {name} changed, and {rows} of {who} are rated against the old one: until they are "
            "rated or confirmed, unchanged scores say nothing about the new one."
        )
    return (
        f"The text of {item} changed, and {who} rated the old one: until somebody rates or confirms the new one, "
        "unchanged scores say nothing about it."
    )


def _ratings_lost(alert: Alert, item: str) -> str:
    rows = "that row counts" if len(alert.analysts) == 1 else f"these {len(alert.analysts)} rows count"
    return (
        f"{diffwords.several(alert.analysts)} had rated {item} for {alert.question}: {rows} no more. "
        "Parking the item would have kept it and them, with a reason."
    )


def _contested(found: Comparison, alert: Alert, item: str) -> str:
    one = next(
        cell
        for cell in found.contested
        if (cell.question, cell.address, (cell.hypothesis,)) == (alert.question, alert.about, alert.hypotheses)
    )
    others = [who for who in one.ratings if who not in alert.analysts]
    moved = f"{diffwords.several(alert.analysts)} moved away from {diffwords.several(others)}"
    turned = f", from {alert.was} to {alert.now}" if alert.was and alert.now else ""
    return f"On {item} for {_names(found, alert)}, {moved}{turned}: they agreed before."
