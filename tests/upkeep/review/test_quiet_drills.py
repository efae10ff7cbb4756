"""Poisoned edits that change no contact: they take a warning away, or speak in other words."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from hotline_check.registry.folder import load
from hotline_check.upkeep.review.compare import compare
from tests.entries import TODAY, elsewhere, sighting
from tests.upkeep.review.test_drills import (
    FAKE,
    Registry,
    _states,
    _written,
    adds,
    body,
    entry,
    honest,
    line,
    note,
    sets,
)

FAKE_HOST = {"kind": "host", "value": "example-login.com"}


def report(**keys: Any) -> Callable[[Registry], Any]:
    """A drill that edits the reported number."""
    return lambda registry: registry["reports"][0]["numbers"][0].update(keys)


def sighted(**keys: Any) -> Callable[[Registry], Any]:
    """A drill that edits the first sighting of the first channel."""
    return line(lambda channel: channel["sightings"][0].update(keys))


DRILLS: dict[str, Callable[[Registry], Any]] = {
    # what makes a "do not dial" milder
    "a fake number as one that the platform prints": entry(
        adds(
            "withheld",
            {"value": FAKE, "why": "not-support", "sightings": [elsewhere()]},
        )
    ),
    "a fake host as another company's": entry(
        adds("impostors", FAKE_HOST | {"relation": "other-company"})
    ),
    "a fake host as a mirror": entry(adds("impostors", FAKE_HOST | {"relation": "mirror"})),
    "a report that is excused": report(note={"en": "The report was a mistake; it is genuine."}),
    "a report with a number to ring instead": report(note={"en": "It is +1 202 555 0199 now."}),
    "a report with another page": report(
        sightings=[{"url": "https://blog.example.org/t/9", "seen": TODAY}]
    ),
    # what makes a real contact look wrong
    "a real line retired": line(sets(retired=dt.date(2026, 11, 1))),
    "a real line disputed": line(sets(disputed=True)),
    "a real line at second hand": line(sets(secondhand=True)),
    "a real line removed": entry(lambda e: e["channels"].pop(1)),
    # evidence
    "a stored copy as seen live": sighted(how="live"),
    "an archive of somebody's own": sighted(
        how="archived-copy", archive="https://archive.example.org/https://example.com/contact"
    ),
    "a newspaper as the operator": line(
        lambda c: c["sightings"].append(sighting("https://news.example.org/story"))
    ),
    "a domain shared with another": entry(
        lambda e: e["domains"].__setitem__(
            0, {"domain": "example.com", "shared_with": ["bravo"], "sightings": [sighting()]}
        )
    ),
    "another page for a described domain": entry(
        lambda e: e["domains"].__setitem__(
            0, {"domain": "example.com", "sightings": [sighting("https://example.net/we")]}
        )
    ),
    # a contact in other spellings
    "a number with letters": note("Ring +l 2O2 555 Ol99."),
    "a number in Roman script of others": note("Ring ＋１ ２０２ ５５５ ０１９９."),
    "a host with another dot": note("See example-desk․com first."),
    "a host with an ideographic dot": note("See example-desk。com first."),
    "a defanged address": note("See hxxps://example-desk[.]com/"),
    "an IP address": note("Open 203.0.113.7 in the browser."),
    "a shortened link": note("Open bit ly/3xAmple."),
    "an account of another messenger": note("Add examplehelp on Signal."),
    "an account of LINE": note("LINE ID: examplehelp"),
    "an account of KakaoTalk": note("Write to it.", "加 KakaoTalk：examplehelp"),
    "an account of QQ": note("Write to it.", "QQ 客服 examplehelp"),
    "an account of Discord": note("Open a ticket with examplehelp on Discord."),
    "a code to scan": note("Scan the QR code that they send."),
    # a lure in other spellings and words
    "a lure with Cyrillic letters": note("They ask for the s\u0435\u0435d phr\u0430se first."),
    "a lure in full width": note("They ask for the ｓｅｅｄ ｐｈｒａｓｅ first."),
    "a lure with spaces": note("They ask for the s e e d  p h r a s e first."),
    "a wallet to connect": note("Connect your wallet so that they can verify it."),
    "a login to approve": note("Approve the login that appears on your phone."),
    "digits to read out": note("Read them the digits that arrive on your phone."),
    "protection to turn off": note("Turn off two-step verification before you write."),
    "a machine to pay at": note("Pay at a bitcoin ATM and keep the receipt for them."),
    "an employee to believe": note("Their agent has a badge number and may phone you."),
    "a wallet to connect, in Chinese": note("Write to it.", "请先连接钱包进行验证。"),
    "a code to scan, in Chinese": note("Write to it.", "请扫描客服发来的二维码。"),
    "a login to approve, in Chinese": note("Write to it.", "请在手机上批准登录请求。"),
    # authorities
    "an authority that asks for a phrase, in Russian": body(
        sets(about={"en": "Takes reports.", "ru": "Назовите сид-фразу."})
    ),
    "an authority that asks for money, in Ukrainian": body(
        sets(about={"en": "Takes reports.", "uk": "Сплатіть комісію."})
    ),
    "an authority with a host in its name": body(
        sets(names={"en": "Example Police (example-police.com)"})
    ),
}


@pytest.mark.parametrize("drill", DRILLS.values(), ids=DRILLS)
def test_a_poisoned_edit_is_refused_or_marked(
    drill: Callable[[Registry], Any], tmp_path: Path
) -> None:
    old, new = _states(tmp_path, drill)
    assert not old[1]
    assert new[1] or any(change.danger for change in compare(old, new, TODAY))


def test_a_warning_taken_out_of_a_note_is_marked(tmp_path: Path) -> None:
    warned = note("It never asks for your seed phrase.")
    was, now = honest(), honest()
    warned(was)
    old, new = (load(_written(tmp_path / n, r), TODAY) for n, r in (("old", was), ("new", now)))
    assert any(c.code == "text-removed" and c.danger for c in compare(old, new, TODAY))
