"""Cases that the tests of the report print: Heuer's published example, and one whose every text is an attack."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from workbench.model import (
    Case,
    Hypothesis,
    Item,
    Kind,
    Level,
    Matrix,
    Note,
    Origin,
    Question,
    Rating,
    Row,
    Scope,
    Source,
    Status,
    fingerprint,
)

HYPOTHESES = {
    "none": Hypothesis("none", "No retaliation", "Iraq will not retaliate."),
    "minor": Hypothesis("minor", "Minor action", "It will sponsor some minor terrorist actions."),
    "major": Hypothesis(
        "major",
        "Major action",
        "Iraq is planning a major terrorist attack, perhaps against one or more CIA installations.",
    ),
    "proxies": Hypothesis(
        "proxies", "Proxies", "Others will act for Iraq.", status=Status.MERGED, because="Part of minor.", into="minor"
    ),
}

ITEMS = [
    Item(
        "embassy/saddam-public-statement",
        "Saddam public statement of intent not to retaliate.",
        Kind.STATEMENT,
        credibility="1",
        when="1993-06-27",
    ),
    Item(
        "history/no-gulf-offensive",
        "Absence of terrorist offensive during the 1991 Gulf War.",
        Kind.ABSENCE,
        credibility="2",
        when="1991",
    ),
    Item("own/not-provoke", "Assumption that Iraq would not want to provoke another US attack.", Kind.ASSUMPTION),
    Item(
        "monitors/radio-traffic",
        "Increase in frequency/length of monitored Iraqi agent radio broadcasts.",
        credibility="2",
        origins=("border-monitors",),
        when="1993-06/1993-07",
        at='par. 6, "Radio traffic"',
    ),
    Item(
        "embassy/precautions",
        "Iraqi embassies instructed to take increased security precautions.",
        credibility="3",
        when="1993-07",
    ),
    Item(
        "own/loss-of-face",
        "Assumption that failure to retaliate would be unacceptable loss of face for Saddam.",
        Kind.ASSUMPTION,
    ),
    Item("embassy/rumour", "A rumour that visas are being sold.", credibility="6", when="1993-07"),
]

CELLS = {
    "embassy/saddam-public-statement": "C C C",
    "history/no-gulf-offensive": "C C I",
    "own/not-provoke": "C C I",
    "monitors/radio-traffic": "I C C",
    "embassy/precautions": "I C C",
    "own/loss-of-face": "II C C",
}

NOTES = {
    "monitors/radio-traffic": Note(
        relevance=Level.HIGH, because={"none": "Agents abroad have no use for more traffic if nothing is planned."}
    ),
    "own/loss-of-face": Note(because={"none": "He would have to swallow an insult in front of his generals."}),
    "embassy/rumour": Note(parked="Says nothing about retaliation."),
}

SOURCES = {
    "embassy": Source("embassy", "Embassy cables", publisher="unknown", published="1993-07", reliability="B"),
    "history": Source("history", "A history of the Gulf War", reliability="A", because="Written from the archives."),
    "monitors": Source("monitors", "Monitoring service, weekly report", reliability="B"),
    "own": Source("own", "Our own assumptions", kind="own-analysis"),
}

ORIGINS = {
    "border-monitors": Origin("border-monitors", "monitoring posts on the border", "direct", "B", "Own equipment.")
}

Hostile = Callable[[str], Case]
"""Makes a case of a text: it stands in every field that a file can fill."""


def rated(cells: str, wording: str = "") -> Row:
    """'I C -': I and C against the first two hypotheses, nothing against the third."""
    pairs = zip(HYPOTHESES, cells.split(), strict=False)
    return Row({h: Rating(cell) for h, cell in pairs if cell != "-"}, wording)


def confirmed(item: Item, cells: str) -> Row:
    """A row with the fingerprint of what stands now."""
    statements = [(h, HYPOTHESES[h].statement) for h in rated(cells).ratings]
    return rated(cells, fingerprint(item.text, statements))


@pytest.fixture
def heuer() -> Case:
    """The retaliation example of Heuer (1999), Figure 15; its grades and its parked item are made up."""
    question = Question(
        "retaliation",
        "Will Iraq retaliate for US bombing of its intelligence headquarters?",
        scope=Scope(
            who="the Iraqi government and its agents abroad",
            period="1993-06-27/1993-12",
            means="retaliation is an act of violence against US people or property that Baghdad ordered",
        ),
        marking="TLP:CLEAR",
        cutoff="1993-07-15",
        hypotheses=HYPOTHESES,
    )
    rows = {i.address: confirmed(i, CELLS[i.address]) for i in ITEMS if i.address in CELLS}
    matrix = Matrix("retaliation", "baseline", rows=rows, notes=NOTES)
    return Case(question, {i.address: i for i in ITEMS}, SOURCES, ORIGINS, matrix)


@pytest.fixture
def tangled(heuer: Case) -> Case:
    """Heuer's example with everything that gets a mark: stale, retold, same origin, F, unrated, NA."""
    more = [
        Item(
            "press/radio", "Papers print that radio traffic is up.", credibility="4", retells="monitors/radio-traffic"
        ),
        Item("monitors/night", "Traffic peaks at night.", credibility="2", origins=("border-monitors",)),
        Item("press/unsigned", "An unsigned letter warns of a bomb.", credibility="6", when="unknown"),
    ]
    rows = {
        "press/radio": confirmed(more[0], "I C C"),
        "monitors/night": rated("I C NA", "w0123456789abcdef"),
        "press/unsigned": confirmed(more[2], "I I -"),
    }
    press = Source("press", "The papers", reliability="F")
    return replace(
        heuer,
        items={**heuer.items, **{i.address: i for i in more}},
        sources={**heuer.sources, "press": press},
        matrix=replace(heuer.matrix, rows={**heuer.matrix.rows, **rows}),
    )


@pytest.fixture
def hostile() -> Hostile:
    """See `Hostile`."""
    return hostile_case


def hostile_case(text: str) -> Case:
    """A case with this text in every field; ids are the only thing it cannot choose."""
    item = Item(
        "source/item", text, origins=("origin",), credibility="2", because=text, when=text, reported=text, at=text
    )
    parked = replace(item, address="source/parked")
    answer = Hypothesis("one", text, text, because=text)
    question = Question(
        "question",
        text,
        scope=Scope(text, text, text),
        background=text,
        marking=text,
        cutoff=text,
        hypotheses={
            "one": answer,
            "two": answer._replace(id="two"),
            "gone": answer._replace(id="gone", status=Status.REJECTED),
        },
    )
    notes = {"source/item": Note(because={"one": text}), "source/parked": Note(parked=text)}
    row = Row({"one": Rating.II, "two": Rating.C}, "w0000000000000000")
    source = Source(
        "source", text, author=text, publisher=text, published=text, url=text, reliability="B", because=text
    )
    origin = Origin("origin", text, text, "B", text)
    matrix = Matrix("question", "analyst", rows={"source/item": row}, notes=notes)
    return Case(question, {i.address: i for i in (item, parked)}, {"source": source}, {"origin": origin}, matrix)
