"""Keeping the registry true: edit, confirm against source pages, signed updates, publish."""
