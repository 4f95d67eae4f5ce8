"""The items taken from a document so far: which paragraphs they cite, and the list of them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from workbench.documents.citing import Places
from workbench.model import Case, Item
from workbench.tui import words
from workbench.tui.pieces import Ground, Line, Piece, Tone, line

LONGEST = 3
"""Lines of an item's text that are shown at most."""


class Taken:
    """The items of one source in the order of its file, each with the paragraphs that its `at` names."""

    def __init__(self, case: Case, source: str, places: Places) -> None:
        known = {**case.items, **(case.narrowed.outside if case.narrowed else {})}
        self.items: Mapping[str, Item] = {a: item for a, item in known.items() if item.source == source}
        self.places: Mapping[str, range] = {a: places.cited(item.at) for a, item in self.items.items()}
        self._times: dict[int, int] = {}
        self._lines: dict[tuple[str, int, bool], tuple[Line, ...]] = {}
        for cited in self.places.values():
            for place in cited:
                self._times[place] = self._times.get(place, 0) + 1

    def times(self, place: int) -> int:
        """How many items cite a paragraph."""
        return self._times.get(place, 0)

    def of(self, marked: Collection[int]) -> list[Item]:
        """The items that cite one of some paragraphs."""
        return [item for a, item in self.items.items() if any(place in self.places[a] for place in marked)]

    def lines(self, address: str, width: int, *, lit: bool) -> tuple[Line, ...]:
        """An item as lines of the list; `lit` where it is from what is marked."""
        key = (address, width, lit)
        if key not in self._lines:
            self._lines[key] = tuple(_item(self.items[address], width, lit=lit))
        return self._lines[key]

    def before(self, first: int) -> tuple[str, bool]:
        """Behind which item (its own id) one belongs that is taken from a place, in the order of the document.

        The second tells whether it belongs before all others, so that there is none to name.
        """
        known = {a: cited.start for a, cited in self.places.items() if cited}
        earlier = [a for a, start in known.items() if start <= first]
        return (self.items[earlier[-1]].id, False) if earlier else ("", bool(known))


def listed(taken: Taken, marked: Collection[int], width: int, rows: int) -> Sequence[Line]:
    """The items as lines, those from the marked paragraphs on another ground and in view."""
    lit = {item.address for item in taken.of(marked)}
    lines: list[Line] = []
    first = None
    for address in taken.items:
        if address in lit and first is None:
            first = len(lines)
        lines += taken.lines(address, width, lit=address in lit)
    if not taken.items:
        return [*_prose("Nothing is taken from here yet. Mark a passage, and enter takes an item from it.", width)]
    top = max(0, min((first or 0) - rows // 3, len(lines) - rows))
    return lines[top : top + rows]


def _item(item: Item, width: int, *, lit: bool) -> Iterator[Line]:
    """Where it is from, and what it says."""
    ground = Ground.CURRENT if lit else Ground.BODY
    where = _where(item.at or "no place given", width - 3)
    yield line(Piece("● " if lit else "  ", Tone.LEAD), Piece(where, Tone.STRONG if lit else Tone.MUTED), ground=ground)
    for part in words.wrapped(item.text, width - 3, LONGEST):
        yield line(Piece("  "), Piece(part, Tone.TEXT), ground=ground)
    yield line()


def _where(at: str, width: int) -> str:
    """A place cut in the middle, for its end tells more places apart."""
    scope, _, spot = words.plain(at).rpartition(", ")
    room = width - words.width_of(spot) - 2
    if not scope or words.width_of(words.plain(at)) <= width or room < width // 3:
        return words.cut(at, width)
    return f"{words.cut(scope, room)}, {spot}"


def _prose(text: str, width: int) -> Iterator[Line]:
    yield from (line(Piece(part, Tone.MUTED)) for part in words.wrapped(text, width - 1, 8))


def brief(taken: Taken, marked: Collection[int], width: int) -> Line:
    """The items from the marked paragraphs in one line, for a screen without room for the list."""
    items = taken.of(marked)
    if not items:
        whole = len(taken.items)
        told = f" no item from here; {whole} from the whole text" if whole else " no item is taken from this text yet"
        return line(Piece(words.cut(told, width), Tone.MUTED))
    more = f"{len(items)} items: " if len(items) > 1 else ""
    return line(Piece(" ● ", Tone.LEAD), Piece(words.cut(more + items[0].text, width - 4)))
