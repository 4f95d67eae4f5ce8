"""Whether we are meant to believe it, as leaves: the suspects, the checklist of one, and its rows rated again."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.analysis.heuer.again import Again
from workbench.analysis.heuer.checklist import ADVICE, HEADINGS, SOURCE, Heading
from workbench.analysis.heuer.suspects import Suspect, answers
from workbench.analysis.methods import DEFAULT
from workbench.analysis.narrowing import counted
from workbench.analysis.standing import Standing
from workbench.model import CHECKLIST, Case, Rating, Row
from workbench.tui import entries, words
from workbench.tui.cells import EMPTY
from workbench.tui.entries import Entry
from workbench.tui.leaf import Draft, File, Goal, Leaf, Spot
from workbench.tui.pieces import Line, Piece, Tone, fitted, line

SUSPECT, QUESTION, CELL, MORE = "suspect", "question", "cell", "more"
"""What the spots are about."""

ROWS = 100
"""Rows that are rated again on one leaf; of more the next ones follow on another."""

_NAME, _LETTERS = 24, 6
"""Cells of the name of a hypothesis, at most, and of the two letters before it."""


def who(case: Case, suspect: str) -> str:
    """What is known of a source or an origin, in a few words; empty where nothing is."""
    if suspect in case.sources:
        return case.sources[suspect].title
    return case.origins[suspect].who if suspect in case.origins else ""


def state(suspect: Suspect) -> str:
    """What of a suspect is done."""
    answered = f"{len(suspect.answers)} of {len(CHECKLIST)} answered"
    return ", ".join(filter(None, (answered, "rows rated again" if suspect.rated_again else "")))


def write(draft: Draft, standing: Standing, found: tuple[Suspect, ...]) -> None:
    """The suspected and the key ones, with how far their checklists are answered, and who leads without them."""
    draft.heading("Deception", "D goes through the checklist of a source or an origin, X rates its rows again")
    if not found:
        draft.prose("No single source or origin decides who leads, and none is suspected.", Tone.MUTED)
    now = standing.methods[DEFAULT].leading
    made = []
    for one in found:
        told = f"{one.what or 'no row'}, {counted(len(one.items))}, {state(one)}"
        then = f"without it {entries.then(standing, now, one.leading)}" if one.key else ""
        made.append(Entry(one.id, told, then, goal(standing.case, one.id)))
    entries.write(draft, made)


def goal(case: Case, suspect: str) -> Goal:
    """Where a suspect is taken up."""
    return Goal(act="take up", file=File(case.matrix.path, ("checks", suspect)), about=SUSPECT)


# ---- the checklist


def checklist(case: Case, suspect: str, width: int) -> Leaf:
    """The six questions with their answers, then what the book advises."""
    draft, given = Draft(width), answers(case, suspect)
    draft.prose(who(case, suspect), Tone.STRONG)
    draft.prose(f"{len(given)} of {len(HEADINGS)} answered. X rates its rows again, as if it deceived us.", Tone.MUTED)
    for heading in HEADINGS:
        draft.blank()
        place = File(case.matrix.path, ("checks", suspect, heading.key))
        draft.write(
            *_question(heading, given.get(heading.key, ""), width),
            goal=Goal(act="answer", file=place, about=QUESTION),
        )
    draft.heading("To bear in mind")
    for sentence in ADVICE:
        draft.prose(sentence, Tone.MUTED)
    draft.blank()
    draft.prose(SOURCE, Tone.MUTED)
    return draft.leaf


def _question(heading: Heading, answer: str, width: int) -> Iterator[Line]:
    """The question and its answer; without one, what to ask in order to find it."""
    room = max(1, min(width - 6, 104))
    yield line("  ", Piece(words.cut(heading.name, room), Tone.STRONG), Piece(f"  {heading.letters}", Tone.MUTED))
    yield from _wrapped(heading.question, room, Tone.TEXT)
    if answer:
        yield from _wrapped(answer, room, Tone.ACCENT, 12)
        return
    for ask in heading.asks:
        yield from _wrapped(ask, room, Tone.MUTED)
    yield from _wrapped("not answered yet", room, Tone.WARN)


def _wrapped(text: str, room: int, tone: Tone, limit: int = 3) -> Iterator[Line]:
    return (line(Piece(f"    {part}", tone)) for part in words.wrapped(text, room, limit))


# ---- rows rated again


def rated_again(standing: Standing, found: Again, first: int, width: int) -> Leaf:
    """The rows from the `first` on, each cell with its rating and, behind the arrow, the one if it deceived us."""
    case, draft = standing.case, Draft(width)
    draft.prose(who(case, found.suspect), Tone.STRONG)
    draft.prose(
        f"Suppose {words.plain(found.suspect)} wanted us to believe this. If the hypothesis were true, would it have "
        "us see it? Behind the arrow stands what you say then; the matrix itself stays as it is.",
        Tone.MUTED,
    )
    _progress(draft, standing, found)
    if first:
        _turn(draft, max(0, first - ROWS), f"the {ROWS} rows before")
    for address in found.rows[first : first + ROWS]:
        draft.blank()
        _row(draft, case, found.suspect, address)
    if (more := len(found.rows) - first - ROWS) > 0:
        draft.blank()
        _turn(draft, first + ROWS, f"the next {min(ROWS, more)} of {len(found.rows):,} rows")
    return draft.leaf


def _progress(draft: Draft, standing: Standing, found: Again) -> None:
    """How much is left, or who leads then."""
    cells = len(found.rows) * len(standing.case.hypotheses)
    if not found.rows:
        draft.prose("It has no row in the matrix.", Tone.WARN)
    elif found.leading is None:
        draft.prose(f"{cells - found.left:,} of {cells:,} cells rated again; with all of them it says who would lead.")
    elif found.leading == (now := standing.methods[DEFAULT].leading):
        draft.prose(f"Were we deceived in these rows, the lead would stand: {entries.names(standing, now)}.", Tone.LEAD)
    else:
        then = entries.then(standing, now, found.leading)
        draft.prose(f"Were we deceived in these rows: {then} ({entries.names(standing, now)} leads now).", Tone.LEAD)


def _turn(draft: Draft, first: int, told: str) -> None:
    draft.write(line(Piece(f"  {words.cut(told, draft.width - 2)}", Tone.ACCENT)), goal=Goal(act=MORE, id=str(first)))


def _row(draft: Draft, case: Case, suspect: str, address: str) -> None:
    """The text of a row, and its cells, as many beside one another as there is room for."""
    row = case.matrix.deceptive.get(suspect, {}).get(address, Row())
    lines = words.wrapped(case.items[address].text, max(1, min(draft.width - 4, 104)), 3)
    draft.write(*(line(Piece(f"  {part}", Tone.STRONG)) for part in lines))
    if row.ratings and not case.fits(address, row):
        said = "Rated again against another wording" if row.wording else "Rated against nobody knows which wording"
        draft.write(line(Piece(f"  {words.cut(f'{said}: y says that it holds', draft.width - 2)}", Tone.WARN)))
    names = [words.cut(h.short or h.id, _NAME) for h in case.hypotheses]
    cell = min(max(map(words.width_of, names), default=0) + _LETTERS + 3, max(1, draft.width))
    across, first = max(1, draft.width // cell), case.matrix.row(address).ratings
    for place, (hypothesis, name) in enumerate(zip(case.hypotheses, names, strict=True)):
        file = File(case.matrix.path, ("deceptive", suspect, address))
        goal = Goal(address, hypothesis.id, file=file, about=CELL)
        if place % across == 0:
            draft.lines.append(line())
        draft.spots.append(Spot(goal, place % across * cell, len(draft.lines) - 1, cell - 1))
        made = (*_cell(first.get(hypothesis.id), row.ratings.get(hypothesis.id)), Piece(f" {name}", Tone.TEXT))
        draft.lines[-1] = line(*draft.lines[-1].pieces, *fitted((Piece("  "), *made), cell))


def _cell(was: Rating | None, now: Rating | None) -> tuple[Piece, ...]:
    """The first rating, and the second."""
    return (
        Piece(f"{was.value if was else EMPTY:>2}", Tone.MUTED),
        Piece("→", Tone.MUTED),
        Piece(f"{now.value if now else EMPTY:<2}", Tone(now.value) if now else Tone.UNRATED),
    )
