import random
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from fractions import Fraction
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.analysis import Standing, standing
from workbench.analysis.methods import ADDITIVE, LOG_LIKELIHOOD, STEPS
from workbench.analysis.noise import DRAWN, SEED, Noise, basis, how_often, noise
from workbench.analysis.ranking import leading
from workbench.analysis.setting import setting
from workbench.analysis.tally import tally
from workbench.model import Case, Item, Level, Note, Origin, Rating, Row

Build = Callable[..., Case]
Cases = st.SearchStrategy[Case]
Published = Callable[[str], tuple[Case, dict[str, Any]]]

PROJECT = Path(__file__).parents[2]
MOST_CELLS = 6

rated_cells = st.sampled_from(["CC", "C", "N", "I", "II", "NA", "-"])


def ways(rating: Rating, error: float) -> list[tuple[Rating, float]]:
    """What a cell may be in a perturbed copy, and how probable that is."""
    if rating is Rating.NA:
        return [(rating, 1.0)]
    if STEPS[rating] == 1:
        return [(Rating.I, 1 - error), (Rating.N, error / 2), (Rating.II, error / 2)]
    return [(rating, 1 - error / 2), (Rating.I, error / 2)]


def perturbed(case: Case, error: float) -> Iterator[tuple[Case, float]]:
    """Every perturbed copy of a case, with its probability."""
    cells = [(a, h, r) for a, row in case.matrix.rows.items() for h, r in row.ratings.items()]
    for drawn in product(*(ways(rating, error) for _, _, rating in cells)):
        rows: dict[str, dict[str, Rating]] = {address: {} for address in case.matrix.rows}
        probability = 1.0
        for (address, hypothesis, _), (rating, p) in zip(cells, drawn, strict=True):
            rows[address][hypothesis] = rating
            probability *= p
        yield replace(case, matrix=replace(case.matrix, rows={a: Row(cells) for a, cells in rows.items()})), probability


def brute_force(case: Case, method: str, error: float, *, adjusted: bool) -> dict[str, float]:
    """The expected number of 100 copies, counted by the engine itself, copy by copy."""
    tested = set(case_ids(case)) - set(standing(case).not_tested)
    first = dict.fromkeys(case_ids(case), 0.0)
    for copy, probability in perturbed(case, error):
        sums = tally(copy, setting(copy), [method])
        for hypothesis in leading(sums.adjusted[method] if adjusted else sums.plain[method], tested):
            first[hypothesis] += 100 * probability
    return first


def case_ids(case: Case) -> list[str]:
    return [hypothesis.id for hypothesis in case.hypotheses]


def trimmed(case: Case) -> Case:
    """The case with its first few cells only."""
    kept: dict[str, Row] = {}
    left = MOST_CELLS
    active = set(case_ids(case))
    for address, row in case.matrix.rows.items():
        cells = {h: rating for h, rating in row.ratings.items() if h in active}
        kept[address] = Row(dict(list(cells.items())[:left]))
        left -= len(kept[address].ratings)
    return replace(case, matrix=replace(case.matrix, rows=kept))


def close(found: Mapping[str, float], expected: Mapping[str, float]) -> bool:
    return list(found) == list(expected) and all(abs(found[h] - expected[h]) < 1e-10 for h in expected)


# What it comes to


def test_a_row_worked_out_by_hand(build: Build) -> None:
    found = noise(standing(build({"s/a": "I C"})))
    # h1 has 0, 1 or 2 points with .05, .9, .05; h2 has 0 or 1 with .95, .05
    assert found.first == pytest.approx({"h1": 100 * (0.05 + 0.9 * 0.05), "h2": 100 * (0.95 + 0.05 * 0.95)})
    assert (found.copies, found.exact, found.error, found.seed) == (100, True, 0.1, None)


def test_a_step_past_the_end_stays(build: Build) -> None:
    found = noise(standing(build({"s/a": "II II C"})), error=Fraction(1, 2))
    # II is 2 or 1 point with .75, .25; C is 0 or 1
    assert found.first["h3"] == pytest.approx(100)
    assert found.first["h1"] == pytest.approx(100 * 0.25 * 0.25)


@settings(max_examples=60, deadline=None)
@given(st.data(), st.sampled_from(ADDITIVE), st.sampled_from([0.0, 0.1, 0.35, 1.0]), st.booleans())
def test_exact_is_what_brute_force_counts(
    cases: Cases, data: st.DataObject, method: str, error: float, adjusted: bool
) -> None:
    case = trimmed(data.draw(cases))
    found = noise(standing(case), error=error, adjusted=adjusted, method=method)
    assert found.exact
    assert close(found.first, brute_force(case, method, error, adjusted=adjusted))


@pytest.mark.parametrize("adjusted", [False, True])
def test_weights_that_mix_in_one_voice(build: Build, adjusted: bool) -> None:
    items = {a: {"origins": ("ann",), "credibility": c} for a, c in (("a/x", "1"), ("b/x", "3"), ("c/x", "5"))}
    case = build(dict.fromkeys(items, "I C"), items, dict.fromkeys("abc", "A"), {"ann": "A"})
    assert close(
        noise(standing(case), adjusted=adjusted).first, brute_force(case, "parc-weighted", 0.1, adjusted=adjusted)
    )


def test_heuer_1993(published: Published) -> None:
    found = noise(standing(published("heuer_iraq_1993")[0]))
    # by hand from the three columns II I I and three C, six C, two I and four C
    assert found.first == pytest.approx({"h1": 0.026883587100642925, "h2": 99.55042609970047, "h3": 4.430669966985407})
    words = [how_often(found, h) for h in ("h1", "h2", "h3")]
    assert words == ["fewer than 1 of 100", "more than 99 of 100", "4 of 100"]


def test_what_is_not_tested_is_never_first(build: Build) -> None:
    found = noise(standing(build({"s/a": "I N C", "s/b": "I NA II"})))
    assert found.first["h2"] == 0
    nobody = noise(standing(build({"s/a": "N NA"})))
    assert nobody.first == {"h1": 0, "h2": 0}


def test_na_and_unrated_do_not_move(build: Build) -> None:
    with_them = build({"s/a": "I C", "s/b": "NA -", "s/c": "- NA"})
    assert noise(standing(with_them)).first == noise(standing(build({"s/a": "I C"}))).first


@settings(max_examples=50, deadline=None)
@given(st.data(), st.booleans(), st.sampled_from([0, 10**6]))
def test_without_error_the_leaders_are_always_first(
    cases: Cases, data: st.DataObject, adjusted: bool, most: int
) -> None:
    now = standing(data.draw(cases))
    result = now.methods["parc-weighted"]
    found = noise(now, error=0, adjusted=adjusted, most=most)
    always = {h for h, n in found.first.items() if n == found.copies}
    assert always == set(result.leading_adjusted if adjusted else result.leading)
    assert {n for n in found.first.values() if n != found.copies} <= {0.0}


# Laws


@st.composite
def twins(draw: st.DrawFn) -> tuple[dict[str, str], dict[str, Note], dict[str, dict[str, Any]]]:
    """Rows in which the first two columns differ in CC, C and N only; with relevance and origins."""
    rows = {}
    for n in range(draw(st.integers(1, 12))):
        one, other = draw(rated_cells), draw(rated_cells)
        swap = draw(st.sampled_from(["CC", "C", "N"])) if one in {"CC", "C", "N"} else one
        rows[f"s/{n}"] = f"{one} {swap} {other}"
    rows["s/bears"] = "C CC I"
    notes = {a: Note(draw(st.sampled_from(Level))) for a in rows}
    return rows, notes, {a: {"origins": draw(st.sampled_from([(), ("ann",), ("bob",)]))} for a in rows}


@settings(max_examples=60, deadline=None)
@given(twins(), st.sampled_from(ADDITIVE), st.booleans(), st.sampled_from([0, 10**6]))
def test_hypotheses_that_differ_only_in_cc_c_and_n_are_equal(
    build: Build, made: tuple[Any, Any, Any], method: str, adjusted: bool, most: int
) -> None:
    rows, notes, items = made
    case = build(rows, items, origins={"ann": "B", "bob": "D"}, notes=notes)
    found = noise(standing(case), method=method, adjusted=adjusted, most=most)
    assert found.exact == bool(most)
    assert found.first["h1"] == found.first["h2"]


@settings(max_examples=50, deadline=None)
@given(st.data(), st.booleans(), st.sampled_from([0, 10**6]), st.randoms())
def test_no_order_of_rows_or_columns_changes_anything(
    cases: Cases, data: st.DataObject, adjusted: bool, most: int, shuffled: random.Random
) -> None:
    case = without_several_origins(data.draw(cases))
    items, hypotheses = list(case.items.items()), list(case.question.hypotheses.items())
    shuffled.shuffle(items)
    shuffled.shuffle(hypotheses)
    other = replace(case, items=dict(items), question=replace(case.question, hypotheses=dict(hypotheses)))
    one, two = (noise(standing(made), adjusted=adjusted, most=most) for made in (case, other))
    assert dict(one.first) == dict(two.first)


def without_several_origins(case: Case) -> Case:
    def first(item: Item) -> Item:
        return replace(item, origins=item.origins[:1])

    return replace(case, items={a: first(item) for a, item in case.items.items()})


@settings(max_examples=40, deadline=None)
@given(st.data(), st.booleans())
def test_somebody_is_first_in_every_copy(cases: Cases, data: st.DataObject, adjusted: bool) -> None:
    now = standing(data.draw(cases))
    found = noise(now, adjusted=adjusted)
    assert sum(found.first.values()) >= (100 - 1e-9 if len(now.not_tested) < len(found.first) else 0)
    assert all(0 <= n <= 100 + 1e-9 for n in found.first.values())


def test_telling_it_again_changes_nothing_adjusted_but_how_steady_it_is(build: Build) -> None:
    """A retelling beside its first telling is no cell of its own."""
    told = {"a/x": {"origins": ("ann",)}, "b/x": {"retells": "a/x"}}
    again = noise(standing(build(dict.fromkeys(told, "I C"), told)), adjusted=True)
    once = noise(standing(build({"a/x": "I C"}, {"a/x": {"origins": ("ann",)}})), adjusted=True)
    assert again.first == once.first


# Drawn copies


def large(build: Build) -> Standing:
    """A case with weights of both sorts, and origins with several rows."""
    rng = random.Random(11)
    rows = {f"s/{n}": " ".join(rng.choice(("C", "C", "N", "I", "II")) for _ in range(4)) for n in range(60)}
    notes = {a: Note(rng.choice(list(Level))) for a in rows}
    items = {a: {"origins": (rng.choice(("ann", "bob", "eve")),), "credibility": rng.choice("234")} for a in rows}
    case = build(rows, items, {"s": "A"}, notes=notes)
    return standing(replace(case, origins={o: Origin(o, reliability="A") for o in ("ann", "bob", "eve")}))


@pytest.mark.parametrize("adjusted", [False, True])
def test_drawn_copies_are_near_the_exact_result_and_always_the_same(build: Build, adjusted: bool) -> None:
    now = large(build)
    exact, drawn, again = (noise(now, adjusted=adjusted, most=most) for most in (10**7, 0, 0))
    assert drawn == again
    assert (exact.exact, exact.copies, exact.seed) == (True, 100, None)
    assert (drawn.exact, drawn.copies, drawn.seed) == (False, DRAWN, SEED)
    assert all(abs(exact.first[h] - drawn.first[h] * 100 / DRAWN) < 1.5 for h in exact.first)
    assert sum(1 < n < 99 for n in exact.first.values()) > 1


def test_too_many_support_points_are_drawn(build: Build) -> None:
    now = large(build)
    assert noise(now).exact
    assert not noise(now, most=1000).exact


# In words


@pytest.mark.parametrize(
    ("n", "copies", "words"),
    [
        (71.6, 100, "72 of 100"),
        (0.0, 100, "fewer than 1 of 100"),
        (0.99, 100, "fewer than 1 of 100"),
        (1.2, 100, "1 of 100"),
        (99.4, 100, "99 of 100"),
        (99.6, 100, "more than 99 of 100"),
        (100 - 1e-13, 100, "100 of 100"),
        (7213.5, 10_000, "7,214 of 10,000"),
        (10_000.0, 10_000, "10,000 of 10,000"),
    ],
)
def test_how_often(n: float, copies: int, words: str) -> None:
    found = Noise(copies, {"h": n}, copies == 100, 0.1, None)
    assert how_often(found, "h") == words
    assert "%" not in basis(found) + how_often(found, "h")


def test_numbers_have_no_digits_of_the_machine(build: Build) -> None:
    found = noise(standing(build({"s/a": "I C II", "s/b": "C I C", "s/c": "II C I"})), error=-0.0)
    assert all(n == round(n, 10) for n in found.first.values())
    assert basis(found).endswith("with probability 0, half each way, independently.")


def test_it_says_whether_it_is_exact(build: Build) -> None:
    now = standing(build({"s/a": "I C"}))
    assert basis(noise(now)).startswith("Expected number of 100 copies, exact; every cell a step wrong with prob")
    assert basis(noise(now, most=0)).startswith(f"10,000 copies drawn, seed {SEED}; ")


# Refusals


def test_what_it_refuses(build: Build) -> None:
    now = standing(build({"s/a": "I C"}))
    with pytest.raises(ValueError, match="no probability"):
        noise(now, error=1.5)
    with pytest.raises(ValueError, match="not additive"):
        noise(now, method=LOG_LIKELIHOOD)


def test_numpy_loads_only_when_noise_is_asked_for() -> None:
    probe = "import sys, workbench.analysis.noise; print('numpy' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", probe], cwd=PROJECT, capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "False"
