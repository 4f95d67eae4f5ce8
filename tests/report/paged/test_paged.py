"""The PDF: everything of the document is in it, on pages that say whose they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from tests.report.paged.reading import close, pages
from workbench.analysis.standing import standing
from workbench.model import Case
from workbench.report.content import matrix_content
from workbench.report.document import (
    Align,
    Band,
    Block,
    Cell,
    Column,
    Document,
    Entry,
    Fold,
    Heading,
    Imprint,
    Line,
    Overleaf,
    Paragraph,
    Reworded,
    Table,
    Tone,
    Wording,
)
from workbench.report.matrixpage import matrix_document
from workbench.report.palette import CELLS
from workbench.report.picture import Box, Ink, Picture, Stroke, Words
from workbench.report.scorepage import score_document

IMPRINT = Imprint(
    "ach-workbench 0.1.0", "Who sent them?", "the crew; 2019", "jane", "2026-01-02", "abc123", "points: I counts 1",
    (Cell("CC", Tone.STRONGLY_CONSISTENT, "strongly expected"), Cell("·", Tone.UNRATED, "not rated yet")),
)  # fmt: skip

LETTERS = [Cell(tone.value if tone is not Tone.UNRATED else "·", tone) for tone in CELLS]


def matrix(hypotheses: int, rows: int, text: str = "A convoy left the depot at night.") -> Table:
    heads = (f"Purpose {n}" for n in range(1, hypotheses + 1))
    columns = (
        Column("row", align=Align.RIGHT, stub=True),
        Column("grade", stub=True),
        Column("evidence", prose=True, stub=True),
        *(Column(head, align=Align.MIDDLE) for head in heads),
    )
    lines = tuple(
        Line(
            (Cell(str(r)), Cell("B2"), Cell(text), *(LETTERS[(r + h) % len(LETTERS)] for h in range(hypotheses))),
            f"source/item-{r}",
        )
        for r in range(1, rows + 1)
    )
    return Table("matrix", columns, (Band("Decides: moves a score", lines),))


def document(*blocks: Block, marking: str = "TLP:AMBER") -> Document:
    return Document("Who sent them?", marking, blocks, IMPRINT)


def lines(found: Document) -> Iterator[tuple[str, ...]]:
    for block in found.blocks:
        if isinstance(block, Table):
            for band in block.bands:
                yield from (tuple(text for c in line.cells for text in (c.text, c.under)) for line in band.lines)


@pytest.mark.parametrize("name", ["heuer", "tangled"])
@pytest.mark.parametrize("transpose", [False, True])
def test_every_cell_of_a_case_is_printed(name: str, *, transpose: bool, request: pytest.FixtureRequest) -> None:
    content = matrix_content(standing(request.getfixturevalue(name)), program="ach-workbench 0.1.0")
    found = matrix_document(content, transpose=transpose)
    made = pages(found)

    for texts in lines(found):
        assert close("".join(texts)) in made.whole
    assert close(content.headline) in close(made.texts[0])


def test_a_row_of_a_matrix_that_is_longer_than_a_page_goes_on_overleaf() -> None:
    made = pages(document(matrix(3, 1, "They went by the river. " * 900)))
    found = [text.count("river") for text in made.texts]

    assert sum(found) == 900
    assert len(found) > 2
    assert found[0] == pytest.approx(found[1], rel=0.2)


def test_every_block_is_printed() -> None:
    picture = Picture(
        "bars", "Jane leads", "bars of points", 200, 60,
        (Box(0, 0, 40, 9, Ink.INCONSISTENT), Box(0, 20, 9, 9, Ink.UNRATED, dotted=True),
         Stroke(((0, 0), (0, 60)), dashes=(2, 1)), Words(50, 9, "three points")),
    )  # fmt: skip
    under = (Paragraph("it was dark", "jane I"), Reworded(((Wording.GONE, "old"), (Wording.NEW, "fresh")), "text"))
    made = pages(
        document(
            Paragraph("Jane leads.", tone=Tone.LEADING),
            Paragraph("2019", "period"),
            Heading("Rows"),
            Entry("source/item", "seen at the gate", under),
            Fold("Folded", (Paragraph("laid open"), matrix(2, 1))),
            picture,
            Overleaf("4 more rows change nothing, overleaf"),
            Paragraph("on the next page", tone=Tone.QUIET),
        )
    )

    first, second = made.texts
    for text in (
        "Jane leads.", "period: 2019", "Rows", "source/item seen at the gate", "jane I: it was dark", "old", "fresh",
        "Folded", "laid open", "three points", "4 more rows change nothing, overleaf",
    ):  # fmt: skip
        assert text in first
    assert "on the next page" in second
    assert "on the next page" not in first


def test_every_page_says_whose_it_is() -> None:
    made = pages(document(matrix(4, 220)))
    count = len(made.texts)

    assert count > 2
    for number, text in enumerate(made.texts, 1):
        assert text.count("TLP:AMBER") == 2
        assert f"page {number} of {count}" in text
        for told in ("jane", "abc123", "2026-01-02", "I counts 1", "ach-workbench 0.1.0", "strongly expected"):
            assert told in text
        assert "Who sent them?" in text
    assert all("the crew; 2019" in text for text in made.texts[1:])


def test_headings_and_band_titles_are_repeated() -> None:
    made = pages(document(matrix(4, 220)))

    for text in made.texts:
        assert "Decides: moves a score" in text
        assert "evidence" in text
        assert all(close(f"Purpose {n}") in close(text) for n in range(1, 5))


def test_a_banner_wraps_and_is_never_cut() -> None:
    banner = "SECRET//REL TO ABC, DEF, GHI//NOFORN " * 8
    made = pages(document(matrix(3, 3), marking=banner))

    assert close(made.texts[0]).count(close(banner)) == 2


def test_a_picture_longer_than_a_page_is_cut_between_its_rows() -> None:
    rows = range(120)
    shapes = tuple(
        shape for n in rows for shape in (Box(60, 20 * n, 40, 15, Ink.CONSISTENT), Words(0, 20 * n + 11, f"bar{n:03}"))
    )
    made = pages(
        document(Picture("bars", "Bars", "120 bars", 200, 20 * len(rows), (*shapes, Stroke(((60, 0), (60, 2400))))))
    )

    assert len(made.texts) > 2
    assert [made.whole.count(f"bar{n:03}") for n in rows] == [1 for _ in rows]


def test_without_marking_and_imprint_there_are_pages() -> None:
    made = pages(Document("", "", ()))

    assert close(made.texts[0]) == "page1of1"


@pytest.mark.parametrize(
    "paper, size", [("a4", (595, 842)), ("a3", (842, 1191)), ("letter", (612, 792)), ("tabloid", (792, 1224))]
)
def test_papers(paper: str, size: tuple[int, int]) -> None:
    made = pages(document(matrix(3, 3)), paper)

    assert (round(made.reader.pages[0].mediabox.width), round(made.reader.pages[0].mediabox.height)) == size


def test_another_paper_is_refused() -> None:
    with pytest.raises(KeyError):
        pages(document(), "a0")


@pytest.mark.parametrize("hypotheses", [3, 5, 12, 20])
def test_a_matrix_stands_in_one_table_upright_or_lying(hypotheses: int) -> None:
    found = document(matrix(hypotheses, 10))
    made = pages(found)
    box = made.reader.pages[0].mediabox

    assert (box.width > box.height) == (hypotheses > 5)
    assert len(made.texts) == 1
    for texts in lines(found):
        assert close("".join(texts)) in made.whole


def test_what_is_wider_than_a_page_is_split_beside_its_stub() -> None:
    found = document(matrix(60, 4, text="Text of the row."))
    made = pages(found)
    letters = [close("".join(texts[6:])) for texts in lines(found)]

    assert made.whole.count("Textoftherow.") == 4
    assert made.whole.count("source/item-1") >= 1
    for number, row in enumerate(letters, 1):
        parts = re.findall(rf"{number}B2(?:Textoftherow\.|source/item-{number})((?:CC|C|NA|N|II|I|·)+)", made.whole)
        assert "".join(parts).startswith(row)


def test_a_row_stays_on_one_page() -> None:
    text = (
        "A convoy left the depot at night, seen by the harbour engineer and by two of the crew who were on guard. " * 4
    )
    made = pages(document(matrix(4, 60, text=text)))

    for number in range(1, 61):
        whole = [page for page in made.texts if re.search(rf"(?<!\d){number}B2{re.escape(close(text))}", close(page))]
        assert len(whole) == 1


def test_the_same_document_gives_the_same_bytes(heuer: Case) -> None:
    found = matrix_document(matrix_content(standing(heuer), program="ach-workbench 0.1.0"))

    assert pages(found).content == pages(found).content


def test_who_printed_it_can_be_read_in_the_file() -> None:
    made = pages(document())

    assert re.search(rb"ach-workbench \d", made.content)
    assert made.reader.metadata is not None
    assert made.reader.metadata.title == "Who sent them?"


def test_it_is_tagged_for_screen_readers(heuer: Case) -> None:
    made = pages(score_document(matrix_content(standing(heuer), program="ach-workbench 0.1.0"), []))
    root = made.reader.root_object

    assert b"pdfuaid:part" in made.content
    assert str(root["/Lang"]) == "en"
    assert "/StructTreeRoot" in root
