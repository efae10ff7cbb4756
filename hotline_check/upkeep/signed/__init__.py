"""Signed releases of a registry: publishing them, pinning a source, pulling and rolling back."""
