"""The pictures in docs/ are those that commands print."""

from __future__ import annotations

import pytest

from docs import drawings, outputs


@pytest.mark.parametrize(("name", "arguments"), drawings.DRAWINGS.items())
def test_a_picture_is_the_one_that_its_command_prints(name: str, arguments: str) -> None:
    """Made by `python -m docs.drawings`."""
    assert (outputs.PROJECT / "docs" / name).read_text(encoding="utf-8") == outputs.printed(arguments)
