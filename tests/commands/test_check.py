from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

Run = Any


@pytest.fixture
def broken(folder: Path) -> Path:
    """The workspace with two bad files beside the good ones."""
    (folder / "evidence/twice.yaml").write_text("format: 1\nformat: 1\n", encoding="utf-8")
    path = folder / "matrices/retaliation/ann.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("minor: C", "minr: C", 1), encoding="utf-8")
    return folder


def test_only_notes_are_fine(ach: Run, folder: Path) -> None:
    ran = ach("-C", folder, "check")

    assert ran.code == 0
    assert "unconfirmed" in ran.out or "wording" in ran.out
    assert "note" in ran.err


def test_every_finding_comes_with_its_line(ach: Run, broken: Path) -> None:
    ran = ach("-C", broken, "check")

    assert ran.code == 1
    assert "evidence/twice.yaml:2: Y" in ran.out
    assert "matrices/retaliation/ann.yaml:3: C001 " in ran.out
    assert all(line.count("; ") for line in ran.out.splitlines())
    assert "findings" in ran.err


def test_json_has_five_fields(ach: Run, broken: Path) -> None:
    found = json.loads(ach("-C", broken, "check", "--format", "json").out)

    assert {tuple(entry) for entry in found} == {("path", "line", "code", "message", "remedy")}
    assert ("evidence/twice.yaml", 2) in {(entry["path"], entry["line"]) for entry in found}


def test_nothing_found_is_an_empty_list(ach: Run, folder: Path) -> None:
    assert json.loads(ach("-C", folder, "check", "--format", "json", "evidence").out) == []


def test_only_what_was_asked_about(ach: Run, broken: Path) -> None:
    assert {line.partition(":")[0] for line in ach("-C", broken, "check", "evidence").out.splitlines()} == {
        "evidence/twice.yaml"
    }
    assert ach("-C", broken, "check", "hypotheses").code == 0


def test_paths_are_shown_from_where_the_user_stands(ach: Run, broken: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "case/evidence/twice.yaml:2: " in ach("check", broken).out
    monkeypatch.chdir(broken / "evidence")
    assert "\ntwice.yaml:2: " in "\n" + ach("check").out


def test_a_path_that_is_not_there_is_said(ach: Run, folder: Path, tmp_path: Path) -> None:
    assert "there is no file or folder" in ach("-C", folder, "check", "evidense").err
    assert "is in no workspace" in ach("check", tmp_path).err


def test_quiet_keeps_the_count_to_itself(ach: Run, broken: Path) -> None:
    ran = ach("-q", "-C", broken, "check")

    assert (ran.code, ran.err) == (1, "")
    assert ran.out


def test_what_a_file_says_cannot_act_on_the_terminal(ach: Run, folder: Path) -> None:
    (folder / "evidence/odd.yaml").write_text('format: 1\n"\\e[31mred": 1\n', encoding="utf-8")
    ran = ach("-C", folder, "check")

    assert "\x1b" not in ran.out
    assert ran.code == 1
