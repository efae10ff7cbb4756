"""Any text -> readings: undo disguises, find contacts, read one contact."""
