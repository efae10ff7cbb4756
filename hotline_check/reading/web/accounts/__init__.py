"""Accounts of messengers and social networks that their label gives away."""
