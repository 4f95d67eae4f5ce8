"""`ach add`: what is added, where it is, and what is refused."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from workbench import workspace
from workbench.commands import declared
from workbench.commands.arguments import parser
from workbench.model import Kind, Status
from workbench.workspace import shapes

Run = Any


def test_an_item_with_everything(ach: Run, folder: Path) -> None:
    ran = ach("-C", folder, "add", "origin", "cook", "a cook, unnamed", "--access", "the kitchen", "--reliability", "F")
    assert (ran.code, ran.out) == (0, "evidence/origins.yaml:5: added origin cook\n")

    ran = ach(
        "-C", folder, "add", "item", "embassy", "night-flights", "Flights went out: at night.", "--kind", "report",
        "--origin", "cook", "--credibility", "2", "--when", "1993-07", "--at", "par. 6", "--tag", "service=signals",
        "--tag", "service=air", "--tag", "place=baghdad", "--after", "statement", "--because", "It was seen.",
    )  # fmt: skip
    text = (folder / "evidence/embassy.yaml").read_text(encoding="utf-8")

    assert (ran.code, ran.out) == (0, "evidence/embassy.yaml:5: added item embassy/night-flights\n")
    assert text.splitlines()[4:16] == [
        "  night-flights:",
        "    text: >-",
        "      Flights went out: at night.",
        "    kind: report",
        "    origin: cook",
        "    credibility: 2",
        "    because: It was seen.",
        "    when: 1993-07",
        "    at: par. 6",
        "    tags: {service: [signals, air], place: [baghdad]}",
        "  precautions: {text: Embassies are told to be on guard., kind: report, credibility: 3}",
        "  loss-of-face: {text: Doing nothing would cost Saddam his standing., kind: report, credibility: 3}",
    ]
    assert workspace.read(folder).items["embassy/night-flights"].tags == {
        "service": ("signals", "air"),
        "place": ("baghdad",),
    }


def test_each_thing_is_added_and_found_by_check(ach: Run, folder: Path) -> None:
    at = ("-C", folder, "add")
    runs = [
        ach(*at, "source", "press", "The paper: of record", "--reliability", "D", "--published", "1993-07-01"),
        ach(*at, "item", "press", "flights", "Flights went out at night."),
        ach(*at, "item", "own", "they-obey", "Agents do what they are told.", "--standing", "caveated"),
        ach(*at, "gap", "retaliation", "orders", "What are the orders?", "--matters", "It would settle it."),
        ach(*at, "indicator", "retaliation", "alert", "Agents go on alert.", "--by", "1993", "--likely", "none=HU"),
        ach(*at, "hypothesis", "retaliation", "bluff", "It bluffs.", "--short", "Bluff", "--expect-not", "bombs"),
    ]
    found = workspace.read(folder)
    asked = found.questions["retaliation"]

    assert [ran.code for ran in runs] == [0] * 6
    for ran, name in zip(runs, ["press", "press/flights", "own/they-obey", "orders", "alert", "bluff"], strict=True):
        place, _, said = ran.out.partition(": added ")
        path, _, line = place.rpartition(":")
        assert said.split()[-1] == name
        assert (folder / path).read_text(encoding="utf-8").count("\n") >= int(line)
    assert found.items["own/they-obey"].kind is Kind.ASSUMPTION
    assert asked.indicators["alert"].likely == {"none": "HU"}
    assert (asked.gaps["orders"].matters, asked.hypotheses["bluff"].status) == ("It would settle it.", Status.ACTIVE)
    assert ach("-C", folder, "check", "-q", folder / "evidence", folder / "hypotheses").code in {0, 2}


def test_what_follows_is_said_on_standard_error(ach: Run, folder: Path) -> None:
    added = ("-C", folder, "add", "hypothesis", "retaliation", "bluff", "It bluffs.", "--short", "Bluff")

    ran = ach(*added, "--expect-not", "bombs")

    assert "C064 3 of 12 cells are not yet rated" in ran.err
    assert ach("-q", "-C", folder, "add", "gap", "retaliation", "orders", "Which?").err == ""


def test_an_item_that_no_question_takes_in_is_said(ach: Run, folder: Path) -> None:
    path = folder / "hypotheses/retaliation.yaml"
    path.write_text(path.read_text().replace("hypotheses:", "evidence: [{address: embassy/statement}]\nhypotheses:"))

    ran = ach("-C", folder, "add", "item", "embassy", "x", "Something else.")

    assert (ran.code, "no question takes embassy/x in" in ran.err) == (0, True)


def test_a_text_from_standard_input(ach: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import io
    import sys

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("Über alles:\nzwei Zeilen\n".encode())))
    assert ach("-C", folder, "add", "gap", "retaliation", "orders", "-").code == 0
    assert workspace.read(folder).questions["retaliation"].gaps["orders"].statement == "Über alles:\nzwei Zeilen"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["item", "press", "x", "y"], 'there is no source "press"'),
        (["item", "embassy", "statement", "y"], "there is an item 'statement' already"),
        (["item", "embassy", "X", "y"], "'X' is no id"),
        (["item", "embassy", "x", "y", "--kind", "repport"], 'did you mean "report"'),
        (["item", "embassy", "x", "y", "--tag", "alone"], '--tag "alone" is not NAME=VALUE'),
        (["item", "embassy", "x", "y", "--when", "July"], "is not a date"),
        (["item", "embassy", "x", "y", "--origin", "nobody"], "has no origin 'nobody'"),
        (["item", "embassy", "x", "y", "--kind", "absence"], "does not say looked_in"),
        (["item", "embassy", "x", "\x1b[2J"], "U+001B"),
        (["item", "embassy", "x", ""], "has no 'text'"),
        (["hypothesis", "retaliation", "bluff", "y", "--short", "z"], "should not be seen"),
        (["hypothesis", "retaliations", "bluff", "y", "--short", "z"], 'there is no question "retaliations"'),
        (["indicator", "retaliation", "a", "b", "--likely", "none=X"], "'X' is not a likelihood"),
        (["gap", "retaliation", "a"], "required: TEXT"),
        (["gaps", "retaliation", "a", "b"], 'did you mean "gap"'),
        ([], "required: WHAT"),
    ],
)
def test_what_cannot_be_added_is_refused(ach: Run, folder: Path, words: list[str], sentence: str) -> None:
    before = {path: path.read_bytes() for path in folder.rglob("*.yaml")}

    ran = ach("-C", folder, "add", *words)

    assert (ran.code, ran.out) == (2, "")
    assert sentence in ran.err
    assert {path: path.read_bytes() for path in folder.rglob("*.yaml")} == before


@pytest.mark.parametrize("what", declared.things())
def test_help_shows_an_example(ach: Run, what: str) -> None:
    ran = ach("add", what, "--help")

    assert (ran.code, f"ach add {what} " in ran.out.partition("example:")[2]) == (0, True)


def test_the_words_are_those_of_the_schemas() -> None:
    item = shapes.schema("evidence")["properties"]["items"]["additionalProperties"]["properties"]
    question = shapes.schema("hypotheses")["properties"]
    hypothesis = question["hypotheses"]["additionalProperties"]["properties"]
    indicator = question["indicators"]["additionalProperties"]["properties"]
    grades = shapes.schema("evidence")["$defs"]["reliability"]["enum"]

    assert list(declared.KINDS) == item["kind"]["enum"] == [kind.value for kind in Kind]
    assert [*declared.STANDINGS, None] == item["standing"]["enum"]
    assert {*declared.CREDIBILITIES} <= {*item["credibility"]["enum"]}
    assert [*declared.ROLES, None] == hypothesis["role"]["enum"]
    assert [*declared.STATUSES, None] == indicator["status"]["enum"]
    assert [*declared.RELIABILITIES, None] == grades


def test_every_field_of_an_item_can_be_given() -> None:
    given = vars(parser().parse_args(["add", "item", "a", "b", "c"]))
    fields = shapes.schema("evidence")["properties"]["items"]["additionalProperties"]["properties"]

    assert {*fields} - {"formerly", "tags", "text"} <= {*given}
