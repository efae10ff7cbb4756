"""Brand names in a text, and which brand a contact is said to belong to."""
