"""Web addresses, e-mail addresses and social handles: finding them and reading one."""
