"""The blocks of a document as HTML."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import count, groupby

from workbench.report import svg
from workbench.report.document import Block, Entry, Fold, Heading, Overleaf, Paragraph, Reworded, Table, Tone, Wording
from workbench.report.picture import Picture
from workbench.report.web import tables, tools
from workbench.report.web.folding import folded
from workbench.report.web.markup import NOTHING, Markup, element, joined, words
from workbench.report.web.turned import Turned, turned

_MARKED = {Wording.KEPT: "", Wording.GONE: "del", Wording.NEW: "ins"}

_DEEPEST = 6


class Body:
    """Writes the blocks of one page; every id on it is ours and counted, none comes from a text."""

    def __init__(self, blocks: Sequence[Block], legend: Markup) -> None:
        self.blocks = blocks
        self.anchors = anchors(blocks)
        self._free = dict(self.anchors)
        self.contents: list[tuple[str, Heading]] = []
        self.has_matrix = False
        self.scripted = False
        self._legend = legend
        self._number = count(1)
        self._led = False

    def written(self) -> Markup:
        """All of it."""
        return joined(self._several(folded(self.blocks), level=2))

    def _several(self, blocks: Iterable[Block], level: int) -> Iterator[Markup]:
        """Blocks one after another; runs of entries, and of paragraphs with a lead, each in a list."""
        before: Block | Turned | None = None
        for kind, run in groupby(turned(blocks), key=_kind):
            several = list(run)
            if kind is Entry:
                yield element("ul", joined(self._entry(e) for e in several if isinstance(e, Entry)), class_="entries")
            elif kind is Reworded:
                yield _facts(p for p in several if isinstance(p, Paragraph | Reworded))
            else:
                for block in several:
                    yield self._one(block, before, level)
                    before = block
            before = several[-1]

    def _one(self, block: Block | Turned, before: Block | Turned | None, level: int) -> Markup:
        match block:
            case Heading():
                return self._heading(block, level)
            case Turned():
                return self._table(block, before)
            case Picture():
                return self._picture(block)
            case Fold():
                inner = joined(self._several(block.blocks, level + 1))
                return element("details", element("summary", words(block.title)), inner)
            case Overleaf():
                return element("p", words(block.text), class_="overleaf turn")
            case Paragraph() | Reworded():
                return self._paragraph(block)
            case Entry() | Table():
                raise TypeError(block)  # both have been put into lists and regions by now

    def _heading(self, heading: Heading, level: int) -> Markup:
        name = f"part-{next(self._number)}"
        if level == 2 and not heading.under:
            self.contents.append((name, heading))
        return element(f"h{min(level + heading.under, _DEEPEST)}", words(heading.text), id=name)

    def _table(self, block: Turned, before: Block | Turned | None) -> Markup:
        name = f"table-{next(self._number)}"
        whole = tables.written(block, name, self.anchors, titled=isinstance(before, Heading))
        if not tables.rated(block.table):
            return whole
        legend = NOTHING if self.has_matrix else self._legend
        self.has_matrix = True
        if not tables.openable(block.table):
            return joined((legend, whole))
        self.scripted = True
        return joined((legend, tools.written(block.table, name), whole))

    def _picture(self, picture: Picture) -> Markup:
        name = f"picture-{next(self._number)}"
        drawn = Markup(svg.inline(picture, name))
        held = element("div", drawn, class_="region", role="group", aria_label=picture.caption, tabindex="0")
        return element("figure", element("figcaption", words(picture.caption)), held)

    def _paragraph(self, block: Paragraph | Reworded) -> Markup:
        if isinstance(block, Reworded):
            return element("p", _said(block))
        look = "" if block.tone is Tone.PLAIN else block.tone.value
        if block.tone is Tone.LEADING and not self._led:
            self._led, look = True, "leading first"
        lead = joined((element("b", words(block.lead)), NOTHING), "") if block.lead else NOTHING
        return element("p", joined((lead, words(block.text)), " "), class_=look)

    def _entry(self, entry: Entry) -> Markup:
        head = element("p", joined((element("b", words(entry.name)), words(entry.text)), " "))
        return element("li", head, _facts(entry.under), id=self._free.pop(entry.anchor, ""))


def anchors(blocks: Iterable[Block]) -> dict[str, str]:
    """The id of every entry that rows can refer to, counted; the first entry of those that have one name."""
    found = dict.fromkeys(e.anchor for e in _entries(blocks) if e.anchor)
    return {anchor: f"entry-{number}" for number, anchor in enumerate(found, start=1)}


def _entries(blocks: Iterable[Block]) -> Iterator[Entry]:
    for block in blocks:
        if isinstance(block, Entry):
            yield block
        elif isinstance(block, Fold):
            yield from _entries(block.blocks)


def _kind(block: Block | Turned) -> type:
    """What stands in one list: entries, and paragraphs with a lead and no tone, which may be reworded texts."""
    if isinstance(block, Paragraph | Reworded):
        plain = isinstance(block, Reworded) or block.tone is Tone.PLAIN
        return Reworded if block.lead and plain else Paragraph
    return type(block)


def _facts(paragraphs: Iterable[Paragraph | Reworded]) -> Markup:
    """Paragraphs in lists of a lead and a text each; those without a lead stand across."""
    runs = groupby(paragraphs, key=lambda paragraph: bool(paragraph.lead))
    return joined(element("dl", joined(map(_fact, run))) if led else joined(map(_across, run)) for led, run in runs)


def _across(paragraph: Paragraph | Reworded) -> Markup:
    return element("p", _said(paragraph))


def _fact(paragraph: Paragraph | Reworded) -> Markup:
    term = element("dt", words(paragraph.lead))
    return element("div", term, element("dd", _said(paragraph)))


def _said(block: Paragraph | Reworded) -> Markup:
    if isinstance(block, Paragraph):
        return words(block.text)
    parts = ((_MARKED[wording], words(text)) for wording, text in block.words)
    return joined((element(name, text) if name else text for name, text in parts), " ")
