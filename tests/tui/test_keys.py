"""One table of keys, from which everything that shows keys is made."""

from __future__ import annotations

from pathlib import Path

from textual.binding import Binding

from workbench.tui import keys
from workbench.tui.screen import MatrixScreen, bindings

TAKEN = {"ctrl+b", "ctrl+a", "ctrl+s", "ctrl+q", "ctrl+j", "ctrl+k"}
DOCUMENT = Path(__file__).parents[2] / "docs" / "keys.md"


def test_the_document_is_made_from_the_table() -> None:
    assert DOCUMENT.read_text(encoding="utf-8") == keys.markdown()


def test_no_key_and_no_id_is_given_twice() -> None:
    every = [k for key in keys.TABLE for k in key.keys]
    ids = [key.id for key in keys.TABLE]
    assert len(set(every)) == len(every)
    assert len(set(ids)) == len(ids)


def test_every_binding_has_an_id_and_a_sentence() -> None:
    assert all(isinstance(b, Binding) and b.id and b.tooltip for b in bindings())


def test_nothing_essential_is_on_a_key_that_others_take() -> None:
    assert all(set(key.keys) - TAKEN or not key.keys for key in keys.TABLE)


def test_every_action_exists() -> None:
    names = {key.action.partition("(")[0] for key in keys.TABLE}
    assert all(hasattr(MatrixScreen, f"action_{name}") for name in names)


def test_help_stands_first_in_the_key_line() -> None:
    assert all(keys.brief(seen=seen)[0].id == "help" for seen in (True, False))
