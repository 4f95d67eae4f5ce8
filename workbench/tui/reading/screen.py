"""The reading screen: a document at the left, the items taken from it at the right, a key that takes another one."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal

from workbench.documents import Document, Unreadable
from workbench.documents.citing import Places
from workbench.model import Case, Source
from workbench.model.authoring import SetSource
from workbench.tui import words
from workbench.tui.modal import Modal
from workbench.tui.panel import Panel
from workbench.tui.pieces import Ground, Line, Piece, Tone, fitted
from workbench.tui.prompts import Ask
from workbench.tui.reading import about
from workbench.tui.reading import taken as lists
from workbench.tui.reading.fetching import Fetching
from workbench.tui.reading.hints import HINTS, help_leaf
from workbench.tui.reading.kept import Kept, Place, kept_by
from workbench.tui.reading.spot import Spot
from workbench.tui.reading.taken import Taken
from workbench.tui.reading.taking import Passage, take
from workbench.tui.reading.text import Text

if TYPE_CHECKING:
    from workbench.tui.steps import Steps

BESIDE, SIDE = 100, 40
"""Cells from which on the items have room beside the text, and how many they get."""

LOOKING = 0.25
"""Seconds between looks at whether the case is another one: what was undone, or changed outside."""


class ReadingScreen(Modal[bool | None]):
    """Reads a file beside the items of a source; gives back whether another file is wanted.

    Args:
        steps: the screen under the pages: it has the case and writes.
        source: the source's id.
        path: the file.
        root: the workspace's folder.
    """

    DEFAULT_CSS = """
    ReadingScreen { background: $background; }
    ReadingScreen > Panel { height: 1; }
    ReadingScreen #head { height: 2; }
    ReadingScreen Horizontal { height: 1fr; }
    ReadingScreen #items { height: 1fr; padding: 0 0 0 1; }
    """
    AUTO_FOCUS = ""

    def __init__(self, steps: Steps, source: str, path: Path, root: Path) -> None:
        super().__init__()
        self._steps, self._source, self._path, self._root = steps, source, path, root
        self._document: Document | None = None
        self._taken: Taken | None = None
        self._case: Case = steps.desk.case
        self._heard = self._drawn = steps.notice()
        self._places: Places | None = None
        self._fetching: Fetching | None = None
        self._shelf: Kept = kept_by(steps)
        self.head, self.foot, self.below = Panel(id="head"), Panel([Line()]), Panel([Line()])
        self.text, self.items = Text(), Panel(id="items")

    def compose(self) -> ComposeResult:
        """A title and the place, the text and the items, what is here, the keys."""
        yield self.head
        with Horizontal():
            yield self.text
            yield self.items
        yield self.below
        yield self.foot

    def on_mount(self) -> None:
        """Read the file, or take up where it was left."""
        self.set_interval(LOOKING, self._look)
        known = self._shelf.found(self._source, self._path)
        if known is not None:
            self._show(known.document, known.spot)
            return
        self.text.tell(f"Reading {words.plain(self._path.name)} …")
        self._fetching = Fetching(self._path, self._fetched, self._progress)

    def on_unmount(self) -> None:
        """Nobody waits for the file any more; its place is kept."""
        if self._fetching is not None:
            self._fetching.leave()
        if self._document is not None:
            self._shelf.keep(self._source, self._path, Place(self._document, self.text.spot))

    # ---- the document

    @property
    def document(self) -> Document | None:
        """What is read; None until it is."""
        return self._document

    def _progress(self, done: int, of: int) -> None:
        if self._document is None:
            self.text.tell(f"Reading {words.plain(self._path.name)} … page {done + 1} of {of}")

    def _fetched(self, found: Document | Unreadable) -> None:
        if not self.is_attached:
            return
        if isinstance(found, Document):
            self._show(found, Spot(len(found.paragraphs)))
        else:
            self.text.tell(f"{found.name} {found.wrong}.", f"{found.remedy[:1].upper()}{found.remedy[1:]}.",
                           "o opens another file, esc goes back.")  # fmt: skip

    def _show(self, document: Document, spot: Spot) -> None:
        self._document, spot.mark = document, None
        self._places = Places(document)
        self._taken = Taken(self._case, self._source, self._places)
        self.text.show(document, self._taken, spot)
        self.draw()

    def _look(self) -> None:
        """Show what became of the case, and what was said."""
        case = self._steps.desk.case
        if case is not self._case:
            self._case = case
            if self._places is not None:
                self._taken = Taken(case, self._source, self._places)
                self.text.take(self._taken)
            self.draw()
        elif self._steps.notice() is not self._drawn:
            self.draw()

    # ---- drawing

    def on_resize(self) -> None:
        """Make room for what there is room for."""
        size = self.app.size
        self.items.display = size.width >= BESIDE
        self.items.styles.width = SIDE
        self.below.display = size.width < BESIDE and size.height >= 10
        self.head.styles.height = 2 if size.height >= 8 else 1
        self.call_after_refresh(self.draw)

    def draw(self) -> None:
        """Draw what stands around the text."""
        width = self.app.size.width
        self.head.show(about.heading(self._document, self._of, self._source, self.text.spot.marked, width))
        said = self._drawn = self._steps.notice()
        if said.text and said is not self._heard:
            tone = Tone.ALARM if said.alarm else Tone.ACCENT
            pieces: tuple[Piece, ...] = (Piece(f" {words.plain(said.text)} ", tone),)
        else:
            pieces = self._keys()
        self.foot.show([Line(fitted(pieces, width), Ground.BAR)])
        if self._taken is not None:
            marked = self.text.spot.marked
            self.items.show(lists.listed(self._taken, marked, SIDE - 1, self.items.size.height or 20))
            self.below.show([lists.brief(self._taken, marked, width)._replace(ground=Ground.HEAD)])

    @property
    def _of(self) -> Source | None:
        return self._case.sources.get(self._source)

    @property
    def _unsaid(self) -> dict[str, str]:
        return about.unsaid(self._document, self._of, self._path, self._root)

    def _keys(self) -> tuple[Piece, ...]:
        shown: list[Piece] = []
        for key, does, act in HINTS:
            if act != "keep_hash" or self._unsaid:
                shown += [Piece(f" {key}", Tone.KEY, act), Piece(f" {does} ", Tone.MUTED, act)]
        return tuple(shown)

    def on_text_moved(self) -> None:
        """Say where that is."""
        self._heard = self._steps.notice()
        self.draw()

    # ---- keys

    def on_key(self, event: events.Key) -> None:
        """Move, mark, find, take, or leave."""
        event.stop()
        event.prevent_default()
        self._heard = self._steps.notice()
        if event.key in _ACTS:
            self.call_later(self.run_action, _ACTS[event.key])
        elif self._document is not None and self._move(event.key):
            self._redraw()

    def _move(self, key: str) -> bool:
        spot = self.text.spot
        marking = key.startswith("shift+") or key in {"J", "K"} or spot.mark is not None
        match key.removeprefix("shift+"):
            case "down" | "j" | "J" | "up" | "k" | "K" as name:
                spot.step(1 if name in {"down", "j", "J"} else -1, marking=marking)
            case "pagedown" | "space" | "pageup" as name:
                spot.page(-1 if name == "pageup" else 1, marking=marking)
            case "home" | "g" | "end" | "G" as name:
                spot.go(0 if name in {"home", "g"} else spot.count - 1, marking=marking)
            case _:
                return False
        return True

    async def on_panel_pressed(self, event: Panel.Pressed) -> None:
        """Do what was clicked."""
        event.stop()
        await self.run_action(event.act)

    def action_mark(self) -> None:
        """Begin marking at the cursor, or leave off."""
        self.text.spot.mark = self.text.spot.at if self.text.spot.mark is None else None
        self._redraw()

    def action_back(self) -> None:
        """Take the mark away; where there is none, leave."""
        if self.text.spot.mark is not None:
            self.action_mark()
        else:
            self.dismiss(None)

    def action_another(self) -> None:
        """Read another file."""
        self.dismiss(True)

    def action_undo(self) -> None:
        """Undo the last change, of files or matrix."""
        self._steps.asks("undo")

    def action_redo(self) -> None:
        """Redo what was undone."""
        self._steps.asks("redo")

    def action_find(self) -> None:
        """Ask for words, and go to the next paragraph that has them."""

        def answered(word: str | None) -> None:
            if word is not None:
                self.text.word = word
                self.action_find_again(1)

        if self._document is not None:
            self.app.push_screen(Ask("Find in the text", self.text.word), answered)

    def action_find_again(self, down: int) -> None:
        """Go to the next paragraph that has the words."""
        document, word = self._document, self.text.word
        if document is None or not word.strip():
            return
        wanted = re.compile(r"\s+".join(map(re.escape, word.split())), re.IGNORECASE)
        if not self.text.spot.find(lambda place: bool(wanted.search(document.paragraphs[place].text)), down):
            self._steps.say(f"{word}: not in this text.")
        self._redraw()

    def action_take(self, quote: int = 0) -> None:
        """Take an item from what is marked, or from the paragraph under the cursor."""
        if self._document is None or self._taken is None:
            return
        marked = self.text.spot.marked
        after, first = self._taken.before(marked[0])
        text, at = self._document.passage(marked[0], marked[-1]), self._document.locator(marked[0], marked[-1])
        take(self._steps, self._source, Passage(text, at, after, first), bool(quote), self._took)

    def _took(self, _address: str) -> None:
        self.text.spot.mark = None
        self._look()
        self.text.draw()

    def action_keep_hash(self) -> None:
        """Note the file's SHA-256 with the source, and where it is kept, as far as that is not said yet."""
        if fields := self._unsaid:
            self._steps.write(SetSource(self._source, fields), said=f"{self._source}: SHA-256 of the file noted.")

    def action_help(self) -> None:
        """Show what can be done here."""
        from workbench.tui.reader import Reader  # noqa: PLC0415 - off the way to the first paint

        notes = self._document.notes if self._document is not None else ()
        self.app.push_screen(Reader("Reading a document", lambda width: help_leaf(width, self._path, notes)))

    def _redraw(self) -> None:
        self.text.draw()
        self.draw()


_ACTS = {
    "enter": "take", "Q": "take(1)", "v": "mark", "slash": "find", "n": "find_again(1)", "N": "find_again(-1)",
    "f3": "find_again(1)", "shift+f3": "find_again(-1)", "escape": "back", "q": "back", "r": "back", "o": "another",
    "s": "keep_hash", "u": "undo", "U": "redo", "ctrl+r": "redo", "question_mark": "help", "f1": "help",
}  # fmt: skip
