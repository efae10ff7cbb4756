"""The local page and the HTTP API: the same engine as the program, for a browser."""
