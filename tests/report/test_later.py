"""Parts made when they are looked at: the same as if all were there, and none is made that nobody looks at."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workbench.report import comment
from workbench.report.document import Document, Entry, Fold, Paragraph
from workbench.report.later import Later


@given(st.lists(st.integers()), st.integers(-3, 9), st.integers(-3, 9))
def test_it_is_the_sequence_of_what_is_made(numbers: list[int], start: int, end: int) -> None:
    later, now = Later(numbers, str), tuple(map(str, numbers))

    assert tuple(later) == now
    assert (len(later), list(reversed(later))) == (len(now), list(reversed(now)))
    assert later == now
    assert later == Later(numbers, str)
    assert hash(later) == hash(now)
    assert tuple(later[start:end]) == now[start:end]


def test_a_comment_makes_what_it_has_room_for() -> None:
    made: list[int] = []

    def entry(number: int) -> Entry:
        made.append(number)
        return Entry(f"item {number}", "changed")

    every = Document("What changed", "", (Fold("Items", tuple(map(entry, range(50_000)))), Paragraph("end")))
    made.clear()
    some = Document("What changed", "", (Fold("Items", Later(range(50_000), entry)), Paragraph("end")))

    assert comment.render(some) == comment.render(every)
    assert len(made) == len(set(made)) < 20_000
