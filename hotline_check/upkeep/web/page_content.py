"""Extract visible text, links and structured contacts from HTML."""

import re
from collections.abc import Iterator
from urllib.parse import unquote, urljoin

import msgspec
from selectolax.lexbor import LexborHTMLParser

from hotline_check.broken_json import BROKEN_JSON

# What no browser shows: a number in a script is not published.
_UNSEEN = ["script", "style", "noscript", "template", "svg", "iframe", "object", "head"]
# Elements that start a new line; without it, two table cells could join to one number.
_BLOCKS = (
    "address, article, aside, blockquote, br, button, caption, center, dd, details, dialog, div, "
    "dl, dt, fieldset, figcaption, figure, footer, form, h1, h2, h3, h4, h5, h6, header, hr, "
    "input, label, legend, li, main, nav, ol, option, p, pre, section, select, summary, table, "
    "td, textarea, th, tr, ul"
)
# Elements that end where the next one begins or hold nothing, and so nest by mistake only.
_SHALLOW = frozenset(
    (
        *("p", "li", "dt", "dd", "option", "optgroup", "tr", "td", "th", "thead", "tbody"),
        *("tfoot", "colgroup", "rt", "rp", "area", "base", "br", "col", "embed", "hr", "img"),
        *("input", "link", "meta", "source", "track", "wbr"),
    )
)
_TAG = re.compile(r"<(/?)([a-z][a-z0-9-]*)", re.IGNORECASE)
_DEEPEST = 1_000  # open elements; pages of platforms have fewer than 60
_APP_ROOTS = "#root, #app, #__next, #__nuxt, #___gatsby, app-root, [data-reactroot]"
# Browsers show a row of blanks as one.
_SPACES = re.compile(r"[^\S\n]+")
_LINES = re.compile(r" ?\n\s*")
# Nested too deep, JSON would end in Python's own recursion error.
_LD_DEPTH = 40
_LOADING = 20  # at most so many characters in an element that a script fills ("Loading…")


class ContactPoint(msgspec.Struct, frozen=True, kw_only=True):
    """A contact in the page's structured data (schema.org)."""

    telephone: str | None = None
    email: str | None = None
    contact_type: str | None = None


class Content(msgspec.Struct, frozen=True, kw_only=True):
    """The extracted content of a page.

    text: what is seen in the body, block by block on its own line. heading: title and first
    heading. links: absolute http(s) addresses. tel_links, mail_links: the values of `tel:` and
    `mailto:`. scripted: whether scripts are there to fill the page in; hollow: whether the
    element they fill is empty.
    """

    text: str
    heading: str
    links: tuple[str, ...]
    tel_links: tuple[str, ...]
    mail_links: tuple[str, ...]
    contact_points: tuple[ContactPoint, ...]
    scripted: bool
    hollow: bool


def is_too_deep(html: str) -> bool:
    """Whether elements are nested so deeply that parsing takes quadratic time.

    The parser runs outside of any deadline: 400 kB of nested `<div>` took it 12 seconds.
    """
    depth = 0
    for tag in _TAG.finditer(html):
        if tag[2].lower() not in _SHALLOW:
            depth = max(0, depth - 1) if tag[1] else depth + 1
            if depth > _DEEPEST:
                return True
    return False


def read_html(html: str, url: str) -> Content:
    """Parse a page. `url` is its address, the base of relative links."""
    tree = LexborHTMLParser(html)
    title = tree.css_first("title")
    points = tuple(dict.fromkeys(_contact_points(tree)))
    links, tel, mail = _links(tree, url)
    scripted = tree.css_first("script") is not None
    tree.strip_tags(_UNSEEN)
    first = tree.css_first("h1")
    roots = tree.css(_APP_ROOTS)
    heading = " ".join(node.text(strip=True)[:200] for node in (title, first) if node)
    hollow = any(len(node.text(strip=True)) < _LOADING for node in roots)
    return Content(
        text=_text(tree),
        heading=heading,
        links=links,
        tel_links=tel,
        mail_links=mail,
        contact_points=points,
        scripted=scripted,
        hollow=hollow,
    )


def _text(tree: LexborHTMLParser) -> str:
    for node in tree.css(_BLOCKS):
        node.insert_before("\n")
        node.insert_after("\n")
    for link in tree.css("a + a"):  # menus put links next to each other without a space
        link.insert_before("\n")
    body = tree.body
    raw = body.text(separator="") if body is not None else ""
    return _LINES.sub("\n", _SPACES.sub(" ", raw)).strip()


def _links(
    tree: LexborHTMLParser, url: str
) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    web: dict[str, None] = {}
    tel: dict[str, None] = {}
    mail: dict[str, None] = {}
    for node in tree.css("[data-cfemail]"):
        if address := _shielded(node.attributes.get("data-cfemail") or ""):
            mail[address] = None
    for node in tree.css("a[href], area[href]"):
        href = (node.attributes.get("href") or "").strip()
        scheme, _, rest = href.partition(":")
        match scheme.lower():
            case "tel":
                tel[unquote(rest)] = None
            case "mailto":
                mail[unquote(rest.partition("?")[0])] = None
            case _:
                try:
                    full = urljoin(url, href)
                except ValueError:
                    # A broken address in a page, such as `http://[`, leads nowhere.
                    continue
                if full.startswith(("http://", "https://")):
                    web[full.partition("#")[0]] = None
    return tuple(web), tuple(tel), tuple(mail)


def _shielded(code: str) -> str | None:
    """Decode Cloudflare's e-mail obfuscation: the first byte is the XOR key of the others."""
    try:
        key, *rest = bytes.fromhex(code)
        return bytes(byte ^ key for byte in rest).decode()
    except ValueError:
        # The attribute may hold anything on a page that only imitates Cloudflare's.
        return None


def _contact_points(tree: LexborHTMLParser) -> Iterator[ContactPoint]:
    for node in tree.css('script[type="application/ld+json"]'):
        try:
            data = msgspec.json.decode(node.text().strip().encode())
        except BROKEN_JSON:
            # Pages with broken structured data are common; their text still counts.
            continue
        yield from _from_data(data, _LD_DEPTH)
    for node in tree.css('[itemprop="telephone"]'):
        value = node.attributes.get("content") or node.text(strip=True)
        if value:
            yield ContactPoint(telephone=value)


def _from_data(data: object, depth: int) -> Iterator[ContactPoint]:
    if depth and isinstance(data, list):
        for item in data:
            yield from _from_data(item, depth - 1)
    elif depth and isinstance(data, dict):
        kind = data.get("contactType")
        for key in ("telephone", "email"):
            for value in _strings(data.get(key)):
                yield ContactPoint(
                    **{key: value}, contact_type=kind if isinstance(kind, str) else None
                )
        for item in data.values():
            yield from _from_data(item, depth - 1)


def _strings(value: object) -> Iterator[str]:
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, str) and item.strip():
            yield item.strip()
