"""Sound example files, and ways to make them unsound."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from workbench import yamltext

EXAMPLES = Path(__file__).parents[1] / "examples" / "good"


def kind_of(path: Path) -> str:
    """The kind of a file of a workspace."""
    if path.name == "origins.yaml":
        return "origins"
    return {"hypotheses": "hypotheses", "evidence": "evidence"}.get(path.parent.name, "matrix")


SOUND: dict[str, tuple[str, Any]] = {
    path.relative_to(EXAMPLES).as_posix(): (kind_of(path), yamltext.read(path.read_bytes()).root)
    for path in sorted(EXAMPLES.rglob("*.yaml"))
}
"""Every good example: its kind and its data."""

TEXTS = st.sampled_from([
    "", " ", "C", "cc", "II", "no", "y", "other", "wording", "unknown", "2019", "19-7", "3", "7", "100", "101", "1e3",
    "a", "a-b", "a/b", "a/b\n", "a\n", "A", "a" * 61, "a/b/c", "*", "a/*", "w0123456789abcdef", "w1", "é", "x" * 200,
    "own-analysis", "report", "active", "TLP:RED",
])  # fmt: skip
SCALARS = st.one_of(TEXTS, st.none(), st.booleans(), st.integers(-1, 120), st.floats(-1, 120), st.text(max_size=6))
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=4,
)


def mutated(data: Any, draw: st.DataObject) -> Any:
    """Data with one place changed, removed, renamed or added; the data itself stays as it is."""
    changed = plain(data)
    here: Any = changed
    while True:
        keys = list(here) if isinstance(here, dict) else list(range(len(here)))
        key = draw.draw(st.sampled_from(keys)) if keys else None
        if key is None or not isinstance(here[key], dict | list) or draw.draw(st.integers(0, 3)) == 0:
            break
        here = here[key]
    match draw.draw(st.sampled_from(["change", "remove", "rename", "add"])):
        case "change" if key is not None:
            here[key] = draw.draw(VALUES)
        case "remove" if key is not None:
            del here[key]
        case "rename" if isinstance(here, dict) and key is not None:
            here[draw.draw(TEXTS)] = here.pop(key)
        case _ if isinstance(here, dict):
            here[draw.draw(TEXTS)] = draw.draw(VALUES)
        case _:
            here.append(draw.draw(VALUES))
    return changed


def plain(value: Any) -> Any:
    """A copy in plain dictionaries and lists."""
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items()}
    return [plain(inner) for inner in value] if isinstance(value, list) else value
