"""`registry confirm`: look at the platforms' own pages and say what still stands there."""
