"""The lines over the matrix and the line of keys under it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from workbench.analysis.narrowing import title
from workbench.model import RATING_MEANING, Hypothesis, Rate
from workbench.tui import compared, keys, stepbar, words
from workbench.tui.desk import Desk
from workbench.tui.pieces import Ground, Line, Piece, Tone, fitted, joined, line, spread

_HIDDEN = "Scores stay hidden until every cell is rated, so that they cannot steer the ratings."


def top(desk: Desk, width: int, height: int) -> list[Line]:
    """Title, progress, and the answer in a sentence: as many of them as there are lines for.

    Where nothing is left in any step, the steps give way to an answer that would be cut short.
    """
    progress, answer = [_progress(desk, width)], _answer(desk, width, height - 2)
    done = not (desk.unrated or desk.stale or desk.problems or desk.trial or stepbar.left(desk)) and desk.cells > 0
    if done and _is_cut(answer) and not _is_cut(whole := _answer(desk, width, height - 1)):
        progress, answer = [], whole
    lines = [_title(desk, width), *progress, *answer]
    blank = line(Piece(" " * width))
    return [*lines, *(blank for _ in range(height))][:height]


def _is_cut(lines: Sequence[Line]) -> bool:
    return bool(lines) and lines[-1].text.endswith(words.ELLIPSIS)


def _title(desk: Desk, width: int) -> Line:
    right = joined([(mark,) for mark in _marks(desk, width)], "   ")
    question = Piece(f" {words.plain(desk.case.question.text)}", Tone.STRONG)
    return Line(spread([question], [Piece("  "), *right, Piece(" ")], width), Ground.BAR)


def _marks(desk: Desk, width: int) -> Iterable[Piece]:
    """The marking, whose matrix it is, and whether everything is in the file."""
    matrix, narrowed = desk.case.matrix, desk.case.narrowed
    if narrowed and width >= 40:
        yield Piece(words.cut(title(narrowed.to), width // 3), Tone.WARN)
    if width >= 60:
        yield Piece(words.cut(desk.case.question.marking, 24), Tone.ACCENT)
    if width >= 40:
        yield Piece(words.cut(matrix.analyst, 24) + ("" if matrix.analyst == desk.me else " (not yours)"))
    if desk.unsaved:
        yield Piece("NOT SAVED", Tone.ALARM)
    if desk.trial is not None:
        yield compared.mark(desk.trial, width)
    elif not desk.unsaved:
        yield Piece(desk.saved or "no change yet", Tone.STRONG if desk.saved else Tone.MUTED)


def _progress(desk: Desk, width: int) -> Line:
    """The eight steps and what is left in them; in what-if who leads, before and after."""
    if desk.trial is not None:
        return compared.progress(desk.trial, desk.standing, width)
    return stepbar.bar(desk, stepbar.MATRIX, width)


def _counts(desk: Desk) -> Iterable[tuple[Piece, ...]]:
    """What else there is to do or to know, nothing where it is nothing."""
    for count, word, key, act, tone in (
        (desk.unrated, f"of {desk.cells} unrated", "tab", "open_cell(1)", Tone.WARN),
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
    if desk.waiting:
        return [line(Piece(" Counting and sorting …", Tone.MUTED))]
    said = desk.answer
    if said is None:
        why = _HIDDEN if desk.unrated else f"Scores stay hidden: {_not_shown(len(desk.outside))} not fully rated."
        return [line(*spread([Piece(f" {why}", Tone.MUTED)], _look(), width))]
    early = "Not all cells are rated yet. " if desk.unrated else ""
    lines = [line(Piece(f" {text}", Tone.STRONG)) for text in words.wrapped(early + said.headline, width - 2, height)]
    for remark in said.remarks:
        lines += [line(Piece(f" {text}")) for text in words.wrapped(remark, width - 2, height - len(lines))]
    return lines


def _not_shown(rows: int) -> str:
    return "1 row not shown is" if rows == 1 else f"{rows} rows not shown are"


def _missing(desk: Desk) -> str:
    """What a matrix needs before anything can be rated, and where to write it."""
    if desk.case.narrowed and not desk.case.items:
        return f"No row is shown: {title(desk.case.narrowed.to)}."
    if not desk.hypotheses:
        return "No hypotheses yet: 1 goes to where they are added."
    if not desk.case.items:
        return "No evidence yet, or none that the question takes in: 2 goes to where it is added."
    return "Every row is parked: p takes a row back in."


def _look() -> tuple[Piece, ...]:
    return (Piece("  "), Piece("v", Tone.KEY, "look"), Piece(" look early ", Tone.MUTED, "look"))


def rule(desk: Desk, width: int) -> Line:
    """The line under the rows: what was just said, then where one is and what is shown."""
    said = [Piece("─", Tone.RULE)]
    if desk.said.text:
        said += [Piece(f" {words.plain(desk.said.text)} ", Tone.ALARM if desk.said.alarm else Tone.ACCENT)]
    place, counts = [(piece,) for piece in _place(desk)], list(_counts(desk))
    room = width - sum(p.width for p in said)
    for groups in ([*place, *counts], [*counts, *place[1:]], counts, place):
        right = joined(groups, " · ")
        ending = (Piece(" ", Tone.RULE), *right, Piece(" ─", Tone.RULE)) if right else ()
        if sum(p.width for p in ending) <= room:
            return line(*spread(said, ending, width, Piece("─", Tone.RULE)))
    return line(*spread(said, (), width, Piece("─", Tone.RULE)))


def _place(desk: Desk) -> Iterable[Piece]:
    if desk.rows.addresses:
        yield Piece(f"row {desk.rows.number(desk.at) + 1} of {len(desk.rows.addresses)}", Tone.MUTED)
    if desk.case.narrowed:
        yield Piece(f"{len(desk.case.narrowed.outside)} not shown", Tone.WARN)
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
    return Line(fitted((*_keys(max(1, room), seen=desk.standing is not None), *last), width), Ground.BAR)


@cache
def _keys(room: int, *, seen: bool) -> tuple[Piece, ...]:
    """As many of the keys as there is room for."""
    shown: list[Piece] = [Piece(" ")]
    for group in _groups(seen=seen):
        if sum(p.width for p in shown) + sum(p.width for p in group) + 2 > room and len(shown) > 1:
            break
        shown += (*group, Piece("  "))
    return fitted(shown, room)


def _groups(*, seen: bool) -> Iterable[tuple[Piece, ...]]:
    helping, *others = keys.brief(seen=seen)
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
    done = Piece("") if desk.hurried and not desk.unsaved else done
    done = Piece(" tried ", Tone.WARN) if desk.trial is not None else done
    if width < 100:
        return (letter, done if width >= 40 else Piece(""))
    meaning = RATING_MEANING[rating].split(":")[0].split(",")[0] if rating else "cleared"
    name = words.cut(_named(desk.hypotheses, desk.last), 18)
    return (Piece(f"{name}  "), letter, Piece(f" {meaning}", Tone.MUTED), done)


def _named(hypotheses: Iterable[Hypothesis], last: Rate) -> str:
    return next((h.short or h.id for h in hypotheses if h.id == last.hypothesis), last.hypothesis)
