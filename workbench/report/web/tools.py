"""The controls above a matrix. They stay hidden where no script runs: everything is read without them."""

from __future__ import annotations

from collections.abc import Iterable

from workbench.report import palette
from workbench.report.document import Table
from workbench.report.web.markup import Markup, element, plain, words


def written(table: Table, name: str) -> Markup:
    """The controls of a table: find, letters, blocks, order, transpose, and all as it was printed."""
    heads = [(str(at), column.head) for at, column in enumerate(table.columns)]
    rated = [pair for pair, column in zip(heads, table.columns, strict=True) if not column.stub]
    stubs = [pair for pair, column in zip(heads, table.columns, strict=True) if column.stub and not column.prose]
    bands = [(str(at), band.title) for at, band in enumerate(table.bands) if band.title]
    status = element("p", role="status", class_="told")
    return element(
        "form",
        _labelled("Find", element("input", type="search", name="find", autocomplete="off", spellcheck="false")),
        _choice("Letter", "letter", "any", [(letter, letter) for letter in letters(table)]),
        _choice("under", "under", "any column", rated),
        *([_choice("Block", "band", "all", bands)] if len(bands) > 1 else []),
        _choice("Sort by", "sort", "as printed", [*stubs, *rated]),
        _button("turn", "Reverse"),
        _button("transpose", "Transpose"),
        element("button", Markup("Reset"), type="reset"),
        status,
        class_="tools",
        data_of=name,
        aria_label="Matrix: find, sort, transpose",
        hidden=True,
    )


def letters(table: Table) -> list[str]:
    """The letters in the cells of a matrix, from strongly expected to not rated, each as it is printed."""
    cells = [cell for band in table.bands for line in band.lines for cell in line.cells]
    printed = {cell.tone: cell.text for cell in reversed(cells)}
    return [printed[tone] for tone in palette.CELLS if tone in printed]


def _labelled(label: str, control: Markup) -> Markup:
    return element("label", element("span", Markup(label)), control)


def _choice(label: str, name: str, every: str, options: Iterable[tuple[str, str]]) -> Markup:
    """A list to choose from; its first entry stands for all."""
    known = (element("option", plain(text), value=value) for value, text in options)
    return _labelled(label, element("select", Markup(f'<option value="">{words(every)}</option>'), *known, name=name))


def _button(name: str, label: str) -> Markup:
    return element("button", Markup(label), type="button", name=name, aria_pressed="false")
