"""Each file of tests/examples/syntax has one fault of syntax, which is found on its line under its code."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.yamltext import Code, YamlError, read

FOLDER = Path(__file__).parents[1] / "examples" / "syntax"

EXPECTED = {
    "latin-1": ("Y001", 2),
    "utf-16": ("Y001", 1),
    "utf-32": ("Y001", 1),
    "encoded-surrogate": ("Y001", 2),
    "two-byte-order-marks": ("Y002", 1),
    "nul": ("Y002", 2),
    "escape-character": ("Y002", 2),
    "delete-character": ("Y002", 2),
    "c1-control": ("Y002", 2),
    "noncharacter": ("Y002", 2),
    "escaped-control": ("Y002", 2),
    "conflict": ("Y007", 3),
    "conflict-half-solved": ("Y007", 4),
    "conflict-at-top": ("Y007", 1),
    "conflict-crlf": ("Y007", 2),
    "conflict-base": ("Y007", 2),
    "empty": ("Y008", 1),
    "empty-bom": ("Y008", 1),
    "only-comments": ("Y008", 1),
    "only-document-start": ("Y008", 1),
    "list": ("Y009", 1),
    "text": ("Y009", 1),
    "text-without-blank": ("Y009", 1),
    "duplicate-key": ("Y010", 3),
    "duplicate-key-block": ("Y010", 5),
    "duplicate-key-quoted": ("Y010", 2),
    "two-documents": ("Y011", 2),
    "after-the-end": ("Y011", 3),
    "yaml-directive": ("Y012", 1),
    "tag-directive": ("Y012", 1),
    "unknown-directive": ("Y012", 1),
    "newer-yaml": ("Y012", 1),
    "anchor": ("Y013", 2),
    "anchor-on-mapping": ("Y013", 2),
    "anchor-on-key": ("Y013", 2),
    "anchor-on-root": ("Y013", 1),
    "ampersand": ("Y013", 2),
    "alias": ("Y014", 2),
    "alias-as-key": ("Y014", 2),
    "emphasis": ("Y014", 2),
    "tag": ("Y015", 2),
    "tag-on-list": ("Y015", 2),
    "local-tag": ("Y015", 2),
    "non-specific-tag": ("Y015", 2),
    "unknown-tag-handle": ("Y015", 2),
    "merge-key": ("Y016", 3),
    "merge-key-in-braces": ("Y016", 2),
    "question-key": ("Y017", 2),
    "question-key-in-braces": ("Y017", 2),
    "question-key-below": ("Y017", 3),
    "list-as-key": ("Y017", 2),
    "mapping-as-key": ("Y017", 2),
    "question-key-last": ("Y017", 2),
    "question-key-after-list": ("Y017", 3),
    "no-key": ("Y018", 2),
    "no-key-in-braces": ("Y018", 2),
    "no-key-after-question": ("Y017", 2),
    "no-blank-after-colon": ("Y019", 3),
    "no-blank-after-colon-last": ("Y019", 3),
    "no-value-in-braces": ("Y019", 3),
    "tab": ("Y020", 3),
    "tab-after-blanks": ("Y020", 4),
    "tab-in-block-text": ("Y020", 3),
    "open-double-quote": ("Y021", 2),
    "open-single-quote": ("Y021", 2),
    "apostrophe": ("Y021", 2),
    "text-after-quote": ("Y021", 2),
    "document-mark-in-quotes": ("Y021", 2),
    "open-brace": ("Y022", 2),
    "open-bracket": ("Y022", 2),
    "missing-comma": ("Y022", 2),
    "wrong-closing": ("Y022", 2),
    "two-commas": ("Y022", 2),
    "stray-brace": ("Y022", 2),
    "brace-too-many": ("Y022", 1),
    "open-brace-before-next-key": ("Y022", 3),
    "no-colon": ("Y023", 2),
    "no-colon-last": ("Y023", 2),
    "second-colon": ("Y024", 2),
    "second-colon-after-quote": ("Y024", 2),
    "too-deep-indent": ("Y025", 3),
    "too-shallow-indent": ("Y025", 3),
    "list-among-keys": ("Y025", 2),
    "key-among-items": ("Y025", 4),
    "list-on-key-line": ("Y025", 2),
    "bad-escape": ("Y026", 2),
    "bad-hex-escape": ("Y026", 2),
    "surrogate-escape": ("Y026", 2),
    "at-sign": ("Y027", 2),
    "backtick": ("Y027", 2),
    "per-cent": ("Y027", 2),
    "greater-than": ("Y028", 2),
    "block-indent-zero": ("Y028", 2),
    "block-first-line-deeper": ("Y025", 4),
}

GENERATED = {Code.TOO_LARGE, Code.TOO_DEEP, Code.TOO_MANY, Code.TOO_LONG}
"""Faults of size: their files are made in test_hostile.py."""


def test_every_file_is_expected_and_every_code_has_one() -> None:
    assert {path.stem for path in FOLDER.iterdir()} == set(EXPECTED)
    assert {code for code, _ in EXPECTED.values()} == {code.value for code in Code} - {c.value for c in GENERATED}


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_fault_is_found_on_its_line(name: str) -> None:
    with pytest.raises(YamlError) as caught:
        read((FOLDER / f"{name}.yaml").read_bytes())
    problem = caught.value.problem
    assert (problem.code, problem.line) == EXPECTED[name]
    assert str(caught.value) == str(problem)


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_fault_is_explained_in_plain_words(name: str) -> None:
    with pytest.raises(YamlError) as caught:
        read((FOLDER / f"{name}.yaml").read_bytes())
    problem = caught.value.problem
    for sentence in (problem.message, problem.remedy):
        assert sentence
        assert "\n" not in sentence
        assert not sentence.endswith((".", " "))
    for jargon in ("token", "scalar", "while parsing", "while scanning", "expected <"):
        assert jargon not in problem.message


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_lines_are_counted_as_editors_count_them(name: str) -> None:
    """Characters that libyaml takes for line breaks, in a comment above, must not move the line."""
    data = (FOLDER / f"{name}.yaml").read_bytes()
    code, line = EXPECTED[name]
    if code in {"Y001", "Y012", "Y013"} or data.startswith((b"\xef\xbb\xbf", b"%")) or line == 1:
        return
    above = 'above: "a\u0085b\u2028c\u2029d"\n'.encode()
    with pytest.raises(YamlError) as caught:
        read(above + data)
    assert (caught.value.problem.code, caught.value.problem.line) == (code, line + 1)
