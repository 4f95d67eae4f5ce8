"""A widget that is drawn line by line, and keeps the lines it drew until they change."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Self

from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widget import Widget

from workbench.tui.pieces import Line


class Covered:
    """A screen that its widgets cover: what is under them may be anything, so that nothing is made of it."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """The ground under the widgets, for Textual."""
        return [Strip.blank(crop.width)] * crop.height


class Lined(Widget):
    """The base of everything here that paints its own lines, in colours that are final.

    Where it has neither border nor padding, Textual's own way from a line to the screen, which sees
    to those and to colours that are not final, is only a detour: it takes as long as making the line.
    """

    ALLOW_SELECT = False

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._drawn: dict[int, Strip] = {}
        self._drawn_for = Size(0, 0)
        self._bare = True

    @property
    def width(self) -> int:
        """Cells of a line, as last drawn: quicker than asking the layout."""
        return self._drawn_for.width

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of a region, for Textual; made where they are not known from before."""
        if self._drawn_for != self.size:
            self._drawn.clear()
            self._drawn_for, self._bare = self.size, not any(self.gutter)
        if not self._bare:
            return super().render_lines(crop)
        drawn = self._drawn
        for y in crop.line_range:
            if y not in drawn:
                drawn[y] = self.render_line(y)
        strips = [drawn[y] for y in crop.line_range]
        whole = crop.column_span == (0, self.width)
        return strips if whole else [strip.crop(*crop.column_span) for strip in strips]

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        """Have regions drawn anew, or everything where none is given."""
        if not regions:
            self._drawn.clear()
        for region in regions:
            for y in region.line_range:
                self._drawn.pop(y, None)
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def refresh_lines(self, before: Sequence[Line], now: Sequence[Line]) -> None:
        """Have those lines drawn anew that say something else than before."""
        pairs = enumerate(zip(before, now, strict=True))
        if changed := [Region(0, y, self.width, 1) for y, (was, made) in pairs if was != made]:
            self.refresh(*changed)
