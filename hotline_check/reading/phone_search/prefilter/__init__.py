"""Where a text may hold phone numbers: cheap byte patterns before the full search."""
