"""Reading a source's document beside its items, and taking items from marked passages. `opening.read` is the way in."""
