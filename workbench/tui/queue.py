"""Tasks on a leaf: grouped by what is asked, each with the place where it is worked on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from workbench.analysis.heuer import GUIDANCE, Task, TaskKind, refining
from workbench.tui import rereading, words
from workbench.tui.finding import Filter
from workbench.tui.leaf import Draft, File, Goal
from workbench.tui.look import Look
from workbench.tui.pieces import Line, Piece, Tone, line
from workbench.tui.stepbar import EVIDENCE, HYPOTHESES, INDICATORS

LISTED = 100
"""Tasks of a kind that are listed; of more of them the rows can be shown on the matrix."""

Group = tuple[TaskKind, tuple[Task, ...]]


def grouped(tasks: Iterable[Task]) -> tuple[Group, ...]:
    """The tasks by kind, in the order in which the kinds come first."""
    groups: dict[TaskKind, list[Task]] = {}
    for task in tasks:
        groups.setdefault(task.kind, []).append(task)
    return tuple((kind, tuple(members)) for kind, members in groups.items())


def guidance(draft: Draft, number: int) -> None:
    """What the step asks of the analyst."""
    draft.prose(GUIDANCE[number - 1].text, Tone.MUTED)


def write(
    draft: Draft,
    look: Look,
    groups: Sequence[Group],
    nothing: str,
    leads: Callable[[Look, Task], Goal] | None = None,
) -> None:
    """Every group under a heading; a sentence where there is none. `leads` tells what enter does about a task."""
    for kind, members in groups:
        draft.heading(kind.name.replace("-", " ").capitalize(), _note(kind, members))
        alike = "{" not in kind.sentence and any(task.address or task.hypothesis or task.id for task in members)
        if alike:
            draft.prose(kind.sentence)
        for task in members[:LISTED]:
            draft.write(*_task(look, task, draft.width, alike=alike), goal=(leads or goal)(look, task))
        if more := members[LISTED:]:
            _more(draft, kind, members, len(more))
    if not groups:
        draft.blank()
        draft.prose(nothing)


def _note(kind: TaskKind, members: Sequence[Task]) -> str:
    if kind.must:
        return f"{sum(task.number for task in members)} left"
    return f"{len(members)} to think over"


def _more(draft: Draft, kind: TaskKind, members: Sequence[Task], more: int) -> None:
    rows = frozenset(task.address for task in members if task.address)
    only = Goal(filter=Filter("rows", kind.name.replace("-", " "), rows)) if rows else None
    told = f"and {more:,} more" + (": enter shows all of them on the matrix" if only else "")
    draft.write(line(Piece(f"  {words.cut(told, draft.width - 2)}", Tone.ACCENT)), goal=only)


def _task(look: Look, task: Task, width: int, *, alike: bool) -> Iterator[Line]:
    """The row or the indicator it is about, and the sentence where each has its own."""
    item, indicator = look.case.items.get(task.address), look.case.question.indicators.get(task.id)
    if item is not None:
        yield row(look, task.address, width, rated=task.kind.step != EVIDENCE)
        if task.kind is refining.STALE:
            yield from _reworded(look, task.address, max(10, min(width - 6, 104)))
    elif indicator is not None:
        yield line("  ", words.cut(indicator.statement or indicator.id, width - 4))
    elif alike:
        yield line("  ", words.cut(look.name(task.hypothesis) if task.hypothesis else task.id, width - 2))
    under = item is not None or indicator is not None
    for part in () if alike else words.wrapped(task.sentence, max(10, min(width - 4, 110)), 6):
        yield line(Piece(f"{'    ' if under else '  '}{part}", Tone.MUTED if under else Tone.TEXT))


def _reworded(look: Look, address: str, width: int) -> Iterator[Line]:
    """The old and the new wording of a stale row, where that is known."""
    for told in rereading.shown(look.case, address, look.reread, width, whole=True):
        yield line("    ", *told.pieces)


def row(look: Look, address: str, width: int, *, rated: bool) -> Line:
    """The text of a row, after its ratings where those are to be seen: items are graded without them."""
    ratings = look.case.matrix.row(address).ratings
    shown: list[Piece] = []
    fits = len(look.case.hypotheses) * 3 <= width // 3
    for hypothesis in look.case.hypotheses if rated and fits else ():
        rating = ratings.get(hypothesis.id)
        shown.append(Piece(f"{rating.value if rating else '·':<3}", Tone(rating.value) if rating else Tone.UNRATED))
    room = width - 4 - sum(piece.width for piece in shown)
    return line("  ", *shown, Piece(" " if shown else ""), words.cut(look.case.items[address].text, room))


def goal(look: Look, task: Task) -> Goal:
    """Where a task is worked on: on the matrix where that can be, else in its file."""
    return _place(look, task)._replace(about=task.kind.name)


def _place(look: Look, task: Task) -> Goal:
    item = look.case.items.get(task.address)
    if item is not None:
        return Goal(task.address, task.hypothesis, file=look.of_item(item))
    if task.hypothesis and not task.id:
        return Goal(hypothesis=task.hypothesis, file=_expectation(look, task) or look.of_hypothesis(task.hypothesis))
    written = look.of_id(task.id) or look.in_question(*_SECTIONS.get(task.kind.step, ()))
    return Goal(act="file", file=written)


def _expectation(look: Look, task: Task) -> File | None:
    """Where the expectation stands that a task is about, if it is about one."""
    hypothesis = look.case.question.hypotheses.get(task.hypothesis)
    for field in ("expect", "expect_not") if hypothesis and task.part else ():
        texts = getattr(hypothesis, field)
        if task.part in texts:
            place = ("hypotheses", task.hypothesis, field, texts.index(task.part))
            return File(look.case.question.path, place)
    return None


_SECTIONS = {HYPOTHESES: ("hypotheses",), INDICATORS: ("indicators",)}
"""Where new things of a step are written, in the question's file."""
