"""The registry as one SQLite snapshot: building, choosing and opening it."""
