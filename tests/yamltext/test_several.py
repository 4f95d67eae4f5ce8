"""Many entries at once: the same lines as one by one, and gone again without a trace."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.yamltext import Document, EditRefused, Folded, add_several, remove_several

names = st.lists(st.from_regex(r"[a-z][a-z0-9]{0,5}", fullmatch=True), min_size=1, max_size=6, unique=True)
texts = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"]), min_size=1, max_size=120)
FILES = [
    "format: 1\nitems: {}\n",
    "format: 1\nitems:\n",
    "format: 1\n",
    "format: 1\nitems:\n  zz:\n    text: >-\n      One.\n",
    "format: 1\nitems:\n  zz: {text: One.}\n  zy: {text: Two.}\n# end\n",
    "format: 1\nitems:\n\n  zz:\n    text: One.\n    # behind\n\n  zy: {text: Two.}\nmore: x",
    "{format: 1, items: {zz: {text: One.}}}\n",
]


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(FILES), st.booleans(), st.booleans(), names, st.data())
def test_several_are_what_they_are_one_by_one(
    file: str, crlf: bool, spaced: bool, keys: list[str], data: st.DataObject
) -> None:
    document = Document.read((file.replace("\n", "\r\n") if crlf else file).encode())
    there = document.keys("items")
    keys = [key for key in keys if key not in there] or ["new"]
    entries = {key: {"text": Folded(data.draw(texts).strip() or "x"), "kind": "report"} for key in keys}
    after = data.draw(st.sampled_from([None, *there])) if there else None

    one_by_one, last = document, after
    for key, value in entries.items():
        one_by_one, _ = one_by_one.add(
            "items", key, value, after=last, section_order=("format", "items"), spaced=spaced
        )
        last = key
    together = add_several(document, "items", entries, after=after, section_order=("format", "items"), spaced=spaced)

    assert together.bytes() == one_by_one.bytes()
    assert together.data["items"] == one_by_one.data["items"]


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(FILES[3:6]), names)
def test_what_came_together_goes_together(file: str, keys: list[str]) -> None:
    document = Document.read(file.encode())
    entries = {key: {"text": Folded("Some claim.")} for key in keys}
    last = document.keys("items")[-1]

    there = add_several(document, "items", entries, after=last, section_order=("format", "items"), spaced=True)

    assert remove_several(there, "items", keys, spaced=True).data == document.data
    assert remove_several(there, "items", there.keys("items"), spaced=True).data["items"] == {}


def test_what_is_there_already_or_cannot_be_written_is_refused() -> None:
    document = Document.read(FILES[3].encode())
    order = ("format", "items")

    with pytest.raises(EditRefused):
        add_several(document, "items", {"a": {"text": "x"}, "zz": {"text": "x"}}, after="zz", section_order=order)
    with pytest.raises(EditRefused):
        add_several(document, "items", {"a": {"text": "x"}, "b": {"text": "\x1b"}}, after="zz", section_order=order)
    with pytest.raises(EditRefused):
        remove_several(document, "items", ["zz", "nobody"])
