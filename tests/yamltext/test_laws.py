"""Laws of edits, on random documents as people write them: nothing outside the place changes, and edits go back."""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterator

from hypothesis import assume, event, given, settings
from hypothesis import strategies as st

from workbench.yamltext import (
    EditRefused,
    Keys,
    Mapping,
    Sequence,
    Text,
    Value,
    insert_entry,
    read,
    remove_entry,
    rename_key,
    set_scalar,
)
from workbench.yamltext.proof import same

WORDS = [
    "convoy",
    "Ромны",
    "señor",
    "電信",
    "🚚",
    "مراجعة",
    "it's",
    "a:b",
    "x#y",
    "— «да»",
    "e\u0301",
    "100%",
    "C:\\dir",
    "?",
]
phrases = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join)
plain = phrases.filter(lambda text: text[0] not in "?—")
comments = st.sampled_from(["", "", "", "  # why", " # {a: b}, it's", "\t# tab"])
values = st.one_of(
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=30),
    phrases,
    st.lists(phrases, max_size=5).map("\n".join),
    st.sampled_from(
        ["C", "II", "no", "12:30", "", " ", "a\n", "x, y", "{a: b}", "# c", "- a", "'", '"', "a: b", "~", "word " * 40]
    ),
)
keys = st.sampled_from(["a", "b", "c", "d-e", "обзор", "x/y", "no", "a: b", "12", ""])


def quoted(text: str) -> st.SearchStrategy[str]:
    single = "'" + text.replace("'", "''") + "'"
    double = '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return st.sampled_from([single, double])


inline = st.one_of(plain, phrases.flatmap(quoted), st.sampled_from(["", "C", "{}", "[]", "[C, 'd']", "{ }"]))
cells = st.one_of(st.sampled_from(["C", "I", "N", "'II'", '"CC"', "[x, y]", "{p: q}", " "]), phrases.flatmap(quoted))


@st.composite
def braces(draw: st.DrawFn, indent: int) -> str:
    names = draw(st.lists(st.sampled_from(["a", "b", "c", '"d"', "'e'"]), min_size=1, max_size=4, unique=True))
    pairs = [f"{name}: {draw(cells)}" for name in names]
    if draw(st.booleans()):
        separator = draw(st.sampled_from([", ", ",  ", " , "]))
        edge = draw(st.sampled_from(["", " "]))
        return "{" + edge + separator.join(pairs) + draw(st.sampled_from(["", ",", ", "])) + edge + "}"
    pad = "\n" + " " * (indent + 4)
    lines = [pair + "," + draw(comments) for pair in pairs[:-1]]
    last = pairs[-1] + draw(st.sampled_from(["", ",", " ,"])) + draw(comments)
    return "{" + pad + pad.join([*lines, last]) + "\n" + " " * (indent + 2) + "}"


@st.composite
def block_text(draw: st.DrawFn, indent: int) -> str:
    header = draw(st.sampled_from([">", ">-", "|", "|-", "|+", ">+"]))
    lines = draw(st.lists(st.one_of(phrases, st.just("")), min_size=1, max_size=4).filter(lambda some: bool(some[0])))
    pad = "\n" + " " * (indent + 2)
    return header + draw(st.sampled_from(["", " # c"])) + "".join(pad + line if line else "\n" for line in lines)


@st.composite
def block(draw: st.DrawFn, indent: int, depth: int) -> str:
    lines = []
    names = st.sampled_from(["a", "b", "c", '"d"', "'e'", "обзор", "x/y", "f g"])
    for name in draw(st.lists(names, min_size=1, max_size=4, unique=True)):
        kind = draw(st.sampled_from(["inline", "inline", "braces", "text", "block", "items"] if depth else ["inline"]))
        start = " " * indent + name + ":"
        if kind == "braces":
            lines.append(f"{start} {draw(braces(indent))}{draw(comments)}")
        elif kind == "text":
            lines.append(f"{start} {draw(block_text(indent))}")
        elif kind == "block":
            lines.append(start + draw(comments) + "\n" + draw(block(indent + draw(st.sampled_from([2, 4])), depth - 1)))
        elif kind == "items":
            inner = draw(st.lists(inline, min_size=1, max_size=3))
            lines.append("\n".join([start, *(" " * indent + "- " + item for item in inner)]))
        else:
            lines.append(f"{start} {draw(inline)}{draw(comments)}")
        lines += draw(st.sampled_from([[], [], [""], [" " * indent + "# between"], ["# at the margin", ""]]))
    return "\n".join(lines)


@st.composite
def documents(draw: st.DrawFn) -> bytes:
    text = draw(st.sampled_from(["", "# first\n", "---\n", "\n"])) + draw(block(0, 3))
    text += draw(st.sampled_from(["", "\n", "\n", "\n\n# last", "\n...\n"]))
    if draw(st.booleans()):
        text = text.replace("\n", "\r\n")
    return draw(st.sampled_from([b"", b"", codecs.BOM_UTF8])) + text.encode()


def is_readable(data: bytes) -> bool:
    try:
        read(data)
    except ValueError:
        return False
    return True


readable = documents().filter(is_readable)


def places(value: Value, way: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], Value]]:
    yield way, value
    inner = value.items() if isinstance(value, Mapping) else enumerate(value) if isinstance(value, Sequence) else ()
    for key, below in inner:
        yield from places(below, (*way, key))


def at(root: Value, way: Keys) -> Value:
    for key in way:
        root = root[key]  # type: ignore[index]
    return root


def without(root: Value, way: Keys) -> list[object]:
    """Every text and key in order, but for what stands at one place."""
    return [(w, v) for w, v in places(root) if w[: len(way)] != tuple(way) and not isinstance(v, dict | list)]


def common(before: str, after: str) -> tuple[int, int]:
    """How many characters at the beginning and at the end two texts share."""
    shorter = min(len(before), len(after))
    head = next((i for i in range(shorter) if before[i] != after[i]), shorter)
    tail = next((i for i in range(shorter - head) if before[-1 - i] != after[-1 - i]), shorter - head)
    return head, tail


def test_documents_are_mostly_readable_and_come_back_to_the_byte() -> None:
    seen = []

    @given(documents())
    @settings(max_examples=60, database=None, deadline=None)
    def law(data: bytes) -> None:
        seen.append(is_readable(data))
        if seen[-1]:
            assert read(data).bytes() == data

    law()
    assert sum(seen) > len(seen) * 0.7


@given(readable, values, st.data())
@settings(max_examples=60, deadline=None)
def test_set_scalar_changes_its_place_alone(data: bytes, value: str, draw: st.DataObject) -> None:
    text = read(data)
    ways = [way for way, old in places(text.root) if not isinstance(old, dict | list)]
    assume(ways)
    way = draw.draw(st.sampled_from(ways))
    edited = accepted(lambda: set_scalar(text, way, value))
    assert at(edited.root, way) == value
    assert without(edited.root, way) == without(text.root, way)
    assert edited.bom == text.bom
    parent, key = at(text.root, way[:-1]), way[-1]
    assert isinstance(parent, Mapping | Sequence)
    key_start, start, end = parent.places[key]  # type: ignore[index]
    head, tail = common(text.text, edited.text)
    first = key_start if at(text.root, way) is None else start  # what is missing may be marked behind a comment
    if head + tail < max(len(text.text), len(edited.text)):
        assert head >= first
        assert len(text.text) - tail <= max(end, line_end(text.text, end))


def line_end(text: str, offset: int) -> int:
    """A comment behind the place is kept, so that what is added below it comes behind its line."""
    end = text.find("\n", offset)
    return len(text) if end == -1 else end


def accepted(edit: Callable[[], Text]) -> Text:
    """The edited text; what is refused is no counterexample, only a text the editor does not dare to touch."""
    try:
        return edit()
    except EditRefused:
        event("refused")
        assume(False)
        raise


@given(readable, keys, values, st.data())
@settings(max_examples=60, deadline=None)
def test_removal_takes_an_insertion_back_to_the_byte(data: bytes, key: str, value: str, draw: st.DataObject) -> None:
    text = read(data)
    ways = [way for way, old in places(text.root) if isinstance(old, Mapping)]
    way = draw.draw(st.sampled_from(ways))
    mapping = at(text.root, way)
    assert isinstance(mapping, Mapping)
    assume(key not in mapping)
    after = draw.draw(st.sampled_from([None, *mapping]))
    edited = accepted(lambda: insert_entry(text, way, key, value, after=after))
    found = at(edited.root, way)
    assert isinstance(found, Mapping)
    assert found[key] == value
    order = list(mapping)
    order.insert(0 if after is None else order.index(after) + 1, key)
    assert list(found) == order
    assert without(edited.root, (*way, key)) == without(text.root, (*way, key))
    assert remove_entry(edited, (*way, key)).bytes() == data


@given(readable, st.data())
@settings(max_examples=60, deadline=None)
def test_removal_changes_its_entry_alone(data: bytes, draw: st.DataObject) -> None:
    text = read(data)
    way = draw.draw(st.sampled_from([way for way, _ in places(text.root) if way and isinstance(way[-1], str)]))
    edited = accepted(lambda: remove_entry(text, way))
    parent = at(edited.root, way[:-1])
    assert isinstance(parent, Mapping)
    assert way[-1] not in parent
    assert without(edited.root, way) == without(text.root, way)
    if not parent and way[:-1]:
        assert "{" in edited.text
        again = insert_entry(edited, way[:-1], "new", "C", after=None)
        assert remove_entry(again, (*way[:-1], "new")).bytes() == edited.bytes()


@given(readable, keys, st.data())
@settings(max_examples=60, deadline=None)
def test_a_key_renamed_and_back_gives_the_same_data(data: bytes, new: str, draw: st.DataObject) -> None:
    text = read(data)
    way = draw.draw(st.sampled_from([way for way, _ in places(text.root) if way and isinstance(way[-1], str)]))
    parent, key = at(text.root, way[:-1]), str(way[-1])
    assert isinstance(parent, Mapping)
    assume(new not in parent)
    edited = accepted(lambda: rename_key(text, way, new))
    again = rename_key(edited, (*way[:-1], new), key)
    assert same(again.root, text.root)
    head, tail = common(text.text, edited.text)
    start = parent.places[key][0]
    assert head >= start
    assert len(text.text) - tail <= start + len(key) + 4
