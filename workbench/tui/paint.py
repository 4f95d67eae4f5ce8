"""Colours: every tone of a line as a style, derived from the theme, and lines made into strips.

Consistent is blue, inconsistent orange, never red against green, and the letter says it first.
Where colour is refused (NO_COLOR) nothing but bold, dim, underline and reverse is used.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from rich.segment import Segment
from rich.style import Style
from textual.app import App
from textual.color import Color
from textual.strip import Strip

from workbench.tui import words
from workbench.tui.pieces import Ground, Line, Tone

BLUE, ORANGE = {True: "#2f7fe0", False: "#1b62c4"}, {True: "#f28c28", False: "#d9660a"}
"""By whether the theme is dark; a theme may set its own as `consistent` and `inconsistent`."""

KEPT = 1024
"""Strips that are kept: some twenty-five screens."""

_DRAWN = frozenset({Tone.BAR, Tone.WEIGHT, Tone.RULE})
"""Tones of what is drawn rather than read."""

_BOLD = frozenset(
    {Tone.STRONG, Tone.HEADING, Tone.ALARM, Tone.LEAD, Tone.CC, Tone.II, Tone.KEY, Tone.CURSOR, Tone.FOUND, Tone.COLUMN}
)


class _Styles(dict[Tone, Style]):
    """The styles on one ground by tone, made when first asked for."""

    def __init__(self, paint: Paint, ground: Ground) -> None:
        super().__init__()
        self._paint, self._ground = paint, ground

    def __missing__(self, tone: Tone) -> Style:
        found = self[tone] = self._paint.same(tone, self._ground)
        return found


class Paint:
    """The styles of one theme.

    Args:
        variables: the theme's colours by name.
        dark: whether the theme is a dark one.
        ansi: whether it leaves its colours to the terminal.
        colourless: whether no colour may be used at all.
    """

    def __init__(self, variables: Mapping[str, str], *, dark: bool, ansi: bool, colourless: bool) -> None:
        self._variables, self._dark = variables, dark
        self._ansi, self._colourless = ansi, colourless
        self._styles = {ground: _Styles(self, ground) for ground in Ground}
        self._strips: dict[tuple[Line, int], Strip] = {}

    def strip(self, line: Line, width: int) -> Strip:
        """A line as a strip of exactly `width` cells. Nothing unprintable gets past this place.

        Strips are kept, with what Textual has made of them: most of a screen has been on it before.
        """
        found = self._strips.get((line, width))
        if found is None:
            if len(self._strips) >= KEPT:
                self._strips.clear()
            found = self._strips[line, width] = self._drawn(line, width)
        return found

    def _drawn(self, line: Line, width: int) -> Strip:
        whole, styles = line.text, self._styles[line.ground]
        printable = whole.isprintable()
        segments: list[Segment] = []
        run, styled = "", styles[Tone.TEXT]
        for text, tone, _ in line.pieces:
            style = styles[tone]
            if style is not styled:
                segments += [Segment(run, styled)] if run else []
                run, styled = "", style
            run += text if printable or text.isprintable() else words.plain(text)
        segments += [Segment(run, styled)] if run else []
        texts = [segment.text for segment in segments]
        taken = len("".join(texts)) + sum([words.width_of(text) - len(text) for text in texts if not text.isascii()])
        return Strip(segments, taken).adjust_cell_length(width, styles[Tone.TEXT])

    def style(self, tone: Tone, ground: Ground) -> Style:
        """The style of a tone on a ground; the same object where two look the same."""
        return self._styles[ground][tone]

    def same(self, tone: Tone, ground: Ground) -> Style:
        """The style of a tone on a ground, made; one that looks the same and is there already goes before."""
        made = self._made(tone, ground)
        return next((style for styles in self._styles.values() for style in styles.values() if style == made), made)

    def _made(self, tone: Tone, ground: Ground) -> Style:
        if self._colourless:
            return _colourless(tone, ground)
        return _terminal(tone, ground) if self._ansi else self._coloured(tone, ground)

    def _coloured(self, tone: Tone, ground: Ground) -> Style:
        back = self._backs.get(tone) or self._grounds[ground]
        front = self._fronts.get(tone) or _readable(back)
        if tone not in self._backs and tone in self._fronts:
            front = _apart(front, back, self._text, 3.0 if tone in _DRAWN else 4.5)
        if tone is Tone.CURSOR:
            back, front = self._text, self._grounds[Ground.BODY]
        return Style(color=front.rich_color, bgcolor=back.rich_color, bold=tone in _BOLD, italic=tone is Tone.PARKED)

    def _colour(self, name: str, default: str) -> Color:
        parsed = Color.parse(self._variables.get(name, default))
        return parsed if parsed.ansi is None else Color.parse(default)

    @cached_property
    def _base(self) -> Color:
        return self._colour("background", "#121212" if self._dark else "#f4f4f4")

    @cached_property
    def _text(self) -> Color:
        given = self._base.blend(self._colour("foreground", "#e8e8e8" if self._dark else "#1c1c1c"), 0.94, 1.0)
        return _apart(given, self._base, _readable(self._base), 8.0)

    @cached_property
    def _grounds(self) -> dict[Ground, Color]:
        """Bare, head and bar are steps from the background towards the text."""
        step = 1.0 if self._dark else 0.8
        return {
            Ground.BODY: self._base,
            Ground.HEAD: self._base.blend(self._text, 0.06 * step, 1.0),
            Ground.CURRENT: self._base.blend(self._text, 0.13 * step, 1.0),
            Ground.BAR: self._base.blend(self._text, 0.11 * step, 1.0),
        }

    @cached_property
    def _poles(self) -> tuple[Color, Color]:
        return self._colour("consistent", BLUE[self._dark]), self._colour("inconsistent", ORANGE[self._dark])

    @cached_property
    def _backs(self) -> dict[Tone, Color]:
        """The grounds of the letters: the stronger the rating the fuller its colour."""
        blue, orange = self._poles
        weak = 0.36 if self._dark else 0.30
        return {
            Tone.CC: self._base.blend(blue, 0.92, 1.0),
            Tone.C: self._base.blend(blue, weak, 1.0),
            Tone.I: self._base.blend(orange, weak + 0.06, 1.0),
            Tone.II: self._base.blend(orange, 0.95, 1.0),
            Tone.COLUMN: self._grounds[Ground.CURRENT].blend(self._text, 0.12, 1.0),
            Tone.FOUND: self._base.blend(orange, 0.45, 1.0),
            Tone.ALARM: self._colour("error", "#b3261e"),
        }

    @cached_property
    def _fronts(self) -> dict[Tone, Color]:
        blue, orange = self._poles
        muted = self._base.blend(self._text, 0.64 if self._dark else 0.72, 1.0)
        accent = blue.blend(self._text, 0.35, 1.0)
        warm = orange.blend(self._text, 0.18 if self._dark else 0.35, 1.0)
        return {
            Tone.MUTED: muted, Tone.PARKED: muted, Tone.NA: muted, Tone.UNRATED: muted,
            Tone.ACCENT: accent, Tone.HEADING: accent, Tone.KEY: accent, Tone.LEAD: accent, Tone.WARN: warm,
            Tone.RULE: self._base.blend(self._text, 0.30, 1.0), Tone.WEIGHT: self._base.blend(self._text, 0.5, 1.0),
            Tone.BAR: self._base.blend(orange, 0.9, 1.0),
        }  # fmt: skip


def _readable(back: Color) -> Color:
    """Near-black or near-white, whichever is further from a ground."""
    white, black = Color(255, 255, 255), Color(12, 12, 12)
    return white if _contrast(white, back) >= _contrast(black, back) else black


def _apart(front: Color, back: Color, text: Color, least: float) -> Color:
    """A colour moved towards the text's until it stands out enough from a ground (WCAG 2.1: text 4.5, marks 3)."""
    for share in (0.0, 0.2, 0.4, 0.6, 0.8):
        moved = front.blend(text, share, 1.0)
        if _contrast(moved, back) >= least:
            return moved
    return text


def _contrast(one: Color, other: Color) -> float:
    """Contrast ratio after WCAG 2.1, 1 to 21."""
    darker, lighter = sorted(_luminance(c) for c in (one, other))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: Color) -> float:
    channels = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in color.normalized)
    return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), channels, strict=True))


def _colourless(tone: Tone, ground: Ground) -> Style:
    bold = tone in _BOLD or ground is Ground.CURRENT
    dim = tone in {Tone.MUTED, Tone.RULE, Tone.PARKED, Tone.NA, Tone.UNRATED, Tone.N}
    return Style(bold=bold and not dim, dim=dim, reverse=tone in {Tone.CURSOR, Tone.ALARM},
                 underline=tone in {Tone.FOUND, Tone.WARN, Tone.COLUMN})  # fmt: skip


_NAMED = {
    Tone.CC: "bold white on blue", Tone.C: "blue", Tone.I: "yellow", Tone.II: "bold black on yellow",
    Tone.WARN: "yellow", Tone.WEIGHT: "dim", Tone.BAR: "yellow", Tone.ALARM: "bold white on red",
    Tone.FOUND: "bold black on yellow",
    Tone.ACCENT: "cyan", Tone.HEADING: "bold cyan", Tone.KEY: "bold cyan", Tone.LEAD: "bold cyan",
    Tone.CURSOR: "bold reverse", Tone.COLUMN: "bold underline",
}  # fmt: skip


def _terminal(tone: Tone, ground: Ground) -> Style:
    """A style of the terminal's own sixteen colours."""
    return Style.parse(_NAMED[tone]) if tone in _NAMED else _colourless(tone, ground)


_made: dict[tuple[str, bool], Paint] = {}


def paint(app: App[object]) -> Paint:
    """The styles for an app's present theme."""
    key = (app.theme, app.no_color)
    if key not in _made:
        theme = app.current_theme
        _made[key] = Paint(app.get_css_variables(), dark=theme.dark, ansi=theme.ansi, colourless=app.no_color)
    return _made[key]


def harmless(strip: Strip) -> Strip:
    """A strip made elsewhere, with nothing in it that a terminal would act upon."""
    if strip.text.isprintable():
        return strip
    segments = [Segment(words.plain(text) if not text.isprintable() else text, style) for text, style, _ in strip]
    return Strip(segments).crop(0, strip.cell_length)
