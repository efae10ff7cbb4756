"""Exports of chats whose messages say who wrote them in words: WhatsApp, Telegram as pages."""
