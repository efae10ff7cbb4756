"""Making signed releases: keys, the repository, staging and publishing."""
