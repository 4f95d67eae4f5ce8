"""The rules at their edges; that each finds its plain case is tested with the bad examples."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from workbench.checks import RULES

Found = Callable[..., list[str]]


def test_codes_are_in_order_and_never_doubled() -> None:
    codes = [rule.code for rule in RULES]

    assert codes == sorted(set(codes))
    assert all(re.fullmatch(r"C\d{3}", code) for code in codes)


def test_every_rule_says_what_it_is_and_why() -> None:
    assert len({rule.title for rule in RULES}) == len(RULES)
    for rule in RULES:
        assert rule.title[0].islower() or rule.title.startswith("E ")
        assert len(rule.why) > 40
        assert rule.why.endswith(".")


def test_the_workspace_to_break_is_sound(found: Found) -> None:
    assert found() == []


@pytest.mark.parametrize(
    "parts, codes",
    [
        ({"night": ", when: 2020-08-01/.."}, []),
        ({"night": ", when: unknown"}, []),
        ({"question": "cutoff: unknown"}, ["fire.yaml:3 C020"]),
        ({"question": "cutoff: 2020-08-32"}, ["fire.yaml:3 C020"]),
        ({"night": ", when: 1.8.2020"}, ["report.yaml:4 C020"]),
        ({"night": ", when: last year"}, []),  # a finding of shape
    ],
)
def test_dates(found: Found, parts: dict[str, str], codes: list[str]) -> None:
    assert found(**parts) == codes


@pytest.mark.parametrize(
    "parts, codes",
    [
        ({"question": "marking: SECRET//NOFORN", "source": ", marking: TLP:RED"}, []),  # not compared
        ({"question": "marking: TLP:RED", "source": ", marking: TLP:RED"}, []),
        ({"question": "marking: TLP:AMBER+STRICT", "source": ", marking: TLP:RED"}, ["fire.yaml:3 C023"]),
        ({"source": ", marking: TLP:GREEN"}, ["fire.yaml:1 C023"]),
        ({"source": ", marking: TLP:CLEAR"}, []),
        ({"source": ", marking: TLP:RED", "night": ", marking: TLP:CLEAR", "smell": ", marking: TLP:CLEAR"}, []),
        ({"question": "marking: tlp:clear"}, ["fire.yaml:3 C021"]),
        ({"question": "marking: TLP:RED", "source": ", marking: TLP:CLEAR", "night": ", marking: TLP:GREEN"},
         ["report.yaml:2 C022"]),
    ],
)  # fmt: skip
def test_markings(found: Found, parts: dict[str, str], codes: list[str]) -> None:
    assert found(**parts) == codes


@pytest.mark.parametrize(
    "parts, codes",
    [
        ({"source": ", kind: document", "night": ", because: Tested."}, []),
        ({"night": ", origin: farmer"}, ["report.yaml:4 C003"]),
        ({"matrix": "grades: {report/night: {credibility: 5}}"}, ["ann.yaml:3 C030"]),
        ({"matrix": "grades: {report/night: {credibility: 5}}\nnotes: {report/night: {parked: Too doubtful.}}"}, []),
        (
            {
                "matrix": "grades: {report/night: {credibility: 5}}\n"
                "notes: {report/night: {because: {storm: It stays.}}}"
            },
            [],
        ),
        ({"matrix": "grades: {report/night: {credibility: 6}}"}, ["ann.yaml:2 C031"]),
        ({"smell": ", retells: report/night"}, []),
        ({"smell": ", retells: report/smell"}, ["report.yaml:5 C010"]),
    ],
)
def test_grades(found: Found, parts: dict[str, str], codes: list[str]) -> None:
    assert found(**parts) == codes


@pytest.mark.parametrize(
    "original, retelling, above",
    [("2", "2", False), ("2", "3", False), ("3", "2", True), ("6", "3", False), ("6", "2", True), ("2", "6", False)],
)
def test_a_retelling_is_no_surer_than_its_original(found: Found, original: str, retelling: str, above: bool) -> None:
    paper = (
        "format: 1\nsource: {title: Paper, reliability: C}\nitems:\n"
        f"  sky: {{text: Clear sky., kind: report, credibility: {original}}}\n"
        f"  stars: {{text: Stars shone., kind: report, credibility: {retelling}, retells: paper/sky}}\n"
    )
    parked = "notes: {paper/sky: {parked: No.}, paper/stars: {parked: No.}}"

    assert found(files={"evidence/paper.yaml": paper}, matrix=parked) == ["paper.yaml:5 C036"] * above


@pytest.mark.parametrize(
    "origin, above",
    [
        ("{who: the farmer, reliability: B}", False),
        ("{who: unnamed farmer, reliability: B}", True),
        ("{who: An anonymous caller, reliability: A}", True),
        ("{who: unnamed farmer, reliability: F}", False),
        ("{who: unnamed farmer}", False),
        ("{who: unnamed farmer, reliability: B, because: Known to the police.}", False),
        ("{who: a farmer, access: unknown, reliability: C}", True),
    ],
)
def test_unnamed_origins(found: Found, origin: str, above: bool) -> None:
    assert found(files={"evidence/origins.yaml": f"format: 1\norigins:\n  x: {origin}\n"}) == (
        ["origins.yaml:3 C035"] * above
    )


@pytest.mark.parametrize(
    "parts, codes",
    [
        ({"storm": ", status: parked, because: Later."}, ["fire.yaml:4 C054"]),
        ({"storm": ", status: merged, because: Same., into: arson"}, ["fire.yaml:4 C054"]),
        ({"storm": ", into: arson"}, ["fire.yaml:5 C052"]),
        ({"storm": ", status: merged, because: Same., into: strom"}, ["fire.yaml:4 C054", "fire.yaml:5 C001"]),
        ({"storm": ", status: merged, because: Same., into: storm"}, ["fire.yaml:4 C054", "fire.yaml:5 C011"]),
        ({"question": "overlap: [{between: [storm, arsen], because: x}]"}, ["fire.yaml:3 C001"]),
        ({"question": "indicators: {rain: {statement: Rain., likely: {storm: L, moon: U}}}"}, ["fire.yaml:3 C001"]),
    ],
)
def test_hypotheses(found: Found, parts: dict[str, str], codes: list[str]) -> None:
    assert found(**parts) == codes


@pytest.mark.parametrize(
    "parts, codes",
    [
        ({"night_wording": "w0123456789abcdef"}, ["ann.yaml:3 C062"]),
        ({"night_wording": "w0123456789abcdef", "matrix": "notes: {report/night: {parked: Old.}}"}, []),
        ({"night_wording": "maybe"}, []),  # a finding of shape
        ({"matrix": "judgement: {likelihood: {storm: 33.3, arson: 33.3, wiring: 33.3}}"}, []),
        ({"matrix": "judgement: {likelihood: {storm: 33, arson: 33, wiring: 33}}"}, ["ann.yaml:5 C070"]),
        ({"matrix": "judgement: {likelihood: {storm: 50, moon: 50}}"}, ["ann.yaml:5 C001"]),
        ({"matrix": "judgement: {likelihood: {storm: 50, other: 50}}"}, []),
        ({"matrix": "checks: {report: {motive: None.}}"}, []),
        ({"matrix": "deceptive: {report: {report/nigth: {storm: C}}}"}, ["ann.yaml:5 C002"]),
    ],
)
def test_matrices(found: Found, parts: dict[str, str], codes: list[str]) -> None:
    assert found(**parts) == codes


def test_a_suspect_that_is_a_source_and_an_origin_is_ambiguous(found: Found) -> None:
    origins = {"evidence/origins.yaml": "format: 1\norigins:\n  report: {who: the report, reliability: B}\n"}

    assert found(files=origins) == []
    assert found(files=origins, matrix="checks: {report: {motive: None.}}") == ["ann.yaml:5 C004"]


@pytest.mark.parametrize(
    "parts, codes",
    [
        ({"storm": ", formerly: [thunder]"}, []),
        ({"storm": ", formerly: [arson]"}, ["fire.yaml:5 C006"]),
        ({"night": ", formerly: [sky]", "smell": ", formerly: [sky]"}, ["report.yaml:5 C006"]),
        ({"source": ", formerly: [paper]", "matrix": "notes: {paper/night: {parked: No.}}"}, ["ann.yaml:5 C008"]),
        ({"source": ", formerly: [report]"}, ["report.yaml:2 C006"]),
        (
            {
                "night": ", formerly: [sky]",
                "matrix": "grades: {report/night: {credibility: 2}, report/sky: {credibility: 3}}",
            },
            ["ann.yaml:5 C007", "ann.yaml:5 C008"],
        ),
        ({"storm": ", formerly: [thunder]", "matrix": "judgement: {likelihood: {thunder: 60, arson: 40}}"},
         ["ann.yaml:5 C008"]),
    ],
)  # fmt: skip
def test_old_ids(found: Found, parts: dict[str, str], codes: list[str]) -> None:
    assert found(**parts) == codes


def test_a_row_under_an_old_address_is_reported_where_it_stands(found: Found) -> None:
    parts = {"night": ", formerly: [sky]", "matrix": "", "night_wording": "w0123456789abcdef"}
    files = {"matrices/fire/bob.yaml": "format: 1\nrows:\n  report/smell: {}\n  report/sky: {storm: I}\n"}

    assert "bob.yaml:4 C060" in found(files=files, **parts)


def test_what_only_an_unread_file_could_explain_is_not_reported(found: Found) -> None:
    """A broken evidence file is one finding, not one for each row that rates what stands in it."""
    later = {"evidence/paper.yaml": "format: 2\n", "evidence/origins.yaml": "format: 2\n"}
    rows = "notes: {paper/sky: {parked: No.}}\nchecks: {paper: {motive: None.}}"

    assert found(files=later, matrix=rows, night=", origin: farmer") == []


def test_a_matrix_for_a_question_that_could_not_be_read_is_not_reported(found: Found) -> None:
    later = {"hypotheses/flood.yaml": "format: 2\n", "matrices/flood/ann.yaml": "format: 1\nrows: {}\n"}

    assert found(files=later) == []
