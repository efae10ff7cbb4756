"""Maintain the registry: edit it, confirm it against its sources, publish and install releases."""
