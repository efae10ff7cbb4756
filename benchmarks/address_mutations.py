"""Own addresses with somebody's contact written into them, and the links of apps.

A page that repeats a part of its address shows whatever was written into it, so that a fake number
on an honest host is a common fraud.
"""

import random
from collections.abc import Iterator
from typing import Final
from urllib.parse import quote

from mutation import Line, Mutation, mutations
from web_mutations import STRANGER

_NUMBERS: Final = (
    *("1-202-555-0143", "+12025550143", "(202) 555-0143", "202.555.0143", "call 2025550143"),
    *("2O2-555-O143", "1 (202) 555 0143", "+44 113 496 0123", "0113-496-0123", "tel:2025550143"),
    *("٢٠٢-٥٥٥-٠١٤٣", "２０２－５５５－０１４３", "Hotline 202 555 0143", "+1.312.555.0147"),
)  # fmt: skip
_OTHERS: Final = (
    *(f"x@{STRANGER}", f"x(at){STRANGER}", f"mailto:x@{STRANGER}", STRANGER, f"www.{STRANGER}"),
    *(STRANGER.replace(".", "(.)"), f"{STRANGER}/login", f"{STRANGER}:8443", "203.0.113.7"),
    *("t.me/mailhub_example", "https://wa.me/12025550143", "http://3405803783/"),
)
_PLACES: Final = (
    *("search?q={}", "?q={}", "?query=help+{}", "#{}", "help#{}", "help/{}", "{}", "{}/help"),
    *("en/support/{}?lang=en", "help?text={}&lang=en", "a;b={}", "search?q=Call%20us%20{}"),
)


@mutations("contacts in own addresses", "host")
def contacts_in_own_addresses(line: Line, rng: random.Random) -> Iterator[Mutation]:
    """A number, mailbox or host in the path, query or fragment of an own address: no all-clear."""
    for contact in (*_NUMBERS, *_OTHERS):
        for place in _PLACES:
            if contact in _NUMBERS or rng.random() < 0.5:
                shown = quote(contact, safe=rng.choice(("+()@:/.", "")))
            else:
                shown = contact
            scheme = rng.choice(("https://", "http://", "", "https://www.", "https://help."))
            text = f"{scheme}{line.value}/{place.format(shown)}"
            claimed = rng.random() < 0.7
            match rng.randrange(4):
                case 0:
                    body = f'<p><a href="{text}">Help</a></p>'
                    yield Mutation(body, suffix=".html", is_claimed=claimed)
                case 1:
                    yield Mutation(f"Open {text} now.\n", suffix=".txt", is_claimed=claimed)
                case _:
                    yield Mutation(text, is_claimed=claimed)


@mutations("links of apps", "host")
def app_links(line: Line, rng: random.Random) -> Iterator[Mutation]:
    """Android's `intent:`, which names a host and opens another one, or an app."""
    host = line.value
    away = quote(f"https://{STRANGER}/", safe="")
    strangers = (
        f"intent://{STRANGER}#Intent;scheme=https;end",
        f"intent://{STRANGER}#Intent;scheme=https;S.x={host};end",
        f"intent://{STRANGER}/{host}#Intent;scheme=http;package=com.android.chrome;end",
        f"INTENT://{STRANGER}#Intent;scheme=https;S.title=https://{host};end",
        f"intent:https://{STRANGER}/#Intent;S.u={host};end",
        f"intent:#Intent;S.browser_fallback_url={away};S.x={host};end",
        f"intent://{host}@{STRANGER}/#Intent;scheme=https;end",
        f"intent://{host}.{STRANGER}/#Intent;scheme=https;end",
    )
    others = (
        f"intent://{host}#Intent;scheme=https;S.browser_fallback_url={away};end",
        f"intent://{host}/#Intent;S.browser_fallback_url=https://{STRANGER};scheme=http;end",
        f"intent://{host}#Intent;scheme=evil;end",
        f"intent://{host}/#Intent;scheme=https;package=com.example.mailhub;end",
        f"intent://{host}/#Intent;scheme=https;component=com.example/.Open;end",
        f"intent://{host}#Intent;scheme=tel;end",
        f"intent:+12025550143#Intent;scheme=tel;S.x={host};end",
        f"intent://{host}#Intent;action=android.intent.action.VIEW;end",
        f"intent:{host}",
        f"intent://{host}",
        f"android-app://com.example.mailhub/https/{host}",
        f"microsoft-edge:https://{STRANGER}/?{host}",
        f"x-safari-https://{STRANGER}/{host}",
        f"googlechrome://{STRANGER}/#{host}",
        f"view-source:https://{STRANGER}/#{host}",
        f"market://details?id={host}",
        f"itms-apps://{host}",
    )
    own = (
        f"intent://{host}#Intent;scheme=https;end",
        f"intent://{host}/help#Intent;scheme=http;package=com.android.chrome;end",
        f"intent:https://{host}/#Intent;end",
    )
    for text in (*strangers, *others, *own):
        claimed = rng.random() < 0.7
        meant = frozenset({host}) if text in own else frozenset[str]()
        opens = STRANGER if text in strangers[:6] else host if text in own else ""
        yield Mutation(text, meant, is_claimed=claimed, opens=opens)
        page = f'<p><a href="{text}">Help</a></p>'
        yield Mutation(page, meant, suffix=".html", is_claimed=claimed, opens=opens)
