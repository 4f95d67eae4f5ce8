"""Circles in what leads to what."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workbench.checks.circles import circles

NODES = st.sampled_from("abcdef")
GRAPHS = st.dictionaries(NODES, st.lists(NODES, max_size=3, unique=True), max_size=6)


def reaches_itself(graph: dict[str, list[str]], start: str) -> bool:
    """Whether a way leads from a node back to it: tried the slow way."""
    seen: set[str] = set()
    ahead = list(graph[start])
    while ahead:
        node = ahead.pop()
        if node == start:
            return True
        if node not in seen:
            seen.add(node)
            ahead += graph.get(node, [])
    return False


@given(GRAPHS)
def test_each_circle_is_one(graph: dict[str, list[str]]) -> None:
    for circle in circles(graph):
        assert len(set(circle)) == len(circle)
        assert all(target in graph[node] for node, target in zip(circle, circle[1:] + circle[:1], strict=True))


@given(GRAPHS)
def test_there_are_some_exactly_where_a_way_leads_back(graph: dict[str, list[str]]) -> None:
    assert bool(list(circles(graph))) == any(reaches_itself(graph, node) for node in graph)


@given(GRAPHS)
def test_without_the_links_that_close_them_none_is_left(graph: dict[str, list[str]]) -> None:
    closing = {(circle[-1], circle[0]) for circle in circles(graph)}
    opened = {node: [t for t in targets if (node, t) not in closing] for node, targets in graph.items()}

    assert list(circles(opened)) == []


def test_a_chain_of_any_length_is_followed() -> None:
    chain = {str(n): [str(n + 1)] for n in range(20_000)}
    closed = {**chain, "20000": ["0"]}

    assert list(circles(chain)) == []
    assert [len(circle) for circle in circles(closed)] == [20_001]
