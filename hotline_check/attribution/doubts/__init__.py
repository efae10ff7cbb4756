"""What in the text around a listed contact speaks against listing it."""
