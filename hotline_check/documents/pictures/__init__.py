"""Pictures: the text that they show and the QR codes in them."""
