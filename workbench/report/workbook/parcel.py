"""What lies in a workbook, which is a zip file: unpacked only as far as a limit, since a small one can hold much."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable, Mapping

MOST_BYTES = 128 * 1024 * 1024
"""Unpacked, a workbook of more is not read."""

MOST_PARTS = 5_000
"""A workbook of more parts is not read."""

SIGNATURE = b"PK\x03\x04"
"""What a zip file begins with that holds something."""

_PACKED_AT = (1980, 1, 1, 0, 0, 0)
"""The time that every part bears, so that the same parts make the same bytes."""

_BROKEN = (
    zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError, ValueError, OSError, KeyError,
    OverflowError,
)  # fmt: skip
"""What Python's reader of zip files raises at one that is broken, encrypted or packed in another way."""


class NotAParcel(Exception):
    """It cannot be unpacked. The message says why."""


def parts(data: bytes, wanted: Callable[[str], bool] = lambda _: True) -> dict[str, bytes]:
    """The parts of a workbook by name, in their order; only those that are wanted.

    Raises:
        NotAParcel: it is no zip file, is broken or encrypted, or holds more than is read.
    """
    found: dict[str, bytes] = {}
    left = MOST_BYTES
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parcel:
            entries = parcel.infolist()
            if len(entries) > MOST_PARTS:
                raise NotAParcel(f"it has {len(entries):,} parts; at most {MOST_PARTS:,} are read")
            for entry in entries:
                if not wanted(entry.filename):
                    continue
                with parcel.open(entry) as part:
                    found[entry.filename] = part.read(left + 1)
                left -= len(found[entry.filename])
                if left < 0:
                    raise NotAParcel(f"unpacked it has more than {MOST_BYTES // 2**20} MB; no more are read")
    except _BROKEN as error:
        raise NotAParcel("it is broken, or locked with a password") from error
    return found


def packed(held: Mapping[str, bytes], *, level: int = 6) -> bytes:
    """A zip file of these parts, the same bytes for the same parts; level 0 stores them as they are."""
    made = io.BytesIO()
    method = zipfile.ZIP_DEFLATED if level else zipfile.ZIP_STORED
    with zipfile.ZipFile(made, "w", method, compresslevel=level or None) as parcel:
        for name, content in held.items():
            entry = zipfile.ZipInfo(name, _PACKED_AT)
            entry.compress_type = method
            entry.create_system = 0  # the same on every system
            parcel.writestr(entry, content)
    return made.getvalue()
