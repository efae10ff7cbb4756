"""Poisoned edits, as somebody would hide them in an honest-looking pull request.

Each must be refused by `registry validate` or marked for a second pair of eyes by `registry diff`.
"""

import copy
import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from hotline_check.registry.folder import load
from hotline_check.upkeep.review.compare import compare
from hotline_check.upkeep.review.sources import Side
from tests.entries import (
    GB_LINE,
    GB_PREMIUM,
    TODAY,
    US_FREE,
    US_LINE,
    US_OTHER,
    Entry,
    authority,
    channel,
    elsewhere,
    phone,
    platform,
    reported,
    says,
    sighting,
    write,
)

FAKE = "+12025550199"
Registry = dict[str, Any]
Edit = Callable[[Entry], Any]


def honest() -> Registry:
    """A registry in which everything that an attacker may want to change is there."""
    example = platform(
        "example",
        aliases=["Example Exchange"],
        domains=["example.com", "example.net"],
        **says("published"),
        calls="never",
        calls_source=sighting(),
        never_asks=["password", "seed-phrase"],
        never_asks_source=sighting(),
        verify_page="https://example.com/verify",
        note={"en": "Write to it; an answer takes a day.", "zh": "请写信；一天内答复。"},
        report_to={"kind": "email", "value": "fraud@example.com", "sightings": [sighting()]},
        channels=[
            phone(US_LINE, topics=["lock-account", "general"], regions=["US"], inbound_only=True)
            | {
                "sightings": [
                    sighting(as_printed="+1 202-555-0123"),
                    sighting("https://example.com/b"),
                ]
            },
            phone(GB_LINE, regions=["GB"], customers=["card"]),
            channel("email", "help@example.com", topics=["general"]),
            channel("form", "https://example.com/ask"),
            channel("x", "@example"),
            phone(US_OTHER, retired=dt.date(2026, 11, 1)),
        ],
        withheld=[{"value": GB_PREMIUM, "why": "premium-rate", "sightings": [elsewhere()]}],
        impostors=[
            {"kind": "host", "value": "examp1e.com", "relation": "fake"},
            {"kind": "telegram", "value": "@example_help", "relation": "fake"},
        ],
    )
    return {
        "platforms": [
            example,
            platform(
                "bravo", aliases=["Bravo Wallet"], **says("none", url="https://bravo.com/help")
            ),
        ],
        "reports": [reported("example", US_FREE)],
        "authorities": [
            {
                "country": "US",
                "authorities": [
                    authority(
                        phone="+12025550170",
                        names={"en": "Example Police", "es": "Policía de Ejemplo"},
                        about={"en": "Takes reports of fraud.", "es": "Recibe denuncias."},
                    )
                ],
            }
        ],
    }


def entry(change: Edit) -> Callable[[Registry], Any]:
    """A drill that edits the platform."""
    return lambda registry: change(registry["platforms"][0])


def line(change: Edit, at: int = 0) -> Callable[[Registry], Any]:
    """A drill that edits one of its channels."""
    return lambda registry: change(registry["platforms"][0]["channels"][at])


def body(change: Edit) -> Callable[[Registry], Any]:
    """A drill that edits the authority."""
    return lambda registry: change(registry["authorities"][0]["authorities"][0])


def sets(**keys: Any) -> Edit:
    return lambda part: part.update(keys)


def drops(*keys: str) -> Edit:
    return lambda part: [part.pop(key) for key in keys]


def adds(key: str, value: Any) -> Edit:
    return lambda part: part.setdefault(key, []).append(value)


def note(en: str, zh: str | None = None) -> Callable[[Registry], Any]:
    return entry(sets(note={"en": en} | ({"zh": zh} if zh else {})))


DRILLS: dict[str, Callable[[Registry], Any]] = {
    # numbers and addresses
    "a number added": entry(adds("channels", phone(FAKE))),
    "a number for a country": entry(adds("channels", phone(FAKE, regions=["US"]))),
    "a number swapped": line(sets(value=FAKE)),
    "a premium number": entry(adds("channels", phone(GB_PREMIUM))),
    "the reported number": entry(adds("channels", phone(US_FREE))),
    "a retired number back": line(drops("retired"), 5),
    "a retired number removed": entry(lambda e: e["channels"].pop(5)),
    "a mailbox elsewhere": entry(adds("channels", channel("email", "help@example.org"))),
    "a mailbox on the own domain": entry(adds("channels", channel("email", "ceo@example.com"))),
    "a mailbox swapped": line(sets(value="helpdesk@example.com"), 2),
    "a form on the own domain": entry(adds("channels", channel("form", "https://example.com/x"))),
    "a form elsewhere": entry(adds("channels", channel("form", "https://example.org/ask"))),
    "a form that leads on": line(sets(value="https://example.com/redirect//evil.com"), 3),
    "a form with an encoded target": line(
        sets(value="https://example.com/r/https:%2F%2Fevil.com"), 3
    ),
    "a form with a target in its query": line(
        sets(value="https://example.com/a?next=//evil.com"), 3
    ),
    "a form with a user name": line(sets(value="https://example.com@evil.com/"), 3),
    "a help page that leads on": entry(
        adds("channels", channel("help-center", "https://example.com/out/evil.com"))
    ),
    "a telegram account": entry(adds("channels", channel("telegram", "@example_desk"))),
    "an account swapped": line(sets(value="@example_desk"), 4),
    "a WeChat account": entry(adds("channels", channel("wechat", "example_kefu"))),
    "where fraud is reported": entry(lambda e: e["report_to"].update(value="fraud@example.org")),
    "the verify page leads on": entry(sets(verify_page="https://example.com/redirect//evil.com")),
    "another verify page": entry(sets(verify_page="https://example.com/verify2")),
    "no verify page": entry(drops("verify_page")),
    # domains
    "a domain added": entry(adds("domains", "example.org")),
    "a domain that looks like another's": entry(adds("domains", "bravo-help.com")),
    "another's domain": entry(adds("domains", "bravo.com")),
    "a domain removed": entry(lambda e: e["domains"].remove("example.net")),
    "a public suffix": entry(adds("domains", "co.uk")),
    "a help desk that many rent": entry(adds("domains", "zendesk.com")),
    "a page where anybody writes": line(
        lambda c: c["sightings"].append(sighting("https://example.com/forum/t/1"))
    ),
    # evidence
    "no sighting": line(sets(sightings=[])),
    "a stranger's page as its own": line(
        sets(sightings=[sighting("https://help.example.org/contact")])
    ),
    "a page replaced": line(lambda c: c["sightings"][1].update(url="https://example.com/c")),
    "a page removed": line(lambda c: c["sightings"].pop()),
    "a page with a query": line(
        lambda c: c["sightings"][0].update(url="https://example.com/a?say=call")
    ),
    "another number as printed": line(
        lambda c: c["sightings"][0].update(as_printed="+1 202-555-0199")
    ),
    "a younger date": line(lambda c: c["sightings"][0].update(seen=TODAY)),
    "a date to come": line(lambda c: c["sightings"][0].update(seen=TODAY + dt.timedelta(300))),
    "fresh for a year": entry(sets(fresh_days=366)),
    "fresh for ever": entry(sets(fresh_days=9999)),
    "its list called complete": entry(sets(coverage="complete")),
    "the page of the policy replaced": entry(
        lambda e: e["phone_policy_source"].update(url="https://example.com/other")
    ),
    # statements
    "no more never_asks": entry(drops("never_asks", "never_asks_source")),
    "never_asks without its page": entry(drops("never_asks_source")),
    "one secret less": entry(sets(never_asks=["password"])),
    "the page of never_asks replaced": entry(
        lambda e: e["never_asks_source"].update(url="https://example.com/other")
    ),
    "it calls people now": entry(sets(calls="rare")),
    "it says nothing of calls": entry(drops("calls", "calls_source")),
    "a policy unknown": entry(
        lambda e: (
            drops("phone_policy_basis", "phone_policy_source")(e),
            e.update(phone_policy="unknown"),
        )
    ),
    "the other platform has a phone": lambda r: r["platforms"][1].update(phone_policy="published"),
    "a stated policy made an inference": entry(sets(phone_policy_basis="inferred")),
    "a phone for some customers": entry(
        adds(
            "policy_scopes",
            {"policy": "published", "basis": "stated", "regions": ["DE"], "source": sighting()},
        )
    ),
    "a line that calls out": line(drops("inbound_only")),
    "a card line for everybody": line(drops("customers"), 1),
    "a line for another country": line(sets(regions=["IN"])),
    "no line to lock an account": line(sets(topics=["general"])),
    "closed": lambda r: (r["platforms"].pop(0), r["reports"].pop()),
    # warnings
    "a report removed": lambda r: r["reports"].clear(),
    "a report against a near number": lambda r: r["reports"][0]["numbers"].append(
        {
            "value": "+12025550124",
            "sightings": [{"url": "https://forum.example.net/t/2", "seen": TODAY}],
        }
    ),
    "a report against a published number": lambda r: r["reports"][0]["numbers"].append(
        {"value": US_LINE, "sightings": [{"url": "https://forum.example.net/t/2", "seen": TODAY}]}
    ),
    "a withheld number removed": entry(drops("withheld")),
    "a withheld number for another reason": entry(
        lambda e: e["withheld"][0].update(why="unconfirmed")
    ),
    "an impostor removed": entry(lambda e: e["impostors"].pop()),
    "an impostor called a mirror": entry(lambda e: e["impostors"][0].update(relation="mirror")),
    "another's site called a fake": entry(
        adds("impostors", {"kind": "host", "value": "bravo.com", "relation": "fake"})
    ),
    # names
    "another name": entry(sets(name="Example Global")),
    "another's name": entry(adds("aliases", "Bravo Wallet")),
    "another's name with a word": entry(adds("aliases", "Bravo Support")),
    "a lure as a name": entry(adds("aliases", "Official Help Desk")),
    "a name without its alias": entry(drops("aliases")),
    "a name that turns around": entry(sets(name="Exa\u202emple")),
    "a name with a control": entry(sets(name="Exa\u001b[31mmple")),
    "a name with a zero width space": entry(sets(name="Exa\u200bmple")),
    "an alias with tag letters": entry(adds("aliases", "Example\U000e0041")),
    "a note with a hidden mark": note("Write\u2066 to it."),
    # notes
    "a number in a note": note("Ring +1 202 555 0199 at night."),
    "a number in words": note("Ring two zero two five five five zero one nine nine."),
    "a number in Chinese words": note("Write to it.", "请拨打 二零二五五五零一九九"),
    "a number in Chinese": note("Write to it.", "客服电话：4001234567"),
    "an address as dot com": note("Write to help at example-desk dot com"),
    "a host in a note": note("See example-desk.com first."),
    "an account with its sign": note("Ask @example_desk."),
    "an account of a messenger": note("Message example_desk on Telegram."),
    "a Chinese account": note("Write to it.", "加微信 example_kefu"),
    "the seed phrase": note("Support will ask for your recovery phrase, this is normal."),
    "the seed phrase in Chinese": note("Write to it.", "客服会询问您的助记词，这是正常流程。"),
    "a safe wallet": note("They may move your coins to a safe wallet."),
    "a program": note("Install AnyDesk before you ask."),
    "a code": note("Have the SMS code at hand."),
    "a fee": note("A processing fee is taken first."),
    "a caller to trust": note("Stay on the line when they ring."),
    "a note on a channel": line(sets(note={"en": "Its night desk: +1 202 555 0199"})),
    "a note on a withheld number": entry(
        lambda e: e["withheld"][0].update(note={"en": "Use +1 202 555 0199 instead."})
    ),
    # authorities
    "an authority's number": body(sets(phone=FAKE)),
    "an authority's page": body(sets(url="https://police.example.net/")),
    "an authority without a number": body(drops("phone")),
    "an authority's text": body(sets(about={"en": "Ring 202 555 0199 first."})),
    "an authority's text in Spanish": body(
        sets(about={"en": "Takes reports of fraud.", "es": "Pide su frase de recuperación."})
    ),
    "an authority added": lambda r: r["authorities"][0]["authorities"].append(
        authority(name="Fraud Desk", phone=FAKE)
    ),
    "an authority removed": lambda r: r["authorities"].clear(),
    "an authority that stops payments": body(sets(purpose="emergency-block")),
}


@pytest.mark.few(51)
@pytest.mark.parametrize("drill", DRILLS.values(), ids=DRILLS)
def test_a_poisoned_edit_is_refused_or_marked(
    drill: Callable[[Registry], Any], tmp_path: Path
) -> None:
    old, new = _states(tmp_path, drill)
    assert not old[1]
    assert new[1] or any(change.danger for change in compare(old, new, TODAY))


@pytest.mark.parametrize(
    "edit",
    [
        note("Write to it; an answer takes two days.", "请写信；两天内答复。"),
        line(sets(languages=["en", "es"])),
        line(sets(hours="Mo-Fr 09:00-17:00", timezone="America/New_York")),
        line(sets(topics=["lock-account", "general", "security"])),
        entry(sets(never_asks=["password", "seed-phrase", "2fa-code"])),
        entry(sets(remarks=["Look at the footer of its help page."])),
        entry(adds("impostors", {"kind": "host", "value": "example.biz", "relation": "fake"})),
        body(sets(hours="Mo-Fr 09:00-17:00", timezone="America/New_York")),
    ],
)
def test_an_honest_edit_is_shown_without_a_mark(edit: Edit, tmp_path: Path) -> None:
    old, new = _states(tmp_path, edit)
    changes = compare(old, new, TODAY)
    assert not new[1]
    assert changes
    assert not any(change.danger for change in changes)


def _states(tmp_path: Path, edit: Callable[[Registry], Any]) -> tuple[Side, Side]:
    """The honest registry, and the same after an edit, as they are read."""
    was = honest()
    now = copy.deepcopy(was)
    edit(now)
    old, new = (load(_written(tmp_path / n, r), TODAY) for n, r in (("old", was), ("new", now)))
    return old, new


def _written(folder: Path, registry: Registry) -> Path:
    return write(
        folder,
        *registry["platforms"],
        reports=registry["reports"],
        authorities=registry["authorities"],
    )
