"""Names: what sentences call the hypotheses.

The short name, or the id where there is none. Where several have the same short name each has its id
behind it, as a sentence in which a hypothesis ties with itself says nothing.
"""

from __future__ import annotations

from collections import Counter

from workbench.model import Case, normal


def names(case: Case) -> dict[str, str]:
    """The names of the active hypotheses by id, in file order; alike short names are told apart."""
    short = {h.id: h.short or h.id for h in case.hypotheses}
    times = Counter(map(_key, short.values()))
    return {h: name if times[_key(name)] == 1 else f"{name} ({h})" for h, name in short.items()}


def _key(name: str) -> str:
    return normal(name).casefold()
