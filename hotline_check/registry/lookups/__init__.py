"""Look-ups: who publishes a contact or warns of it, and which known values it resembles."""
