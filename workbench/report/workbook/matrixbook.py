"""The workbook of a matrix: the answer, the matrix itself, what it stands on, and how to read it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from workbench.analysis.methods import DEFAULT, EQUAL_WEIGHTS
from workbench.report import wording
from workbench.report.content import Content, Score
from workbench.report.document import Paragraph
from workbench.report.matrixpage import answer, ranked
from workbench.report.workbook import formulas, gridsheet, looks
from workbench.report.workbook.book import Book, Page

_SCORES = (
    "id", "hypothesis", "rank", "points, weighted", "points, equal weights", "points, adjusted (as printed)",
    "bears on", "contradicts", "coverage", "remark (as printed)",
)  # fmt: skip
_SCORE_WIDTHS = (14.0, 60.0, 7.0, 10.0, 10.0, 12.0, 9.0, 12.0, 10.0, 16.0)

LIVE = (
    "Weights, points, ranks, bears on, contradicts and coverage are formulas: change a letter or a relevance on the "
    f"sheet {gridsheet.NAME} and they follow. Adjusted points, blocks, remarks and sentences are as they were printed."
)


def render(content: Content) -> bytes:
    """The matrix as XLSX."""
    book = Book(content.case.question.text, content.program)
    _answer(book.page("Answer"), content)
    gridsheet.write(book.page(gridsheet.NAME), content)
    _sources(book.page("Sources"), content)
    _reading(book.page("How to read"), content)
    return book.bytes()


def _answer(page: Page, content: Content) -> None:
    question = content.case.question
    page.columns(_SCORE_WIDTHS)
    page.marking(question.marking)
    page.text(1, 0, question.text, looks.TITLE)
    row = 2
    for paragraph in answer(content):
        if isinstance(paragraph, Paragraph):
            text = f"{paragraph.lead}: {paragraph.text}" if paragraph.lead else paragraph.text
            page.spread(row, text, len(_SCORES), looks.LEADING if row == 2 else looks.WRAPPED)
            row += 1
    page.texts(row + 1, 0, _SCORES, looks.HEAD)
    for place, score in enumerate(ranked(content, DEFAULT), start=row + 2):
        _score(page, content, place, score)
    row += 3 + len(content.scores)
    for hypothesis in content.others:
        said = f"{hypothesis.status.value} because: {hypothesis.because or 'no reason is written'}"
        page.texts(row, 0, [hypothesis.id, f"{hypothesis.short}: {hypothesis.statement}\n{said}"], looks.QUIET_CELL)
        row += 1
    page.spread(row + 1, wording.NO_PROBABILITY, len(_SCORES), looks.WRAPPED)
    page.spread(row + 2, LIVE, len(_SCORES), looks.WRAPPED)
    page.text(row + 3, 0, f"Printed by {content.program}.", looks.SMALL)
    page.print_whole(question.marking, question.id, landscape=True)


def _score(page: Page, content: Content, row: int, score: Score) -> None:
    hypothesis, where = score.hypothesis, gridsheet.layout(content)
    column = where.letters[content.scores.index(score)]
    methods = content.standing.methods
    page.text(row, 0, hypothesis.id)
    page.text(row, 1, f"{hypothesis.short}: {hypothesis.statement}")
    page.formula(row, 2, f"={where.total(gridsheet.RANK, column)}", score.ranks[DEFAULT], looks.VALUE)
    for place, total, method in ((3, gridsheet.POINTS, DEFAULT), (4, gridsheet.EQUAL, EQUAL_WEIGHTS)):
        value = float(methods[method].scores[hypothesis.id])
        look = looks.TOTAL if method in score.leads else looks.VALUE
        page.formula(row, place, f"={where.total(total, column)}", value, look, gridsheet.decimals(content, method))
    shown = gridsheet.decimals(content, DEFAULT, adjusted=True)
    page.number(row, 5, float(methods[DEFAULT].adjusted[hypothesis.id]), looks.VALUE, shown)
    page.formula(row, 6, formulas.bears_on(where.cells, column), score.bears_on, looks.VALUE)
    page.formula(row, 7, formulas.contradicts(where.cells, column), score.contradicts, looks.VALUE)
    page.formula(row, 8, formulas.coverage(where.cells, f"G{row + 1}", 0), score.coverage, looks.VALUE, "0%")
    page.text(row, 9, score.remark(DEFAULT))


def _sources(page: Page, content: Content) -> None:
    page.columns([20, 46, 22, 22, 12, 46, 34])
    page.marking(content.case.question.marking)
    page.text(1, 0, "Sources and origins", looks.TITLE)
    head: tuple[str, ...] = ("source", "title", "author", "publisher, published", "reliability", "because", "link")
    sources = [
        (s.id, s.title, s.author, ", ".join(filter(None, (s.publisher, s.published))), s.reliability, s.because, s.url)
        for s in content.sources
    ]
    row = _table(page, 3, head, sources)
    head = ("origin", "who", "access", "maybe the same as", "reliability", "because")
    origins = [
        (o.id, o.who, o.access, ", ".join(o.maybe_same), o.reliability or "not given: F", o.because)
        for o in content.origins
    ]
    _table(page, row + 1, head, origins)
    page.freeze(2, 1)
    page.print_whole(content.case.question.marking, content.case.question.id, landscape=True)


def _table(page: Page, row: int, head: Sequence[str], lines: Iterable[Sequence[str]]) -> int:
    """Write a table, and say which row follows it."""
    page.texts(row, 0, head, looks.HEAD)
    row += 1
    for texts in lines:
        page.texts(row, 0, texts)
        row += 1
    return row


def _reading(page: Page, content: Content) -> None:
    page.columns([24, 100])
    page.marking(content.case.question.marking)
    page.text(1, 0, "How to read it", looks.TITLE)
    row = _pairs(page, 3, wording.legend())
    page.text(row + 1, 0, "How it was scored", looks.TITLE)
    row = _pairs(page, row + 3, wording.methods())
    page.texts(row, 0, ["formulas", LIVE])
    page.text(row + 2, 0, f"Printed by {content.program}.", looks.SMALL)
    page.print_whole(content.case.question.marking, content.case.question.id)


def _pairs(page: Page, row: int, paragraphs: Iterable[Paragraph]) -> int:
    for paragraph in paragraphs:
        page.texts(row, 0, [paragraph.lead, paragraph.text])
        row += 1
    return row
