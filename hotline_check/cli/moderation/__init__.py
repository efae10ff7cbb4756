"""Moderation on GitHub: what the action in action.yml runs on a new issue, request or comment."""
