"""What a stale row was rated against is found in git, in whatever revision it stood, or is left unsaid."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests.revisions.repositories import Repo
from workbench import workspace
from workbench.analysis.older import Older, rewordings
from workbench.model import Case
from workbench.revisions import older as looking
from workbench.revisions.git import Repository
from workbench.revisions.older import of_rows, older

MATRIX = "matrices/retaliation/ann.yaml"
EVIDENCE = "evidence/embassy.yaml"
QUESTION = "hypotheses/retaliation.yaml"
ROW = "embassy/precautions"
WAS = "Embassies are told to be on guard."
NOW = "Embassies are told to burn papers."


def case(root: Path) -> Case:
    return workspace.read(root).case("retaliation", "ann")


def found(root: Path) -> dict[str, Older]:
    here = case(root)
    return older(root, here, here.items)


def told(root: Path, address: str = ROW) -> list[tuple[str, str, str]]:
    """What was reworded: of which hypothesis, if any, what it read and what it reads."""
    here = case(root)
    return [(one.hypothesis, one.was, one.now) for one in rewordings(here, address, older(root, here, [address]))]


def confirmed(repo: Repo, within: str = "", row: str = ROW) -> None:
    """Let a row say that it was rated against what stands now, and commit."""
    mark = case(repo.root / within).fingerprint(row)
    written = (repo.root / within / MATRIX).read_text(encoding="utf-8")
    marked = re.sub(rf"(  {row}: {{[^}}]*?)(, wording: \w+)?}}", rf"\1, wording: {mark}}}", written, count=1)
    repo.write(f"{within}{MATRIX}", marked)
    repo.commit("confirmed")


@pytest.fixture
def rated(repo: Repo) -> Repo:
    """With one row that was rated against what stands."""
    confirmed(repo)
    return repo


def test_a_text_that_was_reworded(rated: Repo) -> None:
    rated.change(EVIDENCE, WAS, NOW)
    commit = rated.commit("reworded")

    (one,) = rewordings(case(rated.root), ROW, found(rated.root))

    assert (one.hypothesis, one.was, one.now) == ("", WAS, NOW)
    assert one.until == f"{commit[:8]} of 2026-01-01"


def test_what_is_not_committed_yet(rated: Repo) -> None:
    rated.change(EVIDENCE, WAS, NOW)

    (one,) = rewordings(case(rated.root), ROW, found(rated.root))

    assert (one.was, one.now, one.until) == (WAS, NOW, "")


def test_the_wording_that_was_rated_and_not_the_last_before(rated: Repo) -> None:
    for text in ("Embassies are told nothing.", "Embassies are closed.", NOW):
        rated.write(EVIDENCE, re.sub(r"Embassies are [^.]*\.", text, (rated.root / EVIDENCE).read_text("utf-8")))
        rated.commit(text)

    assert told(rated.root) == [("", WAS, NOW)]


def test_a_statement_that_was_reworded_makes_its_column_stale(rated: Repo) -> None:
    rated.change(QUESTION, "a major attack", "an attack on US forces")
    rated.commit("reworded")

    assert told(rated.root) == [("major", "It is planning a major attack.", "It is planning an attack on US forces.")]


def test_text_and_statement_that_were_reworded_at_different_times(rated: Repo) -> None:
    rated.change(QUESTION, "a major attack", "an attack")
    first = rated.commit("the statement")
    rated.change(EVIDENCE, WAS, "Embassies are closed.")
    second = rated.commit("the text")
    rated.change(QUESTION, "planning an attack", "planning nothing")
    rated.change(EVIDENCE, "Embassies are closed.", NOW)
    rated.commit("both")

    known = found(rated.root)[ROW]

    assert told(rated.root) == [
        ("", WAS, NOW),
        ("major", "It is planning a major attack.", "It is planning nothing."),
    ]
    assert known.text_until == f"{second[:8]} of 2026-01-01"
    assert known.statements_until == f"{first[:8]} of 2026-01-01"


def test_what_was_renamed_meanwhile(rated: Repo) -> None:
    rated.git("mv", EVIDENCE, "evidence/cables.yaml")
    rated.change("evidence/cables.yaml", "title: Embassy cables,", "title: Embassy cables, formerly: [embassy],")
    rated.change(
        "evidence/cables.yaml", f"precautions: {{text: {WAS}", f"guard: {{formerly: [precautions], text: {NOW}"
    )
    rated.change(QUESTION, "major: {short", "large: {formerly: [major], short")
    rated.change(QUESTION, "a major attack", "an attack")
    rated.commit("renamed and reworded")

    assert told(rated.root, "cables/guard") == [
        ("", WAS, NOW),
        ("large", "It is planning a major attack.", "It is planning an attack."),
    ]


def test_an_item_in_lines_of_its_own(rated: Repo) -> None:
    """A folded text, with comments and blank lines around it, among items of names alike."""
    lines = """\
format: 1
source: {title: Embassy cables, reliability: C}
items:
  more-precautions:
    text: >-
      Another precautions: is named here.
    kind: report

  precautions:   # seen twice
    # as the cable has it
    text: >-
      Embassies are told
      to be on guard,

      and to wait.
    kind: report
  loss-of-face: {text: Doing nothing would cost Saddam his standing., kind: report}
"""
    rated.write(EVIDENCE, lines)
    rated.commit("in lines")
    confirmed(rated)
    rated.write(EVIDENCE, lines.replace("and to wait", "and to leave"))

    assert told(rated.root) == [
        ("", "Embassies are told to be on guard,\nand to wait.", "Embassies are told to be on guard,\nand to leave.")
    ]


def test_a_wording_that_stood_on_a_branch_only(rated: Repo) -> None:
    """Somebody rated what a branch said; the merge took the other side's words."""
    rated.git("checkout", "-q", "-b", "topic")
    rated.change(EVIDENCE, WAS, "Embassies are closed.")
    confirmed(rated)
    rated.git("checkout", "-q", "main")
    rated.change(EVIDENCE, WAS, NOW)
    rated.commit("main's words")
    rated.git("merge", "-q", "-X", "ours", "topic", "-m", "merged")

    assert told(rated.root) == [("", "Embassies are closed.", NOW)]


def test_in_a_folder_of_a_larger_repository(tmp_path: Path) -> None:
    repo = Repo.begun(tmp_path / "all", within="cases/iraq/")
    confirmed(repo, "cases/iraq/")
    repo.change(f"cases/iraq/{EVIDENCE}", WAS, NOW)
    repo.commit("reworded")

    assert told(repo.root / "cases/iraq") == [("", WAS, NOW)]


def test_a_linked_working_tree_and_a_clone_without_the_history(rated: Repo, tmp_path: Path) -> None:
    rated.change(EVIDENCE, WAS, NOW)
    rated.commit("reworded")
    rated.git("worktree", "add", "-q", "--detach", str(tmp_path / "linked"))
    for depth in ("1", "2"):
        rated.git("clone", "-q", "--depth", depth, rated.root.as_uri(), str(tmp_path / f"shallow-{depth}"))

    assert told(tmp_path / "linked") == [("", WAS, NOW)]
    assert told(tmp_path / "shallow-2") == [("", WAS, NOW)]
    assert told(tmp_path / "shallow-1") == []


def test_without_git_and_without_a_commit_nothing_is_said(
    rated: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rated.change(EVIDENCE, WAS, NOW)
    for name in (EVIDENCE, QUESTION, MATRIX):
        path = tmp_path / "apart" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes((rated.root / name).read_bytes())
    fresh = Repo(tmp_path / "apart")

    assert found(fresh.root) == {}
    fresh.git("init", "-q")
    assert found(fresh.root) == {}
    monkeypatch.setenv("PATH", str(tmp_path))
    assert found(rated.root) == {}


def test_a_wording_that_never_was_committed_is_left_out(rated: Repo) -> None:
    rated.change(EVIDENCE, WAS, "Embassies are closed.")
    written = (rated.root / MATRIX).read_text("utf-8")
    rated.write(MATRIX, re.sub(r"wording: \w+", f"wording: {case(rated.root).fingerprint(ROW)}", written))
    rated.change(EVIDENCE, "Embassies are closed.", NOW)
    rated.commit("both at once")

    assert case(rated.root).stale(ROW)
    assert found(rated.root) == {}


def test_git_is_asked_only_for_stale_rows(rated: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    def asked(_: Path) -> Repository:
        raise AssertionError

    monkeypatch.setattr(Repository, "around", asked)

    assert found(rated.root) == {}


def test_no_more_revisions_are_looked_into_than_is_said(rated: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    for text in (NOW, "Embassies are closed.", "Embassies are told nothing."):
        rated.write(EVIDENCE, re.sub(r"Embassies are [^.]*\.", text, (rated.root / EVIDENCE).read_text("utf-8")))
        rated.commit(text)
    monkeypatch.setattr(looking, "MOST_REVISIONS", 2)
    assert found(rated.root) == {}
    monkeypatch.setattr(looking, "MOST_REVISIONS", 3)

    assert told(rated.root) == [("", WAS, "Embassies are told nothing.")]


def test_git_that_takes_too_long_is_not_waited_for(
    rated: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rated.change(EVIDENCE, WAS, NOW)
    real = shutil.which("git")
    slow = tmp_path / "slow"
    slow.mkdir()
    (slow / "git").write_text(f'#!/bin/sh\ncase "$*" in *" log "*) exec sleep 600;; esac\nexec {real} "$@"\n')
    (slow / "git").chmod(0o755)
    monkeypatch.setenv("PATH", f"{slow}:/usr/bin:/bin")
    monkeypatch.setattr(looking, "SECONDS", 0.2)

    assert found(rated.root) == {}


def test_nothing_is_fetched_for_it(rated: Repo, tmp_path: Path) -> None:
    """A clone without its blobs has those that are checked out; the older one stays where it is."""
    rated.git("config", "uploadpack.allowFilter", "true")
    rated.change(EVIDENCE, WAS, NOW)
    rated.commit("reworded")
    clone = Repo(tmp_path / "partial")
    rated.git("clone", "-q", "--filter=blob:none", rated.root.as_uri(), str(clone.root))
    missing = clone.git("rev-list", "--objects", "--all", "--missing=print").count("?")

    known = found(clone.root)

    assert missing
    assert clone.git("rev-list", "--objects", "--all", "--missing=print").count("?") == missing
    assert known == {}


def test_a_broken_file_in_the_history_is_passed_over(rated: Repo) -> None:
    for path in (QUESTION, EVIDENCE):
        whole = (rated.root / path).read_text("utf-8")
        rated.write(path, whole.replace("format: 1\n", "format: 1\n<<<<<<< ours\n").replace("short:", "short"))
    rated.commit("broken")
    for path in (QUESTION, EVIDENCE):
        rated.git("checkout", "-q", "HEAD~1", "--", path)
    rated.change(EVIDENCE, WAS, NOW)
    rated.commit("mended")

    assert told(rated.root) == [("", WAS, NOW)]


def test_a_row_that_was_confirmed_since_is_not_told_of(rated: Repo) -> None:
    rated.change(EVIDENCE, WAS, NOW)
    known = found(rated.root)
    confirmed(rated)

    assert rewordings(case(rated.root), ROW, known) == ()


def test_a_row_rated_again_for_a_suspect(rated: Repo) -> None:
    """Such rows have fingerprints of their own."""
    here = case(rated.root)
    row = here.matrix.row(ROW)
    rated.change(EVIDENCE, WAS, NOW)

    known = of_rows(rated.root, case(rated.root), [(ROW, row)])

    assert known[ROW, row.wording].text == WAS
