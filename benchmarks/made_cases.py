"""Workspaces of any size, made up: the same seed gives the same bytes.

python -m benchmarks.made_cases DIR --items 1000 --hypotheses 10
"""

from __future__ import annotations

import argparse
import random
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from workbench.model import fingerprint

QUESTION = "made"
ANALYST = "rater"
RATINGS = ("CC", "C", "N", "I", "II", "NA")
WORDS = """
satellite image report witness shipment radio intercept customs ledger photo convoy broker invoice denied
claimed seen harbour engineer contract guard flight training visit payment letter crew depot repair
""".split()  # noqa: SIM905 - reads better than a column of words
ITEMS_A_SOURCE = 20
ORIGINS = 40


@dataclass(frozen=True)
class Size:
    """How big a made workspace is. `rated` is the share of rows that are rated; `reasons` the share with a reason."""

    items: int
    hypotheses: int
    rated: float = 1.0
    reasons: float = 0.0
    seed: int = 1

    @property
    def hypothesis_ids(self) -> list[str]:
        """`h1`, `h2` and so on: the columns."""
        return [f"h{n}" for n in range(1, self.hypotheses + 1)]

    @property
    def addresses(self) -> list[str]:
        """`source-0001/item-00001` and so on, in the order of the files."""
        return [f"{source_id(n)}/item-{n:05d}" for n in range(1, self.items + 1)]


def source_id(item: int) -> str:
    """The source that the item of this number, counted from 1, stands in."""
    return f"source-{(item - 1) // ITEMS_A_SOURCE + 1:04d}"


def statement(hypothesis: str) -> str:
    """What a made hypothesis says."""
    return f"They were there for the purpose called {hypothesis}."


def make(root: Path, size: Size, ratings: Sequence[str] = RATINGS) -> Path:
    """Writes a workspace of that size into `root`, whose cells take their ratings from `ratings`; returns `root`."""
    rng = random.Random(size.seed)
    texts = {address: prose(rng, 40) for address in size.addresses}
    write(root / "hypotheses" / f"{QUESTION}.yaml", question(size))
    write(root / "evidence" / "origins.yaml", origins())
    for source, items in by_source(texts):
        write(root / "evidence" / f"{source}.yaml", evidence(source, items, rng))
    write(root / "matrices" / QUESTION / f"{ANALYST}.yaml", matrix(size, texts, ratings, rng))
    return root


def write(path: Path, lines: Iterable[str]) -> None:
    """Writes lines to a file whose folder may not be there yet."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


def prose(rng: random.Random, words: int) -> str:
    """A sentence of so many random words."""
    return " ".join(rng.choice(WORDS) for _ in range(words)).capitalize() + "."


def question(size: Size) -> Iterator[str]:
    """The lines of a hypotheses file."""
    yield from ("format: 1", "question: What were they there for?", "marking: TLP:CLEAR", "hypotheses:")
    for number, hypothesis in enumerate(size.hypothesis_ids, 1):
        yield f"  {hypothesis}:"
        yield f"    short: Purpose {number}"
        yield f"    statement: {statement(hypothesis)}"
        yield "    expect: [people who do that kind of work]"
        yield "    expect_not: [nobody who does that kind of work]"


def origins() -> Iterator[str]:
    """The lines of the file of origins."""
    yield "format: 1"
    yield "origins:"
    for number in range(1, ORIGINS + 1):
        yield f"  origin-{number:02d}: {{who: one of those who were asked, reliability: {'ABCD'[number % 4]}}}"


def by_source(texts: dict[str, str]) -> Iterator[tuple[str, dict[str, str]]]:
    """Each source with its items, by their ids."""
    sources: dict[str, dict[str, str]] = {}
    for address, text in texts.items():
        source, _, item = address.partition("/")
        sources.setdefault(source, {})[item] = text
    yield from sources.items()


def evidence(source: str, items: dict[str, str], rng: random.Random) -> Iterator[str]:
    """The lines of an evidence file."""
    yield from ("format: 1", "source:", f"  title: What {source} says", "  publisher: unknown")
    yield from ("  published: 2019", f"  reliability: {rng.choice('ABC')}", "  because: made up", "items:")
    for number, (item, text) in enumerate(items.items(), 1):
        yield f"  {item}:"
        yield "    text: >-"
        yield from textwrap.wrap(text, 94, initial_indent=" " * 6, subsequent_indent=" " * 6)
        yield "    kind: report"
        yield f"    origin: origin-{rng.randint(1, ORIGINS):02d}"
        yield f"    credibility: {rng.randint(1, 4)}"
        yield f"    when: 2019-{rng.randint(1, 12):02d}"
        yield f"    at: par. {number}"
        yield f"    tags: {{contingent: [{rng.choice(WORDS)}]}}"
        yield ""


def matrix(size: Size, texts: dict[str, str], ratings: Sequence[str], rng: random.Random) -> Iterator[str]:
    """The lines of a matrix file: each row with the fingerprint of what it rates."""
    wording = [(h, statement(h)) for h in size.hypothesis_ids]
    rated = sorted(texts)[: round(size.items * size.rated)]
    yield from ("format: 1", "rows:" if rated else "rows: {}")
    for address in rated:
        cells = "".join(f"{h}: {rng.choice(ratings)}, " for h in size.hypothesis_ids)
        yield f"  {address}: {{{cells}wording: {fingerprint(texts[address], wording)}}}"
    reasoned = [address for address in rated if rng.random() < size.reasons]
    if reasoned:
        yield "notes:"
    for address in reasoned:
        yield f"  {address}:"
        yield "    because:"
        yield f"      {rng.choice(size.hypothesis_ids)}: {prose(rng, 12)}"


def main() -> None:
    """Makes a workspace from the command line."""
    parser = argparse.ArgumentParser(description="Make up a workspace of any size.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--items", type=int, default=1000)
    parser.add_argument("--hypotheses", type=int, default=10)
    parser.add_argument("--rated", type=float, default=1.0, help="share of rows that are rated")
    parser.add_argument("--reasons", type=float, default=0.0, help="share of rows with a reason")
    wanted = parser.parse_args()
    make(wanted.folder, Size(wanted.items, wanted.hypotheses, wanted.rated, wanted.reasons))


if __name__ == "__main__":
    main()
