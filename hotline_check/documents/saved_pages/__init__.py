"""Files of crawlers and browsers that hold pages."""
