"""What the registry knows about each platform, and what to research next."""
