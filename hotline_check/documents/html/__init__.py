"""HTML -> the text a reader sees, what the page hides, and its links, with positions."""
