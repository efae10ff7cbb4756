"""The forms in which numbers and names are compared: keys, digits, near numbers."""
