"""Whether a file has the shape its JSON Schema asks for, and where it does not.

Two libraries hold the same schemas: jsonschema-rs says yes or no, fast enough for any file; only where it says no
does jsonschema look again, for what exactly is wrong. Both load when first used.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbench import yamltext
from workbench.model import Finding
from workbench.workspace import sentences

if TYPE_CHECKING:
    from jsonschema.protocols import Validator
    from jsonschema_rs import Draft202012Validator

KINDS = ("hypotheses", "evidence", "origins", "matrix")
"""The kinds of file; each has a schema."""

LONG = 50
"""A section with more entries than this is first searched for those at fault: jsonschema is slow on the others."""

_PACKAGE = Path(__file__).parents[1]


def schema_folder() -> Path:
    """Where the schemas lie: inside the installed package, or beside it in a checkout."""
    shipped = _PACKAGE / "shipped" / "schemas"
    return shipped if shipped.is_dir() else _PACKAGE.parent / "schemas"


@cache
def schema(kind: str) -> Mapping[str, Any]:
    """The schema of a kind of file, as JSON data. Not to be changed."""
    data: dict[str, Any] = json.loads((schema_folder() / f"{kind}.schema.json").read_text(encoding="utf-8"))
    return data


def findings(kind: str, path: str, text: yamltext.Text) -> list[Finding]:
    """Every place where a file differs from the schema of its kind, with its line, in the order of the lines.

    Args:
        kind: one of `KINDS`.
        path: the file, relative to the workspace; it stands in the findings.
        text: the file as read.
    """
    if valid(kind, text.root):
        return []
    found = {(fault.code, fault.keys): fault for fault in faults(kind, text.root)}
    listed = [
        Finding(path, f.code, f.message, f.remedy, f.keys, line=yamltext.locate(text, f.keys)) for f in found.values()
    ]
    return sorted(listed, key=lambda finding: (finding.line, finding.code, finding.message))


def valid(kind: str, data: object) -> bool:
    """Whether data has the shape of its kind: the verdict of jsonschema-rs."""
    return _fast(kind).is_valid(data)


def faults(kind: str, data: Mapping[str, Any]) -> Iterator[sentences.Fault]:
    """What is wrong with data that is not valid, worded from the errors of jsonschema."""
    newer = sentences.newer_format(data)
    if newer:
        yield newer
        return
    for error in _thorough(kind).iter_errors(_at_fault(kind, data)):
        yield from sentences.worded(error)


@cache
def _fast(kind: str) -> Draft202012Validator:
    import jsonschema_rs  # noqa: PLC0415 - loaded when the first file is checked

    return jsonschema_rs.Draft202012Validator(dict(schema(kind)))


@cache
def _thorough(kind: str) -> Validator:
    """A validator that reads patterns as ECMA-262 does, like editors and jsonschema-rs: `$` is the very end.

    Python's own `$` also matches before a line feed at the end, which would let an id with one pass.
    """
    from jsonschema import Draft202012Validator, ValidationError, validators  # noqa: PLC0415 - only for a bad file

    def pattern(_: Validator, wanted: str, instance: object, __: object) -> Iterator[ValidationError]:
        if isinstance(instance, str) and not _compiled(wanted).search(instance):
            yield ValidationError(f"{instance!r} does not match {wanted!r}")

    extended: Any = validators
    made: Validator = extended.extend(Draft202012Validator, {"pattern": pattern})(schema(kind))
    return made


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern.replace("$", r"\Z"))


def _at_fault(kind: str, data: Mapping[str, Any]) -> dict[str, Any]:
    """The data without the sound entries of its long sections; one is kept, so that none seems empty."""
    by_id = {name for name, section in schema(kind)["properties"].items() if "propertyNames" in section}
    return {
        name: _entries_at_fault(kind, name, value)
        if name in by_id and isinstance(value, dict) and len(value) > LONG
        else value
        for name, value in data.items()
    }


def _entries_at_fault(kind: str, section: str, entries: Mapping[str, Any]) -> dict[str, Any]:
    fast = _fast(kind)
    bad = {
        key: value
        for key, value in entries.items()
        if any(error.instance_path[:1] == [section] for error in fast.iter_errors({section: {key: value}}))
    }
    return bad or dict([next(iter(entries.items()))])
