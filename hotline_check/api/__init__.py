"""The Python API: a registry to ask, typed results, and their JSON."""
