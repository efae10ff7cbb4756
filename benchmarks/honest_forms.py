"""Ordinary spellings of published contacts: each must be listed, or it is counted as missed."""

import random
from collections.abc import Iterator

import concessions
import phonenumbers
from document_mutations import in_file
from mutation import Line, Mutation, mutations
from phonenumbers import PhoneNumberFormat as Format

_PAGES = (".txt", ".html", ".md", ".json", ".csv", ".eml")


def _honest(
    text: str, line: Line, suffix: str = "", region: str | None = None, *, is_claimed: bool = True
) -> Mutation:
    meant = frozenset({line.value})
    return Mutation(text, meant, region, suffix=suffix, is_claimed=is_claimed, is_honest=True)


@mutations("honest phones")
def honest_phones(line: Line, rng: random.Random) -> Iterator[Mutation]:
    """As contact pages, signatures and links write it."""
    whole = line.written(Format.INTERNATIONAL)
    national = line.written(Format.NATIONAL)
    code, rest = whole.split(" ", 1)
    texts = (
        line.value,
        whole,
        whole.replace(" ", "-"),
        whole.replace(" ", "."),
        whole.replace("-", " "),
        f"({code}) {rest}",
        f"tel:{line.value}",
        line.written(Format.RFC3966),
        f"Call {whole} now",
        f"Tel.: {whole}",
        f"Phone: {whole}.",
        f"📞 {whole}",
        f" {whole}\n",
        f"{whole} (24/7)",
        whole.replace(" ", "\u00a0"),
        whole.replace("-", "‑"),
        f"“{whole}”",
        f"**{whole}**",
    )
    for text in texts:
        claimed = rng.random() < 0.7
        yield _honest(text, line, is_claimed=claimed)
        suffix = rng.choice(_PAGES)
        yield _honest(in_file(text.strip(), suffix), line, suffix, is_claimed=claimed)
    region = phonenumbers.region_code_for_number(line.number)
    if region in phonenumbers.SUPPORTED_REGIONS:
        for text in (national, f"Call {national} now", national.replace(" ", "-")):
            yield _honest(text, line, region=region)
    for label in (whole, "Call us", national):
        page = f'<p><a href="tel:{line.value}">{label}</a></p>'
        yield _honest(page, line, ".html", region=region)


@mutations("honest addresses", "host", "mailbox")
def honest_addresses(line: Line, rng: random.Random) -> Iterator[Mutation]:
    """As people type and paste it, and as pages link to it."""
    value = line.value
    if line.kind == "host":
        target = f"https://{value}/"
        texts = [value, target, f"https://{value}", f"http://{value}/", f"HTTPS://{value.upper()}/"]
        texts += [
            f"https://{value}/help",
            f"https://{value}:443/",
            f"Go to {target}.",
            f"({target})",
        ]
        texts += [f"https://{value}/en/contact-us#phone", f"hxxps://{value.replace('.', '[.]')}"]
        texts += [f"https://{value}/hc/en-us/articles/360012345678-Fees?lang=en"]
        texts += [
            f"https://{value}/blog/2026-11-29-news",
            f"https://{value}/trade/BTC-USD?id=12345",
        ]
        texts += [f"https://{value}/?utm_source=mail", f"Visit {value}, please", f"“{value}”"]
    else:
        target = f"mailto:{value}"
        texts = [
            value,
            target,
            f"<{value}>",
            value.upper(),
            f"Write to {value}.",
            f"E-mail: {value}",
        ]
        texts += [f"({value})", f"{target}?subject=Help", f" {value}\n", f"Mail {value}, please"]
    for text in texts:
        if concessions.is_customers_name(line, text):
            continue
        if concessions.is_brand_in_sentence(line, text) or (
            "please" in text and concessions.is_file_name(line, text)
        ):
            continue
        claimed = rng.random() < 0.7
        yield _honest(text, line, is_claimed=claimed)
        suffix = rng.choice(_PAGES)
        in_text = f"a file: {text}"
        if concessions.is_brand_in_sentence(line, in_text) or (
            line.kind == "host" and concessions.is_file_name(line, text)
        ):
            continue
        shown = text.strip().replace("<", "&lt;") if suffix == ".html" else text.strip()
        yield _honest(in_file(shown, suffix), line, suffix, is_claimed=claimed)
    for label in (value, "Help"):
        yield _honest(f'<p><a href="{target}">{label}</a></p>', line, ".html")
        yield _honest(f"[{label}]({target})", line, ".md")
