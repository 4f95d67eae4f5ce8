"""Data and positions from libyaml's events, in one loop, refusing whatever the text does not spell out plainly.

The event interface is flat: nesting cannot overflow the C parser's stack, aliases are never followed, and nothing is
built that the text does not spell out. Every scalar is the author's own text: `no`, `1e3`, `2019-07-29` stay as typed.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final, NoReturn

import yaml
from yaml.events import (
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from .decoding import CONTROL, name_of
from .faults import Code, YamlError, fault, line_of
from .spans import after_blank
from .syntax import explained
from .values import Mapping, Place, Sequence

MAX_DEPTH: Final = 32
"""Mappings and sequences inside one another."""
MAX_NODES: Final = 5_000_000
"""libyaml's events: one for each text and key, two for each mapping and sequence."""
MAX_SCALAR: Final = 1024 * 1024
"""Characters in one text or key."""

_QUOTE_IT: Final = "write what it stands for; if it is text, put it in double quotes"
# Without one of these a text has no anchor, no tag and no escape: few have one, and each of their scalars is looked at.
_SUSPECT: Final = ("&", "!", "\\")
_ODD_KEYS: Final = frozenset(("", "<<"))
# A question mark with a blank behind it and a blank, an opener or nothing before it. It begins with the question mark
# itself, so that the search is as fast as looking for that character.
_QUESTION: Final = re.compile(r"\?(?<![^\s{,\[]\?)(?=[ \t\r\n])")
_INDICATORS: Final = re.compile(r" *(?:[-?:] +)*")
_REACH: Final = 120
_ENOUGH: Final = 1000
_OPENERS: Final = ("{", ",", "[")
_SPLIT: Final = "split it into several files"
_SHOWN: Final = 40

_Next = Callable[[], Any]
"""libyaml's next event. Typed loosely: the stubs know less about events than the loop does."""


def build(text: str) -> tuple[Mapping, Place]:
    """The data of a decoded text, and where the root mapping stands (it has no key: that offset is its start's).

    Raises:
        YamlError: with the first fault found.
    """
    loader = yaml.CSafeLoader(text)
    try:
        return _document(text, loader.get_event)
    except yaml.YAMLError as error:
        raise explained(text, error) from None
    finally:
        loader.dispose()


def _document(text: str, get: _Next) -> tuple[Mapping, Place]:
    get()  # the stream's start
    event: Any = get()
    if type(event) is StreamEndEvent:
        raise _empty(text)
    if event.version or event.tags:
        raise fault(text, event.start_mark.index, Code.DIRECTIVE, "directives (%) are not used here", "remove the line")
    event = get()
    _refuse_properties(text, event)
    start = event.start_mark.index
    if type(event) is not MappingStartEvent:
        raise _bad_root(text, event)
    root, end = _mapping(text, get)
    get()  # the document's end
    event = get()
    if type(event) is not StreamEndEvent:
        message = "a second document begins here"
        remedy = "keep one a file: remove the --- line"
        raise fault(text, event.start_mark.index, Code.SEVERAL_DOCUMENTS, message, remedy)
    return root, (start, start, end)


def _mapping(text: str, get: _Next) -> tuple[Mapping, int]:
    """Everything from behind the root mapping's start, and its end. One loop: a call for each event costs a fifth."""
    questions = _after_question_marks(text)
    careful = len(text) > MAX_SCALAR or any(mark in text for mark in _SUSPECT)
    root: Any = _made(MappingStartEvent)
    here, places, stack = root, root.places, list[Any]()
    mapping, key, key_start, key_event = True, None, 0, None
    for _ in range(MAX_NODES):
        event = get()
        kind = type(event)
        if kind is ScalarEvent:
            value = event.value
            start = event.start_mark.index
            if careful and (
                event.style == '"' or event.anchor is not None or event.tag is not None or len(value) > MAX_SCALAR
            ):
                _check_scalar(text, event)
            if mapping:
                if key is None:
                    if value in here or value in _ODD_KEYS or (questions and start in questions):
                        _check_key(text, event, here, questions)
                    key, key_start, key_event = value, start, event
                    continue
                if not value and event.implicit[0]:
                    value = None
                    _check_colon(text, key_event)
                here[key] = value
                places[key] = (key_start, start, event.end_mark.index)
                key = None
            else:
                here.append(value or (None if event.implicit[0] else value))
                places.append((start, start, event.end_mark.index))
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            _check_start(text, event, len(stack), mapping and key is None)
            start = event.start_mark.index
            stack.append((here, key, key_start if mapping else start, start))
            here = _entered(here, key, kind)
            places, mapping, key = here.places, kind is MappingStartEvent, None
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            if not stack:
                return root, event.end_mark.index
            here, key, key_start, start = stack.pop()
            _place(here.places, key, (key_start, start, event.end_mark.index))
            places, mapping, key = here.places, key is not None, None
        else:
            _refuse_alias(text, event)
    raise fault(text, event.start_mark.index, Code.TOO_MANY, f"the file holds more than {MAX_NODES:,} things", _SPLIT)


def _entered(parent: Any, key: str | None, kind: type) -> Any:
    """A new mapping or sequence, put into its parent."""
    child = _made(kind)
    if key is None:
        parent.append(child)
    else:
        parent[key] = child
    return child


def _made(kind: type) -> Any:
    made: Any = Mapping() if kind is MappingStartEvent else Sequence()
    made.places = {} if kind is MappingStartEvent else []
    return made


def _place(places: Any, key: str | None, place: Place) -> None:
    if key is None:
        places.append(place)
    else:
        places[key] = place


def _empty(text: str) -> YamlError:
    return fault(text, 0, Code.EMPTY, "the file is empty", "write its first key, or delete the file")


def _bad_root(text: str, event: Any) -> YamlError:
    offset = event.start_mark.index
    if type(event) is SequenceStartEvent:
        return fault(text, offset, Code.NOT_A_MAPPING, "the file is a list", "begin it with `key: value` lines")
    if not event.value and event.implicit[0]:
        return _empty(text)
    message = f"the file is one text ({_shown(event.value)}), not `key: value` lines"
    return fault(text, offset, Code.NOT_A_MAPPING, message, "write `key: value`, with a blank after the colon")


def _refuse_properties(text: str, event: Any) -> None:
    offset = event.start_mark.index
    if event.anchor is not None:
        raise fault(text, offset, Code.ANCHOR, f"anchors (&{_shown(event.anchor)}) are not used here", _QUOTE_IT)
    if event.tag is not None:
        raise fault(text, offset, Code.TAG, "tags (!) are not used here", _QUOTE_IT)


def _refuse_alias(text: str, event: Any) -> NoReturn:
    name = _shown(event.anchor)
    raise fault(text, event.start_mark.index, Code.ALIAS, f"aliases (*{name}) are not used here", _QUOTE_IT)


def _check_scalar(text: str, event: Any) -> None:
    """Refuse what only a text with something of `_SUSPECT` in it, or a very long one, can hold."""
    _refuse_properties(text, event)
    start, value = event.start_mark.index, event.value
    if len(value) > MAX_SCALAR:
        message = f"a text of {len(value):,} characters begins here, and more than {MAX_SCALAR:,} are not read"
        raise fault(text, start, Code.TOO_LONG, message, "split it")
    found = CONTROL.search(value)
    if found:
        message = f"an escape in this text stands for {name_of(found.group())}"
        raise fault(text, start, Code.CONTROL_CHARACTER, message, "remove the escape")


def _check_key(text: str, event: Any, here: Mapping, questions: dict[int, int]) -> None:
    """Refuse a key that looked odd, unless it is a quoted "" or "<<", which are texts like any other."""
    start, key = event.start_mark.index, event.value
    if _is_complex(here, questions.get(start)):
        raise _complex_key(text, start)
    if key in here:
        first = line_of(text, here.places[key][0])
        message = f"the key {_shown(key)} stands twice (first on line {first})"
        raise fault(text, start, Code.DUPLICATE_KEY, message, "keep one of the two, or rename one")
    if key == "<<" and event.implicit[0]:
        raise fault(text, start, Code.MERGE_KEY, "merge keys (<<) are not used here", "write the entries out")
    if not key and event.implicit[0]:
        raise fault(text, start, Code.NO_KEY, "a value stands here without a key", "write `key: value`")


def _check_start(text: str, event: Any, depth: int, as_key: bool) -> None:
    if event.anchor is not None or event.tag is not None:
        _refuse_properties(text, event)
    if as_key:
        raise _complex_key(text, event.start_mark.index)
    if depth + 2 > MAX_DEPTH:
        message = f"this is nested more than {MAX_DEPTH} deep"
        raise fault(text, event.start_mark.index, Code.TOO_DEEP, message, "write it flatter")


def _complex_key(text: str, start: int) -> YamlError:
    message = "complex keys (`? key`, or a list or mapping as a key) are not used here"
    return fault(text, start, Code.COMPLEX_KEY, message, "write `key: value`; put a key that begins with ? in quotes")


def _check_colon(text: str, key_event: Any) -> None:
    """Refuse `{none:II}`, which YAML reads as the key "none:II" without a value."""
    colon = after_blank(text, key_event.end_mark.index)
    if text[colon : colon + 1] == ":":
        return
    key, start = key_event.value, key_event.start_mark.index
    name, _, rest = key.partition(":")
    if rest:
        message = f"a blank is missing after the colon in {_shown(key)}"
        raise fault(text, start, Code.NO_BLANK_AFTER_COLON, message, f"write `{_shown(name)}: {_shown(rest)}`")
    message = f"{_shown(key)} has no colon and no value"
    raise fault(text, start, Code.NO_BLANK_AFTER_COLON, message, f"write `{_shown(key)}: value`")


def _after_question_marks(text: str) -> dict[int, int]:
    """Offsets at which a key may be a complex one (`? key`), and that of the question mark before it.

    The events do not tell such a key from a plain one. Nothing but blanks, dashes and other indicators stands before
    its question mark on the line, or a comma or bracket right before it. No more than a few columns are looked at, so
    that a long line of question marks does not take for ever; a file with a thousand of them is refused for the first.
    """
    found = {}
    for mark in _QUESTION.finditer(text) if "?" in text else ():
        offset = mark.start()
        _, broken, before = text[max(offset - _REACH, 0) : offset].rpartition("\n")
        indicators = (broken or offset < _REACH) and _INDICATORS.fullmatch(before)
        if indicators or (before.rstrip(" \t").endswith(_OPENERS) and "#" not in before):
            found[after_blank(text, mark.end())] = offset
            if len(found) == _ENOUGH:
                break
    return found


def _is_complex(here: Mapping, question: int | None) -> bool:
    """Whether a question mark opens a key: it does if it is no part of the entry before, nor of a comment behind it."""
    last = next(reversed(here.places.values()), None)
    return question is not None and (last is None or last[2] <= question)


def _shown(value: str) -> str:
    return value if len(value) <= _SHOWN else value[: _SHOWN - 1] + "…"
