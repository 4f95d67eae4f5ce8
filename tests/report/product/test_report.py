"""What stands in the report, in which order, and in which words."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

import pytest

from tests.report.product.conftest import JUDGEMENT, Made, headings
from workbench.analysis.heuer.columns import inconsistencies
from workbench.analysis.heuer.estimative import YARDSTICKS
from workbench.analysis.standing import standing
from workbench.checks.judgements import CONFIDENCE, LIKELIHOOD
from workbench.model import Case, Judgement, Note, Rating, Row
from workbench.report import text
from workbench.report.document import Block, Document, Entry, Heading, Line, Overleaf, Paragraph, Table, Tone
from workbench.report.product.drawn import pictures

Report = Callable[..., Document]

SPECIAL = "Weighed: there is a special explanation."

TERMS = {w for yardstick in YARDSTICKS.values() for term in yardstick.terms for w in (term.word, term.also) if w}


def part(document: Document, heading: str) -> str:
    """One part as it is printed, on a line."""
    lines = text.render(document, width=200).splitlines()
    start = lines.index(heading.upper())
    ends = [lines.index(h.upper()) for h in headings(document)] + [len(lines)]
    return " ".join(" ".join(lines[start + 1 : min(end for end in ends if end > start)]).split())


def with_judgement(case: Case, **fields: object) -> Case:
    judgement = JUDGEMENT._replace(**fields)  # type: ignore[arg-type]
    return replace(case, matrix=replace(case.matrix, judgement=judgement))


def test_parts_stand_in_the_order_in_which_they_are_read(report: Report, judged: Case, team: Case) -> None:
    parts = [
        "Bottom line",
        "What was asked",
        "Every hypothesis, and why it stands or falls",
        "The consistency matrix",
        "What would change this",
        "Slices and time",
        "Judgement and computed order",
        "Assumptions and arguments of our own",
        "Sources",
        "What is not known",
        "What to watch for",
        "Evidence that was looked at and parked",
        "Every row: where it comes from, and why it is rated so",
        "Method and its limits",
    ]

    assert headings(report(judged)) == parts
    assert headings(report(team)) == [*parts[:7], "Several analysts", *parts[7:]]


def test_the_first_words_are_the_judgement_and_then_its_confidence(report: Report, judged: Case) -> None:
    blocks = report(judged).blocks
    at = blocks.index(Heading("Bottom line"))

    assert blocks[at + 1 : at + 5] == (
        Paragraph("Minor action is judged likeliest: likely (60 %).", tone=Tone.LEADING),
        Paragraph("It will sponsor some minor terrorist actions.", lead="Minor action"),
        Paragraph("Confidence in this judgement is low.", tone=Tone.LEADING),
        Paragraph(JUDGEMENT.because, lead="grounds"),
    )
    assert [line.name for line in table(blocks, "answers")] == [
        "Minor action", "No retaliation", "Major action", "any other answer",
    ]  # fmt: skip


def table(blocks: Sequence[Block], name: str) -> list[Line]:
    found = next(block for block in blocks if isinstance(block, Table) and block.name == name)
    return [line for band in found.bands for line in band.lines]


def test_no_sentence_of_ours_has_both_confidence_and_likelihood(report: Report, team: Case) -> None:
    for document in (report(team), report(with_judgement(team, confidence="high"), words="phia")):
        page = text.render(document, width=10_000)
        sentences = re.split(r"(?<=[.!?:])\s|\n", page)

        assert [s for s in sentences if CONFIDENCE.search(s) and LIKELIHOOD.search(s)] == []


@pytest.mark.parametrize(
    "likelihood, words, said",
    [
        ({"none": 40, "minor": 40, "major": 20}, "icd-203",
         "No answer is judged likelier than not. The likeliest are Minor action and No retaliation, level: each "
         "unlikely (40 %)."),
        ({"none": 22, "minor": 18, "other": 60}, "icd-203", "Any other answer is judged likeliest: likely (60 %)."),
        ({"none": 53, "minor": 47}, "phia", "No retaliation is judged likeliest: 53 % (no word for it)."),
        ({"none": 100}, "icd-203", "No retaliation is judged likeliest: 100 % (no word for it)."),
        ({"none": 96.5, "minor": 3.5}, "phia", "No retaliation is judged likeliest: almost certain (96.5 %)."),
    ],
)  # fmt: skip
def test_the_likeliest_answer_has_a_word_and_a_number(
    report: Report, judged: Case, likelihood: dict[str, float], words: str, said: str
) -> None:
    assert said in part(report(with_judgement(judged, likelihood=likelihood), words=words), "Bottom line")


@pytest.mark.parametrize("judgement", [None, Judgement({}, "high", "We feel so."), Judgement({"none": 0})])
def test_without_likelihoods_there_is_the_computed_order_and_no_word_of_probability(
    report: Report, heuer: Case, judgement: Judgement | None
) -> None:
    document = report(replace(heuer, matrix=replace(heuer.matrix, judgement=judgement)))
    page = text.render(document, width=200).partition("METHOD AND ITS LIMITS")[0]
    bottom = part(document, "Bottom line")

    assert bottom.startswith("No likelihoods are written, so this report makes no judgement.")
    assert "Minor action leads." in bottom
    assert "Confidence in this judgement" not in page
    page = re.sub("as likely as not|how likely", "", page)
    assert not [term for term in TERMS if re.search(rf"\b{term}\b", page)]


def test_what_an_unfinished_judgement_lacks_is_said(report: Report, judged: Case) -> None:
    missing = part(report(with_judgement(judged, likelihood={"minor": 60}, confidence="", because="")), "Bottom line")
    sums = part(report(with_judgement(judged, likelihood={"none": 50, "minor": 50, "major": 10})), "Bottom line")

    assert "No likelihood is written for Major action and No retaliation." in missing
    assert "No level of confidence is given. grounds: none are written." in missing
    assert "The likelihoods add up to 110 and not to 100." in sums


def test_a_hypothesis_is_told_with_what_speaks_against_it_strongest_first(report: Report, judged: Case) -> None:
    entries = {b.name: b for b in report(judged).blocks if isinstance(b, Entry)}
    told = [p.lead for p in entries["No retaliation"].under]
    expected = inconsistencies(standing(judged), "none")

    assert [lead for lead in told if lead.startswith("against")] == [
        f"against: row {row}, {cell.rating}, {points}"
        for row, cell, points in zip((1, 2, 5), expected, ("2 points", "2 points", "1 point"), strict=True)
    ]
    told_of = [p for p in entries["No retaliation"].under if isinstance(p, Paragraph)]
    weighed = [p.lead for p in told_of if p.text.endswith(SPECIAL)]
    assert weighed == ["against: row 2, II, 2 points"]
    assert "merged into minor because" in [p.lead for p in entries["proxies  Proxies"].under]


def test_many_inconsistencies_are_named_by_their_rows(report: Report, judged: Case) -> None:
    rows = {a: Row({**r.ratings, "major": Rating.I}, r.wording) for a, r in judged.matrix.rows.items()}
    page = part(report(replace(judged, matrix=replace(judged.matrix, rows=rows))), headings(report(judged))[2])

    assert "against: 1 more: row" in page


def test_perturbed_copies_stand_in_the_part_on_sensitivity_alone(report: Report, team: Case) -> None:
    document = report(team)
    where = [heading for heading in headings(document) if " of 100" in part(document, heading)]

    assert where == ["What would change this"]
    assert [h for h in headings(document) if "perturbed" in part(document, h)] == where


def test_judgement_stands_beside_the_computed_order_with_the_reason(report: Report, judged: Case) -> None:
    told = part(report(judged), "Judgement and computed order")
    silent = part(report(with_judgement(judged, differs_because="")), "Judgement and computed order")
    as_computed = with_judgement(judged, likelihood={"none": 5, "minor": 60, "major": 35})
    same = part(report(as_computed), "Judgement and computed order")

    assert told.startswith("No retaliation is held likelier than Major action, which has fewer points.")
    assert f"why they differ: {JUDGEMENT.differs_because}" in told
    assert "why they differ: no reason is written." in silent
    assert same.startswith("No hypothesis is held likelier than another that has fewer points.")


def test_an_indicator_is_overdue_by_the_day_of_the_files(report: Report, judged: Case) -> None:
    assert "overdue" not in part(report(judged), "What to watch for")
    assert "overdue" in part(report(judged, day=date(1993, 9, 1)), "What to watch for")
    assert "overdue HL" not in part(report(judged, day=date(1993, 8, 31)), "What to watch for")


def test_a_suspect_is_told_with_checklist_and_what_leads_if_it_deceives(report: Report, judged: Case) -> None:
    told = part(report(judged), "What would change this")

    assert "origin border-monitors 1 row; without it the same lead." in told
    assert "if it deceives: with 1 row rated again as if so, the lead stays as it is." in told
    assert "motive: They want a larger budget." in told
    assert "not answered: 5 of 6 questions." in told


def test_colleagues_are_held_back_while_the_readers_own_matrix_is_not_done(report: Report, team: Case) -> None:
    rows = {**team.matrix.rows, "own/loss-of-face": Row({"none": Rating.II})}
    mine = replace(team, matrix=replace(team.matrix, rows=rows))
    blind, open_ = report(mine, reader="baseline"), report(team, reader="baseline")

    told = part(blind, "Several analysts")
    assert told.startswith("Blind: baseline has not rated 1 row yet.")
    assert "`ach compare --look` shows it earlier" in told
    assert "COLLEAGUE" not in text.render(blind)
    assert "several analysts" not in part(blind, "Bottom line")
    assert "several analysts: By weighted points the analysts do not" in part(open_, "Bottom line")
    assert "alpha" not in told
    assert "THE COLLEAGUE'S REASON." in part(open_, "Several analysts")
    assert "Krippendorff's alpha:" in part(open_, "Several analysts")
    assert "Krippendorff's alpha:" in part(report(mine), "Several analysts")  # for somebody who rates nothing


def test_parts_with_nothing_in_them_say_so_or_are_left_out(report: Report, heuer: Case) -> None:
    document = report(heuer)

    assert "Judgement and computed order" not in headings(document)
    assert "Several analysts" not in headings(document)
    assert part(document, "What is not known").startswith("No gap is written")
    assert part(document, "What to watch for").startswith("No indicator is written")


def test_the_matrix_begins_a_page(report: Report, judged: Case) -> None:
    blocks = report(judged).blocks

    assert isinstance(blocks[blocks.index(Heading("The consistency matrix")) - 1], Overleaf)


def small(case: Case, *, rows: bool, hypotheses: int) -> Case:
    kept = dict(list(case.question.hypotheses.items())[:hypotheses])
    question = replace(case.question, hypotheses=kept)
    items = case.items if rows else {}
    return replace(case, question=question, items=items, matrix=replace(case.matrix, notes={"own/none": Note()}))


@pytest.mark.parametrize("hypotheses", [0, 1, 2])
@pytest.mark.parametrize("rows", [False, True])
@pytest.mark.parametrize("rated", [False, True])
def test_next_to_nothing_is_reported_too(
    made: Made, report: Report, judged: Case, hypotheses: int, rows: bool, rated: bool
) -> None:
    case = small(judged, rows=rows, hypotheses=hypotheses)
    if not rated:
        case = replace(case, matrix=replace(case.matrix, rows={}, judgement=None, deceptive={}, checks={}))
    document = report(case)

    assert text.render(document, width=40)
    assert len(pictures(made(case, day=date(1993, 9, 1)))) >= (7 if rows and hypotheses == 2 else 0)
    assert headings(document)[0] == "Bottom line"
    assert made(case).base.evidence == (5 if rows else 0)


def test_the_same_case_twice_is_the_same_report(report: Report, team: Case) -> None:
    assert report(team) == report(team)
