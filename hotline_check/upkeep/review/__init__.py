"""Review: compare two states of a registry, and show the history of an entry."""
