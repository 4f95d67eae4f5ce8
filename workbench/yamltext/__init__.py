"""Text and data of YAML files: strict reading with positions, edits that leave everything else byte for byte.

Reading is on the way to the first screen; what edits is loaded when it is first asked for.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from .building import MAX_DEPTH, MAX_NODES, MAX_SCALAR
from .decoding import MAX_BYTES
from .faults import Code, EditRefused, Problem, YamlError, line_of
from .reading import Text, collector_paused, locate, locate_all, read
from .values import Mapping, Place, Sequence, Value

if TYPE_CHECKING:
    from .comments import remarks
    from .document import Document, Edit
    from .editing import Keys, insert_entry, remove_entry, rename_key, set_scalar
    from .extents import extent
    from .patches import Patch, PatchMismatch, patch_between
    from .scalars import WIDTH, key_scalar, scalar
    from .sections import begin_section, end_section
    from .sequences import insert_item, order_entries, remove_item, set_items, set_value
    from .several import add_several, remove_several
    from .writing import Braced, Folded, New, Number, Plain, entry_lines

_ON_DEMAND = {
    "document": ("Document", "Edit"),
    "editing": ("Keys", "insert_entry", "remove_entry", "rename_key", "set_scalar"),
    "extents": ("extent",),
    "patches": ("Patch", "PatchMismatch", "patch_between"),
    "comments": ("remarks",),
    "scalars": ("WIDTH", "key_scalar", "scalar"),
    "sections": ("begin_section", "end_section"),
    "sequences": ("insert_item", "order_entries", "remove_item", "set_items", "set_value"),
    "several": ("add_several", "remove_several"),
    "writing": ("Braced", "Folded", "New", "Number", "Plain", "entry_lines"),
}

__all__ = [
    "MAX_BYTES",
    "MAX_DEPTH",
    "MAX_NODES",
    "MAX_SCALAR",
    "WIDTH",
    "Braced",
    "Code",
    "Document",
    "Edit",
    "EditRefused",
    "Folded",
    "Keys",
    "Mapping",
    "New",
    "Number",
    "Patch",
    "PatchMismatch",
    "Place",
    "Plain",
    "Problem",
    "Sequence",
    "Text",
    "Value",
    "YamlError",
    "add_several",
    "begin_section",
    "collector_paused",
    "end_section",
    "entry_lines",
    "extent",
    "insert_entry",
    "insert_item",
    "key_scalar",
    "line_of",
    "locate",
    "locate_all",
    "order_entries",
    "patch_between",
    "read",
    "remarks",
    "remove_entry",
    "remove_item",
    "remove_several",
    "rename_key",
    "scalar",
    "set_items",
    "set_scalar",
    "set_value",
]


def __getattr__(name: str) -> object:
    """A name of the editing side, loaded on first use."""
    for module, names in _ON_DEMAND.items():
        if name in names:
            return getattr(import_module(f"{__name__}.{module}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
