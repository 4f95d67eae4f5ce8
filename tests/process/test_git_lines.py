"""What `git diff` shows of one change in a case of 200 rows: exactly the lines concerned, and no other file."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from benchmarks import made_cases
from tests.revisions.repositories import Repo, isolated
from workbench import checks
from workbench.cli import main
from workbench.model import Confirm, Edit, Hypothesis, Item, Kind, Rate, Rating, Reason
from workbench.model.authoring import AddHypothesis, AddItem, Authored, SetHypothesis, SetItem
from workbench.workspace import Keeper, Saved, read
from workbench.workspace.authoring import Author, Done

QUESTION, ANALYST = made_cases.QUESTION, made_cases.ANALYST
MATRIX, HYPOTHESES = f"matrices/{QUESTION}/{ANALYST}.yaml", f"hypotheses/{QUESTION}.yaml"
ROW, BARE = "source-0004/item-00077", "source-0004/item-00078"
"""A row with a reason for h2, in the middle of the matrix, and one without any."""

EVIDENCE = "evidence/source-0004.yaml"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Eight hypotheses, 200 rows, all rated; one of them with a reason."""
    root = made_cases.make(tmp_path_factory.mktemp("made") / "case", made_cases.Size(200, 8, reasons=0.1))
    keeper = Keeper(read(root), QUESTION, ANALYST)
    for edit in (Reason(ROW, "h2", "It was seen."), Reason(BARE, "h2", "")):
        keeper.apply(edit)
    for hypothesis in read(root).questions[QUESTION].hypotheses:
        keeper.apply(Reason(BARE, hypothesis, ""))
    keeper.apply(Rate(ROW, "h2", Rating.I))
    assert isinstance(keeper.save(), Saved)
    return root


@pytest.fixture
def repo(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    home = tmp_path / "home"
    home.mkdir()
    isolated(home, monkeypatch)
    repo = Repo(Path(shutil.copytree(made, tmp_path / "case")))
    repo.git("init", "-q")
    repo.commit("begin")
    return repo


def rated(repo: Repo, *edits: Edit) -> None:
    keeper = Keeper(read(repo.root), QUESTION, ANALYST)
    for edit in edits:
        keeper.apply(edit)
    assert isinstance(keeper.save(), Saved)


def authored(repo: Repo, change: Authored) -> None:
    assert isinstance(Author(read(repo.root), checks.findings).do(change), Done)


def difference(repo: Repo) -> dict[str, list[str]]:
    """The removed and added lines of every file that git finds changed."""
    found: dict[str, list[str]] = {}
    path = ""
    for line in repo.git("diff", "-U0", "--no-ext-diff", "--no-textconv").split("\n"):
        if line.startswith("+++ b/"):
            path = line.removeprefix("+++ b/")
            found[path] = []
        elif line[:1] in {"+", "-"} and not line.startswith("--- "):
            found[path].append(line)
    assert repo.git("ls-files", "--others", "--exclude-standard") == ""
    return found


def line_of(repo: Repo, path: str, start: str) -> str:
    (line,) = (line for line in (repo.root / path).read_text("utf-8").split("\n") if line.startswith(start))
    return line


def test_one_rating(repo: Repo) -> None:
    before = line_of(repo, MATRIX, f"  {ROW}: {{")
    rated(repo, Rate(ROW, "h2", Rating.CC))
    after = line_of(repo, MATRIX, f"  {ROW}: {{")

    assert after == before.replace("h2: I,", "h2: CC,")
    assert difference(repo) == {MATRIX: [f"-{before}", f"+{after}"]}


def test_one_reason(repo: Repo) -> None:
    """Reworded it is the lines of its text, beside another cell's it is its own, and the first one opens a note."""
    rated(repo, Reason(ROW, "h2", "It was seen twice."))
    assert difference(repo) == {MATRIX: ["-      h2: It was seen.", "+      h2: It was seen twice."]}
    repo.commit("reworded")

    rated(repo, Reason(ROW, "h3", "Nobody came."))
    assert difference(repo) == {MATRIX: ["+      h3: Nobody came."]}
    repo.commit("beside it")

    rated(repo, Reason(BARE, "h1", "It rained."))
    assert difference(repo) == {MATRIX: [f"+  {BARE}:", "+    because:", "+      h1: It rained."]}


def test_one_new_item(repo: Repo) -> None:
    authored(repo, AddItem(Item("source-0004/guards-left", "The guards left.", Kind.REPORT), "item-00077"))

    assert difference(repo) == {
        EVIDENCE: ["+  guards-left:", "+    text: >-", "+      The guards left.", "+    kind: report", "+"]
    }


def test_one_new_item_from_the_shell(repo: Repo) -> None:
    words = ["add", "item", "source-0004", "guards-left", "The guards left.", "--kind", "report", "--credibility", "3"]
    assert main(["-C", str(repo.root), "-q", *words]) == 0

    (path, lines), *others = difference(repo).items()

    assert (path, others) == (EVIDENCE, [])
    assert all(line.startswith("+") for line in lines)
    assert [line for line in lines if line != "+"] == [
        "+  guards-left:",
        "+    text: >-",
        "+      The guards left.",
        "+    kind: report",
        "+    credibility: 3",
    ]


def test_one_reworded_item(repo: Repo) -> None:
    """Only the lines of its text: the ratings stay as they are, and the row is stale until it is confirmed."""
    item = read(repo.root).items[ROW]
    first, _, rest = item.text.partition(" ")
    authored(repo, SetItem(ROW, {"text": f"{first}s {rest}"}))

    changed = difference(repo)

    assert list(changed) == [EVIDENCE]
    assert [line.replace(f"{first}s ", f"{first} ", 1)[1:] for line in changed[EVIDENCE] if line[0] == "+"] == [
        line[1:] for line in changed[EVIDENCE] if line[0] == "-"
    ]
    assert len(changed[EVIDENCE]) == 2
    repo.commit("reworded")

    before = line_of(repo, MATRIX, f"  {ROW}: {{")
    rated(repo, Confirm(ROW))
    after = line_of(repo, MATRIX, f"  {ROW}: {{")
    assert before.partition("wording")[0] == after.partition("wording")[0]
    assert difference(repo) == {MATRIX: [f"-{before}", f"+{after}"]}


def test_a_hypothesis_added(repo: Repo) -> None:
    """Its own lines: no row is rewritten, none is stale, and rating it then is one line a row."""
    added = Hypothesis("trade", "Trade", "They were there to trade.", ("cargo",), ("no cargo",))
    authored(repo, AddHypothesis(QUESTION, added))

    assert difference(repo) == {
        HYPOTHESES: [
            "+  trade:",
            "+    short: Trade",
            "+    statement: >-",
            "+      They were there to trade.",
            "+    expect: [cargo]",
            "+    expect_not:",
            "+      - no cargo",
        ]
    }
    case = read(repo.root).case(QUESTION, ANALYST)
    assert not any(case.stale(address) for address in case.items)
    repo.commit("added")

    before = line_of(repo, MATRIX, f"  {ROW}: {{")
    rated(repo, Rate(ROW, "trade", Rating.N))
    after = line_of(repo, MATRIX, f"  {ROW}: {{")
    assert "h8: " in after.partition("trade: N")[0]
    assert difference(repo) == {MATRIX: [f"-{before}", f"+{after}"]}


def test_a_hypothesis_reworded(repo: Repo) -> None:
    authored(repo, SetHypothesis(QUESTION, "h3", {"statement": "They were there to guard."}))

    assert difference(repo) == {
        HYPOTHESES: [
            "-    statement: They were there for the purpose called h3.",
            "+    statement: >-",
            "+      They were there to guard.",
        ]
    }


def test_there_and_back_is_no_difference(repo: Repo) -> None:
    rated(repo, Rate(ROW, "h2", None))
    rated(repo, Rate(ROW, "h2", Rating.I))

    assert difference(repo) == {}
