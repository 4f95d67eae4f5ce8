from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.report.conftest import hostile_case
from tests.report.test_formats import ATTACKS, content
from tests.report.web.everything import document
from workbench.model import Case
from workbench.report import asciitext, text
from workbench.report.matrixpage import matrix_document


@given(st.text())
def test_nothing_but_ascii_is_left(said: str) -> None:
    written = asciitext.line(said)

    assert written.isascii()
    assert written.isprintable()


@given(st.text(st.characters(min_codepoint=0x20, max_codepoint=0x7E)))
def test_ascii_stays_as_it_is(said: str) -> None:
    assert asciitext.line(said) == " ".join(said.split(" ")).strip() or "  " in said


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("1993 – 1994", "1993 - 1994"),
        ("“so he says”…", '"so he says"...'),
        ("I 1 × 1.41 (√2) ≥ 0", "I 1 x 1.41 (root 2) >= 0"),
        ("◆ 2 · 3", "<> 2 . 3"),
        ("▁▂▇█", "127#"),
        ("Táchira", "T<U+00E1>chira"),
        ("🙂", "<U+1F642>"),
        ("\x1b[31m\u202e", "<U+001B>[31m<U+202E>"),
    ],
)
def test_signs_have_a_form_and_letters_are_written_out(said: str, written: str) -> None:
    assert asciitext.line(said) == written


@pytest.mark.parametrize("attack", ATTACKS)
@pytest.mark.parametrize("colour", [False, True])
def test_a_page_is_ascii_whatever_is_in_it(attack: str, *, colour: bool) -> None:
    for found in (document(ATTACKS[attack]), matrix_document(content(hostile_case(ATTACKS[attack])))):
        page = text.render(found, colour=colour, only_ascii=True)

        assert page.isascii()
        assert {c for c in page if not c.isprintable()} <= {"\n", "\x1b"} if colour else {"\n"}
        assert max(map(len, page.replace("\x1b", "").splitlines())) <= (120 if colour else 80)


def test_a_page_says_so_where_something_is_written_out(heuer: Case) -> None:
    whole = text.render(matrix_document(content(heuer)), only_ascii=True)
    foreign = text.render(document("Überwachung"), only_ascii=True)

    assert asciitext.WRITTEN_OUT.split(",", maxsplit=1)[0] not in whole
    assert "stands for a character" in foreign
    assert "<U+00DC>BERWACHUNG" in foreign


def test_the_last_line_still_says_who_printed_it(heuer: Case) -> None:
    page = text.render(matrix_document(content(heuer)), only_ascii=True)

    assert [line for line in page.splitlines() if line][-2:] == ["Printed by ach-workbench.", "TLP:CLEAR"]
