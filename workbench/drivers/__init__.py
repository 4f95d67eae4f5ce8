"""What git calls: the merge driver, which merges files of a workspace by cell, item and field, and the textconv."""
