"""Phone numbers as people write them."""


def spaced(value: str) -> str:
    """An E.164 value in its country's format; a short code unchanged."""
    if not value.startswith("+"):
        return value
    import phonenumbers

    number = phonenumbers.parse(value)
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
