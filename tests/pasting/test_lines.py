"""Lines as items: what each cell says, what is refused and why, ids, origins, and what may be there already."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.workspace.authored_case import state, write
from workbench import checks
from workbench.model import Kind
from workbench.model.authoring import SetSource
from workbench.pasting import Pasted, alike, foreseen, matched, pasted, read
from workbench.workspace import Workspace
from workbench.workspace import read as read_workspace
from workbench.workspace.authoring import Author, Done, Refused


@pytest.fixture
def found(tmp_path: Path) -> Workspace:
    return read_workspace(write(tmp_path))


def made(found: Workspace, text: str, source: str = "embassy", *, add_origins: bool = False) -> Pasted:
    table = read(text)
    return pasted(table, matched(table, found), found, source, add_origins=add_origins)


def test_a_line_with_everything(found: Workspace) -> None:
    head = (
        "id\tclaim\tkind\tgrade\torigin\tdate\treported\tpage\tquote\tnote\ttag:service\ttags\tretells\tchanged"
        "\tmarking"
    )
    line = (
        "Night 1\tFlights went out.\tReport\tB2\tguards; border-monitors\t1993-07-01 00:00:00\t1993~\t6\tthey flew"
        "\tWhy.\tsignals; air\tplace=baghdad\ton-guard\tlouder\tTLP:CLEAR"
    )
    (taken,) = made(found, f"{head}\n{line}").taken
    item = taken.item

    assert (taken.line, item.address, item.text, item.kind) == (2, "embassy/night-1", "Flights went out.", Kind.REPORT)
    assert (item.credibility, item.origins) == ("2", ("guards", "border-monitors"))
    assert (item.when, item.reported, item.at, item.quote, item.because) == (
        "1993-07-01",
        "1993~",
        "6",
        "they flew",
        "Why.",
    )
    assert item.tags == {"service": ("signals", "air"), "place": ("baghdad",)}
    assert (item.retells, item.changed, item.marking) == ("embassy/on-guard", "louder", "TLP:CLEAR")


@pytest.mark.parametrize(
    ("line", "sentence", "remedy"),
    [
        (",report,2,,", "there is no text in it", "write the claim"),
        ("x,repport,2,,", "'repport' is no kind", "did you mean report?"),
        ("x,gossip,2,,", "'gossip' is no kind", "write report, statement"),
        ("x,report,7,,", "'7' is no grade of credibility", "1 to 6"),
        ("x,report,A2,,", "grades the source A, and it is graded B", "write 2 alone"),
        ("x,report,2,nobody,", "there is no origin 'nobody'", "add it"),
        ("x,report,2,,29.07.1993", "'29.07.1993' is not a date", "write 1993-07-29"),
        ("x,report,2,,07/06/1993", "is not a date", "write 1993-06-07 or 1993-07-06"),
        ("x,report,2,,July", "'July' is not a date", "write 2019"),
        ("x,report,2,," + "9" * 80, "'999999999999999999999999999999999999999…' is not a date", "write 2019"),
        ("x\x1b[2J,report,2,,", "U+001B", "remove the character"),
        ("Embassies are told   to be on guard.,report,2,,", "stands in embassy/on-guard already", "leave the line out"),
    ],
)
def test_what_is_refused(found: Workspace, line: str, sentence: str, remedy: str) -> None:
    text = f"text,kind,credibility,origin,when\nA good one.,report,2,guards,1993\n{line}\nAnother.,denial,,,\n"
    came = made(found, text)

    assert [one.line for one in came.taken] == [2, 4]
    (refused,) = came.refused
    assert (refused.line, sentence in refused.sentence) == (3, True)
    assert remedy in refused.remedy


def test_all_that_is_wrong_with_a_line_is_told_at_once(found: Workspace) -> None:
    (refused,) = made(found, "id,text,kind,grade,when\non-guard,x,gossip,9,July\n").refused

    assert refused.sentence == "'gossip' is no kind of evidence"
    assert "; and '9' is no grade of credibility: write 1 to 6" in refused.remedy
    assert "and when: 'July' is not a date" in refused.remedy
    assert "and the id 'on-guard' is that of embassy/on-guard" in refused.remedy


def test_ids_are_made_of_the_text_and_never_given_twice(found: Workspace) -> None:
    came = made(
        found, "id,text\n,Radio traffic doubled.\n,Radio traffic doubled again\nradio-traffic-doubled,A third.\n"
    )

    assert [one.item.id for one in came.taken] == [
        "radio-traffic-doubled-2",
        "radio-traffic-doubled-again",
        "radio-traffic-doubled",
    ]
    twice = made(found, "id,text\nnew,One.\nNew,Two.\non-guard,Three.\n9,Four.\n")
    assert [one.line for one in twice.taken] == [2]
    assert [str(one) for one in twice.refused] == [
        "the id 'new' is that of line 2; give the line another id, or none",
        "the id 'on-guard' is that of embassy/on-guard; give the line another id, or none",
        "'9' is no id; write letters a-z first, or leave the cell empty for one made here",
    ]


def test_an_old_id_is_never_given_again(tmp_path: Path) -> None:
    root = write(tmp_path)
    path = root / "evidence/monitors.yaml"
    path.write_text(path.read_text().replace("credibility: 2}", "credibility: 2, formerly: [waves]}"))
    came = made(read_workspace(root), "id,text\nwaves,One.\n,Waves.\n", "monitors")

    assert [one.item.id for one in came.taken] == ["waves-2"]
    assert "monitors/radio-traffic, formerly" in came.refused[0].sentence


def test_a_line_may_name_its_source(found: Workspace) -> None:
    came = made(found, "source\ttext\nmonitors\tOne.\nEmbassies: cables\tTwo.\n\tThree.\npress\tFour.\n", "monitors")

    assert [one.item.source for one in came.taken] == ["monitors", "embassy", "monitors"]
    assert came.refused[0].sentence == "there is no source 'press'"
    assert [change.item.source for change in came.changes] == ["monitors", "monitors", "embassy"]  # type: ignore[union-attr]
    assert "names no source" in made(found, "text\nOne.\nTwo.", "").refused[0].sentence


def test_our_own_lines_are_assumptions(found: Workspace) -> None:
    came = made(found, "text,standing\nThey obey.,caveated\nThey see.,", "own")
    author = Author(found, checks.findings)

    assert [one.item.kind for one in came.taken] == [Kind.ASSUMPTION] * 2
    assert isinstance(author.do(*came.changes), Done)
    assert len(author.workspace.items) == len(found.items) + 2


def test_origins_that_are_not_known_can_come_along(found: Workspace) -> None:
    text = "text,origin\nOne.,the cook\nTwo.,THE GUARDS\nThree.,the cook; border-monitors\nFour.,monitors\n,baker\n"
    refused, came = made(found, text), made(found, text, add_origins=True)
    author = Author(found, checks.findings)

    assert refused.missing == ("the cook", "monitors")
    assert [one.line for one in refused.refused] == [2, 4, 5, 6]
    assert [one.item.origins for one in came.taken] == [
        ("cook",),
        ("guards",),
        ("cook", "border-monitors"),
        ("monitors-2",),
    ]
    assert isinstance(author.do(*came.changes), Done)
    assert author.workspace.origins["cook"].who == "the cook"
    assert "baker" not in author.workspace.origins


def test_the_rules_of_the_files_go_to_their_lines(found: Workspace) -> None:
    author = Author(found, checks.findings)
    assert isinstance(author.do(SetSource("embassy", {"marking": "TLP:GREEN"})), Done)
    before = state(found.root)
    text = (
        "text,kind,retells,marking\nA good one.,report,,\nNothing was there.,absence,,\nIt was they.,assessment,,\n"
        "Again.,report,nobody,\nAgain so.,report,on-guard,\nSecret.,report,,TLP:RED\nFine.,,,\n"
        "As secret.,,,TLP:RED\nOpen.,,,TLP:CLEAR\n"
    )

    came, outcome = foreseen(author, made(author.workspace, text))

    assert isinstance(outcome, Done)
    assert [one.line for one in came.taken] == [2, 6, 8, 10]
    assert {one.line: one.sentence for one in came.refused} == {
        3: "the absence 'embassy/nothing' does not say looked_in and would_show",
        4: "the assessment 'embassy/it-was-they' does not say what it rests on",
        5: "there is no item 'embassy/nobody'",
        7: came.refused[3].sentence,
        9: came.refused[3].sentence,
    }
    assert "TLP:GREEN" in came.refused[3].sentence
    assert state(found.root) == before
    assert isinstance(author.do(*came.changes), Done)
    author.undo()
    assert state(found.root) == before


def test_what_is_foreseen_is_where_it_then_stands(found: Workspace) -> None:
    author = Author(found, checks.findings)
    came, then = foreseen(author, made(found, "text,origin\nOne.,the cook\nTwo.,guards\n", add_origins=True))

    done = author.do(*came.changes)

    assert isinstance(then, Done)
    assert isinstance(done, Done)
    assert then.places == done.places


def test_a_file_that_cannot_be_written_is_no_fault_of_a_line(tmp_path: Path) -> None:
    root = write(tmp_path)
    path = root / "evidence/monitors.yaml"
    path.write_text(path.read_text().replace("format: 1", "format: 9"))
    found = read_workspace(root)
    author = Author(found, checks.findings)
    table = read("text\nOne.\nTwo.")
    came = pasted(table, ("text",), read_workspace(write(tmp_path / "other")), "monitors")

    left, outcome = foreseen(author, came)

    assert isinstance(outcome, Refused)
    assert "later version" in outcome.sentence
    assert left.taken == came.taken


def test_what_is_said_twice_is_refused_once(found: Workspace) -> None:
    long = "Nine men were seen to leave the port by the eastern gate at night"
    short = "text,kind\nIt left.,absence\nIt  left.,report\nIt left.,denial\n"
    text = f"{short}{long}.,absence\n{long}!,report\n{long}!!,report\n"

    came, _ = foreseen(Author(found, checks.findings), made(found, text))

    assert [one.line for one in came.taken] == [3, 6]
    assert [one.line for one in came.refused] == [2, 4, 5, 7]
    assert came.refused[1].sentence == "line 3 has the same text"
    assert "shares 8 words in a row" in came.refused[3].sentence


def test_what_may_be_there_already_is_suggested_and_not_refused(found: Workspace) -> None:
    text = "text\nThe embassies were told: be on guard!\nAll is quiet at the harbour.\nThe harbour: all quiet there.\n"
    came = made(found, text, "monitors")
    said = alike(came.taken, found.items, found.sources, found.origins)

    assert not came.refused
    assert [(one.line, one.address, one.other_line) for one in said] == [
        (2, "embassy/on-guard", 0),
        (4, "monitors/all-quiet-harbour", 3),
    ]
