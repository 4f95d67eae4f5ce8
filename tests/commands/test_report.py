from __future__ import annotations

import io
import json
import subprocess
import sys
from argparse import Namespace
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from workbench.analysis.heuer import estimative
from workbench.commands import known, progress, reporting
from workbench.printing import place, printed

SCHEMAS = Path(__file__).parents[2] / "schemas/output"
PROJECT = Path(__file__).parents[2]

Run = Any

JUDGEMENT = """\
judgement:
  likelihood: {none: 5, minor: 66, major: 22, other: 7}
  confidence: moderate
  because: The embassies look the other way.
"""


@pytest.fixture
def judged(folder: Path) -> Path:
    """The small workspace with a judgement."""
    matrix = folder / "matrices/retaliation/ann.yaml"
    matrix.write_text(matrix.read_text(encoding="utf-8") + JUDGEMENT, encoding="utf-8")
    return folder


def git(folder: Path, *words: str) -> None:
    who = ("-c", "user.name=ann", "-c", "user.email=ann@example.org")
    subprocess.run(["git", *who, *words], cwd=folder, check=True, capture_output=True)


def committed(folder: Path) -> None:
    git(folder, "init", "-q")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "first")


def data(ach: Run, *words: str | Path) -> dict[str, Any]:
    """What the command prints as JSON, after it and what it is made of were held against their schemas."""
    found: dict[str, Any] = json.loads(ach(*words, "--format", "json").out)
    for name, record in (("report", found), ("sensitivity", found["sensitivity"]), ("diff", found["since"])):
        if record:
            schema = json.loads((SCHEMAS / f"{name}.schema.json").read_text(encoding="utf-8"))
            jsonschema.Draft202012Validator(schema).validate(record)
    return found


def test_text_begins_with_the_judgement(ach: Run, judged: Path) -> None:
    ran = ach("-C", judged, "report")
    out = " ".join(ran.out.split())

    assert (ran.code, ran.err) == (0, "")
    assert out.startswith("TLP:CLEAR Will Iraq retaliate? this is: the judgement of one analyst, ann, made by")
    assert "BOTTOM LINE Minor action is judged likeliest: likely (66 %)." in out
    assert "Confidence in this judgement is moderate." in out
    assert out.endswith("TLP:CLEAR")


def test_words_are_those_of_the_standard_that_is_named(ach: Run, judged: Path) -> None:
    out = ach("-C", judged, "report", "--words", "phia").out
    found = data(ach, "-C", judged, "report", "--words", "phia")["judgement"]

    assert "PHIA" in out
    assert found["words"] == "phia"
    assert [share["word"] for share in found["likelihood"].values()] == ["likely", None, "remote chance", None]
    assert tuple(estimative.YARDSTICKS) == known.YARDSTICKS
    assert ach("-C", judged, "report", "--words", "kent").code == 2


def test_the_command_line_knows_what_there_is() -> None:
    assert set(reporting.FORMS) == set(place.FORMS)
    assert reporting.PAPERS == printed.PAPERS


@pytest.mark.parametrize("width", ["40", "72", "120"])
def test_text_is_as_wide_as_asked(ach: Run, judged: Path, width: str) -> None:
    assert max(map(len, ach("-C", judged, "report", "--width", width).out.splitlines())) <= int(width)


def test_a_file_says_its_format(ach: Run, judged: Path, tmp_path: Path) -> None:
    for name, begins in {"a.txt": "TLP:CLEAR", "a.md": "**TLP:CLEAR**", "a.json": "{", "a.csv": "part,"}.items():
        assert ach("-C", judged, "report", "-o", tmp_path / name).code == 0
        assert (tmp_path / name).read_text(encoding="utf-8").startswith(begins)
        again = (tmp_path / name).read_bytes()
        ach("-C", judged, "report", "-o", tmp_path / name)
        assert (tmp_path / name).read_bytes() == again
    ach("-C", judged, "matrix", "-o", tmp_path / "matrix.csv")
    assert (tmp_path / "a.csv").read_bytes() == (tmp_path / "matrix.csv").read_bytes()


def test_its_matrix_and_sensitivity_are_those_of_the_commands(ach: Run, judged: Path) -> None:
    found = data(ach, "-C", judged, "report")
    program = {"program": found["program"]}

    def alone(*command: str) -> object:
        return json.loads(ach("-C", judged, *command, "--format", "json").out)

    assert found["matrix"] == alone("matrix")
    assert program | found["sensitivity"] == alone("sensitivity")
    assert program | found["timeline"] == alone("timeline")
    assert [program | one for one in found["slices"]] == [alone("slices", "--by", one["by"]) for one in found["slices"]]
    assert found["compare"] is None


@pytest.mark.parametrize("question", ["specialists-2019", "specialists-2025"])
def test_the_shipped_case_fits_the_schema(ach: Run, question: str) -> None:
    found = data(ach, "-C", PROJECT, "report", question, "--analyst", "baseline")

    assert found["question"] == question
    assert found["judgement"]["likeliest"]


def test_a_narrowed_case_says_so_first(ach: Run, judged: Path) -> None:
    out = " ".join(ach("-C", judged, "report", "--slice", "kind=report").out.split())

    assert "BOTTOM LINE Only kind=report: 2 of 3 rows; 1 is left out." in out


def test_what_changed_since_a_revision_is_told_and_is_that_of_diff(ach: Run, judged: Path) -> None:
    committed(judged)
    matrix = judged / "matrices/retaliation/ann.yaml"
    text = matrix.read_text(encoding="utf-8").replace("minor: 66, major: 22", "minor: 22, major: 66")
    matrix.write_text(text.replace("{none: II, minor: C", "{none: II, minor: I"), encoding="utf-8")
    out = " ".join(ach("-C", judged, "report", "--since", "HEAD").out.split())

    assert "by weighted points Major action now leads alone, 1 point ahead; Minor action tied with it before. " in out
    assert "The judgement has changed as well." in out
    assert "judgement, likelihood of Minor action: 66 before, 22 now." in out
    assert "changes: 1 rating changed." in out
    since = data(ach, "-C", judged, "report", "--since", "HEAD")["since"]
    assert since == json.loads(ach("-C", judged, "diff", "HEAD", "--format", "json").out)


def test_nothing_changed_is_said(ach: Run, judged: Path) -> None:
    committed(judged)
    out = " ".join(ach("-C", judged, "report", "--since", "HEAD").out.split())

    assert "nothing that the matrix is made of has changed. The judgement is the same." in out
    assert "WHAT CHANGED SINCE" not in " ".join(ach("-C", judged, "report").out.split())


@pytest.mark.parametrize("typed, why", [("HEAD..HEAD", "name one revision"), ("", "name one"), ("gone", "no revision")])
def test_what_is_no_revision_is_refused(ach: Run, judged: Path, typed: str, why: str) -> None:
    committed(judged)
    ran = ach("-C", judged, "report", f"--since={typed}")

    assert (ran.code, ran.out) == (2, "")
    assert why in ran.err


def test_an_indicator_is_overdue_by_the_day_of_the_files(
    ach: Run, judged: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    question = judged / "hypotheses/retaliation.yaml"
    watched = "indicators:\n  recall: {statement: Agents are recalled., by: 1993-08, likely: {none: HL, minor: U}}\n"
    question.write_text(question.read_text(encoding="utf-8") + watched, encoding="utf-8")

    assert data(ach, "-C", judged, "report")["indicators"][0]["overdue"] is None
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "800000000")
    assert data(ach, "-C", judged, "report")["indicators"][0]["overdue"] is True


def test_colleagues_stay_hidden_until_my_own_matrix_is_done(ach: Run, judged: Path) -> None:
    ann = (judged / "matrices/retaliation/ann.yaml").read_text(encoding="utf-8")
    (judged / "matrices/retaliation/zoe.yaml").write_text(
        ann.replace("{none: II, minor: C", "{none: C, minor: I").partition("notes:")[0], encoding="utf-8"
    )
    (judged / "matrices/retaliation/bob.yaml").write_text(
        "format: 1\nrows:\n  embassy/statement: {none: C}\n", encoding="utf-8"
    )

    mine = ach("-C", judged, "report", "--analyst", "bob")
    done = ach("-C", judged, "report", "--analyst", "ann")
    reader = ach("-C", judged, "report", "--analyst", "ann", "-q")

    assert "Blind: bob has not rated 3 rows yet." in " ".join(mine.out.split())
    assert "zoe" not in mine.out
    assert "Krippendorff's alpha" in done.out
    assert reader.err == ""


def test_progress_is_told_where_somebody_watches(monkeypatch: pytest.MonkeyPatch) -> None:
    class Screen(io.StringIO):
        def isatty(self) -> bool:
            return True

    for quiet, expected in ((False, "\r\x1b[2Kach: sensitivity ...\r\x1b[2K"), (True, "")):
        screen = Screen()
        monkeypatch.setattr(sys, "stderr", screen)
        with progress.told(progress.teller(Namespace(quiet=quiet)), "sensitivity"):
            pass
        assert screen.getvalue() == expected


def test_progress_leaves_nothing_behind(ach: Run, judged: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Screen(io.StringIO):
        def isatty(self) -> bool:
            return True

    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    ach("-C", judged, "report", "-o", judged / "a.md")
    shown = screen.getvalue().replace("\r\x1b[2K", "\n").strip("\n").splitlines()

    assert shown[:3] == ["ach: points ...", "ach: matrix ...", "ach: sensitivity ..."]
    assert shown[-2] == "ach: writing md ..."
    assert shown[-1] == f"ach: {judged / 'a.md'} is written"


def test_of_a_format_without_room_for_sentences_it_is_said_what_is_in_it(ach: Run, folder: Path) -> None:
    assert "the report is its matrix alone" in ach("-C", folder, "report", "-o", str(folder / "r.svg")).err
    assert "alone" not in ach("-C", folder, "report", "-o", str(folder / "r.md")).err
