"""From the words of an item's `at` back to the paragraphs they cite."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from workbench.documents.document import Document, Unit

_NUMBERS = re.compile(
    r"(?P<before>(?:.*, )?par\. )(?P<first>[0-9]{1,6})(?: ?[-–] ?|,? and )(?P<last>[0-9]{1,6})$", re.S
)
_PARTS = re.compile(r"(?P<before>.*?)(?P<first>\w+) to (?P<last>\w+) (?P<unit>point|row)$", re.S)
_WORDS = re.compile(r"""\s*,?\s*["“„«].*$""", re.S)
"""The opening words that may follow a place: `par. 6, "Radio traffic"`."""


class Places:
    """The places of a document by the words that cite them."""

    def __init__(self, document: Document) -> None:
        self._known: dict[str, range] = {}
        for place, paragraph in enumerate(document.paragraphs):
            self._known[_plain(paragraph.locator)] = range(place, place + 1)
        for words, spot in _otherwise(document):
            self._known.setdefault(_plain(words), spot)

    def cited(self, at: str) -> range:
        """The places (0-based, in order) of the paragraphs that an item's `at` names; none where it is not understood.

        Understood are the words of `Document.locator`, opening words after them in quotes, `and` between two numbers,
        paragraphs counted from the beginning in spite of sections, the last one of a section, and letters of any size.
        """
        said = _plain(at)
        for words in dict.fromkeys((said, _WORDS.sub("", said))):
            found = [self._known.get(end) for end in _ends(words)]
            for first, last in zip(found[::2], found[1::2], strict=True):
                if first is not None and last is not None and first.start < last.stop:
                    return range(first.start, last.stop)
        return range(0)


def _otherwise(document: Document) -> Iterator[tuple[str, range]]:
    """Other words by which people cite: `par. 12` of the whole, the last paragraph of a section, all of the lead."""
    number, lasts, lead = 0, dict[str, int](), list[int]()
    for place, paragraph in enumerate(document.paragraphs):
        if paragraph.unit is Unit.PARAGRAPH:
            number += 1
            lasts[paragraph.scope] = place
            lead += [place] if paragraph.scope == "lead" else []
            yield ", ".join(filter(None, (paragraph.scope, f"par. {paragraph.number}"))), range(place, place + 1)
            if not paragraph.page:
                yield f"par. {number}", range(place, place + 1)
    yield from ((f"{scope}, last par." if scope else "last par.", range(at, at + 1)) for scope, at in lasts.items())
    if lead:
        yield "lead", range(lead[0], lead[-1] + 1)


def _ends(words: str) -> Iterator[str]:
    """First and last place that some words may name, one pair after another."""
    yield from (words, words)
    if found := _NUMBERS.match(words):
        yield from (found["before"] + found["first"], found["before"] + found["last"])
    if found := _PARTS.match(words):
        yield from (f"{found['before']}{found[end]} {found['unit']}" for end in ("first", "last"))
    for split in re.finditer(r" to ", words):
        first, last = words[: split.start()], words[split.end() :]
        for scope in _scopes(first):
            yield from (first, f"{scope}, {last}")
        yield from (first, last)


def _scopes(words: str) -> Iterable[str]:
    """What may stand before the place within it: all up to any comma; a lone lead has none."""
    yield from (words[: comma.start()] for comma in re.finditer(", ", words))
    yield words


def _plain(words: str) -> str:
    return " ".join(words.casefold().split())
