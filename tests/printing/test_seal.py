"""A printed file that somebody wrote into is told from one as it was printed."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.analysis.conftest import published_case
from workbench.analysis.standing import standing
from workbench.printing import PROGRAM, parts, place, seal

TEXTS = ("text", "md", "html", "svg", "csv", "json")


def printed(form: str) -> bytes:
    return parts.matrix(standing(published_case("heuer_iraq_1993")[0])).file(form)


@pytest.mark.parametrize("form", TEXTS)
def test_what_was_printed_is_printed_over_and_what_was_written_into_it_is_not(tmp_path: Path, form: str) -> None:
    content, target = printed(form), tmp_path / "matrix"
    for _ in range(2):
        place.write(str(target), content, root=tmp_path, force=False)
    assert target.read_bytes() == content

    for changed in (
        content + b"\nAnn: ask the embassy again.\n",
        b"Ann: ask the embassy again.\n" + content,
        content.replace(b"Iraq", b"Iran", 1),
    ):
        target.write_bytes(changed)
        with pytest.raises(place.AlreadyThere, match="changed since"):
            place.write(str(target), content, root=tmp_path, force=False)
        assert target.read_bytes() == changed


@given(before=st.binary(), after=st.binary(), at=st.integers(0), new=st.binary(min_size=1))
def test_any_byte_that_comes_in_breaks_the_seal(before: bytes, after: bytes, at: int, new: bytes) -> None:
    content = seal.sealed(before + PROGRAM.encode() + after)
    at %= len(content) + 1
    assert seal.unbroken(content)
    assert not seal.unbroken(content[:at] + new + content[at:])
    assert not seal.unbroken(content.replace(PROGRAM.encode(), b""))


def test_what_does_not_name_the_program_gets_no_seal() -> None:
    assert seal.sealed(b"mine") == b"mine"
    assert not seal.unbroken(b"mine")
