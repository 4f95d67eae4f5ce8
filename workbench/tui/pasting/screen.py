"""The screen that takes what is pasted, shows what comes of it, and writes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events

from workbench import pasting
from workbench.pasting import NotATable
from workbench.tui import words
from workbench.tui.hinted import Hint, hinted
from workbench.tui.pasting import choose_source, view
from workbench.tui.pasting.work import Asked, Came, file_text, like_a_path, worked_out
from workbench.tui.pieces import Ground, Line, Piece, Tone, spread
from workbench.tui.reader import Page, Reader

if TYPE_CHECKING:
    from workbench.tui.leaf import Leaf
    from workbench.tui.steps import Steps
    from workbench.workspace.authoring import Author
    from workbench.workspace.authoring_outcomes import Done, Refused

WAIT = 0.1
"""Seconds between looks at whether something else is still being written."""

MOST_TYPED = 4_000
"""Characters of a path that are kept."""


class PasteScreen(Reader):
    """Asks for a table, shows it read and tried, and writes what is good of it.

    Args:
        steps: the screen under the page: it writes files.
        source: the source that lines become items of, where they name none.
    """

    AUTO_FOCUS = ""

    def __init__(self, steps: Steps, source: str) -> None:
        super().__init__(f"Paste into {source}", self._leaf)
        self._steps, self._source = steps, source
        self._typed, self._wrong = "", ""
        self._asked: Asked | None = None
        self._working: Asked | None = None
        self._writing = False
        self._written = 0
        """So many items were written, and only what was refused is left to be seen."""
        self.came: Came | None = None
        """What comes of what was pasted, once it is worked out."""

    # ---- drawing

    def _leaf(self, width: int) -> Leaf:
        if self.came is None or self.came.wrong:
            wrong = self._wrong or (self.came.wrong if self.came else "")
            working = "Reading it ..." if self._working else ""
            return view.asking(width, self._source, self._typed, working or wrong)
        if self._written:
            return view.left(self.came, self._written, width)
        asked = self._asked
        columns = asked.columns if asked is not None and asked.columns is not None else self.came.columns
        return view.leaf(self.came, columns, width, self._wrong)

    def _draw(self) -> None:
        self.show(self._leaf)

    def _frame(self) -> None:
        """Draw the title with how many lines are good, and the keys."""
        super()._frame()
        width = self.app.size.width
        title = Piece(f" Paste into {words.cut(self._source, 40)}", Tone.HEADING)
        self.head.show([Line(spread((title,), (self._count(),), width), Ground.BAR)])

    def _count(self) -> Piece:
        if self._writing or self._working is not None:
            return Piece("writing ... " if self._writing else "working it out ... ", Tone.MUTED)
        if self.came is None or self.came.wrong or self._written:
            return Piece("")
        good, bad = len(self.came.made.taken), len(self.came.made.refused)
        return Piece(f"{good:,} good, {bad:,} refused ", Tone.WARN if bad else Tone.ACCENT)

    def _keys(self) -> tuple[Piece, ...]:
        keys: tuple[Hint, ...]
        if self.came is None or self.came.wrong:
            keys = (("enter", "reads the file", "go"), ("esc", "leaves", "leave"))
        elif self._written:
            keys = (("enter", "leaves", "leave"), ("p", "paste anew", "anew"), ("esc", "leaves", "leave"))
        else:
            good = len(self.came.made.taken)
            names = "no names" if self.came.table.head else "names"
            keys = (
                ("enter", f"writes {good:,}" if good else "nothing good", "go"), ("← →", "changes", ""),
                *((("o", "origins", "origins"),) if self.came.made.missing else ()),
                ("esc", "leaves", "leave"), ("s", "source", "source"), ("n", names, "names"),
                ("d", "separator", "separator"), ("p", "anew", "anew"),
            )  # fmt: skip
        return hinted(keys, self.app.size.width)

    # ---- taking and working out

    def on_paste(self, event: events.Paste) -> None:
        """Take pasted rows; a single line that is the path of a file stands for the file."""
        event.stop()
        event.prevent_default()
        text = event.text
        asking = self.came is None or bool(self.came.wrong)
        if self._writing:
            return
        if asking and (self._typed or like_a_path(text)):
            self._typed = (self._typed + text.strip())[:MOST_TYPED]
            self._draw()
        elif text.strip():
            self.take(text)

    def take(self, text: str) -> None:
        """Work out what comes of a text, whatever was there before."""
        self.came, self._typed, self._wrong, self._written = None, "", "", 0
        self._work(Asked(text, self._source))

    def _work(self, asked: Asked) -> None:
        """Work it out beside the keys; of what is asked meanwhile the latest counts."""
        self._asked, self._wrong = asked, ""
        if self._working is None:
            self._working = asked
            self._begin()
        self._draw()

    def _begin(self) -> None:
        """Begin once nothing is being written: what tries and what writes are not to meet."""
        asked, found = self._asked, list[Came]()
        if self._steps.writing:
            self.set_timer(WAIT, self._begin)
        if asked is None or self._steps.writing:
            return
        self._steps.writing, self._working = True, asked

        def work(author: Author) -> None:
            found.append(worked_out(asked, author))

        self._steps.post_message(self._steps.WriteWanted(work, lambda _: self._take_in(found)))

    def _take_in(self, found: list[Came]) -> None:
        self._steps.writing, self._working = False, None
        if not self.is_attached or not found:
            return
        if self._asked is not None and found[0].asked != self._asked:
            self._work(self._asked)
            return
        self.came = found[0]
        self._draw()

    def _change(self, **given: object) -> None:
        """Ask for something else of the same text."""
        if self._asked is not None and not self._writing:
            self._work(self._asked._replace(**given))  # type: ignore[arg-type]

    # ---- keys

    def on_key(self, event: events.Key) -> None:
        """Type a path, or change what the columns are; the rest is reading."""
        asking = self.came is None or bool(self.came.wrong)
        if event.key in {"escape", "enter"}:
            self.action_leave() if event.key == "escape" else self.action_go()
        elif asking:
            self._type(event)
        elif self._written and event.key != "p":
            super().on_key(event)
            return
        elif event.key in {"left", "h", "right", "l"}:
            self._turn(-1 if event.key in {"left", "h"} else 1)
        elif event.key in _ACTIONS:
            getattr(self, f"action_{_ACTIONS[event.key]}")()
        else:
            super().on_key(event)
            return
        event.stop()
        event.prevent_default()

    def _type(self, event: events.Key) -> None:
        if event.key == "backspace":
            self._typed = self._typed[:-1]
        elif event.key == "ctrl+u":
            self._typed = ""
        elif event.character and event.is_printable:
            self._typed = (self._typed + event.character)[:MOST_TYPED]
        self._wrong = ""
        self._draw()

    def _turn(self, step: int) -> None:
        """Let the column under the cursor be something else."""
        spot = self.page.leafing.spot
        if self.came is None or self._asked is None or spot is None or spot.goal.act != view.COLUMN:
            return
        columns = self._asked.columns or self.came.columns
        turned = pasting.changed(self.came.table, columns, int(spot.goal.id), step)
        self._change(columns=turned)

    def action_go(self) -> None:
        """Read the file that is named, or write what is good."""
        if self._working is not None or self._writing:
            return
        if self._written:
            self.dismiss(None)
        elif self.came is not None and not self.came.wrong:
            self._write(self.came)
        elif self._typed.strip():
            try:
                self.take(file_text(self._typed))
            except NotATable as error:
                self._wrong = str(error)
                self._draw()

    def action_leave(self) -> None:
        """Close it, but not while it is being written."""
        if not self._writing:
            self.dismiss(None)

    def action_anew(self) -> None:
        """Ask for another text."""
        self.came, self._asked, self._written, self._wrong = None, None, 0, ""
        self._draw()

    def action_origins(self) -> None:
        """Add origins that are not known with the lines, or do not."""
        self._change(add_origins=not (self._asked is not None and self._asked.add_origins))

    def action_names(self) -> None:
        """Take the first line for names, or for an item."""
        if self.came is not None:
            self._change(head=not self.came.table.head, columns=None)

    def action_separator(self) -> None:
        """Take the next separator."""
        if self.came is not None:
            known = pasting.DELIMITERS
            now = known.index(self.came.table.delimiter)
            self._change(delimiter=known[(now + 1) % len(known)], columns=None)

    def action_source(self) -> None:
        """Ask for another source."""

        def chosen(source: str) -> None:
            self._source = source
            self._change(source=source)

        choose_source(self._steps, chosen)

    def on_page_pressed(self, event: Page.Pressed) -> None:
        """A click puts the cursor on a column, and no more."""
        event.stop()
        event.prevent_default()

    # ---- writing

    def _write(self, came: Came) -> None:
        if not came.made.taken:
            return
        if self._steps.writing:
            self._wrong = "Still writing what came before; try again."
            self._draw()
            return
        good, bad = len(came.made.taken), len(came.made.refused)
        said = f"{good:,} item{'' if good == 1 else 's'} added, {bad:,} line{'' if bad == 1 else 's'} refused."
        self._writing = True
        self._steps.write(*came.made.changes, said=said, refused=self._refused, done=self._done)
        self._draw()

    def _refused(self, why: Refused) -> None:
        self._writing = False
        if self.is_attached:
            self._wrong = f"Not written: {why}"
            self._draw()

    def _done(self, _: Done) -> None:
        self._writing = False
        first = self.came.made.taken[0].item.address if self.came else ""
        page = self._steps.page
        if page is not None and first:
            page.page.seek(lambda goal: goal.address == first)
        if self.is_attached and self.came is not None and self.came.made.refused:
            self._written = len(self.came.made.taken)
            self.page.leafing.top = 0
            self._draw()
        elif self.is_attached:
            self.dismiss(None)


_ACTIONS = {"o": "origins", "s": "source", "n": "names", "d": "separator", "p": "anew"}
"""Keys beside those for reading, with the action of each."""
