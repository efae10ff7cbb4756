"""What the `registry` commands print."""
