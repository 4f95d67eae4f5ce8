"""Headline: the answer in words, and what the reader of the answer needs to know besides.

Says who has the fewest points and what that depends on, never how true a hypothesis is: points are
no probabilities, and the fewest points are a rough order, not a verdict (Heuer 1999, ch. 8, step 5).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from workbench.analysis.coverage import Coverage
from workbench.analysis.methods import DEFAULT, EQUAL_WEIGHTS
from workbench.analysis.ranking import Result, foremost


class Facts(NamedTuple):
    """What the sentences are made from. `names` are what they are called (see `names`), by id, in file order."""

    names: Mapping[str, str]
    methods: Mapping[str, Result]
    coverage: Coverage
    rated: int
    unrated: int
    against_all: int
    """Rows inconsistent with every hypothesis."""
    unjudged: int
    """Rows whose grade cannot be judged."""

    def named(self, hypotheses: Sequence[str]) -> str:
        """Their names as a list in words; little tested ones are marked."""
        little = self.coverage.little_tested
        return _listed([self.names[h] + (" (little tested)" if h in little else "") for h in hypotheses])


def headline(facts: Facts) -> str:
    """The first line of screen and page; with what is still open where the matrix is incomplete."""
    if not facts.names:
        return "No hypothesis is active: there is nothing to compare."
    if not facts.coverage.rows:
        return "No evidence is in the matrix."
    if not facts.rated:
        return "Nothing is rated yet."
    return " ".join((_answer(facts), *_open_cells(facts)))


def settled(facts: Facts) -> bool:
    """Whether the headline names who leads, by every way of counting: nothing is open and it depends on nothing."""
    default, equal = facts.methods[DEFAULT], facts.methods[EQUAL_WEIGHTS]
    little = facts.coverage.little_tested
    return (
        not facts.unrated
        and len(facts.coverage.tested) > 1
        and any(h not in little for h in default.leading)
        and default.leading == default.leading_adjusted == equal.leading
    )


def remarks(facts: Facts) -> tuple[str, ...]:
    """Sentences beside the headline; none before anything is rated."""
    return tuple(_remarks(facts)) if facts.rated else ()


def _answer(facts: Facts) -> str:
    tested = facts.coverage.tested
    little = [h for h in facts.methods[DEFAULT].leading if h in facts.coverage.little_tested]
    if not tested:
        return "No hypothesis is tested: every rating is N or NA."
    if len(tested) == 1:
        return f"Only {facts.names[tested[0]]} is tested: there is nothing to compare it with."
    if len(little) == len(facts.methods[DEFAULT].leading):
        return _little_tested(facts, little)
    return _order(facts, tested, "No single leader")


def _little_tested(facts: Facts, little: Sequence[str]) -> str:
    """Fewest points on too few rows: the well-tested ones are named in the same breath."""
    names, counts = _listed([facts.names[h] for h in little]), _counts(facts, little)
    have, them = ("has", "it") if len(little) == 1 else ("have", "them")
    well = facts.coverage.well_tested
    rest = f"only {facts.names[well[0]]} is well tested."
    if len(well) > 1:
        rest = f"of the well-tested ones {_order(facts, well, 'none leads alone')}"
    return f"Little tested: {names} {have} {_fewest(facts)} but only {counts} on {them}; {rest}"


def _fewest(facts: Facts) -> str:
    """What those who lead have fewest of, and in which other ways of counting others have."""
    default, equal = facts.methods[DEFAULT], facts.methods[EQUAL_WEIGHTS]
    ways = {"with equal weights": equal.leading, "with origins counted once": default.leading_adjusted}
    others = [way for way, leading in ways.items() if leading != default.leading]
    return f"fewest weighted points (not {' nor '.join(others)})" if others else "fewest points"


def _order(facts: Facts, among: Collection[str], none: str) -> str:
    """Who leads among these, or on what it depends who does."""
    default, equal = facts.methods[DEFAULT], facts.methods[EQUAL_WEIGHTS]
    plain, adjusted = foremost(default.ranks, among), foremost(default.ranks_adjusted, among)
    unweighted = foremost(equal.ranks, among)
    depends = {"the weights": plain != unweighted, "counting origins once": plain != adjusted}
    if any(depends.values()):
        on = " and on ".join(reason for reason, matters in depends.items() if matters)
        return f"{none}: it depends on {on}: {_readings(facts, plain, unweighted, adjusted)}."
    return f"{facts.named(plain)} {'leads' if len(plain) == 1 else 'tie for the lead'}."


def _readings(facts: Facts, plain: Sequence[str], unweighted: Sequence[str], adjusted: Sequence[str]) -> str:
    first = "plain" if plain == unweighted else "weighted"
    parts = [f"{first} points lead with {facts.named(plain)}"]
    if plain != unweighted:
        parts.append(f"equal weights with {facts.named(unweighted)}")
    if plain != adjusted:
        parts.append(f"adjusted with {facts.named(adjusted)}")
    return ", ".join(parts)


def _open_cells(facts: Facts) -> Iterator[str]:
    if facts.unrated:
        are = "is" if facts.unrated == 1 else "are"
        yield f"{facts.unrated} of {facts.rated + facts.unrated} cells {are} unrated: the order may change."


def _remarks(facts: Facts) -> Iterator[str]:
    names, coverage = facts.names, facts.coverage
    if coverage.tested:
        for h in coverage.not_tested:
            yield f"{names[h]} is not tested: nothing bears on it."
    for h in coverage.little_tested:
        if not _headlined(facts, h):
            yield f"{names[h]} is little tested: only {_counts(facts, [h])} on it."
    for h in coverage.never_contradicted:
        yield (
            f"{names[h]} is contradicted by nothing and consistent with everything that bears on it: "
            "can it be contradicted?"
        )
    if n := facts.against_all:
        yield f"{_rows(n)} {'is' if n == 1 else 'are'} inconsistent with every hypothesis: is one missing?"
    if n := facts.unjudged:
        has = "has" if n == 1 else "have"
        yield f"{_rows(n)} {has} a grade that cannot wholly be judged (F, 6 or missing): what cannot counts as medium."


def _headlined(facts: Facts, hypothesis: str) -> bool:
    """Whether the headline has said that a hypothesis is little tested, with its rows."""
    little, leaders = facts.coverage.little_tested, facts.methods[DEFAULT].leading
    return len(facts.coverage.tested) > 1 and hypothesis in leaders and all(h in little for h in leaders)


def _rows(n: int) -> str:
    return "1 row" if n == 1 else f"{n} rows"


def _counts(facts: Facts, hypotheses: Sequence[str]) -> str:
    """How many rows bear: '3 of 20 rows bear', '1 of 20 rows bears'."""
    counts = [facts.coverage.bears_on[h] for h in hypotheses]
    bear = "bears" if counts == [1] else "bear"
    return f"{_listed([str(n) for n in counts])} of {facts.coverage.rows} rows {bear}"


def _listed(words: Sequence[str]) -> str:
    *most, last = words
    return f"{', '.join(most)} and {last}" if most else last
