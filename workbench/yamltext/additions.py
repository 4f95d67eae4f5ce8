"""Where new lines go in a file, and the patches that put them there."""

from __future__ import annotations

from collections.abc import Sequence

from .entries import Entries
from .patches import Patch, patch_between
from .reading import Text
from .spans import after_blank, colon_end, cut
from .values import Mapping


def insertion(lines: Sequence[str], index: int, new: Sequence[str], newline: str) -> Patch:
    """The patch that adds lines before the line at this index.

    Args:
        lines: all lines of a file, split at line feeds: the last is empty where the file ends with one.
        index: where; the number of lines for behind the last one, which then gets its line end, as the new ones do.
        new: lines without line ends.
        newline: the line end to give them.
    """
    end = newline.removesuffix("\n")
    added = tuple(line + end for line in new)
    if index < len(lines):
        return Patch(index, (), added)
    last = lines[-1]
    return Patch(index - 1, (last,), (last + end, *added, ""))


def removal(lines: Sequence[str], start: int, end: int, *, spaced: bool = False) -> Patch:
    """The patch that removes these lines, which are not the first; a file without a final line end still has none.

    Args:
        lines: all lines of the file.
        start: the first line to go.
        end: the line behind the last one.
        spaced: of two empty lines that would then meet, or of one at the file's end, one goes too.
    """
    if spaced and start > 1 and not lines[start - 1].strip() and not "".join(lines[end : end + 1]).strip():
        start -= 1
    if end < len(lines):
        return Patch(start, tuple(lines[start:end]), ())
    return Patch(start - 1, tuple(lines[start - 1 : end]), (lines[start - 1].removesuffix("\r"),))


def first_chunk(lines: tuple[str, ...], span: tuple[int, int], header: str, new: Sequence[str], newline: str) -> Patch:
    """The patch that adds the first lines to a section of one line.

    Args:
        lines: all lines of the file.
        span: the section's only line and the one behind it.
        header: what that line is to be, its carriage return included.
        new: the lines to add below it, without line ends.
        newline: the line end to give them.
    """
    start, end = span
    changed = (*lines[:start], header, *lines[end:])
    added = insertion(changed, end, new, newline).applied(changed)
    return patch_between(0, lines, added)


def open_header(text: Text, section: str) -> str | None:
    """The line of a section without entries, ready to have lines below it: `rows:` for `rows: {}`.

    Args:
        text: the lines of the section, by themselves.
        section: its key.

    Returns:
        None where the section has a value, or is spread over several lines.
    """
    value, (start, begin, end) = text.root[section], text.root.places[section]
    source = text.text.removesuffix("\n")
    if "\n" in source:
        return None
    if value is not None:
        if not isinstance(value, Mapping) or value or after_blank(source, begin + 1) != end - 1:
            return None
        return cut(source, [(colon_end(source, section, start), end, "")])
    return source


def section_place(sections: Entries, lines: Sequence[str], section: str, order: Sequence[str]) -> int:
    """The line before which a new section goes: behind the one it follows in this order, or before the one it
    precedes; at the end of the file if it is not in the order, or nothing else of it is there.
    """  # noqa: D205
    rank = order.index(section) if section in order else 0
    before = next((name for name in reversed(order[:rank]) if name in sections), None)
    if before is not None:
        return _behind(lines, sections.span(before)[1])
    after = next((name for name in order[rank + 1 :] if name in sections), None)
    if after is not None and section in order:
        return sections.span(after)[0]
    return _file_end(lines, sections.end)


def begun(
    lines: Sequence[str],
    sections: Entries,
    section: str,
    order: Sequence[str],
    new: Sequence[str],
    newline: str,
    *,
    spaced: bool,
) -> Patch:
    """The patch that adds the lines of a new section where it belongs; see `section_place`, `apart`, `insertion`."""
    index = section_place(sections, lines, section, order)
    return insertion(lines, index, apart(lines, index, new) if spaced else new, newline)


def _behind(lines: Sequence[str], end: int) -> int:
    """Behind a section and the indented comments that still belong to it."""
    while end < len(lines) and lines[end].startswith(" ") and lines[end].lstrip().startswith("#"):
        end += 1
    return end


def _file_end(lines: Sequence[str], last: int) -> int:
    end = len(lines) if lines[-1] else len(lines) - 1
    return next((index for index in range(last, end) if lines[index].startswith("...")), end)


def behind_comments(lines: Sequence[str], index: int, column: int) -> int:
    """The line behind the comments that stand here and are indented further than this column: they belong above."""
    while index < len(lines):
        text = lines[index].lstrip(" ")
        if not text.startswith("#") or len(lines[index]) - len(text) <= column:
            break
        index += 1
    return index


def apart(lines: Sequence[str], index: int, new: Sequence[str], *, first: bool = False) -> list[str]:
    """New lines that go before the line at this index, with an empty line to each side that has none yet.

    Args:
        lines: all lines of the file.
        index: where.
        new: the lines.
        first: directly below the key of a section, where no empty line is wanted above.
    """
    above = "" if index <= 0 else lines[index - 1]
    below = next(iter(lines[index:]), "")
    before = [""] if above.strip() and not first else []
    behind = [""] if below.strip() else []
    return [*before, *new, *behind]


def are_apart(lines: Sequence[str], entries: Entries, base: int) -> bool:
    """Whether the entries of a section are set apart by empty lines; those of a section of one or none are."""
    gaps = zip(entries.starts, entries.sizes, entries.starts[1:], strict=False)
    between = [[line.strip() for line in lines[base + start + size : base + below]] for start, size, below in gaps]
    return not between or any("" in some for some in between)
