"""What to replace so that one text becomes another, in the style it is written in."""

from __future__ import annotations

from collections.abc import Iterator

from .folding import folded_like
from .scalars import double_quoted, folded_block, literal_block, single_quoted
from .spans import Cut, colon_end, content_end, header_end, is_block_scalar, line_end
from .targets import Target
from .writing import written_scalar


def replacements(there: Target, value: str | int) -> Iterator[list[Cut]]:
    """The ways to write this value in place of the text (or the nothing) that stands there, the best first."""
    source, (_, start, end) = there.text.text, there.place
    if there.value is None:
        yield filled(there, _written(there, value))
        yield filled(there, double_quoted(str(value)))
    elif is_block_scalar(source, there.value, start) and not there.flow:
        yield from _in_block(there, str(value))
    else:
        quoted = quoted_like(source[start], str(value))
        yield _spread(there, start, end, quoted or _written(there, value))
        yield [(start, end, double_quoted(str(value)))]


def quoted_like(quote: str, text: str) -> str | None:
    """The text in quotes of this kind, or double ones where single ones cannot hold it; None if it is no quote."""
    if quote == '"':
        return double_quoted(text)
    return single_quoted(text) or double_quoted(text) if quote == "'" else None


def _written(there: Target, value: str | int) -> str:
    """The value as a new text is written: below its key only if it begins on the key's line."""
    source, (key_start, start, _) = there.text.text, there.place
    one_line = there.flow or ("\n" in source[key_start:start])
    return written_scalar(value, indent=_indent(there), flow=one_line)


def _indent(there: Target) -> int:
    return there.indent + (there.parent.step if there.parent is not None and isinstance(there.key, str) else 0)


def filled(there: Target, written: str) -> list[Cut]:
    """What to replace so that this stands where a value is missing."""
    source, (key_start, start, _) = there.text.text, there.place
    offset = colon_end(source, there.key, key_start) if isinstance(there.key, str) else start
    if there.flow and source[offset : offset + 1] == " " and source[offset + 1 : offset + 2] in (",", "}"):
        return [(offset + 1, offset + 1, written)]
    return _spread(there, offset, offset, " " + written)


def _spread(there: Target, start: int, end: int, written: str) -> list[Cut]:
    """The first line in place of the old text, the others below its line, so that a comment there stays."""
    head, _, body = written.partition("\n")
    cuts = [(start, end, head)]
    if body:
        line = line_end(there.text.text, end)
        cuts.append((line, line, _lines(there, body)))
    return cuts


def _in_block(there: Target, value: str) -> Iterator[list[Cut]]:
    source, (_, start, end) = there.text.text, there.place
    header = header_end(source, start)
    body, body_end = line_end(source, header), content_end(source, start, end)
    indent = _content_indent(source[body:body_end]) or _indent(there)
    before = source[body:body_end].replace("\r", "").split("\n")[1:]
    if source[start] == "|":
        ways = [literal_block(value, indent)]
    else:
        ways = [folded_like(value, before, indent), folded_block(value, indent)]
    for written in (*ways, double_quoted(value)):
        if written is not None:
            head, _, lines = written.partition("\n")
            yield [(start, header, head), (body, body_end, _lines(there, lines) if lines else "")]


def _content_indent(body: str) -> int:
    """Columns by which the first line of a block scalar with anything on it is indented."""
    line = next((line for line in body.split("\n") if line.strip()), "")
    return len(line) - len(line.lstrip(" "))


def _lines(there: Target, body: str) -> str:
    return there.text.newline + body.replace("\n", there.text.newline)
