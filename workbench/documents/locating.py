"""Places: counting paragraphs as a reader of the document would, and the words that an item's `at` says it with.

Paragraphs are counted anew in each section, or on each page where there are pages. A heading is no paragraph; points
of a list, rows of a table and captions are counted after the paragraph that they follow.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from workbench.documents.document import Block, Paragraph, Unit, printable

LONGEST_HEADING = 80
"""Characters of a heading that a locator repeats at most."""

_ORDINALS = ("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


def numbered(blocks: Iterable[Block]) -> tuple[Paragraph, ...]:
    """Blocks as paragraphs with their places. No two have the same locator."""
    every = [block for block in blocks if block.text]
    title, sections = _title(every), _sections(every)
    lead = [block for block, section in zip(every, sections, strict=True) if not section and _counts(block)]
    return tuple(_apart(_placed(every, sections, title, alone=len(lead) == 1)))


def title_of(blocks: Iterable[Block]) -> str:
    """The heading that is the title of the whole; empty where there is none."""
    every = [block for block in blocks if block.text]
    place = _title(every)
    return every[place].text if place is not None else ""


def _title(blocks: Sequence[Block]) -> int | None:
    """The first heading is the title where no other one is as high."""
    headings = [(place, block.level) for place, block in enumerate(blocks) if block.unit is Unit.HEADING]
    if headings and all(level > headings[0][1] for _, level in headings[1:]) and headings[0][1] == 1:
        return headings[0][0]
    return None


def _counts(block: Block) -> bool:
    return block.unit is Unit.PARAGRAPH


def _sections(blocks: Sequence[Block]) -> list[str]:
    """For each block the section it stands in, in the words of a locator; empty before the first section."""
    title, named, now, found = _title(blocks), Counter[str](), "", []
    for place, block in enumerate(blocks):
        if block.unit is Unit.HEADING and place != title:
            name = _shortened(block.text)
            named[name.casefold()] += 1
            times = named[name.casefold()]
            now = f"section {name}" if times == 1 else f"{ordinal(times)} section {name}"
        found.append(now)
    return found


def _shortened(heading: str) -> str:
    name = printable(heading) or "without a name"
    return name if len(name) <= LONGEST_HEADING else name[: LONGEST_HEADING - 1].rstrip() + "…"


def _placed(blocks: Sequence[Block], sections: Sequence[str], title: int | None, *, alone: bool) -> Iterator[Paragraph]:
    scope, number, parts, divided, heading = "", 0, Counter[Unit](), any(sections), ""
    for place, (block, section) in enumerate(zip(blocks, sections, strict=True)):
        here = f"p. {block.page}" if block.page else section or ("lead" if divided else "")
        if here != scope:
            scope, number, parts = here, 0, Counter()
        if block.unit is Unit.HEADING and place != title:
            heading = block.text
        if _counts(block):
            number, parts = number + 1, Counter()
        parts[block.unit] += 1
        spot = _spot(block.unit, number, parts[block.unit])
        if place == title:
            yield _paragraph(block, heading, 0, 1, "", "title")
        elif scope == "lead" and alone and _counts(block):
            yield _paragraph(block, heading, number, 1, scope, "")
        else:
            yield _paragraph(block, heading, number, parts[block.unit], scope, spot)


def _apart(paragraphs: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """The paragraphs, where a heading reads as another place's locator with a number behind the later one's."""
    seen: set[str] = set()
    for paragraph in paragraphs:
        told, number = paragraph, 1
        while told.locator.casefold() in seen:
            number += 1
            told = paragraph._replace(spot=f"{paragraph.spot} ({number})")
        seen.add(told.locator.casefold())
        yield told


def _paragraph(block: Block, heading: str, number: int, part: int, scope: str, spot: str) -> Paragraph:
    return Paragraph(block.text, block.unit, heading, block.page, number, part, scope, spot)


def _spot(unit: Unit, number: int, part: int) -> str:
    """The place within a section or page: `par. 3`, `par. 3, second point`, `caption after par. 7`."""
    behind = f"par. {number}" if number else ""
    match unit:
        case Unit.PARAGRAPH:
            return behind
        case Unit.HEADING:
            return "heading" if part == 1 else f"{ordinal(part)} heading"
        case Unit.CAPTION:
            name = "caption" if part == 1 else f"{ordinal(part)} caption"
            return f"{name} after {behind}" if behind else name
    return ", ".join(filter(None, (behind, f"{ordinal(part)} {unit.value}")))


def locator(marked: Sequence[Paragraph]) -> str:
    """The words that cite several paragraphs in a row; headings before and after them are not named."""
    said = [paragraph for paragraph in marked if paragraph.unit is not Unit.HEADING] or marked[:1]
    first, last = said[0], said[-1]
    if first == last:
        return first.locator
    if first.scope != last.scope:
        return f"{first.locator} to {last.locator}"
    within = _range(first, last)
    return f"{first.scope}, {within}" if first.scope else within


def _range(first: Paragraph, last: Paragraph) -> str:
    if first.unit is last.unit is Unit.PARAGRAPH:
        return f"par. {first.number}-{last.number}"
    if first.unit is last.unit and first.number == last.number and first.unit in {Unit.POINT, Unit.ROW}:
        return f"{first.spot.removesuffix(f' {first.unit.value}')} to {ordinal(last.part)} {last.unit.value}"
    if first.unit is Unit.PARAGRAPH and first.number == last.number and last.unit is not Unit.CAPTION:
        return f"{first.spot or f'par. {first.number}'} to {ordinal(last.part)} {last.unit.value}"
    return f"{first.spot or f'par. {first.number}'} to {last.spot or f'par. {last.number}'}"


def ordinal(number: int) -> str:
    """A number as the place in an order: first, second, ... tenth, 11th, 22nd."""
    if number < len(_ORDINALS):
        return _ORDINALS[number]
    ending = "th" if 10 < number % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
