"""`ach add items`: what is added, what is refused and where, and what it exits with."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from workbench import workspace

Run = Any

TABLE = """\
Claim;Type;Grade;Date;Said by;Colour
Flights went out, at night.;report;2;1993-07;;red
Flights came in.;gossip;2;;;
The men ate apart.;report;3;;the cook;
"""


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "claims.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def state(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*.yaml")}


def test_what_can_be_is_added_and_the_rest_is_refused(ach: Run, folder: Path, table: Path) -> None:
    ran = ach("-C", folder, "add", "items", "embassy", table)

    assert ran.code == 1
    assert ran.out.splitlines() == [
        "evidence/embassy.yaml:7: added item embassy/flights-went-out-night",
        f"{table}:3: refused: 'gossip' is no kind of evidence; write report, statement, denial, absence, assessment, "
        "assumption, argument",
        f"{table}:4: refused: there is no origin 'the cook'; add it, or let it be added with the lines",
    ]
    assert "left out: Colour" in ran.err
    assert "1 item added, 2 lines refused" in ran.err
    assert workspace.read(folder).items["embassy/flights-went-out-night"].when == "1993-07"


def test_a_table_without_a_fault_exits_zero(ach: Run, folder: Path, table: Path) -> None:
    table.write_text(TABLE.replace("gossip", "denial"))

    ran = ach("-C", folder, "add", "items", "embassy", table, "--add-origins", "--column", "tag:colour=Colour")
    items = workspace.read(folder).items

    assert ran.code == 0
    assert "evidence/origins.yaml:5: added origin cook" in ran.out
    assert items["embassy/flights-went-out-night"].tags == {"colour": ("red",)}
    assert items["embassy/men-ate-apart"].origins == ("cook",)


def test_a_dry_run_says_the_same_and_writes_nothing(ach: Run, folder: Path, table: Path) -> None:
    before = state(folder)

    dry = ach("-C", folder, "add", "items", "embassy", table, "--dry-run", "--add-origins")

    assert (dry.code, state(folder)) == (1, before)
    real = ach("-C", folder, "add", "items", "embassy", table, "--add-origins")
    assert dry.out.replace("would add", "added") == real.out


def test_json_has_all_of_it(ach: Run, folder: Path, table: Path) -> None:
    ran = ach("-C", folder, "add", "items", "embassy", table, "--format", "json")
    said = json.loads(ran.out)

    assert ran.code == 1
    assert said["written"] is True
    assert said["columns"] == {
        "text": "Claim",
        "kind": "Type",
        "credibility": "Grade",
        "when": "Date",
        "origin": "Said by",
    }
    assert said["added"] == [
        {
            "what": "item",
            "name": "embassy/flights-went-out-night",
            "path": "evidence/embassy.yaml",
            "line": 7,
            "from_line": 2,
        }
    ]
    assert [one["from_line"] for one in said["refused"]] == [3, 4]


def test_from_standard_input_without_a_head(ach: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = "Flights went out, at night.\treport\t2\nAnd came in again.\treport\t3\n".encode("utf-16")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))

    ran = ach("-C", folder, "add", "items", "embassy")

    assert (ran.code, ran.out.count("added item")) == (0, 2)


def test_what_may_be_there_already_is_said(ach: Run, folder: Path, table: Path) -> None:
    table.write_text("text\nThe embassies were told: be on guard!\n")

    ran = ach("-C", folder, "add", "items", "embassy", table)

    assert (ran.code, "line 2 may say the same as embassy/precautions" in ran.err) == (0, True)


@pytest.mark.parametrize(
    ("text", "more", "sentence"),
    [
        (TABLE, ["--column", "text"], 'column "text" is not FIELD=HEADER'),
        (TABLE, ["--column", "text=Wording"], "there is no column 'Wording'"),
        (TABLE, ["--column", "claim=Claim"], "'claim' is no field"),
        (TABLE, ["--column", "text="], "no column is the text"),
        (TABLE, ["--separator", "pipe"], "is not one of"),
        ("", [], "there is nothing in it"),
    ],
)
def test_what_cannot_be_read_is_refused(
    ach: Run, folder: Path, table: Path, text: str, more: list[str], sentence: str
) -> None:
    table.write_text(text)
    before = state(folder)

    ran = ach("-C", folder, "add", "items", "embassy", table, *more)

    assert (ran.code, ran.out, sentence in ran.err) == (2, "", True)
    assert state(folder) == before


def test_a_source_or_a_file_that_is_not_there_is_refused(ach: Run, folder: Path, table: Path) -> None:
    assert 'there is no source "press"' in ach("-C", folder, "add", "items", "press", table).err
    gone = ach("-C", folder, "add", "items", "embassy", folder / "gone.csv")
    assert (gone.code, "cannot be read: No such file" in gone.err) == (2, True)
    table.write_bytes("claim\n\xdcber".encode("latin-1"))
    assert "it is not UTF-8: see line 2" in ach("-C", folder, "add", "items", "embassy", table).err


def test_hostile_text_is_data(ach: Run, folder: Path, table: Path) -> None:
    table.write_text("text\n[b]x[/b] \u202e evil\n\x1b[2Jx\n" + "y" * 30_000 + "\n=cmd()\n")

    ran = ach("-C", folder, "add", "items", "embassy", table)

    assert (ran.code, ran.out.count("added item"), ran.out.count("refused")) == (1, 2, 2)
    assert "\x1b" not in ran.out + ran.err
    assert "\u202e" not in ran.out + ran.err
