"""PDF files: their text, where their links and forms lead, and the files in them."""
