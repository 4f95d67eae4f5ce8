"""Arriving: the adjusted points as rows come in one after another.

The rules are those of `dependence`, kept up to date rather than asked anew, so that all states of a
timeline cost little more than its last one. Once a row is in, nothing that retells it, directly or
through others, speaks any more, and an assessment falls silent with the last of its grounds; no row
ever begins to speak again. A voice says the strongest of its rows that speak.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from workbench.analysis.dependence import Voices
from workbench.analysis.points import ZERO, Points

Against = Mapping[str, Points]
"""What a row adds to the points, by hypothesis id; only what it contradicts."""


class Arriving:
    """Who speaks of the rows that are in so far, and the adjusted points of all hypotheses."""

    def __init__(self, voices: Voices, hypotheses: Collection[str]) -> None:
        self.points = dict.fromkeys(hypotheses, ZERO)
        self._voices = voices
        self._against: dict[str, Against] = {}
        self._told: set[str] = set()
        self._lacking = {address: len({*grounds}) for address, grounds in voices.grounds.items()}
        self._said: dict[tuple[str, str], dict[Points, int]] = {}
        """How many rows of a voice that speak say how much against a hypothesis."""
        self._strongest: dict[tuple[str, str], Points] = {}

    def add(self, rows: Mapping[str, Against]) -> None:
        """Rows that come in together, each once."""
        silenced = [address for row in rows for address in self._silenced_by(row) if address in self._against]
        for address in silenced:
            self._count(address, -1)
        self._against.update(rows)
        for address in rows:
            if self._speaks(address):
                self._count(address, 1)

    def _speaks(self, address: str) -> bool:
        return address not in self._told and self._lacking.get(address) != 0

    def _silenced_by(self, row: str) -> Iterator[str]:
        """Those that spoke, or would have, until this row came in; each only once for all rows."""
        waiting = [row]
        while waiting:
            current = waiting.pop()
            for address in self._voices.leaned_on.get(current, ()):
                spoke = self._speaks(address)
                if self._voices.retold.get(address) == current and address not in self._told:
                    self._told.add(address)
                    waiting.append(address)
                if current == row and self._rests_on(address, row):
                    self._lacking[address] -= 1
                if spoke and not self._speaks(address):
                    yield address

    def _rests_on(self, address: str, row: str) -> bool:
        grounds = self._voices.grounds.get(address, ())
        return bool(grounds) and (self._voices.retold.get(address) != row or row in grounds)

    def _count(self, address: str, times: int) -> None:
        """Let a row be heard with its voice, or with -1 no more."""
        voice = self._voices.of[address]
        shared = voice in self._voices.shared
        for hypothesis, points in self._against[address].items():
            added = self._heard((voice, hypothesis), points, times) if shared else points * times
            self.points[hypothesis] += added

    def _heard(self, by: tuple[str, str], points: Points, times: int) -> Points:
        """What it adds to the points that one more row of a voice says so much, or one less."""
        said = self._said.get(by) or self._said.setdefault(by, {})
        before = self._strongest.get(by, ZERO)
        said[points] = said.get(points, 0) + times
        if not said[points]:
            del said[points]
        if points < before:
            return ZERO
        now = points if times > 0 else max(said, default=ZERO)
        self._strongest[by] = now
        return now - before
