"""What an analyst writes is in the files, in few lines and in its place; what cannot be is refused in words."""

from __future__ import annotations

import difflib
import errno
import fcntl
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.workspace.authored_case import state, write
from workbench import checks
from workbench.model import (
    Confirm,
    Gap,
    Hypothesis,
    Indicator,
    Item,
    Kind,
    Origin,
    Selector,
    Source,
    Status,
)
from workbench.model.authoring import (
    AddGap,
    AddHypothesis,
    AddIndicator,
    AddItem,
    AddOrigin,
    AddSource,
    Authored,
    MoveItem,
    OrderHypotheses,
    RemoveGap,
    RenameHypothesis,
    RenameItem,
    RenameOrigin,
    SetEvidence,
    SetGap,
    SetHypothesis,
    SetIndicator,
    SetItem,
    SetLikely,
    SetOrigin,
    SetOverlap,
    SetQuestion,
    SetSource,
    SetStatus,
    SetTag,
    SplitHypothesis,
)
from workbench.workspace import Keeper, durable, read
from workbench.workspace.authoring import Author, Done, Place, Refused

HYPOTHESES, EMBASSY, ORIGINS = "hypotheses/iraq.yaml", "evidence/embassy.yaml", "evidence/origins.yaml"
GUARD, SADDAM = "embassy/on-guard", "embassy/saddam-public-statement"
ALLIES = Item("embassy/allies", "Iraq tells its allies: nothing is planned.", Kind.STATEMENT, credibility="3")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write(tmp_path / "case")


@pytest.fixture
def author(root: Path) -> Author:
    return Author(read(root), checks.findings)


WILL_IRAQ = "Will Iraq retaliate for the bombing of its intelligence headquarters"


def difference(before: dict[str, bytes], after: dict[str, bytes]) -> str:
    """Removed and added lines of every file, in the order of the files."""
    found = []
    for path in sorted({*before, *after}):
        old, new = ((one.get(path) or b"").decode("utf-8").splitlines() for one in (before, after))
        found += [line for line in difflib.unified_diff(old, new, n=0, lineterm="") if line[:3] not in ("---", "+++")]
    return "\n".join(line for line in found if line[0] in "+-")


def done(outcome: Done | Refused | None) -> Done:
    assert isinstance(outcome, Done), str(outcome)
    return outcome


def refused(outcome: Done | Refused | None) -> Refused:
    assert isinstance(outcome, Refused)
    return outcome


WRITTEN: list[tuple[Authored, str]] = [
    (SetQuestion("iraq", {"cutoff": "1993-07-15"}), "+cutoff: 1993-07-15"),
    (SetQuestion("iraq", {"period": "1993/1994"}), "-  period: 1993\n+  period: 1993/1994"),
    (
        SetQuestion("iraq", {"who": "the state"}),
        "-  who: the government   # not the people\n+  who: the state   # not the people",
    ),
    (SetQuestion("iraq", {"means": "violence: any"}), '+  means: "violence: any"'),
    (
        SetQuestion("iraq", {"question": f"{WILL_IRAQ}, and how?"}),
        "-  and if so, how?\n+  and how?",
    ),
    (SetQuestion("iraq", {"background": "In June it was bombed."}), "+background: >-\n+  In June it was bombed."),
    (
        SetEvidence("iraq", (Selector(address="embassy/*"), Selector(tag="about", period="1993"))),
        "+\n+evidence:\n+  - address: embassy/*\n+  - tag: about\n+    period: 1993",
    ),
    (
        AddHypothesis("iraq", Hypothesis("bluff", "Bluff", "It only threatens.", ("words",), ("bombs: real ones",))),
        "+  bluff:\n+    short: Bluff\n+    statement: >-\n+      It only threatens.\n+    expect: [words]\n"
        '+    expect_not:\n+      - "bombs: real ones"\n+',
    ),
    (
        SetHypothesis("iraq", "none", {"expect": ("quiet agents", "calm words")}),
        "+      - calm words",
    ),
    (
        SetHypothesis("iraq", "none", {"expect_not": ("an attack", "an alert"), "role": "null-hypothesis"}),
        "+      - an alert\n+    role: null-hypothesis",
    ),
    (SetHypothesis("iraq", "minor", {"short": "Minor act"}), '-    short: "Minor action"\n+    short: "Minor act"'),
    (
        SetHypothesis("iraq", "major", {"role": "deception"}),
        "-  major: {short: Major action, statement: It is planning a major attack., expect_not: [Calm.]}\n"
        "+  major: {short: Major action, statement: It is planning a major attack., expect_not: [Calm.], "
        "role: deception}",
    ),
    (
        SetStatus("iraq", "none", Status.REJECTED, "It has begun."),
        "-    status: active\n+    status: rejected\n+    because: It has begun.",
    ),
    (
        SetStatus("iraq", "minor", Status.MERGED, "The same.", "major"),
        "+    status: merged\n+    because: The same.\n+    into: major",
    ),
    (
        SetOverlap("iraq", ("major", "minor"), "Minor is without wounded."),
        "-      Minor is without deaths.\n+      Minor is without wounded.",
    ),
    (SetOverlap("iraq", ("none", "minor"), "By deeds."), "+  - between: [none, minor]\n+    because: By deeds."),
    (
        AddGap("iraq", Gap("allies", "What do the allies know?")),
        "+  allies:\n+    statement: >-\n+      What do the allies know?\n+",
    ),
    (
        SetGap("iraq", "orders", {"matters": "It settles it."}),
        "-    matters: It would settle it.\n+    matters: It settles it.",
    ),
    (
        AddIndicator("iraq", Indicator("flights", "Flights end.", "1993-09", likely={"major": "HL", "none": "HU"})),
        "+\n+  flights:\n+    statement: >-\n+      Flights end.\n+    by: 1993-09\n+    status: open\n"
        "+    likely: {none: HU, major: HL}\n+",
    ),
    (SetIndicator("iraq", "alert", {"status": "seen"}), "-    status: open\n+    status: seen"),
    (
        SetLikely("iraq", "alert", "minor", "C"),
        "-    likely: {none: U, minor: L, major: HL}\n+    likely: {none: U, minor: C, major: HL}",
    ),
    (
        SetLikely("iraq", "alert", "minor", ""),
        "-    likely: {none: U, minor: L, major: HL}\n+    likely: {none: U, major: HL}",
    ),
    (SetSource("embassy", {"reliability": "C"}), "-  reliability: B   # for now\n+  reliability: C   # for now"),
    (
        SetSource("embassy", {"accessed": "2026-11-21", "author": "unknown"}),
        "+  author: unknown\n+  accessed: 2026-11-21",
    ),
    (
        SetSource("monitors", {"marking": "TLP:CLEAR"}),
        "-source: {title: Monitors, publisher: unknown, reliability: B, because: Own ears.}\n"
        '+source: {title: Monitors, publisher: unknown, reliability: B, because: Own ears., marking: "TLP:CLEAR"}',
    ),
    (
        AddItem(ALLIES),
        "+\n+  allies:\n+    text: >-\n+      Iraq tells its allies: nothing is planned.\n+    kind: statement\n"
        "+    credibility: 3",
    ),
    (
        SetItem(GUARD, {"when": "1993-06-27", "origin": ("guards", "border-monitors")}),
        "-    origin: guards\n+    origin: [guards, border-monitors]\n+    when: 1993-06-27",
    ),
    (SetItem(GUARD, {"at": ""}), "-    at: par. 6"),
    (
        SetItem(GUARD, {"because": "They were seen standing there by four others."}),
        "-      by three others.\n+      by four others.",
    ),
    (
        SetTag(SADDAM, "place", ("basra",)),
        "-    tags: {about: [words], place: baghdad}   # two\n+    tags: {about: [words], place: basra}   # two",
    ),
    (
        SetTag(SADDAM, "place", ("baghdad", "basra")),
        "-    tags: {about: [words], place: baghdad}   # two\n"
        "+    tags: {about: [words], place: [baghdad, basra]}   # two",
    ),
    (SetTag(GUARD, "about", ("guards",)), "+    tags: {about: [guards]}"),
    (
        AddOrigin(Origin("cook", "a cook, unnamed", reliability="F")),
        "+\n+  cook:\n+    who: a cook, unnamed\n+    reliability: F",
    ),
    (SetOrigin("guards", {"maybe_same": ()}), "-    maybe_same: [border-monitors]"),
    (
        AddItem(Item("own/they-obey", "Agents do what they are told.", Kind.ASSUMPTION, standing="caveated")),
        "+# yaml-language-server: $schema=../schemas/evidence.schema.json\n+format: 1\n+\n+source:\n"
        "+  kind: own-analysis\n+  title: Our own assumptions and arguments\n+\n+items:\n+  they-obey:\n+    text: >-\n"
        "+      Agents do what they are told.\n+    kind: assumption\n+    standing: caveated",
    ),
    (
        AddSource(Source("press", "A paper: of record", published="1993-07-01", reliability="D")),
        "+# yaml-language-server: $schema=../schemas/evidence.schema.json\n+format: 1\n+\n+source:\n"
        '+  title: "A paper: of record"\n+  published: 1993-07-01\n+  reliability: D\n+\n+items: {}',
    ),
    (RenameItem(GUARD, "guarded"), "-  on-guard:\n+  guarded:\n+    formerly: [on-guard]"),
    (RenameOrigin("guards", "gate-guards"), "-  guards:\n+  gate-guards:\n+    formerly: [guards]"),
]


@pytest.mark.parametrize(("change", "lines"), WRITTEN, ids=lambda one: type(one).__name__)
@pytest.mark.parametrize(("newline", "bom"), [("\n", False), ("\r\n", True)])
def test_few_lines_change_and_undo_restores_the_bytes(
    tmp_path: Path, change: Authored, lines: str, newline: str, bom: bool
) -> None:
    root = write(tmp_path / "case", newline=newline, bom=bom)
    author = Author(read(root), checks.findings)
    before = state(root)

    outcome = done(author.do(change))
    after = state(root)

    assert difference(before, after) == lines
    for place in outcome.places:
        assert (root / place.path).read_text("utf-8").count("\n") >= place.line > 0
    assert {"\r\n" in after[p].decode() for p in before} == {newline == "\r\n"}
    assert state_of(author) == state_of(Author(read(root)))
    done(author.undo())
    assert state(root) == before
    done(author.redo())
    assert state(root) == after


def state_of(author: Author) -> object:
    """What the author takes the workspace to be, without what is the same for everybody."""
    found = author.workspace
    return found.questions, found.items, found.sources, found.origins, found.names, found.signatures


def test_a_step_of_several_changes_is_one_undo_over_several_files(author: Author, root: Path) -> None:
    before = state(root)
    source = Source("press", "A paper", reliability="D")
    item = Item(
        "press/flights", "Flights went out at night.", origins=("cook",), credibility="3", tags={"about": ("air",)}
    )
    outcome = done(
        author.do(
            AddOrigin(Origin("cook", "a cook")), AddSource(source), AddItem(item), SetTag(GUARD, "about", ("air",))
        )
    )

    assert [(p.path, p.keys) for p in outcome.places] == [
        (ORIGINS, ("origins", "cook")),
        ("evidence/press.yaml", ()),
        ("evidence/press.yaml", ("items", "flights")),
        (EMBASSY, ("items", "on-guard", "tags", "about")),
    ]
    assert author.workspace.items["press/flights"].origins == ("cook",)
    done(author.undo())
    assert state(root) == before
    assert author.undo() is None


def test_everything_can_be_undone_and_redone(author: Author, root: Path) -> None:
    states = [state(root)]
    for change, _ in WRITTEN:
        if not isinstance(change, SetLikely | RenameItem | SetStatus):
            done(author.do(change))
            states.append(state(root))
    for expected in reversed(states[:-1]):
        done(author.undo())
        assert state(root) == expected
    for expected in states[1:]:
        done(author.redo())
        assert state(root) == expected
    assert author.redo() is None
    assert not [f for f in checks.everything(read(root)) if not f.note and f.path.startswith("evidence/")]


def test_back_to_active_takes_the_reason_away(author: Author, root: Path) -> None:
    before = (root / HYPOTHESES).read_text()
    done(author.do(SetStatus("iraq", "none", Status.PARKED, "Not now.")))
    done(author.do(SetStatus("iraq", "none", Status.ACTIVE)))

    assert (root / HYPOTHESES).read_text() == before


def test_a_split_parks_the_old_one_with_a_reason(author: Author) -> None:
    one, two = (Hypothesis(i, i, f"It will {i}.", expect_not=("calm",)) for i in ("shoot", "bomb"))
    done(author.do(SplitHypothesis("iraq", "major", (one, two))))
    asked = author.workspace.questions["iraq"]

    assert list(asked.hypotheses) == ["none", "minor", "major", "shoot", "bomb"]
    assert (asked.hypotheses["major"].status, asked.hypotheses["major"].because) == (
        Status.PARKED,
        "Split into shoot and bomb.",
    )


def test_a_new_order_moves_whole_hypotheses_with_their_comments(author: Author, root: Path) -> None:
    before = state(root)
    done(author.do(OrderHypotheses("iraq", ("major", "none", "minor"))))
    text = (root / HYPOTHESES).read_text()

    assert list(author.workspace.questions["iraq"].hypotheses) == ["major", "none", "minor"]
    assert "  # the likeliest, some say\n  minor:\n" in text
    assert sorted(text.splitlines()) == sorted(before[HYPOTHESES].decode().splitlines())
    done(author.undo())
    assert state(root) == before


def test_an_item_goes_behind_the_one_named_and_can_be_moved(author: Author, root: Path) -> None:
    done(author.do(AddItem(ALLIES, "saddam-public-statement")))
    text = (root / EMBASSY).read_text()

    assert list(author.workspace.items)[:3] == [SADDAM, "embassy/allies", GUARD]
    assert "   # two\n\n  allies:\n" in text
    assert "    credibility: 3\n\n  # told by the guards\n  on-guard:\n" in text
    done(author.do(MoveItem(GUARD, "")))
    assert list(author.workspace.items)[:3] == [GUARD, SADDAM, "embassy/allies"]
    assert (root / EMBASSY).read_text().count("# told by the guards\n  on-guard:") == 1


def test_a_new_item_does_not_come_between_an_item_and_its_comments(author: Author, root: Path) -> None:
    done(author.do(AddItem(ALLIES)))

    assert "    at: par. 6\n    # when: unknown\n\n  allies:\n" in (root / EMBASSY).read_text()


def test_a_renamed_hypothesis_is_renamed_wherever_its_file_names_it(author: Author, root: Path) -> None:
    matrix = (root / "matrices/iraq/me.yaml").read_bytes()
    outcome = done(author.do(RenameHypothesis("iraq", "minor", "small")))
    asked = author.workspace.questions["iraq"]

    assert asked.overlap[0].between == ("small", "major")
    assert asked.indicators["alert"].likely == {"none": "U", "small": "L", "major": "HL"}
    assert asked.hypotheses["small"].formerly == ("minor",)
    assert (root / "matrices/iraq/me.yaml").read_bytes() == matrix
    assert author.workspace.matrices["iraq", "me"].row(GUARD).ratings.keys() == {"none", "small", "major"}
    assert {f.code for f in outcome.found} == {"C008"}
    done(author.do(RenameHypothesis("iraq", "small", "minor")))
    assert author.workspace.questions["iraq"].hypotheses["minor"].formerly == ("small",)


def test_a_reworded_item_makes_its_row_stale_and_that_is_told(root: Path) -> None:
    kept = Keeper(read(root), "iraq", "me")
    kept.apply(Confirm(GUARD))
    kept.save()
    author = Author(read(root), checks.findings)

    outcome = done(author.do(SetItem(GUARD, {"text": "Embassies are told to be on their guard."})))

    assert {(f.path, f.code, f.note) for f in outcome.found} == {("matrices/iraq/me.yaml", "C062", False)}
    assert outcome.found[0].line > 0
    assert kept.look_outside() is not None
    assert kept.case.stale(GUARD)
    done(author.undo())
    kept.look_outside()
    assert not kept.case.stale(GUARD)


REFUSED: list[tuple[Authored, str]] = [
    (SetQuestion("iran", {"cutoff": "1993"}), 'there is no question "iran"'),
    (SetQuestion("../iraq", {"cutoff": "1993"}), "there is no question"),
    (SetQuestion("iraq", {"cutof": "1993"}), "'cutof' cannot be set here"),
    (SetQuestion("iraq", {"cutoff": "July"}), "is not a date"),
    (SetQuestion("iraq", {"question": ""}), "has no 'question'"),
    (SetQuestion("iraq", {"marking": "TLP:WHITE"}), "is not a label of TLP"),
    (AddHypothesis("iraq", Hypothesis("none", "x", "y", expect_not=("z",))), "there is a hypothesis 'none' already"),
    (AddHypothesis("iraq", Hypothesis("other", "x", "y", expect_not=("z",))), "reserved word"),
    (AddHypothesis("iraq", Hypothesis("No", "x", "y", expect_not=("z",))), "is no id"),
    (AddHypothesis("iraq", Hypothesis("bluff", "x", "y")), "should not be seen"),
    (SetHypothesis("iraq", "bluff", {"short": "x"}), 'there is no hypothesis "bluff"'),
    (SetHypothesis("iraq", "none", {"expect_not": ()}), "would be lost"),
    (SetHypothesis("iraq", "minor", {"expect_not": ()}), "should not be seen"),
    (SetHypothesis("iraq", "none", {"role": "devil"}), "is not a role"),
    (SetStatus("iraq", "none", Status.PARKED), "without a reason"),
    (SetStatus("iraq", "none", Status.MERGED, "Same."), "it is not said into which"),
    (SetStatus("iraq", "none", Status.MERGED, "Same.", "nobody"), "has no hypothesis 'nobody'"),
    (OrderHypotheses("iraq", ("none", "minor")), "does not name each hypothesis once"),
    (RenameHypothesis("iraq", "none", "minor"), "already"),
    (SetOverlap("iraq", ("none", "nobody"), "By deeds."), 'there is no hypothesis "nobody"'),
    (SetGap("iraq", "nobody", {"matters": "x"}), 'there is no gap "nobody"'),
    (RemoveGap("iraq", "nobody"), 'there is no gap "nobody"'),
    (AddIndicator("iraq", Indicator("flights", "Flights.", likely={"none": "X"})), "is not a likelihood"),
    (SetLikely("iraq", "alert", "nobody", "C"), 'there is no hypothesis "nobody"'),
    (SetLikely("iraq", "alert", "none", "maybe"), "is not a likelihood"),
    (AddSource(Source("origins", "x")), "kept for our own file"),
    (AddSource(Source("embassy", "x")), "is there already"),
    (AddSource(Source("../x", "x")), "is no id"),
    (AddSource(Source("press", "")), "has no title"),
    (AddSource(Source("press", "a\x00b")), "NUL character"),
    (SetSource("press", {"title": "x"}), 'there is no source "press"'),
    (SetSource("embassy", {"reliability": "G"}), "is not a grade of reliability"),
    (AddItem(Item("press/x", "y")), 'there is no source "press"'),
    (AddItem(Item(GUARD, "y")), "already"),
    (AddItem(ALLIES, "nobody"), "to stand behind"),
    (AddItem(Item("embassy/x", "y", origins=("nobody",))), "has no origin 'nobody'"),
    (AddItem(Item("embassy/x", "y", Kind.ABSENCE)), "does not say looked_in and would_show"),
    (AddItem(Item("embassy/x", "", Kind.REPORT)), "has no 'text'"),
    (AddItem(Item("embassy/x", "a\x1bb", Kind.REPORT)), "U+001B"),
    (AddItem(Item("embassy/x", "a\ud800b", Kind.REPORT)), "cannot be written"),
    (SetItem("embassy/nobody", {"at": "x"}), 'there is no item "embassy/nobody"'),
    (SetItem("embassy", {"at": "x"}), 'there is no item "embassy"'),
    (SetItem(GUARD, {"credibility": "7"}), "is not a grade of credibility"),
    (SetItem(GUARD, {"retells": "embassy/nobody"}), "there is no item 'embassy/nobody'"),
    (SetItem(GUARD, {"quote": "word " * 26}), "has 26 words"),
    (SetItem(GUARD, {"kind": "argument"}), "has a grade"),
    (SetTag(GUARD, "A b", ("x",)), "is no name of a tag"),
    (RenameItem(GUARD, "saddam-public-statement"), "already"),
    (AddOrigin(Origin("guards", "x")), "already"),
    (SetOrigin("nobody", {"who": "x"}), 'there is no origin "nobody"'),
    (SetOrigin("guards", {"maybe_same": ("guards",)}), "guards"),
]


@pytest.mark.parametrize(("change", "sentence"), REFUSED)
def test_what_cannot_be_is_refused_and_handed_back(author: Author, root: Path, change: Authored, sentence: str) -> None:
    before = state(root)

    outcome = refused(author.do(AddGap("iraq", Gap("first", "Is it so?")), change))

    assert sentence in str(outcome)
    assert outcome.changes[-1] == change
    assert outcome.remedy
    assert state(root) == before
    assert author.undo() is None
    assert author.workspace.questions["iraq"].gaps.keys() == {"orders"}


def test_an_honest_grade_is_not_refused_for_what_it_means_elsewhere(author: Author) -> None:
    retold = Item(
        "embassy/again", "The guards stood there, as told.", origins=("guards",), credibility="3", retells=GUARD
    )
    done(author.do(AddItem(retold)))

    outcome = done(author.do(SetItem(GUARD, {"credibility": "4"})))

    assert [f.code for f in outcome.found if not f.note] == ["C036"]


def test_what_says_so_already_is_not_written(author: Author, root: Path) -> None:
    before = {path: durable.signature(root / path) for path in state(root)}

    assert done(author.do(SetItem(GUARD, {"at": " par. 6 "}))).places == ()
    assert author.undo() is None
    assert {path: durable.signature(root / path) for path in state(root)} == before


def test_a_comment_is_never_lost(author: Author, root: Path) -> None:
    before = state(root)

    outcome = refused(author.do(SetTag(SADDAM, "about", ()), SetTag(SADDAM, "place", ())))

    assert "would be lost (# two)" in outcome.sentence
    assert outcome.line == before[EMBASSY].decode().split("# two")[0].count("\n") + 1
    assert state(root) == before


def change_outside(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text()
    assert old in text
    (root / path).write_text(text.replace(old, new))


def test_what_others_wrote_meanwhile_stays(author: Author, root: Path) -> None:
    change_outside(root, EMBASSY, "    at: par. 6\n", "    at: par. 7\n")

    outcome = done(author.do(SetItem(GUARD, {"when": "1993"})))

    assert outcome.outside == (EMBASSY,)
    assert author.workspace.items[GUARD].at == "par. 7"
    assert author.workspace.items[GUARD].when == "1993"


def test_what_others_wrote_in_the_same_place_is_not_written_over_unseen(author: Author, root: Path) -> None:
    change_outside(root, EMBASSY, "    at: par. 6\n", "    at: par. 7\n")
    change = SetItem(GUARD, {"at": "par. 8"})

    outcome = refused(author.do(change))

    assert 'was changed outside meanwhile; it now says "par. 7"' in outcome.sentence
    assert author.workspace.items[GUARD].at == "par. 7"
    done(author.do(change))
    assert author.workspace.items[GUARD].at == "par. 8"


def test_undo_finds_its_place_in_a_file_that_changed(author: Author, root: Path) -> None:
    done(author.do(SetItem(GUARD, {"at": "par. 8"})))
    done(author.do(SetOverlap("iraq", ("none", "minor"), "By deeds.")))
    done(author.do(AddItem(ALLIES)))
    change_outside(root, EMBASSY, "\nitems:\n", "\n# more\nitems:\n")
    change_outside(root, HYPOTHESES, "overlap:\n", "overlap:\n  - {between: [none, major], because: Plainly.}\n")

    for _ in range(3):
        done(author.undo())

    assert author.workspace.items.keys() == read(root).items.keys() == {GUARD, SADDAM, "monitors/radio-traffic"}
    assert author.workspace.items[GUARD].at == "par. 6"
    assert [o.because for o in author.workspace.questions["iraq"].overlap] == ["Plainly.", "Minor is without deaths."]
    assert "\n# more\nitems:\n" in (root / EMBASSY).read_text()
    for _ in range(3):
        done(author.redo())
    assert author.workspace.items["embassy/allies"].text == ALLIES.text
    assert author.workspace.items[GUARD].at == "par. 8"
    assert len(author.workspace.questions["iraq"].overlap) == 3


def test_undo_leaves_what_somebody_else_wrote_in_its_place(author: Author, root: Path) -> None:
    done(author.do(SetItem(GUARD, {"at": "par. 8"})))
    change_outside(root, EMBASSY, "par. 8", "par. 9")
    before = state(root)

    outcome = refused(author.undo())

    assert "changed outside since" in outcome.sentence
    assert state(root) == before
    change_outside(root, EMBASSY, "par. 9", "par. 8")
    done(author.undo())
    assert author.workspace.items[GUARD].at == "par. 6"


def test_a_file_that_was_begun_and_added_to_is_not_removed(author: Author, root: Path) -> None:
    done(author.do(AddSource(Source("press", "A paper"))))
    change_outside(root, "evidence/press.yaml", "items: {}", "items:\n  x: {text: Words., kind: report}")

    assert "changed outside since" in refused(author.undo()).sentence
    assert (root / "evidence/press.yaml").exists()


def test_a_file_that_somebody_else_begins_meanwhile_stays(author: Author, root: Path) -> None:
    (root / "evidence/press.yaml").write_text("not yaml: [")

    assert "is there already" in refused(author.do(AddSource(Source("press", "A paper")))).sentence
    assert (root / "evidence/press.yaml").read_text() == "not yaml: ["


def test_a_file_that_cannot_be_read_is_not_written(author: Author, root: Path) -> None:
    change_outside(root, EMBASSY, "items:", "items: [")

    outcome = refused(author.do(SetItem(GUARD, {"at": "par. 8"})))

    assert (outcome.path, outcome.line > 0) == (EMBASSY, True)


def test_a_later_format_is_left_alone(author: Author, root: Path) -> None:
    change_outside(root, EMBASSY, "format: 1", "format: 2")
    before = state(root)

    assert "a later version of ach wrote this file" in refused(author.do(SetItem(GUARD, {"at": "8"}))).sentence
    assert state(root) == before


def test_findings_that_were_there_before_keep_nobody_from_writing(author: Author, root: Path) -> None:
    change_outside(root, EMBASSY, "    kind: statement\n", "    kind: statement\n    colour: red\n")

    done(author.do(SetItem(GUARD, {"at": "par. 8"})))
    assert "colour: red" in (root / EMBASSY).read_text()


def test_a_disk_that_refuses_loses_nothing(author: Author, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = state(root)
    written = durable.replace
    calls: list[Path] = []

    def full(path: Path, data: bytes) -> durable.Signature:
        calls.append(path)
        if len(calls) == 2:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return written(path, data)

    monkeypatch.setattr(durable, "replace", full)
    outcome = refused(author.do(SetOrigin("guards", {"access": "unknown"}), SetItem(GUARD, {"at": "par. 8"})))

    assert "No space left" in outcome.sentence
    assert state(root) == before
    monkeypatch.undo()
    done(author.do(*outcome.changes))
    assert author.workspace.items[GUARD].at == "par. 8"


def test_a_folder_that_is_held_is_waited_for_and_then_said(
    author: Author, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(durable, "PATIENCE", 0.05)
    monkeypatch.setattr(durable.locked.__wrapped__, "__kwdefaults__", {"patience": 0.05})  # type: ignore[attr-defined]
    handle = os.open(root / "evidence", os.O_RDONLY)
    fcntl.flock(handle, fcntl.LOCK_EX)

    assert "another program is writing" in refused(author.do(SetItem(GUARD, {"at": "x"}))).sentence
    os.close(handle)
    done(author.do(SetItem(GUARD, {"at": "x"})))


def test_folders_that_are_missing_are_made_and_one_that_is_gone_is_said(tmp_path: Path) -> None:
    (tmp_path / "hypotheses").mkdir()
    author = Author(read(tmp_path), checks.findings)

    done(author.do(AddOrigin(Origin("cook", "a cook")), AddSource(Source("press", "A paper"))))
    assert (tmp_path / ORIGINS).read_text().endswith("\norigins:\n  cook:\n    who: a cook\n")
    for path in [tmp_path / ORIGINS, tmp_path / "evidence/press.yaml"]:
        path.unlink()
    (tmp_path / "evidence").rmdir()
    (tmp_path / "hypotheses").rmdir()
    assert "is gone" in refused(author.do(AddSource(Source("paper", "A paper")))).sentence


def test_a_link_stays_a_link(author: Author, root: Path) -> None:
    (root / "kept").mkdir()
    (root / EMBASSY).rename(root / "kept/embassy.yaml")
    (root / EMBASSY).symlink_to("../kept/embassy.yaml")

    done(author.do(SetItem(GUARD, {"at": "par. 8"})))

    assert (root / EMBASSY).is_symlink()
    assert "at: par. 8" in (root / "kept/embassy.yaml").read_text()


def test_places_lead_to_what_was_written(author: Author, root: Path) -> None:
    [place] = done(author.do(SetItem(GUARD, {"at": "par. 8"}))).places

    assert place == Place(EMBASSY, place.line, ("items", "on-guard", "at"))
    assert (root / EMBASSY).read_text().splitlines()[place.line - 1] == "    at: par. 8"


def test_changes_outside_are_looked_for(author: Author, root: Path) -> None:
    assert author.look_outside() == ()
    change_outside(root, EMBASSY, "par. 6", "par. 7")
    assert author.look_outside() == (EMBASSY,)
    assert author.workspace.items[GUARD].at == "par. 7"


def test_left_over_temporary_files_are_cleared(root: Path) -> None:
    left = root / "evidence" / f".embassy.yaml.1-1{durable.TEMPORARY}"
    left.write_text("half")
    Author(read(root))

    assert not left.exists()


def test_what_goes_leaves_no_empty_lines_behind(author: Author, root: Path) -> None:
    before = state(root)
    done(author.do(AddGap("iraq", Gap("allies", "What do the allies know?"))))
    done(author.do(RemoveGap("iraq", "allies")))
    assert state(root) == before
    done(author.do(RemoveGap("iraq", "orders")))

    assert "deaths.\n\nindicators:" in (root / HYPOTHESES).read_text()
    done(author.undo())
    assert state(root) == before


def test_an_order_is_not_changed_over_one_that_was_not_seen(author: Author, root: Path) -> None:
    other = Author(read(root), checks.findings)
    done(other.do(OrderHypotheses("iraq", ("minor", "none", "major"))))

    assert (
        "the order of hypotheses was changed"
        in refused(author.do(OrderHypotheses("iraq", ("major", "none", "minor")))).sentence
    )
    done(author.do(OrderHypotheses("iraq", ("major", "none", "minor"))))


def test_a_file_that_changed_without_its_stamp_is_read_again(author: Author, root: Path) -> None:
    path = root / EMBASSY
    found = path.stat()
    path.write_bytes(path.read_bytes().replace(b"par. 6", b"par. 7"))
    os.utime(path, ns=(found.st_atime_ns, found.st_mtime_ns))

    assert "somebody else is writing" in refused(author.do(SetItem(GUARD, {"when": "1993"}))).sentence
    assert "at: par. 7" in path.read_text()
    done(author.do(SetItem(GUARD, {"when": "1993"})))
    assert author.workspace.items[GUARD].at == "par. 7"


def test_a_block_keeps_its_sign(author: Author, root: Path) -> None:
    change_outside(root, EMBASSY, "because: >-\n", "because: >\n")
    author.look_outside()

    assert done(author.do(SetItem(GUARD, {"because": "They were seen standing there by three others."}))).places == ()
    done(author.do(SetItem(GUARD, {"because": "They were seen standing there by four others."})))
    assert (
        "    because: >\n      They were seen standing there\n      by four others.\n" in (root / EMBASSY).read_text()
    )


def test_what_was_probably_meant_is_said(author: Author) -> None:
    assert refused(author.do(SetItem("embassy/on-gard", {"at": "x"}))).remedy == "did you mean 'on-guard'?"
    assert refused(author.do(SetGap("iraq", "x", {"matters": "x"}))).remedy == "there are: orders"


def test_a_changed_pair_is_where_it_stands(author: Author, root: Path) -> None:
    done(author.do(SetOverlap("iraq", ("none", "minor"), "By deeds.")))
    [place] = done(author.do(SetOverlap("iraq", ("none", "minor"), "By words."))).places

    assert place.keys == ("overlap", 1)
    assert (root / HYPOTHESES).read_text().splitlines()[place.line - 1] == "  - between: [none, minor]"


WRITER = """
import sys
from pathlib import Path
from workbench import checks
from workbench.model import Gap, Item, Kind
from workbench.model.authoring import AddGap, AddItem
from workbench.workspace import read
from workbench.workspace.authoring import Author, Refused
author = Author(read(Path(sys.argv[1])), checks.findings)
for number in range(8):
    name = f"{sys.argv[2]}-{number}"
    item = Item(f"embassy/{name}", f"What {name} says about it.", Kind.REPORT, credibility="3")
    while isinstance(author.do(AddGap("iraq", Gap(name, f"What about {name}?")), AddItem(item)), Refused):
        pass
"""


def test_two_programs_lose_nothing(root: Path) -> None:
    project = str(Path(__file__).parents[2])
    environment = {**os.environ, "PYTHONPATH": project}
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, str(root), name], env=environment) for name in ("one", "two")
    ]
    assert [writer.wait(timeout=120) for writer in writers] == [0, 0]
    found = read(root)
    names = {f"{writer}-{number}" for writer in ("one", "two") for number in range(8)}

    assert {*found.questions["iraq"].gaps} == {"orders", *names}
    assert {f"embassy/{name}" for name in names} <= {*found.items}
    assert not [f for f in checks.everything(found) if not f.note and not f.path.startswith("matrices/")]
