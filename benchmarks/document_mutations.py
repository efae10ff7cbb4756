"""A second contact next to a published one: in a string, a file of any kind, a mail."""

import json
import random
from collections.abc import Iterator
from typing import Final

import concessions
from mutation import Line, Mutation, forms, mutations, plan_reads
from phone_mutations import FICTIONAL
from web_mutations import STRANGER

EVERY: Final = ("phone", "host", "mailbox")
OTHERS: Final = (
    *FICTIONAL,
    "tel:+12025550143",
    "(202) 555-0143",
    "2O2-555-O143",
    "２０２－５５５－０１４３",
    "٠٧٧٠٠ ٩٠٠١٢٣",
    "2⃣0⃣2⃣5⃣5⃣5⃣0⃣1⃣4⃣3⃣",
    "two zero two five five five zero one four three",
    "2.0.2.5.5.5.0.1.4.3",
    "2-0-2*5-5-5*0-1-4-3",
    "202 (dot) 555 (dot) 0143",
    "202 - 555 - zero143",
    "https://wa.me/12025550143",
    "https://t.me/mailhub_example",
    "t.me/mailhub_example",
    "@mailhub_example",
    STRANGER,
    f"https://{STRANGER}/login",
    f"{STRANGER}:8443",
    f"www.{STRANGER}",
    f"hxxp://{STRANGER.replace('.', '[.]')}",
    STRANGER.replace(".", " dot "),
    STRANGER.replace(".", "(.)"),
    STRANGER.replace(".", "。"),
    STRANGER.replace(".", "․"),
    f"x@{STRANGER}",
    f"x at {STRANGER.replace('.', ' dot ')}",
    f"x(at){STRANGER}",
    f"x＠{STRANGER}",
    f"mailto:x@{STRANGER}",
    "http://203.0.113.7/",
    "203.0.113.7",
    "http://3405803783/",
    "http://[2001:db8::7]/",
    f"[help](https://{STRANGER}/)",
    "[call](tel:+12025550143)",
    f'<a href="//{STRANGER}">help</a>',
    '<a href="tel:+12025550143">call</a>',
)
"""Contacts that nobody publishes: of every kind, plain and disguised."""
_BETWEEN: Final = (
    *(" or ", " / ", ", ", " ", "\n", " and ", "或", " ou ", "; ", " – ", "/", "|", " | ", "\t"),
    *(
        " (",
        " -> ",
        "\n\n",
        " & ",
        "：",
        "、",
        " oder ",
        ". ",
        "... ",
        " + ",
        " = ",
        "·",
        "\u200b ",
    ),
)
_SUFFIXES: Final = ("", "", "", "", ".txt", ".html", ".md", ".json", ".csv", ".eml")


def in_file(text: str, suffix: str) -> str:
    """A text as a file of a kind holds it."""
    match suffix:
        case ".json":
            return json.dumps({"messages": [{"text": text}]})
        case ".html":
            return f"<html><body><p>{text}</p></body></html>"
        case ".eml":
            head = "Subject: Help\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n"
            return f"{head}Content-Transfer-Encoding: 8bit\n\n{text}\n"
        case ".csv":
            return 'name,contact\nHelp,"{}"\n'.format(text.replace('"', '""'))
        case _:
            return text


def plain_forms(line: Line) -> tuple[str, ...]:
    """A contact as it is written."""
    match line.kind:
        case "phone":
            return forms(line)
        case "host":
            return line.value, f"https://{line.value}/", f"https://{line.value}/help"
        case _:
            return line.value, f"mailto:{line.value}", f"<{line.value}>"


@mutations("pairs", *EVERY)
def pairs(line: Line, rng: random.Random) -> Iterator[Mutation]:
    """A contact of any kind, that nobody publishes, in front of a published one or after it."""
    for other in OTHERS:
        for text in plain_forms(line):
            between = rng.choice(_BETWEEN)
            both = (text, other) if rng.random() < 0.5 else (other, text)
            suffix = rng.choice(_SUFFIXES)
            yield Mutation(
                in_file(between.join(both), suffix),
                concessions.address_means(line, between.join(both)),
                rng.choice((None, line.region)) if line.kind == "phone" else None,
                suffix=suffix,
                is_claimed=rng.random() < 0.7,
            )


@mutations("glued contacts", *EVERY)
def glued_contacts(line: Line, rng: random.Random) -> Iterator[Mutation]:
    """The same with no sign between the two, or with signs that are part of contacts."""
    for other in OTHERS:
        text = rng.choice(plain_forms(line))
        if line.kind != "phone" and other[0] in "([<@":
            continue  # `coinbase.com(202) 555` is a pair
        for sign in ("", "-", "_", ".", ":", "#"):
            both = f"{text}{sign}{other}" if rng.random() < 0.5 else f"{other}{sign}{text}"
            suffix = rng.choice(_SUFFIXES)
            yield Mutation(
                in_file(both, suffix),
                concessions.address_means(line, both),
                suffix=suffix,
                is_claimed=rng.random() < 0.7,
            )


@mutations("disguised separators")
def separators(line: Line, rng: random.Random) -> Iterator[Mutation]:
    """A digit more, set off by signs, words, pictures or codes that could be overlooked."""
    signs = (
        *("\u200b", "\u00ad", "\u2060", "·", "•", "—", "⁃", "→", "★", "📞", "☎️", "❤", "~", "^"),
        *("&#45;", "&nbsp;", "&shy;", "%20", "%2D", "\\-", "<b>", "<br>", "</b>", "<wbr>"),
        *("dash", " dash ", " dot ", "(dot)", "[.]", " then ", " und ", "_", "__", "/", "//"),
        *("|", "\u3000", "\u2028", "\u0301", "\ufe0f\u20e3", "､", "。", "・", "″", "'", '"', "*"),
    )
    for text in forms(line)[:3]:
        places = [i for i in range(3, len(text)) if text[i].isdecimal()]
        for sign in signs:
            place, digit = rng.choice(places), rng.choice("0123456789")
            mutated = text[:place] + sign + digit + sign + text[place:]
            plain = text[:place] + digit + text[place:]
            suffix = rng.choice(("", "", ".txt", ".html"))
            yield Mutation(
                in_file(mutated, suffix),
                plan_reads("".join(c for c in plain if c.isdecimal() or c == "+")),
                suffix=suffix,
                is_claimed=rng.random() < 0.7,
            )


@mutations("mails", *EVERY)
def mails(line: Line, rng: random.Random) -> Iterator[Mutation]:
    """Another contact in a part, a header or an attachment of a mail that shows the contact."""
    text = rng.choice(plain_forms(line))
    html = text.replace("<", "&lt;")
    for other in OTHERS[:34]:
        named = f'From: "{text.strip("<>")}" <x@{STRANGER}>\n'
        parts = {
            "text/html": f"<p>{html}</p><a href='tel:+12025550143'>x</a>",
            "text/calendar": "BEGIN:VCALENDAR\nBEGIN:VEVENT\n"
            f"DESCRIPTION:{other}\nEND:VEVENT\nEND:VCALENDAR\n",
            "text/markdown": f"{other}\n",
            "text/vcard": f"BEGIN:VCARD\nNOTE:{other}\nEND:VCARD\n",
            "application/octet-stream": f"{other}\n",
            "message/rfc822": f"Subject: x\nContent-Type: text/plain; charset=utf-8\n\n{other}\n",
        }
        kind, way = rng.choice([*parts]), rng.choice(("mixed", "alternative", "related"))
        plain = "Content-Type: text/plain; charset=utf-8\n"
        mixed = (
            f"MIME-Version: 1.0\nContent-Type: multipart/{way}; boundary=q\n\n"
            f"--q\n{plain}\n{text}\n"
            f"--q\nContent-Type: {kind}; charset=utf-8\n\n{parts[kind]}\n--q--\n"
        )
        head = f"MIME-Version: 1.0\n{plain}"
        for mail in (
            mixed,
            f"{named}{head}\n{text}\n",
            f"Subject: {other}\n{head}\n{text}\n",
            f"{head}\n{text}\n-- \n{other}\n",
            f"{head}\n{text}\n> {other}\n",
        ):
            yield Mutation(mail, suffix=".eml", is_claimed=rng.random() < 0.7)
