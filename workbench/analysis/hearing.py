"""Hearing: the adjusted totals of a ledger, and what becomes of them when rows are lost.

Who speaks is found as in `dependence`. What is lost counts as parked: its retellings speak, and so
do assessments that do not have all their grounds any more. Only the voices concerned are heard again.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from workbench.analysis.dependence import concerned, speaks, told_already
from workbench.analysis.ledger import Ledger, leading

Ranked = Mapping[str, Sequence[int]]
"""By hypothesis id the rows of a voice that speak, strongest first."""


@dataclass(frozen=True, slots=True, eq=False)
class Hearing:
    """The adjusted totals as codes, in file order, and the rows that they come from.

    `of` is the voice of each row; `ranked` has the voices with several rows. Each other row that
    speaks is a voice of its own.
    """

    ledger: Ledger = field(repr=False)
    of: Sequence[str] = field(repr=False)
    places: Mapping[str, int] = field(repr=False)
    speaking: frozenset[int] = field(repr=False)
    ranked: Mapping[str, Ranked] = field(repr=False)
    columns: Mapping[str, Sequence[int]] = field(repr=False)
    totals: Mapping[str, int]
    leading: tuple[str, ...]

    def without(self, rows: Sequence[int]) -> tuple[str, ...]:
        """What leads by the adjusted totals when these rows are lost."""
        after = self.totals_without(rows)
        return self.leading if after == self.totals else leading(after)

    def totals_without(self, rows: Sequence[int]) -> dict[str, int]:
        """The adjusted totals when these rows are lost."""
        after = dict(self.totals)
        lost, woken = frozenset(rows), self._woken(rows)
        voices: dict[str, list[int]] = {}
        for row in rows:
            if row in self.speaking and not self._shared(row, voices):
                _add(after, self.columns, row, -1)
        for row in woken:
            if self._shared(row, voices):
                voices[self.of[row]].append(row)
            else:
                _add(after, self.columns, row, 1)
        for voice, more in voices.items():
            self._hear(after, self.ranked[voice], lost, more)
        return after

    def _shared(self, row: int, voices: dict[str, list[int]]) -> bool:
        """Whether other rows have this one's voice; if so the voice is noted."""
        voice = self.of[row]
        if voice not in self.ranked:
            return False
        voices.setdefault(voice, [])
        return True

    def _hear(self, totals: dict[str, int], ranked: Ranked, lost: Collection[int], more: Sequence[int]) -> None:
        """Exchange what a voice says: some rows of it are lost, and some speak that did not."""
        for h, rows in ranked.items():
            if more or (rows and rows[0] in lost):
                codes = self.columns[h]
                heard = next((row for row in rows if row not in lost), None)
                now = max((codes[row] for row in (heard, *more) if row is not None), default=0)
                totals[h] += now - (codes[rows[0]] if rows else 0)

    def _woken(self, rows: Sequence[int]) -> list[int]:
        """The rows that speak only when these are lost. None falls silent by it."""
        case, voices = self.ledger.case, self.ledger.standing.setting.voices
        told = [a for a in map(self.ledger.addresses.__getitem__, rows) if a in voices.leaned_on]
        if not told:
            return []
        lost = frozenset(map(self.ledger.addresses.__getitem__, rows))
        places = (self.places[a] for a in concerned(case, voices, *told, lost=lost) if a in self.places)
        quiet = [row for row in places if row not in self.speaking and self.ledger.addresses[row] not in lost]
        ungrounded = {a for t in told for a in voices.leaned_on[t] if a in voices.grounds and voices.retold.get(a) != t}
        return [row for row in quiet if self._wakes(self.ledger.addresses[row], lost, ungrounded)]

    def _wakes(self, address: str, lost: Collection[str], ungrounded: Collection[str]) -> bool:
        """Whether a silent row speaks now; of the `ungrounded` a ground is known to be lost, and none is looked up."""
        case, voices = self.ledger.case, self.ledger.standing.setting.voices
        if address in ungrounded:
            return not told_already(case, voices, address, lost)
        return speaks(case, voices, address, lost)


def hearing(ledger: Ledger) -> Hearing:
    """Listen to the rows of a ledger."""
    voices = ledger.standing.setting.voices
    of = [voices.of[address] for address in ledger.addresses]
    speaking = [row for row, address in enumerate(ledger.addresses) if speaks(ledger.case, voices, address)]
    columns = ledger.columns(ledger.totals)
    ranked = _ranked({voice for voice in of if voice in voices.shared}, of, speaking, columns)
    alone = [row for row in speaking if of[row] not in ranked]
    totals = {h: sum(map(codes.__getitem__, alone)) for h, codes in columns.items()}
    for heard in ranked.values():
        for h, rows in heard.items():
            totals[h] += columns[h][rows[0]] if rows else 0
    places = {address: row for row, address in enumerate(ledger.addresses)}
    return Hearing(ledger, of, places, frozenset(speaking), ranked, columns, totals, leading(totals))


def _ranked(
    shared: Iterable[str], of: Sequence[str], speaking: Iterable[int], columns: Mapping[str, Sequence[int]]
) -> dict[str, Ranked]:
    rows: dict[str, list[int]] = {voice: [] for voice in shared}
    for row in speaking:
        if of[row] in rows:
            rows[of[row]].append(row)
    return {
        voice: {h: sorted(own, key=codes.__getitem__, reverse=True) for h, codes in columns.items()}
        for voice, own in rows.items()
    }


def _add(totals: dict[str, int], columns: Mapping[str, Sequence[int]], row: int, times: int) -> None:
    for h, codes in columns.items():
        totals[h] += codes[row] * times
