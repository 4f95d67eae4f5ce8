"""The lines over the matrix and the line of keys under it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from workbench.model import RATING_MEANING, Hypothesis, Rate
from workbench.tui import keys, words
from workbench.tui.desk import Desk
from workbench.tui.head import bar
from workbench.tui.pieces import Ground, Line, Piece, Tone, fitted, joined, line, spread

_HIDDEN = "Scores stay hidden until every cell is rated, so that they cannot steer the ratings."


def top(desk: Desk, width: int, height: int) -> list[Line]:
    """Title, progress, and the answer in a sentence: as many of them as there are lines for.

    Where all is done, progress gives way to an answer that would be cut short.
    """
    progress, answer = [_progress(desk, width)], _answer(desk, width, height - 2)
    done = not (desk.unrated or desk.stale or desk.problems) and desk.cells > 0
    if done and answer and answer[-1].text.endswith(words.ELLIPSIS):
        progress, answer = [], _answer(desk, width, height - 1)
    lines = [_title(desk, width), *progress, *answer]
    blank = line(Piece(" " * width))
    return [*lines, *(blank for _ in range(height))][:height]


def _title(desk: Desk, width: int) -> Line:
    right = joined([(mark,) for mark in _marks(desk, width)], "   ")
    question = Piece(f" {words.plain(desk.case.question.text)}", Tone.STRONG)
    return Line(spread([question], [Piece("  "), *right, Piece(" ")], width), Ground.BAR)


def _marks(desk: Desk, width: int) -> Iterable[Piece]:
    """The marking, whose matrix it is, and whether everything is in the file."""
    matrix = desk.case.matrix
    if width >= 60:
        yield Piece(words.cut(desk.case.question.marking, 24), Tone.ACCENT)
    if width >= 40:
        yield Piece(words.cut(matrix.analyst, 24) + ("" if matrix.analyst == desk.me else " (not yours)"))
    if desk.unsaved:
        yield Piece("NOT SAVED", Tone.ALARM)
    else:
        yield Piece(desk.saved or "no change yet", Tone.STRONG if desk.saved else Tone.MUTED)


def _progress(desk: Desk, width: int) -> Line:
    """How far rating has come; the steps other than the matrix are not built and not shown."""
    rated = desk.cells - desk.unrated
    share = rated / desk.cells if desk.cells else 0.0
    meter = (Piece(f"{bar(share, 12):░<12}", Tone.ACCENT),) if width >= 100 and desk.unrated else ()
    counted = f"{rated} of {desk.cells} cells rated" if desk.unrated else f"all {desk.cells} cells rated"
    counted = counted if desk.cells else "nothing to rate yet"
    left = [(Piece(" Matrix", Tone.HEADING),), meter, (Piece(counted),), *_counts(desk)]
    return line(*spread(joined(left), (), width))


def _counts(desk: Desk) -> Iterable[tuple[Piece, ...]]:
    """What else there is to do or to know, nothing where it is nothing."""
    for count, word, key, act, tone in (
        (desk.unrated, "unrated", "tab", "open_cell(1)", Tone.WARN),
        (len(desk.stale), "stale", "tab" if not desk.unrated else "", "open_cell(1)", Tone.WARN),
        (len(desk.unconfirmed), "unconfirmed", "", "", Tone.MUTED),
        (len(desk.parked), "parked", "", "", Tone.MUTED),
        (desk.problems, "to mend", "o", "problems", Tone.WARN),
    ):
        if count:
            yield (Piece(f"{key} " if key else "", Tone.KEY, act), Piece(f"{count} {word}", tone, act))


def _answer(desk: Desk, width: int, height: int) -> list[Line]:
    """The answer and what qualifies it; while rating is blind, why there is none."""
    if height <= 0:
        return []
    if not desk.cells:
        return [line(Piece(f" {text}", Tone.STRONG)) for text in words.wrapped(_missing(desk), width - 2, height)]
    standing = desk.standing
    if desk.waiting:
        return [line(Piece(" Counting and sorting …", Tone.MUTED))]
    if standing is None:
        return [line(*spread([Piece(f" {_HIDDEN}", Tone.MUTED)], _look(), width))]
    early = "Not all cells are rated yet. " if desk.unrated else ""
    answer = words.wrapped(early + standing.headline, width - 2, height)
    lines = [line(Piece(f" {text}", Tone.STRONG)) for text in answer]
    for remark in standing.remarks:
        lines += [line(Piece(f" {text}")) for text in words.wrapped(remark, width - 2, height - len(lines))]
    return lines


def _missing(desk: Desk) -> str:
    """What a matrix needs before anything can be rated, and where to write it."""
    if not desk.hypotheses:
        return f"No hypotheses yet: write them in {desk.case.question.path or 'hypotheses/'}; e opens it."
    if not desk.case.items:
        return (
            f"No evidence yet: write it in evidence/, or see what {desk.case.question.path or 'the question'} selects."
        )
    return "Every row is parked: p takes a row back in."


def _look() -> tuple[Piece, ...]:
    return (Piece("  "), Piece("v", Tone.KEY, "look"), Piece(" look early ", Tone.MUTED, "look"))


def rule(desk: Desk, width: int) -> Line:
    """The line under the rows: what was just said, then where one is and what is shown."""
    said = [Piece("─", Tone.RULE)]
    if desk.said.text:
        said += [Piece(f" {words.plain(desk.said.text)} ", Tone.ALARM if desk.said.alarm else Tone.ACCENT)]
    right = joined([(piece,) for piece in _place(desk)], " · ")
    ending = (Piece(" ", Tone.RULE), *right, Piece(" ─", Tone.RULE)) if right else ()
    room = sum(p.width for p in said) + sum(p.width for p in ending)
    return line(*spread(said, ending if room <= width or not desk.said.text else (), width, Piece("─", Tone.RULE)))


def _place(desk: Desk) -> Iterable[Piece]:
    if desk.rows.addresses:
        yield Piece(f"row {desk.rows.number(desk.at) + 1} of {len(desk.rows.addresses)}", Tone.MUTED)
    if desk.filter.by:
        yield Piece(f"only {words.cut(desk.filter.label, 30)}", Tone.ACCENT)
    if desk.searching:
        yield Piece(f"enter finds “{words.cut(desk.sought, 20)}” again", Tone.ACCENT)
    if desk.moved:
        yield Piece(desk.moved, Tone.ACCENT)


def key_line(desk: Desk, width: int) -> Line:
    """The most important keys, help always first, and the last rating, large, at the end."""
    last = _last(desk, width)
    room = width - sum(p.width for p in last)
    return Line(fitted((*_keys(max(1, room)), *last), width), Ground.BAR)


@cache
def _keys(room: int) -> tuple[Piece, ...]:
    """As many of the keys as there is room for."""
    shown: list[Piece] = [Piece(" ")]
    for group in _groups():
        if sum(p.width for p in shown) + sum(p.width for p in group) + 2 > room and len(shown) > 1:
            break
        shown += (*group, Piece("  "))
    return fitted(shown, room)


def _groups() -> Iterable[tuple[Piece, ...]]:
    helping, *others = keys.brief()
    yield _command(helping)
    ratings = [k for k in keys.TABLE if k.action.startswith("rate(") and k.id != "rate.clear"]
    yield (
        *joined([(Piece(keys.shown(k.keys[0]), Tone.KEY, k.action),) for k in ratings], " "),
        Piece(" rate", Tone.MUTED),
    )
    yield from map(_command, others)


def _command(key: keys.Key) -> tuple[Piece, ...]:
    shown = keys.shown(key.keys[0])
    return (Piece(shown, Tone.KEY, key.action), Piece(f" {key.label}", Tone.MUTED, key.action))


def _last(desk: Desk, width: int) -> tuple[Piece, ...]:
    """The last rating in full: the letter that Caps Lock may have doubled must be seen."""
    if desk.last is None:
        return ()
    rating = desk.last.rating
    letter = Piece(f"  {rating.value}  " if rating else "  ·  ", Tone(rating.value) if rating else Tone.UNRATED)
    done = Piece(" not saved " if desk.unsaved else " saved ", Tone.ALARM if desk.unsaved else Tone.TEXT)
    if width < 100:
        return (letter, done if width >= 40 else Piece(""))
    meaning = RATING_MEANING[rating].split(":")[0].split(",")[0] if rating else "cleared"
    name = words.cut(_named(desk.hypotheses, desk.last), 18)
    return (Piece(f"{name}  "), letter, Piece(f" {meaning}", Tone.MUTED), done)


def _named(hypotheses: Iterable[Hypothesis], last: Rate) -> str:
    return next((h.short or h.id for h in hypotheses if h.id == last.hypothesis), last.hypothesis)
