"""Where one is on a leaf: the first line shown, and the spot under the cursor."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from workbench.tui.leaf import Goal, Leaf, Spot


class Leafing:
    """Moves among the spots of a leaf, and scrolls where there are none.

    `top` is the first line shown, `height` how many are, `at` the number of the spot under the cursor.
    """

    def __init__(self) -> None:
        self.leaf = Leaf(())
        self.top, self.height, self.at = 0, 1, 0
        self.again: tuple[int, int] | None = None
        """Where one was when the leaf was left, first line and spot: taken up with the first whole leaf."""
        self.sought: Callable[[Goal], bool] | None = None
        """Tells the spot that the cursor is to go to, as soon as a leaf has it."""

    def show(self, leaf: Leaf, height: int) -> None:
        """Take another leaf or another height; the cursor stays where it can."""
        was_seen = self.spot is not None
        self.leaf, self.height = leaf, max(1, height)
        if self.again is not None and len(leaf.lines) > 1:
            (self.top, self.at), self.again, was_seen = self.again, None, True
        sought = self.sought
        if sought is not None and (found := [n for n, spot in enumerate(leaf.spots) if sought(spot.goal)]):
            self.at, self.sought, was_seen = found[0], None, True
        self.at = max(0, min(self.at, len(leaf.spots) - 1))
        self.scroll(0)
        if was_seen and leaf.spots:
            self._reveal(leaf.spots[self.at])

    @property
    def spot(self) -> Spot | None:
        """The spot under the cursor; nothing where it is scrolled out of sight."""
        spots = self.leaf.spots
        return spots[self.at] if spots and self._seen(spots[self.at]) else None

    def _seen(self, spot: Spot) -> bool:
        return spot.y < self.top + self.height and spot.y + spot.height > self.top

    def scroll(self, lines: int) -> None:
        """Scroll by so many lines, as far as there are any."""
        self.top = max(0, min(self.top + lines, len(self.leaf.lines) - self.height))

    def step(self, down: int, right: int) -> None:
        """Go to the next spot in a direction; where none is near, scroll by a line."""
        here, spots = self.spot, self.leaf.spots
        if here is None:
            seen = [n for n, spot in enumerate(spots) if self._seen(spot)]
            found = (seen[-1] if down < 0 else seen[0]) if seen else None
        elif right:
            beside = (n for n, s in enumerate(spots) if (s.x - here.x) * right > 0 and s.y == here.y)
            found = min(beside, key=lambda n: abs(spots[n].x - here.x), default=None)
        else:
            found = self._next(here, down)
        if found is not None and self._near(spots[found]):
            self.at = found
            self._reveal(spots[found])
        elif down:
            self.scroll(down)

    def _next(self, here: Spot, down: int) -> int | None:
        """The nearest spot above or below; of those beside one another the one that is most in line."""
        spots = self.leaf.spots
        ahead: Iterable[int] = (n for n, s in enumerate(spots) if (s.y - here.y) * down > 0)
        return min(ahead, key=lambda n: (abs(spots[n].y - here.y), abs(spots[n].x - here.x)), default=None)

    def _near(self, spot: Spot) -> bool:
        """Whether going there skips no line unseen."""
        return self.top - self.height < spot.y < self.top + 2 * self.height - 1

    def _reveal(self, spot: Spot) -> None:
        """Scroll as little as it takes; above the first spot everything there is."""
        if spot.y + spot.height > self.top + self.height:
            self.top = min(spot.y, spot.y + spot.height - self.height)
        self.top = min(self.top, spot.y)
        if spot == self.leaf.spots[0] and spot.y + spot.height <= self.height:
            self.top = 0

    def page(self, direction: int) -> None:
        """Scroll by a screenful; the cursor comes along to the first spot in sight."""
        before = self.top
        self.scroll(direction * max(1, self.height - 1))
        seen = [n for n, spot in enumerate(self.leaf.spots) if self.top <= spot.y < self.top + self.height]
        if seen:
            self.at = seen[0] if self.top != before or direction < 0 else seen[-1]

    def onward(self) -> None:
        """Go to the next spot in the order of the leaf, if there is one."""
        if self.at + 1 < len(self.leaf.spots):
            self.at += 1
            self._reveal(self.leaf.spots[self.at])

    def edge(self, direction: int) -> None:
        """Go to the beginning or the end."""
        self.scroll(direction * len(self.leaf.lines))
        self.at = 0 if direction < 0 else max(0, len(self.leaf.spots) - 1)

    def point(self, x: int, y: int) -> Spot | None:
        """The spot at a cell of what is shown; the cursor goes there."""
        for number, spot in enumerate(self.leaf.spots):
            if spot.holds(x, y + self.top):
                self.at = number
                return spot
        return None
