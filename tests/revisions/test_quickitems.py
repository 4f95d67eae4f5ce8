"""Items read quickly or by the parser: a file says the same, or is refused for the same reason."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from workbench import yamltext
from workbench.revisions import quickitems, quickly

ITEM = """\
  precautions:
    text: >-
      The embassy was told: take care, and count your people #1 of all
      before noon.
    kind: report
    origin: [envoy, radio-desk]
    credibility: 2
    when: 1993-06~/1993-07
    at: par. 2 (of 3)
    tags: {topic: [guards, site of old], contingent: [a]}

"""

RADIO = "  radio:\n    text: Heard it.\n    kind: denial\n"

QUOTED = "  quoted:\n    text: \"Heard: it\"\n    kind: 'denial'\n"

OPEN = '  open:\n    text: "Heard\n'

PIECES = (
    "format: 1\n",
    "source:\n  title: Cables\n  reliability: B\n",
    "items:\n",
    ITEM,
    RADIO,
    QUOTED,
    OPEN,
    "  alone:\n",
    "  twice:\n    kind: report\n    kind: report\n",
    "  again:\n    tags: {a: [b], a: [c]}\n",
    "  kept:\n    text: |-\n      One\n      two\n",
    "  paragraphs:\n    text: >-\n      One\n\n      two\n    kind: report\n",
    "  deeper:\n    text: >-\n      One\n        two\n",
    "  longer:\n    because: one\n      and two\n",
    "  colon:\n    because: one: two\n",
    "  remark:\n    because: one # two\n",
    "  blank:\n    because: one \n",
    "  empty:\n    because:\n    kind: report\n",
    "  flow: {text: One, kind: report}\n",
    "  braced: {text: One,\n",
    "}\n",
    "   odd:\n    text: One\n",
    " outer:\n",
    "    kind: report\n",
    "      folded\n",
    "  # a comment\n",
    "# at the margin\n",
    "\n",
    "\t\n",
    "  foreign:\n    text: >-\n      One\u2028two\n",
    "  wide:\n    text: Zoë's – €5\n",
    "  question:\n    text: >-\n      Was it so, ?\n    kind: report\n",
    '"\n',
    "? a\n",
    "- a\n",
    "--- \n",
    "...\n",
    "<<<<<<< ours\n",
    "items: {}\n",
    "\r\n",
)

PLAIN = """\
format: 1
items:
  radio:
    text: >-
      Heard
      it.
    tags: {a: [b, c]}

  wire:
    at: p. 2
"""


def told(read: Any, data: bytes) -> object:
    try:
        found: yamltext.Text = read(data)
    except yamltext.YamlError as error:
        return error.problem
    return found.text, found.bom, found.newline, found.root, list(found.root), list(found.root.get("items") or ())


@given(st.lists(st.sampled_from(PIECES), max_size=4), st.lists(st.sampled_from(PIECES), max_size=9), st.booleans())
@example([], [RADIO, RADIO], False)
@example([], [RADIO, QUOTED, RADIO], False)
@example([], [OPEN, RADIO, '"\n'], False)
def test_it_is_what_the_parser_makes_of_it(before: list[str], after: list[str], mark: bool) -> None:
    for text in ("".join(["format: 1\n", *before, "items:\n", ITEM, *after]), "".join([*before, *after])):
        data = b"\xef\xbb\xbf" * mark + text.encode()

        assert told(quickly.read, data) == told(yamltext.read, data)


@given(st.data())
def test_any_slip_in_a_file_is_seen(data: st.DataObject) -> None:
    """One character put anywhere in a plain file, or taken out of it."""
    at = data.draw(st.integers(0, len(PLAIN)))
    put = data.draw(st.sampled_from(["", *" \t\r\n:,{}[]#'\"&*!|>%@`?-~/Iéäw0\x85\u2028\x07"]))
    slipped = (PLAIN[:at] + put + PLAIN[at + (not put) :]).encode()

    assert told(quickly.read, slipped) == told(yamltext.read, slipped)


@pytest.mark.parametrize("rest", ["", "format: 2\n", "\n\nsource: {}\n"])
def test_plain_items_are_not_given_to_the_parser(rest: str, monkeypatch: pytest.MonkeyPatch) -> None:
    given_to: list[bytes] = []
    parse = yamltext.read

    def parsed(data: bytes) -> yamltext.Text:
        given_to.append(data)
        return parse(data)

    monkeypatch.setattr(yamltext, "read", parsed)

    found = quickitems.read(f"title: a\nitems:\n{ITEM}{QUOTED}{RADIO}{rest}".encode())

    assert found is not None
    assert list(found.root["items"]) == ["precautions", "quoted", "radio"]  # type: ignore[arg-type]
    assert [(b"embassy" in data, b"Heard: it" in data, b"Heard it" in data) for data in given_to] == [
        (False, True, False)
    ]
