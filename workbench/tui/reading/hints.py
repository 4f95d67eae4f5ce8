"""What the reading screen says about itself: the line of keys and the help."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from workbench.tui import words
from workbench.tui.leaf import Draft, Leaf
from workbench.tui.pieces import Piece, Tone, line

HINTS: tuple[tuple[str, str, str], ...] = (
    ("enter", "takes an item", "take"),
    ("v", "marks", "mark"),
    ("/", "find", "find"),
    ("s", "notes its SHA-256", "keep_hash"),
    ("esc", "back", "back"),
    ("Q", "takes with quote", "take(1)"),
    ("n N", "find on", "find_again(1)"),
    ("o", "other file", "another"),
    ("u", "undo", "undo"),
    ("?", "help", "help"),
)
"""Key, what it does, and the action of the screen that a click runs, most important first."""

_KEYS = (
    ("↑ ↓ j k", "to another paragraph; a long one is scrolled through first"),
    ("page up, page down, g, G", "a screenful; to the beginning, to the end"),
    ("v", "begins to mark at the cursor; moving on marks more, v or esc leaves off"),
    ("shift ↑ ↓, J K", "mark one paragraph more; so does dragging, or a click with shift"),
    ("enter", "takes an item from what is marked, or from the paragraph under the cursor, with its place filled in"),
    ("Q", "the same, with the passage put into the item's quote, to be cut to 25 words; else no passage is kept"),
    ("/ n N", "finds words in the text; the next, the one before"),
    ("s", "writes the file's SHA-256 to its source, where none is given; and where it is kept, if in the workspace"),
    ("o", "opens another file for this source"),
    ("u U", "undo and redo, as everywhere"),
    ("esc", "back; the place is kept"),
)
_MARKS = (("›", "the cursor"), ("▌", "marked"), ("●", "an item was taken from here"), ("12", "the paragraph's number"))
_PLACES = (
    "Paragraphs are counted anew in each section, or on each page where there are pages. Points of a list, rows of a "
    "table and captions are counted after the paragraph they follow. The file is only read, and nothing is fetched."
)


def help_leaf(width: int, path: Path, notes: Sequence[str]) -> Leaf:
    """The help: the file and how it was read, keys, marks, places."""
    draft = Draft(width)
    draft.heading("The file")
    draft.prose(words.plain(str(path)))
    for note in notes:
        draft.prose(note, Tone.MUTED)
    for title, rows in (("Keys", _KEYS), ("Marks", _MARKS)):
        draft.heading(title)
        column = max(words.width_of(key) for key, _ in rows) + 2 if width >= 70 else 4
        for key, does in rows:
            told = words.wrapped(does, max(8, min(width, 110) - column - 2), 4)
            if width < 70:
                draft.write(line(" ", Piece(key, Tone.KEY)))
            for number, part in enumerate(told):
                name = key if width >= 70 and not number else ""
                draft.write(line(" ", Piece(words.padded(name, column), Tone.KEY), part))
    draft.heading("Places")
    draft.prose(_PLACES)
    return draft.leaf
