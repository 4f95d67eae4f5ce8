"""Markdown: its headings, paragraphs, points and rows; what stands within a paragraph stays as it was written."""

from pathlib import Path

from workbench.documents import Kind, Unit, read

FILES = Path(__file__).parent


def test_a_markdown_file_is_read_by_its_structure() -> None:
    made = read(FILES / "notes.md")

    assert made.kind is Kind.MARKDOWN
    assert made.title == "Notes from the quay"
    assert [(p.locator, p.text) for p in made.paragraphs] == [
        ("lead", "Two lines before any heading."),
        ("section What was seen, heading", "What was seen"),
        ("section What was seen, par. 1", "A *first* paragraph with `code` and a [link](https://example.org)."),
        ("section What was seen, par. 1, first point", "one point"),
        ("section What was seen, par. 1, second point", "another, on two lines"),
        ("section What was seen, par. 1, third point", "a point within"),
        ("section What was seen, par. 1, first row", "day | ships"),
        ("section What was seen, par. 1, second row", "19 | two"),
        ("second section What was seen, heading", "What was seen"),
        ("second section What was seen, par. 1", "a block of code"),
        ("section Setext, heading", "Setext"),
        ("section Setext, par. 1", "A quoted paragraph."),
    ]


def test_the_first_heading_is_the_title_where_no_other_is_as_high(tmp_path: Path) -> None:
    path = tmp_path / "one.md"
    path.write_text("# Title\n\ntext\n\n## Part\n\nmore\n")

    made = read(path)

    assert made.title == "Title"
    assert [p.unit for p in made.paragraphs] == [Unit.HEADING, Unit.PARAGRAPH] * 2
    assert [p.heading for p in made.paragraphs] == ["", "", "Part", "Part"]


def test_nesting_without_end_is_read(tmp_path: Path) -> None:
    path = tmp_path / "deep.md"
    path.write_text("> " * 20_000 + "deep\n\n" + "[" * 20_000 + "\n")

    assert "deep" in " ".join(p.text for p in read(path).paragraphs)
