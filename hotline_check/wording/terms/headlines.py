"""The headline of each verdict: at most twelve words, understandable alone.

It begins with what to do or what is known (the lead), then says why in a clause.
"""

from hotline_check.verdict.models import Status, Verdict
from hotline_check.wording.text.catalogue import N_, Words

_HEADLINE = N_("{lead}: {clause}")
_LEADS = {
    "do-not-dial": N_("Do not dial"),
    "do-not-use": N_("Do not use"),
    "hang-up": N_("Hang up"),
    "do-not-answer": N_("Do not answer"),
    "not-confirmed": N_("Not confirmed"),
    "not-found": N_("Not found"),
    "cannot-tell": N_("Cannot tell"),
    "not-checked": N_("Nothing was checked"),
    "listed": N_("Listed"),
    "never-type": N_("Never type this anywhere"),
}
_DOUBTS = {
    Status.UNREADABLE: "not-checked",
    Status.AMBIGUOUS: "cannot-tell",
    Status.CALLER_ID_UNPROVEN: "hang-up",
    Status.UNKNOWN: "not-found",
}
_PHONE = {
    Status.UNREADABLE: N_("this is not a whole phone number."),
    Status.AMBIGUOUS: N_("this can be read as several numbers."),
    Status.INBOUND_ONLY: N_("{platform} never calls from this number. It is faked."),
    Status.CALLER_ID_UNPROVEN: N_("caller ID cannot prove that this is {claim}."),
    Status.RETIRED: N_("{platform} no longer publishes this number."),
    Status.REPORTED: N_("this number was seen posing as {platform}."),
    Status.OTHER_PLATFORM: N_("{platform} publishes this number, not {claim}."),
    Status.AUTHORITY: N_("a public body publishes this number, not {claim}."),
    Status.WITHHELD: N_("printed for {platform}, but we refuse to list it."),
    Status.DISPUTED: N_("pages of {platform} disagree about this number."),
    Status.SECONDHAND: N_("no page of {platform} itself shows this number."),
    Status.STALE: N_("{platform} published this number, but our proof is old."),
    Status.LISTED: N_("{platform} publishes this number on its own page."),
    Status.LOOKALIKE: N_("close to a {platform} number, but not the same."),
    Status.NO_PHONE_LINE: N_("{claim} has no phone line for this."),
    Status.NOT_LISTED: N_("not among the published {claim} numbers we know."),
    Status.UNKNOWN: N_("no platform we know publishes this number."),
}
_OTHER = {
    Status.UNREADABLE: N_("no contact could be read here."),
    Status.AMBIGUOUS: N_("this can be read in several ways."),
    Status.INBOUND_ONLY: N_("{platform} never writes from here. It is faked."),
    Status.CALLER_ID_UNPROVEN: N_("a sender can be faked, even as {claim}."),
    Status.RETIRED: N_("{platform} no longer publishes this {thing}."),
    Status.REPORTED: N_("this {thing} was seen posing as {platform}."),
    Status.OTHER_PLATFORM: N_("this {thing} belongs to {platform}, not {claim}."),
    Status.AUTHORITY: N_("this {thing} is a public body's."),
    Status.WITHHELD: N_("printed for {platform}, but we refuse to list it."),
    Status.DISPUTED: N_("pages of {platform} disagree about this {thing}."),
    Status.SECONDHAND: N_("no page of {platform} itself shows this {thing}."),
    Status.STALE: N_("{platform} published this {thing}, but our proof is old."),
    Status.LISTED: N_("this {thing} is one that {platform} itself publishes."),
    Status.LOOKALIKE: N_("close to one of {platform}, but not the same."),
    Status.NO_PHONE_LINE: N_("{claim} has no such channel."),
    Status.NOT_LISTED: N_("{claim} publishes other contacts, not this {thing}."),
    Status.UNKNOWN: N_("no platform we know publishes this {thing}."),
}
_THING = {
    "phone": N_("number"),
    "url": N_("web address"),
    "email": N_("e-mail address"),
    "handle": N_("account"),
}
# Reasons with a headline of their own, and with the lead if that differs, too.
_SPECIAL: dict[str, tuple[str | None, str]] = {
    "policy-none-stated": (None, N_("{claim} says it has no phone line.")),
    "policy-none-inferred": (None, N_("{claim} names no phone among its contacts.")),
    "policy-none-secondhand": (None, N_("{claim} reportedly has no phone line.")),
    "policy-callback-only-stated": (None, N_("{claim} only calls back on request.")),
    "policy-callback-only-inferred": (None, N_("{claim} seems only to call back.")),
    "policy-callback-only-secondhand": (None, N_("{claim} reportedly only calls back.")),
    "policy-unknown": (None, N_("we know no phone number of {claim}.")),
    "calls-never": (None, N_("{platform} says it never calls people. This is faked.")),
    "calls-never-inferred": (None, N_("we infer that {platform} never calls people.")),
    "visitors-write-here": (
        "cannot-tell",
        N_("anybody may have made this page on {platform}."),
    ),
    "own-page-leads-on": ("cannot-tell", N_("this link may lead away from {platform}.")),
    "own-domain-sender": ("cannot-tell", N_("a sender's address can be faked.")),
    "account-network-unsaid": (
        "cannot-tell",
        N_("an account name is valid on its own network only."),
    ),
    "impostor-mirror": ("cannot-tell", N_("a copy of {platform}; whose it is we don't know.")),
    "secret-phrase": ("never-type", N_("this looks like a wallet's seed phrase.")),
    "secret-key": ("never-type", N_("this looks like a private key.")),
    "secret-or-hash": ("never-type", N_("this may be a private key.")),
    "whole-text": (None, N_("this is a whole text.")),
    "service-code": ("do-not-dial", N_("this is a code that changes your phone.")),
    "no-number": (None, N_("no contact could be read here.")),
    "no-country": (None, N_("say which country this number is in.")),
    "foreign-prefix": ("cannot-tell", N_("a phone there dials abroad in another way.")),
    "struck-out": ("cannot-tell", N_("it is struck out, so it may not count any more.")),
    "link-unreadable": (None, N_("where this link leads cannot be read.")),
    "link-shows-other": (None, N_("the link leads elsewhere than it shows.")),
    "caller-hidden": (None, N_("a caller that hides its number proves nothing.")),
    "authority-line": (None, N_("a public body's own line against fraud, not a platform's.")),
    "authority-calling": (None, N_("caller ID cannot prove that a public body calls.")),
    "authority-secondhand": (None, N_("reportedly a public body's line; check its own site.")),
    "authority-stale": (None, N_("a public body's number, but our proof is old.")),
}
_FOR_SOME = N_("{claim} has a phone line for some customers only.")
# Reasons against listing a published contact; they change no other status.
_UNLISTED = {
    "hidden-text": N_("this is in text that is not shown."),
    "from-picture": N_("read from a picture; type in what you see."),
    "from-pdf": N_("read from a PDF file; type in what you see."),
    "may-have-called": N_("if this number called you, it proves nothing."),
    "may-have-written": N_("if it wrote to you, that proves nothing."),
    "claim-unknown": N_("we know no platform of the name you gave."),
    "claim-near": N_("we know no platform of the name you gave."),
}


def thing(kind: str, _: Words) -> str:
    """The kind of contact in a word: number, web address, e-mail address, account."""
    return _(_THING[kind])


def headline(verdict: Verdict, _: Words) -> str:
    """The headline of a verdict."""
    reading = verdict.reading or (verdict.readings[0] if verdict.readings else None)
    kind = reading.kind if reading else "phone"
    clause = (_PHONE if kind == "phone" else _OTHER)[verdict.status]
    lead = None
    for reason in reversed(verdict.reasons):
        if reason.code in _SPECIAL:
            lead, clause = _SPECIAL[reason.code]
    codes = {reason.code for reason in verdict.reasons}
    if verdict.status is Status.NO_PHONE_LINE and "scope-published-stated" in codes:
        clause = _FOR_SOME
    first = verdict.reasons[0].code if verdict.reasons else ""
    if first in _UNLISTED and verdict.status is Status.UNKNOWN:
        lead, clause = "cannot-tell", _UNLISTED[first]
    elif "published-by-other" in codes and verdict.status is Status.UNKNOWN:
        others = _PHONE if kind == "phone" else _OTHER
        lead, clause = "cannot-tell", others[Status.OTHER_PLATFORM]
    platform = verdict.platform_name or verdict.claim_name
    claim = verdict.claim_name or verdict.platform_name
    text = _(clause, platform=platform, claim=claim, thing=thing(kind, _))
    return _(_HEADLINE, lead=_(_LEADS[_lead(verdict, kind, lead)]), clause=text)


def _lead(verdict: Verdict, kind: str, special: str | None) -> str:
    """What to do first, by level and direction."""
    if verdict.direction == "they-called" and verdict.status is not Status.UNREADABLE:
        return "hang-up" if kind == "phone" else "do-not-answer"
    if verdict.level == "listed":
        return "listed"
    if verdict.level == "danger":
        return "do-not-dial" if kind == "phone" else "do-not-use"
    return special or _DOUBTS.get(verdict.status, "not-confirmed")
