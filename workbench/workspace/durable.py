"""Writing a file so that a crash, a full disk or a second program loses nothing.

The new bytes go to a temporary file in the same folder, are forced to the disk, and take the old
file's place in one step; then the folder itself is forced to the disk. Whoever reads meanwhile
sees the old file or the new one, whole.
"""

from __future__ import annotations

import contextlib
import errno
import fcntl
import os
import stat
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

TEMPORARY = ".ach-writing"
"""How the name of a temporary file ends; a left-over one is cleared at the next start."""


_SHOWN = 40
"""Characters of a file's name that a temporary file's begins with: the longest name there can be leaves no more."""


class Signature(NamedTuple):
    """What tells one state of a file from another without reading it."""

    device: int
    inode: int
    size: int
    changed: int
    """Time of the last change of the content, in nanoseconds."""


ABSENT = Signature(0, 0, -1, 0)

UNREAD = Signature(0, 0, -2, 0)
"""No state of any file: what stands there has not been understood yet, and has to be read before it is replaced."""

PATIENCE = 2.0
"""Seconds to wait for another program to be done with a folder; a save takes a fiftieth of a second."""

_PAUSE = 0.002
"""Seconds between two tries to get the lock."""


def signature(path: Path) -> Signature:
    """The present state of a file; `ABSENT` where there is none, or none that can be reached."""
    try:
        found = path.stat()
    except OSError:
        return ABSENT
    return Signature(found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns)


class Locked(OSError):
    """Another program holds the folder's lock, and does not let go of it."""


@contextlib.contextmanager
def locked(folder: Path, *, patience: float = PATIENCE) -> Iterator[None]:
    """Hold the folder's lock: one program at a time checks and replaces the files in it.

    The lock goes with the process, so that a killed one leaves none behind.

    Args:
        folder: the folder.
        patience: seconds to wait at most: a stopped program must not stop this one.

    Raises:
        Locked: another program holds the lock all that time.
        OSError: the folder is gone or cannot be opened.
    """
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        _lock(handle, time.monotonic() + patience)
        yield
    finally:
        os.close(handle)


def _lock(handle: int, until: float) -> None:
    while True:
        try:
            return fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() >= until:
                raise Locked("another program holds the lock of this folder") from None
        time.sleep(_PAUSE)


def replace(path: Path, data: bytes, meanwhile: Callable[[], None] | None = None) -> Signature:
    """Put `data` in the place of a file, keeping its mode and, where allowed, its owner.

    `meanwhile` is called while the disk is at work, so that waiting for it costs nothing. An error of it is dropped:
    nothing may keep the file from being written.

    Raises:
        OSError: no room, no permission, folder gone. The old file then stands as it was.
    """
    _refuse_write_protected(path)
    try:
        return _replaced(path, data, meanwhile)
    except OSError as error:
        if error.filename is not None:  # the user knows nothing of temporary files
            error.filename = str(path)
        raise


def _replaced(path: Path, data: bytes, meanwhile: Callable[[], None] | None) -> Signature:
    name = path.with_name(f".{path.name[:_SHOWN]}.{os.getpid()}-{time.monotonic_ns()}{TEMPORARY}")
    handle = os.open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            _keep_attributes(path, file.fileno())
            file.flush()
            _force(file.fileno(), meanwhile)
            written = os.fstat(file.fileno())
        name.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            name.unlink()
        raise
    force_folder(path.parent)
    return Signature(written.st_dev, written.st_ino, written.st_size, written.st_mtime_ns)


def _force(handle: int, meanwhile: Callable[[], None] | None) -> None:
    if meanwhile is None:
        os.fsync(handle)
        return
    from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 - loads logging, which most commands do without

    with ThreadPoolExecutor(max_workers=1) as beside:
        try:
            forced = beside.submit(os.fsync, handle)
        except RuntimeError:  # the system grants no further thread
            os.fsync(handle)
            return
        with contextlib.suppress(Exception):
            meanwhile()
        forced.result()


def _refuse_write_protected(path: Path) -> None:
    """A file can be replaced whatever its own rights are; whoever took the right to write from it meant that."""
    as_now = os.access in os.supports_effective_ids
    if path.exists() and not os.access(path, os.W_OK, effective_ids=as_now):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))


def _keep_attributes(path: Path, handle: int) -> None:
    """Give the new file the old one's mode and owner; a file that is new gets the usual mode."""
    try:
        old = path.stat()
    except FileNotFoundError:
        os.fchmod(handle, 0o666 & ~_umask())
        return
    new = os.fstat(handle)
    if (old.st_uid, old.st_gid) != (new.st_uid, new.st_gid):
        with contextlib.suppress(PermissionError):
            os.fchown(handle, old.st_uid, old.st_gid)
    os.fchmod(handle, stat.S_IMODE(old.st_mode))


def _umask() -> int:
    present = os.umask(0o077)
    os.umask(present)
    return present


def force_folder(folder: Path) -> None:
    """Force a folder's own entries to the disk."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def clear_left_over(folder: Path) -> None:
    """Remove temporary files that a killed program left behind; nobody writes while we hold the lock."""
    if not folder.is_dir():
        return
    with contextlib.suppress(OSError), locked(folder, patience=0):
        for left in folder.glob(f".*{TEMPORARY}"):
            left.unlink(missing_ok=True)
