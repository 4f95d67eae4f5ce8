"""What was pasted as a leaf: the columns with a sample each, the lines that are refused, what may be there already."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workbench.pasting import Alike, RefusedLine
from workbench.pasting.fields import label
from workbench.tui import words
from workbench.tui.leaf import Draft, Goal, Leaf
from workbench.tui.pasting.work import Came
from workbench.tui.pieces import Line, Piece, Tone, line
from workbench.workspace.authoring_outcomes import Refused

LISTED = 300
"""Lines that are listed at most under a heading."""

NAME, FIELD = 18, 14
"""Cells of a column's name, and of what it is."""

COLUMN = "column"
"""What a spot on a column asks for."""

SEPARATORS = {"\t": "tabs", ";": "semicolons", ",": "commas"}


def asking(width: int, source: str, typed: str, wrong: str) -> Leaf:
    """Before anything was pasted: what to do, and the path as far as it is typed."""
    draft = Draft(width)
    draft.prose(
        "Copy the rows in your spreadsheet, with the names of their columns, and paste them here. "
        "Or type the path of a CSV or TSV file, and press enter."
    )
    draft.blank()
    draft.write(line(Piece(" file › ", Tone.ACCENT), Piece(words.plain(typed)[-max(1, width - 12) :], Tone.STRONG),
                     Piece(" ", Tone.CURSOR)))  # fmt: skip
    if wrong:
        draft.blank()
        draft.prose(wrong, Tone.WARN)
    draft.blank()
    draft.prose(
        f"A line becomes an item of {words.plain(source)}. What the columns are is shown next and can be changed; "
        "nothing is written before you say so.",
        Tone.MUTED,
    )
    return draft.leaf


def leaf(came: Came, columns: Sequence[str], width: int, said: str = "") -> Leaf:
    """The columns, and what would come of the lines; `said` is what was just refused."""
    draft = Draft(width)
    if said or isinstance(came.outcome, Refused):
        draft.prose(said or f"Cannot be written: {came.outcome}", Tone.WARN)
    read = (
        f"{len(came.table.records) + len(came.table.faults):,} lines, {SEPARATORS[came.table.delimiter]} between cells"
    )
    draft.heading("Columns", f"{read}; left and right change what one is")
    for index in range(came.table.width):
        draft.write(_column(came, columns, index, width), goal=Goal(act=COLUMN, id=str(index)))
    if "text" not in columns:
        draft.prose("No column is the text yet: say which one holds the claims.", Tone.WARN)
    _origins(draft, came)
    _refused(draft, came.made.refused)
    _alike(draft, came.alike)
    return draft.leaf


def left(came: Came, written: int, width: int) -> Leaf:
    """What is left once the good lines are written: those that were refused."""
    draft = Draft(width)
    draft.prose(f"{written:,} item{'' if written == 1 else 's'} written; u on the page takes them back.", Tone.ACCENT)
    draft.blank()
    draft.prose(
        "These lines were not. Mend them in the spreadsheet and paste all of it again: what is there is left out."
    )
    _refused(draft, came.made.refused, "")
    return draft.leaf


def _column(came: Came, columns: Sequence[str], index: int, width: int) -> Line:
    name = came.table.head[index] if came.table.head else f"column {index + 1}"
    field = columns[index] if index < len(columns) else ""
    sample = came.table.sample(index)
    told = words.padded(label(field), FIELD)
    shown = Piece(f"‹ {told} › ", Tone.STRONG if field else Tone.MUTED)
    left = Piece(f"  {words.padded(name, min(NAME, width // 4))} ", Tone.TEXT if field else Tone.MUTED)
    room = width - left.width - shown.width - 1
    return line(left, shown, Piece(words.cut(sample, room), Tone.TEXT if field else Tone.MUTED))


def _origins(draft: Draft, came: Came) -> None:
    new = [origin.who for origin in came.made.origins]
    missing = list(came.made.missing)
    if missing or new:
        number = len(missing or new)
        named = "; ".join(words.cut(who, 40) for who in (missing or new)[:5]) + ("; ..." if number > 5 else "")
        does = "o adds them with the lines" if missing else "added with the lines; o leaves them out"
        draft.heading(f"Origins that are not known: {number}", does)
        draft.prose(named)


def _refused(draft: Draft, refused: Sequence[RefusedLine], note: str = "the others are written all the same") -> None:
    if refused:
        draft.heading(f"Refused: {len(refused):,}", note)
    for one in refused[:LISTED]:
        for part in _wrapped(f"line {one.line}", str(one), draft.width):
            draft.write(part)
    if len(refused) > LISTED:
        draft.prose(f"and {len(refused) - LISTED:,} more", Tone.MUTED)


def _alike(draft: Draft, alike: Sequence[Alike]) -> None:
    if alike:
        draft.heading(f"May be there already: {len(alike):,}", "written all the same; D on the page settles them")
    for one in alike[:LISTED]:
        other = f"line {one.other_line}" if one.other_line else one.address
        for part in _wrapped(f"line {one.line}", f"reads like {other}", draft.width, Tone.MUTED):
            draft.write(part)
    if len(alike) > LISTED:
        draft.prose(f"and {len(alike) - LISTED:,} more", Tone.MUTED)


def _wrapped(start: str, text: str, width: int, tone: Tone = Tone.TEXT) -> Iterator[Line]:
    """A text behind a line number, on as many lines as it takes, up to four."""
    for number, part in enumerate(words.wrapped(text, max(10, width - 14), 4)):
        yield line(Piece(f"  {start if not number else '':<10} ", Tone.ACCENT), Piece(part, tone))
