"""What each command prints: one module a screen."""
