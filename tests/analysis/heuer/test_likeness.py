import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.analysis.heuer.likeness import likeness, weights, words


@pytest.mark.parametrize(
    "text, compared",
    [
        ("The guards guarded the guarding guard.", {"guard"}),
        ("Oil, and 400 men at a US base", {"oil", "400", "men", "base"}),
        ("Élite ÉLITE", {"élite"}),
        ("俄罗斯专家", {"俄罗", "罗斯", "斯专", "专家"}),
        ("人", {"人"}),
        ("Moskau 俄国 x", {"moska", "俄国"}),
        ("of the and", set()),
        ("", set()),
    ],
)
def test_a_text_is_the_beginnings_of_its_words(text: str, compared: set[str]) -> None:
    assert words(text) == compared


TEXTS = st.lists(st.frozensets(st.sampled_from("abcdef")), min_size=2, max_size=5)


@given(texts=TEXTS)
def test_likeness_goes_from_nothing_in_common_to_the_same(texts: list[frozenset[str]]) -> None:
    weight = weights(texts)
    for one in texts:
        for other in texts:
            alike = likeness(one, other, weight)
            assert 0 <= alike <= 1
            assert alike == likeness(other, one, weight)
            assert (alike == 1) == (one == other and bool(one))
            assert (alike == 0) == (not one & other)


def test_rare_words_weigh_more() -> None:
    rare, common = frozenset({"mine", "guard"}), frozenset({"guard"})
    weight = weights([rare, common, common, common])

    assert likeness(rare, frozenset({"mine"}), weight) > likeness(rare, common, weight) > 0
