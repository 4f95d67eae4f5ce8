"""Read quickly or by the parser: a file says the same, or is refused for the same reason."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench import yamltext
from workbench.revisions import quickly

ROW = "  embassy/precautions: {none: I, minor: C, wording: w77ab10c2d4e6f801}\n"

PIECES = (
    "format: 1\n",
    "rows:\n",
    ROW,
    "  wire/radio: {none: II}\n",
    "  wire/radio: {}\n",
    "  wire/traffic: {none: II, none: C}\n",
    "  wire/spaced: { none: II }\n",
    "  wire/folded: {none: II,\n    minor: C}\n",
    "  wire/glued: {none:II}\n",
    "  wire/odd: {none: maybe}\n",
    "  wire/comment: {none: C}  # seen\n",
    "  # a comment\n",
    "# at the margin\n",
    "\n",
    "notes:\n",
    "  wire/radio:\n    parked: >-\n      Says\n\n      nothing.\n",
    "grades: {}\n",
    "said: |\n",
    'said: "open\n',
    '"\n',
    "said: [\n",
    "]\n",
    "- a list\n",
    "? \n",
    "--- \n",
    "...\n",
    "<<<<<<< ours\n",
    "judgement: {because: Ärger}\n",
    "\r\n",
)


def told(read: Any, data: bytes) -> object:
    try:
        found: yamltext.Text = read(data)
    except yamltext.YamlError as error:
        return error.problem
    return found.text, found.bom, found.newline, found.root


@given(st.lists(st.sampled_from(PIECES), max_size=9), st.lists(st.sampled_from(PIECES), max_size=6), st.booleans())
def test_it_is_what_the_parser_makes_of_it(before: list[str], after: list[str], mark: bool) -> None:
    for text in ("".join([*before, "rows:\n", ROW, *after]), "".join([*before, *after])):
        data = b"\xef\xbb\xbf" * mark + text.encode()

        assert told(quickly.read, data) == told(yamltext.read, data)


@given(st.data())
def test_any_slip_in_a_file_is_seen(data: st.DataObject) -> None:
    """One character put anywhere in a plain matrix, or taken out of it."""
    whole = f"format: 1\n\nrows:\n{ROW}  wire/radio: {{none: II}}\n\nnotes:\n  wire/radio:\n    relevance: high\n"
    at = data.draw(st.integers(0, len(whole)))
    put = data.draw(st.sampled_from(["", *" \t\n:,{}[]#'\"&*!|>%@`?-~/IXéäw0"]))
    slipped = (whole[:at] + put + whole[at + (not put) :]).encode()

    assert told(quickly.read, slipped) == told(yamltext.read, slipped)


@pytest.mark.parametrize("rest", ["", "notes: {}\n", "\n\nnotes: {}\n"])
def test_plain_rows_are_not_given_to_the_parser(rest: str, monkeypatch: pytest.MonkeyPatch) -> None:
    given_to: list[bytes] = []
    parse = yamltext.read

    def parsed(data: bytes) -> yamltext.Text:
        given_to.append(data)
        return parse(data)

    monkeypatch.setattr(yamltext, "read", parsed)

    found = quickly.read(f"format: 1\nrows:\n{ROW * 1}{rest}".encode())

    assert found.root["rows"]["embassy/precautions"]["none"] == "I"  # type: ignore[index, call-overload]
    assert [b"precautions" in data for data in given_to] == [False]
