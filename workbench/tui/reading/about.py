"""What stands over a document: its title, the place of what is marked, and whether it is the file that was cited."""

from __future__ import annotations

from pathlib import Path

from workbench.documents import Document
from workbench.model import Source
from workbench.tui import words
from workbench.tui.pieces import Ground, Line, Piece, Tone, fitted, spread


def heading(document: Document | None, source: Source | None, name: str, marked: range, width: int) -> list[Line]:
    """Two lines: title and kind; the place, and what there is to know about the file.

    Args:
        document: what is read, where it is already.
        source: the source it is read for, where there still is one.
        name: the source's id.
        marked: the paragraphs that are marked.
        width: cells of a line.
    """
    if document is None:
        waiting = fitted((Piece(f" {words.plain(name)}", Tone.HEADING),), width)
        return [Line(waiting, Ground.BAR), Line(fitted((), width), Ground.BAR)]
    title = (Piece(f" {words.plain(document.title)}", Tone.HEADING),)
    kind = Piece(words.cut(f"{document.kind.value}, {name} ", width // 2), Tone.MUTED)
    where = words.cut(document.locator(marked[0], marked[-1]), max(8, width - 2))
    place = (
        Piece(f" {where}", Tone.STRONG),
        Piece(f"  {len(marked)} marked" if len(marked) > 1 else "", Tone.MUTED),
    )
    told = note(document, source)
    room = width - sum(piece.width for piece in place) - 2
    shown = (told._replace(text=f"{words.cut(told.text, room)} "),) if told.text and room > 12 else ()
    return [
        Line(spread(title, (kind,) if width >= 60 else (), width), Ground.BAR),
        Line(spread(place, shown, width), Ground.BAR),
    ]


def note(document: Document, source: Source | None) -> Piece:
    """What there is to know about the file first: that it is another one than the source names, or how it was read."""
    if source is not None and source.sha256 and source.sha256.lower() != document.sha256:
        return Piece("not the archived file: its SHA-256 differs", Tone.WARN)
    return Piece(document.notes[0] if document.notes else "", Tone.MUTED)


def unsaid(document: Document | None, source: Source | None, path: Path, root: Path) -> dict[str, str]:
    """The fields of the source that this file fills: its hash, where there is none, and its place in the workspace."""
    if source is None or document is None or source.sha256:
        return {}
    real, folder = path.resolve(), root.resolve()
    inside = real.is_relative_to(folder) and not source.archive
    return {**({"archive": real.relative_to(folder).as_posix()} if inside else {}), "sha256": document.sha256}
