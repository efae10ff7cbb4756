"""Whether a text narrates what happened to somebody, instead of offering the contact in it."""
