"""The same answers beyond the terminal: tables, a page, an HTTP API, a static site, assistants."""
