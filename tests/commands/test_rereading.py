"""A stale row is shown with what it was rated against, wherever it is shown, if git knows."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from tests.commands.conftest import Run
from tests.revisions.repositories import Repo, isolated
from tests.revisions.test_older import EVIDENCE, NOW, QUESTION, ROW, WAS, confirmed

LINE = "Embassies are told to [-be on guard.-] {+burn papers.+}"


@pytest.fixture
def stale(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    isolated(tmp_path, monkeypatch)
    repo = Repo.begun(tmp_path / "case")
    confirmed(repo)
    repo.change(EVIDENCE, WAS, NOW)
    repo.commit("reworded")
    return repo


def test_the_finding_of_a_stale_row(ach: Run, stale: Repo) -> None:
    commit = stale.git("rev-parse", "HEAD")[:8]

    (line,) = (line for line in ach("-C", stale.root, "check").out.splitlines() if "C062" in line)

    assert f"older wording (text, reworded in {commit} of 2026-01-01: {LINE});" in line
    found = json.loads(ach("-C", stale.root, "check", "--format", "json").out)
    assert [LINE in finding["message"] for finding in found if finding["code"] == "C062"] == [True]
    assert LINE in ach("-C", stale.root, "check", "--format", "github").out.replace("%25", "%")


def test_a_row_rated_again_for_a_suspect(ach: Run, stale: Repo) -> None:
    """It has a fingerprint of its own, and a finding of its own."""
    again = (
        "deceptive:\n  embassy:\n    embassy/precautions: {none: C, minor: C, major: C, wording: w65bf2ce5cb044741}\n"
    )
    matrix = stale.root / "matrices/retaliation/ann.yaml"
    matrix.write_text(matrix.read_text("utf-8") + again, encoding="utf-8")

    lines = [line for line in ach("-C", stale.root, "check").out.splitlines() if "C062" in line]

    assert [LINE in line for line in lines] == [True, True]


def test_the_status(ach: Run, stale: Repo) -> None:
    told = " ".join(ach("-C", stale.root, "status").out.split())
    (record,) = json.loads(ach("-C", stale.root, "status", "--format", "json").out)

    assert "Stale rows of ann embassy/precautions: text, reworded in" in told
    assert LINE in told
    (row,) = record["stale_rows"]
    assert row["item"] == ROW
    assert [(one["hypothesis"], one["was"], one["now"]) for one in row["reworded"]] == [(None, WAS, NOW)]


def test_the_printed_matrix(ach: Run, stale: Repo) -> None:
    stale.change(QUESTION, "a major attack", "an attack")
    printed = {form: ach("-C", stale.root, "matrix", "--format", form).out for form in ("text", "md", "csv", "json")}

    text = " ".join(printed["text"].split())
    assert LINE in text
    assert "major, reworded since the last commit: It is planning [-a major-] {+an+} attack." in text
    assert "Embassies are told to <del>be on guard.</del> <ins>burn papers.</ins>" in printed["md"]
    rows = csv.DictReader(io.StringIO(printed["csv"], newline=""))
    (remarks,) = (row["remarks"] for row in rows if row["address"] == ROW)
    assert LINE in remarks
    (found,) = (row["reworded"] for row in json.loads(printed["json"])["rows"] if row["address"] == ROW)
    assert [(one["hypothesis"], one["was"]) for one in found] == [
        (None, WAS),
        ("major", "It is planning a major attack."),
    ]


def test_where_git_does_not_know_it_the_row_is_stale_all_the_same(
    ach: Run, stale: Repo, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    assert "C062 'embassy/precautions' was rated against an older wording; look" in ach("-C", stale.root, "check").out
    assert "stale: rated against another wording" in ach("-C", stale.root, "matrix").out
    (record,) = json.loads(ach("-C", stale.root, "status", "--format", "json").out)
    assert record["stale_rows"] == [{"item": ROW, "reworded": []}]
    assert "Stale rows" not in ach("-C", stale.root, "status").out


def test_what_stood_in_an_old_file_cannot_act_on_the_terminal(ach: Run, stale: Repo) -> None:
    stale.change(EVIDENCE, NOW, '"Told \\u202e to burn."')
    confirmed(stale)
    stale.change(EVIDENCE, '"Told \\u202e to burn."', NOW)
    stale.commit("reworded again")

    for command in ("check", "status", "matrix"):
        out = ach("-C", stale.root, command).out
        assert "\u202e" not in out
        assert "[-Told" in out
