"""What a change would come to, asked before it is made."""

from __future__ import annotations

from pathlib import Path

from tests.workspace.authored_case import state, write
from workbench import checks
from workbench.model import Item, Kind
from workbench.model.authoring import AddItem, RenameItem, SetItem
from workbench.workspace import read
from workbench.workspace.authoring import Author, Done, Refused


def test_what_is_foreseen_is_what_then_happens_and_nothing_is_written(tmp_path: Path) -> None:
    root = write(tmp_path)
    before = state(root)
    author = Author(read(root), checks.findings)
    seen = author.workspace

    for changes in (
        [AddItem(Item("embassy/new", "Something new.")), RenameItem("embassy/on-guard", "guarded")],
        [AddItem(Item("embassy/on-guard", "Something new."))],
        [SetItem("embassy/on-guard", {"when": "July"})],
        [SetItem("embassy/on-guard", {"at": "par. 6"})],
    ):
        then = author.foreseen(*changes)
        assert state(root) == before
        assert author.workspace is seen
        assert author.undo() is None
        assert Author(read(root), checks.findings).do(*changes) == then
        for path, data in before.items():
            (root / path).write_bytes(data)
        author.look_outside()
        seen = author.workspace


def test_a_change_outside_is_still_noticed_by_what_follows(tmp_path: Path) -> None:
    root = write(tmp_path)
    author = Author(read(root), checks.findings)
    path = root / "evidence/embassy.yaml"
    path.write_text(path.read_text().replace("at: par. 6", "at: par. 7"))
    change = SetItem("embassy/on-guard", {"at": "par. 8"})

    assert isinstance(author.foreseen(change), Refused)
    assert isinstance(author.do(change), Refused)
    assert isinstance(author.do(change), Done)


def test_many_items_in_a_row_are_written_as_one_by_one(tmp_path: Path) -> None:
    own = {"own": Kind.ARGUMENT}
    items = [
        Item(f"{source}/new-{n}", f"New thing {n}.", own.get(source, Kind.REPORT))
        for source in ("embassy", "own", "monitors")
        for n in range(3)
    ]
    together, alone = (Author(read(write(tmp_path / name)), checks.findings) for name in ("together", "alone"))

    done = together.do(*map(AddItem, items))
    for item in items:
        assert isinstance(alone.do(AddItem(item)), Done)

    assert isinstance(done, Done)
    assert state(together.workspace.root) == state(alone.workspace.root)
    assert [place.keys[1] for place in done.places if place.keys] == [item.id for item in items]
    assert all(place.line == together.workspace.line(place.path, place.keys) for place in done.places)
    taken = together.do(AddItem(Item("embassy/a", "A.")), AddItem(Item("embassy/new-1", "B.")))
    assert isinstance(taken, Refused)
    assert "there is an item 'new-1' already" in taken.sentence
