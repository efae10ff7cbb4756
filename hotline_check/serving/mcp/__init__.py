"""The MCP server: what AI assistants may ask, over stdio or HTTP (extra `mcp`)."""
