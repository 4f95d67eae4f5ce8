from collections.abc import Callable
from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.analysis.heuer.duplicates import Duplicate, duplicates
from workbench.analysis.heuer.likeness import likeness, weights, words
from workbench.model import Case, Kind, Note

Build = Callable[..., Case]

ARRIVAL = "Around 400 Russian contractors landed in Caracas in late January 2019 to guard the palace."
AGAIN = "In January 2019 some 400 contractors from Russia landed in Caracas, to guard the palace."
OTHER = "Technicians of the arms firm repaired two helicopters at the air base in Maracay."
LOOSELY = "Four hundred armed contractors landed in Caracas in January, to watch over those in power."


def of(build: Build, items: dict[str, dict[str, Any]], **matrix: Any) -> Case:
    case = build(dict.fromkeys(items, "C I"), **matrix)
    return replace(case, items={a: replace(case.items[a], **fields) for a, fields in items.items()})


def found(case: Case) -> list[tuple[str, str]]:
    return [(pair.one, pair.other) for pair in duplicates(case)]


def test_a_claim_noted_twice_is_suggested(build: Build) -> None:
    case = of(build, {"s/a": {"text": ARRIVAL}, "s/b": {"text": OTHER}, "t/a": {"text": AGAIN}})

    assert found(case) == [("s/a", "t/a")]
    assert 0.35 < duplicates(case)[0].likeness < 1


def test_the_same_origin_and_date_need_less_of_the_wording(build: Build) -> None:
    told = {"origins": ("eve",), "when": "2019-01"}
    texts: dict[str, dict[str, Any]] = {"s/a": {"text": ARRIVAL}, "s/b": {"text": OTHER}, "t/a": {"text": LOOSELY}}
    both = of(build, {address: fields | told for address, fields in texts.items()})
    apart = of(build, texts | {"s/a": texts["s/a"] | told, "t/a": texts["t/a"] | {"when": "2019-01"}})

    assert found(both) == [("s/a", "t/a")]
    assert (duplicates(both)[0].same_origin, duplicates(both)[0].same_date) == (True, True)
    assert found(apart) == []


def test_an_unknown_date_is_no_date(build: Build) -> None:
    told = {"origins": ("eve",), "when": "unknown"}

    assert found(of(build, {"s/a": {"text": ARRIVAL} | told, "t/a": {"text": LOOSELY} | told})) == []


def test_what_is_known_to_be_told_again_is_left_out(build: Build) -> None:
    texts: dict[str, dict[str, Any]] = {"s/a": {"text": ARRIVAL}, "t/a": {"text": AGAIN}}

    assert found(of(build, texts)) == [("s/a", "t/a")]
    assert found(of(build, texts | {"t/a": {"text": AGAIN, "retells": "s/a"}})) == []
    assert found(of(build, {a: fields | {"retells": "gone/a"} for a, fields in texts.items()})) == []
    grounded = {"text": AGAIN, "kind": Kind.ASSESSMENT, "rests_on": ("s/a",)}
    assert found(of(build, texts | {"t/a": grounded})) == []
    assert found(of(build, texts, notes={"t/a": Note(parked="Told already.")})) == []


def test_the_same_words_are_found_however_many_have_them(build: Build) -> None:
    pairs = duplicates(of(build, {f"s/{n}": {"text": ARRIVAL} for n in range(40)}))

    assert len(pairs) == 39
    assert pairs[0] == Duplicate("s/0", "s/1", 1.0, same_origin=False, same_date=False)


WORDS = ["guard", "convoy", "harbour", "palace", "letter", "tank", "oil", "mine", "radar", "plane"]


@settings(max_examples=50, deadline=None)
@given(texts=st.lists(st.lists(st.sampled_from(WORDS), max_size=6), max_size=8))
def test_in_a_small_case_every_pair_that_is_alike_and_shares_two_words_is_found(
    build: Build, texts: list[list[str]]
) -> None:
    case = of(build, {f"s/{n}": {"text": " ".join(text)} for n, text in enumerate(texts)})
    bags = {item.address: words(item.text) for item in case.items.values()}
    weight = weights(list(bags.values()))
    alike = {
        (a, b)
        for a in bags
        for b in bags
        if a < b and len(bags[a] & bags[b]) > 1 and likeness(bags[a], bags[b], weight) >= 0.35
    }

    assert {pair for pair in found(case) if len(bags[pair[0]] & bags[pair[1]]) > 1} == alike


def test_the_order_of_the_files_decides_who_stands_first(build: Build) -> None:
    case = of(build, {"s/a": {"text": ARRIVAL}, "t/a": {"text": AGAIN}})
    turned = replace(case, items=dict(reversed(list(case.items.items()))))

    assert found(turned) == [("t/a", "s/a")]
