"""The seal of a workbook: whether it still is as it was printed, or whether somebody saved it since.

A custom property of the file holds the SHA-256 of all its other parts. Whoever changes a cell and saves has made other
parts, though spreadsheet programs keep the property.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from workbench.report.workbook import parcel

PROPERTY = "ach-workbench"
"""The custom property that bears the seal."""

OPEN = "sha256:" + "0" * 64
"""What the property holds until the workbook is sealed."""

_PLACE = "docProps/custom.xml"


def sealed(data: bytes) -> bytes:
    """A workbook just made, whose property holds `OPEN`, with its seal."""
    held = parcel.parts(data)
    held[_PLACE] = held[_PLACE].replace(OPEN.encode(), _digest(held))
    return parcel.packed(held)


def untouched(data: bytes) -> bool:
    """Whether these are the bytes of a workbook that this program printed and nobody has saved since."""
    if not data.startswith(parcel.SIGNATURE):
        return False
    try:
        held = parcel.parts(data)
    except parcel.NotAParcel:
        return False
    properties = held.get(_PLACE, b"")
    return f'name="{PROPERTY}"'.encode() in properties and _digest(held) in properties


def _digest(held: Mapping[str, bytes]) -> bytes:
    """The seal of these parts, each with its name and length so that none can pass for another."""
    made = hashlib.sha256()
    for name, content in sorted(held.items()):
        if name != _PLACE:
            made.update(f"{name}\0{len(content)}\0".encode("utf-8", "surrogatepass"))
            made.update(content)
    return f"sha256:{made.hexdigest()}".encode()
