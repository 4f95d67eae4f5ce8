"""The lines that an entry stands on."""

from __future__ import annotations

import pytest

from workbench import yamltext

TEXT = """\
# on top
a:
  one: {x: 1,
    y: 2}   # behind
  # between
  two: >-
    folded
    text

  three:
b: {c: 1}
d: [e,
  f]
"""


@pytest.mark.parametrize(
    "keys, lines",
    [
        (("a",), (1, 10)),
        (("a", "one"), (2, 4)),
        (("a", "one", "x"), (2, 4)),
        (("a", "one", "y"), (3, 4)),
        (("a", "two"), (5, 8)),
        (("a", "three"), (9, 10)),
        (("b", "c"), (10, 11)),
        (("d",), (11, 13)),
        (("a", "four"), None),
        (("d", "e"), None),
    ],
)
def test_an_entry_has_the_lines_it_stands_on(keys: tuple[str, ...], lines: tuple[int, int] | None) -> None:
    assert yamltext.extent(yamltext.read(TEXT.encode()), keys) == lines
