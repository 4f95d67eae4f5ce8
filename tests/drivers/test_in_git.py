"""The merge driver and the textconv as git calls them: real repositories, set up by `ach git-setup`."""

from __future__ import annotations

import random
import subprocess
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.revisions.repositories import Repo, isolated
from workbench import checks
from workbench.cli import main
from workbench.model import Rating
from workbench.workspace import Workspace, read

MATRIX = "case/matrices/retaliation/ann.yaml"
EVIDENCE = "case/evidence/embassy.yaml"

NEW = """
  {id}:
    text: >-
      {text}
    kind: report
    credibility: 3   # as {who} has it
"""


class Merge(NamedTuple):
    """How a command of git ended."""

    code: int
    said: str


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    """A repository whose folder `case` is a workspace, set up."""
    home = tmp_path / "home"
    home.mkdir()
    isolated(home, monkeypatch)
    made = Repo.begun(tmp_path / "repository", "case/")
    assert main(["-C", str(made.root / "case"), "git-setup"]) == 0
    made.commit("set up")
    return made


def sides(repo: Repo, *changes: tuple[str, str, str], other: tuple[tuple[str, str, str], ...]) -> None:
    """Two branches from here: `other` with its changes, and main, where we are then, with the rest."""
    repo.git("checkout", "-q", "-b", "other")
    for change in other:
        repo.change(*change)
    repo.commit("theirs")
    repo.git("checkout", "-q", "main")
    for change in changes:
        repo.change(*change)
    repo.commit("ours")


def tried(repo: Repo, *words: str) -> Merge:
    done = subprocess.run(["git", *words], cwd=repo.root, check=False, capture_output=True, text=True)
    return Merge(done.returncode, done.stdout + done.stderr)


def workspace(repo: Repo) -> Workspace:
    return read(repo.root / "case")


def ratings(repo: Repo, address: str) -> dict[str, Rating]:
    return dict(workspace(repo).matrices["retaliation", "ann"].rows[address].ratings)


def faults(repo: Repo) -> list[str]:
    return [str(finding) for finding in checks.everything(workspace(repo)) if not finding.note]


ROW = "embassy/precautions: {none: I, minor: C, major: C}"


def test_two_branches_of_one_row_merge_cell_by_cell(repo: Repo) -> None:
    sides(
        repo,
        (MATRIX, ROW, ROW.replace("minor: C", "minor: CC")),
        other=((MATRIX, ROW, ROW.replace("major: C", "major: N")),),
    )

    assert tried(repo, "merge", "-q", "-m", "both", "other").code == 0
    assert ratings(repo, "embassy/precautions") == {"none": "I", "minor": "CC", "major": "N"}
    assert (repo.root / MATRIX).read_text().count("\n") == repo.git("show", f"HEAD~1:{MATRIX}").count("\n") + 1
    assert faults(repo) == []


def test_without_the_driver_the_same_is_a_conflict(repo: Repo) -> None:
    assert main(["-C", str(repo.root / "case"), "git-setup", "--undo"]) == 0
    repo.commit("without")
    sides(
        repo,
        (MATRIX, ROW, ROW.replace("minor: C", "minor: CC")),
        other=((MATRIX, ROW, ROW.replace("major: C", "major: N")),),
    )

    assert tried(repo, "merge", "-q", "-m", "both", "other").code == 1
    assert any("Y007" in fault for fault in faults(repo))


def test_two_people_add_items_to_one_source(repo: Repo) -> None:
    last = "kind: report, credibility: 3}\n"
    text = (repo.root / EVIDENCE).read_text()
    assert text.endswith(last)
    ours, theirs = (
        NEW.format(id=i, text=t, who=w) for i, t, w in (("a", "It rained.", "me"), ("b", "It hailed.", "you"))
    )
    line = text.splitlines(keepends=True)[-1]
    sides(repo, (EVIDENCE, line, line + ours), other=((EVIDENCE, line, line + theirs),))

    assert tried(repo, "merge", "-q", "-m", "both", "other").code == 0
    assert (repo.root / EVIDENCE).read_text() == text + ours + theirs
    assert list(workspace(repo).items)[-2:] == ["embassy/a", "embassy/b"]
    assert faults(repo) == []


def test_the_same_cell_rated_differently_stays_a_conflict_with_both_reasons(repo: Repo) -> None:
    reason = "{none: Nobody guards against nothing.}"
    sides(
        repo,
        (MATRIX, ROW, ROW.replace("none: I", "none: II")),
        (MATRIX, reason, "{none: They were on their guard before.}"),
        other=((MATRIX, ROW, ROW.replace("none: I", "none: C")), (MATRIX, reason, "{none: It costs nothing.}")),
    )
    merge = tried(repo, "merge", "-m", "both", "other")
    lines = (repo.root / MATRIX).read_text().splitlines()

    assert merge.code == 1
    assert lines[lines.index("<<<<<<< ours") :][:5] == [
        "<<<<<<< ours",
        "  embassy/precautions: {none: II, minor: C, major: C}",
        "=======",
        "  embassy/precautions: {none: C, minor: C, major: C}",
        ">>>>>>> theirs",
    ]
    again = lines.index("<<<<<<< ours", lines.index(">>>>>>> theirs"))
    assert lines[again:] == [
        "<<<<<<< ours",
        "  embassy/precautions: {because: {none: They were on their guard before.}}",
        "=======",
        "  embassy/precautions: {because: {none: It costs nothing.}}",
        ">>>>>>> theirs",
    ]
    (found,) = [finding for finding in checks.everything(workspace(repo)) if not finding.note]
    assert (found.code, found.line) == ("Y007", lines.index("<<<<<<< ours") + 1)


def test_a_rating_here_and_another_reason_for_it_there_is_one_cell(repo: Repo) -> None:
    """Line by line these merge, and a reason would stand beside a rating it was not written for."""
    reason = "{none: Nobody guards against nothing.}"
    sides(
        repo,
        (MATRIX, ROW, ROW.replace("none: I", "none: C")),
        other=((MATRIX, reason, "{none: Odd indeed.}"),),
    )

    assert tried(repo, "merge", "-m", "both", "other").code == 1


def test_a_rebase(repo: Repo) -> None:
    sides(
        repo,
        (MATRIX, ROW, ROW.replace("minor: C", "minor: CC")),
        other=((MATRIX, ROW, ROW.replace("major: C", "major: N")), (EVIDENCE, "on guard", "on their guard")),
    )
    repo.git("checkout", "-q", "other")

    assert tried(repo, "rebase", "main").code == 0
    assert ratings(repo, "embassy/precautions") == {"none": "I", "minor": "CC", "major": "N"}
    assert repo.git("log", "--format=%s", "-2").splitlines() == ["theirs", "ours"]


def test_shares_that_only_together_do_not_add_up_stay_a_conflict(repo: Repo) -> None:
    likely = (
        "judgement:\n  likelihood: {none: 20, minor: 60, major: 10, other: 10}\n  confidence: low\n  because: So.\n"
    )
    repo.change(MATRIX, "notes:", likely + "notes:")
    repo.commit("judged")
    sides(
        repo,
        (MATRIX, "none: 20, minor: 60", "none: 30, minor: 50"),
        other=((MATRIX, "minor: 60, major: 10", "minor: 50, major: 20"),),
    )

    assert tried(repo, "merge", "-m", "both", "other").code == 1
    assert "<<<<<<< ours\n  likelihood: {none: 30, minor: 50, major: 10, other: 10}\n=======\n" in (
        (repo.root / MATRIX).read_text()
    )


def test_rows_that_both_rated_further_get_the_fingerprint_of_all_their_cells(repo: Repo) -> None:
    found = workspace(repo)
    case = found.case("retaliation", "ann")

    def row(**given: str) -> str:
        rated = {h: Rating(r) for h, r in given.items()}
        mark = case.fingerprint("embassy/precautions", type(case.matrix.row(""))(rated))
        return "embassy/precautions: {" + "".join(f"{h}: {r}, " for h, r in given.items()) + f"wording: {mark}}}"

    repo.change(MATRIX, ROW, row(none="I"))
    repo.commit("one cell")
    sides(
        repo,
        (MATRIX, row(none="I"), row(none="I", minor="C")),
        other=((MATRIX, row(none="I"), row(none="I", major="C")),),
    )

    assert tried(repo, "merge", "-m", "both", "other").code == 0
    assert row(none="I", minor="C", major="C") in (repo.root / MATRIX).read_text()
    assert faults(repo) == []


def test_a_reworded_item_leaves_the_row_stale_that_was_rated_before(repo: Repo) -> None:
    case = workspace(repo).case("retaliation", "ann")
    mark = case.fingerprint("embassy/precautions")
    repo.change(MATRIX, ROW, ROW.replace("}", f", wording: {mark}}}"))
    repo.commit("confirmed")
    sides(
        repo,
        (EVIDENCE, "on guard", "on their guard"),
        other=((MATRIX, "none: I, minor: C", "none: I, minor: CC"),),
    )

    assert tried(repo, "merge", "-m", "both", "other").code == 0
    assert workspace(repo).case("retaliation", "ann").stale("embassy/precautions")


def test_git_diff_shows_cells_and_items(repo: Repo) -> None:
    repo.change(MATRIX, ROW, ROW.replace("none: I", "none: II"))
    repo.change(EVIDENCE, "on guard", "on their guard")
    changed = [
        line for line in repo.git("diff", "-U0").splitlines() if line[0] in "+-" and line[:3] not in {"+++", "---"}
    ]

    assert changed == [
        "-items precautions text: Embassies are told to be on guard.",
        "+items precautions text: Embassies are told to be on their guard.",
        "-embassy/precautions none: I; because: Nobody guards against nothing.",
        "+embassy/precautions none: II; because: Nobody guards against nothing.",
    ]
    repo.commit("rated")
    assert "+embassy/precautions none: II" in repo.git("log", "-p", "-1")


def test_setting_up_twice_changes_nothing_and_undoing_leaves_nothing(
    repo: Repo, capfd: pytest.CaptureFixture[str]
) -> None:
    before = (repo.root / "case/.gitattributes").read_bytes(), (repo.root / ".git/config").read_bytes()
    assert main(["-C", str(repo.root / "case"), "git-setup"]) == 0
    assert "is as it should be\n" in capfd.readouterr().out
    assert before == ((repo.root / "case/.gitattributes").read_bytes(), (repo.root / ".git/config").read_bytes())

    assert main(["-C", str(repo.root / "case"), "git-setup", "--undo"]) == 0
    assert not (repo.root / "case/.gitattributes").exists()
    assert "ach" not in (repo.root / ".git/config").read_text()
    assert main(["-C", str(repo.root / "case"), "git-setup", "--undo"]) == 0


def test_other_attributes_stay(repo: Repo) -> None:
    ours = (repo.root / "case/.gitattributes").read_text()
    repo.write("case/.gitattributes", f"*.pdf binary\n{ours}*.md text\n")
    assert main(["-C", str(repo.root / "case"), "git-setup"]) == 0
    assert (repo.root / "case/.gitattributes").read_text() == f"*.pdf binary\n{ours}*.md text\n"

    assert main(["-C", str(repo.root / "case"), "git-setup", "--undo"]) == 0
    assert (repo.root / "case/.gitattributes").read_text() == "*.pdf binary\n*.md text\n"


def test_where_there_is_no_repository_it_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    isolated(tmp_path, monkeypatch)
    (tmp_path / "hypotheses").mkdir()

    assert main(["-C", str(tmp_path), "git-setup"]) == 2
    assert "is in no git repository" in capfd.readouterr().err
    assert not (tmp_path / ".gitattributes").exists()


def test_twenty_analysts_who_rate_at_once_never_meet(repo: Repo, tmp_path: Path) -> None:
    """Each in a clone of their own, pushed in random order; whoever comes late merges first. Nothing is lost."""
    shared = tmp_path / "shared.git"
    repo.git("clone", "-q", "--bare", str(repo.root), str(shared))
    analysts = [f"analyst-{number}" for number in range(20)]
    ratings_of = {name: random.Random(name).choice(list(Rating)) for name in analysts}
    clones = {name: Repo(tmp_path / name) for name in analysts}
    for name, clone in clones.items():
        repo.git("clone", "-q", str(shared), str(clone.root))
        path = clone.root / f"case/matrices/retaliation/{name}.yaml"
        path.write_text(f"format: 1\nrows:\n  embassy/statement: {{none: {ratings_of[name]}}}\n")
        clone.commit(name)
    random.Random(4711).shuffle(analysts)
    for name in analysts:
        assert tried(clones[name], "pull", "-q", "--no-rebase", "--no-edit").code == 0
        clones[name].git("push", "-q", "origin", "HEAD:main")
    repo.git("pull", "-q", str(shared), "main")

    found = workspace(repo).matrices
    assert {n: found["retaliation", n].rows["embassy/statement"].ratings for n in analysts} == {
        n: {"none": rating} for n, rating in ratings_of.items()
    }
