"""Text and data of YAML files: strict reading with positions, edits that leave everything else byte for byte."""

from .building import MAX_DEPTH, MAX_NODES, MAX_SCALAR
from .decoding import MAX_BYTES
from .document import Document, Edit
from .editing import Keys, insert_entry, remove_entry, rename_key, set_scalar
from .faults import Code, EditRefused, Problem, YamlError, line_of
from .patches import Patch, PatchMismatch
from .reading import Text, collector_paused, locate, read
from .scalars import WIDTH, key_scalar, scalar
from .values import Mapping, Place, Sequence, Value
from .writing import Folded, New, entry_lines

__all__ = [
    "MAX_BYTES",
    "MAX_DEPTH",
    "MAX_NODES",
    "MAX_SCALAR",
    "WIDTH",
    "Code",
    "Document",
    "Edit",
    "EditRefused",
    "Folded",
    "Keys",
    "Mapping",
    "New",
    "Patch",
    "PatchMismatch",
    "Place",
    "Problem",
    "Sequence",
    "Text",
    "Value",
    "YamlError",
    "collector_paused",
    "entry_lines",
    "insert_entry",
    "key_scalar",
    "line_of",
    "locate",
    "read",
    "remove_entry",
    "rename_key",
    "scalar",
    "set_scalar",
]
