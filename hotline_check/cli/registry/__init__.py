"""The `registry` commands, for maintainers."""
