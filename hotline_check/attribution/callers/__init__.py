"""Which contacts of a text called or wrote to somebody, by words in many languages."""
