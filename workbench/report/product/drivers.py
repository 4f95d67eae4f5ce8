"""What would change the answer: the rows that drive it, linchpins, smallest sets, suspects, ratings that may err."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from workbench.analysis import resting
from workbench.analysis.heuer.checklist import HEADINGS
from workbench.analysis.heuer.suspects import Suspect
from workbench.analysis.names import listed, named
from workbench.analysis.narrowing import counted
from workbench.model import CHECKLIST
from workbench.report import sensitivitypage as page
from workbench.report.document import Block, Entry, Heading, Paragraph, Table, Tone
from workbench.report.picture import Picture
from workbench.report.product import drawn
from workbench.report.product.content import ReportContent
from workbench.report.product.sources import one_row
from workbench.report.wording import POINTS

SUSPECTS = 8
"""Sources and origins that are told at most; of more the number is said."""


def drivers(content: ReportContent) -> Iterator[Block]:
    """All of it; what most readers want first."""
    found = content.sensitivity
    yield Heading("What would change this")
    if not found.tornado:
        yield Paragraph("Fewer than two hypotheses are tested: there is nothing to vary.")
        return
    yield Paragraph(found.rests or found.headline, tone=Tone.LEADING)
    yield Paragraph(f"by {POINTS}, in all of this part.", lead="who leads")
    swings = drawn.captioned(drawn.tornado(content), "What the loss of each row does to the gap")
    yield from _pictured(below(page.tornado(found)), swings)
    yield from below(page.linchpins(found))
    yield from below(page.losses(found))
    yield from below(page.fewest(found))
    yield Heading("Ratings and grades", under=True)
    yield from _ratings(content)
    yield from page.ungraded(found)
    yield from _suspects(content)
    yield from _pictured(below(page.noise(found)), drawn.noise(content))


def below(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks of a page as a part of a part of this one."""
    return (replace(block, under=True) if isinstance(block, Heading) else block for block in blocks)


def _pictured(blocks: Iterable[Block], picture: Picture | None) -> Iterator[Block]:
    """The blocks with a picture where the table of the same numbers stands."""
    for block in blocks:
        yield from drawn.shown(picture, block) if isinstance(block, Table) else (block,)


def _ratings(content: ReportContent) -> Iterator[Paragraph]:
    """How many single cells, and how many steps of a grade or a relevance, change who leads."""
    found = content.sensitivity.found
    cells = page.ways(found.flips) if found.flips else "none changes who leads, whatever it is rated."
    yield Paragraph(cells, lead="single cells that change who leads")
    steps = len(found.steps)
    ways = f"{steps} of these steps change who leads." if steps > 1 else f"{steps or 'none'} of them changes who leads."
    yield Paragraph(ways, lead="grades and relevance one step up or down")


def _suspects(content: ReportContent) -> Iterator[Block]:
    """Who is suspected of deception, with the checklist; then those on whom the lead depends and nobody looked at."""
    begun = [one for one in content.suspects if one.suspected]
    others = [one for one in content.suspects if not one.suspected]
    if not content.suspects:
        return
    yield Heading("If somebody deceives us", under=True)
    yield from (_suspect(content, one) for one in begun)
    if others:
        told = listed([f"{one.what} {one.id}" for one in others[:SUSPECTS]])
        more = f" and {len(others) - SUSPECTS} more" if len(others) > SUSPECTS else ""
        text = f"{told}{more}. Without any one of them who leads changes, and no deception checklist was begun on it."
        yield Paragraph(f"{text}{one_row(content, others)}", lead="not looked into")


def _suspect(content: ReportContent, one: Suspect) -> Entry:
    told = []
    if one.rated_again:
        found = next(d for d in content.sensitivity.found.deceptions if d.suspect == one.id)
        then = resting.then(content.standing, content.sensitivity.found.leading, found.leading)
        told.append(Paragraph(f"with {counted(len(found.items))} rated again as if so, {then}.", lead="if it deceives"))
    told += [Paragraph(one.answers[h.key], lead=h.name.lower()) for h in HEADINGS if h.key in one.answers]
    if one.unanswered and one.answers:
        told.append(Paragraph(f"{len(one.unanswered)} of {len(CHECKLIST)} questions.", lead="not answered"))
    what = f"{one.what} {one.id}".strip()
    if not one.items:
        return Entry(what, "None of its rows is in the matrix.", tuple(told))
    without = f"without it {named(content.standing, one.leading) or 'nobody'} would lead" if one.key else ""
    text = "; ".join(filter(None, (counted(len(one.items)), without or "without it the same lead")))
    return Entry(what, f"{text}.", tuple(told))
