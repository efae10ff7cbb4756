"""What the safety matrix does not count as wrong: each concession is one function that says why.

An answer with exit 0 is wrong unless everything in the text is what a platform publishes. These
are the only exceptions. They know the mutation and the public standards (libphonenumber's plans,
RFC 3966, the WHATWG URL standard by `ada-url`), never the package that is measured.
"""

import re
from collections import Counter
from typing import Final

import phonenumbers
from ada_url import URL
from mutation import Line

_CODES: Final = re.compile(r"%[0-9A-F]{2}|&#\d+;")
_LABELS: Final = frozenset({"call", "now"})
_EXTENSIONS: Final = frozenset({"x", "#", "ext.", ";ext="})
_TRUNK: Final = frozenset("018")
_ECHOED: Final = frozenset(
    {
        "extension-left-out", "international-prefix", "doubled-country-code", "carrier-left-out",
        "old-prefix-dropped", "mobile-digits-changed", "surplus-digits", "words-as-digits",
    }
)  # fmt: skip
_ACCOUNT: Final = re.compile(r"[\w/-]*[-_.:#]?@\w+(?:/help)?")
_ID: Final = re.compile(r"[\w/]*[-_.:#]?\d+/?")
_FILES: Final = (".md", ".py", ".sh", ".so", ".rs", ".pl", ".ps", ".zip", ".mov", ".cc", ".gz")
_DEFANGED: Final = (("hxxp", "http"), ("[.]", "."), ("(.)", "."))


def without_character_codes(text: str) -> str:
    """Digits of character codes (`%20`, `&#45;`) are no digits that a person sees or dials."""
    return _CODES.sub(" ", text)


def echoed_digits(assumed: list[tuple[str, tuple[str, ...]]]) -> Counter[str]:
    """Digits that the answer itself shows as left out (an extension, a prefix) are accounted for.

    The person reads on the screen which digits are no part of the number.
    """
    shown = Counter[str]()
    for code, args in assumed:
        if code in _ECHOED:
            shown.update(char for arg in args for char in arg if char.isdecimal())
    return shown


def is_trunk_prefix(left: Counter[str]) -> bool:
    """One 0, 1 or 8 may be missing: it is dialled before a number at home, never from abroad."""
    return left.total() == 1 and next(iter(left)) in _TRUNK


def is_trunk_in_brackets(digit: str, *regions: str | None) -> bool:
    """`+370 (8) 5 214 1499` shows what is dialled at home: there 8, in North America 1.

    regions: the country of the number, and the one where the person is.
    """
    for region in filter(None, regions):
        plan = phonenumbers.PhoneMetadata.metadata_for_region(region, None)
        if plan and re.fullmatch(plan.national_prefix_for_parsing or "", digit):
            return True
    return digit == "1"


def follows_a_pause(sign: str, *, is_after: bool) -> bool:
    """Few digits after a comma or semicolon are sent once the call is answered (RFC 3601)."""
    return is_after and sign in {",", ";"}


def is_prefix_for_abroad(more: str, mutated: str, line: Line, region: str | None) -> bool:
    """`00 1 202...` where no country is given: ITU-T E.164 recommends 00 for calls abroad.

    The answer shows the prefix; in a country with another one it is no answer at all.
    """
    digits = "".join(filter(str.isdecimal, mutated))
    return region is None and more == "00" and digits == more + line.value[1:]


def is_extension(pause: str, size: int) -> bool:
    """Fewer digits after a pause than any number has are an extension or a menu's choice.

    Seven may be a local number of their own, unless the sign says that it is an extension.
    """
    return size < 7 or (size == 7 and pause.strip() in _EXTENSIONS)


def is_plus_by_mistake(code: str) -> bool:
    """People set a plus before what they dial at home: `+0 ...`, `+8 ...`, `+888 ...`.

    No country code begins so, or it repeats the number's own; the number itself is whole.
    """
    return code in {"", "0", "8", "1", "+"}


def needs_no_echo(word: str, mutated: str) -> bool:
    """A label (`call`, `now`) and letters before a plus are words, no disguised digits."""
    return word in _LABELS or f"{word}+" in mutated


def same_site_target(body: str, other: str, stranger: str) -> bool:
    """A host name without a scheme in a script is a place on the same site, by the URL standard."""
    return "onclick" in body and other == stranger


def script_nobody_runs(body: str, other: str) -> bool:
    """No browser runs `javascript:` from a refresh, or a script with a line break in a string.

    HTML, "shared declarative refresh steps"; ECMAScript, "String Literals".
    """
    is_broken = "onclick" in body and "\n" in other
    return is_broken or ("refresh" in body and other.startswith("javascript"))


def base_nobody_takes(body: str, other: str) -> bool:
    """A `<base>` that is no http(s) address changes nothing."""
    return "<base" in body and not other.startswith(("https:", "//", "http:"))


def refanged(text: str) -> str:
    """`hxxp://name[.]com` is read as the address that it stands for, and the answer says so."""
    for written, meant in _DEFANGED:
        text = text.replace(written, meant)
    return text


def is_subdomain(line: Line, url: URL) -> bool:
    """`mailhub-example.com.own.com`: only the owner of a host can set up names under it."""
    return url.hostname.endswith(f".{line.value}") and url.pathname + url.hash in {"/", "/help"}


def is_account_in_path(line: Line, url: URL) -> bool:
    """`own.com/help-@name` is a page of that site about somebody, and leads nowhere else."""
    return _is_on(line, url) and bool(_ACCOUNT.fullmatch(url.pathname + url.hash))


def is_id_in_path(line: Line, url: URL) -> bool:
    """Digits without a sign or a word of phoning are an id: `own.com/articles/360012345678`."""
    return _is_on(line, url) and bool(_ID.fullmatch(url.pathname + url.hash))


def _is_on(line: Line, url: URL) -> bool:
    return url.hostname == line.value or url.hostname.endswith(f".{line.value}")


def address_means(line: Line, text: str) -> frozenset[str]:
    r"""The hosts that may be listed for an own host with a contact glued to it; none for most.

    A browser takes a backslash for a slash, so that `own.com\@name` stays on the own host.
    Everything else in a path, query or fragment shows somebody's contact, or leads to it.
    """
    text = refanged(text)
    try:
        url = URL(text if "://" in text else f"https://{text}")
    except ValueError:
        return frozenset()
    if url.username or url.password or url.port or url.search:
        return frozenset()
    if url.protocol not in {"http:", "https:"} or line.kind != "host":
        return frozenset()
    may_be = (is_subdomain, is_account_in_path, is_id_in_path)
    return frozenset({url.hostname}) if any(each(line, url) for each in may_be) else frozenset()


def is_brand_in_sentence(line: Line, text: str) -> bool:
    """`Visit cex.io, please`: a name that looks like a host is the brand in a sentence.

    The bare word is no contact there that could make a text all-clear; alone it is the address.
    """
    names = {name.lower() for name in line.names}
    return line.value in names and "/" not in text and text.strip("“”") != line.value


def is_script_in_text(text: str, suffix: str) -> bool:
    """A text file runs no script and opens no `blob:`; the address that it shows is the own one."""
    return suffix in {".txt", ".md"} and text.startswith(("javascript:", "blob:", "data:"))


def is_file_name(line: Line, text: str) -> bool:
    """`lib.so` in a text is a file; a bare host that ends so is one only where it is typed."""
    return line.value.endswith(_FILES) and "://" not in text


def is_customers_name(line: Line, text: str) -> bool:
    """`opensea.io/trade`: on some hosts a customer's page has their name as its first step.

    Sections that any company has (`help`, `blog`) are nobody's name there.
    """
    return "/trade/" in text and (
        line.value in {"opensea.io", "venmo.com"} or line.value.endswith(".me")
    )
