"""Names that would overlap, moved apart."""

from __future__ import annotations

from collections.abc import Sequence


def apart(wanted: Sequence[float], tall: Sequence[float], top: float, bottom: float) -> list[float]:
    """Middles as near to those wanted (from the top down) as they can be without overlapping, between two bounds.

    Those that overlap are put together about the mean of what they want, and together with whom they then touch.
    """
    blocks: list[tuple[list[int], float]] = []
    for n in range(len(wanted)):
        members = [n]
        place = _placed(members, wanted, tall, top, bottom)
        while blocks and _end(blocks[-1], tall) > place + 1e-9:
            members = [*blocks.pop()[0], *members]
            place = _placed(members, wanted, tall, top, bottom)
        blocks.append((members, place))
    return [place for members, start in blocks for place in _middles(members, start, tall)]


def _placed(members: Sequence[int], wanted: Sequence[float], tall: Sequence[float], top: float, bottom: float) -> float:
    """Where the top of a block is, that its members stand as near to what they want as together they can."""
    above, starts = 0.0, 0.0
    for n in members:
        starts += wanted[n] - tall[n] / 2 - above
        above += tall[n]
    return max(top, min(starts / len(members), bottom - above))


def _end(block: tuple[list[int], float], tall: Sequence[float]) -> float:
    return block[1] + sum(tall[n] for n in block[0])


def _middles(members: Sequence[int], start: float, tall: Sequence[float]) -> list[float]:
    found = []
    for n in members:
        found.append(start + tall[n] / 2)
        start += tall[n]
    return found
