"""The static site: the registry as pages that any file host can serve (extra `serve`)."""
