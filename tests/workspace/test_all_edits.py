"""Laws of keeping that hold for every edit there is: nothing is lost, everything can be taken back to the byte."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.workspace.all_edits import BRACES, EDITS, FULL, STARTS, meaning
from tests.workspace.small_case import MATRIX, write
from workbench import yamltext
from workbench.model import (
    Case,
    Check,
    Edit,
    Grade,
    Judge,
    Look,
    Park,
    Part,
    Rate,
    Reason,
    Relevance,
    Suspect,
    Weigh,
    edited,
)
from workbench.model.matrix import differing
from workbench.workspace import Clash, Keeper, Saved, read, shapes
from workbench.workspace.places import places

Moves = Sequence[Edit | str]

UNDOABLE = EDITS.filter(lambda edit: not isinstance(edit, Look))
"""All edits but the one that says what was seen, which is never taken back."""

LAWS = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def keeper(root: Path) -> Keeper:
    return Keeper(read(root), "iraq", "me")


def saved(kept: Keeper) -> None:
    came = kept.save()
    assert isinstance(came, Saved), came


def move(kept: Keeper, step: Edit | str) -> None:
    match step:
        case "undo":
            kept.undo()
        case "redo":
            kept.redo()
        case "save":
            saved(kept)
        case "look":
            kept.look_outside()
        case str():
            raise AssertionError(step)
        case _:
            kept.apply(step)


@LAWS
@given(
    steps=st.lists(st.one_of(UNDOABLE, st.sampled_from(["undo", "redo", "save", "save"])), max_size=16),
    start=st.sampled_from([*STARTS, None, MATRIX]),
    bom=st.booleans(),
    gathered=st.booleans(),
)
def test_what_is_written_is_read_again_and_everything_undone_restores_every_byte(
    tmp_path_factory: pytest.TempPathFactory, steps: Moves, start: str | None, bom: bool, gathered: bool
) -> None:
    root = tmp_path_factory.mktemp("case")
    path = write(root, matrix=start, bom=bom)
    before = path.read_bytes() if start is not None else None
    kept = keeper(root)
    for step in steps:
        move(kept, step)
    saved(kept)
    if path.exists():
        assert meaning(keeper(root).case.matrix) == meaning(kept.case.matrix)
        assert sound(path)
    done = kept.case.matrix
    while kept.undo():
        if not gathered:
            saved(kept)
    saved(kept)
    if before is not None:
        assert path.read_bytes() == before
    elif path.exists():
        assert path.read_bytes().split(b"\n") == [*path.read_bytes().split(b"\n")[:2], b"rows: {}", b""]
    while kept.redo():
        pass
    saved(kept)
    assert not path.exists() or meaning(keeper(root).case.matrix) == meaning(kept.case.matrix)
    assert done.analyst == "me"


def sound(path: Path) -> bool:
    """Whether a file has the shape of a matrix for us, and for an editor that takes numbers for numbers."""
    ours = shapes.valid("matrix", yamltext.read(path.read_bytes()).root)
    return ours and shapes.valid("matrix", yaml.safe_load(path.read_text(encoding="utf-8-sig")))


# ---- two people who change different places


MINE = ("none", "minor")
"""The hypotheses whose cells are mine; the others' are theirs."""


def is_mine(edit: Edit) -> bool:
    """Who makes an edit: each place of the matrix is changed by one of the two only."""
    match edit:
        case Rate() | Reason() | Weigh() | Suspect():
            return edit.hypothesis in MINE
        case Relevance() | Park():
            return edit.address.startswith("embassy/") == isinstance(edit, Park)
        case Grade():
            return edit.address.startswith("embassy/")
        case Check():
            return edit.question in {"motive", "past", "evidence"}
        case Judge():
            return edit.because is None and edit.differs_because is None
        case _:
            return isinstance(edit, Look)


def theirs_or_mine(edit: Edit, *, mine: bool) -> Edit:
    """An edit of the judgement cut to the fields of one side."""
    if isinstance(edit, Judge):
        return Judge(edit.likelihood, edit.confidence) if mine else Judge({}, None, edit.because, edit.differs_because)
    return edit


class Alone:
    """What one of the two does, as if the other were not there."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.done: list[Case] = []
        self.undone: list[Case] = []

    def make(self, step: Edit | str) -> None:
        if isinstance(step, str):
            origin, target = (self.done, self.undone) if step == "undo" else (self.undone, self.done)
            if step in ("undo", "redo") and origin:
                target.append(self.case)
                self.case = origin.pop()
            return
        after = edited(self.case, step)
        if after is not self.case:
            self.done.append(self.case)
            self.undone.clear()
            self.case = after


ROW_AND_NOTE = EDITS.filter(lambda edit: type(edit).__name__ not in {"Confirm", "Look"})
STEPS = st.lists(
    st.tuples(st.booleans(), st.one_of(ROW_AND_NOTE, st.sampled_from(["undo", "redo", "save", "save", "comment"]))),
    max_size=24,
)


@LAWS
@given(steps=STEPS, start=st.sampled_from([*STARTS[:5], MATRIX]), seed=st.integers(0, 1000))
def test_what_two_change_in_different_places_and_every_comment_is_all_there_in_the_end(
    tmp_path_factory: pytest.TempPathFactory, steps: Sequence[tuple[bool, Edit | str]], start: str, seed: int
) -> None:
    root = tmp_path_factory.mktemp("case")
    path = write(root, matrix=start)
    both = {True: keeper(root), False: keeper(root)}
    alone = {side: Alone(kept.case) for side, kept in both.items()}
    chance = random.Random(seed)
    written = 0
    for side, step in steps:
        if step == "comment":
            written += comment(path, chance, written)
            continue
        mine = side if isinstance(step, str) else is_mine(step)
        step = step if isinstance(step, str) else theirs_or_mine(step, mine=mine)  # noqa: PLW2901
        move(both[mine], step)
        alone[mine].make(step)
    for kept in (*both.values(), *both.values()):
        kept.look_outside()
        saved(kept)
    found = keeper(root).case.matrix
    for kept in both.values():
        kept.look_outside()
        assert meaning(kept.case.matrix) == meaning(found)
    for part in differing(found, alone[True].case.matrix, alone[False].case.matrix):
        if part.field != "looked":
            there = places(part, found.part(part))
            ours = {mine: places(part, one.case.matrix.part(part)) for mine, one in alone.items()}
            every = {*there, *ours[True], *ours[False]}
            assert there == {p: v for p in every if (v := ours[owner(part, p)].get(p)) is not None}
    assert re.findall(r"# outside \d+", path.read_text()).__len__() == written


def owner(part: Part, place: tuple[str, str | None]) -> bool:
    """Whose a place is, as `is_mine` has it."""
    field, key = place
    match part.field:
        case "rows" | "deceptive":
            return key in MINE
        case "notes" if field in ("because", "weighed"):
            return key in MINE
        case "notes":
            return part.keys[0].startswith("embassy/") == (field == "parked")
        case "grades":
            return part.keys[0].startswith("embassy/")
        case "checks":
            return key in {"motive", "past", "evidence"}
        case "judgement":
            return field in ("likelihood", "confidence")
        case _:
            return False


def comment(path: Path, chance: random.Random, number: int) -> int:
    """Put a comment on a line of its own, over some entry; whether there was a place for it."""
    end = "\r\n" if b"\r\n" in path.read_bytes() else "\n"
    lines = path.read_bytes().decode().split(end)
    entries = [i for i, text in enumerate(lines) if re.match(r"(?:  )?(?:  )?[a-z][a-z/-]*:", text)]
    inside = [i for i in entries if not in_block(lines, i)]
    if not inside or "{format" in lines[0]:
        return 0
    place = chance.choice(inside)
    blanks = len(lines[place]) - len(lines[place].lstrip())
    lines.insert(place, " " * blanks + f"# outside {number}")
    path.write_bytes(end.join(lines).encode())
    return 1


def in_block(lines: Sequence[str], index: int) -> bool:
    """Whether a line may be part of a text that runs over several lines."""
    blanks = len(lines[index]) - len(lines[index].lstrip())
    above = (text for text in reversed(lines[:index]) if text.strip() and len(text) - len(text.lstrip()) < blanks)
    return re.search(r"[|>]-?\s*$", next(above, "")) is not None


# ---- two people who change anything, while ids change


RENAMES: dict[str, Callable[[Path], None]] = {}


def rename(file: str, old: str, new: str, *also: tuple[str, str, str]) -> Callable[[Path], None]:
    def made(root: Path) -> None:
        for name, was, now in ((file, old, new), *also):
            text = (root / name).read_text()
            if now not in text:
                (root / name).write_text(text.replace(was, now))

    return made


RENAMES["hypothesis"] = rename("hypotheses/iraq.yaml", "  minor:\n", "  small:\n    formerly: [minor]\n")
RENAMES["item"] = rename("evidence/monitors.yaml", "  radio-traffic:\n", "  radio:\n    formerly: [radio-traffic]\n")
RENAMES["origin"] = rename(
    "evidence/origins.yaml",
    "  border-monitors: {",
    "  listeners: {formerly: [border-monitors], ",
    ("evidence/monitors.yaml", "origin: border-monitors", "origin: listeners"),
)
NEW = {"minor": "small", "monitors/radio-traffic": "monitors/radio", "border-monitors": "listeners"}


def present(case: Case, edit: Edit) -> Edit:
    """An edit as the screen makes it: under the ids it shows."""
    known = {*case.question.hypotheses, *case.items, *case.sources, *case.origins, "", "other"}

    def now(name: str) -> str:
        return name if name in known else NEW[name]

    fields = edit._asdict()
    fields |= {name: now(fields[name]) for name in ("address", "hypothesis", "suspect") if name in fields}
    if isinstance(edit, Look):
        fields["addresses"] = tuple(map(now, edit.addresses))
    if isinstance(edit, Judge):
        fields["likelihood"] = {now(h): share for h, share in edit.likelihood.items()}
    return type(edit)(**fields)


WITH_OTHERS = st.sampled_from(["undo", "redo", "save", "save", "look", "reword", "remove", *RENAMES])


@LAWS
@given(steps=st.lists(st.tuples(st.booleans(), st.one_of(EDITS, WITH_OTHERS)), max_size=18))
@pytest.mark.parametrize("start", [MATRIX, FULL, BRACES], ids=["small", "full", "braces"])
def test_two_on_one_file_end_with_what_the_file_says(
    tmp_path_factory: pytest.TempPathFactory, start: str, steps: Sequence[tuple[bool, Edit | str]]
) -> None:
    root = tmp_path_factory.mktemp("case")
    path = write(root, matrix=start)
    evidence = root / "evidence/monitors.yaml"
    two = keeper(root), keeper(root)
    for first, step in steps:
        kept = two[first]
        match step:
            case "reword":
                evidence.write_text(evidence.read_text().replace("more often", "more and more often"))
            case "remove":
                path.unlink(missing_ok=True)
            case "save":
                settled(kept)
            case str() if step in RENAMES:
                RENAMES[step](root)
            case str():
                move(kept, step)
            case _:
                kept.apply(present(kept.case, step))
    for kept in (*two, *two):
        kept.look_outside()
        settled(kept)
    for kept in two:
        kept.look_outside()
        if path.exists():
            assert meaning(kept.case.matrix) == meaning(keeper(root).case.matrix)
            assert sound(path)


def settled(kept: Keeper) -> None:
    came = kept.save()
    if isinstance(came, Clash):
        assert all(difference.mine != difference.theirs for difference in came.cells)
        kept.settle(mine=bool(len(came.cells) % 2))
        came = kept.save()
    assert isinstance(came, Saved), came
