"""The forms in which contacts are looked up."""


def contact_key(value: str) -> str:
    """The look-up form of a contact: lower case, without `@`, scheme and final slash."""
    if value[:1] == "+" and value[1:].isdecimal():
        return value  # most of what is looked up
    bare = value.casefold().removeprefix("@")
    return bare.removeprefix("https://").removeprefix("http://").rstrip("/")


def account_key(value: str) -> str:
    """The look-up form of an account: its bare name, without the network's host.

    >>> account_key("https://t.me/ExampleHelp"), account_key("@ExampleHelp")
    ('examplehelp', 'examplehelp')
    """
    return contact_key(value).rpartition("/")[2].removeprefix("@")
