"""Two items of one source as one: what is kept, what is found under the old address, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.workspace.authored_case import state, write
from workbench import checks
from workbench.model import Item, Kind, Park, Rating
from workbench.model.authoring import AddItem, MergeItems, SetItem
from workbench.model.merging import merged, not_kept
from workbench.workspace import read
from workbench.workspace.authoring import Author, Done, Refused
from workbench.workspace.keeping import Keeper

AGAIN = Item(
    "embassy/guards-up",
    "Guards are up at the missions.",
    origins=("border-monitors",),
    credibility="4",
    because="One man.",
    when="1993-07",
    at="par. 9",
    tags={"place": ("baghdad",)},
)


@pytest.fixture
def author(tmp_path: Path) -> Author:
    found = Author(read(write(tmp_path)), checks.findings)
    assert isinstance(found.do(AddItem(AGAIN)), Done)
    return found


def matrix(author: Author, rows: str) -> None:
    path = author.workspace.root / "matrices/iraq/me.yaml"
    path.write_text(f"format: 1\n{rows}")
    author.look_outside()


def test_the_kept_item_takes_over_what_it_lacks(author: Author) -> None:
    before = state(author.workspace.root)

    done = author.do(MergeItems("embassy/on-guard", "embassy/guards-up"))
    kept = author.workspace.items["embassy/on-guard"]

    assert isinstance(done, Done)
    assert (kept.text, kept.origins) == ("Embassies are told to be on guard.", ("guards", "border-monitors"))
    assert (kept.credibility, kept.when, kept.at) == ("3", "1993-07", "par. 6; par. 9")
    assert (kept.tags, kept.formerly) == ({"place": ("baghdad",)}, ("guards-up",))
    assert "embassy/guards-up" not in author.workspace.items
    assert isinstance(author.undo(), Done)
    assert state(author.workspace.root) == before
    assert isinstance(author.redo(), Done)


def test_a_rating_of_the_item_that_went_is_found_under_the_one_that_stays(author: Author) -> None:
    done = author.do(MergeItems("embassy/guards-up", "embassy/on-guard"))
    case = author.workspace.case("iraq", "me")

    assert isinstance(done, Done)
    assert case.matrix.row("embassy/guards-up").ratings["none"] is Rating.I
    assert case.matrix.note("embassy/guards-up").because == {"none": "Nobody guards against nothing."}


@pytest.mark.parametrize(
    "rows",
    [
        "rows:\n  embassy/on-guard: {none: I}\n  embassy/guards-up: {none: I}\n",
        "rows:\n  embassy/on-guard: {none: I}\nnotes:\n  embassy/guards-up: {parked: Says the same.}\n",
        "rows:\n  embassy/on-guard: {none: I}\ngrades:\n  embassy/guards-up: {credibility: 2}\n",
        "rows:\n  embassy/on-guard: {none: I}\ndeceptive:\n  guards:\n    embassy/guards-up: {none: C}\n",
    ],
)
def test_no_rating_is_ever_lost(author: Author, rows: str) -> None:
    matrix(author, rows)
    before = state(author.workspace.root)

    refused = author.do(MergeItems("embassy/on-guard", "embassy/guards-up"))

    assert isinstance(refused, Refused)
    assert "in matrices/iraq/me.yaml: merged, one of the two rows would no longer count" in refused.sentence
    assert "park one" in refused.remedy
    assert state(author.workspace.root) == before


def test_a_row_that_was_cleared_says_nothing(author: Author) -> None:
    matrix(author, "rows:\n  embassy/guards-up: {}\n  embassy/on-guard: {none: I}\n")

    done = author.do(MergeItems("embassy/on-guard", "embassy/guards-up"))

    assert isinstance(done, Done)
    assert "C007" not in {finding.code for finding in checks.everything(author.workspace)}
    assert author.workspace.case("iraq", "me").matrix.row("embassy/on-guard").ratings["none"] is Rating.I


def test_an_empty_row_of_the_one_that_stays_does_not_hide_the_other(author: Author) -> None:
    matrix(author, "rows:\n  embassy/guards-up: {none: II}\n  embassy/on-guard: {}\n")

    done = author.do(MergeItems("embassy/on-guard", "embassy/guards-up"))

    assert isinstance(done, Refused)


def test_clearing_a_row_in_the_workbench_is_enough(author: Author) -> None:
    from workbench.model import Rate

    matrix(author, "rows:\n  embassy/guards-up: {none: C}\n  embassy/on-guard: {none: I}\n")
    keeper = Keeper(author.workspace, "iraq", "me")
    keeper.apply(Rate("embassy/guards-up", "none", None))
    keeper.save()

    assert isinstance(author.do(MergeItems("embassy/on-guard", "embassy/guards-up")), Done)
    assert Park("embassy/on-guard", "x").address in author.workspace.items


def test_what_is_refused(author: Author) -> None:
    root = author.workspace.root
    before = state(root)
    question = root / "hypotheses/iraq.yaml"

    apart = author.do(MergeItems("embassy/on-guard", "monitors/radio-traffic"))
    assert isinstance(apart, Refused)
    assert "different sources" in apart.sentence
    assert "retells the other" in apart.remedy
    assert isinstance(author.do(MergeItems("embassy/on-guard", "embassy/on-guard")), Refused)
    assert isinstance(author.do(MergeItems("embassy/on-guard", "embassy/nobody")), Refused)
    new = Item("embassy/new", "Something new altogether.")
    assert isinstance(author.do(AddItem(new), MergeItems("embassy/on-guard", "embassy/new")), Refused)
    assert state(root) == before
    question.write_text(
        question.read_text().replace("hypotheses:", "evidence: [{address: embassy/guards-up}]\nhypotheses:")
    )
    left_out = author.do(MergeItems("embassy/on-guard", "embassy/guards-up"))
    assert isinstance(left_out, Refused)
    assert "would not take in 'embassy/on-guard'" in left_out.sentence


def test_different_markings_are_settled_first(author: Author) -> None:
    assert isinstance(author.do(SetItem("embassy/on-guard", {"marking": "TLP:CLEAR"})), Done)

    refused = author.do(MergeItems("embassy/on-guard", "embassy/guards-up"))

    assert isinstance(refused, Refused)
    assert "marked differently" in refused.sentence


def test_whoever_rests_on_both_rests_on_the_one_that_stays(author: Author) -> None:
    grounds = ("embassy/on-guard", "embassy/guards-up")
    view = Item("monitors/view", "They fear an attack.", Kind.ASSESSMENT, rests_on=grounds)
    assert isinstance(author.do(AddItem(view)), Done)

    assert isinstance(author.do(MergeItems("embassy/guards-up", "embassy/on-guard")), Done)

    assert author.workspace.items["monitors/view"].rests_on == ("embassy/guards-up",)
    assert not [f for f in checks.everything(author.workspace) if f.code in {"C002", "C007", "C010"}]


def test_nothing_refers_to_itself_once_merged() -> None:
    keep = Item("s/a", "One.", retells="s/b", changed="louder", rests_on=("s/b", "t/x"))
    gone = Item("s/b", "Two.", retells="s/a", rests_on=("s/a",), formerly=("a", "old"))

    made = merged(keep, gone)

    assert (made.retells, made.changed, made.rests_on) == ("", "", ("t/x",))
    assert made.formerly == ("b", "old")


def test_what_is_not_kept_is_named() -> None:
    keep = Item("s/a", "One.", credibility="2", at="par. 1", tags={"x": ("1",)})
    gone = Item("s/b", "Two.", Kind.DENIAL, credibility="3", because="Why.", at="par. 2", tags={"x": ("2",)})

    assert not_kept(keep, gone) == ("text", "kind", "credibility", "because")
    assert not_kept(keep, keep) == ()
