"""Cases for the tests of the analysis: built from a few words, published ones, and random ones."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import strategies as st

from workbench.model import (
    Case,
    Hypothesis,
    Item,
    Kind,
    Level,
    Matrix,
    Note,
    Origin,
    OwnGrade,
    Question,
    Rating,
    Row,
    Source,
    Status,
)

PUBLISHED = Path(__file__).parent / "cases"
SOURCES = "abc"
ORIGINS = ("ann", "bob", "eve")
HYPOTHESES = ("h1", "h2", "h3", "h4")

Build = Callable[..., Case]


def row(cells: str, hypotheses: list[str]) -> Row:
    """'I C -' is I and C for the first two hypotheses, and nothing for the third."""
    return Row({h: Rating(cell) for h, cell in zip(hypotheses, cells.split(), strict=True) if cell != "-"})


def build_case(
    rows: Mapping[str, str],
    items: Mapping[str, Mapping[str, Any]] | None = None,
    sources: Mapping[str, str] | None = None,
    origins: Mapping[str, str] | None = None,
    **matrix: Any,
) -> Case:
    """A case from rows like {'s/a': 'I C -'}; what is not said is graded C3, which weighs 1."""
    width = max((len(cells.split()) for cells in rows.values()), default=2)
    ids = [f"h{n}" for n in range(1, width + 1)]
    return Case(
        Question("q", "?", hypotheses={h: Hypothesis(h, h.upper(), f"Statement {h}.") for h in ids}),
        {a: Item(a, f"Text of {a}.", **({"credibility": "3"} | dict((items or {}).get(a, {})))) for a in rows},
        {s: Source(s, s, reliability=(sources or {}).get(s, "C")) for s in {a.partition("/")[0] for a in rows}},
        {o: Origin(o, reliability=letter) for o, letter in (origins or {}).items()},
        Matrix("q", "me", rows={a: row(cells, ids) for a, cells in rows.items()}, **matrix),
    )


def published_case(name: str) -> tuple[Case, dict[str, Any]]:
    """A published matrix with all weights 1, and what was published of it."""
    data = json.loads((PUBLISHED / f"{name}.json").read_text(encoding="utf-8"))
    short = data["hypotheses"] | data.get("hypotheses_short", {})
    hypotheses = {h: Hypothesis(h, short[h], text) for h, text in data["hypotheses"].items()}
    kinds = data.get("kinds", {})
    items = {
        f"case/{e}": Item(f"case/{e}", text, Kind(kinds.get(e, "report")), credibility="3")
        for e, text in data["evidence"].items()
    }
    rows = {f"case/{e}": Row({h: Rating(r) for h, r in cells.items()}) for e, cells in data["ratings"].items()}
    sources = {"case": Source("case", data["source"]["citation"], reliability="C")}
    question = Question("q", data["question"], hypotheses=hypotheses)
    return Case(question, items, sources, {}, Matrix("q", "published", rows=rows)), data["published"]


@pytest.fixture(scope="session")
def build() -> Build:
    return build_case


@pytest.fixture(scope="session")
def published() -> Callable[[str], tuple[Case, dict[str, Any]]]:
    return published_case


# Made once: a strategy made anew for every case is checked anew, which took longer than what is tested with the case.
ADDRESSES = st.lists(st.sampled_from([f"{s}/{n}" for s in SOURCES for n in range(4)]), unique=True, max_size=9)
STATUSES = st.lists(st.sampled_from([Status.ACTIVE] * 3 + [Status.PARKED]), min_size=1, max_size=4)
KINDS = st.sampled_from([Kind.REPORT, Kind.REPORT, Kind.ASSESSMENT, Kind.ASSUMPTION])
ORIGINS_OF_AN_ITEM = st.lists(st.sampled_from([*ORIGINS, "nobody"]), max_size=2).map(tuple)
CREDIBILITIES = st.sampled_from("1234566")
OWN_GRADES = st.sampled_from("1356").map(OwnGrade)
SOURCE_LETTERS = st.sampled_from(["A", "B", "C", "D", "E", "F", ""])
ORIGIN_LETTERS = st.sampled_from(["A", "C", "E", ""])
ROWS = st.dictionaries(st.sampled_from(HYPOTHESES), st.sampled_from(Rating), max_size=4).map(Row)
RELEVANCES = st.sampled_from(Level)
PARKED = st.sampled_from(["", "", "", "because"])
NOTED = st.booleans()
RETELLS = st.sampled_from([False, False, True])
OF_SO_MANY = [st.integers(0, many - 1) for many in range(1, 20)]
UP_TO_TWO_OF_SO_MANY = [st.lists(one, max_size=2) for one in OF_SO_MANY]


@st.composite
def random_items(draw: st.DrawFn, address: str, others: list[str]) -> Item:
    told = [*others, "gone/x", "gone/y"]
    kind = draw(KINDS)
    return Item(
        address,
        f"Text of {address}.",
        kind,
        origins=draw(ORIGINS_OF_AN_ITEM),
        credibility=draw(CREDIBILITIES),
        retells=told[draw(OF_SO_MANY[len(others) + 1])] if draw(RETELLS) else "",
        rests_on=tuple(told[n] for n in draw(UP_TO_TWO_OF_SO_MANY[len(others) + 1])) if kind is Kind.ASSESSMENT else (),
    )


@st.composite
def random_cases(draw: st.DrawFn) -> Case:
    """A case with origins, retellings (of rows, of each other, of what is not there), gaps and parked rows."""
    statuses = draw(STATUSES)
    hypotheses = {h: Hypothesis(h, h.upper(), f"Is {h}.", status=s) for h, s in zip(HYPOTHESES, statuses, strict=False)}
    addresses = draw(ADDRESSES)
    return Case(
        Question("q", "?", hypotheses=hypotheses),
        {a: draw(random_items(a, addresses)) for a in addresses},
        {s: Source(s, s, reliability=draw(SOURCE_LETTERS)) for s in SOURCES},
        {o: Origin(o, reliability=draw(ORIGIN_LETTERS)) for o in ORIGINS},
        Matrix(
            "q",
            "me",
            rows={a: draw(ROWS) for a in addresses},
            notes={a: Note(draw(RELEVANCES), parked=draw(PARKED)) for a in addresses if draw(NOTED)},
            grades={a: draw(OWN_GRADES) for a in addresses[:2]},
        ),
    )


@pytest.fixture(scope="session")
def cases() -> st.SearchStrategy[Case]:
    return random_cases()
