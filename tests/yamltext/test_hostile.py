"""Hostile and broken input: a Text or a YamlError, never anything else, and never for long."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from workbench.yamltext import MAX_BYTES, MAX_DEPTH, MAX_NODES, MAX_SCALAR, Problem, Text, YamlError, building, read


def laughs(width: int) -> str:
    first = "a: &a [" + ",".join(["lol"] * width) + "]\n"
    return first + "".join(
        f"{c}: &{c} [{','.join([f'*{p}'] * width)}]\n" for p, c in zip("abcdefgh", "bcdefghi", strict=True)
    )


def merges(width: int) -> str:
    first = "a: &a {" + ",".join(f"k{i}: 1" for i in range(width)) + "}\n"
    return first + "".join(
        f"{c}: &{c} {{<<: [{','.join([f'*{p}'] * width)}]}}\n" for p, c in zip("abcdefgh", "bcdefghi", strict=True)
    )


REFUSED: dict[str, tuple[Callable[[], str], str]] = {
    "billion laughs": (lambda: laughs(10), "Y013"),
    "merge bomb": (lambda: merges(10), "Y013"),
    "100,000 brackets at the root": (lambda: "[" * 100_000, "Y009"),
    "100,000 brackets": (lambda: "a: " + "[" * 100_000, "Y004"),
    "100,000 braces": (lambda: "a: " + "{b: " * 100_000, "Y004"),
    "2,000 indentations": (lambda: "".join(" " * i + "a:\n" for i in range(2000)), "Y004"),
    "itself": (lambda: "&a [*a]", "Y013"),
    "20,000 lists as keys": (lambda: "{" + ",".join(f"[{i}]: x" for i in range(20_000)) + "}", "Y017"),
    "one line of 10 MB": (lambda: "a: " + "x" * 10_000_000, "Y006"),
    "one key of 2 MB": (lambda: "b: 1\n" + "x" * 2_000_000 + ": a", "Y023"),
    "1,000,000 question marks": (lambda: "a: 1\n" + "? " * 1_000_000, "Y017"),
    "1,000,000 question marks behind commas": (lambda: "a: [" + "?, " * 1_000_000, "Y018"),
    "5,000,000 blank lines behind a question mark": (lambda: "a: 1\n?" + "\n" * 5_000_000 + "b: 1", "Y018"),
    "an open quote before 2 MB": (lambda: 'a: "' + "x\n" * 1_000_000, "Y021"),
}

READ: dict[str, tuple[Callable[[], str], int]] = {
    "sexagesimal of 300 kB": (lambda: "a: 1" + ":59" * 100_000, 300_001),
    "integer of 1,000,000 digits": (lambda: "a: " + "9" * 1_000_000, 1_000_000),
    "hexadecimal of 1,000,000 digits": (lambda: "a: 0x" + "f" * 1_000_000, 1_000_002),
    "100,000 question marks in one text": (lambda: "a: x" + " ?" * 100_000, 200_001),
    "500,000 escapes": (lambda: 'a: "' + "\\n" * 500_000 + '"', 500_000),
}


@pytest.mark.parametrize("name", REFUSED)
def test_bombs_are_refused(name: str) -> None:
    make, code = REFUSED[name]
    with pytest.raises(YamlError) as caught:
        read(make().encode())
    assert caught.value.problem.code == code


@pytest.mark.parametrize("name", READ)
def test_long_numbers_are_texts(name: str) -> None:
    make, length = READ[name]
    value = read(make().encode()).root["a"]
    assert isinstance(value, str)
    assert len(value) == length


def test_size_is_limited() -> None:
    with pytest.raises(YamlError) as caught:
        read(b"a: " + b"x" * MAX_BYTES)
    assert caught.value.problem.code == "Y003"


def test_length_of_a_text_is_limited() -> None:
    assert len(str(read(b"a: " + b"x" * MAX_SCALAR).root["a"])) == MAX_SCALAR
    with pytest.raises(YamlError) as caught:
        read(b"b: 1\na: " + b"x" * (MAX_SCALAR + 1))
    assert (caught.value.problem.code, caught.value.problem.line) == ("Y006", 2)


def nested(depth: int) -> bytes:
    return ("a: " + "[" * (depth - 1) + "]" * (depth - 1)).encode()


def test_depth_is_limited() -> None:
    assert isinstance(read(nested(MAX_DEPTH)), Text)
    with pytest.raises(YamlError) as caught:
        read(nested(MAX_DEPTH + 1))
    assert caught.value.problem.code == "Y004"


def test_number_of_nodes_is_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    assert MAX_NODES > 1_000_000
    monkeypatch.setattr(building, "MAX_NODES", 10)
    with pytest.raises(YamlError) as caught:
        read(b"a: [1, 2, 3]\nb: [4, 5, 6]\n")
    assert (caught.value.problem.code, caught.value.problem.line) == ("Y005", 2)


def problem_of(data: bytes) -> Problem | None:
    """What is wrong with these bytes, or None if they are read, and come back to the byte."""
    try:
        text = read(data)
    except YamlError as error:
        return error.problem
    assert text.bytes() == data
    return None


def only_reads_or_refuses(data: bytes) -> None:
    problem = problem_of(data)
    if problem is not None:
        assert 1 <= problem.line <= data.count(b"\n") + 1
        assert re.fullmatch(r"Y0[0-2]\d", problem.code)


@given(st.binary(max_size=200))
@settings(max_examples=150, deadline=2000)
def test_random_bytes(data: bytes) -> None:
    only_reads_or_refuses(data)


PIECES = st.sampled_from(
    ["a", "b: ", ":", "? ", "- ", "-", "{", "}", "[", "]", ", ", "\n", "\n  ", "\n    ", "\t", " ", "#", " # ", "&x ",
     "*x", "!t ", "!", "|", ">", "|+\n", ">-\n  ", "'", '"', "\\", "%", "%YAML 1.2\n", "@", "`", "---\n", "...\n",
     "<<: ", "=", "\r", "\r\n", "\x85", "\u2028", "\ufeff", "é", "обзор", "🚚", "\0", "\x1b", "<<<<<<< a\n",
     "=======\n", "~", "C", "none:II"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=30).map("".join))
@example("?")
@example("{?")
@example("a: {b: ?}")
@settings(max_examples=300, deadline=2000)
def test_random_pieces_of_yaml(text: str) -> None:
    only_reads_or_refuses(text.encode())
