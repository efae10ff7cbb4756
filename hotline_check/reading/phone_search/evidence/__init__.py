"""What the text around digits says for or against their being a phone number."""
