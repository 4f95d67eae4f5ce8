"""How texts are written: every reader gets the very same text back."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from workbench.yamltext import WIDTH, Folded, entry_lines, key_scalar, read, scalar
from workbench.yamltext.scalars import folded_block, is_plain, literal_block

WRITABLE = st.characters(exclude_categories=["Cs"], exclude_characters=[
    chr(c) for c in (*range(0x20), *range(0x7F, 0xA0)) if chr(c) not in "\t\n\r\x85"
])  # fmt: skip
AWKWARD = st.sampled_from(
    [": ", " #", "'", '"', "\\", "\n", "\n\n", "  ", "\t", "\r\n", "\x85", "\u2028", "\u2029", "\ufeff", "\xa0", "- ",
     "? ", "{", "}", "[", "]", ", ", "&a", "*a", "!t", "|", ">", "%", "@", "`", "---", "...", "<<", "=", "~", "обзор",
     "مراجعة", "電信", "🚚", "e\u0301", "\uffff", "word", "a longer run of words", "12:30", "010", "1e3", "2019-07-29",
     "#", ":", ","]
)  # fmt: skip
TEXTS = st.one_of(st.text(WRITABLE, max_size=60), st.lists(AWKWARD, max_size=40).map("".join))

WORDS = (
    "y n yes no on off true false null Y N No NO ON Off True FALSE Null ~ = << nan NaN inf -inf .inf .nan +.inf .NaN "
    "1 0 -1 +1 1.5 .5 1e3 1E+3 1_000 1,000 010 0o10 08 0x1F 0b11 12:30 1:30:00 -1:30 1:30.5 190:20:30.15 1.2.3 "
    "2019-07-29 2019-7-9 2019-07-29T10:00:00Z - ? :"
)
PHRASES = ["2019-07-29 10:00:00", "2019-07-29 10:00:00 +1", "", " ", "--- a", "- a", "{?", "a ?"]


def by_pyyaml(source: str) -> list[object]:
    loaders: list[type[yaml.SafeLoader | yaml.CSafeLoader]] = [yaml.SafeLoader, yaml.CSafeLoader]
    return [yaml.load(source, loader) for loader in loaders]  # noqa: S506 - both are safe loaders


def read_everywhere(source: str) -> list[object]:
    return [read(source.encode()).root, *by_pyyaml(source)]


@given(TEXTS)
@settings(max_examples=120, deadline=None)
@example("N")
@example("a" * 99 + "  b")
@example("word " * 60 + "\n" + "word " * 60 + "end")
def test_every_reader_gets_the_same_text_back_in_a_block(text: str) -> None:
    source = f"a:\n  k: {scalar(text, indent=4, flow=False)}\n  z: 1\n"
    for data in read_everywhere(source):
        assert data["a"]["k"] == text  # type: ignore[index]
        assert list(data["a"]) == ["k", "z"]  # type: ignore[index]


@given(TEXTS)
@settings(max_examples=120, deadline=None)
def test_every_reader_gets_the_same_text_back_in_braces(text: str) -> None:
    written = scalar(text, indent=0, flow=True)
    assert "\n" not in written
    for data in read_everywhere(f"a: {{k: {written}, z: [{written}, {written}]}}\n"):
        assert data["a"]["k"] == text  # type: ignore[index]
        assert data["a"]["z"] == [text, text]  # type: ignore[index]


@given(TEXTS)
@settings(max_examples=60, deadline=None)
def test_every_reader_gets_the_same_text_back_as_last_line_without_end(text: str) -> None:
    for data in read_everywhere(f"k: {scalar(text, indent=2, flow=False, block=True)}"):
        assert data == {"k": text}


@given(TEXTS)
@settings(max_examples=60, deadline=None)
def test_every_reader_gets_the_same_text_back_with_carriage_returns(text: str) -> None:
    source = f"k: {scalar(text, indent=2, flow=False, block=True)}\nz: '1'\n".replace("\n", "\r\n")
    for data in read_everywhere(source):
        assert data == {"k": text, "z": "1"}


@given(TEXTS.filter(lambda text: len(text) < 200))
@settings(max_examples=60, deadline=None)
def test_every_reader_gets_the_same_key_back(text: str) -> None:
    key = key_scalar(text)
    for source in (f"{key}: '1'\n", f"a: {{{key}: '1'}}\n"):
        for data in read_everywhere(source):
            assert data in ({text: "1"}, {"a": {text: "1"}})


@given(TEXTS)
@settings(max_examples=60, deadline=None)
def test_literal_blocks_come_back(text: str) -> None:
    written = literal_block(text, 2)
    if written is not None:
        for data in read_everywhere(f"k: {written}\nz: '1'\n"):
            assert data == {"k": text, "z": "1"}


@given(TEXTS)
@settings(max_examples=60, deadline=None)
def test_folded_blocks_come_back(text: str) -> None:
    written = folded_block(text, 2, 30)
    if written is not None:
        for data in read_everywhere(f"k: {written}\nz: '1'\n"):
            assert data == {"k": text, "z": "1"}


@pytest.mark.parametrize("text", [*WORDS.split(), *PHRASES])
@pytest.mark.parametrize("flow", [False, True])
def test_what_some_reader_takes_for_something_else(text: str, flow: bool) -> None:
    written = scalar(text, indent=2, flow=flow)
    for data in read_everywhere(f"a: {{k: {written}}}" if flow else f"a:\n  k: {written}"):
        assert data == {"a": {"k": text}}


@pytest.mark.parametrize(
    "text",
    ["C", "CC", "N", "NA", "none", "w77ab10c2d4e6f801", "2019-07", "2019-07~", "1993-06-27/1993-12", "TLP", "3rd floor",
     "Iraq will not retaliate.", "monitors/radio-traffic", "обзор", "電信", "🚚", "it's so", 'the "so-called" front'],
)  # fmt: skip
def test_plain_words_stay_plain(text: str) -> None:
    assert scalar(text, indent=2, flow=True) == text
    assert scalar(text, indent=2, flow=False) == text


@pytest.mark.parametrize(
    ("text", "block", "flow"),
    [
        ("TLP:CLEAR", True, False),
        ("a, b", True, False),
        ("who?", True, False),
        ("{a}", False, False),
        ("a b", True, True),
    ],
)
def test_plain_in_a_block_is_more_than_plain_in_braces(text: str, block: bool, flow: bool) -> None:
    assert is_plain(text, flow=False) is block
    assert is_plain(text, flow=True) is flow


def test_long_text_is_folded_at_its_width() -> None:
    text = " ".join(f"word-{i}" for i in range(60))
    header, *lines = scalar(text, indent=6, flow=False).split("\n")
    assert header == ">-"
    assert max(map(len, lines)) <= WIDTH
    assert min(map(len, lines[:-1])) > WIDTH - 10
    assert all(line.startswith(" " * 6) for line in lines)


def test_short_text_is_folded_when_asked() -> None:
    assert scalar("He said: no # ever", indent=4, flow=False, block=True) == ">-\n    He said: no # ever"
    assert entry_lines("text", Folded("so"), indent=2) == ["  text: >-", "    so"]


def test_paragraphs_become_empty_lines() -> None:
    assert scalar("one\ntwo", indent=2, flow=False) == ">-\n  one\n\n  two"


@pytest.mark.parametrize("character", ["\0", "\x07", "\x1b", "\x7f", "\x9b", "\ud800"])
def test_control_characters_are_never_written(character: str) -> None:
    with pytest.raises(ValueError, match=f"{ord(character):04X}|NUL"):
        scalar("a" + character, indent=2, flow=False)
    with pytest.raises(ValueError, match=f"{ord(character):04X}|NUL"):
        key_scalar("a" + character)
