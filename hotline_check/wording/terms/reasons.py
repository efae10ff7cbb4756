"""Sentences for reason codes."""

from hotline_check.verdict.models import Reason
from hotline_check.wording.terms.names import country, in_language
from hotline_check.wording.terms.phone_format import spaced
from hotline_check.wording.terms.private_keys import PRIVATE_KEYS
from hotline_check.wording.terms.vocabulary import channel, topic
from hotline_check.wording.terms.whom import whom
from hotline_check.wording.text.catalogue import N_, Words

REASONS = {
    **PRIVATE_KEYS,
    "never-calls-out": N_("{platform} says that this line only takes calls."),
    "caller-id-can-be-faked": N_(
        "{platform} publishes this number, but any caller can make a phone show it. "
        "Hang up and dial it yourself."
    ),
    "account-network-unsaid": N_(
        "{platform} publishes an account of this name on {networks}; elsewhere anybody can take it."
    ),
    "account-elsewhere": N_(
        "{platform} publishes an account of this name on {networks}, and none here."
    ),
    "link-was-sent": N_(
        "It lies on {value}, of {platform}, but a link that was sent can still hand over your "
        "account. Type the address yourself."
    ),
    "sender-can-be-faked": N_(
        "{platform} publishes it, but a message shows whatever sender its author likes."
    ),
    "calls-back-on-request": N_(
        "{platform} calls back only when asked to, inside its app or website. "
        "If you asked for no call, this is not {platform}."
    ),
    "no-longer-published": N_(
        "{platform} published it once; it is recorded as withdrawn on {since}."
    ),
    "seen-posing-as": N_("It was planted as {platform} support; pages seen: {pages}."),
    "published-by-other": N_("It is a published contact of {platform}."),
    "sightings-disagree": N_("Copies of the page of {platform} show different values."),
    "only-other-pages": N_(
        "It is known from pages of others only; {platform} was not seen to publish it."
    ),
    "seen-too-long-ago": N_(
        "The page of {platform} was last seen with it on {seen}; "
        "after {days} days that is no proof any more."
    ),
    "on-own-page": N_("The page of {platform} showed it on {seen}."),
    "for-customers": N_("It is for {whom} only."),
    "for-topics": N_("It is for: {topics}."),
    "close-one-edit": N_("It is one digit away from {value}, which {platform} publishes."),
    "close-toll-free-prefix": N_(
        "Only the toll-free prefix differs from {value}, which {platform} publishes."
    ),
    "close-country-code": N_(
        "Only the country code differs from {value}, which {platform} publishes."
    ),
    "close-vanity": N_("Its digits spell {value} on a keypad; {platform} does not publish it."),
    "close-punycode": N_("It uses letters that look like those of {value}, of {platform}."),
    "close-host-edit": N_("It is one letter away from {value}, of {platform}."),
    "close-word-edit": N_("It is one letter away from {value}, of {platform}."),
    "close-brand-word": N_("It puts other words around the name of {platform} ({value})."),
    "close-name-inside": N_(
        "The name of {platform} is in it, but the address of {platform} is {value}."
    ),
    "close-other-suffix": N_("It has the name of {value}, of {platform}, with another ending."),
    "close-luring-suffix": N_("It has the name of {value}, of {platform}, with another ending."),
    "nobody-publishes-it": N_("No platform in the registry publishes it."),
    "only-mentioned": N_("The text names {platform}, but not as the owner of this number."),
    "policy-none-stated": N_("{platform} states that it has no phone line."),
    "policy-none-inferred": N_(
        "{platform} names its contacts and no phone is among them; "
        "we infer that it has no phone line."
    ),
    "policy-none-secondhand": N_(
        "A page that is not of {platform} says that it has no phone line."
    ),
    "policy-callback-only-stated": N_(
        "{platform} states that it calls back on request and has no number to dial."
    ),
    "policy-callback-only-inferred": N_(
        "We infer from the pages of {platform} that it calls back on request only."
    ),
    "policy-callback-only-secondhand": N_(
        "A page that is not of {platform} says that it calls back on request only."
    ),
    "scope-published-stated": N_("{platform} publishes a phone line for {whom} only."),
    "scope-published-inferred": N_("{platform} seems to have a phone line for {whom} only."),
    "scope-published-secondhand": N_(
        "A page that is not of {platform} says that it has a phone line for {whom}."
    ),
    "scope-callback-only-stated": N_(
        "For {whom}: {platform} states that it calls back on request only."
    ),
    "scope-callback-only-inferred": N_(
        "For {whom}: we infer that {platform} calls back on request only."
    ),
    "scope-callback-only-secondhand": N_(
        "For {whom}: a page that is not of {platform} says that it calls back on request only."
    ),
    "scope-none-stated": N_("For {whom}: {platform} states that it has no phone line."),
    "scope-none-inferred": N_("For {whom}: we infer that {platform} has no phone line."),
    "scope-none-secondhand": N_(
        "For {whom}: a page that is not of {platform} says that it has no phone line."
    ),
    "policy-dated": N_("That page is of {date}."),
    "policy-unknown": N_("Whether {platform} has a phone line is not known to us."),
    "list-is-complete": N_("Our list of the phone lines of {platform} is complete."),
    "list-is-partial": N_("{platform} publishes phone lines; our list of them may be incomplete."),
    "may-be-published": N_("It may be {value} ({region}), which {platform} publishes."),
    "may-be-authority": N_(
        "In {country} it is a line of {authority}. If you are there, add: --region {region}"
    ),
    "may-be-reported": N_("It may be {value} ({region}), which was seen posing as {platform}."),
    "claim-unknown": N_(
        "No platform in the registry is called {name}, so it was judged without that name."
    ),
    "claim-near": N_(
        "No platform in the registry is called {name}, so it was judged without that name. "
        "Did you mean: {near}?"
    ),
    "hidden-text": N_("It is in text that is not shown to the reader."),
    "may-have-called": N_(
        "Anybody can make a phone show this number. If it called or wrote to you, hang up and "
        "dial it yourself."
    ),
    "may-have-written": N_(
        "A message shows whatever sender its author likes. If it wrote to you, do not answer: "
        "write to it yourself."
    ),
    "from-picture": N_(
        "It was read from a picture by software, which can misread it. Compare it with the "
        "picture, and type in what you see there."
    ),
    "from-pdf": N_(
        "A PDF file can show other digits and letters than its text holds. Compare them, and type "
        "in what you see there."
    ),
    "caller-hidden": N_("Whoever calls can hide the number, and no number can be checked."),
    "authority-line": N_("It is a line of {authority} ({country}) for people who were defrauded."),
    "authority-not-platform": N_(
        "It is a line of {authority} ({country}). {platform} cannot be reached there."
    ),
    "authority-calling": N_(
        "{authority} ({country}) publishes this number, but any caller can make a phone show it. "
        "Hang up and dial it yourself."
    ),
    "authority-secondhand": N_(
        "It is said to be a line of {authority} ({country}); we saw no government page with it."
    ),
    "authority-stale": N_(
        "It is a line of {authority} ({country}), but the page was last seen more than {days} "
        "days ago."
    ),
    "withheld-premium-rate": N_(
        "A page printed it for {platform}, but it costs extra; we list no such number."
    ),
    "withheld-unconfirmed": N_(
        "It is said to be of {platform}, but no page of its own confirms it."
    ),
    "withheld-not-support": N_("{platform} uses it, but not as a line for customers."),
    "calls-never": N_("{platform} says that it never calls people first."),
    "calls-never-inferred": N_("We infer from the pages of {platform} that it never calls people."),
    "calls-announced": N_("{platform} announces a real call first, in its app or by e-mail."),
    "calls-rare": N_("{platform} says that it calls people only in rare cases."),
    "own-domain": N_("It lies on {value}, the own domain of {platform}."),
    "own-domain-sender": N_(
        "It is on {value}, a domain of {platform}, but is not a published address."
    ),
    "own-address-unusual": N_(
        "It lies on {value}, of {platform}, but its port, a sign in it or the name before its @ is "
        "not usual. Type {value} yourself."
    ),
    "own-domain-as-account": N_(
        "{value} is a domain of {platform}, but anybody may take it as an account name."
    ),
    "own-page-grants-access": N_(
        "It lies on {value}, of {platform}, but can give somebody's app access to your account. "
        "Approve nothing that you did not start yourself."
    ),
    "own-page-leads-on": N_(
        "It lies on {value}, of {platform}, but may send you on to another address. "
        "Type {value} yourself."
    ),
    "own-page-shows-contact": N_(
        "It lies on {value}, of {platform}, but anybody can write a number or an address into "
        "such a link. Do not use what it shows. Type {value} yourself."
    ),
    "visitors-write-here": N_(
        "It lies on {value}, a domain of {platform}, but may be anybody's: a post, a profile, an "
        "offer or a request for money."
    ),
    "impostor-fake": N_("It was named as a fraud in the name of {platform}."),
    "impostor-lookalike": N_("It was seen dressed up as {platform}."),
    "impostor-mirror": N_(
        "It is a copy of pages of {platform}; whose it is we don't know. Do not sign in there."
    ),
    "impostor-other-company": N_("It belongs to another company with a similar name."),
    "account-not-known": N_(
        "It has the name of {platform}, of which we know no account here; it may be anybody's."
    ),
    "app-store": N_("It is a page of an app store. Check there that {platform} made the app."),
    "public-body": N_("It is on the site of a public body."),
    "not-own-domain": N_("It is on none of the domains of {platform} that we know."),
    "not-own-contact": N_("It is none of the contacts of {platform} that we know."),
    "platform-closed": N_("{platform} has closed; whoever speaks for it now may be a fraud."),
    "fragment": N_("It is too short for a whole number; part of a number is never judged."),
    "too-long": N_("It has too many digits for a phone number."),
    "whole-text": N_("This is a whole text. Check it with: hotline-check scan"),
    "not-read": N_("It may be another contact, and we could not read it. Check it alone."),
    "no-number": N_("No phone number, address or account name was found in it."),
    "impossible": N_("No country has such a number."),
    "reordered": N_(
        "It holds characters that turn the order of digits around; "
        "what you see may be another number."
    ),
    "service-code": N_(
        "It is a code that changes how your phone works, such as forwarding your calls, "
        "not a number. Do not dial it."
    ),
    "struck-out": N_("It is struck out: whoever wrote this took it back."),
    "link-unreadable": N_("Where this address leads cannot be read. Do not open it."),
    "link-shows-other": N_("The link shows {shown}, but it leads to {value}."),
    "no-country": N_("It has no country code. Say the country, for example: --region US"),
    "may-be": N_("It may be {value} ({region})."),
    "foreign-prefix": N_(
        "In {region}, {prefix} does not lead abroad: a phone there may call somebody else."
    ),
    "no-such-code": N_(
        "No country has the code {code}. Telegram sells such numbers as names of accounts; "
        "no phone can call them."
    ),
    "type-digits": N_("Type {value} yourself: pasted letters would dial other digits."),
    "say-country": N_("Say with --region in which country it is dialled: {regions}"),
    "platform-name": N_("{platform} is a name. Its contacts: hotline-check channels {id}"),
    "live-confirmed": N_("Checked just now: the page shows it today."),
    "live-unreviewed": N_(
        "Checked just now: a page of the platform shows it, but no person has reviewed that."
    ),
    "live-absent": N_("Checked just now: the pages that list its contacts do not show it."),
    "live-unreadable": N_("Checked just now: could not confirm, {url} could not be read ({why})."),
    "live-no-page": N_("There was no page to look at, so nothing could be confirmed."),
}


def reason(found: Reason, _: Words) -> str:
    """The sentence for a reason."""
    args = dict(found.args)
    for place in ("value", "shown"):
        if args.get(place, "").startswith("+"):
            args[place] = spaced(args[place])
    if "country" in args:
        args["country"] = country(args["country"], _)
    if "authority" in args:
        tag = "authority:"
        names = {key.removeprefix(tag): n for key, n in args.items() if key.startswith(tag)}
        args["authority"] = in_language(names, _.lang) or args["authority"]
    if "topics" in args:
        args["topics"] = _.join([topic(t, _) for t in args["topics"].split(", ")])
    if "customers" in args:
        customers, regions = (args.get(key, "").split(", ") for key in ("customers", "regions"))
        args["whom"] = whom(filter(None, customers), filter(None, regions), _)
    if "networks" in args:
        args["networks"] = _.join([channel(kind, _) for kind in args["networks"].split(", ")])
    return _(REASONS[found.code], **args)
