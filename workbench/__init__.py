"""A terminal workbench for Analysis of Competing Hypotheses (ACH)."""

__version__ = "0.1.0"
