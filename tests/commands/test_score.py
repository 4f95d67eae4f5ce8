from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

import pytest

from workbench.analysis.methods import METHODS
from workbench.commands import known
from workbench.printing import PROGRAM

Run = Any


def scored(none: float) -> dict[str, Any]:
    """What JSON says of a method under which the first hypothesis has so many points and the others none."""
    return {
        "scores": {"none": none, "minor": 0.0, "major": 0.0},
        "ranks": {"none": 3, "minor": 1, "major": 1},
        "leading": ["minor", "major"],
        "adjusted": {"none": none, "minor": 0.0, "major": 0.0},
        "leading_adjusted": ["minor", "major"],
    }


def test_json_is_exactly_what_was_promised(ach: Run, folder: Path) -> None:
    data = json.loads(ach("-C", folder, "score", "--format", "json").out)
    likelihood = data["methods"].pop("log-likelihood")
    said, separated = data.pop("headline"), data.pop("separated")

    assert said.startswith("Minor action and Major action tie for the lead. Not separated: ")
    assert (separated["by"], separated["holds"]) == (1, False)
    assert separated.keys() >= {"what", "leading"}
    assert separated.keys() & {"items", "cells"}
    assert data.pop("remarks")
    assert data == {
        "program": PROGRAM,
        "question": "retaliation",
        "analyst": "ann",
        "methods": {
            "parc-weighted": scored(3.0),
            "inconsistency-count": scored(3.0),
            "open-ach": scored(3.0),
            "quadratic": scored(5.0),
        },
        "coverage": {"none": 1.0, "minor": 1.0, "major": 1.0},
        "bears_on": {"none": 3, "minor": 3, "major": 3},
        "contradicts": {"none": 2, "minor": 0, "major": 0},
        "not_tested": [],
        "little_tested": [],
    }
    assert {key: likelihood[key] for key in ("ranks", "leading", "leading_adjusted")} == {
        key: scored(0)[key] for key in ("ranks", "leading", "leading_adjusted")
    }
    assert likelihood["scores"]["none"] > likelihood["scores"]["minor"] == likelihood["scores"]["major"] == 0


def test_json_says_what_log_likelihood_was_counted_with(ach: Run, folder: Path) -> None:
    def likelihood(*more: str) -> Any:
        return json.loads(ach("-C", folder, "score", "--format", "json", *more).out)["methods"]["log-likelihood"]

    table, by_kappa = likelihood(), likelihood("--kappa", "2")

    assert table["table"] == {"CC": 0.9, "C": 0.7, "N": 0.5, "I": 0.3, "II": 0.1}
    assert table["reliability"] == {"high": 1.0, "medium": 0.75, "low": 0.5}
    assert table["prior"] == by_kappa["prior"] == dict.fromkeys(("none", "minor", "major"), pytest.approx(1 / 3))
    assert table["cells_without_information"] == 0
    assert by_kappa["kappa"] == pytest.approx(math.log(2))
    assert by_kappa["scores"] == {"none": pytest.approx(3 * math.log(2)), "minor": 0, "major": 0}
    assert "voice" in table["dependence"]
    assert by_kappa.keys() == table.keys() - {"table", "cells_without_information"} | {"kappa"}


def test_what_is_not_tested_has_no_rank(ach: Run, folder: Path) -> None:
    path = folder / "matrices/retaliation/ann.yaml"
    path.write_text("format: 1\nrows:\n  embassy/statement: {none: C, minor: NA}\n", encoding="utf-8")
    data = json.loads(ach("-C", folder, "score", "--format", "json").out)

    assert data["methods"]["parc-weighted"]["ranks"] == {"none": 1, "minor": None, "major": None}
    assert data["not_tested"] == ["minor", "major"]


def test_ties_are_ties_in_text(ach: Run, folder: Path) -> None:
    lines = [line.split() for line in ach("-C", folder, "score").out.splitlines()]

    assert ["minor", "Minor", "action", "1=", "0", "0", "0", "3", "0", "100%"] in lines
    assert ["none", "No", "retaliation", "3", "3", "3", "3", "3", "2", "100%"] in lines


@pytest.mark.parametrize("name", METHODS)
def test_a_method_can_be_named(ach: Run, folder: Path, name: str) -> None:
    out = ach("-C", folder, "score", "--method", name).out
    text = " ".join(out.split())

    assert [line for line in out.splitlines() if line.isupper() and "(" in line] == [METHODS[name].title.upper()]
    assert f"{name}: Minor action and Major action tie for the lead, adjusted as well." in text
    for part in ("formula", "ignores", "source"):
        assert f"{part}: {getattr(METHODS[name], part)}" in text


def test_all_methods_begin_with_whether_they_agree(ach: Run, folder: Path) -> None:
    out = ach("-C", folder, "score", "--method", "all").out
    lines = out.splitlines()

    assert lines[4] == "All five methods lead with Minor action and Major action."
    titles = [method.title.upper() for method in METHODS.values()]
    assert [line for line in lines if line in titles] == titles
    assert ["none", "No", "retaliation", "3", "3", "3", "3", "3"] in [line.split() for line in lines]
    assert max(map(len, lines)) <= 80


def test_methods_that_do_not_agree_in_an_incomplete_matrix(ach: Run, folder: Path) -> None:
    path = folder / "matrices/retaliation/ann.yaml"
    path.write_text("format: 1\nrows:\n  embassy/statement: {none: C, minor: CC, major: NA}\n", encoding="utf-8")
    lines = " ".join(ach("-C", folder, "score", "--method", "all").out.split())

    assert (
        "Incomplete. The methods do not agree: parc-weighted, inconsistency-count, open-ach and quadratic lead with "
        "No retaliation and Minor action; log-likelihood leads with Minor action."
    ) in lines
    assert "as if they said nothing: 7 cells here." in lines


def test_log_likelihood_never_stands_without_its_assumptions(ach: Run, folder: Path) -> None:
    table = ach("-C", folder, "score", "--method", "log-likelihood").out
    by_kappa = ach("-C", folder, "score", "--method", "log-likelihood", "--kappa", "3").out

    for out, instead in ((table, "table"), (by_kappa, "kappa")):
        leads = [line.partition(":")[0] for line in out.splitlines()]
        assert {"prior", instead, "reliability", "dependence", "no probability"} <= {*leads}
        assert "That is no probability" in " ".join(out.split())
        assert "%" not in out.replace("100%", "")
    assert "a likelihood ratio of 3" in " ".join(by_kappa.split())


@pytest.mark.parametrize("typed", ["1", "0", "-2", "inf", "nan", "two"])
def test_a_likelihood_ratio_is_above_one(ach: Run, folder: Path, typed: str) -> None:
    ran = ach("-C", folder, "score", "--method", "log-likelihood", f"--kappa={typed}")

    assert (ran.code, ran.out) == (2, "")
    assert f'"{typed}" is not a likelihood ratio' in ran.err


def test_kappa_is_for_log_likelihood_alone(ach: Run, folder: Path) -> None:
    assert ach("-C", folder, "score", "--kappa", "2").code == 2
    assert "add --method log-likelihood" in ach("-C", folder, "score", "--kappa", "2", "--method", "quadratic").err
    assert ach("-C", folder, "score", "--kappa", "2", "--method", "all").code == 0


def test_help_names_every_method_with_a_line_each(ach: Run) -> None:
    lines = [" ".join(line.split()) for line in ach("score", "--help").out.splitlines()]

    assert {name: method.summary for name, method in METHODS.items()} == known.METHODS
    for name, method in METHODS.items():
        assert f"{name} {method.summary}" in lines


def test_an_unknown_method_is_refused(ach: Run, folder: Path) -> None:
    assert 'did you mean "parc-weighted"?' in ach("-C", folder, "score", "--method", "parc-weigthed").err


def test_scores_can_be_markdown_and_as_wide_as_asked(ach: Run, folder: Path) -> None:
    out = ach("-C", folder, "score", "--method", "all", "--format", "md").out

    assert out.count("| id | hypothesis | rank | points | adjusted |") == len(METHODS)
    assert max(map(len, ach("-C", folder, "score", "--method", "all", "--width", "50").out.splitlines())) <= 50


def test_what_several_methods_ignore_is_said_once(ach: Run, folder: Path) -> None:
    for words in ([], ["--method", "all"], ["--method", "quadratic"]):
        assert " ".join(ach("-C", folder, "score", *words).out.split()).count("Support (CC, C) never counts") == 1
