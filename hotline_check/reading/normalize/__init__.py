"""Undo disguises: a text of the same length in plain characters and digits."""
