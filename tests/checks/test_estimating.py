"""Words of likelihood: the number they stand with, the row they are from; and evidence that there is none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from workbench.analysis.heuer import estimative
from workbench.checks.estimating import ICD_203, PHIA, ROWS, fits, terms

Found = Callable[..., list[str]]


def judging(text: str, likelihood: str = "") -> str:
    shares = f"likelihood: {{{likelihood}}}, " if likelihood else ""
    return f'judgement: {{{shares}because: "{text}"}}'


@pytest.mark.parametrize("rows, yardstick", [(ICD_203, estimative.ICD_203), (PHIA, estimative.PHIA)])
def test_the_words_are_those_of_the_yardsticks(
    rows: tuple[tuple[str, str, int, int], ...], yardstick: estimative.Yardstick
) -> None:
    assert rows == tuple((term.word, term.also, term.low, term.high) for term in yardstick.terms)
    for term in yardstick.terms:
        middle = (term.low + term.high) / 2
        assert fits(term.word, middle)
        assert not fits(term.word, 100.5)


@pytest.mark.parametrize(
    "text, wrong",
    [
        ("Arson is likely (60 %).", False),
        ("Arson is likely (30 %).", True),
        ("Arson: 30 % likely.", True),
        ("Arson, at 30 per cent, unlikely.", False),
        ("Very unlikely, about 12.5 percent.", False),
        ("Almost certainly (70 %) arson.", True),
        ("Arson is 55 % likely, or roughly even chance (55 %).", False),
        ("30 % of the guards; likely not.", False),
        ("A realistic possibility: 45%.", False),
        ("Highly likely (52 %).", True),
    ],
)
def test_a_word_has_the_number_of_its_band(found: Found, text: str, wrong: bool) -> None:
    assert found(matrix=judging(text)) == ["ann.yaml:5 C074"] * wrong


@pytest.mark.parametrize(
    "text, wrong",
    [
        ("Arson is likely.", True),
        ("arson remains very unlikely.", True),
        ("Arson is unlikely.", False),
        ("Arson is more likely than a storm.", False),
        ("Arson explains the smell, and storms are likely in August.", False),
    ],
)
def test_a_word_has_the_likelihood_of_what_it_is_said_of(found: Found, text: str, wrong: bool) -> None:
    assert found(matrix=judging(text, "storm: 50, arson: 30, wiring: 20")) == ["ann.yaml:5 C074"] * wrong


@pytest.mark.parametrize(
    "text, mixed",
    [
        ("Arson is likely, a storm very unlikely.", False),
        ("Arson is likely, a storm highly improbable.", True),
        ("Arson is highly likely, a storm very unlikely.", True),
        ("Arson is probably it; a fault is likely as well.", False),
        ("Arson is highly probable, a storm improbable.", False),
        ("A realistic possibility; roughly even odds.", True),
        ("How likely arson is, is not highly improbable to be asked; nothing is more likely.", False),
        ("In a remote yard a storm is very likely.", False),
    ],
)
def test_words_are_out_of_one_row(found: Found, text: str, mixed: bool) -> None:
    assert found(matrix=judging(text)) == ["ann.yaml:5 C075"] * mixed


def test_both_texts_of_a_judgement_are_one_product(found: Found) -> None:
    matrix = 'judgement: {\n  because: "Arson is highly likely.",\n  differs_because: "A storm is very unlikely."}'

    assert found(matrix=matrix) == ["ann.yaml:7 C075"]


@pytest.mark.parametrize(
    "text, nothing",
    [
        ("There is no evidence that somebody did it.", True),
        ("there was no direct evidence of petrol", True),
        ("There are no traces; the yard was searched.", False),
        ("No evidence was parked.", False),
    ],
)
def test_no_evidence_says_what_was_looked_for(found: Found, text: str, nothing: bool) -> None:
    assert found(matrix=judging(text)) == ["ann.yaml:5 C076"] * nothing
    assert found(question=f'background: "{text}"') == ["fire.yaml:3 C076"] * nothing


def test_the_questions_texts_are_read_too(found: Found) -> None:
    mixed = 'background: "With high confidence arson is likely."'

    assert found(question=mixed) == ["fire.yaml:3 C071"]
    assert found(question='background: "Likely (20 %)."') == ["fire.yaml:3 C074"]


def test_every_word_is_found_and_adverbs_with_it() -> None:
    words = {word for row in ROWS.values() for word in row if word and word != "remote"}

    assert {term.word for word in words for term in terms(f"It is {word}.")} == words
    assert [term.word for term in terms("Almost certainly, probably, and very\n unlikely")] == [
        "almost certain", "probable", "very unlikely",
    ]  # fmt: skip
