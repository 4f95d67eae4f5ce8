"""HTML: the main text as a browser shows it, whatever stands around it and however badly it is written."""

from pathlib import Path

import pytest

from workbench.documents import Kind, read

FILES = Path(__file__).parent


def texts(path: Path, html: str | bytes) -> list[str]:
    path = path / "page.html"
    path.write_bytes(html if isinstance(html, bytes) else html.encode())
    return [p.text for p in read(path).paragraphs]


def test_a_page_is_read_by_its_main_text() -> None:
    made = read(FILES / "page.html")

    assert made.kind is Kind.HTML
    assert made.title == "The harbour in May"
    assert [(p.locator, p.text) for p in made.paragraphs] == [
        ("title", "The harbour in May"),
        ("lead, par. 1", "By Ana Duarte"),
        ("lead, par. 2", 'The harbour master signs for every berth — "each one", he says, twice.'),
        ("lead, par. 3", "An unclosed paragraph with bold and wrong nesting & an odd entity &bogus; in it."),
        ("section Berths and buses, heading", "Berths and buses"),
        ("section Berths and buses, par. 1", "Text in a bare block, with a line break,"),
        ("section Berths and buses, par. 2", "and after two of them a paragraph."),
        ("section Berths and buses, par. 2, first point", "first point"),
        ("section Berths and buses, par. 2, second point", "second point"),
        ("section Berths and buses, caption after par. 2", "Ships by day"),
        ("section Berths and buses, par. 2, first row", "day | ships"),
        ("section Berths and buses, par. 2, second row", "19 | two"),
        ("section Berths and buses, par. 3", "Arranged in a table"),
        ("section Berths and buses, par. 4", "that holds paragraphs"),
        ("section Berths and buses, par. 5", "and more"),
        ("section Berths and buses, caption after par. 5", "The quay. Photo: Ana Duarte"),
        ("section Berths and buses, par. 6", "Last words \u202eturned\u202c and [brackets] and \x1b[31m red."),
    ]


def test_a_page_without_a_main_text_is_read_whole_but_for_its_frame(tmp_path: Path) -> None:
    html = "<body><nav>Home</nav><div>One</div><p>Two<footer>us</footer>"

    assert texts(tmp_path, html) == ["One", "Two"]


def test_a_page_that_is_all_frame_is_read_all_the_same(tmp_path: Path) -> None:
    assert texts(tmp_path, "<!doctype html><nav><p>All there is</nav>") == ["All there is"]


ENCODINGS = [
    ("meta", '<meta charset="windows-1251"><p>Причал'.encode("cp1251")),
    ("http-equiv", '<meta http-equiv="Content-Type" content="text/html; charset=koi8-r"><p>Причал'.encode("koi8-r")),
    ("mark", b"\xef\xbb\xbf" + '<meta charset="windows-1251"><p>Причал'.encode()),
    ("utf-16", "\ufeff<p>Причал".encode("utf-16-le")),
    ("utf-8 by itself", "<p>Причал".encode()),
    ("a page that says it is what it cannot be", '<meta charset="utf-16"><p>Причал'.encode()),
    ("an encoding that nobody knows", '<meta charset="no-such-thing"><p>Причал'.encode()),
]


@pytest.mark.parametrize("html", [case[1] for case in ENCODINGS], ids=[case[0] for case in ENCODINGS])
def test_the_encoding_is_that_of_the_mark_or_of_the_page(tmp_path: Path, html: bytes) -> None:
    assert texts(tmp_path, html) == ["Причал"]


@pytest.mark.parametrize(
    "html",
    ["<div>" * 30_000 + "deep", "<b><p>" * 3_000 + "deep", "<p>deep" + "<!--" * 20_000, "<a<a " * 20_000 + "><p>deep",
     "<table><tr><td>" * 3_000 + "deep", "<p>" + "&" * 50_000 + "deep"],
)  # fmt: skip
def test_nonsense_is_read(tmp_path: Path, html: str) -> None:
    assert "deep" in " ".join(texts(tmp_path, html))
