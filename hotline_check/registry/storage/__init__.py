"""The registry as an SQLite snapshot: build, choose and open it."""
