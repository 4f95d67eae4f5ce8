"""Every key of the workbench, in one table.

Bindings, the key line, the help, the command palette and docs/keys.md are made from it, so that
they cannot disagree. Nothing essential lies on a key that tmux, a shell or an editor takes.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from workbench.tui.doing.deed import Deed


class Key(NamedTuple):
    """One command: `id` names it for rebinding, `keys` are Textual's names of what runs it.

    `action` is the action's name and arguments; `label` is a word or two for the key line; `tip` is
    a sentence for help and palette; `brief` orders the key line, 0 keeps the command out of it.
    """

    id: str
    keys: tuple[str, ...]
    action: str
    label: str
    tip: str
    group: str
    brief: int = 0


RATE, MOVE, ROW, FIND, LOOK, DO = "Rate", "Move", "The row", "Find and arrange", "See", "Workbench"
STEPS = "The eight steps"

TABLE: tuple[Key, ...] = (
    Key("rate.c", ("c",), "rate('C')", "C", "C: expected", RATE),
    Key("rate.cc", ("C",), "rate('CC')", "CC", "CC: strongly expected", RATE),
    Key("rate.n", ("n", "N"), "rate('N')", "N", "N: as likely as not", RATE),
    Key("rate.i", ("i",), "rate('I')", "I", "I: surprising", RATE),
    Key("rate.ii", ("I",), "rate('II')", "II", "II: needs a special explanation, which the reason names", RATE),
    Key("rate.na", ("x", "X"), "rate('NA')", "NA", "NA: cannot speak to this hypothesis", RATE),
    Key("rate.clear", ("delete", "backspace"), "rate('')", "clear", "Clear the cell: it is unrated again", RATE),
    Key("reason", ("space",), "reason", "reason", "Write why the cell is rated so", RATE, 6),
    Key(
        "enter",
        ("enter",),
        "enter",
        "reason, or find on",
        "Write the reason; right after a search, go on to the next find",
        RATE,
    ),
    Key(
        "rating",
        ("R",),
        "rating_mode",
        "rating mode",
        "Rating mode: one row at a time, and nothing of the answer",
        RATE,
        8,
    ),
    Key("shuffle", ("z",), "shuffle", "shuffle", "Shuffle rows and hypotheses for rating mode, with a kept seed", RATE),
    Key("undo", ("u",), "undo", "undo", "Undo the last change, as often as you like", RATE, 7),
    Key("redo", ("U", "ctrl+r"), "redo", "redo", "Redo what was undone", RATE, 15),
    Key("move.left", ("left", "h"), "move(0, -1)", "left", "One hypothesis to the left", MOVE),
    Key("move.right", ("right", "l"), "move(0, 1)", "right", "One hypothesis to the right", MOVE),
    Key("move.up", ("up", "k"), "move(-1, 0)", "up", "One row up", MOVE),
    Key("move.down", ("down", "j"), "move(1, 0)", "down", "One row down", MOVE),
    Key("move.start", ("home", "0"), "edge(-1)", "first column", "To the first hypothesis", MOVE),
    Key("move.end", ("end", "$"), "edge(1)", "last column", "To the last hypothesis", MOVE),
    Key("move.page-up", ("pageup",), "page(-1)", "page up", "A screenful of rows up", MOVE),
    Key("move.page-down", ("pagedown",), "page(1)", "page down", "A screenful of rows down", MOVE),
    Key("move.top", ("g", "ctrl+home"), "top", "first row", "To the first row", MOVE),
    Key("move.bottom", ("G", "ctrl+end"), "bottom", "last row", "To the last row", MOVE),
    Key("next.open", ("tab",), "open_cell(1)", "next open", "To the next cell that is unrated or stale", MOVE, 8),
    Key(
        "previous.open",
        ("shift+tab",),
        "open_cell(-1)",
        "previous open",
        "To the previous cell that is unrated or stale",
        MOVE,
    ),
    Key(
        "relevance",
        ("r",),
        "relevance",
        "relevance",
        "Relevance of the row to the question: low, medium, high",
        ROW,
        13,
    ),
    Key("park", ("p",), "park", "park", "Park the row with a reason, or take it back in", ROW, 12),
    Key(
        "confirm",
        ("y",),
        "confirm",
        "still holds",
        "Say that the row's ratings still hold for the wording as it stands",
        ROW,
        14,
    ),
    Key("edit", ("e",), "edit", "edit file", "Open the item's YAML at its line in $VISUAL or $EDITOR", ROW, 16),
    Key(
        "find",
        ("slash",),
        "find",
        "find",
        "Find a word in text or address; enter or f3 goes on, shift+f3 goes back",
        FIND,
        9,
    ),
    Key("find.next", ("f3",), "find_again(1)", "find next", "To the next row found", FIND),
    Key(
        "find.previous",
        ("shift+f3", "shift+enter"),
        "find_again(-1)",
        "find previous",
        "To the previous row found",
        FIND,
    ),
    Key(
        "filter",
        ("f",),
        "filter",
        "filter",
        "Show only some rows: unrated, stale, a block, a tag, a source, a word",
        FIND,
        10,
    ),
    Key("sort", ("s",), "sort", "sort", "Sort the rows again, or by something else", FIND, 11),
    Key(
        "leave",
        ("escape",),
        "leave",
        "leave",
        "End the search, then lift the filter, then leave what-if or the transposed view",
        FIND,
    ),
    Key("step.1", ("1",), "step(1)", "hypotheses", "Hypotheses: what each says, expects and excludes", STEPS),
    Key("step.2", ("2",), "step(2)", "evidence", "Evidence: the items by source, with their grades", STEPS),
    Key("step.3", ("3",), "step(3)", "matrix", "Matrix: back to rating, from every page of the steps", STEPS),
    Key(
        "step.4", ("4",), "step(4)", "refine", "Refine: rows and hypotheses to look at again, and what is parked", STEPS
    ),
    Key("step.5", ("5",), "step(5)", "conclude", "Conclude: down the columns, then your own judgement", STEPS),
    Key(
        "sensitivity",
        ("6",),
        "sensitivity",
        "sensitivity",
        "What the lead rests on: linchpins, what flips the order, how steady it is",
        STEPS,
        3,
    ),
    Key("step.7", ("7",), "step(7)", "report", "Report: the matrix as it is printed, and how to print it", STEPS),
    Key("step.8", ("8",), "step(8)", "indicators", "Indicators: what to watch for, and what is overdue", STEPS),
    Key(
        "look",
        ("v",),
        "look",
        "look early",
        "See scores before rating is done: recorded in the matrix; v hides them again",
        LOOK,
    ),
    Key(
        "slices",
        ("d",),
        "slices",
        "slices",
        "Divide the rows by tag, period, source, origin or kind, or follow them over time: who leads where",
        LOOK,
        4,
    ),
    Key(
        "what-if",
        ("w",),
        "what_if",
        "what-if",
        "Try changes and see scores before and after; nothing is saved until you keep it",
        LOOK,
        5,
    ),
    Key(
        "transpose", ("t",), "transpose", "transpose", "Transpose: evidence across, hypotheses down; and back", LOOK, 12
    ),
    Key(
        "beside",
        ("b",),
        "beside",
        "side by side",
        "Two rows or two hypotheses side by side: where they differ",
        LOOK,
        15,
    ),
    Key(
        "team",
        ("T",),
        "team",
        "team",
        "Several analysts: how far they agree, and the contested cells that matter",
        LOOK,
        9,
    ),
    Key(
        "problems",
        ("o",),
        "problems",
        "problems",
        "What there is to mend in the files, and remarks on the answer",
        LOOK,
        17,
    ),
    Key("help", ("question_mark", "f1"), "help", "help", "Keys, words, and how it is scored", LOOK, 1),
    Key("commands", ("colon", "ctrl+p"), "commands", "all commands", "Find every command by its name", DO, 2),
    Key("tour", (), "tour", "tour", "What this is and how to begin, on one screen", DO),
    Key("theme", (), "theme", "theme", "Choose the colours of the screen", DO),
    Key("new-question", (), "new_question", "new question", "Ask a new question in this workspace", DO),
    Key("question", (), "question", "question", "Open another question of this workspace", DO),
    Key("quit", ("q", "ctrl+q"), "quit", "quit", "Quit; all but what is only tried is saved already", DO, 18),
)

_NAMES = {
    "question_mark": "?", "slash": "/", "colon": ":", "pageup": "page up", "pagedown": "page down",
    "left": "←", "right": "→", "up": "↑", "down": "↓", "escape": "esc", "shift+tab": "shift tab",
    "less_than_sign": "<", "greater_than_sign": ">",
}  # fmt: skip


def shown(key: str) -> str:
    """A key as it is written on the screen: `?` for `question_mark`, `ctrl r` for `ctrl+r`."""
    return _NAMES.get(key, key.replace("+", " ") if len(key) > 1 else key)


def of(id: str) -> tuple[str, ...]:  # noqa: A002 - what it is called everywhere
    """The keys of a command, as Textual names them."""
    return next(key.keys for key in TABLE if key.id == id)


def all_shown(key: Key) -> str:
    """Every key of a command, as written on the screen."""
    return ", ".join(map(shown, key.keys))


OF_THE_ANSWER = frozenset({"step.5", "sensitivity", "step.7", "slices", "what-if"})
"""Commands that are refused as long as scores are hidden."""


def brief(*, seen: bool) -> tuple[Key, ...]:
    """The commands of the key line, most important first; those of the answer where scores are seen."""
    shown = (key for key in TABLE if key.brief and (seen or key.id not in OF_THE_ANSWER))
    return tuple(sorted(shown, key=lambda key: key.brief))


def groups() -> Iterator[tuple[str, tuple[Key, ...]]]:
    """The table by group, in its order."""
    for group in dict.fromkeys(key.group for key in TABLE):
        yield group, tuple(key for key in TABLE if key.group == group)


def of_pages() -> Iterator[tuple[str, tuple[Deed, ...]]]:
    """What can be done on the pages of the steps: on every one of them, then on each."""
    from workbench.tui import doing, stepbar  # noqa: PLC0415 - off the way to the first paint
    from workbench.tui.steppage import ALWAYS  # noqa: PLC0415
    from workbench.tui.team import deeds as team  # noqa: PLC0415

    yield "On the page of any step", ALWAYS
    for number, does in doing.every():
        if does.DEEDS:
            yield f"On page {number}, {stepbar.NAMES[number - 1]}", does.DEEDS
        yield from does.parts()
    yield "On the page of several analysts", team.DEEDS
    yield "On a contested cell", team.OF_CELL


def markdown() -> str:
    """The text of docs/keys.md."""
    lines = ["# Keys", "", _INTRODUCTION]
    for group, members in groups():
        lines += ["", f"## {group}", "", "| key | does | id |", "|---|---|---|"]
        lines += [f"| {_cells(key)} | {key.tip} | `{key.id}` |" for key in members]
    for title, deeds in of_pages():
        lines += ["", f"## {title}", "", "| key | does |", "|---|---|"]
        lines += [f"| `{shown(deed.key)}` | {deed.tip} |" for deed in deeds]
    return "\n".join(lines) + "\n"


def _cells(key: Key) -> str:
    return " ".join(f"`{shown(k)}`" for k in key.keys) or "by name, with `:`"


_INTRODUCTION = """\
Every key of the terminal workbench. This page, the key line, the help (`?`) and the command list
(`:`) are made from one table, `workbench/tui/keys.py`. Each command has an id, by which it can be
put on another key. The mouse works too: a click moves, a click on the current cell offers the
ratings, the wheel scrolls, and the words of the key line can be clicked."""
