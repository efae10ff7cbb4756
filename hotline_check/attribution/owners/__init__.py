"""Who a contact in a text may belong to other than the platform that the text names."""
