"""The document of several analysts: who leads with whom, how far they agree, and the contested cells that matter."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.analysis import resting
from workbench.analysis.agreement import Agreement, Alpha, CellRatings, Concordance, Contested, Fewest, Orders
from workbench.analysis.agreement.alpha import FIRM, TENTATIVE
from workbench.analysis.agreement.concordance import Measure
from workbench.analysis.methods import DEFAULT, METHODS
from workbench.analysis.names import listed
from workbench.analysis.narrowing import counted, named
from workbench.model import judgement_stale
from workbench.model.words import CREDIBILITY_MEANING
from workbench.report import wording
from workbench.report.comparecontent import Compared, blindness, headlines, lead, settled, some
from workbench.report.comparetables import likelihoods, points, ranks
from workbench.report.document import Block, Document, Entry, Heading, Paragraph, Tone, drawn
from workbench.report.imprint import of_question
from workbench.report.pictures.disagreement import disagreement_map
from workbench.report.slicewords import SIGNS

SHOWN = 20
"""Contested cells, and contested grades, that a page shows; JSON and CSV have every cell."""

NO_VARIATION = "no variation"

_CALLED = {Measure.KENDALL: "Kendall's W", Measure.SPEARMAN: "Spearman's rho"}


def compare_document(compared: Compared) -> Document:
    """Everything there is to say, the answer first; while blind what is left of it."""
    found = compared.found
    question = found.case.question
    return Document(
        title=question.text,
        marking=question.marking,
        blocks=(
            *(Paragraph(text, tone=Tone.LEADING) for text in (*blindness(compared), *headlines(found))),
            Paragraph(about(found), lead="compared"),
            *_left_out(found),
            *(_compared(found) if len(found.analysts) > 1 and found.rows else ()),
        ),
        imprint=of_question(question, compared.program, analyst=", ".join(member.id for member in found.analysts)),
    )


def _compared(found: Agreement) -> Iterator[Block]:
    yield from how_far(found)
    yield from _order(found)
    if picture := disagreement_map(found):
        yield drawn(picture)
    yield from _contested(found)
    yield from _grades(found)
    yield from _pooled(found)
    yield from method(found)


def about(found: Agreement) -> str:
    """Who and what is compared, in a few words."""
    question, many = found.case.question, len(found.case.hypotheses)
    hypotheses = "1 hypothesis" if many == 1 else f"{many} hypotheses"
    parts = [
        some([member.id for member in found.analysts], most=20) if found.analysts else "nobody",
        f"{counted(len(found.rows))} by {hypotheses}",
        f"information up to {question.cutoff}" if question.cutoff else "",
    ]
    return "; ".join(filter(None, parts))


def _left_out(found: Agreement) -> Iterator[Paragraph]:
    yield from no_part(found)
    everybody = len(found.analysts)
    if some_ := [f"{address} ({some(who)})" for address, who in found.parked.items() if len(who) < everybody]:
        yield Paragraph(f"{some(some_)}.", lead=f"parked by some and not by others, {counted(len(some_))}")


def no_part(found: Agreement) -> Iterator[Paragraph]:
    """What takes no part: who rated nothing, whose rows are stale, and what everyone parked."""
    if found.idle:
        yield Paragraph(f"{some(found.idle)}.", lead="rated nothing yet")
    for member in found.analysts:
        if stale := [address for address in found.rows if address in member.stale]:
            text = f"{some(stale)}. They count in the order of {member.id} and nowhere else here."
            yield Paragraph(text, lead=f"stale with {member.id}, {counted(len(stale))}")
    everybody = len(found.analysts)
    if all_ := sum(len(who) == everybody for who in found.parked.values()):
        yield Paragraph(f"{counted(all_)}.", lead="parked by everyone")


def how_far(found: Agreement) -> Iterator[Heading | Paragraph]:
    """How far the analysts agree: over the cells, and over the order where that may be known."""
    yield Heading("How far they agree")
    yield Paragraph(_alpha(found.alpha), lead="Krippendorff's alpha")
    if found.orders:
        concordance = found.orders.concordance
        yield Paragraph(_concordance(found, concordance), lead=_CALLED[concordance.measure])
    if found.spreads:
        steps = [f"{steps} in {cells}" for steps, cells in found.spreads.items()]
        text = f"{listed(steps)} {'cell' if list(found.spreads.values()) == [1] else 'cells'} that two or more rated."
        yield Paragraph(text, lead="steps between the furthest ratings")


def _alpha(alpha: Alpha) -> str:
    if not alpha.cells:
        return "none: no cell is rated by two on CC C N I II."
    share = f"{alpha.neutral / alpha.ratings:.0%} of them N"
    missing = f"; {alpha.not_applicable} NA count as missing" if alpha.not_applicable else ""
    counts = f"{alpha.ratings} ratings of {'1 cell' if alpha.cells == 1 else f'{alpha.cells} cells'}, {share}{missing}"
    if alpha.value is None:
        return f"{NO_VARIATION}: all ratings are the same; {counts}."
    if alpha.value >= FIRM:
        usual = "from .80 on usually taken as firm"
    elif alpha.value >= TENTATIVE:
        usual = "from .667 on usually taken as tentative"
    else:
        usual = "below .667, where it is usually not relied on"
    return f"{float(alpha.value):.3f}, {usual}; {counts}."


def _concordance(found: Agreement, concordance: Concordance) -> str:
    many, whole = len(concordance.hypotheses), len(concordance.analysts)
    others = [m.id for m in found.analysts if m.id not in concordance.analysts]
    left = f" Not complete, and so left out: {some(others)}." if others else ""
    if whole < 2:
        return f"none: fewer than two matrices are complete.{left}"
    over = f"the orders of {whole} analysts over {'1 hypothesis' if many == 1 else f'{many} hypotheses'}"
    if concordance.value is None:
        return f"{NO_VARIATION} in {over}.{left}"
    return f"{concordance.value:.3f}, {over} that all of them tested.{left}"


def _order(found: Agreement) -> Iterator[Block]:
    if found.orders:
        yield Heading("The order with each analyst, and by the median")
        yield points(found.orders)
        yield Paragraph(f"weighted points, 0 is best; {SIGNS}.", lead="points")
        yield ranks(found.orders)


def _contested(found: Agreement) -> Iterator[Block]:
    shown = list(enumerate(found.contested[:SHOWN], 1))
    matter = [(number, one) for number, one in shown if one.matters]
    if matter:
        yield Heading("Contested cells that change who leads")
        yield from (_entry(found, number, one) for number, one in matter)
    if len(shown) > len(matter):
        yield Heading("Contested cells that change no leader by themselves" if found.orders else "Contested cells")
        yield from (_entry(found, number, one) for number, one in shown[len(matter) :])
    if len(found.contested) > SHOWN:
        yield Paragraph(f"{len(found.contested) - SHOWN} more are contested; --format csv and json have every cell.")
    if found.orders and found.orders.fewest and len(found.orders.fewest.cells) > 1:
        yield together(found.orders, found.orders.fewest)


def together(orders: Orders, fewest: Fewest) -> Paragraph:
    """The fewest contested cells that, settled together, change who leads by the median."""
    names = orders.team.setting.names
    cells = [f"{address}, {names[h]}: {rating}" for address, h, rating in fewest.cells[:SHOWN]]
    more = f"; and {len(fewest.cells) - SHOWN} more" if len(fewest.cells) > SHOWN else ""
    text = f"{'; '.join(cells)}{more}. Then {lead([orders.team], fewest.leading)} by the median."
    return Paragraph(text, lead="fewest that, settled together, change who leads by the median")


def _entry(found: Agreement, number: int, one: Contested) -> Entry:
    cell = one.cell
    item = found.case.items[cell.address]
    hypothesis = found.case.question.hypotheses[cell.hypothesis]
    sides = f"{cell.consistent} consistent, {cell.inconsistent} inconsistent"
    sides += f", {cell.neutral} N" * bool(cell.neutral) + f", {cell.not_applicable} NA" * bool(cell.not_applicable)
    median = found.medians[cell.address, cell.hypothesis].rating if found.orders else None
    text = f"{sides}; {cell.spread} steps apart{f'; median {median}' if median else ''}."
    said = [Paragraph(sentence) for sentence in (settled(found.orders, one) if found.orders else ())]
    name = f"{number}. {hypothesis.short or hypothesis.id}: {resting.start(item.text)} ({cell.address})"
    return Entry(name, text, (*said, *_reasons(found, cell)))


def _reasons(found: Agreement, cell: CellRatings) -> Iterator[Paragraph]:
    """Each analyst's rating and reason; those who gave none share a line."""
    silent = []
    for member in found.analysts:
        if rating := cell.ratings.get(member.id):
            if reason := member.reason(cell.address, cell.hypothesis):
                yield Paragraph(reason, lead=f"{member.id} {rating}")
            else:
                silent.append(f"{member.id} {rating}")
    if silent:
        yield Paragraph(f"{some(silent, most=20)}.", lead="no reason given")


def _grades(found: Agreement) -> Iterator[Block]:
    if not (found.grades or found.uneven):
        return
    yield Heading("Grades and relevance")
    if found.uneven:
        yield Paragraph(f"{named(found.uneven)}.", lead=f"relevance differs, {counted(len(found.uneven))}")
    for contested in found.grades[:SHOWN]:
        said = [
            Paragraph(f"{CREDIBILITY_MEANING.get(own.credibility, '')}. {own.because or 'No reason given.'}",
                      lead=f"{analyst} {own.credibility}")
            for analyst, own in contested.given.items()
        ]  # fmt: skip
        text = "Its row counts more with some than with others." if contested.weighs else "No weight differs by it."
        yield Entry(
            f"{contested.address}: credibility {contested.filed or 'not graded'} in its file", text, tuple(said)
        )
    if len(found.grades) > SHOWN:
        yield Paragraph(f"{len(found.grades) - SHOWN} more are contested; --format json has all.")


def _pooled(found: Agreement) -> Iterator[Block]:
    if not (found.orders and any(m.case.matrix.judgement for m in found.analysts)):
        return
    pooled = found.orders.pooled
    yield Heading("Likelihoods, as the analysts judge them")
    if pooled.each:
        yield likelihoods(found.orders)
    if not pooled.shares:
        yield Paragraph("Fewer than two sets can be pooled.")
    for analyst, why in pooled.left_out.items():
        yield Paragraph(f"{analyst} {why}.", lead="left out")
    if old := [m.id for m in found.analysts if m.id in pooled.each and judgement_stale(m.case)]:
        yield Paragraph(f"{listed(old)}, not confirmed since.", lead="judged on an older matrix")
    if overlap := found.case.question.overlap:
        pairs = "; ".join(" and ".join(pair.between) for pair in overlap)
        yield Paragraph(
            f"{pairs}. The shares make one whole only as these are told apart in the file.", lead="not exclusive"
        )


def method(found: Agreement) -> Iterator[Heading | Paragraph]:
    """How all of it is counted."""
    yield Heading("How it is counted")
    yield Paragraph(
        "one analyst says CC or C and another I or II. N, NA, unrated, parked and stale rows take no side.",
        lead="contested",
    )
    yield Paragraph(
        "ordinal, on CC C N I II: 1 is full agreement, 0 what chance gives. NA and unrated are missing (Krippendorff "
        "2004). It does not say who is right: those who read the same can be wrong together.",
        lead="Krippendorff's alpha",
    )
    if not found.orders:
        return
    yield Paragraph(
        "of ranks by weighted points, ties at their mean rank, over complete matrices. Few hypotheses give high values "
        "by chance.",
        lead="Kendall's W from three analysts on, Spearman's rho for two",
    )
    yield Paragraph(
        "of the ratings on CC C N I II; NA where more than half say NA. Midway between C and I it is N; between two "
        "steps it is the one nearer to N. The row's relevance likewise; its grade is the file's, unless more than half "
        "give the same other one; parked where more than half parked it. It is worked out, and nobody rated it.",
        lead="median",
    )
    yield Paragraph(
        "a cell of the median, or of one analyst, taken as each rating that was given for it, all else as it is; "
        f"leading sets by {DEFAULT}.",
        lead="settling",
    )
    yield Paragraph(
        "complete sets over the present wording, each made to add up to 100, mean with equal weights.",
        lead="pooled likelihoods",
    )
    yield Paragraph(METHODS[DEFAULT].formula, lead=METHODS[DEFAULT].title)
    yield Paragraph(wording.NO_PROBABILITY)
