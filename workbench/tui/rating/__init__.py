"""Rating mode: one row at a time on the whole screen, across the hypotheses, with nothing of the answer in sight."""
