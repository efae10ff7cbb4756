"""The headline of each verdict: at most twelve words, complete by itself."""

from hotline_check.verdict.models import Status, Verdict
from hotline_check.wording.catalogue import N_, Words

_PHONE = {
    Status.UNREADABLE: N_("Nothing was checked: this is not a whole phone number."),
    Status.AMBIGUOUS: N_("Cannot tell: this can be read as several numbers."),
    Status.INBOUND_ONLY: N_("Hang up: {platform} never calls from this number. It is faked."),
    Status.CALLER_ID_UNPROVEN: N_("Hang up: caller ID cannot prove that this is {claim}."),
    Status.RETIRED: N_("Do not dial: {platform} no longer publishes this number."),
    Status.REPORTED: N_("Do not dial: this number was seen posing as {platform}."),
    Status.OTHER_PLATFORM: N_("Do not dial: {platform} publishes this number, not {claim}."),
    Status.DISPUTED: N_("Not confirmed: pages of {platform} disagree about this number."),
    Status.SECONDHAND: N_("Not confirmed: no page of {platform} itself shows this number."),
    Status.STALE: N_("Not confirmed: {platform} published this number, but our proof is old."),
    Status.LISTED: N_("Listed: {platform} publishes this number on its own page."),
    Status.LOOKALIKE: N_("Do not dial: close to a {platform} number, but not the same."),
    Status.NO_PHONE_LINE: N_("Do not dial: {claim} has no phone line for this."),
    Status.NOT_LISTED: N_("Do not dial: not among the published {claim} numbers we know."),
    Status.UNKNOWN: N_("Not found: no platform we know publishes this number."),
}
_OTHER = {
    Status.UNREADABLE: N_("Nothing was checked: no contact could be read here."),
    Status.AMBIGUOUS: N_("Cannot tell: this can be read in several ways."),
    Status.INBOUND_ONLY: N_("Do not answer: {platform} never writes from here. It is faked."),
    Status.CALLER_ID_UNPROVEN: N_("Do not answer: a sender can be faked, even as {claim}."),
    Status.RETIRED: N_("Do not use: {platform} no longer publishes this {thing}."),
    Status.REPORTED: N_("Do not use: this {thing} was seen posing as {platform}."),
    Status.OTHER_PLATFORM: N_("Do not use: this {thing} belongs to {platform}, not {claim}."),
    Status.DISPUTED: N_("Not confirmed: pages of {platform} disagree about this {thing}."),
    Status.SECONDHAND: N_("Not confirmed: no page of {platform} itself shows this {thing}."),
    Status.STALE: N_("Not confirmed: {platform} published this {thing}, but our proof is old."),
    Status.LISTED: N_("Listed: this {thing} is one that {platform} itself publishes."),
    Status.LOOKALIKE: N_("Do not use: close to one of {platform}, but not the same."),
    Status.NO_PHONE_LINE: N_("Do not use: {claim} has no such channel."),
    Status.NOT_LISTED: N_("Do not use: this {thing} is none that {claim} publishes."),
    Status.UNKNOWN: N_("Not found: no platform we know publishes this {thing}."),
}
_THING = {
    "phone": N_("number"),
    "url": N_("web address"),
    "email": N_("e-mail address"),
    "handle": N_("account"),
}
_POLICY = {
    "policy-none-stated": N_("Do not dial: {claim} says it has no phone line."),
    "policy-none-inferred": N_("Do not dial: {claim} names no phone among its contacts."),
    "policy-none-secondhand": N_("Do not dial: {claim} reportedly has no phone line."),
    "policy-callback-only-stated": N_("Do not dial: {claim} only calls back on request."),
    "policy-callback-only-inferred": N_("Do not dial: {claim} seems only to call back."),
    "policy-callback-only-secondhand": N_("Do not dial: {claim} reportedly only calls back."),
    "policy-unknown": N_("Not found: we know no phone number of {claim}."),
}
_FOR_SOME = N_("Do not dial: {claim} has a phone line for some customers only.")
# Reasons that say more than their status does.
_SPECIAL = {
    "visitors-write-here": N_("Cannot tell: anybody can write on this part of {platform}."),
    "own-domain-sender": N_("Cannot tell: a sender's address can be faked."),
    "impostor-mirror": N_("Cannot tell: a copy of {platform}; whose it is we don't know."),
    "account-network-unsaid": N_("Cannot tell: an account name counts on its own network only."),
    "whole-text": N_("Nothing was checked: this is a whole text."),
    "service-code": N_("Do not dial: this is a code that changes your phone."),
    "no-number": N_("Nothing was checked: no contact could be read here."),
    "no-country": N_("Cannot tell: say which country this number is in."),
}


def thing(kind: str, _: Words) -> str:
    """What is being judged, in a word: number, web address, e-mail address, account."""
    return _(_THING[kind])


def headline(verdict: Verdict, _: Words) -> str:
    """The verdict in one line."""
    reading = verdict.reading or (verdict.readings[0] if verdict.readings else None)
    kind = reading.kind if reading else "phone"
    sentence = (_PHONE if kind == "phone" else _OTHER)[verdict.status]
    for reason in verdict.reasons:
        sentence = _POLICY.get(reason.code) or _SPECIAL.get(reason.code) or sentence
    codes = [reason.code for reason in verdict.reasons]
    if verdict.status is Status.NO_PHONE_LINE and "scope-published-stated" in codes:
        sentence = _FOR_SOME
    platform = verdict.platform_name or verdict.claim_name
    claim = verdict.claim_name or verdict.platform_name
    return _(sentence, platform=platform, claim=claim, thing=thing(kind, _))
