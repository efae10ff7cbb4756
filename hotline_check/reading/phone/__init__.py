"""One phone number: its parts, its country, and what the numbering plans say of it."""
