"""Signed releases of a registry: publish, pin a source, update, roll back."""
