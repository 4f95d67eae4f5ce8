"""`ach diff` on real repositories: what is compared, what is printed, and a sentence where git cannot tell."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.revisions.repositories import Repo, isolated
from workbench.analysis.changes import Code, Turn
from workbench.analysis.changes.regraded import CHANGED, LOWERED, RAISED
from workbench.analysis.changes.touched import Way

PROJECT = Path(__file__).parents[2]
SCHEMA = PROJECT / "schemas/output/diff.schema.json"
Q, E, M = "hypotheses/retaliation.yaml", "evidence/embassy.yaml", "matrices/retaliation/ann.yaml"

Run = Any


@pytest.fixture
def run(ach: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    isolated(tmp_path / "home", monkeypatch)
    return ach


@pytest.fixture
def repo(run: Run, tmp_path: Path) -> Repo:  # noqa: ARG001 - the settings of git come first
    return Repo.begun(tmp_path / "repo")


def data(run: Run, *words: str | Path) -> dict[str, Any]:
    """What the command prints as JSON, after it was held against the schema."""
    ran = run("diff", "--format", "json", *words)
    assert ran.code == 0, ran.err
    found: dict[str, Any] = json.loads(ran.out)
    jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8"))).validate(found)
    return found


def flipped(repo: Repo) -> None:
    repo.change(M, "none: II", "none: C")


def test_the_working_tree_against_the_last_commit(run: Run, repo: Repo) -> None:
    flipped(repo)

    ran = run("-C", repo.root, "diff")

    assert (ran.code, ran.err) == (0, "")
    assert "to the working tree" in ran.out
    told = " ".join(ran.out.split())
    assert "1 rating of ann changed from II (needs a special explanation) to C (expected): " in told
    assert "ann's matrix: Minor action and Major action still tie for the lead, by less: 1 point ahead" in told
    assert "changes side" in ran.out
    assert "the same reason as before" in told
    assert 'the reason is still "He could not bear it"' in told


def test_json_is_exactly_what_was_promised(run: Run, repo: Repo) -> None:
    flipped(repo)

    found = data(run, "-C", repo.root)

    assert list(found) == [
        "format", "program", "before", "after", "different", "alerts", "effects", "unmoved", "contested",
        "no_longer_contested", "matrices", "things", "not_compared", "other_files",
    ]  # fmt: skip
    assert found["matrices"] == [
        {
            "question": "retaliation",
            "analyst": "ann",
            "how": "changed",
            "cells": [
                {
                    "item": "embassy/loss-of-face",
                    "hypothesis": "none",
                    "from": "II",
                    "to": "C",
                    "because_from": "He could not bear it.",
                    "because_to": "He could not bear it.",
                    "suspect": None,
                }
            ],
            "entries": [],
        }
    ]
    assert [(alert["code"], alert["because"]) for alert in found["alerts"]] == [
        ("same-reason", "He could not bear it.")
    ]
    (effect,) = found["effects"]
    assert (effect["lead"]["turn"], effect["lead"]["before"]["ahead"], effect["lead"]["after"]["ahead"]) == (
        "kept",
        3,
        1,
    )
    assert effect["before"]["methods"]["parc-weighted"]["scores"] == {"none": 3.0, "minor": 0.0, "major": 0.0}
    assert effect["after"]["methods"]["parc-weighted"]["scores"] == {"none": 1.0, "minor": 0.0, "major": 0.0}


@pytest.mark.parametrize("form", ["text", "md", "json"])
def test_no_difference(run: Run, repo: Repo, form: str) -> None:
    ran = run("-C", repo.root, "diff", "--exit-code", "--format", form)

    assert (ran.code, ran.err) == (0, "")
    assert '"different": false' in ran.out if form == "json" else "Nothing differs." in ran.out


def test_exit_code_says_whether_there_are_differences(run: Run, repo: Repo) -> None:
    flipped(repo)

    assert run("-C", repo.root, "diff", "--exit-code").code == 1
    assert run("-C", repo.root, "diff").code == 0
    assert run("-C", repo.root, "diff", "nowhere", "--exit-code").code == 2


def test_a_new_file_that_git_does_not_know_yet_counts(run: Run, repo: Repo) -> None:
    repo.write("matrices/retaliation/bob.yaml", (repo.root / M).read_text().replace("none: I,", "none: C,"))

    found = data(run, "-C", repo.root)

    assert [(m["analyst"], m["how"]) for m in found["matrices"]] == [("bob", "added")]
    assert [(c["item"], c["ratings"]) for c in found["contested"]] == [
        ("embassy/precautions", {"ann": "I", "bob": "C"})
    ]


def test_two_revisions_and_where_they_parted(run: Run, repo: Repo) -> None:
    repo.git("switch", "-q", "-c", "topic")
    flipped(repo)
    repo.commit("topic")
    repo.git("switch", "-q", "main")
    repo.change(E, "Embassy cables", "Cables")
    repo.commit("main")

    both, since = data(run, "-C", repo.root, "main..topic"), data(run, "-C", repo.root, "main...topic")

    assert [thing["id"] for thing in both["things"]] == ["embassy"]
    assert since["things"] == []
    assert both["matrices"] == since["matrices"] != []
    assert since["before"] == f"main at {repo.git('rev-parse', '--short', 'HEAD~1')}"


def test_paths_as_git_means_them(run: Run, repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    flipped(repo)
    repo.change(E, "Embassy cables", "Cables")
    monkeypatch.chdir(repo.root / "evidence")

    for words in (["embassy.yaml"], ["HEAD", "."], [":(top)evidence"], ["*.yaml"], ["HEAD", "--", "embassy.yaml"]):
        found = data(run, *words)
        assert ([thing["id"] for thing in found["things"]], found["matrices"]) == (["embassy"], []), words
    found = data(run, "../matrices")
    assert (found["things"], len(found["matrices"])) == ([], 1)


@pytest.mark.parametrize(
    "words",
    [
        "HEAD --format json -- evidence",
        "--format json HEAD -- evidence",
        "HEAD evidence --format json",
        "HEAD --format json evidence -q",
        "--format json -- evidence",
    ],
)
def test_options_may_stand_anywhere(run: Run, repo: Repo, words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    flipped(repo)
    repo.change(E, "Embassy cables", "Cables")
    monkeypatch.chdir(repo.root)

    ran = run("diff", *words.split())

    assert (ran.code, ran.err) == (0, "")
    assert [thing["id"] for thing in json.loads(ran.out)["things"]] == ["embassy"]
    assert json.loads(ran.out)["matrices"] == []


def test_what_is_no_option_is_refused(run: Run, repo: Repo) -> None:
    assert run("-C", repo.root, "diff", "--staged").code == 2
    assert "--format" in run("diff", "--help").out


def test_a_linked_working_tree(run: Run, repo: Repo, tmp_path: Path) -> None:
    repo.git("worktree", "add", "-q", str(tmp_path / "linked"), "-b", "other")
    flipped(Repo(tmp_path / "linked"))

    assert len(data(run, "-C", tmp_path / "linked")["matrices"]) == 1
    assert data(run, "-C", repo.root)["matrices"] == []


def test_a_workspace_in_a_subfolder(run: Run, tmp_path: Path) -> None:
    repo = Repo.begun(tmp_path / "all", within="cases/iraq/")
    repo.change(f"cases/iraq/{M}", "none: II", "none: I")
    repo.write("cases/other/hypotheses/x.yaml", "format: 1\n")

    found = data(run, "-C", repo.root / "cases/iraq")

    assert len(found["matrices"]) == 1
    assert found["things"] == []


def test_a_shallow_clone(run: Run, repo: Repo, tmp_path: Path) -> None:
    flipped(repo)
    repo.commit("flip")
    repo.git("clone", "-q", "--depth=1", repo.root.as_uri(), str(tmp_path / "shallow"))
    shallow = Repo(tmp_path / "shallow")
    shallow.change(E, "Embassy cables", "Cables")

    assert [thing["id"] for thing in data(run, "-C", shallow.root)["things"]] == ["embassy"]
    ran = run("-C", shallow.root, "diff", "HEAD~1")
    assert ran.code == 2
    assert "shallow clone" in ran.err
    assert "git fetch --unshallow" in ran.err


@pytest.mark.parametrize("within", ["", "cases/iraq/"])
def test_a_bare_repository(run: Run, tmp_path: Path, within: str) -> None:
    repo = Repo.begun(tmp_path / "repo", within=within)
    repo.change(f"{within}{M}", "none: II", "none: I")
    repo.commit("flip")
    repo.git("clone", "-q", "--bare", ".", str(tmp_path / "bare.git"))

    assert len(data(run, "-C", tmp_path / "bare.git", "HEAD~1..HEAD")["matrices"]) == 1
    ran = run("-C", tmp_path / "bare.git", "diff")
    assert ran.code == 2


@pytest.mark.parametrize("form", ["text", "md"])
def test_a_bare_repository_is_told_in_words(run: Run, tmp_path: Path, form: str) -> None:
    repo = Repo.begun(tmp_path / "repo")
    flipped(repo)
    repo.commit("flip")
    repo.git("clone", "-q", "--bare", ".", str(tmp_path / "bare.git"))

    ran = run("-C", tmp_path / "bare.git", "diff", "HEAD~1..HEAD", "--format", form)

    assert (ran.code, ran.err) == (0, "")
    assert "1 rating of ann changed from II" in " ".join(ran.out.split())


def test_several_workspaces_in_a_bare_repository_are_asked_about(run: Run, tmp_path: Path) -> None:
    repo = Repo.begun(tmp_path / "repo", within="a/")
    repo.git("mv", "-k", "a", "a")
    shutil.copytree(repo.root / "a", repo.root / "b")
    repo.commit("two")
    repo.change(f"b/{M}", "none: II", "none: I")
    repo.commit("flip")
    repo.git("clone", "-q", "--bare", ".", str(tmp_path / "bare.git"))

    ran = run("-C", tmp_path / "bare.git", "diff", "HEAD~1..HEAD")

    assert ran.code == 2
    assert "name one of a/, b/" in ran.err
    assert len(data(run, "-C", tmp_path / "bare.git", "HEAD~1..HEAD", "b")["matrices"]) == 1
    assert data(run, "-C", tmp_path / "bare.git", "HEAD~1..HEAD", "a")["matrices"] == []


def test_without_a_working_tree(run: Run, repo: Repo, tmp_path: Path) -> None:
    flipped(repo)
    repo.commit("flip")
    repo.git("clone", "-q", "--no-checkout", ".", str(tmp_path / "none"))

    assert len(data(run, "-C", tmp_path / "none", "HEAD~1..HEAD")["matrices"]) == 1


def test_no_repository_and_no_git(run: Run, folder: Path, repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    ran = run("-C", folder, "diff")
    assert ran.code == 2
    assert "in no git repository" in ran.err

    monkeypatch.setenv("PATH", str(folder))
    ran = run("-C", repo.root, "diff")
    assert ran.code == 2
    assert "no git on this machine" in ran.err


def test_a_file_that_cannot_be_read_is_said_and_taken_as_it_was(run: Run, repo: Repo) -> None:
    repo.write(M, "format: 1\nrows:\n<<<<<<< HEAD\n  a/b: {none: C}\n=======\n>>>>>>> topic\n")
    repo.change(E, "Embassy cables", "Cables")

    ran = run("-C", repo.root, "diff", "--exit-code")
    found = data(run, "-C", repo.root, "-q")

    assert ran.code == 1
    assert "not compared" in ran.out
    assert f"{M}:3" in ran.out
    assert "ach check" in ran.err
    assert found["matrices"] == []
    assert [(one["path"], one["line"]) for one in found["not_compared"]] == [(M, 3)]
    assert data(run, "-C", repo.root, "-q", "HEAD", "matrices") == found | {"things": [], "effects": []}
    assert data(run, "-C", repo.root, "HEAD", "evidence")["not_compared"] == []


def test_comments_and_line_ends(run: Run, repo: Repo) -> None:
    repo.change(M, "format: 1\n", "format: 1  # mine\n")
    repo.write(E, (repo.root / E).read_text().replace("\n", "\r\n"))

    found = data(run, "-C", repo.root)

    assert found["other_files"] == [M]
    assert (found["things"], found["matrices"], found["effects"]) == ([], [], [])
    assert "Only comments, layout" in run("-C", repo.root, "diff").out


def test_into_a_file_by_its_ending(run: Run, repo: Repo, tmp_path: Path) -> None:
    flipped(repo)

    for _ in range(2):
        ran = run("-C", repo.root, "diff", "-o", tmp_path / "comment.md")
        assert (ran.code, ran.out) == (0, "")
    assert (tmp_path / "comment.md").read_text().startswith("**TLP:CLEAR**\n\n### What changed from HEAD (")


def test_one_analyst(run: Run, repo: Repo) -> None:
    repo.write("matrices/retaliation/bob.yaml", (repo.root / M).read_text())
    repo.commit("bob")
    flipped(repo)

    assert data(run, "-C", repo.root, "--analyst", "bob")["effects"] == []
    assert run("-C", repo.root, "diff", "--analyst", "No One").code == 2


def test_every_kind_of_change_has_a_line_in_every_format(run: Run, repo: Repo) -> None:
    repo.change(Q, "format: 1\n", "format: 1\nbackground: Long ago.\ngaps:\n  sender: {statement: Who sent them?}\n")
    repo.change(Q, "Iraq will not retaliate.", "Iraq will not retaliate at all.")
    repo.change(E, "reliability: C", "reliability: E")
    repo.change(E, "cost Saddam his standing", "cost Saddam much of his standing")
    repo.change(
        E,
        "  statement: {text: Saddam says he will not retaliate.",
        "  quiet: {text: It is quiet., kind: report}\n  said: {text: Saddam says so.",
    )
    repo.change(
        M,
        "notes:\n",
        "judgement: {confidence: low, likelihood: {none: 20}}\nnotes:\n  embassy/statement: {parked: Too old.}\n",
    )
    data(run, "-C", repo.root)

    for form in ("text", "md"):
        page = run("-C", repo.root, "diff", "--format", form).out
        for words in (
            "Long ago",
            "sender",
            "not retaliate",
            "lowered",
            "much of",
            "quiet",
            "embassy/said",
            "Too old",
            "confidence",
        ):
            assert words in page, (form, words)


def test_where_two_parted_is_named_by_its_commit(run: Run, repo: Repo) -> None:
    """An action names commits by their ids; a branch may have gone on since."""
    base = repo.git("rev-parse", "HEAD")
    repo.git("switch", "-q", "-c", "topic")
    flipped(repo)
    repo.commit("topic")

    assert data(run, "-C", repo.root, f"{base}...topic")["before"] == repo.git("rev-parse", "--short", base)
    assert "What changed from main at " in run("-C", repo.root, "diff", "main...topic").out


def test_the_schema_knows_every_code_that_the_engine_has() -> None:
    known = json.loads(SCHEMA.read_text(encoding="utf-8"))["$defs"]

    assert set(known["alert"]["properties"]["code"]["enum"]) == {code.value for code in Code}
    assert set(known["alert"]["properties"]["way"]["enum"]) == {*Way, LOWERED, RAISED, CHANGED, None}
    assert set(known["lead"]["properties"]["turn"]["enum"]) == {turn.value for turn in Turn}


def test_an_item_deleted_and_a_text_reworded_are_alerts(run: Run, repo: Repo) -> None:
    repo.change(E, "cost Saddam his standing", "cost Saddam much of his standing")
    reworded = data(run, "-C", repo.root)["alerts"]
    assert (
        "no score moved, because the new wording is not rated yet" in run("-C", repo.root, "diff", "--width", "200").out
    )
    repo.git("checkout", "-q", ".")
    repo.change(
        E, "  loss-of-face: {text: Doing nothing would cost Saddam his standing., kind: report, credibility: 3}\n", ""
    )
    deleted = data(run, "-C", repo.root)["alerts"]

    assert [(one["code"], one["about"], one["analysts"]) for one in reworded][:1] == [
        ("old-wording", "embassy/loss-of-face", ["ann"])
    ]
    assert ("ratings-lost", "embassy/loss-of-face") in [(one["code"], one["about"]) for one in deleted]
