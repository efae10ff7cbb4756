"""A host, an address or an account is read whole or not at all."""

import pytest

from hotline_check.reading import codes, find, read

SIGNS = "!$~*'(),;&{}`=+\"^%"
ODD = "\u202e\u2024\u2044\u203a\u2010\u2013\u00b7\u2122\u2215\u2571\u27cb\uff0f\x00\x1f"
HIDDEN = "\u200b\u00ad\u2060\u200d\ufe0f\u034f\u2063"
DOTS = "\u3002\uff0e\uff61"


def values(text: str) -> list[str]:
    """What a pasted string is read as."""
    return [reading.value for found in read(text) for reading in found.readings]


def found_in(text: str) -> list[str]:
    return [reading.value for found in find(text) for reading in found.readings]


@pytest.mark.parametrize("sign", SIGNS + ODD)
@pytest.mark.parametrize("scheme", ["https://", ""])
def test_a_sign_does_not_end_a_host(sign: str, scheme: str) -> None:
    for text in (
        f"{scheme}example.com{sign}.evil.net",
        f"{scheme}evil{sign}example.com",
        f"help@example.com{sign}.evil.net",
    ):
        for value in values(text) + found_in(text):
            host = value.partition("//")[2].partition("/")[0] or value.partition("@")[2]
            assert host != "example.com", ascii(text)


@pytest.mark.parametrize("char", HIDDEN)
def test_hidden_characters_are_left_out_of_a_host_and_reported(char: str) -> None:
    for text, value in (
        (f"https://example.com{char}.evil.net", "https://example.com.evil.net/"),
        (f"https://evil{char}example.com", "https://evilexample.com/"),
        (f"exam{char}ple.com", "https://example.com/"),
        (f"evil{char}help@example.com", "evilhelp@example.com"),
    ):
        (found,) = read(text)
        assert [each.value for each in found.readings] == [value]
        assert codes.TAG_HIDDEN in found.readings[0].disguise


@pytest.mark.parametrize("dot", DOTS)
def test_dots_of_other_scripts_are_dots(dot: str) -> None:
    assert values(f"https://example.com{dot}evil.net") == ["https://example.com.evil.net/"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (r"https://evil.net\@example.com/login", r"https://evil.net\@example.com/login"),
        ("http://evil.net#@example.com", "http://evil.net/"),
        ("https://evil.net@example.com", "https://evil.net@example.com/"),
        ("https://example.com:8443", "https://example.com:8443/"),
        ("https://a.example.com/?u=https://evil.net", "https://a.example.com/?u=https://evil.net"),
        ("evil!help@example.com", "evil!help@example.com"),
        ("evil/help@example.com", "evil/help@example.com"),
        ("https://币安example.com", "https://xn--example-1w8n10q.com/"),
    ],
)
def test_as_a_browser_would_open_it(text: str, value: str) -> None:
    if "币" in text:
        assert values(text)[0].startswith("https://xn--")
    else:
        assert values(text) == [value]


@pytest.mark.parametrize(
    "text",
    [
        "javascript:alert('example.com')",
        "javascript://example.com/%0aalert(1)",
        "data:text/html,example.com",
        "ftp://example.com",
        "http://[example.com]/",
        "https://example.com%2eevil.net",
        "https://example.com\t.evil.net",
        "https://evil\nexample.com",
        "https://example.com%00.evil.net",
        "https://example.com:99999999",
        "help@example.com@evil.net",
        "help@example.com%evil.net",
        ".help@example.com",
        "[.]example.com",
        "example.com[.evil.net",
        "example.com{dot}evil.net",
        "example.com,evil.net",
        "evil.net:example.com",
        "官网example.com",
        "@some_name-other",
        "@some_name\u0301x",
    ],
)
def test_what_is_unreadable(text: str) -> None:
    (found,) = read(text)
    assert (found.readings, found.problem is not None) == ((), True)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Visit https://example.com.", "https://example.com/"),
        ("Visit example.com, or call.", "https://example.com/"),
        ("(example.com)", "https://example.com/"),
        ("<https://example.com>", "https://example.com/"),
        ("[Example](https://example.com)", "https://example.com/"),
        ("Example (https://example.com) is", "https://example.com/"),
        ("**example.com**", "https://example.com/"),
        ("Website:example.com", "https://example.com/"),
        ("官网：example.com。", "https://example.com/"),
        ("请访问 example.com官网", "https://example.com/"),
        ("打开https://www.example.com/help，然后", "https://www.example.com/help"),
        ("“example.com”", "https://example.com/"),
        ("\u202aexample.com\u202c", "https://example.com/"),
        ("\ufeffhttps://example.com", "https://example.com/"),
        ("E-mail:help@example.com", "help@example.com"),
        ("mailto:help@example.com?subject=hi", "help@example.com"),
        ("'help@example.com'", "help@example.com"),
        ("help\uff20example.com", "help@example.com"),
        ("help at example dot com", "help@example.com"),
        ("Write to help at example dot co dot uk, please", "help@example.co.uk"),
        ("Visit us at example DOT com", "https://example.com/"),
        ("http://3221226219/login", "http://192.0.2.235/login"),
        ("http://[2001:db8::1]/login", "http://[2001:db8::1]/login"),
    ],
)
def test_addresses_in_a_sentence(text: str, value: str) -> None:
    assert values(text) == [value]
    assert found_in(text) == [value]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("官网example.com，请", ["https://example.com/"]),
        ("访问example.com和example.org吧", ["https://example.com/", "https://example.org/"]),
        ("example.com、example.org", ["https://example.com/", "https://example.org/"]),
        ("https://example.com官网.evil.net", []),
        ("https://币安example.com", []),
        ('{"url":"https:\\/\\/example.com\\/help","b":1}', ["https://example.com/help"]),
        ('<a href="https://example.com">here</a>', ["https://example.com/"]),
        ("a@example.com,b@example.org", ["a@example.com", "b@example.org"]),
        ("Example.com's support", ["https://example.com/"]),
    ],
)
def test_in_texts(text: str, expected: list[str]) -> None:
    assert [value.replace("Example", "example") for value in found_in(text)] == expected


def test_text_in_another_order_is_not_read() -> None:
    assert values("\u202ehttps://example.com") == []
    assert values("https://example.com\u202e/ten.live") == []


def test_many_addresses_are_all_found() -> None:
    text = "see https://example.com/a, help@example.org and `x\n" * 4000
    assert len(list(find(text))) == 8000
