"""The document of sensitivity: the answer, and everything that would change it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workbench.analysis import resting
from workbench.analysis.flips import Flip
from workbench.analysis.losses import Loss
from workbench.analysis.methods import METHODS
from workbench.analysis.names import listed
from workbench.analysis.narrowing import counted, sentences
from workbench.analysis.noise import basis
from workbench.report import sensitivitytables as tables
from workbench.report import wording
from workbench.report.document import Block, Document, Heading, Paragraph, Tone, drawn
from workbench.report.pictures.noise import first_bars
from workbench.report.pictures.tornado import tornado_bars
from workbench.report.provenance import made
from workbench.report.sensitivitycontent import SensitivityContent

HOW = (
    "Everything but the perturbed copies is exact and complete: each change is made by itself and all totals are "
    "compared as whole numbers, so that a tie counts as a tie. Somebody who joins the lead changes it, and so does "
    "a tie for the lead that breaks. Who is tested is decided on the matrix as it is, so that after a large loss a "
    "hypothesis may lead because hardly anything is left to contradict it. A cell moves on "
    "CC C N I II; NA and unrated do not move. A step of a grade moves the row between low, medium and high. Losses "
    "are counted plain and, where that differs, adjusted; the rest plain. The smallest sets are the fewest there "
    "are, not the only ones."
)

GAP = "by how much the loss shrinks the gap between a leader and the rival who then joins or passes it."

IGNORES = (
    "how likely any of these changes is; two changes of different sorts at once; evidence that is missing and "
    "hypotheses that nobody thought of. It shows what the answer rests on, not that it is right."
)

STEADY = (
    "A copy has each cell moved one step on 0, I, II or left as it is; where several tie for first it counts for "
    "each. The numbers say how steady the order is, not how likely a hypothesis is; how often a cell is wrong is "
    "an assumption, not a measurement."
)

OF_ALL = (
    "All on this page is about who has the fewest points of all, which is little tested here. What the order of the "
    "well-tested ones rests on is not looked at."
)

LEFT_OUT = {
    "source": ("source", "sources"),
    "origin": ("origin", "origins"),
    "origins": ("set of origins that may be the same", "sets of origins that may be the same"),
    "kind": ("kind", "kinds"),
}
"""What is left out by groups of rows: one, and several."""


def sensitivity_document(content: SensitivityContent) -> Document:
    """What the lead rests on."""
    standing = content.standing
    question = standing.case.question
    return Document(
        title=question.text,
        marking=question.marking,
        blocks=(
            Paragraph(content.headline, tone=Tone.LEADING),
            *([Paragraph(content.rests)] if content.rests else []),
            *([Paragraph(OF_ALL)] if _little_tested(content) else []),
            *map(Paragraph, sentences(standing.case, standing.rows)),
            Paragraph(f"sensitivity, what the answer rests on; points of {content.found.method}", lead="page"),
            Paragraph(made(standing), lead="matrix"),
            Paragraph(ids(content), lead="hypotheses"),
            *(
                _parts(content)
                if content.tornado
                else [Paragraph("Fewer than two hypotheses are tested: there is nothing to vary.")]
            ),
            Heading("How it is computed"),
            Paragraph(HOW),
            Paragraph(IGNORES, lead="ignores"),
            Paragraph(METHODS[content.found.method].formula, lead=METHODS[content.found.method].title),
            Paragraph(f"{wording.ADJUSTED}.", lead="adjusted"),
            Paragraph(wording.NO_PROBABILITY),
        ),
    )


def ids(content: SensitivityContent) -> str:
    """What the ids in the tables stand for."""
    hypotheses = content.standing.case.hypotheses
    return "; ".join(f"{h.id} {h.short}".rstrip() for h in hypotheses) or "none"


def _parts(content: SensitivityContent) -> Iterator[Block]:
    yield from linchpins(content)
    yield from losses(content)
    yield from _cells(content)
    yield from _steps(content)
    yield from deceptions(content)
    yield from fewest(content)
    yield from tornado(content)
    yield from noise(content)


def linchpins(content: SensitivityContent) -> Iterator[Block]:
    """Items whose loss changes who leads, and what each takes."""
    yield Heading("Linchpins: items whose loss changes who leads")
    if not content.found.linchpins:
        yield Paragraph("None: no single item changes who leads by its loss.")
        return
    yield tables.linchpins(content)
    yield from _more(len(content.found.linchpins))
    yield Paragraph("the least change of the row that already does; what takes least stands first.", lead="takes")
    yield Paragraph(GAP, lead="points")


def _more(number: int) -> Iterator[Paragraph]:
    if number > tables.MOST:
        yield Paragraph(f"and {number - tables.MOST} more; --format json has all.")


def losses(content: SensitivityContent) -> Iterator[Block]:
    """Sources, origins and kinds whose loss changes who leads, and how many of them change nothing."""
    yield Heading("What goes with a source, an origin or a kind")
    changing = [loss for loss in content.found.losses if _of_interest(content, loss)]
    if changing:
        yield tables.losses(content, changing)
    else:
        yield Paragraph("No loss of a source, an origin or a kind changes who leads, plain or adjusted.")
    unchanged = list(_without_effect(content))
    if unchanged and changing:
        yield Paragraph(f"the loss of {listed(unchanged)}.", lead="changes nothing")


def _of_interest(content: SensitivityContent, loss: Loss) -> bool:
    """Whether a loss changes who leads; an item that changes it plain is a linchpin and stands there."""
    linchpin = loss.what == "item" and loss.leading != content.found.leading
    return content.changes(loss) and not linchpin


def _without_effect(content: SensitivityContent) -> Iterator[str]:
    """How many of each change nothing: '5 of 7 sources'."""
    for what, (one, several) in LEFT_OUT.items():
        losses = [loss for loss in content.found.losses if loss.what == what]
        idle = sum(not content.changes(loss) for loss in losses)
        if idle:
            yield f"the one {one}" if len(losses) == 1 else f"{idle} of {len(losses)} {several}"


def _cells(content: SensitivityContent) -> Iterator[Block]:
    yield Heading("Single cells that change who leads")
    flips = content.found.flips
    if not flips:
        yield Paragraph("None, whatever one cell is rated.")
        return
    yield Paragraph(
        f"{ways(flips)} Those that are alike share a line, fewest steps first; each is one cell, changed by itself."
    )
    alike = tables.alike(flips)
    yield tables.cells(content, alike[: tables.MOST])
    if len(alike) > tables.MOST or any(len(flips) > tables.NAMED for flips in alike):
        yield Paragraph("Not all are named here; --format json has all.")


def ways(flips: Sequence[Flip]) -> str:
    """How many changes of one cell do it, and how many of them by a step; of one at least."""
    by_one = sum(flip.steps == 1 for flip in flips)
    many = "1 change of one cell does" if len(flips) == 1 else f"{len(flips)} changes of one cell do"
    return f"{many}, {by_one or 'none'} of them by a single step."


def _steps(content: SensitivityContent) -> Iterator[Block]:
    yield Heading("Grades and relevance one step up or down")
    found = content.found.steps
    if found:
        yield tables.steps(content, found[: tables.MOST])
        yield from _more(len(found))
    else:
        yield Paragraph("No such step changes who leads: not of a row, nor of all rows of a source or an origin.")
    yield from ungraded(content)


def ungraded(content: SensitivityContent) -> Iterator[Block]:
    """Rows whose grade cannot be judged, by themselves and together."""
    found = content.found.ungraded
    if not found.items:
        return
    one = len(found.items) == 1
    count = "1 row has" if one else f"{len(found.items)} rows have"
    swept = f"{count} a grade that cannot wholly be judged (F, 6 or missing): what cannot counts as medium."
    between = "Between low and the best it might have,"
    if not found.changes:
        nothing = "it does not change who leads" if one else "none changes who leads, nor do several together"
        yield Paragraph(f"{swept} {between} {nothing}.")
        return
    n = len({step.id for step in found.rows})
    alone = (
        f"{n} of them change who leads, each by itself"
        if n > 1
        else f"{n or 'none'} of them changes who leads by itself"
    )
    yield Paragraph(f"{swept} {between} {'it changes who leads' if one else alone}.")
    if found.rows:
        yield tables.steps(content, found.rows[: tables.MOST])
        yield from _more(len(found.rows))
    if len(found.levels) > 1:
        levels = "; ".join(f"{address} {of.value}" for address, of in found.levels)
        yield Paragraph(f"{levels}: {content.then(found.leading)}.", lead="the fewest that do together")
    names = listed([content.name(h) for h in found.can_lead])
    yield Paragraph(f"{names}.", lead="can lead with some such grades, as far as was found")


def deceptions(content: SensitivityContent) -> Iterator[Block]:
    """Suspects, with their rows rated again as if they wanted us to believe them; nothing where there are none."""
    if content.found.deceptions:
        yield Heading("If a suspect deceives")
    for found in content.found.deceptions:
        rows = f"with {counted(len(found.items))} rated as if it wanted us to believe them,"
        yield Paragraph(f"{rows} {content.then(found.leading)}.", lead=found.suspect)


def fewest(content: SensitivityContent) -> Iterator[Block]:
    """The smallest set of items, and the fewest changes of one step, that change who leads."""
    found = content.found
    yield Heading("The fewest that change who leads")
    if found.smallest_set:
        names = [f"{resting.quoted(content.standing, a)} ({a})" for a in found.smallest_set]
        yield Paragraph(f"{_several(names)}: {content.then(found.smallest_set_leading)}.", lead=_count("item", names))
    else:
        yield Paragraph("No loss of items changes who leads.")
    if found.smallest_steps:
        cells = [_cell(content, flip) for flip in found.smallest_steps]
        then = content.then(found.smallest_steps_leading)
        yield Paragraph(f"{_several(cells)}: {then}.", lead=_count("change of one step", cells))
    else:
        yield Paragraph("No changes of cells by one step change who leads.")


def _count(what: str, found: Sequence[str]) -> str:
    if what == "item":
        return "loss of 1 item" if len(found) == 1 else f"loss of {len(found)} items"
    return "1 change of one step" if len(found) == 1 else f"{len(found)} changes of one step"


def _several(names: Sequence[str]) -> str:
    rest = len(names) - tables.MOST
    more = [f"and {rest} more (--format json has all)"] if rest > 0 else []
    return "; ".join([*names[: tables.MOST], *more])


def _cell(content: SensitivityContent, flip: Flip) -> str:
    text, name = resting.quoted(content.standing, flip.address), resting.short(content.standing, flip.hypothesis)
    return f"{text} ({flip.address}) {flip.now.value} instead of {flip.was.value} for {name}"


def _little_tested(content: SensitivityContent) -> bool:
    return {*content.found.leading} <= {*content.standing.little_tested} and bool(content.found.leading)


def tornado(content: SensitivityContent) -> Iterator[Block]:
    """The gap between leader and nearest rival, and what the loss of each row does to it."""
    found = content.tornado
    if not found:
        return
    yield Heading("How far each row moves the gap")
    leader, rival = content.name(found.leader), content.name(found.rival)
    if found.gap:
        of = f", for {rival}" if found.as_near else ""
        yield Paragraph(
            f"{tables.ahead(content, found)}. The bars show what the loss of a row does to this gap{of}; a loss that "
            "shrinks it by as much or more changes who leads."
        )
    else:
        yield Paragraph(f"{leader} and {rival} are level: the loss of any row that moves this gap changes who leads.")
    if found.swings:
        yield drawn(tornado_bars(content), tables.tornado(content, found))
    if len(found.swings) > tables.MOST:
        yield Paragraph(f"the {tables.MOST} rows that move it furthest, of {len(found.swings)} that move it.")


def noise(content: SensitivityContent) -> Iterator[Block]:
    """In how many perturbed copies each hypothesis is first, with what that can say."""
    yield Heading("If ratings are a step wrong")
    copies = Paragraph(basis(content.noise), lead="perturbed copies")
    yield drawn(first_bars(content), tables.noise(content), copies)
    yield Paragraph(STEADY)
