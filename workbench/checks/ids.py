"""Rules about ids: everything named exists, once, and under its present name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import PurePosixPath

from workbench.checks.rule import Spot
from workbench.checks.survey import EACH, KEY, Mention, Pattern, Survey
from workbench.workspace import folder
from workbench.workspace.sentences import meant

HYPOTHESES: Mapping[str, tuple[Pattern, ...]] = {
    "hypotheses": (
        ("hypotheses", EACH, "into"),
        ("overlap", EACH, "between", EACH),
        ("indicators", EACH, "likely", KEY),
    ),
    "matrix": (
        ("rows", EACH, KEY),
        ("notes", EACH, "because", KEY),
        ("notes", EACH, "weighed", KEY),
        ("deceptive", EACH, EACH, KEY),
        ("judgement", "likelihood", KEY),
    ),
}
"""Where files name hypotheses."""

ADDRESSES: Mapping[str, tuple[Pattern, ...]] = {
    "evidence": (("items", EACH, "retells"), ("items", EACH, "rests_on", EACH)),
    "matrix": (("rows", KEY), ("notes", KEY), ("grades", KEY), ("deceptive", EACH, KEY), ("order", "looked", EACH)),
}
"""Where files name items."""

ORIGINS: Mapping[str, tuple[Pattern, ...]] = {
    "evidence": (("items", EACH, "origin"), ("items", EACH, "origin", EACH)),
    "origins": (("origins", EACH, "maybe_same", EACH),),
}
"""Where files name origins."""

SUSPECTS: Mapping[str, tuple[Pattern, ...]] = {"matrix": (("deceptive", KEY), ("checks", KEY))}
"""Where files name a source or an origin."""

FORMER: Mapping[str, tuple[Pattern, ...]] = {
    "hypotheses": (("hypotheses", EACH, "formerly", EACH),),
    "evidence": (("source", "formerly", EACH), ("items", EACH, "formerly", EACH)),
    "origins": (("origins", EACH, "formerly", EACH),),
}
"""Where files name old ids."""

NOT_HYPOTHESES = frozenset({"wording", "other"})
"""Keys that stand among hypotheses and are none."""

ORIGINS_FILE = "evidence/origins.yaml"

MOST_COMPARED = 200
"""A misspelt id is compared with this many others at most: the comparison is slow."""


def unknown_hypothesis(survey: Survey) -> Iterator[Spot]:
    """A rating, reason or likelihood under an id that the question does not have counts for nothing.

    It is a slip of the pen, or a hypothesis that was renamed without `formerly`.
    """
    workspace = survey.workspace

    def known(path: str) -> set[str]:
        asked = workspace.questions.get(question_of(path))
        return {*asked.hypotheses, *workspace.names.hypotheses.get(asked.id, ())} if asked else set()

    for mention, asked in _hypotheses(survey, known):
        message = f"the question '{asked}' has no hypothesis '{mention.text}'"
        yield _unknown(mention, message, workspace.questions[asked].hypotheses)


def unknown_item(survey: Survey) -> Iterator[Spot]:
    """A row or reference to an item that is nowhere counts for nothing.

    The item was removed, or renamed without `formerly`, or its address is misspelt.
    """
    workspace = survey.workspace
    for mention in survey.mentions(ADDRESSES):
        source, slash, item = mention.text.partition("/")
        path = f"evidence/{source}.yaml"
        known = workspace.names.address(mention.text) in workspace.items or item in survey.data(path, "items")
        if known or not slash or survey.unread(path):  # without a slash it is a finding of shape
            continue
        near = (a for a in workspace.items if a.startswith(f"{source}/") or a.endswith(f"/{item}"))
        yield _unknown(mention, f"there is no item '{mention.text}'", near)


def unknown_origin(survey: Survey) -> Iterator[Spot]:
    """What several items have from one origin counts as one voice, so the origin must be one that is described."""
    workspace = survey.workspace
    for mention in survey.mentions(ORIGINS):
        known = workspace.names.origins.get(mention.text, mention.text) in workspace.origins
        if not known and not survey.unread(ORIGINS_FILE):
            yield _unknown(mention, f"{ORIGINS_FILE} has no origin '{mention.text}'", workspace.origins)


def unknown_suspect(survey: Survey) -> Iterator[Spot]:
    """A suspicion of deception is about one source or one origin, which must exist and be told from every other."""
    workspace = survey.workspace
    for mention in survey.mentions(SUSPECTS):
        present = workspace.names.suspect(mention.text)
        origin, source = present in workspace.origins, present in workspace.sources
        if origin and source:
            message = f"'{mention.text}' is a source and an origin: it is open which of the two is meant"
            yield Spot(mention.path, mention.keys, message, "rename one of them, with the old id under `formerly`")
        elif not (origin or source or survey.unread(f"evidence/{mention.text}.yaml") or survey.unread(ORIGINS_FILE)):
            message = f"there is no source and no origin '{mention.text}'"
            yield _unknown(mention, message, (*workspace.sources, *workspace.origins))


def unknown_question(survey: Survey) -> Iterator[Spot]:
    """A matrix stands in the folder named after its question; without that question nobody sees it."""
    workspace = survey.workspace
    for (asked, _), matrix in workspace.matrices.items():
        if asked not in workspace.questions and not survey.unread(f"hypotheses/{asked}.yaml"):
            near = meant(asked, workspace.questions)
            remedy = f"rename the folder to matrices/{near}/" if near else f"write hypotheses/{asked}.yaml"
            yield Spot(matrix.path, (), f"there is no question '{asked}', after which the folder is named", remedy)


def used_twice(survey: Survey) -> Iterator[Spot]:
    """An id is never used again: an old one that is in use, or that two things claim, would lead to the wrong one."""
    claimed: dict[tuple[str, str], tuple[object, ...]] = {}
    for mention in survey.mentions(FORMER):
        section = str(mention.keys[0])
        sources = section == "source"
        claim = ("" if sources else mention.path, mention.text)
        in_use = mention.text in (survey.workspace.sources if sources else survey.data(mention.path, section))
        by = mention.keys[:-1]
        if in_use or claimed.get(claim, by) != by:
            state = "is in use" if in_use else "is claimed by two"
            remedy = "take it out here, or give the other one a new id"
            yield Spot(mention.path, mention.keys, f"the old id '{mention.text}' {state}", remedy)
        claimed.setdefault(claim, by)


def old_id(survey: Survey) -> Iterator[Spot]:
    """An old id is still understood, and the next save of its row writes the new one; nothing has to be done."""
    for mention, present in _named(survey):
        if mention.text != present:
            message = f"'{mention.text}' is now '{present}'"
            yield Spot(mention.path, mention.keys, message, "write the new id here, or leave it to the next save")


def named_twice(survey: Survey) -> Iterator[Spot]:
    """One thing under its old and its new id in the same place has two values, and only one of them can count."""
    seen: dict[tuple[object, ...], str] = {}
    for mention, present in _named(survey):
        if mention.text != present and _says_nothing(survey, mention):
            continue
        first = seen.setdefault((mention.path, *mention.keys[:-1], present), mention.text)
        if first != mention.text:
            message = f"'{first}' and '{mention.text}' are the same, '{present}'"
            yield Spot(mention.path, mention.keys, message, "keep the one that holds and remove the other")


def _says_nothing(survey: Survey, mention: Mention) -> bool:
    """Whether an entry under an old name has nothing in its braces, as a row whose cells were cleared: none counts."""
    return survey.data(mention.path, *map(str, mention.keys[:-1])).get(mention.text) == {}


def selects_nothing(survey: Survey) -> Iterator[Spot]:
    """An entry under `evidence` that no item meets may be misspelt, and the question then lacks those items."""
    workspace = survey.workspace
    for question in workspace.questions.values() if workspace.items else ():
        for number, selector in enumerate(question.evidence):
            if not any(folder.selects(selector, item) for item in workspace.items.values()):
                message = f"entry {number + 1} of 'evidence' selects no item"
                yield Spot(question.path, ("evidence", number), message, "correct its address, tag or period")


def _named(survey: Survey) -> Iterator[tuple[Mention, str]]:
    """Every mention of something that can be renamed, with its present name; none where nothing was renamed."""
    if not survey.renamed:
        return
    names = survey.workspace.names
    for mention, asked in _hypotheses(survey):
        yield mention, names.hypothesis(asked, mention.text)
    for mention in survey.mentions(ADDRESSES):
        yield mention, names.address(mention.text)
    for mention in survey.mentions(ORIGINS):
        yield mention, names.origins.get(mention.text, mention.text)
    for mention in survey.mentions(SUSPECTS):
        yield mention, names.suspect(mention.text)


def _hypotheses(survey: Survey, but: Callable[[str], set[str]] = lambda _: set()) -> Iterator[tuple[Mention, str]]:
    """Every mention of a hypothesis but those passed over, with the question it belongs to."""
    for mention in survey.mentions(HYPOTHESES, but):
        asked = question_of(mention.path)
        if mention.text not in NOT_HYPOTHESES and asked in survey.workspace.questions:
            yield mention, asked


def question_of(path: str) -> str:
    """The question that a hypotheses file or a matrix is about, by its path."""
    found = PurePosixPath(path)
    return found.parent.name if found.parts[0] == "matrices" else found.stem


def _unknown(mention: Mention, message: str, known: Iterable[str]) -> Spot:
    near = _near(mention.text, tuple(known))
    remedy = f"did you mean '{near}'?" if near else "correct it, or remove it"
    return Spot(mention.path, mention.keys, message, remedy)


@lru_cache(maxsize=1024)
def _near(text: str, known: tuple[str, ...]) -> str | None:
    return meant(text, known) if len(known) <= MOST_COMPARED else None
