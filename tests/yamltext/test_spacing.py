"""New entries stand apart from the others where the file has them so, and behind what belongs to the one above."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.yamltext.test_laws import accepted, readable, without
from workbench.yamltext import (
    Braced,
    Document,
    EditRefused,
    Folded,
    New,
    Plain,
    begin_section,
    end_section,
    read,
    remarks,
)

ORDER = ("format", "items", "gaps", "last")
NEW: dict[str, New] = {"text": Folded("New: one."), "when": Plain("2019-07-29"), "tags": Braced({"a": ["b", "c d"]})}
LINES = ("  new:", "    text: >-", "      New: one.", "    when: 2019-07-29", "    tags: {a: [b, c d]}")

PLACES = [
    ("items:\n  a: 1\n", "a", "items:\n  a: 1\n\n{}\n"),
    ("items:\n  a: 1", "a", "items:\n  a: 1\n\n{}\n"),
    ("items:\n  a: 1\n", None, "items:\n{}\n\n  a: 1\n"),
    ("items:\n  a: 1\n  b: 2\n", "a", "items:\n  a: 1\n{}\n  b: 2\n"),
    ("items:\n  a: 1\n\n  b: 2\n", "a", "items:\n  a: 1\n\n{}\n\n  b: 2\n"),
    ("items:\n  a: 1\n\n  b: 2\n", "b", "items:\n  a: 1\n\n  b: 2\n\n{}\n"),
    ("items:\n  a: 1\n    # of a\n\n  # of b\n  b: 2\n", "a", "items:\n  a: 1\n    # of a\n\n{}\n\n  # of b\n  b: 2\n"),
    ("items:\n  a: 1\nlast: x\n", "a", "items:\n  a: 1\n\n{}\n\nlast: x\n"),
    ("items: {}\nlast: x\n", None, "items:\n{}\nlast: x\n"),
    ("format: 1\n\nlast: x\n", None, "format: 1\n\nitems:\n{}\n\nlast: x\n"),
    ("format: 1\nlast: x\n", None, "format: 1\n\nitems:\n{}\n\nlast: x\n"),
]


@pytest.mark.parametrize(("before", "after", "wanted"), PLACES)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_new_entry_stands_apart(before: str, after: str | None, wanted: str, newline: str) -> None:
    document = Document.read(before.replace("\n", newline).encode())

    edited, patch = document.add("items", "new", NEW, after=after, section_order=ORDER, spaced=True)

    expected = wanted.format("\n".join(LINES))
    if "\n" in before[:-1] or newline == "\n":
        assert edited.text() == expected.replace("\n", newline)
    assert edited.apply(patch.inverse()).bytes() == document.bytes()


def test_a_section_is_begun_and_ended_where_it_belongs() -> None:
    text = read(b"format: 1\nitems:\n  a: 1\n\nlast: x\n")

    edited = begin_section(text, "gaps", [{"of": ["p", "q"], "why: so": "It is."}], order=ORDER, spaced=True)

    assert edited.text == ('format: 1\nitems:\n  a: 1\n\ngaps:\n  - of: [p, q]\n    "why: so": It is.\n\nlast: x\n')
    assert end_section(edited, "gaps").bytes() == text.bytes()
    assert end_section(edited, "last").text.endswith('"why: so": It is.\n')
    with pytest.raises(EditRefused):
        begin_section(edited, "gaps", "x", order=ORDER)
    with pytest.raises(EditRefused):
        end_section(edited, "none")


@given(readable, st.sampled_from(["new", "a", "f g"]), st.booleans())
@settings(max_examples=60, deadline=None)
def test_what_is_begun_can_be_ended_and_nothing_else_changes(data: bytes, section: str, spaced: bool) -> None:
    text = read(data)
    edited = accepted(lambda: begin_section(text, section, ["x", "y z"], order=("a", "new", "b"), spaced=spaced))
    assert edited.root[section] == ["x", "y z"]
    assert without(edited.root, (section,)) == without(text.root, ("not there",))
    assert remarks(edited) == remarks(text)
    assert without(accepted(lambda: end_section(edited, section)).root, ("not there",)) == without(
        text.root, ("not there",)
    )


def test_a_date_stands_without_quotes_and_anything_else_as_ever() -> None:
    text = read(b"format: 1\n")
    for name, value, written in [
        ("a", "2019", "2019"),
        ("b", "2019-07~/..", "2019-07~/.."),
        ("c", "../2019?", "../2019?"),
        ("d", "unknown", "unknown"),
        ("e", "no: date", '"no: date"'),
        ("f", "12:30", '"12:30"'),
        ("g", "010", '"010"'),
        ("h", "no", '"no"'),
    ]:
        text = begin_section(text, name, Plain(value), order=("format", name))
        assert f"\n{name}: {written}\n" in text.text
        assert text.root[name] == value
