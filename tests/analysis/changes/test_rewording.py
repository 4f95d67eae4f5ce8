"""Which words went, came and stayed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workbench.analysis.rewording import MOST_WORDS, Stretch, reworded

words = st.lists(st.sampled_from(["a", "b", "c", "d,", "é"]), max_size=12).map(" ".join)


def text(was: str, now: str, *stretches: Stretch) -> list[str]:
    return " ".join(found.text for found in reworded(was, now) if found.stretch in stretches).split()


@given(words, words)
def test_both_texts_can_be_read_from_it(was: str, now: str) -> None:
    assert text(was, now, Stretch.KEPT, Stretch.GONE) == was.split()
    assert text(was, now, Stretch.KEPT, Stretch.NEW) == now.split()


@given(words)
def test_a_text_keeps_all_its_words(was: str) -> None:
    assert all(found.stretch is Stretch.KEPT for found in reworded(was, f"  {was}\n"))


def test_one_word_more_is_one_word() -> None:
    found = reworded("Agents send more often.", "Agents send far more often.")

    assert [(w.stretch.value, w.text) for w in found] == [
        ("kept", "Agents send"),
        ("new", "far"),
        ("kept", "more often."),
    ]


def test_very_long_texts_are_compared_from_both_ends() -> None:
    was = " ".join(f"w{n}" for n in range(20 * MOST_WORDS))
    now = was.replace("w5 ", "v5 ", 1).replace(f"w{19 * MOST_WORDS} ", "v ", 1)

    found = reworded(was, now)

    assert [w.stretch.value for w in found] == ["kept", "gone", "new", "kept"]
    assert text(was, now, Stretch.KEPT, Stretch.NEW) == now.split()
