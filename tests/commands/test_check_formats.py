"""`ach check --format github` and `--format sarif`: what programs put beside the lines of a pull request."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import Any

import pytest

from workbench.checks import catalogue
from workbench.model import Finding
from workbench.report import github, sarif

Run = Any

CODES = {entry.code for _, some in catalogue.sections() for entry in some}


@pytest.fixture
def broken(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The workspace in a repository, with a misspelt hypothesis and a row without a fingerprint."""
    monkeypatch.delenv("GITHUB_WORKSPACE", raising=False)
    path = folder / "matrices/retaliation/ann.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("minor: C", "minr: C", 1), encoding="utf-8")
    (folder.parent / ".git").mkdir()
    return folder


def test_a_name_that_is_no_text_has_its_place(ach: Run, broken: Path) -> None:
    Path(os.fsdecode(os.fsencode(broken / "evidence") + b"/x\xff.YAML")).touch()
    found = json.loads(ach("-C", broken, "check", "--format", "sarif").out)["runs"][0]["results"]
    places = [one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for one in found]

    assert "case/evidence/x%FF.YAML" in places


def test_github_gets_an_error_for_a_fault_and_a_notice_for_a_note(ach: Run, broken: Path) -> None:
    ran = ach("-C", broken, "check", "--format", "github")
    lines = ran.out.splitlines()

    assert ran.code == 1
    assert any(
        line.startswith(
            "::error file=case/matrices/retaliation/ann.yaml,line=3,title=C001 unknown hypothesis::the quest"
        )
        for line in lines
    )
    assert any(line.startswith("::notice file=case/matrices/retaliation/ann.yaml,line=") for line in lines)
    assert all(line.startswith(("::error ", "::notice ")) for line in lines)


def test_a_conflict_left_standing_is_told_at_its_line(ach: Run, folder: Path) -> None:
    path = folder / "matrices/retaliation/ann.yaml"
    rows = path.read_text(encoding="utf-8").split("\n")
    rows[3:4] = ["<<<<<<< ours", rows[3], "=======", rows[3].replace("none: I", "none: C"), ">>>>>>> theirs"]
    path.write_text("\n".join(rows), encoding="utf-8")
    ran = ach("-C", folder, "check")

    assert (ran.code, ran.out.count("\n")) == (1, 1)
    assert ran.out.startswith(
        "matrices/retaliation/ann.yaml:4: Y007 git left a conflict here (<<<<<<<); keep the right"
    )


def test_paths_are_those_of_the_repository(
    ach: Run, broken: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("GITHUB_WORKSPACE", str(tmp_path / "case"))

    assert "file=matrices/retaliation/ann.yaml,line=3" in ach("-C", broken, "check", "--format", "github").out


HOSTILE = "50% of\r\n::error file=/etc/passwd::got you\n::add-mask::a\x1b[31m##[set-env name=x]y\u202e a,b:c"


def test_no_text_of_a_file_can_give_the_runner_a_command() -> None:
    found = [Finding(HOSTILE, "C001", HOSTILE, HOSTILE, line=3), Finding("a.yaml", "C063", "m", "r", note=True)]
    text = github.render(found, {"C001": HOSTILE})
    first, second, *rest = text.split("\n")

    assert rest == [""]
    assert second == "::notice file=a.yaml,title=C063::m; r"
    given, _, said = first.removeprefix("::error ").partition("::")
    assert [part.partition("=")[0] for part in given.split(",")] == ["file", "line", "title"]
    assert not re.search(r"%(?!25|0D|0A|3A|2C)", given + said)
    assert "\r" not in text
    assert "\x1b" not in text
    assert "\u202e" not in text


def test_sarif_has_what_the_standard_asks_for(ach: Run, broken: Path) -> None:
    ran = ach("-C", broken, "check", "--format", "sarif")
    log = json.loads(ran.out)
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]

    assert ran.code == 1
    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("sarif-schema-2.1.0.json")
    assert run["tool"]["driver"]["name"] == "ach"
    assert {rule["id"] for rule in rules} == CODES
    assert len(rules) == len(CODES)
    assert all(rule["help"]["text"] and rule["shortDescription"]["text"] for rule in rules)
    assert {rule["defaultConfiguration"]["level"] for rule in rules} == {"error", "note"}
    assert not any("](" in rule["help"]["text"] for rule in rules)
    for result in run["results"]:
        (place,) = result["locations"]
        physical = place["physicalLocation"]
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in {"error", "note"}
        assert result["message"]["text"]
        assert physical["region"]["startLine"] >= 1
        assert physical["artifactLocation"]["uri"].startswith("case/")
        assert physical["artifactLocation"]["uriBaseId"] in run["originalUriBaseIds"]
    assert ("C001", 3) in {
        (r["ruleId"], r["locations"][0]["physicalLocation"]["region"]["startLine"]) for r in run["results"]
    }


def test_sarif_makes_no_link_of_what_a_file_says() -> None:
    found = [Finding("evidence/a b.yaml", "W005", "[click](http://example.org) {0}", "rename it")]
    (result,) = json.loads(sarif.render(found, []))["runs"][0]["results"]

    assert result["message"]["text"] == r"\[click\](http://example.org) {{0}}; rename it"
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "evidence/a%20b.yaml"
    assert "ruleIndex" not in result


def test_nothing_found_is_a_log_without_results(ach: Run, folder: Path) -> None:
    assert json.loads(ach("-C", folder, "check", "--format", "sarif", "evidence").out)["runs"][0]["results"] == []
    assert ach("-C", folder, "check", "--format", "github", "evidence").out == ""
