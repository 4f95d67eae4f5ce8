"""Rules about what is weighed, suspected and judged beside the ratings."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Found = Callable[..., list[str]]

PAPER = """\
format: 1
source: {title: Paper, reliability: C}
items:
  sky: {text: Clear sky., kind: report, credibility: 3, retells: report/night}
  guess: {text: Somebody lit it., kind: assessment, credibility: 3, rests_on: [paper/sky, report/smell]}
  rain: {text: It never rained., kind: report, credibility: 3, origin: neighbour}
"""
ORIGINS = """\
format: 1
origins:
  farmer: {who: the farmer, reliability: B}
  neighbour: {who: the neighbour, reliability: B, maybe_same: [farmer]}
"""
FILES = {"evidence/paper.yaml": PAPER, "evidence/origins.yaml": ORIGINS}
PARKED = "notes: {paper/sky: {parked: No.}, paper/guess: {parked: No.}, paper/rain: {parked: No.}}"


@pytest.mark.parametrize(
    ("suspect", "address", "known"),
    [
        ("report", "report/night", True),
        ("report", "paper/sky", True),
        ("report", "paper/guess", True),
        ("report", "paper/rain", False),
        ("neighbour", "paper/rain", True),
        ("farmer", "paper/rain", True),
        ("farmer", "report/night", False),
        ("paper", "report/night", False),
    ],
)
def test_only_what_comes_from_a_suspect_is_rated_again_for_it(
    found: Found, suspect: str, address: str, known: bool
) -> None:
    again = f"deceptive:\n  {suspect}:\n    {address}: {{storm: C, arson: C, wiring: C}}"
    codes = [line for line in found(files=FILES, matrix=f"{PARKED}\n{again}") if line.endswith("C067")]

    assert codes == ["ann.yaml:8 C067"] * (not known)


def test_a_row_rated_again_is_stale_and_unconfirmed_like_any_other(found: Found) -> None:
    old = "{storm: C, arson: C, wiring: C, wording: w0123456789abcdef}"

    assert found(matrix=f"deceptive:\n  report:\n    report/night: {old}") == ["ann.yaml:7 C062"]
    assert found(matrix="deceptive: {report: {report/night: {storm: C, arson: C, wiring: C}}}") == ["ann.yaml:5 C063"]
    assert found(matrix="deceptive: {report: {report/night: {storm: C, wiring: C}}}") == [
        "ann.yaml:5 C063",
        "ann.yaml:5 C068",
    ]


def test_a_suspect_under_its_old_id_is_known(found: Found) -> None:
    matrix = "checks: {paper: {past: None.}}\ndeceptive: {paper: {report/night: {storm: C, arson: C, wiring: C}}}"

    assert found(matrix=matrix, source=", formerly: [paper]") == [
        "ann.yaml:5 C008",
        "ann.yaml:6 C008",
        "ann.yaml:6 C063",
    ]
    assert found(matrix="checks: {paper: {past: A.}, report: {past: B.}}", source=", formerly: [paper]") == [
        "ann.yaml:5 C007",
        "ann.yaml:5 C008",
    ]


@pytest.mark.parametrize(
    ("matrix", "codes"),
    [
        ("notes: {report/night: {weighed: {storm: error}}}", ["ann.yaml:5 C066"]),
        ("notes: {report/night: {weighed: {storm: error}, parked: Old.}}", []),
        ("notes: {report/night: {weighed: {moon: error}}}", ["ann.yaml:5 C001"]),
        ("judgement: {confidence: low}", ["ann.yaml:5 C073"]),
        ("judgement: {confidence: low, because: The sky.}", []),
        ("grades: {own/night: {credibility: 2}}", ["ann.yaml:5 C032"]),
        ("grades: {report/night: {credibility: 1}}", []),
    ],
)
def test_notes_judgement_and_own_grades(found: Found, matrix: str, codes: list[str]) -> None:
    own = "format: 1\nsource: {kind: own-analysis}\nitems:\n  night: {text: Dark., kind: assumption, standing: solid}\n"
    parked = "" if "notes" in matrix else "\nnotes: {own/night: {parked: No.}}"
    files = {} if "notes" in matrix else {"evidence/own.yaml": own}

    assert found(files=files, matrix=matrix + parked) == codes


@pytest.mark.parametrize(("share", "codes"), [(30, ["fire.yaml:4 C054", "ann.yaml:5 C072"]), (0, ["fire.yaml:4 C054"])])
def test_what_is_out_has_no_share(found: Found, share: int, codes: list[str]) -> None:
    likelihood = f"judgement: {{likelihood: {{storm: {share}, arson: {100 - share}}}}}"

    assert sorted(found(storm=", status: rejected, because: No cloud.", matrix=likelihood)) == sorted(codes)
