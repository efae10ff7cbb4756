"""Mutations of a platform's own hosts and mailboxes: where each leads is never the platform's.

Hosts of strangers are under names that are reserved or unregistered; none is looked up.
"""

import base64
import random
from collections.abc import Iterator
from typing import Final
from urllib.parse import quote

import concessions
from mutation import Line, Mutation, mutations

STRANGER: Final = "mailhub-example.com"
_LIKE: Final = {"a": "а", "c": "с", "e": "е", "i": "і", "o": "о", "p": "р", "s": "ѕ", "x": "х"}
"""Letters of the Latin script and what looks the same in the Cyrillic one."""
_ADDRESSES: Final = ("203.0.113.7", "0xCB007107", "3405803783", "0313.0.0161.7", "[2001:db8::7]")
"""Of the ranges that are reserved for documentation."""
_ENDINGS: Final = ("net", "org", "co", "io", "app", "help", "support", "xyz", "com.co", "cm", "ru")
_INSIDE: Final = "=!$~*'(+,;&}`\"^|\u200b\u00ad\u2060\ufe0f\u034f\u202e\t\n∕╱⟋™›。．｡․／＠？官"
_IGNORED: Final = "\u200b\u00ad\u2060\ufe0f\u034f\t\n"
"""Signs that a browser drops from a host, so that it goes where it seems to."""
_NAMES: Final = (
    *("url", "next", "redirect", "redirect_uri", "return", "returnTo", "continue", "goto", "dest"),
    *("target", "u", "q", "link", "to", "r", "callback", "service", "RelayState", "out", "forward"),
)
_CONSENT: Final = (
    "oauth/authorize?client_id=x",
    "oauth2/auth?client_id=x&scope=all",
    "login/oauth/authorize?client_id=x",
    "oauth2/v2/authorize?response_type=code&client_id=x",
    "connect/authorize?client_id=x",
    "api/oauth/authorize?client_id=x",
    "oauth/authorize/?client_id=x",
    "OAuth/Authorize?client_id=x",
    "o/oauth2/v2/auth?client_id=x",
    "device?user_code=ABCD-EFGH",
    "authorize?response_type=token&client_id=x",
    "consent?client_id=x",
    "dialog/oauth?client_id=x",
    "oauth%2fauthorize?client_id=x",
    "%6fauth/authorize?client_id=x",
)


def _asked(text: str, rng: random.Random, kind: str) -> Mutation:
    """A text as a string to check or within a file, with or without the platform's name."""
    name = f"{text}\n" if rng.random() < 0.5 else f"Open {text} now.\n"
    claimed = rng.random() < 0.7
    if rng.random() < 0.6:
        return Mutation(text, is_claimed=claimed)
    if kind == "host" and rng.random() < 0.5 and not {'"', "<", "\n"} & set(text):
        return Mutation(f'<p><a href="{text}">Help</a></p>', suffix=".html", is_claimed=claimed)
    return Mutation(name, suffix=rng.choice((".txt", ".md")), is_claimed=claimed)


def _each(
    texts: list[str], rng: random.Random, kind: str, line: Line | None = None
) -> Iterator[Mutation]:
    """Each text as somebody meets it. line: whose own address some of them may still be."""
    for text in texts:
        mutation = _asked(text, rng, kind)
        if line and concessions.is_script_in_text(text, mutation.suffix):
            mutation = mutation._replace(meant=frozenset({line.value}))
        elif line and "\\" in text:
            mutation = mutation._replace(meant=concessions.address_means(line, text))
        yield mutation


@mutations("ports", "host")
def ports(line: Line, rng: random.Random) -> Iterator[Mutation]:
    """Another port of the host, or a port that hides whose host it is."""
    host = line.value
    texts = [
        f"{scheme}{host}:{port}{path}"
        for scheme in ("https://", "http://", "", "//")
        for port in ("8443", "8080", "3000", "81", "65535", "0008443")
        for path in ("", "/", "/login")
    ]
    texts += [f"https://{STRANGER}:443@{host}:8080/", f"https://{host}:443.{STRANGER}/"]
    texts += [f"https://{host}:@{STRANGER}/", f"https://{host}:443@{STRANGER}"]
    texts += [f"https://{host}:99999/", f"https://{host}:44 3/", f"https://{host}:x/"]
    yield from _each(texts, rng, "host")


@mutations("userinfo", "host")
def userinfo(line: Line, rng: random.Random) -> Iterator[Mutation]:
    """The host in front of an `@`, and everything that may be taken for one."""
    host = line.value
    for other in (STRANGER, *_ADDRESSES):
        texts = [
            f"https://{host}@{other}",
            f"https://{host}%2f@{other}/",
            f"https://{host}:pass@{other}/{host}",
            f"https://{host}\\@{other}",
            f"https://www.{host}\\.{other}",
            f"https://{host}\\{other}/",
            f"{host}\\.{other}",
            f"https://www.{host}%00@{other}/",
            f"https://{host}\t@{other}/",
            f"https://{host};a=b@{other}/",
            f"https://{host}&x@{other}/",
            f"https:/{host}@{other}/",
            f"https:{host}@{other}",
            f"http:\\\\{host}@{other}",
            f"{host}@{other}",
            f"//{host}@{other}/",
            f"https://{host}＠{other}/",
            f"https://{host}%40{other}/",
            f"https://x:y@{host}/",
            f"https://{other}@{host}/",
            f"https://{quote(host, safe='').replace('.', '%2e')}@{other}/",
        ]
        yield from _each(texts, rng, "host", line)


@mutations("redirects and consent", "host")
def redirects(line: Line, rng: random.Random) -> Iterator[Mutation]:
    """A page of the host's own that leads elsewhere or grants access to somebody's app."""
    host = line.value
    goals = (
        f"https://{STRANGER}/",
        f"https%3A%2F%2F{STRANGER}%2F",
        f"//{STRANGER}",
        f"%2F%2F{STRANGER}",
        STRANGER,
        f"\\\\{STRANGER}",
        f"https:{STRANGER}",
        base64.b64encode(f"https://{STRANGER}/".encode()).decode().rstrip("="),
        f"https://{host}@{STRANGER}",
        f"https://{host}.{STRANGER}/",
        "https%253A%252F%252F" + STRANGER,
    )
    for goal in goals:
        name = rng.choice(_NAMES)
        path = rng.choice(("", "login", "redirect", "go", "logout", "signin", "l"))
        texts = [
            f"https://{host}/{path}?{name}={goal}",
            f"https://www.{host}/{path}?a=1&{name}={goal}#x",
            f"{host}/{path}?{name}={goal}",
            f"https://{host}/{path}#{name}={goal}",
            f"https://{host}/{path};{name}={goal}",
            f"https://{host}/{name}/{goal}",
            f"https://{host}//{STRANGER}/",
            f"https://{host}/%2f{STRANGER}/",
            f"https://{host}/\\{STRANGER}",
            f"https://{host}/{path}/..//{STRANGER}",
        ]
        yield from _each(texts, rng, "host")
    yield from _each([f"https://{host}/{page}" for page in _CONSENT], rng, "host")


@mutations("shared hosts", "host")
def shared_hosts(line: Line, rng: random.Random) -> Iterator[Mutation]:
    """The name on hosts where anybody can publish, and other names around it."""
    host = line.value
    first = host.partition(".")[0]
    dashed = host.replace(".", "-")
    shared = (
        "zendesk.com",
        "github.io",
        "gitbook.io",
        "webflow.io",
        "freshdesk.com",
        "pages.dev",
        "web.app",
        "notion.site",
        "translate.goog",
        "vercel.app",
        "blogspot.com",
        "wixsite.com",
        "myshopify.com",
        "atlassian.net",
        "intercom.help",
        "statuspage.io",
    )
    texts = [f"https://{dashed}-help.{each}/" for each in shared]
    texts += [f"{first}x-support.{each}" for each in shared]
    pages = (
        "sites.google.com/view/",
        "docs.google.com/forms/d/",
        "medium.com/@",
        "t.me/",
        "bit.ly/",
        "linktr.ee/",
        "github.com/",
        "www.facebook.com/",
        "telegra.ph/",
        "wa.me/",
        "x.com/",
        "web.archive.org/web/2026/https://",
        "translate.google.com/translate?u=https://",
        "www.google.com/amp/s/",
        "www.google.com/url?q=https://",
        "r.jina.ai/https://",
    )
    texts += [f"https://{each}{host}" for each in pages]
    texts += [f"https://{each}{first}_mailhub_example" for each in pages[3:9]]
    texts += [f"https://{sub}.{host}/" for sub in ("forum", "community", "discuss", "boards")]
    texts += [
        f"https://{host}/{path}"
        for path in ("forum/x", "community/t/1", "users/x", "u/x", "profile/x", "uploads/x.pdf")
    ]
    texts += [f"https://{host}.{STRANGER}/", f"https://{STRANGER}/{host}", f"{host}-{STRANGER}"]
    texts += [f"https://{dashed}.{STRANGER}", f"https://{STRANGER}?{host}", f"{host}.{STRANGER}"]
    yield from _each(texts, rng, "host")


@mutations("other spellings of a host", "host")
def other_hosts(line: Line, rng: random.Random) -> Iterator[Mutation]:
    """Letters that look alike, are missing, doubled or swapped, another ending; signs within."""
    host = line.value
    place = rng.randrange(1, len(host) - 1)
    texts = [host.replace(letter, like, 1) for letter, like in _LIKE.items() if letter in host]
    texts += [
        f"https://{host[:place]}{sign}{host[place:]}/" for sign in _INSIDE if sign not in _IGNORED
    ]
    texts += [f"https://{host}{sign}.{STRANGER}/" for sign in _INSIDE]
    texts += [f"https://{STRANGER}{sign}{host}/" for sign in "#?=!$~*'+&\\–—’·⁄\u00ad\u200b"]
    texts += [f"https://{host}%2e{STRANGER}", f"https://{host}%00.{STRANGER}", f"http://[{host}]/"]
    texts += [f"javascript:location='{host}'", f"data:text/html,{host}", f"blob:https://{host}/1"]
    texts += [
        f"ftp://{host}",
        f"file://{host}/x",
        f"intent://{STRANGER}#Intent;scheme=https;S.x={host};end",
    ]
    yield from _each(texts, rng, "host", line)
    name, _, last = host.rpartition(".")
    places = [i for i in range(1, len(name)) if name[i] != "."]
    spelled = [f"{name}.{ending}" for ending in _ENDINGS]
    spelled += [f"{name[:i]}{name[i + 1 :]}.{last}" for i in places]
    spelled += [f"{name[:i]}{name[i]}{name[i:]}.{last}" for i in places]
    spelled += [host.replace("o", "0"), host.replace("l", "1"), host.replace("i", "l")]
    spelled += [
        f"www{host}",
        f"{name}-login.{last}",
        f"my{name}.{last}",
        f"{name}s.{last}",
    ]
    for other in spelled:
        if other != host:
            yield Mutation(
                rng.choice(("{}", "https://{}/", "www.{}")).format(other),
                frozenset({other, f"www.{other}"}),
            )


@mutations("disguised mailboxes", "mailbox")
def mailboxes(line: Line, rng: random.Random) -> Iterator[Mutation]:
    """Quoted local parts, comments, encoded words, other hosts around the mailbox."""
    from mail_mutations import disguised

    user, _, host = line.value.partition("@")
    texts = [*disguised(line.value)]
    texts += [f"{line.value}{sign}.{STRANGER}" for sign in "=!\u200b\u00ad~'%"]
    texts += [f'"{line.value} "@{STRANGER}', f'"{user}@{host}"(x)@{STRANGER}']
    texts += [
        f'"{user}\\"@{host}"@{STRANGER}',
        f"{user}@{host}@{STRANGER}",
        f"{user}@[203.0.113.7]",
    ]
    texts += [f"{user}@{host.replace('o', 'о')}" if "o" in host else f"{user}@x{host}"]
    texts += [
        f"{user}@{host}:{STRANGER}",
        f"{user}@{STRANGER}?{host}",
        f"{user}@{STRANGER} ({host})",
    ]
    texts += [f"mailto:{line.value}?{field}=x@{STRANGER}" for field in ("cc", "bcc", "to", "CC")]
    texts += [f"mailto:{line.value},x@{STRANGER}", f"mailto:{line.value}%2Cx@{STRANGER}"]
    texts += [f"mailto:{line.value};x@{STRANGER}", f"mailto:{user}%40{host}@{STRANGER}"]
    texts += [f"mailto:x@{STRANGER}?to={line.value}", f"mailto:%22{user}%40{host}%22@{STRANGER}"]
    texts += [f"{user}x@{host}.co", f"{user}@mail-{host}", f"{user}@{host}-help.com"]
    yield from _each(texts, rng, "mailbox")


@mutations("senders", "mailbox")
def senders(line: Line, rng: random.Random) -> Iterator[Mutation]:
    """A mailbox as the one that a mail came from: it proves nothing."""
    from mail_mutations import SENDERS, names

    for text in names(line.value):
        body = rng.choice(
            ("hi", f"Write to {line.value}.", f"Visit https://{line.value.split('@')[1]}/")
        )
        head = f"{rng.choice(SENDERS)}: {text}\nTo: me@example.net\nSubject: Help\n\n{body}\n"
        yield Mutation(head, suffix=".eml", is_claimed=rng.random() < 0.7)
