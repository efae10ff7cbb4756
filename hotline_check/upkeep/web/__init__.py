"""Fetching pages from the network, and what they say."""
