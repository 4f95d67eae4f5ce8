"""An empty Textual app: the least that any program in this terminal library costs to start."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class EmptyApp(App[None]):
    """One word on an empty screen."""

    def compose(self) -> ComposeResult:
        """The word that the clock waits for."""
        yield Static("READY")


if __name__ == "__main__":
    EmptyApp().run()
