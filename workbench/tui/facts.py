"""What is known of an item beside its text, in labelled lines; nothing of how anybody rated it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from workbench.analysis.contests import contests
from workbench.analysis.weights import OWN, grade
from workbench.model import Case, Item, Origin


class Fact(NamedTuple):
    """Something the files say of an item. `brief` ones are read with the item, the others where there is room."""

    label: str
    text: str
    brief: bool = True


def facts(case: Case, item: Item) -> tuple[Fact, ...]:
    """What the files say of an item, the most important first; what they do not say is left out."""
    return tuple(fact for fact in _facts(case, item) if fact.text)


def _facts(case: Case, item: Item) -> Iterator[Fact]:
    source = case.sources.get(item.source)
    parts = (source.title, source.publisher, source.published) if source else (item.source,)
    yield Fact("kind", ", ".join(filter(None, (item.kind.value, item.at))))
    yield Fact("date", ", ".join(filter(None, (item.when, item.reported and f"reported {item.reported}"))))
    yield Fact("source", ", ".join(filter(None, parts)))
    yield Fact("origin", ", ".join(named(case, origin) for origin in item.origins))
    yield Fact("grade", _grade(case, item))
    yield Fact("contested", "; ".join(contest.sentence for contest in contests(case, item, colleagues=False)))
    yield Fact("relevance", case.matrix.note(item.address).relevance.value)
    yield Fact("parked", case.matrix.note(item.address).parked)
    yield Fact("retells", item.retells)
    yield Fact("rests on", ", ".join(item.rests_on))
    yield Fact("looked in", item.looked_in)
    yield Fact("would show", item.would_show)
    yield Fact("if wrong", item.if_wrong)
    yield Fact("quote", item.quote, brief=False)
    yield Fact("graded", " ".join(filter(None, (item.because, source.because if source else ""))), brief=False)
    tags = ", ".join(f"{tag} {', '.join(values)}" for tag, values in item.tags.items())
    yield Fact("tags", tags, brief=False)


def named(case: Case, origin: str) -> str:
    """An origin by who it is, with its grade; without one it counts as F."""
    known = case.origins.get(origin, Origin(origin))
    return f"{known.who or known.id} {known.reliability or 'F'}"


def _grade(case: Case, item: Item) -> str:
    graded = grade(case, item)
    if graded is OWN:
        return "our own, no grade"
    return f"{graded}, {graded.level.value} credibility" + (", cannot be judged" if graded.marked else "")
