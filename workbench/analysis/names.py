"""Names: what sentences call the hypotheses.

The short name, or the id where there is none. Where several have the same short name each has its id
behind it, as a sentence in which a hypothesis ties with itself says nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from workbench.model import Case, normal

if TYPE_CHECKING:
    from workbench.analysis.standing import Standing


def names(case: Case) -> dict[str, str]:
    """The names of the active hypotheses by id, in file order; alike short names are told apart."""
    short = {h.id: h.short or h.id for h in case.hypotheses}
    times = Counter(map(_key, short.values()))
    return {h: name if times[_key(name)] == 1 else f"{name} ({h})" for h, name in short.items()}


def named(standing: Standing, hypotheses: Collection[str]) -> str:
    """The names of hypotheses as a list in words; little tested ones are marked."""
    called, little = standing.setting.names, standing.little_tested
    return listed([called[h] + (" (little tested)" if h in little else "") for h in hypotheses])


def listed(words: Sequence[str]) -> str:
    """'a', 'a and b', 'a, b and c'."""
    *most, last = words
    return f"{', '.join(most)} and {last}" if most else last


def _key(name: str) -> str:
    return normal(name).casefold()
