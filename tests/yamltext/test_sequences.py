"""Lists and the order of entries: one changed item is one changed line, and everything else stays."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.yamltext.test_laws import accepted, at, inline, places, readable, without
from workbench.yamltext import (
    EditRefused,
    Mapping,
    Sequence,
    insert_item,
    order_entries,
    read,
    remarks,
    remove_item,
    set_items,
    set_value,
)

LISTS = b"""\
# top
wide:
  - one thing   # first
  - >-
    another thing
    on two lines
  # about the third
  - a third
flow: [p, "q", r]  # in a row
long: [
  p,   # why
  q,
]
pairs:
  - between: [a, b]   # these
    because: >-
      They differ.
  - {between: [b, c], because: So do they.}
word: w
"""

CASES = [
    (("wide",), ["one thing", "another thing on two lines", "a 3rd"], "-   - a third\n+   - a 3rd\n"),
    (("wide",), ["one thing", "new", "another thing on two lines", "a third"], "+   - new\n"),
    (("wide",), ["zero", "one thing", "another thing on two lines", "a third"], "+   - zero\n"),
    (("flow",), ["p", "r"], '- flow: [p, "q", r]  # in a row\n+ flow: [p, r]  # in a row\n'),
    (("flow",), ["p", "s", "r"], '- flow: [p, "q", r]  # in a row\n+ flow: [p, "s", r]  # in a row\n'),
    (("flow",), ["r", "t"], '- flow: [p, "q", r]  # in a row\n+ flow: [r, t]  # in a row\n'),
    (("long",), ["p", "q", "s"], "+   s,\n"),
    (
        ("pairs",),
        [{"between": ["a", "b"], "because": "They do."}, {"between": ["b", "c"], "because": "So do they."}],
        "-       They differ.\n+       They do.\n",
    ),
    (
        ("pairs",),
        [{"between": ["a", "b"], "because": "They differ."}],
        "-   - {between: [b, c], because: So do they.}\n",
    ),
    (("word",), ["w", "v"], "- word: w\n+ word: [w, v]\n"),
    (("flow",), "p", '- flow: [p, "q", r]  # in a row\n+ flow: p  # in a row\n'),
]


def difference(before: str, after: str) -> str:
    """Removed and added lines."""
    import difflib

    found = difflib.ndiff(before.splitlines(keepends=True), after.splitlines(keepends=True))
    return "".join(line for line in found if line[0] in "+-")


@pytest.mark.parametrize(("way", "value", "lines"), CASES)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_only_what_differs_changes(way: tuple[str], value: list[str], lines: str, newline: str) -> None:
    text = read(LISTS.replace(b"\n", newline.encode()))

    edited = set_value(text, way, value)

    assert difference(text.text, edited.text).replace("\r", "") == lines
    assert remarks(edited) == remarks(text)
    assert edited.text.count("\r") == (edited.text.count("\n") if newline == "\r\n" else 0)


def test_a_list_gets_a_pair_at_its_end() -> None:
    text = read(LISTS)

    edited = insert_item(text, ("pairs",), 2, {"between": ["a", "c"], "because": "Told apart: by whom."})

    assert difference(text.text, edited.text) == '+   - between: [a, c]\n+     because: "Told apart: by whom."\n'


@pytest.mark.parametrize(
    ("way", "value"),
    [(("word",), {"a": "b"}), (("nowhere",), "x"), (("pairs", 0), "x"), (("wide",), ["\x00"])],
)
def test_what_cannot_be_is_refused(way: tuple[str | int, ...], value: object) -> None:
    with pytest.raises(EditRefused):
        set_value(read(LISTS), way, value)  # type: ignore[arg-type]


def test_a_list_is_never_left_empty() -> None:
    with pytest.raises(EditRefused):
        remove_item(read(b"a: [x]\n"), ("a", 0))
    with pytest.raises(EditRefused):
        set_items(read(b"a: [x]\n"), ("a",), [])


ENTRIES = b"""\
of:
  # about a
  a: 1   # one
    # inside a

  b: {x: y}
  c:
    x: >-
      text

  # at the end
"""


def test_entries_take_their_comments_along_and_leave_the_empty_lines() -> None:
    edited = order_entries(read(ENTRIES), ("of",), ["c", "a", "b"])

    assert edited.text == (
        "of:\n  c:\n    x: >-\n      text\n\n  # about a\n  a: 1   # one\n    # inside a\n  b: {x: y}\n\n"
        "  # at the end\n"
    )
    assert order_entries(edited, ("of",), ["a", "b", "c"]).bytes() == ENTRIES


@pytest.mark.parametrize("names", [["a", "b"], ["a", "b", "c", "d"], ["a", "b", "b"]])
def test_an_order_names_every_entry_once(names: list[str]) -> None:
    with pytest.raises(EditRefused):
        order_entries(read(ENTRIES), ("of",), names)


def test_comments_are_told_from_texts() -> None:
    text = read(b"# 1\na: 'x # no' # 2\n'k # no': >- # 3\n  not # this\n  # nor this\n# 4\nb: [p, # 5\n  q#no]\n#6")

    assert remarks(text) == ["# 1", "# 2", "# 3", "# 4", "# 5", "#6"]


@given(readable, st.data())
@settings(max_examples=60, deadline=None)
def test_items_put_in_and_taken_out_give_the_same_bytes(data: bytes, draw: st.DataObject) -> None:
    text = read(data)
    ways = [way for way, old in places(text.root) if isinstance(old, Sequence) and old]
    if not ways:
        return
    way = draw.draw(st.sampled_from(ways))
    items = at(text.root, way)
    assert isinstance(items, Sequence)
    index = draw.draw(st.integers(0, len(items)))
    edited = accepted(lambda: insert_item(text, way, index, draw.draw(st.sampled_from(["new", "a: b", "# x", ""]))))
    assert remarks(edited) == remarks(text)
    assert accepted(lambda: remove_item(edited, (*way, index))).bytes() == data


@given(readable, st.data(), st.lists(inline, min_size=1, max_size=4))
@settings(max_examples=60, deadline=None)
def test_a_list_becomes_any_other_and_nothing_else_changes(data: bytes, draw: st.DataObject, wanted: list[str]) -> None:
    text = read(data)
    ways = [way for way, old in places(text.root) if isinstance(old, Sequence) and old]
    if not ways:
        return
    way = draw.draw(st.sampled_from(ways))
    edited = accepted(lambda: set_items(text, way, wanted))
    assert at(edited.root, way) == wanted
    assert without(edited.root, way) == without(text.root, way)


@given(readable, st.data())
@settings(max_examples=60, deadline=None)
def test_any_order_can_be_taken_back(data: bytes, draw: st.DataObject) -> None:
    text = read(data)
    way = draw.draw(st.sampled_from([way for way, old in places(text.root) if isinstance(old, Mapping)]))
    mapping = at(text.root, way)
    assert isinstance(mapping, Mapping)
    names = draw.draw(st.permutations(list(mapping)))
    edited = accepted(lambda: order_entries(text, way, names))
    assert list(at(edited.root, way)) == names  # type: ignore[arg-type]
    assert sorted(remarks(edited)) == sorted(remarks(text))
    assert accepted(lambda: order_entries(edited, way, list(mapping))).bytes() == data
