"""Laws: good items come back whatever the quoting; bad lines never lose good ones; one paste is one undo."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.workspace.authored_case import state, write
from workbench import checks
from workbench.model import Item, Kind
from workbench.pasting import RefusedLine, foreseen, matched, pasted, read
from workbench.workspace import read as read_workspace
from workbench.workspace.authoring import Author, Done

words = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn", "Zl", "Zp"]), max_size=30).map(
    str.strip
)
texts = st.lists(
    words | st.sampled_from(['"', ",", ";", "[b]x[/b]", "\u202e", "'", "=1+1", "#", ": "]), min_size=1, max_size=4
).map(" ".join)
items = st.builds(
    Item,
    address=st.just(""),
    text=texts,
    kind=st.sampled_from([Kind.REPORT, Kind.STATEMENT, Kind.DENIAL]),
    credibility=st.sampled_from(["", "1", "2", "3", "6"]),
    when=st.sampled_from(["", "1993", "1993-07~", "unknown", "1993/1994"]),
    origins=st.sampled_from([(), ("guards",), ("guards", "border-monitors")]),
    at=words,
    because=words,
    tags=st.sampled_from([{}, {"place": ("baghdad",)}, {"place": ("a b", "c")}]),
)
HEAD = ["Claim", "Type", "Grade", "When", "Origin", "Page", "Notes", "tag:place"]
BAD = [
    "x,gossip,,,,,,",
    ",report,,,,,,",
    "y,report,9,,,,,",
    "z,report,,soon,,,,",
    '"broken,report',
    "a,b,c,d,e,f,g,h,i,j",
]


def cells(item: Item) -> list[str]:
    tags, origins = "; ".join(item.tags.get("place", ())), "; ".join(item.origins)
    return [item.text, item.kind.value, item.credibility, item.when, origins, item.at, item.because, tags]


def said(item: Item) -> tuple[Any, ...]:
    def plain(text: str) -> str:
        return "\n".join(line.rstrip(" \t") for line in text.strip().splitlines())

    own = (plain(item.text), item.kind, item.credibility, item.when, item.origins)
    return (*own, plain(item.at), plain(item.because), dict(item.tags))


def distinct(given: list[Item]) -> list[Item]:
    """Numbered, so that no two texts are the same and none is empty."""
    from dataclasses import replace

    return [replace(item, text=f"{number} {item.text}".strip()) for number, item in enumerate(given)]


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(items, min_size=1, max_size=8),
    st.sampled_from(["\t", ",", ";"]),
    st.sampled_from(["\n", "\r\n"]),
    st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
)
def test_good_items_come_back_from_the_file(
    tmp_path_factory: pytest.TempPathFactory, given_: list[Item], delimiter: str, ends: str, quoting: int
) -> None:
    wanted = distinct(given_)
    file = io.StringIO(newline="")
    csv.writer(file, delimiter=delimiter, lineterminator=ends, quoting=quoting).writerows([HEAD, *map(cells, wanted)])  # type: ignore[arg-type]
    root = write(tmp_path_factory.mktemp("case"))
    before = state(root)
    author = Author(read_workspace(root), checks.findings)
    table = read(file.getvalue())
    came = pasted(table, matched(table, author.workspace), author.workspace, "monitors")
    came, _ = foreseen(author, came)

    assert all("words in a row" in one.sentence for one in came.refused), came.refused
    again = {one.line for one in came.refused}  # what says the same as another item is no good item
    lines = [record.line for record in table.records]
    wanted = [item for item, line in zip(wanted, lines, strict=True) if line not in again]
    assert [said(one.item) for one in came.taken] == [said(item) for item in wanted]
    assert isinstance(author.do(*came.changes), Done)
    fresh = read_workspace(root).items
    assert [said(fresh[one.item.address]) for one in came.taken] == [said(item) for item in wanted]
    assert isinstance(author.undo(), Done)
    assert state(root) == before


@settings(max_examples=60, deadline=None)
@given(st.data(), st.integers(1, 12))
def test_bad_lines_never_lose_good_ones(small: Any, data: st.DataObject, number: int) -> None:
    good = [f"Claim number {n} was made.,report,2,,,,," for n in range(number)]
    lines: list[tuple[str, bool]] = [(line, True) for line in good]
    for _ in range(data.draw(st.integers(0, 8))):
        lines.insert(data.draw(st.integers(0, len(lines))), (data.draw(st.sampled_from(BAD)), False))
    table = read("\n".join([",".join(HEAD), *(line for line, _ in lines)]))

    came = pasted(table, matched(table, small), small, "monitors")

    assert [one.line for one in came.taken] == [at for at, (_, is_good) in enumerate(lines, 2) if is_good]
    assert [one.line for one in came.refused] == [at for at, (_, is_good) in enumerate(lines, 2) if not is_good]
    assert all(isinstance(one, RefusedLine) and one.sentence and one.remedy for one in came.refused)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Any:
    return read_workspace(write(tmp_path_factory.mktemp("small")))


def test_ten_thousand_lines_are_one_step(tmp_path: Path) -> None:
    root = write(tmp_path)
    before = state(root)
    author = Author(read_workspace(root), checks.findings)
    lines = [f'"Thing {n} was seen, and {n * 7 % 1000} more.",report,{n % 3 + 1}' for n in range(10_000)]
    lines[5000] = "Thing,gossip,1"
    table = read("\n".join(["text,kind,grade", *lines]))

    came = pasted(table, matched(table, author.workspace), author.workspace, "monitors")
    done = author.do(*came.changes)

    assert [one.line for one in came.refused] == [5002]
    assert isinstance(done, Done)
    assert len(done.places) == 9_999
    assert done.places[-1].line == (root / "evidence/monitors.yaml").read_text().rstrip().count("\n") - 3
    assert isinstance(author.undo(), Done)
    assert state(root) == before


def test_in_a_file_that_was_changed_meanwhile_a_paste_is_undone_by_meaning(tmp_path: Path) -> None:
    root = write(tmp_path)
    author = Author(read_workspace(root), checks.findings)
    table = read("text\nOne thing.\nTwo things.\nThree things.")
    came = pasted(table, matched(table, author.workspace), author.workspace, "embassy")
    path = root / "evidence/embassy.yaml"
    before = path.read_text()
    assert isinstance(author.do(*came.changes), Done)
    path.write_text(path.read_text() + "# somebody was here\n")

    assert isinstance(author.undo(), Done)
    assert path.read_text().replace("\n\n", "\n") == (before + "# somebody was here\n").replace("\n\n", "\n")
    assert isinstance(author.redo(), Done)
    assert len(read_workspace(root).items) == 6
    path.write_text(path.read_text().replace("Two things.", "Four things."))
    back = author.undo()
    assert back is not None
    assert "changed outside since" in str(back)


FIELDS_OF_ANY = st.sampled_from(
    ["text", "id", "kind", "credibility", "origin", "when", "rests_on", "retells", "tags", "tag:place", "marking",
     "standing", "looked_in", "would_show", "source", "quote", ""]
)  # fmt: skip
CELLS = st.sampled_from(
    ["", "x", "report", "absence", "assumption", "2", "7", "B2", "1993", "July", "guards", "nobody", "on-guard",
     "a/b; c d", "embassy/on-guard", "place=x", "place", "TLP:RED", "TLP:MAUVE", "solid", "monitors", "[b]x[/b]",
     "\u202e", "\x00", "yes", "other", "{none: C}", "- x", "# x", "word " * 30, "Embassies are told to be on guard.",
     "漢字", "line\nbreak", "\ud800"]
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(
    st.lists(FIELDS_OF_ANY, min_size=1, max_size=6).filter(lambda given: "text" in given or len(given) == 1),
    st.data(),
    st.booleans(),
)
def test_every_record_is_written_or_refused_whatever_stands_in_it(
    tmp_path_factory: pytest.TempPathFactory, fields: list[str], data: st.DataObject, add_origins: bool
) -> None:
    from workbench.pasting.table import Record, Table

    columns = tuple(field if field not in fields[:index] else "" for index, field in enumerate(fields))
    rows = data.draw(st.lists(st.lists(CELLS, min_size=len(fields), max_size=len(fields)), max_size=6))
    table = Table((), tuple(Record(line, tuple(row)) for line, row in enumerate(rows, 1)), (), ",")
    root = write(tmp_path_factory.mktemp("any"))
    author = Author(read_workspace(root), checks.findings)
    known = {(f.path, f.code, f.message) for f in checks.everything(author.workspace) if not f.note}

    came = pasted(table, columns, author.workspace, "monitors", add_origins=add_origins)
    came, then = foreseen(author, came)

    assert sorted([*(one.line for one in came.taken), *(one.line for one in came.refused)]) == [
        *range(1, len(rows) + 1)
    ]
    assert all(one.sentence and one.remedy for one in came.refused)
    assert isinstance(then, Done)
    assert isinstance(author.do(*came.changes), Done)
    new = [
        f for f in checks.everything(read_workspace(root)) if not f.note and (f.path, f.code, f.message) not in known
    ]
    assert not [f for f in new if f.path.startswith("evidence/") and f.code != "C036"]
