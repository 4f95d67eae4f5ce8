from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.analysis import SORTS, Block, MarkKind, arranged, marks, standing
from workbench.analysis.blocks import against_all, block
from workbench.analysis.points import Points
from workbench.model import Case, Confirm, Kind, Level, Note, Rating, edited

Build = Callable[..., Case]
DECIDES, SUPPORTS, NOTHING = Block


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ("I C C", DECIDES),
        ("I II I", DECIDES),
        ("I NA", DECIDES),
        ("C CC", SUPPORTS),
        ("C N", SUPPORTS),
        ("C NA", SUPPORTS),
        ("C C C", NOTHING),
        ("N N", NOTHING),
        ("N NA", NOTHING),
        ("NA NA", NOTHING),
        ("I I", NOTHING),
        ("II II", NOTHING),
        ("I", NOTHING),
        ("", NOTHING),
    ],
)
def test_block(cells: str, expected: Block) -> None:
    assert block(map(Rating, cells.split())) is expected


@given(st.lists(st.sampled_from(Rating)))
def test_block_depends_on_neither_order_nor_repetition(cells: list[Rating]) -> None:
    assert block(reversed(cells)) is block(cells) is block(cells * 2)


def test_inconsistent_with_all_leaves_no_cell_open() -> None:
    rated = {"a": Rating.I, "b": Rating.II}
    assert against_all(rated, ("a", "b"))
    assert not against_all(rated, ("a", "b", "c"))
    assert not against_all(rated | {"c": Rating.NA}, ("a", "b", "c"))
    assert not against_all({}, ())


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_every_unparked_row_is_in_exactly_one_block(cases: st.SearchStrategy[Case], data: st.DataObject) -> None:
    case = data.draw(cases)
    unparked = sorted(item.address for item, _ in case.rows)
    now = standing(case)
    for sort in ("decides", *SORTS):
        blocks = arranged(now, sort)
        assert list(blocks) == list(Block)
        assert sorted(a for rows in blocks.values() for a in rows) == unparked
        assert all(now.row(a).block is kind for kind, rows in blocks.items() for a in rows)


def test_largest_difference_of_weighted_points_stands_first(build: Build) -> None:
    rows = {"s/i": "C I C", "s/weighty": "C I C", "s/ii": "II C C", "s/equal": "C I C", "s/all": "I II I"}
    now = standing(build(rows, notes={"s/weighty": Note(Level.HIGH)}))
    assert arranged(now)[DECIDES] == ("s/ii", "s/weighty", "s/i", "s/equal", "s/all")


def test_between_equal_differences_the_one_between_leader_and_rival_goes_first(build: Build) -> None:
    rows = {"s/third": "C C I", "s/rival": "C I C", "s/more": "C C I"}
    now = standing(build(rows))
    assert now.methods["parc-weighted"].ranks == {"h1": 1, "h2": 2, "h3": 3}
    assert arranged(now)[DECIDES] == ("s/rival", "s/third", "s/more")


def test_where_leaders_tie_what_parts_them_goes_first(build: Build) -> None:
    rows = {"s/both": "C C II", "s/far": "C C I", "s/one": "I C C", "s/two": "C I C"}
    assert arranged(standing(build(rows)))[DECIDES] == ("s/both", "s/one", "s/two", "s/far")


def test_an_unrated_cell_is_no_difference(build: Build) -> None:
    now = standing(build({"s/half": "I - -", "s/whole": "- C -"}))
    assert arranged(now)[NOTHING] == ("s/half", "s/whole")
    assert now.row("s/half").unrated == 2
    assert now.row("s/half").points["parc-weighted"] == {"h1": Points(2)}


def test_other_sorts(build: Build) -> None:
    items = {
        "b/late": {"credibility": "2", "when": "2019-07"},
        "a/undated": {"credibility": "", "when": "unknown"},
        "b/early": {"credibility": "5", "when": "2017/2018"},
        "a/open": {"credibility": "1", "when": "../2018"},
        "a/own": {"kind": Kind.ARGUMENT, "when": ""},
    }
    now = standing(build(dict.fromkeys(items, "C I"), items, {"a": "B", "b": "B"}))
    orders = {sort: [a.partition("/")[2] for a in arranged(now, sort)[DECIDES]] for sort in SORTS}
    assert orders["file"] == ["late", "undated", "early", "open", "own"]
    assert orders["grade"] == ["open", "late", "undated", "own", "early"]
    assert orders["source"] == ["undated", "open", "own", "late", "early"]
    assert orders["date"] == ["open", "early", "late", "undated", "own"]
    assert orders["address"] == ["open", "own", "undated", "early", "late"]


def kinds(case: Case, address: str) -> list[MarkKind]:
    return [mark.kind for mark in marks(standing(case), address)]


def test_marks_of_doubt(build: Build) -> None:
    case = build({"s/a": "I II", "s/b": "C -"}, {"s/b": {"credibility": "6"}})
    assert kinds(case, "s/a") == [MarkKind.UNCONFIRMED, MarkKind.AGAINST_ALL]
    rated = edited(case, Confirm("s/b"))
    assert kinds(rated, "s/b") == [MarkKind.UNJUDGED]
    reworded = replace(rated.items["s/b"], text="Something else.")
    assert kinds(replace(rated, items={**rated.items, "s/b": reworded}), "s/b") == [MarkKind.STALE, MarkKind.UNJUDGED]


def test_marks_of_what_adds_nothing(build: Build) -> None:
    items = {
        "a/told": {"origins": ("ann",)},
        "b/again": {"origins": ("bob",), "retells": "a/told"},
        "c/same": {"origins": ("ann",)},
        "c/stronger": {"origins": ("ann", "bob")},
        "c/supports": {"origins": ("ann",)},
        "d/concludes": {"kind": Kind.ASSESSMENT, "rests_on": ("a/told", "c/same")},
        "e/one": {"retells": "gone/x"},
        "f/two": {"retells": "gone/x"},
    }
    rows = dict.fromkeys(items, "I C") | {"c/stronger": "II C", "c/supports": "C N", "f/two": "II C"}
    now = standing(build(rows, items, origins={"ann": "C", "bob": "C"}))
    found = {a: [(m.kind, m.beside) for m in marks(now, a) if m.kind is not MarkKind.UNCONFIRMED] for a in items}
    assert found == {
        "a/told": [(MarkKind.SAME_ORIGIN, ("c/stronger",))],
        "b/again": [(MarkKind.RETOLD, ("a/told",))],
        "c/same": [(MarkKind.SAME_ORIGIN, ("c/stronger",))],
        "c/stronger": [],
        "c/supports": [],
        "d/concludes": [(MarkKind.GROUNDED, ("a/told", "c/same"))],
        "e/one": [(MarkKind.RETOLD, ("f/two",))],
        "f/two": [],
    }
    assert [m.text for m in marks(now, "b/again")][-1] == "retells a/told: adds nothing beside it"


def test_a_parked_row_is_not_told_what_it_would_add(build: Build) -> None:
    items = {"a/x": {"origins": ("ann",)}, "b/x": {"origins": ("ann",)}}
    case = build(dict.fromkeys(items, "I C"), items, notes={"b/x": Note(parked="no")})
    assert MarkKind.SAME_ORIGIN not in kinds(case, "b/x")
    assert standing(case).row("b/x").block is DECIDES
