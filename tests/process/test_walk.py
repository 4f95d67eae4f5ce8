"""The whole technique by keys alone: from an empty folder through Heuer's eight steps, in a real pseudo-terminal.

Three hypotheses, two documents, eight items; nothing is written by an editor or a command. What the walk leaves behind
passes `ach check`, is what a careful person would have written, and prints. The case is Heuer's example of 1993, with
sources, grades and points made up.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.process.terminal import Terminal

PROJECT = Path(__file__).parents[2]
WRITTEN = Path(__file__).parent / "walked"
"""The files that the walk writes, as they are to be."""

ACH = (sys.executable, "-m", "workbench")
SETTINGS = {"PYTHONPATH": str(PROJECT)}


class Walk:
    """Somebody at a terminal, who looks before going on."""

    def __init__(self, terminal: Terminal) -> None:
        self.terminal = terminal

    def sees(self, *words: str) -> None:
        """Waits until words are on the screen, wherever its lines are broken."""
        wanted = [" ".join(word.split()) for word in words]

        def shown(lines: list[str]) -> bool:
            text = " ".join(" ".join(lines).replace("┃", " ").replace("│", " ").split())
            return all(word in text for word in wanted)

        try:
            self.terminal.wait_for(shown, limit=30)
        except TimeoutError as never:
            raise AssertionError(f"never shown: {wanted}\n{never}") from None

    def keys(self, *keys: str) -> None:
        """Presses keys one after the other, each when the last is answered."""
        for key in keys:
            self.terminal.press(key)
            self.terminal.settle(quiet=0.1)

    def fills(self, *fields: str) -> None:
        """Fills in the fields of a form and saves it, all at once as over a slow line; what is empty stays as it is."""
        self.terminal.press("\t".join(fields), "enter")


@pytest.fixture(params=[(40, 120), (24, 80)], ids=["120x40", "80x24"])
def walk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Walk]:
    """The workbench, started in an empty folder."""
    rows, columns = request.param
    with Terminal(
        (*ACH, "--analyst", "me"), rows=rows, columns=columns, folder=tmp_path, settings=SETTINGS
    ) as terminal:
        yield Walk(terminal)


HYPOTHESES = (
    ("No retaliation", "Iraq will not retaliate.", "Calm in the press.", "An attack.", "n", "none"),
    ("Minor action", "Iraq will sponsor minor terrorist actions.", "A few bombs.", "Calm.", "", "minor"),
    ("Major action", "Iraq plans a major attack on an installation of the CIA.", "Scouting.", "Calm.", "", "major"),
)
"""Short name, statement, what to expect and what not, the role by its letter, the id."""

ITEMS = {
    "Reports of an embassy": (
        ("Saddam says in public that he will not retaliate.", "s", "2", "", "1993-06", "par. 2", "will-not"),
        (
            "There was no terrorist offensive during the Gulf War.", "a", "The cables of 1991.", "Reports of bombs.",
            "2", "", "1991", "par. 4", "none-in-1991",
        ),
        ("Embassies are told to take more precautions.", "r", "3", "", "1993-07", "par. 6", "precautions"),
        ("The press of Baghdad hardly mentions the strike.", "r", "3", "", "1993-07", "par. 7", "press"),
    ),
    "Monitoring summaries": (
        ("Agents abroad send more often than before the strike.", "r", "2", "", "1993-07", "p. 1", "agents"),
        ("Payments go to a group that has planted bombs before.", "r", "3", "", "1993-07", "p. 3", "payments"),
    ),
}  # fmt: skip
"""By source its items: text, kind, where an absence was looked for, credibility, origin, when, at, id."""

OWN = (
    ("Iraq does not want to provoke another strike.", "", "c", "Then fear explains nothing.", "", "no-provocation"),
    ("Failing to answer would cost Saddam his standing.", "a", "", "standing"),
)
"""Our own thinking: text, kind, of an assumption how solid it is and what if it is wrong, when, id."""

ROWS = (
    ("i:Why so much traffic if nothing is planned?", "c", "c"),
    ("I:Nobody pays for what will not be.", "C", "i:The group does small things."),
    ("c", "c", "i:It would provoke one."),
    ("I:He would lose face.", "c", "c"),
    ("c", "c", "c"),
    ("c", "c", "i:Then was the time."),
    ("i:No use for it otherwise.", "c", "c"),
    ("c", "n", "c"),
)
"""The rows in the order of the files, each cell its key and perhaps a reason: monitoring, own, reports."""


def test_from_an_empty_folder_through_all_eight_steps(walk: Walk, tmp_path: Path) -> None:
    walk.sees("There is no workspace")
    walk.keys("s", "enter")
    walk.sees("A new question")
    walk.fills("Will Iraq retaliate for the strike?", "iraq", "", "1993")
    hypotheses(walk)
    evidence(walk)
    matrix(walk)
    refine(walk)
    conclude(walk)
    sensitivity(walk)
    report(walk, tmp_path)
    indicators(walk)
    walk.keys("3", "q")
    assert walk.terminal.leave() == 0
    written(tmp_path)


def hypotheses(walk: Walk) -> None:
    """Step 1."""
    walk.sees("Hypotheses · me", "Will Iraq retaliate")
    for short, statement, expect, expect_not, role, named in HYPOTHESES:
        walk.keys("a")
        walk.sees("A new hypothesis")
        walk.fills(short, statement, expect, expect_not, role, named)
        walk.sees(f"{short} is added")


def evidence(walk: Walk) -> None:
    """Step 2."""
    walk.keys("2")
    walk.sees("Evidence · me")
    walk.keys("a")
    walk.sees("An item of which source?")
    walk.fills("own thinking")
    for number, item in enumerate(OWN, start=1):
        walk.sees("New item of own")
        walk.fills(*item)
        walk.sees(f"{number} added")
    walk.keys("escape")
    for title, items in ITEMS.items():
        named = title.split()[0].lower()
        walk.keys("S")
        walk.sees("New source")
        walk.fills(title, named, "", "", "1993", "", "", "", "", "b", "They were right before.")
        walk.sees(f"{named}: added")
        walk.keys("a")
        for number, item in enumerate(items, start=1):
            walk.sees(f"New item of {named}")
            walk.fills(*item)
            walk.sees(f"{number} added")
        walk.keys("escape")


def matrix(walk: Walk) -> None:
    """Step 3."""
    walk.keys("3", "g", "home")
    walk.sees("24 of 24 unrated")
    for row in ROWS:
        for cell in row:
            key, _, because = cell.partition(":")
            if because:
                walk.keys("space")
                walk.sees("What to remember")
                walk.fills(because)
            walk.keys(key)
    walk.sees("100%")


def refine(walk: Walk) -> None:
    """Step 4."""
    walk.keys("4")
    walk.sees("Separates nothing", "Saddam says in public")
    walk.keys("p")
    walk.sees("Why is this row parked?")
    walk.fills("Both would say so.")
    walk.sees("Parked rows")
    walk.keys("j")
    walk.sees("› No retaliation expects: Calm in the press.")
    walk.keys("n")
    walk.sees("A gap: what we do not know")
    walk.fills("", "It would tell calm from concealment.", "calm")
    walk.sees("Gaps 1 taken down")


def conclude(walk: Walk) -> None:
    """Step 5."""
    walk.keys("5", "G")
    walk.sees("› grounds")
    walk.keys("enter")
    walk.sees("Why do you judge so?")
    walk.fills("Agents and payments point one way, and only arguments another.")
    walk.sees("grounds Agents and payments point one way")
    walk.keys("k", "enter")
    walk.sees("How much confidence")
    walk.keys("m")
    walk.sees("confidence moderate")
    for steps, name, share in (
        ("kk", "Major action", "25"),
        ("k", "Minor action", "60"),
        ("k", "No retaliation", "15"),
    ):
        walk.keys(*steps, "enter")
        walk.sees(f"How likely is {name}")
        walk.fills(str(share))
        walk.sees(f"› {name} {share} %")
    walk.sees("together 100 %")


def sensitivity(walk: Walk) -> None:
    """Step 6."""
    walk.keys("6")
    walk.sees("Sensitivity · me", "By weighted points it takes")
    walk.keys("D")
    walk.sees("Whose deception checklist?")
    walk.fills("monitoring")
    walk.sees("Motive", "not answered yet")
    walk.keys("enter")
    walk.sees("Has it a reason to deceive us", "enter saves")
    walk.fills("None that we know.")
    walk.sees("None that we know.")
    walk.keys("6")
    walk.sees("Sensitivity · me")
    walk.keys("A")
    walk.sees("› Failing to answer would cost Saddam his standing.")
    walk.keys("enter")
    walk.sees("How well founded is it?")
    walk.fills("s", "Then no retaliation is likelier than it looks.")
    walk.sees("solid", "If wrong: Then no retaliation")


def report(walk: Walk, folder: Path) -> None:
    """Step 7."""
    walk.keys("7")
    walk.sees("Report · me")
    walk.keys("p")
    walk.sees("Print what?")
    walk.keys("m")
    walk.sees("In which format?")
    walk.keys("t")
    walk.sees("Into which file?")
    walk.keys("enter")
    walk.sees("iraq-me-matrix.txt is written")
    assert "Minor action leads." in (folder / "iraq-me-matrix.txt").read_text()


def indicators(walk: Walk) -> None:
    """Step 8."""
    walk.keys("8")
    walk.sees("Indicators · me")
    walk.keys("a")
    walk.sees("Something to watch for")
    walk.fills("Iraqi agents apply for visas in Europe.", "1993-12", "", "u", "l", "c", "visas")
    walk.sees("Indicators 1", "Iraqi agents apply for visas")


def written(folder: Path) -> None:
    """What the walk leaves behind: nothing to mend, and the very files that were written down once and read."""
    checked = subprocess.run([*ACH, "check"], cwd=folder, env=SETTINGS, capture_output=True, text=True, check=False)
    assert checked.stdout == "", checked.stdout
    assert checked.returncode == 0, checked.stderr
    for path in sorted(WRITTEN.rglob("*.yaml")):
        made = (folder / path.relative_to(WRITTEN)).read_text(encoding="utf-8")
        today = re.compile(r"^  accessed: [0-9-]{10}$", re.MULTILINE)
        assert today.sub("  accessed: 1993-08-01", made) == path.read_text(encoding="utf-8"), path
    names = {p.relative_to(folder) for p in folder.rglob("*.yaml")}
    assert names == {p.relative_to(WRITTEN) for p in WRITTEN.rglob("*.yaml")}
