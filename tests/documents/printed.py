"""A PDF made of lines at places, so that tests say what is on a page and nothing binary is kept."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class Put(NamedTuple):
    """A line of text on a page, in points from the left and the bottom."""

    text: str
    x: float = 72
    y: float = 700
    size: float = 10


def column(texts: Sequence[str], *, top: float = 700, leading: float = 12, x: float = 72) -> list[Put]:
    """Lines below one another; an empty text leaves the space between paragraphs."""
    return [Put(text, x, top - number * leading) for number, text in enumerate(texts) if text]


def pdf(pages: Sequence[Sequence[Put]], *, title: str = "", first: str = "") -> bytes:
    """The bytes of a PDF with these pages; `first` numbers them from there in small Roman figures or as given."""
    count = len(pages)
    labels = f" /PageLabels << /Nums [0 << /S /r >> 1 << /S /D /St {first} >>] >>" if first else ""
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R{labels} >>",
        f"<< /Type /Pages /Count {count} /Kids [{' '.join(f'{5 + 2 * n} 0 R' for n in range(count))}] >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        f"<< /Title ({title}) >>",
    ]
    for number, page in enumerate(pages):
        drawn = "".join(f"BT /F1 {p.size} Tf {p.x} {p.y} Td ({_escaped(p.text)}) Tj ET\n" for p in page)
        objects += [
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >>"
            f" /Contents {6 + 2 * number} 0 R >>",
            f"<< /Length {len(drawn)} >>\nstream\n{drawn}endstream",
        ]
    return _file(objects)


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)").replace("•", "\\225")


def _file(objects: Sequence[str]) -> bytes:
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    trailer = f"trailer << /Size {len(objects) + 1} /Root 1 0 R /Info 4 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    return out + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{trailer}".encode("latin-1")
