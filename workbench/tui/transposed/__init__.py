"""The matrix transposed: hypotheses down the side, evidence across, as `ach matrix --transpose` prints it."""
