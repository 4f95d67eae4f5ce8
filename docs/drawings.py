"""Draws the pictures that docs/pictures.md shows: those that `ach` prints of the shipped case.

Run with `python -m docs.drawings`. A test holds the files and the commands together.
"""

from __future__ import annotations

from docs.outputs import PROJECT, printed

DRAWINGS = {
    "scores.svg": "score specialists-2019 --analyst baseline --format svg",
    "timeline.svg": "timeline specialists-2019 --analyst baseline --by event --format svg",
}
"""Each file beside this one, with what prints it."""


def main() -> None:
    """Rewrite the files that are out of date."""
    for name, arguments in DRAWINGS.items():
        drawn, file = printed(arguments), PROJECT / "docs" / name
        if not file.exists() or file.read_text(encoding="utf-8") != drawn:
            file.write_text(drawn, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
