"""Two evidence rows, or two hypotheses, side by side."""
