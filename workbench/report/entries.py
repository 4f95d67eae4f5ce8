"""What the rows of a matrix stand on: reasons, parked items, sources and origins, an entry each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from workbench.edtf import worded
from workbench.model import CONTRADICTING, Hypothesis, Item, Origin, Source
from workbench.report import rewordings, wording
from workbench.report.content import Content, Row
from workbench.report.document import Block, Entry, Heading, Paragraph, Reworded


def rows(content: Content) -> Iterator[Entry]:
    """Each row: its address, where it comes from, its marks, and why its cells are rated so."""
    for row in content.rows:
        reasons = _reasons(row, [s.hypothesis.id for s in content.scores])
        under: list[Paragraph | Reworded] = [*_mark_texts(row), *rewordings.blocks(row.reworded), *reasons]
        yield Entry(f"{row.number}  {row.item.address}", _provenance(row), tuple(under), row.item.address)


def listed(title: str, found: Iterable[Entry], one: str) -> Iterator[Block]:
    """Entries in which one looks things up, under a heading that says how many; nothing where there are none.

    Args:
        title: of the part.
        found: the entries.
        one: what each of them is, in a word whose plural ends in s.
    """
    entries = list(found)
    if entries:
        yield Heading(title, reference=f"{len(entries):,} {one}{'' if len(entries) == 1 else 's'}")
        yield from entries


def _reasons(row: Row, hypotheses: Sequence[str]) -> Iterator[Paragraph]:
    """Why each cell is rated so; then, in one line, the inconsistent ones of which that is not said."""
    letters = {h: f"{h} {row.ratings[h].value if h in row.ratings else wording.UNRATED}" for h in hypotheses}
    for h in hypotheses:
        if h in row.reasons:
            yield Paragraph(row.reasons[h], lead=letters[h])
    without = [letters[h] for h in hypotheses if h not in row.reasons and row.ratings.get(h) in CONTRADICTING]
    if without:
        yield Paragraph(", ".join(without), lead="no reason is written for")


def _mark_texts(row: Row) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(mark.text) for mark in row.marks)


def _provenance(row: Row) -> str:
    item = row.item
    parts = (
        item.kind.value,
        worded(item.when),
        f"reported {worded(item.reported)}" if item.reported else "",
        item.at,
        f"origin {', '.join(item.origins)}" if item.origins else "",
        f"{row.grade}, relevance {row.standing.weight.relevance.value}, weight {row.weight}",
        f"graded so because: {item.because}" if item.because else "",
    )
    return "; ".join(filter(None, parts))


def parked(item: Item, why: str) -> Entry:
    """An item that is out of the matrix, and why."""
    return Entry(item.address, item.text, (Paragraph(why, lead="parked because"),))


def no_longer_compared(hypothesis: Hypothesis) -> Entry:
    """A hypothesis that is no column any more, and why."""
    what = f"{hypothesis.status.value}{f' into {hypothesis.into}' if hypothesis.into else ''}"
    return Entry(
        f"{hypothesis.id}  {hypothesis.short}",
        hypothesis.statement,
        (Paragraph(hypothesis.because or "no reason is written", lead=f"{what} because"),),
    )


def source(source: Source) -> Entry:
    """A document with its grade."""
    grade = "ours, not graded" if source.own else f"reliability {source.reliability or 'not given'}"
    known = (("author", source.author), ("publisher", source.publisher), ("published", worded(source.published)))
    links = (link for link in (source.url, source.archive) if link != "unknown")
    said = (source.title, *(f"{word} {text}" for word, text in known if text), *links, grade)
    return Entry(source.id, "; ".join(filter(None, said)), _because(source.because))


def origin(origin: Origin) -> Entry:
    """A person or record with its grade."""
    known = (origin.who, origin.access, f"reliability {origin.reliability or 'not given: F'}")
    return Entry(origin.id, "; ".join(filter(None, known)), _because(origin.because))


def _because(why: str) -> tuple[Paragraph, ...]:
    return (Paragraph(why, lead="because"),) if why else ()
