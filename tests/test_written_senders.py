"""Contacts that a text says wrote or called are never listed, in a check and in a scan alike."""

import io

import pytest

from hotline_check.checking import Checker
from hotline_check.errors import Exit
from hotline_check.registry.storage.store import Store
from hotline_check.scanning.scanner import Scanner, Tally
from tests.entries import TODAY

MAIL = "security@coinbase.com"
LINE = "+1 888 908 7930"

WROTE = [
    f"From: Coinbase <{MAIL}>",
    f"From: {MAIL}",
    f"> From: Coinbase <{MAIL}>",
    f"*From:* Coinbase [mailto:{MAIL}]",
    f"From:\n  Coinbase <{MAIL}>",
    f"Reply-To: {MAIL}",
    f"Von: Coinbase <{MAIL}>",
    f"Absender: {MAIL}",
    f"De : Coinbase <{MAIL}>",
    f"Da: Coinbase <{MAIL}>",
    f"Kimden: Coinbase <{MAIL}>",
    f"От кого: Coinbase <{MAIL}>",
    f"发件人：Coinbase <{MAIL}>",
    f"寄件者: {MAIL}",
    f"差出人: Coinbase <{MAIL}>",
    f"보낸 사람: Coinbase <{MAIL}>",
    f"-----Original Message-----\nFrom: Coinbase <{MAIL}>\nTo: me\nSubject: Your account",
    f"Sent by {MAIL}",
    f"Sent by: Coinbase ({MAIL})",
    f"From {MAIL} Mon Jan 1 10:00:00 2026",
    f"I got a mail from {MAIL}",
    f"Is this email from Coinbase ({MAIL}) real?",
    f"I received a message that came from {MAIL} today",
    f"This was sent by {MAIL}",
    f"Ich habe eine Mail von {MAIL} bekommen",
    f"Recibí un correo de {MAIL}",
    f"Пришло письмо от {MAIL}",
    f"我收到来自 {MAIL} 的邮件",
    f"On Mon, Jan 1, 2026, Coinbase <{MAIL}> wrote:\n> Hello",
    f"Am 01.01.2026 schrieb Coinbase <{MAIL}>:",
    f"{MAIL} wrote to me",
    f"I had a missed call from {LINE}",
    f"From: {LINE}",
    f"Got this from {MAIL}",
    f"Subject: hi From: Coinbase <{MAIL}>",
    f'"From","Coinbase <{MAIL}>"',
    f"From - {MAIL}",
    f"{MAIL} 发邮件给我",
    f"I was called by {LINE}",
    f"{LINE} called me",
]


def scan_exit(store: Store, text: str, name: str = "a.txt") -> Exit:
    tally = Tally()
    for result in Scanner(Checker(store, today=TODAY)).scan_stream(io.BytesIO(text.encode()), name):
        tally.add(result)
    return tally.exit


@pytest.mark.parametrize("text", WROTE)
def test_who_wrote_by_a_text_is_never_listed(bundled_store: Store, text: str) -> None:
    verdicts = Checker(bundled_store, today=TODAY).check(text)
    assert "they-called" in {verdict.direction for verdict in verdicts}
    assert all(verdict.level != "listed" for verdict in verdicts)
    assert scan_exit(bundled_store, text) is not Exit.LISTED


def test_a_mailbox_line_after_junk_in_a_mail(bundled_store: Store) -> None:
    mail = f"junk\n\nFrom {MAIL} Mon Jan 1 10:00:00 2026\nSubject: hi\n\nhello\n"
    assert scan_exit(bundled_store, mail, "a.eml") is Exit.CANNOT_TELL


@pytest.mark.parametrize(
    "text",
    [
        MAIL,
        f"Write to {MAIL}",
        f"To: Coinbase <{MAIL}>",
        f"E-mail: {MAIL}",
        f"Correo de Coinbase: {MAIL}",
        f"Get help from Coinbase by writing to {MAIL}",
        f"I sent a mail from my account to {MAIL}",
        f"Coinbase security: {MAIL}",
        f"Call Coinbase from the US: {LINE}",
        f"Coinbase support from anywhere: {LINE}",
    ],
)
def test_a_contact_that_did_not_write_stays_listed(bundled_store: Store, text: str) -> None:
    (verdict,) = Checker(bundled_store, today=TODAY).check(text)
    assert verdict.level == "listed"


def test_a_false_caller_is_still_danger(bundled_store: Store) -> None:
    text = "From: Coinbase +1 202 555 0143"
    (verdict,) = Checker(bundled_store, today=TODAY).check(text)
    assert verdict.level == "danger"
    assert scan_exit(bundled_store, text) is Exit.DO_NOT_DIAL
