"""Score bars: points of every hypothesis, best first; 0 is best, so bars grow with what speaks against it."""

from __future__ import annotations

import math
from collections.abc import Mapping

from workbench.analysis import ranking, scoring
from workbench.analysis.methods import DEFAULT
from workbench.analysis.names import named
from workbench.analysis.scoring import Scored
from workbench.report import wording
from workbench.report.content import Content, Score
from workbench.report.picture import Ink, Picture
from workbench.report.pictures.bars import Bar, Barred, Directions, drawn
from workbench.report.pictures.legend import legend
from workbench.report.pictures.lettering import PAGE

BEST, WORSE = "0 is best", "more points: more speaks against it →"

NOT_TESTED = "not tested: nothing bears on it, so that it has no rank"


def score_bars(content: Content, found: Scored | None = None) -> Picture:
    """Points of every hypothesis, plain and with every voice counted once.

    Args:
        content: of the matrix.
        found: what a method made of it; without it the default method.
    """
    if found is None:
        found = Scored(DEFAULT, *content.standing.methods[DEFAULT])
    points = "weighted points" if found.method == DEFAULT else f"points of {found.method}"
    ordered = sorted(content.scores, key=lambda score: found.ranks[score.hypothesis.id] or math.inf)
    texts = scoring.texts(found.scores), scoring.texts(found.adjusted)
    twice = texts[0] != texts[1]
    y, shapes = drawn(
        [_barred(content, score, found, texts, twice=twice) for score in ordered], 0, Directions(BEST, WORSE)
    )
    bottom, key = legend(PAGE, y + 5, _meanings(points, twice=twice))
    words = " ".join(_said(score, found, texts, points) for score in ordered)
    name = "scores" if found.method == DEFAULT else f"scores-{found.method}"
    return Picture(name, _caption(content, found), f"{BEST}. {words}", PAGE, bottom, (*shapes, *key))


def _meanings(points: str, *, twice: bool) -> list[tuple[str, Ink, str]]:
    if not twice:
        return [("", Ink.INCONSISTENT, f"{points}; adjusted, with every voice counted once, they are the same")]
    return [("", Ink.INCONSISTENT, points), ("", Ink.GROUND, "adjusted: the same with every voice counted once")]


def _caption(content: Content, found: Scored) -> str:
    """The headline; under another method who leads by it."""
    if found.method == DEFAULT or not found.leading:
        return content.headline
    lead = "leads" if len(found.leading) == 1 else "tie for the lead"
    return f"Under {found.method} {named(content.standing, found.leading)} {lead}."


def _barred(
    content: Content, score: Score, found: Scored, texts: tuple[Mapping[str, str], Mapping[str, str]], *, twice: bool
) -> Barred:
    h = score.hypothesis
    leads = h.id in found.leading
    plain = Bar(float(found.scores[h.id]), texts[0][h.id], Ink.INCONSISTENT)
    adjusted = Bar(float(found.adjusted[h.id]), texts[1][h.id], Ink.GROUND, outlined=True)
    untested = found.ranks[h.id] is None
    lead = wording.leads(content.standing) if found.method == DEFAULT else "leads"
    under = ", ".join(filter(None, (lead if leads else "", "" if untested else score.tested)))
    return Barred(
        name=h.short or h.id,
        before=ranking.label(found.ranks, h.id),
        under=under,
        bars=() if untested else (plain, adjusted) if twice else (plain,),
        instead=NOT_TESTED if untested else "",
        bold=leads,
    )


def _said(score: Score, found: Scored, texts: tuple[Mapping[str, str], Mapping[str, str]], points: str) -> str:
    h = score.hypothesis
    name, remark = h.short or h.id, f", {score.tested}" if score.tested else ""
    if found.ranks[h.id] is None:
        return f"{name}: not tested."
    rank = ranking.label(found.ranks, h.id)
    return f"{name}: rank {rank}, {texts[0][h.id]} {points}, {texts[1][h.id]} adjusted{remark}."
