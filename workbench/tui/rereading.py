"""What stale rows were rated against: looked up in git beside the keys, and shown word by word."""

from __future__ import annotations

import asyncio
import contextlib
import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from workbench.analysis.older import OlderOnes, Rewording, rewordings
from workbench.model import Case
from workbench.tui import words
from workbench.tui.pieces import Line, Piece, Tone

Told = Callable[[OlderOnes], None]


@dataclass(frozen=True, eq=False, slots=True)
class Reread:
    """What is known by now of the rows that are or were stale, and about which of them it was asked."""

    older: OlderOnes = field(default_factory=dict)
    asked: frozenset[tuple[str, str]] = frozenset()
    """Addresses with fingerprints: what git does not know it is not asked again."""

    def fresh(self, case: Case, stale: Iterable[str]) -> tuple[str, ...]:
        """The stale rows that nobody asked about yet."""
        return tuple(a for a in stale if (a, case.matrix.row(a).wording) not in self.asked)

    def asking(self, case: Case, addresses: Iterable[str]) -> Reread:
        """The same, with these rows asked about."""
        return Reread(self.older, self.asked | {(a, case.matrix.row(a).wording) for a in addresses})

    def told(self, older: OlderOnes) -> Reread:
        """The same with what came of it."""
        return Reread({**self.older, **older}, self.asked)


NOTHING_READ = Reread()


def look_up(root: Path, case: Case, addresses: tuple[str, ...], told: Told) -> None:
    """Look up what stale rows were rated against; `told` hears of it in this loop, if there is anything to hear."""
    loop = asyncio.get_running_loop()

    def found() -> None:
        from workbench.report import rewordings as _  # noqa: PLC0415, F401 - loaded here, so that drawing does not wait
        from workbench.revisions.older import older  # noqa: PLC0415 - off the way to the first paint

        if known := older(root, case, addresses):
            with contextlib.suppress(RuntimeError):  # the program has ended meanwhile
                loop.call_soon_threadsafe(told, known)

    # A thread that ends with the program: a long history must not keep it from quitting.
    with contextlib.suppress(RuntimeError):  # no thread to be had: they stay unknown
        threading.Thread(target=found, name="reading older wordings", daemon=True).start()


def shown(case: Case, address: str, reread: Reread, width: int, *, whole: bool = False) -> list[Line]:
    """The old and the new wording of what a stale row rates; of kept words those around, or the whole text."""
    if not reread.older:
        return []
    from workbench.report.rewordings import called  # noqa: PLC0415 - off the way to the first paint

    told = ([Piece(f"{called(one)}:", Tone.WARN), *pieces] for one, pieces in _told(case, address, reread, whole=whole))
    return [made for pieces in told for made in _wrapped(pieces, width)]


def changes(case: Case, address: str, reread: Reread) -> list[Piece]:
    """The words that went and that came, and no others: for one line, beside the text as it reads now."""
    made = []
    for one, pieces in _told(case, address, reread, whole=False):
        made += [Piece(f"{words.plain(one.hypothesis)}: ", Tone.MUTED)] if one.hypothesis else []
        made += [Piece(f"{words.plain(p.text)} ", p.tone) for p in pieces if p.tone is not Tone.TEXT]
    return made


def _told(case: Case, address: str, reread: Reread, *, whole: bool) -> Iterator[tuple[Rewording, list[Piece]]]:
    known = rewordings(case, address, reread.older)
    if not known:
        return
    from workbench.analysis.rewording import Stretch, reworded  # noqa: PLC0415 - off the way to the first paint
    from workbench.report.rewordings import brief, marked  # noqa: PLC0415

    tones = {Stretch.KEPT: Tone.TEXT, Stretch.GONE: Tone.I, Stretch.NEW: Tone.C}
    for one in known:
        stretches = reworded(one.was, one.now) if whole else brief(one)
        yield one, [Piece(marked(part), tones[part.stretch]) for part in stretches]


def _wrapped(pieces: Iterable[Piece], width: int) -> Iterator[Line]:
    """Pieces word by word in lines of at most so many cells, one blank between words."""
    line: list[Piece] = []
    room = width
    for piece in pieces:
        for word in words.plain(piece.text).split(" "):
            cut = words.cut(word, max(1, width))
            need = words.width_of(cut)
            if line and need + 1 > room:
                yield Line(tuple(line))
                line, room = [], width
            gap = " " if line else ""
            line.append(Piece(gap + cut, piece.tone))
            room -= need + len(gap)
    if line:
        yield Line(tuple(line))
