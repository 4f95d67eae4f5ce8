"""The comparison as a comment: it fits at any input, nothing in it acts, and it says what is left out."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.analysis.changes.test_comparison import side
from tests.analysis.conftest import build_case, random_cases
from tests.report.test_markdown import ATTACKS, shown
from workbench.analysis.changes import Comparison, Unread, compare
from workbench.model import Case, Matrix, Note, Rating, Row
from workbench.report import comment, jsontext, markdown, text
from workbench.report.diffjson import diff_record
from workbench.report.diffpage import diff_document
from workbench.report.document import Document, Fold, Heading, Paragraph, Reworded, Wording

PROGRAM = "ach-workbench 0.0"
TAGS = {
    "p", "strong", "table", "thead", "tbody", "tr", "th", "td", "ul", "li", "h3", "h4", "h5", "br", "small", "details",
    "summary", "del", "ins", "code", "em",
}  # fmt: skip


def changed(case: Case, words: str) -> Case:
    """The case with these words in every text that somebody writes, and every cell rated otherwise."""
    question = case.question
    hypotheses = {
        h: one._replace(short=words, statement=words, because=words) for h, one in question.hypotheses.items()
    }
    rows = {a: Row(dict.fromkeys(hypotheses, Rating.II)) for a in case.items}
    notes = {a: Note(because=dict.fromkeys(hypotheses, words), parked="") for a in case.items}
    return replace(
        case,
        question=replace(question, text=words, background=words, marking=words, hypotheses=hypotheses),
        items={a: replace(item, text=words, because=words, tags={words: (words,)}) for a, item in case.items.items()},
        sources={s: replace(source, title=words, author=words) for s, source in case.sources.items()},
        matrix=replace(case.matrix, rows=rows, notes=notes),
    )


def compared(before: Case, after: Case, label: str = "now") -> Comparison:
    unread = (Unread(label, f"evidence/{label}.yaml", 3, label),)
    return compare(side(before, label), side(after, label), unread=unread, quiet=(f"evidence/{label}",))


def printed(found: Comparison) -> str:
    return comment.render(diff_document(found, PROGRAM))


@pytest.mark.parametrize(
    "words", [*ATTACKS, "@team and @org/team", "#12 GH-7", "\x1b[31m\u202e\u200b", "</details>", "<!--"]
)
def test_nothing_in_a_comment_acts(words: str) -> None:
    case = build_case({"a/x": "C I", "a/y": "I C"})
    page = printed(compared(case, changed(case, words), words))

    assert shown(page).tags <= TAGS
    assert not re.search(r"@\w|(?<!&)#\d", page)
    assert page.count("<details>") == page.count("</details>")
    assert "\x1b" not in page
    assert "\u202e" not in page


@pytest.mark.parametrize("words", ["x", "&" * 3_000, "語" * 20_000, "\x1b" * 9_000, "a | b " * 2_000, "😀" * 9_000])
@pytest.mark.parametrize("rows", [1, 400])
def test_it_is_never_longer_than_a_comment_may_be(words: str, rows: int) -> None:
    case = build_case({f"a/{n}": "C I N" for n in range(rows)})
    page = printed(compared(case, changed(case, words), words[:5_000]))

    assert comment.units(page) <= comment.LIMIT - comment.SPARE
    assert page.endswith(markdown.escaped(case.question.marking) + "\n") or "Printed by" in page
    assert shown(page).tags <= TAGS
    assert page.count("<details>") == page.count("</details>")


def many(number: int) -> Comparison:
    """Every row of so many flipped, for several analysts."""
    case = build_case({f"a/x{n}": "C I" for n in range(number)})
    others = [Matrix("q", f"bob-{n}", rows=case.matrix.rows) for n in range(12)]
    turned = {a: Row({"h1": Rating.I, "h2": Rating.C}) for a in case.items}
    after = [replace(matrix, rows=turned) for matrix in (case.matrix, *others)]
    return compare(side(case, "before", *others), side(case.with_matrix(after[0]), "after", *after[1:]))


def test_what_is_left_out_is_counted() -> None:
    page = printed(many(400))
    document = diff_document(many(400), PROGRAM)
    lines = comment._lines(Fold("", document.blocks[:-1]))
    (left,) = re.findall(r"\*\*([\d,]+) lines are left out here", page)
    shown_rows = len(re.findall(r"^\| (?!:|item|hypothesis)", page, re.MULTILINE))
    others = len(re.findall(r"^(?:- )?(?:\*\*(?!\d+,?\d* lines)|#### |[A-Z])", page, re.MULTILINE))

    assert comment.units(page) <= comment.LIMIT - comment.SPARE
    assert page.index("H2 now leads instead of H1") < 300
    assert int(left.replace(",", "")) > 9_000
    assert abs(lines - int(left.replace(",", "")) - shown_rows - others) <= 15


def test_what_fits_is_whole() -> None:
    found = many(3)

    assert "left out" not in printed(found)
    assert printed(found).count("changes side") == 3 * 2 * 13


@settings(max_examples=25)
@given(random_cases(), random_cases(), st.integers(8_000, 20_000))
def test_any_two_cases_fit_any_room(one: Case, other: Case, most: int) -> None:
    page = comment.render(diff_document(compared(one, other), PROGRAM), most)

    assert comment.units(page) <= most
    assert shown(page).tags <= TAGS
    jsontext.written(diff_record(compared(one, other), PROGRAM))


def test_a_long_text_is_cut_and_marked() -> None:
    assert comment.spelled_short("ab" * 5_000) == "ab" * 750 + "…"
    assert len(comment.spelled_short("\x1b" * 5_000)) <= comment.LONGEST + 1
    assert comment.spelled_short("a_b") == markdown.escaped("a_b")


def test_folds_and_words_in_each_format() -> None:
    words = Reworded(((Wording.KEPT, "a"), (Wording.GONE, "*b*"), (Wording.NEW, "c")), "text")
    document = Document("t", "", (Fold("More <b>: 2", (Heading("h"), words)), Paragraph("end")))

    assert "**text:** a <del>\\*b\\*</del> <ins>c</ins>" in markdown.render(document)
    assert "<details><summary>More &lt;b&gt;: 2</summary>\n\n### h" in markdown.render(document)
    assert "More <b>: 2\n\nH\n\ntext: a [-*b*-] {+c+}\n\nend" in text.render(document)
