"""One verdict of every kind, about fictional platforms: what the golden screens are made from."""

from collections.abc import Iterator
from pathlib import Path

from hotline_check.verdict.models import Direction, Verdict
from tests.entries import (
    AU_LINE,
    GB_FREE,
    GB_LINE,
    US_FREE,
    US_LINE,
    US_OTHER,
    Entry,
    ask,
    authority,
    elsewhere,
    phone,
    platform,
    reported,
    says,
    sighting,
    write,
)

POLICE = "+441134960199"
BANK_WATCH = "+441134960188"
OLD = sighting(seen="2026-01-05")


def registry(folder: Path) -> Path:
    """A registry in which every row of the verdict table has its reason to be."""
    return write(
        folder,
        platform(
            "example",
            **says("published"),
            calls="never",
            calls_source=sighting(),
            never_asks=["password", "2fa-code"],
            never_asks_source=sighting(),
            channels=[
                phone(US_LINE, regions=["US"], topics=["lock-account", "security"]),
                phone(US_OTHER, inbound_only=True, regions=["US"]),
                phone(US_FREE, retired="2026-10-01"),
                phone(GB_LINE, disputed=True),
                phone(GB_FREE, secondhand=True, sightings=[elsewhere()]),
                phone(AU_LINE, sightings=[OLD]),
                {
                    "kind": "help-center",
                    "value": "https://help.example.com",
                    "sightings": [sighting()],
                },
                {"kind": "x", "value": "@ExampleHelp", "sightings": [sighting()]},
                {"kind": "email", "value": "security@example.com", "sightings": [sighting()]},
            ],
            impostors=[
                {"kind": "host", "value": "example-login.net", "relation": "fake"},
                {"kind": "host", "value": "mirror.net", "relation": "mirror"},
            ],
            withheld=[{"value": "+13055550111", "why": "unconfirmed", "sightings": [elsewhere()]}],
        ),
        platform("silent", **says("none", url="https://silent.com/help")),
        platform("quiet", **says("none", "inferred", url="https://quiet.com/help")),
        platform("hearsay", **says("none", **_third_party())),
        platform("caller", **says("callback-only", url="https://caller.com/help")),
        platform("closed", status="closed", **says("published", url="https://closed.com/help")),
        platform("riddle"),
        platform(
            "cardly",
            channels=[
                phone(
                    CARD_LINE,
                    customers=["card"],
                    regions=["AU"],
                    sightings=[sighting("https://cardly.com/card", **ARCHIVED)],
                )
            ],
            policy_scopes=[
                {
                    "policy": "published",
                    "basis": "stated",
                    "customers": ["card"],
                    "regions": ["AU"],
                    "source": sighting("https://cardly.com/card", **ARCHIVED),
                }
            ],
            **says("none", "inferred", url="https://cardly.com/help"),
        ),
        platform(
            "sleepy",
            calls="rare",
            calls_source=sighting("https://sleepy.com/help"),
            channels=[phone("+12125550155", sightings=[sighting("https://sleepy.com/help")])],
        ),
        platform(
            "hinting",
            calls="never",
            calls_basis="inferred",
            calls_source=sighting() | {"url": "https://hinting.com/help"},
        ),
        reports=[reported("riddle", "+13235550166")],
        authorities=[
            {
                "country": "GB",
                "authorities": [
                    authority(
                        phone=POLICE,
                        names={"cy": "Heddlu Enghreifftiol", "zh": "示例警察", "ja": "例の警察"},
                    ),
                    authority(
                        name="Example Bank Watch",
                        phone=BANK_WATCH,
                        sightings=[elsewhere()],
                    ),
                ],
            }
        ],
    )


CARD_LINE = "+61255501299"
ARCHIVED = {
    "how": "archived-copy",
    "archive": "https://web.archive.org/web/20261122081500/https://cardly.com/card",
}


def _third_party() -> Entry:
    return {
        "url": "https://news.example.net/a",
        "source_kind": "third-party",
        "page_date": "2017-11-01",
    }


CASES: dict[str, tuple[str, str | None, Direction]] = {
    "listed": (US_LINE, "example", "dialling"),
    "listed-without-claim": (US_LINE, None, "dialling"),
    "listed-disguised": ("+1 (2O2) 555-O123", "example", "dialling"),
    "listed-email": ("security@example.com", "example", "dialling"),
    "listed-url": ("https://help.example.com/a", None, "dialling"),
    "listed-for-some": (CARD_LINE, "cardly", "dialling"),
    "unreadable": ("hello there", None, "dialling"),
    "unreadable-fragment": ("+1 202 55", None, "dialling"),
    "unreadable-service-code": ("**21*+12025550123#", "example", "dialling"),
    "unreadable-reordered": ("+1 202 555 \u202e3210\u202c", "example", "dialling"),
    "ambiguous-country": ("2025550123", None, "dialling"),
    "inbound-only": (US_OTHER, "example", "they-called"),
    "caller-id-unproven": ("+12125550155", "sleepy", "they-called"),
    "caller-id-unproven-callback": ("+12025550199", "caller", "they-called"),
    "caller-id-unproven-email": ("security@example.com", "example", "they-called"),
    "retired": (US_FREE, "example", "dialling"),
    "reported": ("+13235550166", "riddle", "dialling"),
    "reported-url": ("example-login.net", None, "dialling"),
    "other-platform": (US_LINE, "silent", "dialling"),
    "disputed": (GB_LINE, "example", "dialling"),
    "secondhand": (GB_FREE, "example", "dialling"),
    "stale": (AU_LINE, "example", "dialling"),
    "lookalike": ("+12025550124", "example", "dialling"),
    "lookalike-url": ("example-support.com", None, "dialling"),
    "no-phone-line": ("+13055550177", "silent", "dialling"),
    "no-phone-line-inferred": ("+13055550177", "quiet", "dialling"),
    "no-phone-line-secondhand": ("+13055550177", "hearsay", "dialling"),
    "no-phone-line-callback": ("+13055550177", "caller", "dialling"),
    "no-phone-line-for-most": ("+13055550177", "cardly", "dialling"),
    "not-listed": ("+13055550177", "example", "dialling"),
    "withheld": ("+13055550111", "example", "dialling"),
    "authority": (POLICE, None, "dialling"),
    "authority-claimed": (POLICE, "example", "dialling"),
    "authority-calling": (POLICE, None, "they-called"),
    "authority-secondhand": (BANK_WATCH, None, "dialling"),
    "not-listed-url": ("elsewhere.org", "example", "dialling"),
    "not-listed-closed": ("+13055550177", "closed", "dialling"),
    "not-listed-called": ("+13055550177", "closed", "they-called"),
    "inbound-only-never-calls-inferred": ("+13055550177", "hinting", "they-called"),
    "inbound-only-never-calls": ("+13055550177", "example", "they-called"),
    "unknown": ("+13055550177", None, "dialling"),
    "unknown-called": ("+13055550177", None, "they-called"),
    "unknown-no-such-claim": (US_LINE, "exampel", "dialling"),
    "unknown-claimed": ("+13055550177", "riddle", "dialling"),
    "unknown-mirror": ("mirror.net", None, "dialling"),
    "unknown-account": ("@ExampleHelp", "example", "dialling"),
    "unknown-account-elsewhere": ("https://t.me/ExampleHelp", "example", "dialling"),
    "unknown-account-alike": ("https://t.me/ExampleRefund", "example", "dialling"),
    "lookalike-account": ("https://x.com/ExampleRefund", "example", "dialling"),
    "unknown-near-url": ("example.info", None, "dialling"),
    "unknown-name-inside": ("examplefans.org", None, "dialling"),
    "not-listed-name-inside": ("examplefans.org", "example", "dialling"),
    "unknown-may-have-called": (f"I'm on the phone with {US_LINE}", "example", "dialling"),
    "unknown-may-have-written": ("security@example.com scared my mother", "example", "dialling"),
    "unknown-anybodys-page": ("https://example.com/$support", "example", "dialling"),
    "unknown-leads-on": ("https://example.com//evil.net", "example", "dialling"),
    "unknown-shows-contact": ("https://example.com/help#312*555*0147", "example", "dialling"),
    "unknown-grants-access": ("https://example.com/oauth/authorize", "example", "dialling"),
    "unknown-other-port": ("https://example.com:8443/", "example", "dialling"),
    "unknown-domain-as-account": ("@example.com", "example", "dialling"),
    "unknown-public-body": ("https://reportfraud.ftc.gov/", "example", "dialling"),
    "unknown-app-store": ("https://apps.apple.com/app/id1", "example", "dialling"),
    "caller-id-unproven-link": ("https://help.example.com/a", "example", "they-called"),
    "unknown-sender": ("joe@example.com", "example", "dialling"),
}


def verdicts(folder: Path) -> Iterator[tuple[str, Verdict]]:
    """Every case with its verdict."""
    registry(folder)
    for name, (text, claim, direction) in CASES.items():
        yield name, ask(folder, text, claim=claim, direction=direction)
