"""Rules about circles: what is told again, concluded or merged must begin somewhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from workbench.checks.rule import Spot
from workbench.checks.survey import Survey
from workbench.model import Item, Question

SHOWN = 5
"""Members of a circle that a sentence names."""


def items_in_a_circle(survey: Survey) -> Iterator[Spot]:
    """A retelling has something to retell, and an assessment rests on something else than itself.

    In a circle nothing is left that anybody saw, and the adjusted totals would leave all of it out.
    """
    items = survey.workspace.items
    leads = {address: (*item.rests_on, *([item.retells] if item.retells else [])) for address, item in items.items()}
    for circle in circles(leads):
        last = items[circle[-1]]
        message = f"these rest on one another or retell one another in a circle: {_shown(circle)}"
        yield Spot(last.path, _link(last, circle[0]), message, "take out the link that does not hold")


def _link(item: Item, target: str) -> tuple[str, ...]:
    return ("items", item.id, "retells" if item.retells == target else "rests_on")


def merged_in_a_circle(survey: Survey) -> Iterator[Spot]:
    """Of hypotheses merged into one another in a circle none is left to be rated."""
    for question in survey.workspace.questions.values():
        for circle in circles(_merged(question)):
            message = f"these are merged into one another in a circle: {_shown(circle)}"
            yield Spot(question.path, ("hypotheses", circle[-1], "into"), message, "leave one of them active")


def _merged(question: Question) -> dict[str, tuple[str, ...]]:
    return {h.id: (h.into,) if h.into else () for h in question.hypotheses.values()}


def same_as_itself(survey: Survey) -> Iterator[Spot]:
    """That two origins may be the same is said of two, and holds both ways; of one with itself it says nothing."""
    for origin in survey.workspace.origins.values():
        if origin.id in origin.maybe_same:
            keys = ("origins", origin.id, "maybe_same")
            yield Spot("evidence/origins.yaml", keys, f"'{origin.id}' may be the same as itself", "name the other one")


def circles(leads: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, ...]]:
    """The circles in a graph of what leads to what, each in the order of its links, one for each link that closes it.

    Depth first and without recursion, so that a chain of any length can be followed. What a node
    leads to need not be in the graph.
    """
    done: set[str] = set()
    for start in leads:
        if start in done:
            continue
        place = {start: 0}
        ways = [iter(leads[start])]
        while ways:
            for target in ways[-1]:
                if target in place:
                    yield tuple(place)[place[target] :]
                elif target in leads and target not in done:
                    place[target] = len(place)
                    ways.append(iter(leads[target]))
                    break
            else:
                ways.pop()
                done.add(place.popitem()[0])


def _shown(circle: tuple[str, ...]) -> str:
    if len(circle) > SHOWN:
        return ", ".join(circle[:SHOWN]) + f" and {len(circle) - SHOWN} more"
    return ", ".join(circle)
