"""What is printed: a document is built once from a case and its standing, and renderers only render it."""
