"""Without the merge driver git merges by lines: what it cannot merge is a conflict that can be understood.

The markers stand around whole rows and whole items, which name themselves; `ach check` says at which line, and that
nothing of the file is used until then. The same with the driver: test_in_git.py.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.drivers.test_in_git import EVIDENCE, MATRIX, NEW, ROW, faults, ratings, sides, tried, workspace
from tests.revisions.repositories import Repo, isolated
from workbench.cli import main

Output = pytest.CaptureFixture[str]


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    """A repository whose folder `case` is a workspace; nobody set anything up."""
    home = tmp_path / "home"
    home.mkdir()
    isolated(home, monkeypatch)
    return Repo.begun(tmp_path / "repository", "case/")


def conflict(repo: Repo, path: str) -> tuple[list[str], list[str]]:
    """What stands on either side of the only conflict of a file."""
    lines = (repo.root / path).read_text("utf-8").split("\n")
    begin, middle, end = (next(n for n, line in enumerate(lines) if line.startswith(m)) for m in ("<<<", "===", ">>>"))
    assert sum(line.startswith("<<<") for line in lines) == 1
    return lines[begin + 1 : middle], lines[middle + 1 : end]


def checked(repo: Repo, capfd: Output) -> str:
    """What `ach check` says; that it finds something to mend."""
    capfd.readouterr()
    assert main(["-C", str(repo.root / "case"), "check"]) == 1
    return capfd.readouterr().out


def without_markers(repo: Repo, path: str, *, theirs: bool = True) -> None:
    """Take the marker lines away, as the finding says; and keep both sides, or ours."""
    kept, ours = [], True
    for line in (repo.root / path).read_text("utf-8").splitlines(keepends=True):
        if line.startswith(("<<<", "===", ">>>")):
            ours = not line.startswith("===")
        elif ours or theirs:
            kept.append(line)
    repo.write(path, "".join(kept))


def test_two_branches_of_one_row(repo: Repo, capfd: Output) -> None:
    ours, theirs = ROW.replace("minor: C", "minor: CC"), ROW.replace("major: C", "major: N")
    sides(repo, (MATRIX, ROW, ours), other=((MATRIX, ROW, theirs),))

    assert tried(repo, "merge", "-m", "both", "other").code == 1
    assert conflict(repo, MATRIX) == ([f"  {ours}"], [f"  {theirs}"])
    assert checked(repo, capfd) == (
        "matrices/retaliation/ann.yaml:4: Y007 git left a conflict here (<<<<<<<); "
        "keep the right lines, remove the marker lines, and save\n"
    )

    without_markers(repo, MATRIX)
    assert any("stands twice" in fault for fault in faults(repo))  # one row, once
    tried(repo, "checkout", "--merge", "--", MATRIX)
    without_markers(repo, MATRIX, theirs=False)
    assert faults(repo) == []
    assert ratings(repo, "embassy/precautions") == {"none": "I", "minor": "CC", "major": "C"}


def test_two_branches_of_rows_apart_merge_by_lines_too(repo: Repo) -> None:
    """A row a line: neighbours meet in git's eyes, rows with others between them do not."""
    rows = "".join(f"  embassy/statement-{n}: {{none: C}}\n" for n in range(5))
    repo.change(MATRIX, "rows:\n", f"rows:\n{rows}")
    repo.commit("more rows")
    sides(
        repo,
        (MATRIX, "statement-0: {none: C}", "statement-0: {none: N}"),
        other=((MATRIX, "statement-4: {none: C}", "statement-4: {none: I}"),),
    )

    assert tried(repo, "merge", "-q", "-m", "both", "other").code == 0
    assert (ratings(repo, "embassy/statement-0"), ratings(repo, "embassy/statement-4")) == (
        {"none": "N"},
        {"none": "I"},
    )


def test_two_people_add_items_to_one_source(repo: Repo, capfd: Output) -> None:
    ours, theirs = (
        NEW.format(id=i, text=t, who=w) for i, t, w in (("a", "It rained.", "me"), ("b", "It hailed.", "you"))
    )
    text = (repo.root / EVIDENCE).read_text()
    line = text.splitlines(keepends=True)[-1]
    sides(repo, (EVIDENCE, line, line + ours), other=((EVIDENCE, line, line + theirs),))

    assert tried(repo, "merge", "-m", "both", "other").code == 1
    mine, yours = ("\n".join(side) for side in conflict(repo, EVIDENCE))
    assert "a:" in mine
    assert "It rained." in mine
    assert "b:" in yours
    assert "It hailed." in yours
    at = (repo.root / EVIDENCE).read_text("utf-8").split("\n").index("<<<<<<< HEAD") + 1
    assert checked(repo, capfd).startswith(f"evidence/embassy.yaml:{at}: Y007 git left a conflict")


def test_items_added_in_different_places_merge_by_lines_too(repo: Repo) -> None:
    first, last = (repo.root / EVIDENCE).read_text().splitlines(keepends=True)[3::2]
    sides(
        repo,
        (EVIDENCE, first, "  rain: {text: It rained., kind: report, credibility: 3}\n" + first),
        other=((EVIDENCE, last, last + "  hail: {text: It hailed., kind: report, credibility: 3}\n"),),
    )

    assert tried(repo, "merge", "-q", "-m", "both", "other").code == 0
    assert [a for a in workspace(repo).items if a in {"embassy/rain", "embassy/hail"}] == [
        "embassy/rain",
        "embassy/hail",
    ]
    assert faults(repo) == []


def test_a_rebase_stops_at_the_row_and_goes_on_when_it_is_settled(repo: Repo, capfd: Output) -> None:
    """In a rebase "ours" is what one rebases onto."""
    ours, theirs = ROW.replace("minor: C", "minor: CC"), ROW.replace("minor: C", "minor: N")
    sides(repo, (MATRIX, ROW, ours), other=((MATRIX, ROW, theirs), (EVIDENCE, "on guard", "on their guard")))
    repo.git("checkout", "-q", "other")

    assert tried(repo, "rebase", "main").code == 1
    assert conflict(repo, MATRIX) == ([f"  {ours}"], [f"  {theirs}"])
    assert "ann.yaml:4: Y007" in checked(repo, capfd)

    without_markers(repo, MATRIX, theirs=False)
    repo.git("add", "-A")
    assert tried(repo, "-c", "core.editor=true", "rebase", "--continue").code == 0
    assert ratings(repo, "embassy/precautions") == {"none": "I", "minor": "CC", "major": "C"}
    assert workspace(repo).items["embassy/precautions"].text == "Embassies are told to be on their guard."
    assert faults(repo) == []
