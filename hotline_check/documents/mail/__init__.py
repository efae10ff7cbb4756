"""Mails and mailboxes -> header fields and parts of text, with positions, in constant memory."""
