"""Source base: what a matrix stands on, in figures: how many voices there are, how they are graded, who decides.

All of it is counted over unparked rows. A row has every origin it names and, where it retells, those that its first
teller names (see `groups`); it speaks with one voice all the same (see `dependence`).

Source: the figures are those that a source summary statement draws on (ICD 206, D.3.d: strengths and weaknesses of the
source base, which sources matter most, what is corroborated). Which of them to count is ours. They ignore what the
sources say: many voices can be wrong together.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from workbench.analysis.blocks import Block, block
from workbench.analysis.dependence import Voices
from workbench.analysis.standing import Standing
from workbench.analysis.weights import RELIABILITY
from workbench.model import OWN_KINDS, Item, Level
from workbench.model.admiralty import UNKNOWN

_ORIGIN = "origin:"


class Share(NamedTuple):
    """The source or origin that most of some rows have, and how many have it; no id where none has one."""

    id: str = ""
    rows: int = 0


class SourceBase(NamedTuple):
    """What the rows of a matrix stand on."""

    evidence: int
    """Rows that are not our own thinking; all counts below are of these, but for the deciding ones."""
    own: int
    """Rows that are our own assumptions and arguments."""
    sources: Mapping[str, int]
    """Rows by source, without our own analysis, in the order of the files."""
    origins: Mapping[str, int]
    """Rows by origin, in the order of the files; a row that has several is counted with each."""
    unnamed: int
    """Rows that name no origin: the source is taken to have seen it itself."""
    voices: int
    """How many are left when everybody who speaks is counted once."""
    retold: int
    """Rows that retell another item."""
    letters: Mapping[str, int]
    """Sources by their reliability, best first; `?` where none is given."""
    levels: Mapping[Level, int]
    """Rows whose grade can be judged, by what it is worth."""
    unjudged: int
    """All other rows: F, 6 or a grade that is missing."""
    confirmed: int
    """Rows whose credibility is 1: confirmed by independent sources."""
    deciding: int
    """Rows that decide, our own among them."""
    deciding_source: Share
    """The source that has most of the rows that decide."""
    deciding_origin: Share
    """The origin that has most of the rows that decide."""


def source_base(standing: Standing) -> SourceBase:
    """Count it."""
    case, setting = standing.case, standing.setting
    rows = [item for item, _ in case.rows]
    evidence = [item for item in rows if item.kind not in OWN_KINDS]
    origins = {item.address: _origins(setting.voices, item) for item in rows}
    grades = [setting.grades[item.address] for item in evidence]
    deciding = [i for i in rows if block(setting.ratings(case, i.address).values()) is Block.DECIDES]
    documents = [i.source for i in evidence if i.source in case.sources and not case.sources[i.source].own]
    letters = Counter(_letter(case.sources[source].reliability) for source in dict.fromkeys(documents))
    return SourceBase(
        evidence=len(evidence),
        own=len(rows) - len(evidence),
        sources=Counter(documents),
        origins=Counter(origin for item in evidence for origin in origins[item.address]),
        unnamed=sum(not item.origins and not item.retells for item in evidence),
        voices=len({setting.voices.of[item.address] for item in evidence}),
        retold=sum(bool(item.retells) for item in evidence),
        letters={letter: letters[letter] for letter in RELIABILITY if letters[letter]},
        levels={level: sum(grade.level is level and not grade.marked for grade in grades) for level in Level},
        unjudged=sum(grade.marked for grade in grades),
        confirmed=sum(grade.credibility == "1" for grade in grades),
        deciding=len(deciding),
        deciding_source=_most(item.source for item in deciding if item.kind not in OWN_KINDS),
        deciding_origin=_most(origin for item in deciding for origin in origins[item.address]),
    )


def _origins(voices: Voices, item: Item) -> tuple[str, ...]:
    voice = voices.of[item.address]
    spoken = (voice.removeprefix(_ORIGIN),) if voice.startswith(_ORIGIN) else ()
    return tuple(dict.fromkeys((*item.origins, *spoken, *voices.further.get(item.address, ()))))


def _letter(text: str) -> str:
    return text if text in RELIABILITY else UNKNOWN


def _most(ids: Iterable[str]) -> Share:
    """The most frequent of some ids, the first by name where several are."""
    found = Counter(ids)
    return max((Share(*one) for one in sorted(found.items())), key=lambda share: share.rows, default=Share())
