"""Which workspace, which question and whose matrix."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.commands import who
from workbench.model import ids

Run = Any


def analyst(ach: Run, *words: object) -> str:
    """Whose matrix is printed."""
    return str(json.loads(ach(*words, "score", "--format", "json").out)["analyst"])


def also(folder: Path, name: str) -> None:
    """Give somebody else a matrix of their own."""
    matrix = folder / "matrices/retaliation"
    (matrix / f"{name}.yaml").write_bytes((matrix / "ann.yaml").read_bytes())


def test_the_workspace_around_is_found(ach: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder / "matrices/retaliation")

    assert ach("score").code == 0


def test_no_workspace_is_said_with_the_way_to_one(ach: Run, tmp_path: Path) -> None:
    ran = ach("score")
    elsewhere = ach("-C", tmp_path / "nowhere", "score")
    not_one = ach("-C", tmp_path, "score")

    assert (ran.code, elsewhere.code, not_one.code) == (2, 2, 2)
    assert "`ach new DIR`" in ran.err
    assert "there is no folder" in elsewhere.err
    assert "is not a workspace" in not_one.err


def test_options_may_stand_before_and_after_the_command(ach: Run, folder: Path) -> None:
    assert ach("score", "-C", folder).code == 0
    assert ach("-C", folder, "score").code == 0


def test_an_unknown_question_asks_what_was_meant(ach: Run, folder: Path) -> None:
    ran = ach("-C", folder, "matrix", "retalliation")

    assert ran.code == 2
    assert 'did you mean "retaliation"?' in ran.err
    assert "there are: retaliation" in ach("-C", folder, "matrix", "xyz").err


def test_several_questions_are_listed(ach: Run, folder: Path) -> None:
    (folder / "hypotheses/second.yaml").write_bytes((folder / "hypotheses/retaliation.yaml").read_bytes())
    ran = ach("-C", folder, "matrix")

    assert ran.code == 2
    assert "  retaliation  Will Iraq retaliate?\n  second  Will Iraq retaliate?\n" in ran.err


def test_a_question_that_cannot_be_read_says_why(ach: Run, folder: Path) -> None:
    (folder / "hypotheses/broken.yaml").write_text("question: [", encoding="utf-8")
    ran = ach("-C", folder, "matrix", "broken")

    assert ran.code == 2
    assert "hypotheses/broken.yaml:" in ran.err


def test_no_question_at_all_says_how_to_get_one(ach: Run, folder: Path) -> None:
    path = folder / "hypotheses/retaliation.yaml"
    path.write_text("question: [", encoding="utf-8")
    assert "`ach check` says why" in ach("-C", folder, "matrix").err

    path.unlink()
    assert "`ach new question ID`" in ach("-C", folder, "matrix").err


def test_broken_files_are_named_beside_what_is_printed(ach: Run, folder: Path) -> None:
    (folder / "evidence/broken.yaml").write_text("items: [", encoding="utf-8")
    ran = ach("-C", folder, "score")

    assert ran.code == 0
    assert "evidence/broken.yaml" in ran.err
    assert ach("-q", "-C", folder, "score").err == ""
    said = "A file is not read, or not whole: evidence/broken.yaml. What stands there is missing here."
    for command in ("score", "matrix", "sensitivity", "report"):
        assert said in " ".join(ach("-q", "-C", folder, command).out.split())


def test_nobody_elses_matrix_stands_for_my_own_that_cannot_be_read(ach: Run, folder: Path) -> None:
    also(folder, "zoe")
    mine = folder / "matrices/retaliation/ann.yaml"
    mine.write_text(f"<<<<<<< HEAD\n{mine.read_text(encoding='utf-8')}", encoding="utf-8")
    ran = ach("-C", folder, "--analyst", "ann", "score")

    assert ran.code == 2
    assert "your matrix cannot be read: matrices/retaliation/ann.yaml:1:" in ran.err
    assert ach("-C", folder, "--analyst", "zoe", "score").code == 0


def test_the_only_matrix_is_taken_in_silence(ach: Run, folder: Path) -> None:
    assert analyst(ach, "-C", folder) == "ann"
    assert ach("-C", folder, "score").err == ""


def test_of_several_the_first_is_taken_and_said(ach: Run, folder: Path) -> None:
    also(folder, "zoe")

    assert analyst(ach, "-C", folder) == "ann"
    assert "the matrix of ann; --analyst shows those of zoe" in ach("-C", folder, "score").err


def test_my_own_comes_first(ach: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    also(folder, "bob")
    also(folder, "zoe")
    assert analyst(ach, "-C", folder) == "bob"

    subprocess.run(["git", "config", "--global", "user.name", "Zoë"], check=True)
    assert analyst(ach, "-C", folder) == "zoe"

    monkeypatch.setenv("ACH_ANALYST", "bob")
    assert analyst(ach, "-C", folder) == "bob"
    assert analyst(ach, "-C", folder, "--analyst", "ann") == "ann"


def test_an_analyst_without_a_matrix_is_a_mistake_where_named(ach: Run, folder: Path) -> None:
    ran = ach("-C", folder, "--analyst", "anne", "score")

    assert ran.code == 2
    assert 'did you mean "ann"?' in ran.err


def test_an_analyst_is_an_id(ach: Run, folder: Path) -> None:
    assert 'write it as "jane-doe"' in ach("-C", folder, "--analyst", "Jane Doe", "score").err
    assert "a-z" in ach("-C", folder, "--analyst", "!", "score").err


@pytest.mark.parametrize(
    "name, made",
    [("Zoë O'Hara", "zoe-o-hara"), ("Анна", ""), ("42", ""), ("No", "analyst-no"), ("R2 D2", "r2-d2"), ("", "")],
)
def test_a_name_becomes_an_id(name: str, made: str) -> None:
    assert who.as_id(name) == made


@given(st.text())
def test_whatever_a_name_becomes_is_an_id(name: str) -> None:
    made = who.as_id(name)

    assert not made or ids.is_id(made)


def test_a_folder_that_was_removed_under_ones_feet_is_said(
    ach: Run, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()

    for words in ("check", "status", "matrix"):
        ran = ach(words)
        assert (ran.code, "the present folder is gone" in ran.err) == (2, True)
    assert ach("-C", folder, "status").code == 0
    monkeypatch.chdir(tmp_path)
