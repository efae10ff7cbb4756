"""Why a page could not be read."""

from hotline_check.wording.text.catalogue import N_, Words

FAILURES = {
    "bad-url": N_("its address is no plain web address"),
    "not-pinned": N_("{detail} is not on a pinned domain"),
    "insecure-redirect": N_("it sends visitors on to an unencrypted page"),
    "redirect-outside": N_("it sends visitors on to a host that is not the platform's: {detail}"),
    "redirect-query": N_("it sends visitors on to an address with a query"),
    "too-many-redirects": N_("it sends visitors on in circles"),
    "status": N_("the server answered {detail}"),
    "rate-limited": N_("the server asks for patience"),
    "content-type": N_("it is no text but {detail}"),
    "too-large": N_("it is larger than {detail} bytes"),
    "timed-out": N_("the server did not answer in time"),
    "private-address": N_("its name leads into a private network"),
    "unreachable": N_("the server can't be reached"),
    "bad-certificate": N_("the certificate of {detail} is not valid"),
    "cut-off": N_("the answer broke off or was broken"),
    "not-text": N_("it is no text"),
    "soft-404": N_("the page is gone, though the server does not say so"),
    "challenge": N_("the site wants to see a person in a browser"),
    "javascript-only": N_("it can be read only in a browser that runs its scripts"),
    "too-deep": N_("its elements are nested too deeply to be read"),
    "no-text": N_("it is empty"),
    "robots": N_("its robots.txt asks programs to leave it alone"),
    "robots-unreadable": N_("its robots.txt can't be read, so programs must leave it alone"),
    "bad-proof": N_("the owner's file can't be understood: {detail}"),
}


def failure(code: str, detail: str, _: Words) -> str:
    """Why a page could not be read, in a few words that follow a colon."""
    # The detail comes from a server and may hold control characters for the terminal.
    plain = "".join(c for c in detail if c.isprintable())
    return _(FAILURES[code], detail=plain)
