"""What rating mode shows: one item in full, the hypotheses with their letters, and the question for one of them.

Nothing on it depends on a score, on the order of the matrix, or on how anybody else rated.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from workbench.model import RATING_QUESTION, Hypothesis, Item, Rating
from workbench.tui import banner, cells, words
from workbench.tui.desk import Desk
from workbench.tui.facts import facts
from workbench.tui.leaf import READABLE
from workbench.tui.pieces import Ground, Line, Piece, Tone, fitted, joined, line, spread
from workbench.tui.rating import strip
from workbench.tui.rating.round import Round
from workbench.tui.shape import SCROLL, scroll_mark

LONGEST = 2_000
"""Lines of one item's text that can be read here."""

CHIP, NAMED = 9, 22
"""Cells of a letter with the blanks around it, and of a hypothesis's name at most."""

LABEL = 12
"""Cells of the label before a fact."""


class Sheet(NamedTuple):
    """The lines of the screen; `page` lines of the item's text are seen, and `beyond` of them not."""

    lines: Sequence[Line]
    page: int
    beyond: int


def sheet(turn: Round, width: int, height: int) -> Sheet:
    """The whole screen: exactly `height` lines, each at most `width` cells wide."""
    if turn.over or height <= 0:
        return Sheet([line()] * max(0, height), 0, 0)
    desk, room = turn.desk, _room(len(turn.hypotheses), height)
    item = _Item(turn, width, room.item, room.most)
    listed = _Listed(turn, width, room.left - len(item.lines))
    body = [
        *([banner.top(desk, width, 1)[0]] if room.title else []),
        *([_progress(turn, width, said=not room.rules)] if room.progress else []),
        *([_rule(desk, width)] if room.rules else []),
        *item.lines,
        *([line(Piece("─" * width, Tone.RULE))] if room.rules else []),
        *listed.lines,
        *_asked(turn, width, room.asked, whole=listed.whole),
    ]
    body = body[: height - room.foot]
    foot = [strip.keys(desk, width)] if room.foot else []
    lines = [made if made.width <= width else Line(fitted(made.pieces, width), made.ground) for made in (*body, *foot)]
    blank = [line()] * (height - len(lines))
    return Sheet([*lines[: len(body)], *blank, *lines[len(body) :]], item.page, item.beyond)


class _Room(NamedTuple):
    """Lines of each part; `left` is for the item and the hypotheses, of which the item takes `item` to `most`."""

    title: int
    progress: int
    rules: int
    item: int
    most: int
    left: int
    asked: int
    foot: int


def _room(hypotheses: int, height: int) -> _Room:
    """The division of the screen. The item keeps its lines whatever it needs less: the letters then stand still."""
    title, progress, foot, rules = height >= 8, height >= 4, height >= 3, 2 * (height >= 18)
    rest = height - title - progress - foot - rules
    asked = 8 if rest >= 30 else 6 if rest >= 15 else 2 if rest >= 8 else 1 if rest >= 5 else 0
    left = max(1, rest - asked)
    most = left - min(hypotheses, max(1, left // 2))
    return _Room(title, progress, rules, min(most, max(7, left * 2 // 5)), most, left, asked, foot)


# ---- the head


def _progress(turn: Round, width: int, *, said: bool) -> Line:
    """Which row this is, how many are left, and the order; what was just said where it has no line of its own."""
    desk, left = turn.desk, turn.left
    if said and desk.said.text:
        tone = Tone.ALARM if desk.said.alarm else Tone.ACCENT
        return line(*fitted((Piece(f" {words.plain(desk.said.text)}", tone),), width))
    seed = desk.case.matrix.seed
    order = f"shuffled, seed {words.cut(seed, 24)}" if seed else "in the order of the files"
    rows = Piece(f"row {turn.row + 1} of {turn.rows}", Tone.STRONG)
    counted = Piece(f", {left} left" if left else ", every row is rated", Tone.WARN if left else Tone.TEXT)
    title = Piece(" Rating mode  " if width >= 50 else " ", Tone.HEADING)
    right = (Piece(f"{order} ", Tone.MUTED, "shuffle"),) if width >= 70 else ()
    return line(*spread((title, rows, counted), right, width))


def _rule(desk: Desk, width: int) -> Line:
    """The line under the head, with what was just said."""
    said = (Piece(f" {words.plain(desk.said.text)} ", Tone.ALARM if desk.said.alarm else Tone.ACCENT),)
    dash = Piece("─", Tone.RULE)
    return line(*spread((dash, *said) if desk.said.text else (), (), width, dash))


# ---- the item


class _Item:
    """The item: address, state, text, and what is known of it; at least `least` lines and `most` of them at most."""

    def __init__(self, turn: Round, width: int, least: int, most: int) -> None:
        wide = min(READABLE, width - 2 - SCROLL)
        item, state = turn.item, _state(turn.desk, turn.item)
        above = [*([_address(item, wide)] if most >= 4 else []), *(state if most >= 6 else [])]
        whole = words.wrapped(item.text, wide, LONGEST) or [""]
        below = _known(turn, wide, most - len(above) - min(len(whole), 4))
        room = max(1, most - len(above) - len(below))
        self.page, self.beyond = min(room, len(whole)), max(0, len(whole) - room)
        first = max(0, min(turn.read, self.beyond))
        text = [self._text(part, y, first, len(whole)) for y, part in enumerate(whole[first : first + room])]
        made = [*above, *text, *below][:most]
        self.lines = [*made, *[line()] * (least - len(made))]

    def _text(self, part: str, y: int, first: int, total: int) -> Line:
        mark = Piece(scroll_mark(y, first, self.page, total), Tone.RULE)
        return line(mark, Piece(part, Tone.STRONG))


def _address(item: Item, width: int) -> Line:
    return line(" ", Piece(words.cut(item.address, width), Tone.ACCENT))


def _state(desk: Desk, item: Item) -> list[Line]:
    if item.address in desk.stale:
        return [line(Piece(" Stale: rated against an older wording. y says that it still holds.", Tone.WARN))]
    if item.address in desk.unconfirmed:
        return [line(Piece(" No record of the wording this was rated against. y says that it holds.", Tone.WARN))]
    return []


def _known(turn: Round, width: int, height: int) -> list[Line]:
    """What is known of the item: a line for each fact where there is room, else one after the other."""
    every = facts(turn.desk.case, turn.item)
    brief = [fact for fact in every if fact.brief]
    for chosen in (every, brief):
        if len(chosen) < height:
            rows = [(fact.label, words.cut(fact.text, width - LABEL)) for fact in chosen]
            told = [line(" ", Piece(words.padded(label, LABEL), Tone.MUTED), Piece(text)) for label, text in rows]
            return [line(), *told]
    groups = [(Piece(f"{f.label} ", Tone.MUTED), Piece(words.cut(f.text, width - 1 - len(f.label)))) for f in brief]
    return strip.flow(groups, width, height)


# ---- the hypotheses


class _Listed:
    """The hypotheses with their letters and statements; `whole` says whether every statement is seen in full.

    Where there are more than lines, a screenful is seen with the one that is asked about.
    """

    def __init__(self, turn: Round, width: int, height: int) -> None:
        hypotheses, height = turn.hypotheses, max(1, height)
        seen = min(len(hypotheses), height)
        first = max(0, min(turn.column // seen * seen, len(hypotheses) - seen))
        shown = hypotheses[first : first + seen]
        names = min(max(words.width_of(words.cut(_name(h), NAMED)) for h in hypotheses), max(6, width // 4))
        wide = max(0, min(READABLE, width - 2) - CHIP - names - 2)
        if width < 50:
            names, wide = max(1, width - 1 - CHIP), 0
        most = next((n for n in (6, 5, 4, 3, 2, 1) if sum(self._tall(h, wide, n) for h in shown) <= height), 1)
        self.whole = wide > 0 and all(self._tall(h, wide, most + 1) <= most for h in hypotheses)
        self.lines: list[Line] = []
        for place, hypothesis in enumerate(shown, first):
            made = self._lines(turn, place, hypothesis, names, words.wrapped(hypothesis.statement, wide, most))
            mark = Piece(scroll_mark(place - first, first, seen, len(hypotheses)), Tone.RULE)
            ground = Ground.CURRENT if place == turn.column else Ground.BODY
            self.lines += [line(*fitted(one.pieces, width - 1), mark, ground=ground) for one in made]

    def _tall(self, hypothesis: Hypothesis, wide: int, most: int) -> int:
        return max(1, len(words.wrapped(hypothesis.statement, wide, most)))

    def _lines(
        self, turn: Round, place: int, hypothesis: Hypothesis, names: int, statement: Sequence[str]
    ) -> Iterator[Line]:
        here, act = place == turn.column, f"point({place})"
        rating = turn.desk.case.matrix.row(turn.address).ratings.get(hypothesis.id)
        mark = Piece(cells.CURSOR if here else " ", Tone.ACCENT, act)
        chip = (piece._replace(act=act) for piece in cells.cell(rating, CHIP, cursor=here))
        name = Piece(words.padded(_name(hypothesis), names), Tone.STRONG, act)
        tone = Tone.TEXT if here else Tone.MUTED
        yield line(mark, *chip, name, "  " if statement else "", Piece(statement[0] if statement else "", tone, act))
        for part in statement[1:]:
            yield line(" " * (1 + CHIP + names + 2), Piece(part, tone, act))


def _name(hypothesis: Hypothesis) -> str:
    return hypothesis.short or hypothesis.id


# ---- the question


def _asked(turn: Round, width: int, height: int, *, whole: bool) -> list[Line]:
    """The question for the hypothesis under the cursor, what can be answered, and why it is rated so.

    Where not every statement is seen in full in the list, it is told here.
    """
    if height <= 0:
        return []
    wide, hypothesis = min(READABLE, width) - 2, turn.hypothesis
    name = Piece(f"{words.cut(_name(hypothesis), NAMED)}: ", Tone.STRONG)
    beside = name.width + len(RATING_QUESTION) <= wide
    parts = [RATING_QUESTION] if beside else words.wrapped(RATING_QUESTION, wide, max(1, height - 1))
    lines = [line(" ", name if beside and n == 0 else "", Piece(part, Tone.HEADING)) for n, part in enumerate(parts)]
    scale = strip.scale(wide) if height >= 6 else ()
    if whole:
        lines = [line(), *lines] if scale else lines
    else:
        lines += _statement(turn, wide, height - len(lines) - len(scale) - 1)
    lines += scale
    return [*lines, *_reason(turn, hypothesis, wide, max(1, height - len(lines)))][:height]


def _statement(turn: Round, width: int, height: int) -> list[Line]:
    """What the hypothesis says, in as many lines as the longest of them needs: the letters then stand still."""
    most = max((len(words.wrapped(h.statement, width, max(0, height))) for h in turn.hypotheses), default=0)
    said = words.wrapped(turn.hypothesis.statement, width, most)
    return [*(line(" ", Piece(part)) for part in said), *[line()] * (most - len(said))]


def _reason(turn: Round, hypothesis: Hypothesis, width: int, height: int) -> list[Line]:
    because = turn.desk.case.matrix.note(turn.address).because.get(hypothesis.id, "")
    if because:
        parts = words.wrapped(f"Reason: {because}", width, height)
        return [line(" ", Piece(part, Tone.TEXT, "reason")) for part in parts]
    if turn.rating is None:
        return []
    needed = turn.rating is Rating.II
    prompt = "II needs a reason: space writes it" if needed else "no reason given: space writes one"
    return [line(" ", *joined([(Piece(words.cut(prompt, width), Tone.WARN if needed else Tone.MUTED, "reason"),)]))]
