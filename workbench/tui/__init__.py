"""The terminal workbench: `app.Workbench` is the way in."""

import os

FRAMES = "480"
"""Frames a second that Textual may draw. It draws only what changed and only when something did, but
keeps to this rhythm: at its own 60 the saved mark would wait up to 17 ms for the next beat."""

os.environ.setdefault("TEXTUAL_FPS", FRAMES)  # read when Textual is imported, which is after this
