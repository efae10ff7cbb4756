"""What of a text was not read, and may be a contact all the same."""
