"""Edits of one place: what changes, to the byte."""

from __future__ import annotations

import pytest

from workbench.yamltext import EditRefused, Folded, New, insert_entry, read, remove_entry, rename_key, set_scalar

LONG = " ".join(["because"] * 20)

SET = {
    "plain": ("r:\n  a: CC\n  b: I\n", "II", "r:\n  a: II\n  b: I\n"),
    "comment": ("r:\n  a: CC   # why\n", "II", "r:\n  a: II   # why\n"),
    "double quotes": ('r:\n  a: "CC"\n', "II", 'r:\n  a: "II"\n'),
    "double quotes that need escapes": ('r:\n  a: "CC"\n', 'a "b" \\ c\n', 'r:\n  a: "a \\"b\\" \\\\ c\\n"\n'),
    "single quotes": ("r:\n  a: 'N' # x\n", "it's", "r:\n  a: 'it''s' # x\n"),
    "single quotes that cannot hold it": ("r:\n  a: 'N'\n", "a\nb", 'r:\n  a: "a\\nb"\n'),
    "braces": ("r: {a: CC, b: I}\n", "II", "r: {a: II, b: I}\n"),
    "braces over lines": ("r: {\n  a: CC,\n  b: I }\n", "II", "r: {\n  a: II,\n  b: I }\n"),
    "braces without blanks": ('{"r":{"a":"CC","b":"I"}}', "II", '{"r":{"a":"II","b":"I"}}'),
    "carriage returns": ("r:\r\n  a: CC # c\r\n  b: I\r\n", "II", "r:\r\n  a: II # c\r\n  b: I\r\n"),
    "lone carriage returns": ("r:\r  a: CC\r  b: I\r", "II", "r:\r  a: II\r  b: I\r"),
    "byte-order mark": ("\ufeffr:\n  a: CC\n", "II", "\ufeffr:\n  a: II\n"),
    "emoji before": ("t: 🚚 обзор 電信 é\nr:\n  a: CC\n", "II", "t: 🚚 обзор 電信 é\nr:\n  a: II\n"),
    "odd breaks before": ('t: "a\u0085b\u2028c"\nr:\n  a: CC\n', "II", 't: "a\u0085b\u2028c"\nr:\n  a: II\n'),
    "tab before a comment": ("r:\n  a: CC\t# c\n", "II", "r:\n  a: II\t# c\n"),
    "tab behind the colon": ("r:\n  a:\tCC\n", "II", "r:\n  a:\tII\n"),
    "no final line end": ("r:\n  a: CC", "II", "r:\n  a: II"),
    "blanks behind": ("r:\n  a: CC   \n  b: I\n", "II", "r:\n  a: II   \n  b: I\n"),
    "nothing": ("r:\n  a:\n  b: I\n", "II", "r:\n  a: II\n  b: I\n"),
    "nothing and a comment": ("r:\n  a:   # todo\n  b: I\n", "II", "r:\n  a: II   # todo\n  b: I\n"),
    "nothing at the end": ("r:\n  a:", "II", "r:\n  a: II"),
    "nothing in braces": ("r: {a: , b: I}\n", "II", "r: {a: II, b: I}\n"),
    "nothing last in braces": ("r: {b: I, a: }\n", "II", "r: {b: I, a: II}\n"),
    "several plain lines": ("r:\n  a: x\n    y\n  b: I\n", "II", "r:\n  a: II\n  b: I\n"),
    "on the next line": ("r:\n  a:\n    CC\n", "II", "r:\n  a:\n    II\n"),
    "quoted key": ('r:\n  "a": CC\n', "II", 'r:\n  "a": II\n'),
    "document marks": ("---\nr:\n  a: CC\n...\n", "II", "---\nr:\n  a: II\n...\n"),
    "something that needs quotes": ("r: {a: C}\n", "no", 'r: {a: "no"}\n'),
    "empty text": ("r:\n  a: C\n", "", 'r:\n  a: ""\n'),
    "folded": ("r:\n  a: >-\n     one\n     two\n  # c\n  b: I\n", "three", "r:\n  a: >-\n     three\n  # c\n  b: I\n"),
    "folded and blank lines behind": ("r:\n  a: >\n    one\n\n\n  b: I\n", "two", "r:\n  a: >-\n    two\n\n\n  b: I\n"),
    "folded with a comment": ("r:\n  a: >- # c\n    one\n", "two", "r:\n  a: >- # c\n    two\n"),
    "folded that cannot hold it": ("r:\n  a: >-\n    one\n  b: I\n", " two", 'r:\n  a: " two"\n  b: I\n'),
    "literal": ("r:\n  a: |\n    one\n    two\n  b: I\n", "x\n y\n", "r:\n  a: |\n    x\n     y\n  b: I\n"),
    "literal that kept blank lines": ("r:\n  a: |+\n    one\n\n  b: I\n", "x", "r:\n  a: |-\n    x\n\n  b: I\n"),
    "literal at the end": ("r:\n  a: |-\n    one", "x\ny", "r:\n  a: |-\n    x\n    y"),
    "literal at the end that cannot hold it": ("r:\n  a: |-\n    one", "x\n", 'r:\n  a: "x\\n"'),
    "empty folded": ("r:\n  a: >-\n  b: I\n", "x", "r:\n  a: >-\n    x\n  b: I\n"),
    "folded with carriage returns": ("r:\r\n  a: >-\r\n    one\r\n", "x\ny", "r:\r\n  a: >-\r\n    x\r\n\r\n    y\r\n"),
    "long": ("r:\n    a: x # c\n", LONG, f"r:\n    a: >- # c\n        {LONG[:87]}\n        {LONG[88:]}\n"),
}


@pytest.mark.parametrize("name", SET)
def test_set_scalar(name: str) -> None:
    before, value, after = SET[name]
    edited = set_scalar(read(before.encode()), ("r", "a"), value)
    assert edited.bytes().decode() == after
    assert edited.newline == read(before.encode()).newline


def test_set_scalar_in_a_sequence() -> None:
    text = read(b"a:\n- x\n-\n- [y, z]\n- k: v\n")
    text = set_scalar(text, ("a", 0), "X")
    text = set_scalar(text, ("a", 1), "new")
    text = set_scalar(text, ("a", 2, 1), "Z, 2")
    text = set_scalar(text, ("a", 3, "k"), "V")
    assert text.bytes() == b'a:\n- X\n- new\n- [y, "Z, 2"]\n- k: V\n'


def test_numbers_are_written_plain() -> None:
    text = set_scalar(read(b"a: 1\nb: '2'\nc:\n"), ("a",), 3)
    text = set_scalar(set_scalar(text, ("b",), 4), ("c",), -5)
    assert text.bytes() == b"a: 3\nb: '4'\nc: -5\n"
    assert text.root == {"a": "3", "b": "4", "c": "-5"}


INSERT: dict[str, tuple[str, str | None, New, str]] = {
    "block": ("r:\n  a: C\n  b: I\nz: 1\n", "b", "N", "r:\n  a: C\n  b: I\n  x: N\nz: 1\n"),
    "block between": ("r:\n  a: C\n  b: I\n", "a", "N", "r:\n  a: C\n  x: N\n  b: I\n"),
    "block first": ("r:\n  a: C\n  b: I\n", None, "N", "r:\n  x: N\n  a: C\n  b: I\n"),
    "block first below a comment": ("r:\n  # c\n  a: C\n", None, "N", "r:\n  # c\n  x: N\n  a: C\n"),
    "block and a comment on the line": ("r:\n  a: C   # c\n", "a", "N", "r:\n  a: C   # c\n  x: N\n"),
    "block and a comment below": ("r:\n  a: C\n  # c\nz: 1\n", "a", "N", "r:\n  a: C\n  x: N\n  # c\nz: 1\n"),
    "block and a blank line below": ("r:\n  a: C\n\n  b: I\n", "a", "N", "r:\n  a: C\n  x: N\n\n  b: I\n"),
    "block without final line end": ("r:\n  a: C", "a", "N", "r:\n  a: C\n  x: N"),
    "block with carriage returns": ("r:\r\n  a: C\r\nz: 1\r\n", "a", "N", "r:\r\n  a: C\r\n  x: N\r\nz: 1\r\n"),
    "block indented by four": ("r:\n    a: C\n", "a", {"p": "q"}, "r:\n    a: C\n    x:\n        p: q\n"),
    "block behind folded text": ("r:\n  a: >-\n    C\n\n  b: I\n", "a", "N", "r:\n  a: >-\n    C\n  x: N\n\n  b: I\n"),
    "block behind kept lines": ("r:\n  a: |+\n    C\n\n  b: I\n", "a", "N", "r:\n  a: |+\n    C\n\n  x: N\n  b: I\n"),
    "block behind nested": ("r:\n  a:\n    - b:\n       c: 1", "a", "N", "r:\n  a:\n    - b:\n       c: 1\n  x: N"),
    "block behind nothing": ("r:\n  a:\nz: 1\n", "a", "N", "r:\n  a:\n  x: N\nz: 1\n"),
    "block, long text": ("r:\n  a: C\n", "a", LONG, f"r:\n  a: C\n  x: >-\n    {LONG[:95]}\n    {LONG[96:]}\n"),
    "block, folded on demand": ("r:\n  a: C\n", "a", Folded("so: so"), "r:\n  a: C\n  x: >-\n    so: so\n"),
    "block, mapping": ("r:\n  a: C\n", "a", {"p": "q", "s": {}}, "r:\n  a: C\n  x:\n    p: q\n    s: {}\n"),
    "block, list": ("r:\n  a: C\n", "a", ["p", 3], "r:\n  a: C\n  x: [p, 3]\n"),
    "block, list of sentences": ("r:\n  a: C\n", "a", ["p q", "s t"], "r:\n  a: C\n  x:\n    - p q\n    - s t\n"),
    "block, list of mappings": ("r:\n  a: C", "a", [{"p": "q", "s": []}], "r:\n  a: C\n  x:\n    - p: q\n      s: []"),
    "nothing": ("r:\nz: 1\n", None, "N", "r:\n  x: N\nz: 1\n"),
    "nothing and a comment": ("r: # c\nz: 1\n", None, "N", "r: # c\n  x: N\nz: 1\n"),
    "empty braces": ("r: {}\n", None, "N", "r: {x: N}\n"),
    "empty braces with a blank": ("r: { }\n", None, "N", "r: { x: N }\n"),
    "empty braces over lines": ("r: { # c\n  }\n", None, "N", "r: { x: N # c\n  }\n"),
    "braces last": ("r: {a: C}\n", "a", "N", "r: {a: C, x: N}\n"),
    "braces between": ("r: {a: C, b: I}\n", "a", "N", "r: {a: C, x: N, b: I}\n"),
    "braces first": ("r: {a: C, b: I}\n", None, "N", "r: {x: N, a: C, b: I}\n"),
    "braces with blanks inside": ("r: { a: C }\n", "a", "N", "r: { a: C, x: N }\n"),
    "braces with two blanks": ("r: {a: C,  b: I}\n", "b", "N", "r: {a: C,  b: I,  x: N}\n"),
    "braces with trailing comma": ("r: {a: C, }\n", "a", "N", "r: {a: C, x: N, }\n"),
    "braces behind nothing": ("r: {a: }\n", "a", "N", "r: {a: , x: N}\n"),
    "braces and a comment": ("r: {a: C} # c\n", "a", "N", "r: {a: C, x: N} # c\n"),
    "braces with text that needs quotes": ("r: {a: C}\n", "a", "no, never", 'r: {a: C, x: "no, never"}\n'),
    "braces with a mapping": ("r: {a: C}\n", "a", {"p": ["q", "1"]}, 'r: {a: C, x: {p: [q, "1"]}}\n'),
    "lines last": ("r: {\n  a: C,\n  b: I\n}\n", "b", "N", "r: {\n  a: C,\n  b: I,\n  x: N\n}\n"),
    "lines last, trailing comma": ("r: {\n  a: C,\n}\n", "a", "N", "r: {\n  a: C,\n  x: N,\n}\n"),
    "lines last, comment": ("r: {\n  a: C # c\n}\n", "a", "N", "r: {\n  a: C, # c\n  x: N\n}\n"),
    "lines last, trailing comma, comment": ("r: {\n  a: C, # c\n}\n", "a", "N", "r: {\n  a: C, # c\n  x: N,\n}\n"),
    "lines last, brace on the line": ("r: {\n  a: C }\n", "a", "N", "r: {\n  a: C,\n  x: N }\n"),
    "lines between, comment": ("r: {\n  a: C, # c\n  b: I}\n", "a", "N", "r: {\n  a: C, # c\n  x: N,\n  b: I}\n"),
    "lines first": ("r: {\n  a: C,\n  b: I}\n", None, "N", "r: {\n  x: N,\n  a: C,\n  b: I}\n"),
    "leading commas": ("r: { a: C\n   , b: I\n   }\n", "a", "N", "r: { a: C\n   , x: N\n   , b: I\n   }\n"),
    "wrapped": ("r: {a: C,\n    b: I}\n", "a", "N", "r: {a: C,\n    x: N,\n    b: I}\n"),
}  # fmt: skip

FILLED = {"nothing", "nothing and a comment"}
"""Where a value was missing, removal leaves `{}`: the same words as after clearing any other mapping."""


@pytest.mark.parametrize("name", INSERT)
def test_insert_entry(name: str) -> None:
    before, after, value, expected = INSERT[name]
    edited = insert_entry(read(before.encode()), ("r",), "x", value, after=after)
    assert edited.bytes().decode() == expected


@pytest.mark.parametrize("name", sorted(set(INSERT) - FILLED))
def test_removal_takes_an_insertion_back(name: str) -> None:
    before, _, _, after = INSERT[name]
    assert remove_entry(read(after.encode()), ("r", "x")).bytes().decode() == before


REMOVE = {
    "the last cell": ("r: {x: C}\n", "r: {}\n"),
    "the last cell between blanks": ("r: { x: C }\n", "r: { }\n"),
    "the last cell and its comma": ("r: {x: C,}\n", "r: {}\n"),
    "the last cell on a line": ("r: {\n  x: C\n}\n", "r: {\n}\n"),
    "the last entry of a block": ("r:\n  x: C\nz: 1\n", "r: {}\nz: 1\n"),
    "the last entry of a block, comments": ("r: # c\n  # d\n  x: C\n  # e\n", "r: {} # c\n  # d\n  # e\n"),
    "the last entry of a block at the end": ("r:\n  x: C", "r: {}"),
    "an entry and its comment": ("r:\n  x: C # why\n  y: I\n", "r:\n  y: I\n"),
    "an entry below a comment": ("r:\n  # c\n  x: C\n  # d\n  y: I\n", "r:\n  # c\n  # d\n  y: I\n"),
    "a nested entry": ("r:\n  y: I\n  x:\n    p: q\n    # c\n    s: t\n\n", "r:\n  y: I\n\n"),
    "a folded entry": ("r:\n  x: >-\n    C\n\n    D\n\n  y: I\n", "r:\n\n  y: I\n"),
    "a cell with a comment of its own": ("r: {\n  x: C, # c\n  y: I}\n", "r: {\n   # c\n  y: I}\n"),
    "the last line of braces, with the brace": ("r: {\n  y: I, # c\n  x: C}\n", "r: {\n  y: I # c\n  }\n"),
    "the last line of braces, with a comma": ("r: {\n  y: I, # c\n  x: C,}\n", "r: {\n  y: I, # c\n  }\n"),
    "the last line of braces, comment kept": ("r: {\n  y: I, # c\n  x: C # d\n}\n", "r: {\n  y: I # c # d\n}\n"),
}


@pytest.mark.parametrize("name", REMOVE)
def test_remove_entry(name: str) -> None:
    before, after = REMOVE[name]
    assert remove_entry(read(before.encode()), ("r", "x")).bytes().decode() == after


def test_root_and_items_can_be_emptied_and_filled() -> None:
    text = read(b"# c\na: 1\n")
    emptied = remove_entry(text, ("a",))
    assert emptied.bytes() == b"# c\n{}\n"
    assert insert_entry(emptied, (), "b", "2 3", after=None).bytes() == b"# c\n{b: 2 3}\n"
    items = remove_entry(read(b"a:\n- b: 1\n- c: 1\n  d: 2\n"), ("a", 0, "b"))
    assert items.bytes() == b"a:\n- {}\n- c: 1\n  d: 2\n"
    items = remove_entry(items, ("a", 1, "c"))
    assert items.bytes() == b"a:\n- {}\n- d: 2\n"
    assert insert_entry(items, ("a", 1), "c", "1 x", after=None).bytes() == b"a:\n- {}\n- c: 1 x\n  d: 2\n"
    assert insert_entry(read(b"a:\n-\n- c\n"), ("a", 0), "b", "d", after=None).bytes() == b"a:\n- {b: d}\n- c\n"
    with_comment = remove_entry(read(b"a:\n- b: 1 # c\n  # d\n  e: 2\n"), ("a", 0, "b"))
    assert with_comment.root == {"a": [{"e": "2"}]}


def test_first_line_of_a_file_can_go() -> None:
    assert remove_entry(read(b"a: 1\n\n# c\nb: 2\n"), ("a",)).bytes() == b"\n# c\nb: 2\n"
    assert remove_entry(read(b"\xef\xbb\xbfa: 1\r\nb: 2\r\n"), ("a",)).bytes() == b"\xef\xbb\xbfb: 2\r\n"


@pytest.mark.parametrize(
    ("before", "new", "after"),
    [
        ("r:\n  a: 1 # c\n", "b", "r:\n  b: 1 # c\n"),
        ('r: {"a": 1}\n', "b: c", 'r: {"b: c": 1}\n'),
        ("r: {'a':1}\n", "it's", "r: {'it''s':1}\n"),
        ("r:\n  a   : 1\n", "no", 'r:\n  "no"   : 1\n'),
        ("r:\n  a: 1\n", "a", "r:\n  a: 1\n"),
    ],
)
def test_rename_key(before: str, new: str, after: str) -> None:
    assert rename_key(read(before.encode()), ("r", "a"), new).bytes().decode() == after


def refusal(edit: str, text: str) -> EditRefused:
    place = read(text.encode())
    with pytest.raises(EditRefused) as caught:
        eval(edit, {**globals(), "text": place})  # noqa: S307 - the edits below
    assert caught.value.message
    assert caught.value.remedy
    return caught.value


@pytest.mark.parametrize(
    ("edit", "source", "line"),
    [
        ("set_scalar(text, ('r', 'q'), 'x')", "z: 1\nr:\n  a: 1\n", 2),
        ("set_scalar(text, ('r',), 'x')", "r:\n  a: 1\n", 1),
        ("set_scalar(text, ('a',), 'x\\x1b')", "b: 1\na: 1\n", 2),
        ("set_scalar(text, ('a',), 'x' * 2_000_000)", "a: 1\n", 1),
        ("insert_entry(text, ('r',), 'a', 'x', after=None)", "r: {a: 1}\n", 1),
        ("insert_entry(text, ('r',), 'b', 'x', after='q')", "r: {a: 1}\n", 1),
        ("insert_entry(text, ('a',), 'b', 'x', after=None)", "a: 1\n", 1),
        ("insert_entry(text, (), 'b', {'c': ['\\0']}, after=None)", "a: 1\n", 1),
        ("remove_entry(text, ('a', 0))", "a:\n  - 1\n", 2),
        ("remove_entry(text, ())", "a: 1\n", 1),
        ("remove_entry(text, ('b',))", "a: 1\n", 1),
        ("rename_key(text, ('a',), 'b')", "a: 1\nb: 2\n", 1),
        ("rename_key(text, ('a', 0), 'b')", "a: [1]\n", 1),
        ("rename_key(text, ('a',), 'b' * 2000)", "a: 1\n", 1),
    ],
)
def test_edits_are_refused_with_a_line(edit: str, source: str, line: int) -> None:
    assert refusal(edit, source).line == line


def test_pairs_in_brackets_are_refused_or_right() -> None:
    text = read(b"a: [b: c, d]\n")
    with pytest.raises(EditRefused):
        insert_entry(text, ("a", 0), "x", "y", after="b")
    assert set_scalar(text, ("a", 0, "b"), "C").bytes() == b"a: [b: C, d]\n"
