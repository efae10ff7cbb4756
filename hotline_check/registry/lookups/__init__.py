"""Questions to the registry: who publishes or warns of a contact, and what is near it."""
