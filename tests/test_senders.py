"""Which senders of mails pose as a platform, and which only write about one."""

import io

import pytest

from hotline_check.checking import Checker
from hotline_check.errors import Exit
from hotline_check.registry.storage.store import Store
from hotline_check.scanning.scanner import Scanner, Tally
from tests.entries import TODAY


def exit_of(store: Store, headers: str, body: str) -> Exit:
    mail = f"{headers}\nTo: me@example.net\n\n{body}\n"
    tally = Tally()
    for result in Scanner(Checker(store, today=TODAY)).scan_stream(
        io.BytesIO(mail.encode()), "a.eml"
    ):
        tally.add(result)
    return tally.exit


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        (
            "Return-Path: <0100018-abc@amazonses.com>\nFrom: Coinbase <no-reply@coinbase.com>",
            "Sign in at https://www.coinbase.com",
        ),
        (
            "Return-Path: <bounces+123@em1.sendgrid.net>\nSender: x@em1.sendgrid.net\n"
            "From: Kraken <noreply@kraken.com>\nSubject: Your Kraken statement",
            "Statement ready. https://www.kraken.com",
        ),
        (
            "From: Wang <wang@example.net>\nSubject: 回复：Your Coinbase account",
            "我明天打电话给你。",
        ),
        (
            "From: Wang <wang@example.net>\nSubject: 转发: Your Coinbase account",
            "我明天打电话给你。",
        ),
        (
            "From: CoinDesk <news@email.coindesk.com>\nSubject: Coinbase security team grows",
            "Coinbase earnings up. Unsubscribe https://email.coindesk.com/u/1",
        ),
        (
            "From: Chase <no.reply@alertsp.chase.com>\nSubject: Your transfer to Coinbase",
            "Your transfer to Coinbase of $500.00 is done. Questions? 1-202-555-0123",
        ),
        (
            "From: Wells Fargo <alerts@notify.wellsfargo.com>\nSubject: You sent a Zelle payment",
            "You sent $50 with Zelle to Ann.",
        ),
        (
            "From: Jane <jane@example.org>\nSubject: Re: Your Coinbase account",
            "I use Coinbase. Call me 202-555-0123",
        ),
        (
            "From: Jane <jane@example.org>\nSubject: news",
            "Look what I got:\n\n> Your account is locked.\n>\n> Coinbase Support Team",
        ),
        (
            "From: GitHub <notifications@github.com>\n"
            "Reply-To: coinbase/sdk <reply+abc@reply.github.com>\nSubject: [coinbase/sdk] Login",
            "coinbase/sdk: the account test fails",
        ),
        (
            "From: Bob Roe <bob@kq81.top>\nSubject: Lunch",
            "My Coinbase account made it.\n\nRegards,\nBob Roe\nPhone: 202-555-0123",
        ),
    ],
)
def test_an_honest_mail_is_a_warning(bundled_store: Store, headers: str, body: str) -> None:
    assert exit_of(bundled_store, headers, body) is Exit.CANNOT_TELL


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        ("From: Coinbase <x@kq81.top>\nSubject: hi", "hello"),
        ("From: Coinbase Support <x@kq81.top>\nSubject: hi", "Call us: 202-555-0123"),
        ("From: Help <coinbase@kq81.top>\nSubject: hi", "hello"),
        ("From: Jane <jane@kq81.top>\nSubject: Your Coinbase account is locked", "hello"),
        ("Subject: Coinbase: action needed\nFrom: Jane <jane@kq81.top>", "hello"),
        ("From: Jane <jane@kq81.top>\nSubject: hi", "Hello.\n\nRegards,\nCoinbase Support Team"),
        ("From: Coinbase <no-reply@coinbase.com>\nReply-To: <x@kq81.top>\nSubject: hi", "hello"),
        (
            "From: Coinbase <no-reply@coinbase.com>\nSubject: A new device",
            "Somebody sent $500 from Coinbase.\n\nNot you? Call 202-555-0123 now.",
        ),
        (
            "From: Jane <jane@kq81.top>\nSubject: hi",
            "Your Coinbase account is locked. Call +1 202 555 0123",
        ),
    ],
)
def test_a_mail_that_poses_as_a_platform_is_danger(
    bundled_store: Store, headers: str, body: str
) -> None:
    assert exit_of(bundled_store, headers, body) is Exit.DO_NOT_DIAL


def test_another_bounce_address_is_never_an_all_clear(bundled_store: Store) -> None:
    headers = "Return-Path: <x@kq81.top>\nFrom: Coinbase <no-reply@coinbase.com>\nSubject: hi"
    assert exit_of(bundled_store, headers, "https://www.coinbase.com") is Exit.CANNOT_TELL
