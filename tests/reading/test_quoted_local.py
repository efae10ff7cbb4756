"""What is quoted before the `@` of an address belongs to the address, even another address."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hotline_check.email_syntax import canonical
from hotline_check.reading import find, read


def values(text: str) -> list[list[str]]:
    """What a pasted string is read as, and what is found in a text that holds it."""
    return [
        [reading.value for found in finds for reading in found.readings]
        for finds in (read(text), find(f"Write to {text} today.\n"))
    ]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ('"help@example.com x"@evil.net', '"help@example.com x"@evil.net'),
        ('"help@example.com"@evil.net', '"help@example.com"@evil.net'),
        (r'"help\"@example.com"@evil.net', r'"help\"@example.com"@evil.net'),
        (r'"h\e\l\p@example.com"@evil.net', '"help@example.com"@evil.net'),
        ('"https://example.com/help x"@evil.net', '"https://example.com/help x"@evil.net'),
        ('"+1 202 555 0147"@evil.net', '"+1 202 555 0147"@evil.net'),
        ('<"help@example.com x"@evil.net>', '"help@example.com x"@evil.net'),
        ('mailto:"help@example.com"@evil.net', '"help@example.com"@evil.net'),
        ('x."help@example.com"@evil.net', '"x.help@example.com"@evil.net'),
        ('"help@example.com"."x y"@evil.net', '"help@example.com.x y"@evil.net'),
        ('"a b"@evil.net', '"a b"@evil.net'),
        ('"help"@example.com', "help@example.com"),
        ('""@evil.net', '""@evil.net'),
        ('"help@example.com，"@evil.net', '"help@example.com，"@evil.net'),
    ],
)
def test_the_host_after_the_last_quote_is_where_a_mail_goes(text: str, value: str) -> None:
    assert values(text) == [[value], [value]]


@pytest.mark.parametrize(
    "text",
    [
        'help@example.com"@evil.net',
        '"help@example.com"@evil.net@evil.org',
        '"help@example.com"x@evil.net"y',
        '"help@example.com"@evil.net.',
        '"help@example.com"@.evil.net',
        "\"help@example.com'@evil.net",
    ],
)
def test_a_broken_one_is_not_the_address_in_it(text: str) -> None:
    for found in values(text):
        assert "help@example.com" not in found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('{"email":"help@example.com"}', ["help@example.com"]),
        ('{"name":"@example_desk"}', ["@example_desk"]),
        ('a = "b", c = "@example_desk"', ["@example_desk"]),
        ('He said "write to help@example.com" and left', ["help@example.com"]),
        ('"Help desk" <help@example.com>', ["help@example.com"]),
    ],
)
def test_other_quotes_quote_no_mailbox(text: str, found: list[str]) -> None:
    assert [reading.value for each in find(text) for reading in each.readings] == found


@pytest.mark.slow
def test_many_quotes_take_linear_time() -> None:
    assert not list(find('"' * 100_000 + "@" + '"\\' * 50_000 + '"a@' * 25_000))


@settings(deadline=None)
@given(st.text('ab"\\@. ', max_size=12))
def test_what_is_written_canonically_stays(local: str) -> None:
    assert canonical(canonical(local)) == canonical(local)
