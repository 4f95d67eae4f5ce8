"""A case: a question, its evidence and a matrix; what every analysis is a function of."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from workbench.model.evidence import Item, Origin, Source
from workbench.model.matrix import Matrix, Row
from workbench.model.narrowing import Narrowed
from workbench.model.question import Hypothesis, Question
from workbench.model.words import NOTHING


@dataclass(frozen=True, slots=True)
class Case:
    """A question, the evidence that belongs to it, and one analyst's matrix: what analyses work on.

    `items` holds every item the question selects, in the order of the files; parked ones included.
    `colleagues` are the other analysts' matrices for the same question. In a case that was narrowed
    to some of the items, `narrowed` says to which, and holds the others; the matrix stays whole.
    `elsewhere` are items that the question leaves out and that those it selects retell.
    """

    question: Question
    items: Mapping[str, Item]
    sources: Mapping[str, Source]
    origins: Mapping[str, Origin]
    matrix: Matrix
    colleagues: Mapping[str, Matrix] = field(default_factory=dict)
    narrowed: Narrowed | None = None
    elsewhere: Mapping[str, Item] = field(default_factory=lambda: NOTHING)

    @property
    def hypotheses(self) -> tuple[Hypothesis, ...]:
        """The active hypotheses: the columns, in file order."""
        return self.question.active

    @property
    def unscored(self) -> Mapping[str, Item]:
        """Items outside, which are in no score; but it is known what they tell and retell."""
        return {**self.elsewhere, **self.narrowed.outside} if self.narrowed else self.elsewhere

    def credibility(self, item: Item) -> str:
        """The item's credibility as this analyst grades it: 1 to 6, or empty where nobody did."""
        own = self.matrix.grades.get(item.address)
        return own.credibility if own else item.credibility

    def parked(self, address: str) -> bool:
        """Whether the analyst took this item out of the matrix, with a reason."""
        return bool(self.matrix.note(address).parked)

    @property
    def rows(self) -> Iterator[tuple[Item, Row]]:
        """Every unparked item with its row, in the order of the files: what is scored."""
        return ((i, self.matrix.row(i.address)) for i in self.items.values() if not self.parked(i.address))

    @property
    def complete(self) -> bool:
        """Whether every unparked item is rated against every active hypothesis."""
        ids = [h.id for h in self.hypotheses]
        return all(h in row.ratings for _, row in self.rows for h in ids)

    def with_matrix(self, matrix: Matrix) -> Case:
        """This case with another state of the matrix."""
        return replace(self, matrix=matrix)

    def stale(self, address: str) -> bool:
        """Whether the row was rated against another wording than the one that stands now."""
        row = self.matrix.row(address)
        return bool(row.wording and row.ratings) and address in self.items and not self.fits(address, row)

    def unconfirmed(self, address: str) -> bool:
        """Whether the row has ratings but no record of the wording they were made against."""
        row = self.matrix.row(address)
        return bool(row.ratings) and not row.wording

    def fingerprint(self, address: str, row: Row | None = None) -> str:
        """The fingerprint of what `row` (default: the row in the matrix) rates, as it stands now."""
        return self._fingerprint(address, row or self.matrix.row(address), renamed=False)

    def fits(self, address: str, row: Row) -> bool:
        """Whether a row of this item says that it was rated against the wording that stands now.

        Its fingerprint may be that under today's ids, or under the ids the row was written with.
        """
        if not row.wording or address not in self.items:
            return False
        under_old_ids = bool(row.written) and row.wording == self._fingerprint(address, row, renamed=True)
        return under_old_ids or row.wording == self._fingerprint(address, row, renamed=False)

    def _fingerprint(self, address: str, row: Row, *, renamed: bool) -> str:
        known = self.question.hypotheses
        rated = [(row.written.get(h, h) if renamed else h, known[h].statement) for h in row.ratings if h in known]
        return fingerprint(self.items[address].text, rated)


@lru_cache(maxsize=1024)  # the statements of the hypotheses come with every row
def normal(text: str) -> str:
    """NFC, each run of white space one blank, ends stripped: what a fingerprint sees of a text."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def fingerprint(text: str, rated: Iterable[tuple[str, str]]) -> str:
    """The mark of what was rated: `w` and 16 hex digits.

    SHA-256 over the item's text and, in id order, id and statement of each hypothesis rated in the
    row; each part normalised (`normal`), joined by U+0000, in UTF-8. Grades, dates and tags are not
    covered: they are not what the question of a rating is about.

    Args:
        text: the item's text.
        rated: (id, statement) of every hypothesis that has a cell in the row, in any order.
    """
    return mark(text, stated(rated))


def stated(rated: Iterable[tuple[str, str]]) -> str:
    """What a fingerprint sees of the hypotheses rated in a row, which are those of many rows (see `fingerprint`)."""
    return "\0".join([normal(part) for pair in sorted(rated) for part in pair])


def mark(text: str, stated: str) -> str:
    """The fingerprint of an item's text and of what is `stated` of the hypotheses rated in its row."""
    seen = f"{normal(text)}\0{stated}" if stated else normal(text)
    return "w" + hashlib.sha256(seen.encode("utf-8", "surrogatepass")).hexdigest()[:16]
