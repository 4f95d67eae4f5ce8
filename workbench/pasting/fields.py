"""What a column can be: the fields of an item, and the names that spreadsheets give them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from types import MappingProxyType

from workbench.model import ids

LEFT_OUT = ""
"""What a column is that nothing is taken from."""

TAG = "tag:"
"""How a column for one tag begins: `tag:service`."""

FIELDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "text": (
            "claim", "evidence", "statement", "item", "content", "description", "finding", "observation", "fact",
            "summary", "item of evidence", "evidence item",
        ),
        "id": ("identifier", "key", "item id", "evidence id"),
        "source": ("document", "source id"),
        "kind": ("type", "category", "kind of evidence", "evidence type", "type of evidence"),
        "origin": ("origins", "said by", "reported by", "informant", "witness", "speaker", "who"),
        "credibility": ("cred", "grade", "admiralty", "admiralty grade", "admiralty code", "grading"),
        "because": ("note", "notes", "comment", "comments", "remark", "remarks", "reason", "why"),
        "when": ("date", "time", "period", "day", "event date", "date of event", "happened"),
        "reported": ("date reported", "reported on", "report date", "date of report", "date said"),
        "at": (
            "locator", "page", "pages", "p", "par", "para", "paragraph", "section", "place in source",
            "where in source",
        ),
        "quote": ("quotation", "verbatim", "original words", "original text"),
        "tags": ("labels", "tag", "label"),
        "retells": ("retelling of", "repeats"),
        "changed": ("altered",),
        "rests_on": ("grounds", "basis", "based on"),
        "looked_in": ("looked", "searched", "where looked"),
        "would_show": (),
        "marking": ("classification", "tlp", "handling"),
        "standing": (),
        "if_wrong": (),
    }
)  # fmt: skip
"""Each field that a column can fill, with other names for it; `rests_on` is also read as "rests on"."""

_KNOWN = {name.replace("_", " "): field for field, others in FIELDS.items() for name in (field, *others)}

_TAG = re.compile(r"(?:tags?\s*[:.=/ ]\s*|#)(\S.*)", re.IGNORECASE)


def field_of(header: str) -> str:
    """The field that the head of a column names, as `tag:name` where it names a tag; empty where it names none."""
    said = " ".join(re.findall(r"\w+", header.replace("_", " ").casefold()))
    if said in _KNOWN:
        return _KNOWN[said]
    found = _TAG.fullmatch(header.strip())
    tag = slug(found[1]) if found else ""
    return f"{TAG}{tag}" if tag else LEFT_OUT


def slug(text: str) -> str:
    """A text in the letters of an id: `Berth 6` as `berth-6`; empty where that is none."""
    letters = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    made = "-".join(re.findall(r"[a-z0-9]+", letters))
    return made if ids.ID.fullmatch(made) and len(made) <= ids.ID_LENGTH else ""


def label(field: str) -> str:
    """A field as it is called on the screen: "rests on", "tag service", "left out"."""
    if field.startswith(TAG):
        return f"tag {field.removeprefix(TAG)}"
    return field.replace("_", " ") or "left out"
