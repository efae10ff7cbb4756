"""Fetch web pages and extract what they show."""
