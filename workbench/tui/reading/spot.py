"""Where one is in a document: the paragraph under the cursor, what is marked, and what of it is seen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

Height = Callable[[int], int]
"""Lines of a paragraph by its place, with the free line behind it."""


class Seen(NamedTuple):
    """A line on the screen: a paragraph's place, and which of its lines."""

    place: int
    line: int


class Spot:
    """Moves among `count` paragraphs. Heights are asked for only near to what is seen, so that a book opens at once.

    `at` is the paragraph under the cursor, `mark` the other end of what is marked, where something is.
    """

    def __init__(self, count: int) -> None:
        self.count = count
        self.at = 0
        self.mark: int | None = None
        self.top = Seen(0, 0)
        self.rows = 1
        self.height: Height = lambda _: 1

    @property
    def marked(self) -> range:
        """The paragraphs that are marked; the one under the cursor where none are."""
        other = self.at if self.mark is None else self.mark
        return range(min(self.at, other), max(self.at, other) + 1)

    def fit(self, rows: int, height: Height) -> None:
        """Take another size of the screen; the cursor stays in view."""
        self.rows, self.height = max(1, rows), height
        self.top = Seen(self.top.place, min(self.top.line, self._tall(self.top.place) - 1))
        self.reveal()

    def _tall(self, place: int) -> int:
        return max(1, self.height(place)) if place < self.count else 1

    def lines(self) -> Iterator[Seen]:
        """What is seen, line by line from the top; fewer where the document ends."""
        place, line = self.top
        for _ in range(self.rows):
            if place >= self.count:
                return
            yield Seen(place, line)
            line += 1
            if line >= self._tall(place):
                place, line = place + 1, 0

    # ---- moving

    def go(self, place: int, *, marking: bool = False, upward: bool = False) -> None:
        """Put the cursor on a paragraph; what lies between is marked, or nothing any more.

        A paragraph that is taller than the screen is seen from its beginning; `upward` from its end.
        """
        if marking and self.mark is None:
            self.mark = self.at
        self.at = max(0, min(place, self.count - 1))
        if self._tall(self.at) > self.rows:
            self.top = Seen(self.at, self._tall(self.at) - self.rows if upward else 0)
        else:
            self.reveal()

    def step(self, down: int, *, marking: bool = False) -> None:
        """To the next paragraph; one of which there is more to see is scrolled through first."""
        seen = list(self.lines())
        here = [line.line for line in seen if line.place == self.at]
        if not here:
            self.go((seen[0] if down > 0 else seen[-1]).place if seen else 0, marking=marking, upward=down < 0)
        elif (more := self._tall(self.at) - 1 - here[-1] if down > 0 else here[0]) > 0:
            self.scroll(down * min(more, max(1, self.rows // 2)))
        elif 0 <= self.at + down < self.count:
            self.go(self.at + down, marking=marking, upward=down < 0)

    def page(self, down: int, *, marking: bool = False) -> None:
        """A screenful on, with a line in common, and the cursor with it; at the end to the last paragraph."""
        if marking and self.mark is None:
            self.mark = self.at
        before = self.top
        self.scroll(down * max(1, self.rows - 1))
        if self.top == before:
            self.at = self.count - 1 if down > 0 else 0
            return
        seen = list(self.lines())
        if self.at not in {line.place for line in seen} or down < 0:
            self.at = next((line.place for line in seen if not line.line), seen[0].place)

    def scroll(self, lines: int) -> None:
        """Scroll without moving the cursor, as far as there are lines."""
        place, line = self.top.place, self.top.line + lines
        while line < 0 and place > 0:
            place -= 1
            line += self._tall(place)
        while place < self.count - 1 and line >= self._tall(place):
            line -= self._tall(place)
            place += 1
        self.top = min(Seen(place, max(0, line)), self._last_top())

    @property
    def at_end(self) -> bool:
        """Whether the last line is seen."""
        return self.top >= self._last_top()

    def _last_top(self) -> Seen:
        """The first line seen when the last one is."""
        return self._top_for(self.count - 1)

    def _top_for(self, place: int) -> Seen:
        """The first line seen when the last line of a paragraph is the last one seen."""
        room, above = self.rows, place + 1
        while above > 0 and room > 0:
            above -= 1
            room -= self._tall(above)
        return Seen(max(0, above), max(0, -room))

    def reveal(self) -> None:
        """Scroll as little as it takes to see the whole paragraph under the cursor, or something of a taller one."""
        tall, (first, line) = self._tall(self.at), self.top
        if tall > self.rows:
            if all(seen.place != self.at for seen in self.lines()):
                self.top = Seen(self.at, 0)
        elif self.at < first or (self.at == first and line > 0):
            self.top = Seen(self.at, 0)
        else:
            self.top = max(self.top, self._top_for(self.at))
        self.top = min(self.top, self._last_top())

    # ---- finding

    def find(self, holds: Callable[[int], bool], down: int) -> bool:
        """Go to the next paragraph that holds something, round the end; whether there is one."""
        for step in range(1, self.count + 1):
            place = (self.at + step * down) % self.count
            if holds(place):
                self.mark = None
                self.go(place)
                return True
        return False
