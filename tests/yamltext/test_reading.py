"""Reading: the author's text, positions, lines."""

from __future__ import annotations

import gc

import pytest

from workbench.yamltext import Mapping, Sequence, Value, YamlError, line_of, locate, read


def of(text: str) -> Value:
    return read(text.encode()).root


def test_every_scalar_is_the_authors_text() -> None:
    assert of("a: no\nb: 1e3\nc: 2019-07-29\nd: 12:30\ne: 010\nf: ~\ng: null\nh: 0x1F\ni: =\nj: 1_000\n") == {
        "a": "no", "b": "1e3", "c": "2019-07-29", "d": "12:30", "e": "010",
        "f": "~", "g": "null", "h": "0x1F", "i": "=", "j": "1_000",
    }  # fmt: skip


def test_keys_are_text_too() -> None:
    assert of('no: 1\n12:30: 2\n"": 3\n"<<": 4\n') == {"no": "1", "12:30": "2", "": "3", "<<": "4"}


def test_nothing_written_is_none_and_empty_quotes_are_empty() -> None:
    assert of("a:\nb: ''\nc: {d: , e: \"\"}\nf: [g, '']\nh:\n  -\n  - i\nj: >-\n\nk: {}\nl: []\n") == {
        "a": None, "b": "", "c": {"d": None, "e": ""}, "f": ["g", ""], "h": [None, "i"], "j": "", "k": {}, "l": [],
    }  # fmt: skip


def test_places_are_offsets_of_key_value_and_end() -> None:
    text = read("\ufeffкл: 'знач' # c\nm: {a: C, b: [x, 🚚]}\n".encode())
    assert text.bom == b"\xef\xbb\xbf"
    assert text.root.places["кл"] == (0, 4, 10)
    inner = text.root["m"]
    assert isinstance(inner, Mapping)
    assert [text.text[start:end] for _, start, end in inner.places.values()] == ["C", "[x, 🚚]"]
    items = inner["b"]
    assert isinstance(items, Sequence)
    assert [text.text[start:end] for _, start, end in items.places] == ["x", "🚚"]
    _, start, end = text.root.places["m"]
    assert text.text[start:end] == "{a: C, b: [x, 🚚]}"


def test_places_of_nested_blocks_come_in_order() -> None:
    root = of("a:\n  b:\n    - c: 1\n      d: 2\n    - e\n  f: 3\n")
    assert isinstance(root, Mapping)
    inner = root["a"]
    assert isinstance(inner, Mapping)
    assert list(inner.places) == ["b", "f"]
    items = inner["b"]
    assert isinstance(items, Sequence)
    assert len(items.places) == len(items) == 2


@pytest.mark.parametrize(
    ("data", "newline"), [(b"a: 1\r\nb: 2\r\n", "\r\n"), (b"a: 1\nb: 2\r\n", "\n"), (b"a: 1", "\n")]
)
def test_newline_is_that_of_the_first_line(data: bytes, newline: str) -> None:
    text = read(data)
    assert text.newline == newline
    assert text.bytes() == data


def test_lines_count_line_feeds_alone() -> None:
    assert line_of("a\r\nb\rc\u2028d\u0085e\nf", 11) == 3


def test_locate_gives_the_deepest_line_that_exists() -> None:
    text = read(b"# c\na:\n  b:\n    - x\n    - y\nc: {d: 1}\n")
    assert locate(text, ()) == 1
    assert locate(text, ("a", "b", 1)) == 5
    assert locate(text, ("a", "b", 7)) == 3
    assert locate(text, ("a", "nothing", "below")) == 2
    assert locate(text, ("c", "d")) == 6
    assert locate(text, ("c", 0)) == 6
    assert locate(text, ("nothing",)) == 1


def test_document_marks_and_comments_are_no_data() -> None:
    assert of("# a\n---\n# b\na: 1 # c\n...\n# d\n") == {"a": "1"}


@pytest.mark.parametrize(
    "text",
    [
        "a: really ?\nb: 1\n",
        "a: >-\n  really\n  ?\nb: 1\n",
        "a: '? '\nb: 1\n",
        "a: {b: what ?, c: 1}\n",
        "a: x ? y\nb: 1\n",
        "?a: 1\n",
        "a: |-\n  {?\nb: 1\n",
        "a: 1 # ?\nb: 1\n",
        "a: {b: 1} # {?\nc: 1\n",
        "x:\n  - >-\n    so\n    ?\n  - a: 1\ny: 1\n",
    ],
)
def test_question_marks_in_sentences_are_no_complex_keys(text: str) -> None:
    assert isinstance(of(text), Mapping)


@pytest.mark.parametrize("text", ["a:\n  =======x\n", "a: <<<<<<<\n", "a: >-\n  ======= \n", "# ======\na: 1\n"])
def test_what_only_looks_like_a_conflict_is_read(text: str) -> None:
    assert isinstance(of(text), Mapping)


@pytest.mark.parametrize("text", ['a: {"none":II}\n', "a: {b: x:y}\n", "a: {b: }\n"])
def test_colons_that_need_no_blank_are_read(text: str) -> None:
    assert isinstance(of(text), Mapping)


def test_collector_is_as_it_was() -> None:
    assert gc.isenabled()
    with pytest.raises(YamlError):
        read(b"a: [")
    assert gc.isenabled()
    gc.disable()
    try:
        read(b"a: 1")
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_allowed_escapes_are_read() -> None:
    assert of('a: "\\t\\n\\r\\N\\L\\P\\uFEFF\\U0001F69A\\\\\\""\n') == {"a": '\t\n\r\x85\u2028\u2029\ufeff🚚\\"'}
