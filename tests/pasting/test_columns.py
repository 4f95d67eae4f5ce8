"""What each column is: by name, by what stands in it, as it is said, and as it is turned on the screen."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.workspace.authored_case import write
from workbench.pasting import FIELDS, LEFT_OUT, NotATable, changed, choices, matched, named, read
from workbench.pasting.fields import field_of, label
from workbench.workspace import Workspace, shapes
from workbench.workspace import read as read_workspace


@pytest.fixture
def found(tmp_path: Path) -> Workspace:
    return read_workspace(write(tmp_path))


@pytest.mark.parametrize(
    ("head", "field"),
    [
        ("Claim", "text"),
        (" EVIDENCE ", "text"),
        ("Statement", "text"),
        ("Type", "kind"),
        ("Admiralty grade", "credibility"),
        ("Rests on", "rests_on"),
        ("rests_on", "rests_on"),
        ("Date of event", "when"),
        ("Page", "at"),
        ("Note", "because"),
        ("tag: Service", "tag:service"),
        ("#service", "tag:service"),
        ("Tags", "tags"),
        ("Colour", LEFT_OUT),
        ("", LEFT_OUT),
    ],
)
def test_names_tell(head: str, field: str) -> None:
    assert field_of(head) == field


def test_every_field_of_an_item_can_be_a_column() -> None:
    fields = shapes.schema("evidence")["properties"]["items"]["additionalProperties"]["properties"]

    assert {*fields} - {"formerly"} <= {*FIELDS}
    assert all(field_of(field) == field for field in FIELDS)
    assert len({name for names in FIELDS.values() for name in names}) == sum(map(len, FIELDS.values()))


def test_the_first_of_two_alike_counts(found: Workspace) -> None:
    assert matched(read("claim,text,kind\nx,y,report"), found) == ("text", LEFT_OUT, "kind")


def test_a_tag_that_is_there_is_one_again(found: Workspace) -> None:
    assert matched(read("claim,About,Colour\nx,y,z"), found) == ("text", "tag:about", LEFT_OUT)


def test_running_numbers_are_no_ids_and_who_said_it_is_no_source(found: Workspace) -> None:
    table = read("id,source,claim\n1,Reuters,x\n2,AP,y")

    assert matched(table, found) == (LEFT_OUT, LEFT_OUT, "text")
    assert matched(read("id,source,claim\nE 1,monitors,x"), found) == ("id", "source", "text")


def test_without_a_head_the_cells_tell(found: Workspace) -> None:
    text = (
        "2\treport\tAgents send more often than before.\tguards\t1993-07\n3\tdenial\tNobody sends at all.\tguards\t1993"
    )

    assert matched(read(text), found) == ("credibility", "kind", "text", "origin", "when")
    assert matched(read("One claim.\nAnother one."), found) == ("text",)


def test_the_longest_column_is_the_text_where_no_name_says(found: Workspace) -> None:
    table = read("Nr;Colour;Remark by me\n1;red;Agents send more often than before.", head=True)

    assert matched(table, found)[2] == "text"


def test_columns_can_be_said_by_name_and_number(found: Workspace) -> None:
    table = read("Wording,Kind,Grade\nSomething.,report,2")
    columns = matched(table, found)

    assert named(table, columns, {"text": "wording"}) == ("text", "kind", "credibility")
    assert named(table, columns, {"text": "1", "credibility": "", "tag:level": "grade"}) == (
        "text",
        "kind",
        "tag:level",
    )
    for wrong, sentence in [
        ({"text": "Word"}, "no column 'Word'"),
        ({"txt": "Kind"}, "'txt' is no field"),
        ({"tag:": "Kind"}, "is no field"),
        ({"text": "4"}, "1 to 3"),
    ]:
        with pytest.raises(NotATable, match=sentence):
            named(table, columns, wrong)


def test_turning_a_column_never_takes_a_field_from_another(found: Workspace) -> None:
    table = read("Claim,Kind,Service\nx,report,air")
    columns = matched(table, found)

    assert "text" not in choices(table, columns, 2)
    assert choices(table, columns, 2)[-1] == "tag:service"
    assert changed(table, columns, 2, -1) == ("text", "kind", "tag:service")
    assert changed(table, changed(table, columns, 2, 1), 2, -1) == columns
    assert label("tag:service") == "tag service"
    assert label("rests_on") == "rests on"
    assert label(LEFT_OUT) == "left out"
