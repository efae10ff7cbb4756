"""Links: where they are written in a text, and what their targets open, dial or write to."""
