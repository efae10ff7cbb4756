"""JSON of any shape and JSON lines -> the text of their strings, with positions."""
