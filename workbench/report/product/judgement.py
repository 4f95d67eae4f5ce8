"""The analyst's judgement in words: how likely each hypothesis is held, and how that agrees with the computed one."""

from __future__ import annotations

import math
from collections.abc import Iterator

from workbench.analysis.heuer.estimative import Yardstick
from workbench.analysis.heuer.judging import adds_up, differences, judged_ranks, likeliest
from workbench.analysis.methods import DEFAULT, EQUAL_WEIGHTS
from workbench.analysis.names import listed
from workbench.model import OTHER, judgement_stale
from workbench.report import wording
from workbench.report.content import Score
from workbench.report.document import Align, Band, Block, Cell, Column, Heading, Line, Paragraph, Table, Tone
from workbench.report.product.content import ReportContent

TITLE = "Judgement and computed order"

NO_WORD = "no word for it"
"""Stands beside a likelihood for which the standard has none: its gaps are meant."""

HALF = 50
"""Per cent from which on something is at least as likely as not."""


def expressed(words: Yardstick, share: float) -> str:
    """A likelihood as a word with its number: 'likely (60 %)'; where the standard has no word for it, it says so."""
    word = words.word(share)
    return f"{word} ({share:g} %)" if word else f"{share:g} % ({NO_WORD})"


def held_likeliest(content: ReportContent) -> str:
    """Which answer is held likeliest, with word and number; there is a likelihood above 0."""
    found = likeliest(content.likelihood)
    share = content.likelihood[found[0]]
    told = listed([content.name(h) for h in found])
    held, alone = expressed(content.words, share), len(found) == 1
    if share < HALF:
        likeliest_ = f"is {told}: {held}" if alone else f"are {told}, level: each {held}"
        return f"No answer is judged likelier than not. The likeliest {likeliest_}."
    if alone:
        return f"{_capital(told)} is judged likeliest: {held}."
    return f"{_capital(told)} are judged likeliest and level, each {held}."


def _capital(text: str) -> str:
    return f"{text[0].upper()}{text[1:]}" if text.startswith("any other answer") else text


def unfinished(content: ReportContent) -> Iterator[Paragraph]:
    """What keeps the likelihoods from being a whole judgement; nothing where they are one."""
    missing = [content.name(h) for h in content.columns if h not in content.likelihood]
    if missing:
        yield Paragraph(f"No likelihood is written for {listed(missing)}.")
    elif not adds_up(content.likelihood):
        yield Paragraph(f"The likelihoods add up to {math.fsum(content.likelihood.values()):g} and not to 100.")


def older(content: ReportContent) -> Iterator[Paragraph]:
    """That the judgement speaks of a matrix that changed since; nothing where it does not."""
    if judgement_stale(content.case):
        since = wording.older_matrix(content.rated_since)
        said = f"{since}, and it was not confirmed: its grounds speak of the matrix as it was."
        yield Paragraph(said, tone=Tone.LEADING)


def differs(content: ReportContent) -> str:
    """On which pair judgement and computed order differ most; empty where they do not."""
    for likelier, ahead in differences(content.standing)[:1]:
        return f"{content.name(likelier)} is held likelier than {content.name(ahead)}, which has fewer points"
    return ""


def differing(content: ReportContent) -> str:
    """On how many pairs judgement and computed order differ, and on which most; empty where they do not."""
    pairs = len(differences(content.standing))
    return f"on {pairs} pairs of hypotheses; first of all {differs(content)}" if pairs > 1 else differs(content)


def beside_computed(content: ReportContent) -> Iterator[Block]:
    """Both orders side by side, with the analyst's reason where they differ."""
    if not content.likelihood:
        return
    yield Heading(TITLE)
    yield from older(content)
    yield Paragraph(_compared(content))
    yield _table(content)
    yield from unfinished(content)
    if content.judged.differs_because:
        yield Paragraph(content.judged.differs_because, lead="why they differ")
    elif differs(content):
        yield Paragraph("no reason is written.", lead="why they differ")


def _compared(content: ReportContent) -> str:
    said = differing(content)
    if not said:
        return "No hypothesis is held likelier than another that has fewer points."
    they = "They differ " if said.startswith("on ") else ""
    return f"{they}{said}. The matrix gives a rough order; the judgement is the analyst's."


def _table(content: ReportContent) -> Table:
    columns = (
        Column("hypothesis", prose=True, stub=True),
        Column("judged", align=Align.RIGHT),
        Column(f"in words of {content.words.title}", "in words"),
        Column("place judged", align=Align.RIGHT),
        Column("rank computed", align=Align.RIGHT),
        Column("weighted points", align=Align.RIGHT),
        Column("equal weights", align=Align.RIGHT),
    )
    places = judged_ranks(content.likelihood)
    scores = {score.hypothesis.id: score for score in content.matrix.scores}
    lines = (_line(content, h, places.get(h), scores.get(h)) for h in (*content.columns, OTHER))
    shown = (line for line in lines if line.name != content.name(OTHER) or OTHER in content.likelihood)
    return Table("judgement and computed order", columns, (Band("", tuple(shown)),))


def _line(content: ReportContent, hypothesis: str, place: int | None, score: Score | None) -> Line:
    name = content.name(hypothesis)
    share = content.likelihood.get(hypothesis)
    places = list(judged_ranks(content.likelihood).values())
    shared = "=" if place is not None and places.count(place) > 1 else ""
    tone = Tone.LEADING if hypothesis in likeliest(content.likelihood) else Tone.PLAIN
    computed = (score.ranks[DEFAULT], score.points[DEFAULT], score.points[EQUAL_WEIGHTS]) if score else ("", "", "")
    cells = (
        Cell(name, tone, under=score.tested if score else ""),
        *in_per_cent(content.words, share, tone),
        Cell("" if place is None else f"{place}{shared}", tone),
        *map(Cell, computed),
    )
    return Line(cells, name=name)


def in_per_cent(words: Yardstick, share: float | None, tone: Tone) -> tuple[Cell, Cell]:
    """The cells of a likelihood: the number, and the standard's word for it."""
    if share is None:
        return (Cell("", tone), Cell("not judged", tone))
    return (Cell(f"{share:g} %", tone), Cell(words.word(share) or NO_WORD, tone))
