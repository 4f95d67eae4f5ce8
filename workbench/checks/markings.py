"""Rules about handling markings: a label is a real one, and never lower than what it covers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from workbench.checks.rule import Spot
from workbench.checks.survey import EACH, Pattern, Survey
from workbench.model import Item, Question, Source
from workbench.workspace.sentences import meant

TLP = ("TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED")
"""The labels of the Traffic Light Protocol 2.0 (FIRST, August 2022), from open to closed."""

MARKINGS: Mapping[str, tuple[Pattern, ...]] = {
    "hypotheses": (("marking",),),
    "evidence": (("source", "marking"), ("items", EACH, "marking")),
}
"""Where files have markings."""


def unknown_label(survey: Survey) -> Iterator[Spot]:
    """A label that looks like one of the Traffic Light Protocol but is none cannot be compared with the others."""
    for mention in survey.mentions(MARKINGS):
        if mention.text.upper().startswith("TLP") and mention.text not in TLP:
            near = "TLP:CLEAR" if mention.text.upper() == "TLP:WHITE" else meant(mention.text, TLP)
            remedy = f"did you mean {near}?" if near else f"write one of {', '.join(TLP)}"
            yield Spot(mention.path, mention.keys, f"'{mention.text}' is not a label of TLP 2.0", remedy)


def source_lower_than_items(survey: Survey) -> Iterator[Spot]:
    """Whoever may read a file may read all of it, so its marking is at least that of its most restricted item."""
    highest: dict[str, str] = {}
    for item in survey.workspace.items.values():
        highest[item.source] = _higher(highest.get(item.source, ""), item.marking)
    for source in survey.workspace.sources.values():
        if source.marking and _lower(source.marking, highest.get(source.id, "")):
            message = f"the source is {source.marking}, but an item in it is {highest[source.id]}"
            yield Spot(source.path, ("source", "marking"), message, f"mark the source {highest[source.id]}")


def question_lower_than_evidence(survey: Survey) -> Iterator[Spot]:
    """The question's marking stands on every page that is printed, and the evidence is printed on these pages."""
    for question in survey.workspace.questions.values():
        items = survey.workspace.case(question.id, "").items
        marking, where = _highest(items.values(), survey.workspace.sources)
        if marking != TLP[0] and _lower(question.marking, marking):
            yield _too_low(question, marking, where)


def _too_low(question: Question, marking: str, where: str) -> Spot:
    own = f"is {question.marking}" if question.marking else "has no marking"
    message = f"the question {own}, but '{where}' is {marking}"
    return Spot(question.path, ("marking",), message, f"mark the question {marking}, or leave that item out of it")


def _highest(items: Iterable[Item], sources: Mapping[str, Source]) -> tuple[str, str]:
    """The most restricted marking among items, and the address of the first that has it."""
    marked = ((item.marking or _of_source(item, sources), item.address) for item in items)
    return max(((m, a) for m, a in marked if m in TLP), key=lambda found: TLP.index(found[0]), default=("", ""))


def _of_source(item: Item, sources: Mapping[str, Source]) -> str:
    return sources[item.source].marking if item.source in sources else ""


def _higher(one: str, other: str) -> str:
    return other if other in TLP and (one not in TLP or TLP.index(other) > TLP.index(one)) else one


def _lower(one: str, other: str) -> bool:
    """Whether a label is lower than another; none at all is lower than any, and other markings are not compared."""
    return other in TLP and (not one or (one in TLP and TLP.index(one) < TLP.index(other)))
