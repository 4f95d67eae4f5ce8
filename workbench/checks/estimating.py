"""Rules about estimative language: words that fit their numbers, out of one row, and no evidence that is none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from workbench.checks.rule import Spot
from workbench.checks.survey import EACH, Mention, Pattern, Survey
from workbench.model import Matrix

ICD_203 = (
    ("almost no chance", "remote", 1, 5),
    ("very unlikely", "highly improbable", 5, 20),
    ("unlikely", "improbable", 20, 45),
    ("roughly even chance", "roughly even odds", 45, 55),
    ("likely", "probable", 55, 80),
    ("very likely", "highly probable", 80, 95),
    ("almost certain", "nearly certain", 95, 99),
)
"""Both rows of words of ICD 203, D.6.e.(2), and from which to which per cent they stand."""

PHIA = (
    ("remote chance", "", 0, 5),
    ("highly unlikely", "", 10, 20),
    ("unlikely", "", 25, 35),
    ("realistic possibility", "", 40, 50),
    ("likely", "probable", 55, 75),
    ("highly likely", "", 80, 90),
    ("almost certain", "", 95, 100),
)
"""The words of the PHIA probability yardstick. Said here again so that a check need not load the analysis."""

ROWS = {
    "the first row of ICD 203": {one for one, _, _, _ in ICD_203},
    "the second row of ICD 203": {other for _, other, _, _ in ICD_203},
    "the PHIA yardstick": {word for one, other, _, _ in PHIA for word in (one, other) if word},
}
"""The words that may stand beside one another."""

AMBIGUOUS = frozenset({"remote"})
"""Words of a yardstick that mean distance more often than chance, and are not looked for."""

_SPELLED = {
    "probably": "probable", "improbably": "improbable", "almost certainly": "almost certain",
    "nearly certainly": "nearly certain",
}  # fmt: skip

_WORDS = sorted({w for row in ROWS.values() for w in row} - AMBIGUOUS | _SPELLED.keys(), key=len, reverse=True)

_TERM = "|".join(word.replace(" ", r"\s+") for word in _WORDS)

_NUMBER = r"(?P<number>\d+(?:\.\d+)?)\s*(?:%|per\s?cent\b)"

_PART = ("likely", "probabl", "certain", "no chance", "even chance", "remote chance", "odds", "possibility")
"""Each term has one of these in it, so that most texts need no closer look."""


class Patterns(NamedTuple):
    """How terms are found."""

    term: re.Pattern[str]
    """A term, and in front of it what compares, asks or denies: that makes another thing of it."""
    beside: tuple[re.Pattern[str], ...]
    """A term with a number beside it, or a number with a term: 'likely (60 %)', '60 % likely'."""
    said: re.Pattern[str]
    """What may be said of a hypothesis, behind its name."""


@cache
def _patterns() -> Patterns:
    """Made once, and only where there is a text to look at: it takes as long as reading a small case."""
    how = r"(?:\b(?P<how>more|less|most|least|as|how|so|too|equally|not)\s+)?"
    near = r"\s*[,:(]?\s*(?:at\s+|about\s+|around\s+|some\s+)?"
    made = (
        rf"{how}\b(?P<term>{_TERM})\b",
        rf"\b(?P<term>{_TERM})\b{near}{_NUMBER}",
        rf"{_NUMBER}\s*[,:()]*\s*(?P<term>{_TERM})\b",
        rf"\s+(?:is|was|seems|looks|remains)\s+(?P<term>{_TERM})\b",
    )
    term, behind, before, said = (re.compile(pattern, re.IGNORECASE) for pattern in made)
    return Patterns(term, (behind, before), said)


def _worth_a_look(text: str) -> bool:
    plain = " ".join(text.casefold().split())
    return any(part in plain for part in _PART)


_NO_EVIDENCE = re.compile(r"\bthere(?:\s+is|\s+was|\s+are|\s+has\s+been|'s)\s+no\s+(?:\w+\s+)?evidence\b", re.I)

WRITTEN: Mapping[str, tuple[Pattern, ...]] = {
    "matrix": (("judgement", "because"), ("judgement", "differs_because")),
    "hypotheses": (
        ("question",), ("background",), ("scope", "means"), ("hypotheses", EACH, "statement"),
        ("hypotheses", EACH, "because"), ("overlap", EACH, "because"), ("gaps", EACH, "statement"),
        ("gaps", EACH, "matters"), ("indicators", EACH, "statement"),
    ),
}  # fmt: skip
"""Where the analyst's own words stand that a reader takes for a judgement."""


class Term(NamedTuple):
    """A word of a yardstick as it stands in a text, and what it is in the table."""

    written: str
    word: str


def terms(text: str) -> Iterator[Term]:
    """The words of likelihood in a text, without those that only compare, ask or deny."""
    if _worth_a_look(text):
        yield from (_term(found["term"]) for found in _patterns().term.finditer(text) if not found["how"])


def _term(written: str) -> Term:
    plain = " ".join(written.lower().split())
    return Term(written, _SPELLED.get(plain, plain))


def fits(word: str, share: float) -> bool:
    """Whether either standard gives a word to a likelihood; bands that touch share their border."""
    return any(low <= share <= high for one, other, low, high in (*ICD_203, *PHIA) if word in {one, other})


def word_beside_another_number(survey: Survey) -> Iterator[Spot]:
    """A word from another band than the number it stands with tells the reader two things at once."""
    for mention in survey.mentions(WRITTEN):
        for beside in _patterns().beside if _worth_a_look(mention.text) else ():
            for found in beside.finditer(mention.text):
                yield from _misfit(mention, _term(found["term"]), float(found["number"]))
    for matrix in survey.workspace.matrices.values():
        yield from _of_hypotheses(survey, matrix)


def _misfit(mention: Mention, term: Term, share: float, of: str = "") -> Iterator[Spot]:
    if fits(term.word, share):
        return
    icd, phia = _named(ICD_203, share), _named(PHIA, share)
    each = [f"'{word}' in {name}" for word, name in ((icd, "ICD 203"), (phia, "PHIA")) if word]
    named = f"'{icd}'" if icd == phia and icd else " and ".join(each)
    remedy = f"that is {named}" if named else "no standard has a word for that"
    message = f"'{term.written}' stands for {share:g} %{f', the likelihood of {of}' if of else ''}"
    yield Spot(mention.path, mention.keys, message, f"{remedy}; change the word or the number")


def _named(row: tuple[tuple[str, str, int, int], ...], share: float) -> str:
    return next((one for one, _, low, high in row if low <= share < high), "")


def _of_hypotheses(survey: Survey, matrix: Matrix) -> Iterator[Spot]:
    """'Minor action is likely' where the likelihood of minor is another."""
    asked, judged = survey.workspace.questions.get(matrix.question), matrix.judgement
    if not asked or not judged:
        return
    names = {name.casefold(): h.id for h in asked.hypotheses.values() for name in (h.short, h.id) if name}
    for field in ("because", "differs_because"):
        mention = Mention(matrix.path, ("judgement", field), getattr(judged, field))
        for found in _patterns().said.finditer(mention.text) if _worth_a_look(mention.text) else ():
            before = mention.text[: found.start()].casefold()
            hypothesis = next((h for name, h in names.items() if _ends_with(before, name)), "")
            if hypothesis in judged.likelihood:
                yield from _misfit(mention, _term(found["term"]), judged.likelihood[hypothesis], hypothesis)


def _ends_with(text: str, name: str) -> bool:
    """Whether a text ends with a name as a whole."""
    return text.endswith(name) and not text[: -len(name)][-1:].isalnum()


def words_of_several_rows(survey: Survey) -> Iterator[Spot]:
    """ICD 203 asks not to mix its two rows of words in one product, nor to leave open whose words they are."""
    for matrix in survey.workspace.matrices.values():
        if not matrix.judgement:
            continue
        fields = {f: list(terms(getattr(matrix.judgement, f))) for f in ("because", "differs_because")}
        used = [(field, term) for field, some in fields.items() for term in some]
        words = {term.word for _, term in used}
        if words and not any(words <= row for row in ROWS.values()):
            field, first, other = _apart(used)
            message = f"'{first.written}' and '{other.written}' are words of different rows or standards"
            remedy = "keep to one row of ICD 203 or to the PHIA yardstick, or say that they mean the same"
            yield Spot(matrix.path, ("judgement", field), message, remedy)


def _apart(used: list[tuple[str, Term]]) -> tuple[str, Term, Term]:
    """Where the first word stands that shares no row with all before it, one of those before, and it."""
    rows = list(ROWS.values())
    before: list[Term] = []
    for field, term in used:
        left = [row for row in rows if term.word in row]
        if not left:
            return field, next((one for one in before if not _share_a_row(one, term)), before[0]), term
        rows = left
        before.append(term)
    raise ValueError(used)


def _share_a_row(one: Term, other: Term) -> bool:
    return any({one.word, other.word} <= row for row in ROWS.values())


def no_evidence(survey: Survey) -> Iterator[Spot]:
    """That there is none says nothing unless it was looked for, and would have shown (Heuer 1999, ch. 8)."""
    for mention in survey.mentions(WRITTEN):
        if found := _NO_EVIDENCE.search(mention.text):
            remedy = "say what was looked for, where, and whether it would have shown; an absence can be an item"
            yield Spot(mention.path, mention.keys, f'it says that "{" ".join(found[0].split())}"', remedy)
