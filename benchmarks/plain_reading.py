"""Yardsticks for reading: libyaml's events alone, and the plainest builder on top of them.

The builder makes dicts, lists and strings and nothing else: no positions, no duplicate keys noticed, no limits.
"""

from __future__ import annotations

import gc
from pathlib import Path
from typing import Any

import yaml

Plain = str | list["Plain"] | dict[str, "Plain"]


def files(root: Path) -> list[Path]:
    """The files of a workspace."""
    return sorted(root.rglob("*.yaml"))


def events(root: Path) -> None:
    """Runs the C parser over every file."""
    for path in files(root):
        loader = yaml.CSafeLoader(path.read_bytes())
        next_event = loader.get_event
        while type(next_event()) is not yaml.StreamEndEvent:
            pass
        loader.dispose()


def build(root: Path) -> list[Plain]:
    """Every file as plain data; the collector rests meanwhile, as it would in any fast reader."""
    gc.disable()
    try:
        return [built(path.read_bytes()) for path in files(root)]
    finally:
        gc.enable()


def built(data: bytes) -> Plain:
    """One document as plain data, written for speed: one pass, a stack, the commonest event first."""
    loader = yaml.CSafeLoader(data)
    next_event = loader.get_event
    root: list[Plain] = []
    stack: list[tuple[Any, Any]] = []
    holder: Any = root
    key = None
    while True:
        event: Any = next_event()
        kind = type(event)
        if kind is yaml.ScalarEvent:
            value = event.value
        elif kind is yaml.MappingStartEvent:
            value = {}
        elif kind is yaml.SequenceStartEvent:
            value = []
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            holder, key = stack.pop()
            continue
        elif kind is yaml.StreamEndEvent:
            loader.dispose()
            return root[0]
        else:
            continue
        if type(holder) is list:
            holder.append(value)
        elif key is None:
            key = value
            continue
        else:
            holder[key] = value
            key = None
        if kind is not yaml.ScalarEvent:
            stack.append((holder, key))
            holder, key = value, None
