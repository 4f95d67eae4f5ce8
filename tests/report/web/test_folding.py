"""Parts in which one looks things up are folded where they are long; what is argued stands open."""

from __future__ import annotations

from tests.report.web.test_attacks import of, parsed, said
from tests.report.web.test_page import every, one
from workbench.report import markdown, text, web
from workbench.report.document import Band, Block, Cell, Column, Document, Entry, Fold, Heading, Line, Paragraph, Table
from workbench.report.web.folding import LONG, folded


def entries(count: int) -> tuple[Entry, ...]:
    return tuple(Entry(f"e{n}", f"text {n}", anchor=f"s/e{n}") for n in range(count))


def page(*blocks: Block) -> Document:
    return Document("Q", "", blocks)


LOOKED_UP = Heading("Every row", reference="47 rows")


def test_a_long_part_of_reference_is_folded_under_what_it_has() -> None:
    root = parsed(page(LOOKED_UP, *entries(LONG + 1), Heading("The rest"), Paragraph("argued")))
    details = one(root, "details")

    assert said(one(details, "summary")) == "47 rows"
    assert "text 20" in said(details)
    assert "argued" not in said(details)
    assert "open" not in of(details)


def test_its_heading_stays_in_the_outline_and_in_the_contents() -> None:
    others = [Heading(title) for title in "ABC"]
    root = parsed(page(*others, LOOKED_UP, *entries(LONG + 1)))

    assert [said(heading) for heading in every(root, "h2")] == ["A", "B", "C", "Every row"]
    assert "Every row" in said(one(root, "nav"))
    assert not every(one(root, "details"), "h2")


def test_a_short_part_of_reference_stands_open() -> None:
    assert not every(parsed(page(LOOKED_UP, *entries(LONG))), "details")


def test_what_is_argued_stands_open_however_long() -> None:
    assert not every(parsed(page(Heading("Argued"), *entries(500))), "details")


def test_a_part_ends_with_the_next_heading_of_its_rank() -> None:
    """What stands under smaller headings belongs to it, and those are the uppermost within it."""
    inner, next_one = Heading("Within", under=True), Heading("Next")
    found = list(folded([LOOKED_UP, *entries(30), inner, Paragraph("p"), next_one, Paragraph("q")]))

    assert found == [
        LOOKED_UP,
        Fold("47 rows", [*entries(30), Heading("Within"), Paragraph("p")]),
        next_one,
        Paragraph("q"),
    ]


def test_parts_of_a_part_are_folded_each_by_itself() -> None:
    parts = [Heading(f"Each {what}", under=True, reference=f"30 {what}s") for what in ("source", "origin")]
    root = parsed(page(Heading("Sources"), Paragraph("stated"), parts[0], *entries(30), parts[1], *entries(30)))

    assert [said(summary) for summary in every(root, "summary")] == ["30 sources", "30 origins"]
    assert [said(heading) for heading in every(root, "h3")] == ["Each source", "Each origin"]


def test_rows_lead_to_their_entries_in_what_is_folded() -> None:
    """Browsers open what is folded around the entry that a link leads to."""
    row = Line((Cell("1"), Cell("text")), entry="s/e7")
    table = Table("matrix", (Column("row"), Column("evidence", prose=True)), (Band("", (row,)),))
    written = web.render(page(table, LOOKED_UP, *entries(30)))

    assert 'href="#entry-8"' in written
    assert written.index("<details>") < written.index('id="entry-8"') < written.index("</details>")


def test_other_formats_print_it_as_any_part() -> None:
    blocks: tuple[Block, ...] = (*entries(30), Heading("Next"))
    with_it, without = page(LOOKED_UP, *blocks), page(Heading("Every row"), *blocks)

    assert text.render(with_it) == text.render(without)
    assert markdown.render(with_it) == markdown.render(without)


def test_what_is_folded_is_open_on_paper() -> None:
    written = web.render(page(LOOKED_UP, *entries(30)))

    assert "details::details-content { content-visibility: visible" in written[written.index("@media print") :]
