"""Forms: several fields asked for at once, checked while one types. `form.Form` is the screen, `field` what it asks."""
