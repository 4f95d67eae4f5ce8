"""What was written, so that it can be taken back and done again: to the byte, or else by meaning."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import NamedTuple

from workbench import yamltext
from workbench.model.authoring import Authored
from workbench.workspace.authoring_draft import Begun, Draft, Ended, Op, Ordered, Put, Renamed, Several
from workbench.workspace.authoring_lines import Data, plain
from workbench.workspace.authoring_outcomes import Refusing


class Lines(NamedTuple):
    """How the lines of one file changed, and the marks of its bytes before and after; None for no file."""

    before: bytes | None
    after: bytes | None
    patch: yamltext.Patch

    def turned(self) -> Lines:
        """The same the other way round."""
        return Lines(self.after, self.before, self.patch.inverse())


@dataclass(slots=True)
class Step:
    """Changes that were made together."""

    changes: tuple[Authored, ...]
    ops: tuple[Op, ...]
    lines: dict[str, Lines] = field(default_factory=dict)

    def turned(self) -> Step:
        """The step that takes this one back."""
        back = tuple(_turned(op) for op in reversed(self.ops))
        return Step(self.changes, back, {path: lines.turned() for path, lines in self.lines.items()})


def mark(data: bytes | None) -> bytes | None:
    """What tells these bytes from any others; None for no file."""
    return None if data is None else hashlib.blake2b(data, digest_size=16).digest()


def lines_between(before: bytes | None, after: bytes | None) -> Lines:
    """How a file changed."""
    old, new = (tuple((data or b"").decode("utf-8").split("\n")) for data in (before, after))
    return Lines(mark(before), mark(after), yamltext.patch_between(0, old, new))


def put_back(data: bytes | None, lines: Lines) -> bytes | None:
    """The bytes of a file after a change of its lines.

    Raises:
        LookupError: the file is not as that change left it.
    """
    if mark(data) != lines.before:
        raise LookupError
    changed = "\n".join(lines.patch.applied(tuple((data or b"").decode("utf-8").split("\n")))).encode()
    if lines.after is None:
        return None
    if mark(changed) != lines.after:  # pragma: no cover - the patch was made between these very bytes
        raise LookupError
    return changed


def by_meaning(draft: Draft, op: Op) -> None:
    """Make one edit again in a file that is no longer as it was.

    Raises:
        Refusing: somebody else changed the place meanwhile.
    """
    match op:
        case Put(path, keys, was, now, after):
            standing = draft.plain_at(path, keys) if draft.has(path) else None
            wanted = now if standing == was else _merged(was, now, standing)
            if wanted is None and standing != was:
                raise _changed(path, f"'{'/'.join(map(str, keys))}'")
            draft.put(path, keys, wanted, after=after, last=False)
        case Several():
            _several(draft, op)
        case Renamed(path, section, was, now):
            names = draft.names(path, section)
            if was not in names or now in names:
                raise _changed(path, f"'{was}' in {section}")
            draft.rename(path, section, was, now)
        case Ordered(path, section, was, now):
            if tuple(draft.names(path, section)) != was:
                raise _changed(path, f"the order of {section}")
            draft.order(path, section, now)
        case Begun(path, data):
            draft.begin(path, "origins" if path.endswith("/origins.yaml") else "evidence", data)
        case Ended(path):
            raise _changed(path, "this file", "remove the file yourself if it shall go")


def _several(draft: Draft, op: Several) -> None:
    """Entries put there again, or taken away if each is as it was put there."""
    names = draft.names(op.path, op.section) if draft.has(op.path) else []
    standing = plain(draft.at(op.path, (op.section,))) if names else {}
    if op.there and not op.entries.keys().isdisjoint(names):
        raise _changed(op.path, f"{op.section} of the same ids")
    if not op.there and any(standing.get(key) != said for key, said in op.entries.items()):
        raise _changed(op.path, f"{op.section} that were added together")
    if op.there:
        draft.put_several(op.path, op.section, op.entries, after=op.after if op.after in names else None)
    else:
        draft.take_several(op.path, op.section, op.entries, op.after)


def _merged(was: Data, now: Data, standing: Data) -> list[Data] | None:
    """A list that others changed meanwhile, with the same taken out and put in as once before.

    Returns:
        None where these are no lists, or what is to be taken out or put in is not as it was.
    """
    if not isinstance(standing, list) or not all(isinstance(one, list | None) for one in (was, now)):
        return None
    old, new = was or [], now or []
    out, into = [one for one in old if one not in new], [one for one in new if one not in old]
    if not (out or into) or any(one not in standing for one in out) or any(one in standing for one in into):
        return None
    if len(out) == len(into):
        turned = {standing.index(one): other for one, other in zip(out, into, strict=True)}
        return [turned.get(index, one) for index, one in enumerate(standing)]
    kept = [one for one in standing if one not in out]
    for one in into:
        before = [other for other in new[: new.index(one)] if other in kept]
        kept.insert(kept.index(before[-1]) + 1 if before else 0, one)
    return kept


def _changed(path: str, what: str, remedy: str = "look at it, and make the change yourself") -> Refusing:
    return Refusing(f"{what} was changed outside since, and is left as it is", remedy, path)


def _turned(op: Op) -> Op:
    match op:
        case Put(path, keys, was, now, after):
            return Put(path, keys, now, was, after)
        case Several(there=there):
            return op._replace(there=not there)
        case Renamed(path, section, was, now):
            return Renamed(path, section, now, was)
        case Ordered(path, section, was, now):
            return Ordered(path, section, now, was)
        case Begun(path, data):
            return Ended(path, data)
        case Ended(path, data):
            return Begun(path, data)
