"""What the rows of a matrix stand on: reasons, parked items, sources and origins, an entry each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from workbench.edtf import worded
from workbench.model import Hypothesis, Item, Origin, Rating, Source
from workbench.report import rewordings, wording
from workbench.report.content import Content, Row
from workbench.report.document import Block, Entry, Heading, Paragraph, Reworded


def rows(content: Content) -> Iterator[Entry]:
    """Each row: its address, where it comes from, its marks, and why its cells are rated so."""
    for row in content.rows:
        reasons = (_reason(row, s.hypothesis) for s in content.scores if _explained(row, s.hypothesis.id))
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


def _explained(row: Row, hypothesis: str) -> bool:
    """Whether a cell has a reason, or ought to have one."""
    return hypothesis in row.reasons or row.ratings.get(hypothesis) in {Rating.I, Rating.II}


def _letter(row: Row, hypothesis: str) -> str:
    return row.ratings[hypothesis].value if hypothesis in row.ratings else wording.UNRATED


def _reason(row: Row, hypothesis: Hypothesis) -> Paragraph:
    return Paragraph(
        row.reasons.get(hypothesis.id, "no reason is written"),
        lead=f"{hypothesis.id} {_letter(row, hypothesis.id)}",
    )


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
