"""Exports of chats: each contact has who wrote it, and when."""

import io
import json

import pytest

from hotline_check.documents import Block, stream_blocks
from hotline_check.documents.detect import Kind, kind_of

NUMBER = "+1 202 555 0123"


def said(data: str, name: str, words: str = NUMBER) -> list[tuple[str, str, int]]:
    """Who said the words, when, and on which line."""
    found = []
    for block in stream_blocks(io.BytesIO(data.encode()), name):
        assert isinstance(block, Block)
        at = block.text.find(words)
        if at >= 0:
            section = block.source(at).section
            assert section
            found.append((section.speaker, section.time, block.place(at).line))
    return found


@pytest.mark.parametrize(
    ("first", "second", "time"),
    [
        (
            "29/11/2026, 14:03 - Ann Lee: hi",
            "29/11/2026, 14:05 - +44 7700 900123: ",
            "29/11/2026, 14:05",
        ),
        ("[29.11.26, 14:03:05] Ann: hi", "[29.11.26, 14:05:06] Support: ", "29.11.26, 14:05:06"),
        (
            "11/29/26, 2:03\u202fPM - Ann: hi",
            "11/29/26, 2:05\u202fPM - Kim: ",
            "11/29/26, 2:05\u202fPM",
        ),
        ("2026/11/29 14:03 - 安: 好", "2026/11/29 14:05 - 客服: ", "2026/11/29 14:05"),
        (
            "[2026/11/29 下午2:03:05] 安: 好",
            "[2026/11/29 下午2:05:06] 客服: ",
            "2026/11/29 下午2:05:06",
        ),
    ],
)
def test_whatsapp(first: str, second: str, time: str) -> None:
    text = f"{first}\nmore of it\n\u200e{second}call\nat {NUMBER}\n"
    ((speaker, when, line),) = said(text, "WhatsApp Chat.txt")
    assert speaker == second.rstrip(": ").replace("] ", " - ").rpartition(" - ")[2]
    assert (when, line) == (time, 4)


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-29 14:03:05 - INFO: started\n2026-11-29 14:03:06 - INFO: done\n",
        "2026-11-29T14:03:05 INFO: started\n",
        "29/11/2026 a day: one\n30/11/2026 a day: two\n",
        "Kraken: call\n+1 202 555 0123\n",
    ],
)
def test_other_texts_are_no_chat(text: str) -> None:
    assert kind_of("a.log", text.encode()) is Kind.TEXT


def test_a_long_line_does_not_begin_a_message_in_its_middle() -> None:
    inside = "29/11/2026, 14:05 - Eve: "
    text = f"29/11/2026, 14:03 - Ann: {'x' * 175}{inside}{NUMBER}\n29/11/2026, 14:06 - Bo: x\n"
    assert said(text, "c.txt") == [("Ann", "29/11/2026, 14:03", 1)]


def test_telegram_as_json() -> None:
    chat = {
        "name": "Ann",
        "messages": [
            {"id": 1, "date": "2026-11-29T14:03:05", "from": "Ann", "text": "hi"},
            {
                "id": 2,
                "date": "2026-11-29T14:05:06",
                "from": "Support",
                "text": ["call ", {"type": "phone", "text": NUMBER}],
            },
        ],
    }
    assert said(json.dumps(chat, indent=1), "result.json") == [
        ("Support", "2026-11-29T14:05:06", 18)
    ]


def test_discord_names_the_writer_after_the_text() -> None:
    message = {
        "timestamp": "2026-11-29T14:05:06+00:00",
        "content": f"call {NUMBER}",
        "author": {"id": "1", "name": "mod", "nickname": "The Mod"},
        "embeds": [{"title": "a title"}],
    }
    data = json.dumps({"channel": {"name": "help"}, "messages": [message, message]})
    when = "2026-11-29T14:05:06+00:00"
    assert said(data, "c.json") == [("The Mod", when, 1)] * 2
    assert said(data, "c.json", "a title") == [("The Mod", when, 1)] * 2


def test_slack_counts_seconds() -> None:
    message = {
        "user": "U1",
        "ts": "1796047506.000100",
        "text": f"call {NUMBER}",
        "user_profile": {"real_name": "Bob", "name": "bob1"},
    }
    assert said(json.dumps([message]), "c.json") == [("Bob", "2026-11-30 14:05:06 UTC", 1)]


PAGE = """<!DOCTYPE html><html><head><title>Exported Data</title></head><body>
<div class="page_header"><div class="text bold"> Kraken Help </div></div>
<div class="message default clearfix" id="message1"><div class="pull_right date details"
 title="29.11.2026 14:03:05 UTC+01:00">14:03</div>
<div class="from_name"> Ann &amp; Bo </div><div class="text">hi</div></div>
<div class="message default clearfix joined" id="message2"><div class="pull_right date details"
 title="29.11.2026 14:05:06 UTC+01:00">14:05</div><div class="text">call <b>+1 202</b> 555 0123 or
<a href="https://other.example/">kraken.com</a></div></div></body></html>
"""


def test_telegram_as_pages() -> None:
    page = PAGE.replace('pull_right date details"\n title', 'pull_right date details" title')
    assert kind_of("messages.html", page.encode()) is Kind.TELEGRAM
    ((speaker, when, _),) = said(page, "messages.html")
    assert (speaker, when) == ("Ann & Bo", "29.11.2026 14:05:06 UTC+01:00")
    blocks = [b for b in stream_blocks(io.BytesIO(page.encode()), "m.html") if isinstance(b, Block)]
    assert [piece.text for b in blocks for _, piece in b.of_origin("link")] == [
        "https://other.example/"
    ]
    assert [b.title for b in blocks if NUMBER in b.text] == ["Kraken Help"]
