"""Host names: who owns them, and which ones imitate a platform's."""
