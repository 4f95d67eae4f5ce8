"""Laws of writing, on random changes: nothing else changes, everything goes back, and what is written is sound."""

from __future__ import annotations

import difflib
from pathlib import Path

from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from tests.workspace.authored_case import state, write
from workbench import checks
from workbench.model import Gap, Hypothesis, Indicator, Item, Kind, Origin, Selector, Source, Status
from workbench.model import authoring as write_
from workbench.workspace import read
from workbench.workspace.authoring import Author, Done, Refused

Q = "iraq"
ODD = [
    "convoy", "Ромны", "it's", "a: b", "x #y", "- c", "— «да»", "電信", "[sic]", '"no"', "'", "yes", "12:30", "N",
    "{a}", "%", "@", "two\nlines", "#", "* 3", "é", "e\u0301", "\u2028", "tab\there",
]  # fmt: skip
fresh = st.integers(0, 10**6).map(lambda number: f"word{number}")
texts = st.lists(st.one_of(fresh, st.sampled_from(ODD)), min_size=1, max_size=40).map(" ".join)
wild = st.one_of(st.just(""), st.text(st.characters(exclude_categories=["Cs"]), max_size=12))
short = st.one_of(*[texts] * 9, wild)
several = st.lists(texts, min_size=1, max_size=4).map(tuple)
some = st.one_of(several, several, several, st.just(()))
H, ITEMS = ["none", "minor", "major"], ["on-guard", "saddam-public-statement"]
known_hypothesis = st.sampled_from([*H, *H, *H, "bluff"])
known_origin = st.sampled_from(["guards", "border-monitors"] * 3 + ["cook"])
new_id = st.one_of(st.integers(0, 999).map(lambda n: f"new-{n}"), st.sampled_from(["no", "wording", "A", *H, *ITEMS]))
known_item = st.sampled_from([*(f"embassy/{i}" for i in ITEMS * 3), "monitors/radio-traffic", "own/none"])
new_item = st.builds(
    lambda s, i: f"{s}/{i}", st.sampled_from(["embassy", "embassy", "monitors", "own", "press"]), new_id
)
dates = st.sampled_from(["1993", "1993-07-01", "1993-06~/1993-07", "unknown", "../1993", "1993-07?", "July"])
likely = st.sampled_from(["HL", "L", "C", "U", "HU"])
some_origins = st.lists(known_origin, max_size=2, unique=True).map(tuple)
asked = st.just(Q)


def fields(**known: st.SearchStrategy[object]) -> st.SearchStrategy[dict[str, object]]:
    """Some of these fields, one at least."""
    named = st.lists(st.sampled_from(sorted(known)), min_size=1, max_size=4, unique=True)
    return named.flatmap(lambda names: st.fixed_dictionaries({name: known[name] for name in names}))


hypotheses = st.tuples(new_id, short, texts, some, several).map(lambda given: Hypothesis(*given))
kinds = st.sampled_from([Kind.REPORT, Kind.STATEMENT, Kind.ASSUMPTION, Kind.ABSENCE])
items = st.fixed_dictionaries(
    {
        "address": new_item,
        "text": texts,
        "kind": kinds,
        "origins": some_origins,
        "credibility": st.sampled_from(["", "1", "3"]),
        "because": short,
        "when": dates,
        "at": short,
        "tags": st.dictionaries(st.sampled_from(["about", "place"]), several, max_size=2),
        "looked_in": short,
        "would_show": short,
    }
).map(lambda given: Item(**given))
gaps = st.tuples(new_id, texts, short).map(lambda given: Gap(*given))
indicators = st.tuples(
    new_id, texts, dates, st.just("open"), st.dictionaries(known_hypothesis, likely, max_size=3)
).map(lambda given: Indicator(*given))
sources = st.tuples(new_id, texts, short, dates).map(lambda g: Source(g[0], g[1], author=g[2], published=g[3]))
selectors = st.sampled_from([Selector("embassy/*"), Selector(tag="about"), Selector("*", period="1993")])
of_question: dict[type, st.SearchStrategy[write_.Authored]] = {
    write_.SetQuestion: st.builds(
        write_.SetQuestion,
        asked,
        fields(question=texts, who=short, period=dates, means=short, background=short, cutoff=st.just("1993-07-03")),
    ),
    write_.SetEvidence: st.builds(write_.SetEvidence, asked, st.lists(selectors, max_size=3).map(tuple)),
    write_.AddHypothesis: st.builds(write_.AddHypothesis, asked, hypotheses),
    write_.SetHypothesis: st.builds(
        write_.SetHypothesis,
        asked,
        known_hypothesis,
        fields(short=texts, statement=texts, expect=some, expect_not=some, role=st.sampled_from(["", "other"])),
    ),
    write_.SetStatus: st.builds(
        write_.SetStatus, asked, known_hypothesis, st.sampled_from(Status), texts, known_hypothesis
    ),
    write_.OrderHypotheses: st.builds(write_.OrderHypotheses, asked, st.permutations(H).map(tuple)),
    write_.SplitHypothesis: st.builds(
        write_.SplitHypothesis, asked, known_hypothesis, st.tuples(hypotheses, hypotheses), short
    ),
    write_.RenameHypothesis: st.builds(write_.RenameHypothesis, asked, known_hypothesis, new_id),
    write_.SetOverlap: st.builds(write_.SetOverlap, asked, st.tuples(known_hypothesis, known_hypothesis), short),
    write_.AddGap: st.builds(write_.AddGap, asked, gaps),
    write_.SetGap: st.builds(write_.SetGap, asked, st.just("orders"), fields(statement=texts, matters=short)),
    write_.RemoveGap: st.builds(write_.RemoveGap, asked, st.just("orders")),
    write_.AddIndicator: st.builds(
        write_.AddIndicator,
        asked,
        indicators,
    ),
    write_.SetIndicator: st.builds(
        write_.SetIndicator,
        asked,
        st.just("alert"),
        fields(statement=texts, by=dates, status=st.sampled_from(["seen", ""])),
    ),
    write_.SetLikely: st.builds(write_.SetLikely, asked, st.just("alert"), known_hypothesis, likely | st.just("")),
}
of_evidence: dict[type, st.SearchStrategy[write_.Authored]] = {
    write_.AddSource: st.builds(write_.AddSource, sources),
    write_.SetSource: st.builds(
        write_.SetSource,
        st.sampled_from(["embassy", "monitors"]),
        fields(title=texts, author=short, published=dates, reliability=st.sampled_from(["A", "F", ""]), because=short),
    ),
    write_.AddItem: st.builds(write_.AddItem, items, st.sampled_from(["", "", *ITEMS])),
    write_.SetItem: st.builds(
        write_.SetItem,
        known_item,
        fields(
            text=texts, at=short, because=short, when=dates, origin=some_origins, changed=short,
            credibility=st.sampled_from(["2", "5", ""]), retells=known_item,
            rests_on=st.lists(known_item, max_size=2, unique=True).map(tuple),
        ),
    ),
    write_.SetTag: st.builds(write_.SetTag, known_item, st.sampled_from(["about", "place", "new"]), some),
    write_.MoveItem: st.builds(write_.MoveItem, known_item, st.sampled_from(["", *ITEMS])),
    write_.RenameItem: st.builds(write_.RenameItem, known_item, new_id),
    write_.MergeItems: st.builds(write_.MergeItems, known_item, known_item),
    write_.AddOrigin: st.builds(
        write_.AddOrigin,
        st.tuples(new_id, texts, short, st.sampled_from(["", "B"]), short).map(lambda given: Origin(*given)),
    ),
    write_.SetOrigin: st.builds(
        write_.SetOrigin, known_origin, fields(who=texts, access=short, because=short, maybe_same=some_origins)
    ),
    write_.RenameOrigin: st.builds(write_.RenameOrigin, known_origin, new_id),
}  # fmt: skip
changes: st.SearchStrategy[write_.Authored] = st.one_of(*of_question.values(), *of_evidence.values())

DISK = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


def errors(root: Path) -> set[tuple[str, str, str]]:
    return {(f.path, f.code, f.message) for f in checks.everything(read(root)) if not f.note}


def comments(files: dict[str, bytes]) -> list[str]:
    from workbench.yamltext import read as parsed
    from workbench.yamltext import remarks

    return sorted(one for data in files.values() for one in remarks(parsed(data)) if "yaml-language" not in one)


@given(st.lists(changes, min_size=1, max_size=12), st.sampled_from(["\n", "\r\n"]), st.data())
@DISK
def test_whatever_is_done_is_sound_and_goes_back_to_the_byte(
    tmp_path_factory: object, steps: list[write_.Authored], newline: str, draw: st.DataObject
) -> None:
    root = write(tmp_path_factory.mktemp("case"), newline=newline, bom=draw.draw(st.booleans()))  # type: ignore[attr-defined]
    author = Author(read(root), checks.findings)
    known, states = errors(root), [state(root)]
    for change in steps:
        outcome = author.do(change)
        event(f"{type(change).__name__}: {'refused' if isinstance(outcome, Refused) else 'done'}")
        now = state(root)
        if isinstance(outcome, Done) and outcome.places:
            assert now != states[-1]
            assert comments(now) == comments(states[0])
            assert {path for path, _, _ in errors(root) - known} <= {f.path for f in outcome.found} | {
                path for path in now if path.startswith("matrices/")
            }
            known |= errors(root)
            states.append(now)
        assert state(root) == states[-1]
    while (undone := author.undo()) is not None:
        states.pop()
        assert isinstance(undone, Done)
        assert state(root) == states[-1]
    assert len(states) == 1


@given(st.lists(changes, min_size=1, max_size=8))
@DISK
def test_fields_change_their_own_lines_and_additions_only_add(
    tmp_path_factory: object, steps: list[write_.Authored]
) -> None:
    root = write(tmp_path_factory.mktemp("case"))  # type: ignore[attr-defined]
    author = Author(read(root), checks.findings)
    for change in steps:
        before = state(root)
        outcome = author.do(change)
        if isinstance(outcome, Done) and isinstance(
            change, write_.AddItem | write_.AddHypothesis | write_.AddOrigin | write_.AddGap | write_.AddIndicator
        ):
            assert not removed(before, state(root)) - {"items: {}", "origins: {}", "gaps: {}", "indicators: {}"}
        elif isinstance(outcome, Done) and isinstance(change, write_.SetTag | write_.SetLikely):
            assert len(removed(before, state(root))) <= 1


def removed(before: dict[str, bytes], after: dict[str, bytes]) -> set[str]:
    """Lines that are gone."""
    found = set()
    for path in before:
        old, new = (one.get(path, b"").decode().splitlines() for one in (before, after))
        found |= {line[2:] for line in difflib.ndiff(old, new) if line.startswith("- ")}
    return found


@given(st.lists(changes, min_size=1, max_size=8))
@DISK
def test_in_files_that_others_changed_undo_and_redo_work_by_meaning(
    tmp_path_factory: object, steps: list[write_.Authored]
) -> None:
    root = write(tmp_path_factory.mktemp("case"))  # type: ignore[attr-defined]
    author = Author(read(root), checks.findings)
    said = [data_of(root)]
    for change in steps:
        outcome = author.do(change)
        if isinstance(outcome, Done) and outcome.places:
            said.append(data_of(root))
    for path in root.rglob("*.yaml"):
        path.write_bytes(path.read_bytes() + b"# somebody was here\n")
    undone = 0
    while isinstance(back := author.undo(), Done):
        undone += 1
        assert data_of(root) == said[-1 - undone]
    assert back is None or "changed outside" in back.sentence or "would be lost" in back.sentence, back
    event(f"undone {undone} of {len(said) - 1}")
    while undone:
        assert isinstance(author.redo(), Done)
        undone -= 1
        assert data_of(root) == said[-1 - undone]
    assert all(data.endswith(b"# somebody was here\n") for data in state(root).values())


def data_of(root: Path) -> dict[str, str]:
    """What the files say, in its order, by path."""
    from workbench.yamltext import read as parsed

    return {path: repr(parsed(data).root) for path, data in state(root).items()}
