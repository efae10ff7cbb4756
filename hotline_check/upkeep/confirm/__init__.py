"""`registry confirm`: check the platforms' own pages for the channels that we list."""
