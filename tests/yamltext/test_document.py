"""The fast layer: the same result as on the whole text, and every patch goes back to the byte."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from workbench.yamltext import (
    Document,
    EditRefused,
    Keys,
    Mapping,
    Patch,
    PatchMismatch,
    Text,
    YamlError,
    insert_entry,
    read,
    remove_entry,
    rename_key,
    set_scalar,
)
from workbench.yamltext.proof import same

ORDER = ("format", "rows", "notes", "grades", "order")

MATRIX = """\
# yaml-language-server: $schema=matrix.schema.json
format: 1
rows:
  # the first row
  a/one: {none: C, minor: I, wording: w01}
  a/two: {none: N, minor: C, wording: w02}   # why

  # before the third
  b/one: {none: II}
  # behind the rows
notes:
  a/two:
    because:
      none: >-
        So it
        is.

    # inside
    parked: no
  b/one:
    relevance: high
order: {seed: 4711}
"""


def document(text: str = MATRIX) -> Document:
    return Document.read(text.encode())


def test_sections_keys_and_entries() -> None:
    found = document()
    assert found.section_keys() == ["format", "rows", "notes", "order"]
    assert found.keys("rows") == ["a/one", "a/two", "b/one"]
    assert found.keys("order") == ["seed"]
    assert found.keys("format") == found.keys("grades") == []
    assert found.entry("rows", "b/one") == {"none": "II"}
    assert found.entry("order", "seed") == "4711"
    assert found.entry("rows", "c") is None
    assert found.entry("grades", "c") is None
    assert found.entry("format", "c") is None
    assert found.data["notes"] == {
        "a/two": {"because": {"none": "So it is."}, "parked": "no"},
        "b/one": {"relevance": "high"},
    }
    assert found.text() == MATRIX
    assert found.bytes() == MATRIX.encode()


def test_one_changed_rating_is_one_changed_line() -> None:
    before = document()
    after, patch = before.change("rows", "a/two", lambda text, keys: set_scalar(text, (*keys, "minor"), "II"))
    assert patch == Patch(
        5,
        ("  a/two: {none: N, minor: C, wording: w02}   # why",),
        ("  a/two: {none: N, minor: II, wording: w02}   # why",),
    )
    assert before.bytes() == MATRIX.encode()
    assert after.bytes() == MATRIX.replace("minor: C", "minor: II").encode()
    assert after.apply(patch.inverse()).bytes() == before.bytes()
    assert after.data["rows"] == {**after.data["rows"], "a/two": {"none": "N", "minor": "II", "wording": "w02"}}  # type: ignore[dict-item]


def test_a_note_grows_and_what_is_below_moves() -> None:
    after, patch = document().change(
        "notes", "a/two", lambda text, keys: insert_entry(text, (*keys, "because"), "minor", "x " * 90, after="none")
    )
    assert len(patch.removed) == 0
    assert len(patch.added) == 1
    again, _ = after.change("notes", "b/one", lambda text, keys: set_scalar(text, (*keys, "relevance"), "low"))
    assert again.data == read(again.bytes()).root
    assert again.keys("notes") == ["a/two", "b/one"]


@pytest.mark.parametrize(
    ("section", "key", "after", "flow", "added"),
    [
        ("rows", "a/zwei", "a/two", True, ["  a/zwei: {none: C, minor: N}"]),
        ("rows", "a", None, True, ["  a: {none: C, minor: N}"]),
        ("notes", "a", None, False, ["  a:", "    none: C", "    minor: N"]),
        ("notes", "z", "b/one", False, ["  z:", "    none: C", "    minor: N"]),
        ("grades", "z", None, True, ["grades:", "  z: {none: C, minor: N}"]),
    ],
)
def test_added_entries_are_added_lines(section: str, key: str, after: str | None, flow: bool, added: list[str]) -> None:
    before = document()
    result, patch = before.add(
        section, key, {"none": "C", "minor": "N"}, after=after, section_order=ORDER, flow=flow
    )  # fmt: skip
    assert patch.removed == ()
    assert list(patch.added) == added
    assert result.entry(section, key) == {"none": "C", "minor": "N"}
    assert list(result.keys(section)).index(key) == (0 if after is None else before.keys(section).index(after) + 1)
    assert same(result.data, read(result.bytes()).root)
    assert result.apply(patch.inverse()).bytes() == before.bytes()


PLACES = {
    "behind what precedes it": ("rows:\n  a: 1\n\n# c\norder:\n", "rows:\n  a: 1\nnotes:\n  k: v\n\n# c\norder:\n"),
    "behind its comments": ("rows:\n  a: 1\n  # c\norder: {}\n", "rows:\n  a: 1\n  # c\nnotes:\n  k: v\norder: {}\n"),
    "before what follows it": ("own: 1\norder: {}\n", "own: 1\nnotes:\n  k: v\norder: {}\n"),
    "at the end": ("own: 1\n# last\n", "own: 1\n# last\nnotes:\n  k: v\n"),
    "at the end, final line end added": ("own: 1", "own: 1\nnotes:\n  k: v\n"),
    "at the end, carriage returns": ("own: 1\r\nrows: {}", "own: 1\r\nrows: {}\r\nnotes:\r\n  k: v\r\n"),
    "before the end mark": ("own: 1\n...\n", "own: 1\nnotes:\n  k: v\n...\n"),
    "in a section that is empty": ("notes:\nown: 1\n", "notes:\n  k: v\nown: 1\n"),
    "in a section that is empty, comments": ("notes: # c\n  # d\nown: 1\n", "notes: # c\n  k: v\n  # d\nown: 1\n"),
    "in empty braces": ("notes: {}\nown: 1\n", "notes:\n  k: v\nown: 1\n"),
    "in empty braces, comment": ("notes: { } # c\r\nown: 1\r\n", "notes: # c\r\n  k: v\r\nown: 1\r\n"),
    "in empty braces at the end": ("own: 1\nnotes: {}", "own: 1\nnotes:\n  k: v\n"),
    "in empty braces at the end, carriage returns": ("own: 1\r\nnotes: {}", "own: 1\r\nnotes:\r\n  k: v\r\n"),
    "in empty braces over lines": ("notes: { # c\n  }\nown: 1\n", "notes: { k: v # c\n  }\nown: 1\n"),
    "in braces": ("notes: {a: b}\nown: 1\n", "notes: {k: v, a: b}\nown: 1\n"),
    "in a file in braces": ("{notes: {a: b}}\n", "{notes: {k: v, a: b}}\n"),
    "in a file in braces without it": ("{own: {a: b}}\n", "{own: {a: b}, notes: {k: v}}\n"),
    "below the key": ("notes:\n    # c\n    a: b\n", "notes:\n    k: v\n    # c\n    a: b\n"),
    "below the key, byte-order mark": ("\ufeffnotes:\n - a\n", None),
    "below a text": ("notes: text\n", None),
}  # fmt: skip


@pytest.mark.parametrize("name", PLACES)
def test_where_new_entries_go(name: str) -> None:
    source, expected = PLACES[name]
    before = document(source)
    if expected is None:
        with pytest.raises(EditRefused):
            before.add("notes", "k", "v", after=None, section_order=ORDER)
        return
    after, patch = before.add("notes", "k", "v", after=None, section_order=ORDER)
    assert after.text() == expected
    assert after.entry("notes", "k") == "v"
    assert same(after.data, read(after.bytes()).root)
    assert after.apply(patch.inverse()).text() == source


REMOVED = {
    "a chunk": ("r:\n  x: 1 # c\n  y: 2\n", "r:\n  y: 2\n"),
    "a chunk between blank lines": ("r:\n  y: 2\n\n  x:\n    a: 1\n\n    b: 2\n\n  z: 3\n", "r:\n  y: 2\n\n\n  z: 3\n"),
    "the last chunk": ("r:\n  # c\n  x: 1\n  # d\nz: 1\n", "r: {}\n  # c\n  # d\nz: 1\n"),
    "the last chunk of the file": ("r: # c\n  x: 1", "r: {} # c"),
    "a chunk at the end": ("r:\n  y: 2\n  x: 1", "r:\n  y: 2"),
    "a chunk at the end, carriage returns": ("r:\r\n  y: 2\r\n  x: 1", "r:\r\n  y: 2"),
    "a cell": ("a: 1\nr: {x: 1, y: 2}\n", "a: 1\nr: {y: 2}\n"),
    "the last cell": ("a: 1\nr: {x: 1}\n", "a: 1\nr: {}\n"),
    "a cell in a file in braces": ("{r: {x: 1, y: 2}}", "{r: {y: 2}}"),
}


@pytest.mark.parametrize("name", REMOVED)
def test_what_removal_leaves(name: str) -> None:
    source, expected = REMOVED[name]
    after, patch = document(source).remove("r", "x")
    assert after.text() == expected
    assert after.entry("r", "x") is None
    assert same(after.data, read(after.bytes()).root)
    assert after.apply(patch.inverse()).text() == source


@pytest.mark.parametrize(
    ("source", "chunks"),
    [
        ("r:\n  a: 1\n  b: 2\n", True),
        ("r:\n- a\n", False),
        ("r: {a: 1,\n  b: 2}\n", False),
        ("r:\n  a: 1\r  b: 2\n", False),
        ("r:\n  a: 1\u2028  b: 2\n", False),
        ("r: 1\u0085s: 2\n", False),
        ("  r:\n    a: 1\n", False),
        ("--- {r: {a: 1}}\n", False),
    ],
)
def test_whatever_the_layout_the_result_is_the_same(source: str, chunks: bool) -> None:
    text = read(source.encode())
    before = Document.of(text)
    assert before.section_keys() == list(text.root)
    section = before.section_keys()[0]
    assert (before._chunk(section, "a") is not None) is chunks
    for key in before.keys(section):
        after, patch = before.change(section, key, lambda part, keys: set_scalar(part, keys, "new"))
        assert after.bytes() == set_scalar(text, (section, key), "new").bytes()
        assert after.apply(patch.inverse()).bytes() == source.encode()


def test_refusals_name_the_line_of_the_file() -> None:
    with pytest.raises(EditRefused) as caught:
        document().change("rows", "b/one", lambda text, keys: set_scalar(text, (*keys, "major"), "C"))
    assert caught.value.line == 9
    with pytest.raises(EditRefused) as caught:
        document().change("order", "seed", lambda text, keys: set_scalar(text, (*keys, "x"), "C"))
    assert caught.value.line == 22
    with pytest.raises(EditRefused) as caught:
        document().change("notes", "a/two", remove_entry)
    assert caught.value.line == 12


@pytest.mark.parametrize(
    ("section", "key", "value", "after"),
    [
        ("rows", "a/one", "C", None),
        ("rows", "new", "C", "nothing"),
        ("order", "seed", "C", None),
        ("rows", "n", "\0", None),
    ],
)
def test_additions_that_are_refused(section: str, key: str, value: str, after: str | None) -> None:
    with pytest.raises(EditRefused):
        document().add(section, key, value, after=after, section_order=ORDER)


def test_what_is_not_there_is_not_removed_or_changed() -> None:
    for section in ("rows", "order", "format", "grades"):
        with pytest.raises(EditRefused):
            document().remove(section, "nothing")
        with pytest.raises(EditRefused):
            document().change(section, "nothing", lambda text, keys: set_scalar(text, keys, "x"))


def test_a_renamed_entry_is_found_under_its_new_key_alone() -> None:
    after, patch = document().change("rows", "a/two", lambda text, keys: rename_key(text, keys, "a/zwei"))
    assert after.keys("rows") == ["a/one", "a/zwei", "b/one"]
    assert after.entry("rows", "a/two") is None
    assert after.apply(patch.inverse()).keys("rows") == ["a/one", "a/two", "b/one"]
    with pytest.raises(EditRefused):
        document().change("rows", "a/two", lambda text, keys: rename_key(text, keys, "b/one"))


def test_patches_fit_only_where_they_were_made() -> None:
    before = document()
    after, patch = before.change("rows", "a/two", lambda text, keys: set_scalar(text, (*keys, "minor"), "II"))
    with pytest.raises(PatchMismatch) as caught:
        after.apply(patch)
    assert caught.value.line == 6
    with pytest.raises(PatchMismatch):
        before.apply(Patch(-1, (), ("x: 1",)))
    with pytest.raises(YamlError) as error:
        before.apply(Patch(8, (), ('  c: "open',)))
    assert error.value.problem.line == 9
    with pytest.raises(YamlError) as error:
        before.apply(Patch(8, (), ("  a/one: twice",)))
    assert error.value.problem.code == "Y010"


lines = st.sampled_from(
    ["", "  # c", "# c", "  x: 1", "  x: 2", "  y: {a: b}", "  z:", "    q: 1", "    deeper text", "s:", "t: 1",
     "u: {a: 1}", "v: |+", "  w: |+", "  w2: >", "- i", "  - i", '  k: "open', '  close"', "{", "}", "    # deep", "\t",
     "...", "---"]
)  # fmt: skip


parts = st.sampled_from(
    ["", "# c", "  # c", "a:\n x: 1", "b:\n  y: {a: b}\n\n  x: 1 # c", "c:\n  z:\n    q: 1\n    # deep\n  x: >-\n    t",
     "d: 1", "e: {a: 1}", "f: |+\n  t\n", "g:\n  w: |+\n    t\n\n  x:\n", "h:\n- i\n- j", "i:\n  - k", "j:", "k: {}",
     'l:\n  k: "a\n  b"\n  x: 1', "m:\n    x: 1\n    y:\n      z: 1", "n: >-\n  t\n\n  t", "..."]
)  # fmt: skip


@given(
    st.lists(parts, max_size=6, unique=True), st.lists(lines, max_size=3), st.data(), st.sampled_from(["\n", "\r\n"])
)
@settings(max_examples=100, deadline=None)
def test_any_patch_gives_what_reading_the_whole_gives(
    before: list[str], added: list[str], data: st.DataObject, newline: str
) -> None:
    source = "\n".join(before).replace("\n", newline)
    assume(is_readable(source.encode()))
    found = document(source)
    old = source.split("\n")
    start = data.draw(st.integers(0, len(old)))
    end = data.draw(st.integers(start, min(start + 3, len(old))))
    end_of_line = newline.removesuffix("\n")
    patch = Patch(start, tuple(old[start:end]), tuple(line + end_of_line for line in added))
    expected = "\n".join(patch.applied(tuple(old)))
    if not is_readable(expected.encode()):
        with pytest.raises(YamlError):
            found.apply(patch)
        return
    after = found.apply(patch)
    assert_same(after, document(expected))
    assert_same(after.apply(patch.inverse()), found)


def is_readable(data: bytes) -> bool:
    try:
        read(data)
    except YamlError:
        return False
    return True


def assert_same(one: Document, other: Document) -> None:
    """Two documents are the same in bytes, in what their parts say, and in where these stand."""
    assert one.bytes() == other.bytes()
    assert one.section_keys() == other.section_keys() == list(other.data)
    for section in one.section_keys():
        assert one.keys(section) == other.keys(section)
        for key in one.keys(section):
            whole = other.data[section]
            assert isinstance(whole, Mapping)
            assert same(one.entry(section, key), whole[key])
            assert one._chunk(section, key) == other._chunk(section, key)


names = st.sampled_from(["a", "b/c", "d", "обзор", "x y", "no", "電信", "🚚", "k: v"])
hypotheses = st.sampled_from(["none", "minor", "major"])
cells = st.dictionaries(hypotheses, st.sampled_from(["C", "N", "II", "so: so", "word " * 30]), min_size=1)
steps = st.one_of(
    st.tuples(st.just("add"), st.sampled_from(["rows", "notes", "grades", "order"]), names, cells),
    st.tuples(st.just("change"), st.sampled_from(["rows", "notes", "order"]), names, cells),
    st.tuples(st.just("remove"), st.sampled_from(["rows", "notes", "order"]), names, cells),
)


Step = tuple[str, str, str, dict[str, str]]


def stepped(found: Document, step: Step, flow: bool, pick: int) -> tuple[Document, Patch]:
    kind, section, key, value = step
    present = found.keys(section)
    if kind == "add":
        after = ([None, *present])[pick % (len(present) + 1)]
        return found.add(section, key, value, after=after, section_order=ORDER, flow=flow)
    if kind == "remove":
        return found.remove(section, key)
    return found.change(section, key, lambda text, keys: replaced(text, keys, value))


def replaced(text: Text, keys: Keys, value: dict[str, str]) -> Text:
    """The entry with these cells set or added."""
    for name, cell in value.items():
        entry = text.root
        for key in keys:
            entry = entry[key]  # type: ignore[assignment, index]
        if name in entry:
            text = set_scalar(text, (*keys, name), cell)
        else:
            text = insert_entry(text, keys, name, cell, after=None)
    return text


starts = st.sampled_from(
    [MATRIX, MATRIX.replace("\n", "\r\n"), MATRIX.rstrip("\n"), "\ufeff" + MATRIX, "format: 1\nrows: {}\n", "rows:",
     "{rows: {}}", "rows:\r\n    обзор: {none: C}\r\n\r\n# c\r\norder: {}",
     "notes: {d: {none: C}}\nrows:\n d:\n  none: |+\n   C\n\n\n a: {}\n...\n"]
)  # fmt: skip


@given(starts, st.lists(st.tuples(steps, st.booleans(), st.integers(0, 9)), max_size=8))
@settings(max_examples=50, deadline=None)
def test_any_run_of_edits_gives_what_reading_the_whole_gives_and_goes_back(
    source: str, run: list[tuple[Step, bool, int]]
) -> None:
    found = Document.read(source.encode())
    done: list[tuple[Document, Patch]] = []
    for step, flow, pick in run:
        try:
            after, patch = stepped(found, step, flow, pick)
        except EditRefused:
            continue
        before_lines = found.text().split("\n")
        after_lines = after.text().split("\n")
        assert tuple(after_lines) == patch.applied(tuple(before_lines))
        assert_same(after, Document.read(after.bytes()))
        assert_same(found.apply(patch), after)
        done.append((found, patch))
        found = after
    for before, patch in reversed(done):
        found = found.apply(patch.inverse())
        assert_same(found, before)
    assert found.bytes() == source.encode()
