"""Seal: a checksum in a printed text file, which tells whether somebody has written into it since."""

from __future__ import annotations

import hashlib
import re

from workbench.printing import PROGRAM

_SEAL = re.compile(rb" \(seal ([0-9a-f]{16})\)")


def sealed(content: bytes) -> bytes:
    """The content with its checksum behind the last mention of this program; without one it stays as it is."""
    before, named, after = content.rpartition(PROGRAM.encode())
    return b"".join((before, named, b" (seal ", _sum(content), b")", after)) if named else content


def unbroken(content: bytes) -> bool:
    """Whether the content has a seal and is, but for that, what was sealed."""
    seals = list(_SEAL.finditer(content))
    if not seals:
        return False
    last = seals[-1]
    return _sum(content[: last.start()] + content[last.end() :]) == last[1]


def _sum(content: bytes) -> bytes:
    return hashlib.sha256(content).hexdigest()[:16].encode()
