"""What the registry knows of each platform, and what is worth finding next."""
