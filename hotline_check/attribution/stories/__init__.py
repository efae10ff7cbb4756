"""Whether a text tells what happened to somebody, and does not offer the contact in it."""
