"""How often each hypothesis is first when every rating may be a step wrong; for the part on sensitivity alone."""

from __future__ import annotations

from workbench.analysis.methods import DEFAULT
from workbench.analysis.names import named
from workbench.analysis.noise import basis, how_often
from workbench.model import Hypothesis
from workbench.report import wording
from workbench.report.picture import Ink, Picture
from workbench.report.pictures.bars import Bar, Barred, Directions, drawn
from workbench.report.pictures.lettering import PAGE, SMALL, high, written
from workbench.report.pictures.measure import wrapped
from workbench.report.sensitivitycontent import SensitivityContent

NO_LIKELIHOOD = "How steady the order is, not how likely a hypothesis is."


def first_bars(content: SensitivityContent) -> Picture:
    """In how many perturbed copies each hypothesis is first, the most first; exact or drawn is said below."""
    first = content.noise.first
    ordered = sorted(content.standing.case.hypotheses, key=lambda h: -first[h.id])
    over = Directions("never first", f"first in all {content.noise.copies:,} perturbed copies →", content.noise.copies)
    y, shapes = drawn([_barred(content, h) for h in ordered], 0, over)
    lines = wrapped(f"{basis(content.noise)} Where several tie for first it counts for each.", PAGE, SMALL)
    shapes += written(lines, 0, y + 4, size=SMALL, ink=Ink.QUIET)
    words = " ".join(f"{h.short or h.id}: {_often(content, h)}." for h in ordered)
    height = y + 4 + high(lines, SMALL)
    return Picture("noise", _caption(content), f"First in: {words} {basis(content.noise)}", PAGE, height, tuple(shapes))


def _caption(content: SensitivityContent) -> str:
    """Who is first most often, and in how many copies."""
    first = content.noise.first
    most = max(first.values(), default=0.0)
    if not most:
        return f"No hypothesis is tested, so that none is first. {NO_LIKELIHOOD}"
    who = [h for h, n in first.items() if n == most]
    each = " each" if len(who) > 1 else ""
    are = "is" if len(who) == 1 else "are"
    often = how_often(content.noise, who[0])
    return f"{named(content.standing, who)} {are} first in {often} perturbed copies{each}. {NO_LIKELIHOOD}"


def _barred(content: SensitivityContent, hypothesis: Hypothesis) -> Barred:
    h, standing = hypothesis.id, content.standing
    bar = Bar(content.noise.first[h], how_often(content.noise, h), Ink.RULE)
    leads = h in content.found.leading
    lead = wording.leads(standing) if content.found.method == DEFAULT else "leads"
    under = ", ".join(filter(None, (lead if leads else "", "little tested" if h in standing.little_tested else "")))
    untested = h in standing.not_tested
    return Barred(
        name=hypothesis.short or h,
        before="",
        under=under,
        bars=() if untested else (bar,),
        instead="not tested, and so never first" if untested else "",
        bold=leads,
    )


def _often(content: SensitivityContent, hypothesis: Hypothesis) -> str:
    return "not tested" if hypothesis.id in content.standing.not_tested else how_often(content.noise, hypothesis.id)
