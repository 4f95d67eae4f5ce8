"""Shapes: the schemas themselves, the sentences, and that two libraries never disagree."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from tests.workspace.mutations import SOUND, mutated
from workbench import yamltext
from workbench.model import RATING_MEANING, RATING_QUESTION, Kind, Rating, Status, ids
from workbench.workspace import sentences, shapes

HYPOTHESES = """\
format: 1
question: Why did the barn burn?
hypotheses:
  storm:
    short: Storm
    statement: Lightning set it on fire.
"""

EVIDENCE = """\
format: 1
source:
  title: Report
items:
  petrol:
    text: It smelled of petrol.
    kind: report
"""

MATRIX = """\
format: 1
rows:
  report/petrol: {storm: C, arson: CC}
"""


def walk(schema: Any, at: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every schema inside a schema that describes something in a file, with its place."""
    if isinstance(schema, dict):
        yield at, schema
        for key, inner in schema.get("properties", {}).items():
            yield from walk(inner, f"{at}/{key}")
        for key in ("additionalProperties", "items"):
            yield from walk(schema.get(key), f"{at}/*")


def everything(schema: Any) -> Iterator[dict[str, Any]]:
    """Every mapping inside a schema, definitions included."""
    if isinstance(schema, dict):
        yield schema
        for inner in schema.values():
            yield from everything(inner)
    elif isinstance(schema, list):
        for inner in schema:
            yield from everything(inner)


def found(kind: str, text: str) -> list[str]:
    return [str(finding) for finding in shapes.findings(kind, "x.yaml", yamltext.read(text.encode()))]


@pytest.mark.parametrize("kind", shapes.KINDS)
def test_schema_says_what_it_is(kind: str) -> None:
    schema = shapes.schema(kind)
    Draft202012Validator.check_schema(schema)

    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"] == f"urn:ach-workbench:{kind}:1"
    assert schema["title"]


@pytest.mark.parametrize("kind", shapes.KINDS)
def test_every_field_has_a_description_in_sentences(kind: str) -> None:
    """Editors show it while one writes."""
    poor = [
        place
        for place, schema in walk(shapes.schema(kind))
        if not (len(schema.get("description", "")) > 20 and schema["description"].endswith("."))
    ]

    assert poor == []


@pytest.mark.parametrize("kind", shapes.KINDS)
def test_schema_uses_nothing_whose_errors_cannot_be_worded(kind: str) -> None:
    used = {key for schema in everything(dict(shapes.schema(kind))) for key in schema}

    assert not used & {"oneOf", "anyOf", "allOf", "dependentSchemas"}


@pytest.mark.parametrize("kind", shapes.KINDS)
def test_unknown_fields_are_never_passed_over(kind: str) -> None:
    open_ended = [
        place for place, schema in walk(shapes.schema(kind)) if "properties" in schema or "propertyNames" in schema
        if "additionalProperties" not in schema
    ]  # fmt: skip

    assert open_ended == []


def test_schema_and_model_have_the_same_words() -> None:
    row = shapes.schema("matrix")["properties"]["rows"]["additionalProperties"]["additionalProperties"]
    item = shapes.schema("evidence")["properties"]["items"]["additionalProperties"]["properties"]
    hypothesis = shapes.schema("hypotheses")["properties"]["hypotheses"]["additionalProperties"]["properties"]

    assert shapes.schema("matrix")["$defs"]["rating"]["enum"] == [rating.value for rating in Rating]
    assert item["kind"]["enum"] == [kind.value for kind in Kind]
    assert hypothesis["status"]["enum"] == [*(status.value for status in Status), None]
    assert row["description"].startswith(RATING_QUESTION)
    for rating, meaning in RATING_MEANING.items():
        assert f"{rating}: {meaning}." in row["description"]


@pytest.mark.parametrize("kind", shapes.KINDS)
def test_schema_and_files_refuse_the_same_ids(kind: str) -> None:
    for name, definition in shapes.schema(kind)["$defs"].items():
        if name in ("id", "rated", "weighted"):
            besides = {"rated": {"wording"}, "weighted": {"other"}}.get(name, set())
            assert set(definition["not"]["enum"]) | besides == ids.NEVER_AN_ID
            assert definition["maxLength"] == ids.ID_LENGTH
            assert definition["pattern"] == f"^{ids.ID.pattern}$"


@pytest.mark.parametrize(
    "kind, text, sentence",
    [
        ("hypotheses", HYPOTHESES.replace("1\n", "2\n", 1) + "nonsense: 1\n",
         "x.yaml:1: S001 this file has format '2', and this version of ach reads format 1; "
         "install a newer version of ach-workbench"),
        ("hypotheses", HYPOTHESES.replace("format: 1", "format: one"),
         "x.yaml:1: S006 'one' is not a format; write 1"),
        ("hypotheses", HYPOTHESES.replace("    short: Storm\n", ""),
         "x.yaml:4: S003 'storm' has no 'short'; "
         "add `short:` (the column header: two or three words, 24 characters or fewer)"),
        ("hypotheses", HYPOTHESES + "    expcet: [A cloud.]\n",
         "x.yaml:7: S002 'expcet' is no field here; did you mean 'expect'?"),
        ("origins", "format: 1\norigins: {}\nwho: x\n",
         "x.yaml:3: S002 'who' is no field here; "
         "the fields here are format and origins; move it to where it belongs or remove it"),
        ("hypotheses", HYPOTHESES + "    expect: A cloud.\n",
         "x.yaml:7: S005 'expect' holds a text where a list belongs; "
         "write a list: each entry on its own line after a hyphen and a blank"),
        ("hypotheses", HYPOTHESES + "    expect: [A cloud., {a: b}]\n",
         "x.yaml:7: S005 entry 2 of 'expect' holds a mapping where a text belongs; write a text"),
        ("hypotheses", HYPOTHESES.replace("Storm", "''"),
         "x.yaml:5: S004 'short' is empty; write it, or remove the line"),
        ("hypotheses", HYPOTHESES + "evidence: [{}]\n",
         "x.yaml:7: S004 entry 1 of 'evidence' is empty; write at least one entry"),
        ("hypotheses", HYPOTHESES + "    status: rejectd\n",
         "x.yaml:7: S006 'rejectd' is not a status; did you mean rejected? Write active, parked, merged or rejected"),
        ("hypotheses", HYPOTHESES + "    formerly: [No Id]\n",
         "x.yaml:7: S007 'No Id' is not an id; "
         "write an id with a-z, 0-9 and single hyphens, beginning with a letter, 60 characters at most"),
        ("hypotheses", HYPOTHESES + "overlap:\n  - {between: [a, b, c], because: x}\n",
         "x.yaml:8: S010 'between' has 3 entries where 2 belong; name exactly 2"),
        ("evidence", EVIDENCE + "    credibility: 7\n",
         "x.yaml:8: S006 '7' is not a grade of credibility; write 1, 2, 3, 4, 5 or 6"),
        ("evidence", EVIDENCE + "    credibility: [2]\n",
         "x.yaml:8: S005 'credibility' holds a list where a grade of credibility belongs; write 1, 2, 3, 4, 5 or 6"),
        ("evidence", EVIDENCE + "    retells: petrol\n",
         "x.yaml:8: S009 'petrol' is not an address; write <source>/<item>, the file's name without .yaml, "
         "a slash and the item's id, as in embassy/radio-traffic"),
        ("evidence", EVIDENCE + "    origin: [a, a]\n",
         "x.yaml:8: S010 'a' stands twice in this list; remove one of the two"),
        ("matrix", MATRIX.replace("CC", "maybe"),
         "x.yaml:3: S006 'maybe' is not a rating; write CC, C, N, I, II or NA"),
        ("matrix", MATRIX.replace("CC", "cc"),
         "x.yaml:3: S006 'cc' is not a rating; did you mean CC? Write CC, C, N, I, II or NA"),
        ("matrix", MATRIX.replace("CC", ""),
         "x.yaml:3: S004 'arson' is empty; write CC, C, N, I, II or NA, or remove it"),
        ("matrix", MATRIX.replace("arson", "other"),
         "x.yaml:3: S008 'other' cannot be an id: it is a reserved word; "
         "choose another id, in this place and wherever it is used"),
        ("matrix", MATRIX.replace("arson", "wording"),
         "x.yaml:3: S009 'CC' is not a fingerprint; leave wording as the program writes it (w and 16 hex digits), "
         "or take it out and confirm the row in the workbench"),
        ("matrix", MATRIX + "judgement: {likelihood: {storm: half, other: 100.1}}\n",
         "x.yaml:4: S009 '100.1' is not a share; write a number from 0 to 100, per cent"),
    ],
)  # fmt: skip
def test_sentence(kind: str, text: str, sentence: str) -> None:
    assert sentence in found(kind, text)


def test_each_fault_is_told_once_in_the_order_of_the_lines() -> None:
    text = "format: 1\nquestion:\nhypotheses:\n  Storm: {}\n  no: {short: x, status: y}\n"
    lines = [
        (finding.line, finding.code) for finding in shapes.findings("hypotheses", "x", yamltext.read(text.encode()))
    ]

    assert lines == [
        (2, "S004"),
        (4, "S003"),  # short
        (4, "S003"),  # statement
        (4, "S007"),
        (5, "S003"),
        (5, "S006"),
        (5, "S008"),
    ]


def test_the_same_mapping_twice_in_a_list_is_found_whatever_the_order_of_its_keys() -> None:
    codes = [line.split()[1] for line in found("evidence", EVIDENCE + "    origin: [{a: b, c: d}, {c: d, a: b}]\n")]

    assert codes == ["S005", "S005", "S010"]


def test_own_analysis_needs_no_title() -> None:
    assert found("evidence", "format: 1\nsource: {kind: own-analysis}\nitems:\n") == []
    assert len(found("evidence", "format: 1\nsource: {kind: document}\nitems:\n")) == 1


def test_a_key_with_a_line_feed_at_its_end_is_no_id() -> None:
    """Python's `$` would let it pass."""
    assert [f.split()[1] for f in found("matrix", 'format: 1\nrows: {"a/b\\n": {}}\n')] == ["S007"]


def test_a_fault_far_down_a_long_file_is_found_at_its_line() -> None:
    text = EVIDENCE + "".join(f"  item-{n}: {{text: a, kind: report}}\n" for n in range(3000))
    text += "  Last: {text: a, kind: reports}\n"

    assert [line.split(" ")[:2] for line in found("evidence", text)] == [
        ["x.yaml:3008:", "S006"],
        ["x.yaml:3008:", "S007"],
    ]


def test_a_sound_file_loads_no_slow_library() -> None:
    probe = (
        "import sys\nfrom workbench import yamltext\nfrom workbench.workspace import shapes\n"
        f"assert not shapes.findings('matrix', 'x', yamltext.read({MATRIX.encode()!r}))\n"
        "print('jsonschema' in sys.modules, 'difflib' in sys.modules)"
    )
    project = Path(__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", probe], cwd=project, capture_output=True, text=True, check=True)

    assert done.stdout.split() == ["False", "False"]


def test_codes_are_in_order_and_explained() -> None:
    codes = [shape.code for shape in sentences.SHAPES]

    assert codes == sorted(set(codes))
    assert all(shape.title and shape.why.endswith(".") for shape in sentences.SHAPES)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(sorted(SOUND)), st.integers(1, 3), st.data())
def test_both_libraries_give_the_same_verdict(name: str, times: int, draw: st.DataObject) -> None:
    kind, data = SOUND[name]
    for _ in range(times):
        data = mutated(data, draw)

    faults = list(shapes.faults(kind, data))
    assert shapes.valid(kind, data) == (not faults)
    assert all(fault.message and fault.remedy and "\n" not in fault.message for fault in faults)


@settings(max_examples=50, deadline=None)
@given(st.sampled_from(sorted(SOUND)), st.data())
def test_searching_a_long_section_first_changes_no_fault(name: str, draw: st.DataObject) -> None:
    kind, data = SOUND[name]
    changed = mutated(data, draw)
    with pytest.MonkeyPatch.context() as patch:
        whole = {(fault.code, fault.keys) for fault in shapes.faults(kind, changed)}
        patch.setattr(shapes, "LONG", 0)
        searched = {(fault.code, fault.keys) for fault in shapes.faults(kind, changed)}

    assert searched == whole


def test_an_installed_package_has_its_schemas_inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shapes, "_PACKAGE", tmp_path / "workbench")
    assert shapes.schema_folder() == tmp_path / "schemas"

    (tmp_path / "workbench" / "shipped" / "schemas").mkdir(parents=True)
    assert shapes.schema_folder() == tmp_path / "workbench" / "shipped" / "schemas"
