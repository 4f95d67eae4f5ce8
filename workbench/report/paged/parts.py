"""Documents of thousands of rows are set in parts, each from a new page, so that none takes much memory."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

Record = dict[str, Any]

MOST = 24_000
"""Setting so many cells, or lines of text, takes some 400 MB; documents of more are set in parts."""

PART = 8_000
"""The cells and lines of a part."""

_LINE = 60
"""Letters that are worth a cell."""


def split(blocks: list[Record]) -> list[list[Record]]:
    """The blocks of a page's record in parts: one where they are few enough, else several of about one weight."""
    if sum(map(_weight, blocks)) <= MOST:
        return [blocks]
    parts: list[list[Record]] = [[]]
    filled = 0
    for block in _pieces(blocks):
        weight = _weight(block)
        if filled + weight > PART and parts[-1]:
            parts.append([])
            filled = 0
        parts[-1].append(block)
        filled += weight
    return parts


def _weight(block: Record) -> int:
    match block["k"]:
        case "table":
            return sum(map(_row, (row for band in block["bands"] for row in band["rows"])))
        case "columns":
            return sum(map(_weight, block["blocks"]))
        case "opening":
            return sum(map(_weight, [*block["left"], *block["right"]]))
        case "entry":
            return 3 + _letters(block["t"]) // _LINE + sum(map(_weight, block["under"]))
        case _:
            return 1 + _letters(block.get("t", "")) // _LINE


def _row(row: Record) -> int:
    texts = (cell["t"] if isinstance(cell, dict) else cell for cell in row["c"] if not isinstance(cell, int))
    return len(row["c"]) + sum(_letters(text) // _LINE for text in texts)


def _letters(text: str | list[str]) -> int:
    return len(text[0]) if isinstance(text, list) else len(text)


def _pieces(blocks: list[Record]) -> Iterator[Record]:
    """The blocks, the long ones of them in pieces: tables by rows, columns of text by blocks."""
    for block in blocks:
        if block["k"] == "table" and _weight(block) > PART // 4:
            for band in block["bands"]:
                for rows in _chunks(band["rows"], _row):
                    yield {**block, "bands": [{**band, "rows": rows}]}
        elif block["k"] == "columns" and _weight(block) > PART // 4:
            for inner in _chunks(block["blocks"], _weight):
                yield {**block, "blocks": inner}
        else:
            yield block


def _chunks(items: list[Record], weight: Any) -> Iterator[list[Record]]:
    """Items in lists of at most a part's weight, as even as can be."""
    weights = [weight(item) for item in items]
    most = sum(weights) / -(-sum(weights) // PART) if items else 0
    chunk: list[Record] = []
    filled = 0
    for item, weighs in zip(items, weights, strict=True):
        if chunk and filled + weighs > most:
            yield chunk
            chunk, filled = [], 0
        chunk.append(item)
        filled += weighs
    if chunk:
        yield chunk
