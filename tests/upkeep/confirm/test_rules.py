import pytest

from hotline_check.upkeep.confirm.robots_rules import rules_for

US = "hotline-check"


def allowed(text: str, path: str) -> bool:
    return rules_for(text, US).allow("https://example.com" + path)


@pytest.mark.parametrize(
    ("pattern", "path", "fits"),
    [
        ("/", "/anything", True),
        ("/help", "/help", True),
        ("/help", "/helpdesk", True),
        ("/help/", "/help", False),
        ("/*/contact", "/en/contact", True),
        ("/*/contact", "/contact", False),
        ("/*.html$", "/a/b.html", True),
        ("/*.html$", "/a/b.html/c", False),
        ("/help$", "/help", True),
        ("/help$", "/help/x", False),
        ("*contact", "/en/contact-us", True),
        ("/a*b*c$", "/a-b-b-c", True),
        ("/a*b*c$", "/a-b-c-d", False),
        ("/ab*ba$", "/aba", False),
        ("/h%65lp", "/help", True),
        ("/über", "/%C3%BCber", True),
        ("/a%2Fb", "/a/b", False),
        ("/a/b", "/a%2Fb", False),
        ("/a%2fb", "/a%2Fb", True),
        ("/a%3Fb", "/a?b", False),
        ("/%7Ejoe", "/~joe", True),
        ("/a?b=%7E", "/a?b=~", True),
        ("/" + "*a" * 5_000, "/" + "a" * 4_000, False),
    ],
)
def test_what_a_pattern_fits(pattern: str, path: str, fits: bool) -> None:
    assert allowed(f"User-agent: *\nDisallow: {pattern}\n", path) is not fits


def test_the_longest_rule_decides_whatever_the_order() -> None:
    for text in ("Allow: /help\nDisallow: /", "Disallow: /\nAllow: /help"):
        assert allowed(f"User-agent: *\n{text}\n", "/help/contact")
        assert not allowed(f"User-agent: *\n{text}\n", "/about")
    assert allowed("User-agent: *\nDisallow: /help\nAllow: /help\n", "/help")


def test_an_escaped_slash_allows_no_other_path() -> None:
    text = "User-agent: *\nDisallow: /\nAllow: /a%2Fb\n"
    assert allowed(text, "/a%2Fb")
    assert not allowed(text, "/a/b")


def test_rules_by_name_come_before_rules_for_all() -> None:
    text = (
        "User-agent: *\nDisallow: /\n\nUser-agent: other\nUser-Agent: Hotline-Check/1.0\nAllow: /\n"
    )
    assert allowed(text, "/help")
    assert not rules_for(text, "somebody").allow("https://example.com/help")


def test_groups_of_one_name_count_together() -> None:
    text = (
        "User-agent: *\nDisallow: /a\n\nUser-agent: x\nDisallow: /\n\nUser-agent: *\nDisallow: /b\n"
    )
    assert not allowed(text, "/a")
    assert not allowed(text, "/b")
    assert allowed(text, "/c")


@pytest.mark.parametrize(
    "text", ["", "\x00\xff", "Disallow: /", "User-agent: *\nDisallow:\n", "<html>User-agent</html>"]
)
def test_what_forbids_nothing(text: str) -> None:
    assert allowed(text, "/help")


def test_delays() -> None:
    assert rules_for("User-agent: *\nCrawl-delay: 2.5 # slow\n", US).delay == 2.5
    for nonsense in ("soon", "-1", "inf", "nan"):
        assert rules_for(f"User-agent: *\nCrawl-delay: {nonsense}\n", US).delay == 0
