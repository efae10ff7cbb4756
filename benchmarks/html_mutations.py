"""Mutations that need a page: hidden, turned and moved text, and the targets of links.

Exit 0 is wrong wherever a browser shows, hides or opens anything but the contact.
"""

import random
from collections.abc import Iterator
from typing import Final

import concessions
from document_mutations import EVERY, plain_forms
from mutation import Line, Mutation, forms, mutations, plan_reads
from phone_mutations import FICTIONAL
from web_mutations import STRANGER

_HIDDEN: Final = (
    '<span style="display:none">{}</span>',
    '<span style="display: none !important">{}</span>',
    "<span hidden>{}</span>",
    '<span style="visibility:hidden">{}</span>',
    '<span style="visibility:collapse">{}</span>',
    '<span style="font-size:0">{}</span>',
    '<span style="font:0/0 a">{}</span>',
    '<span style="opacity:0">{}</span>',
    '<span style="color:transparent">{}</span>',
    '<span style="color:rgba(0,0,0,0)">{}</span>',
    '<span style="color:#0000">{}</span>',
    '<span style="color:#ffffff00">{}</span>',
    '<b style="background:#fff"><span style="color:#fff">{}</span></b>',
    '<span style="position:absolute;left:-9999px">{}</span>',
    '<span style="display:inline-block;width:0;overflow:hidden">{}</span>',
    '<span style="display:inline-block;height:0;overflow:hidden">{}</span>',
    '<span style="display:inline-block;max-width:0;overflow:hidden">{}</span>',
    '<span style="display:inline-block;text-indent:-999px">{}</span>',
    '<span style="position:absolute;clip:rect(0,0,0,0)">{}</span>',
    '<span style="clip-path:inset(100%)">{}</span>',
    '<span style="transform:scale(0)">{}</span>',
    '<span style="zoom:0">{}</span>',
    '<span style="filter:opacity(0)">{}</span>',
    '<span style="content-visibility:hidden">{}</span>',
    '<span style="mso-hide:all">{}</span>',
    '<span style="d\\69splay:none">{}</span>',
    "<style>.q{{display:none}}</style><span class=q>{}</span>",
    "<style>#q{{visibility:hidden}}</style><span id=q>{}</span>",
    "<style>span.q{{font-size:0}}</style><span class='p q'>{}</span>",
    "<style>p .q{{opacity:0}}</style><span class=q>{}</span>",
    "<style>[data-q]{{display:none}}</style><span data-q>{}</span>",
    "<style>span:nth-child(1){{display:none}}</style><span>{}</span>",
    "<style>@media screen{{.q{{display:none}}}}</style><span class=q>{}</span>",
    "<style>@media(min-width:1px){{.q{{display:none}}}}</style><span class=q>{}</span>",
    "<style>.q{{color:transparent}}</style><i class=q>{}</i>",
    "<style>.o{{.q{{display:none}}}}</style><b class=o><span class=q>{}</span></b>",
    "<template>{}</template>",
    "<noscript>{}</noscript>",
    "<!-- {} -->",
    "<!--{}-->",
    "<!-- > {} -->",
    "<datalist><option>{}</option></datalist>",
    "<rp>{}</rp>",
    "<details><summary></summary>{}</details>",
    "<dialog>{}</dialog>",
    '<object data="data:image/gif;base64,R0lGODlhAQABAAAAACw=">{}</object>',
    "<progress>{}</progress>",
    "<meter>{}</meter>",
    "<math><annotation>{}</annotation></math>",
    "<audio>{}</audio>",
    "<canvas>{}</canvas>",
    "<iframe>{}</iframe>",
)
_WRITTEN: Final = (
    '<style>.q::after{{content:"{}"}}</style><p>{} <span class=q>{}</span></p>',
    '<style>p::before{{content:"{}"}}</style><p>{}<span>{}</span></p>',
    "<style>.q:after{{content:'\\3{}'}}</style><p>{}<span class=q>{}</span></p>",
    "<style>.q::after{{content:attr(data-x)}}</style><p class=q data-x={}>{}{}</p>",
    "<style>.q{{counter-reset:n {}}}.q::after{{content:counter(n)}}</style><p class=q>{}{}</p>",
    '<style>q{{quotes:"{}" ""}}</style><p><q>{}{}</q></p>',
)
"""Digits that only a browser puts into the text: the digit, then the two parts of a number."""
_CONTROLS: Final = (
    "<select><option>{}</option></select>",
    "<textarea>{}</textarea>",
    "<button>{}</button>",
    "<button type=button> {} </button>",
    "<marquee>{}</marquee>",
    "<output>{}</output>",
    "<label>{}<input type=hidden></label>",
    "<slot>{}</slot>",
    "{}<embed src=x>",
)
"""What stands within a line, so that a digit in it is a part of the number around it."""


@mutations("hidden html", *EVERY)
def hidden_html(line: Line, rng: random.Random) -> Iterator[Mutation]:
    """A part of the contact is hidden, so that another one is shown; or a second one is hidden."""
    text = rng.choice(forms(line)[:2]) if line.kind == "phone" else line.value
    for hiding in _HIDDEN:
        places = [i for i in range(2, len(text)) if text[i].isalnum() and text[i] != text[i - 1]]
        place = rng.choice(places)
        shown = text[:place] + text[place + 1 :]
        meant = plan_reads(shown) if line.kind == "phone" else frozenset({shown})
        body = text[:place] + hiding.format(text[place]) + text[place + 1 :]
        claimed = rng.random() < 0.7
        yield Mutation(f"<p>{body}</p>", meant - {line.value}, suffix=".html", is_claimed=claimed)
        other = hiding.format(rng.choice((*FICTIONAL[:3], f"x@{STRANGER}", f"https://{STRANGER}/")))
        yield Mutation(f"<p>{text}</p><p>{other}</p>", suffix=".html", is_claimed=claimed)
        yield Mutation(f"<p>{other} {text}</p>", suffix=".html", is_claimed=claimed)


@mutations("turned and moved html")
def moved_html(line: Line, rng: random.Random) -> Iterator[Mutation]:
    """The order of what is shown is not that of the file."""
    text = line.value
    for _ in range(3):
        low, high = sorted(rng.sample(range(3, len(text)), 2))
        first, inner, rest = text[:low], text[low:high], text[high:]
        for body in (
            f"{first}<bdo dir=rtl>{inner}</bdo>{rest}",
            f"<bdo dir=rtl>{text[::-1]}</bdo>",
            f'{first}<span style="unicode-bidi:bidi-override;direction:rtl">{inner}</span>{rest}',
            f'<span style="unicode-bidi:isolate-override;direction:rtl">{text}</span>',
            f"<style>.q{{unicode-bidi:bidi-override;direction:rtl}}</style><b class=q>{text}</b>",
            f"{first}\u202e{inner}\u202c{rest}",
            f"{first}&#x202e;{inner}&#x202c;{rest}",
            f"\u2067\u202e{text[::-1]}\u202c\u2069",
            f'<p style="display:flex;flex-direction:row-reverse"><b>{first}</b><b>{inner}</b></p>',
            f'<b style="float:right">{first}</b><b>{inner}{rest}</b>',
            f'<p style="display:flex"><b style="order:2">{first}</b>{inner}{rest}</p>',
            f'<span style="position:relative;left:9em">{first}</span>{inner}{rest}',
            f'{first}<span style="margin-left:-2em">{inner}</span>{rest}',
            f'{first}<span style="letter-spacing:-1em">{inner}</span>{rest}',
            f'{first}<span style="writing-mode:vertical-rl">{inner}</span>{rest}',
            f'{first}<span style="transform:scaleX(-1)">{inner}</span>{rest}',
            f'{first}<span style="-webkit-text-security:disc">{inner}</span>{rest}',
        ):
            if len(set(inner)) > 1 and inner != inner[::-1]:
                yield Mutation(f"<p>{body}</p>", suffix=".html", is_claimed=rng.random() < 0.7)
        for turned in (
            f"{first}\u202e{inner}\u202c{rest}",
            f"\u202e{text}",
            f"\u202d{text}\u202e0",
        ):
            yield Mutation(turned)
    for control in _CONTROLS:
        at, more = rng.randrange(2, len(text) - 1), rng.choice("123456789")
        body = f"{text[:at]}{control.format(more)}{text[at:]}"
        meant = plan_reads(text[:at] + more + text[at:])
        yield Mutation(f"<p>{body}</p>", meant, suffix=".html", is_claimed=rng.random() < 0.7)
    for shape in _WRITTEN:
        at = rng.randrange(4, len(text))
        more = rng.choice("0123456789")
        yield Mutation(shape.format(more, text[:at], text[at:]), suffix=".html")


@mutations("html links", *EVERY)
def html_links(line: Line, rng: random.Random) -> Iterator[Mutation]:
    """The text of a link is the contact's, its target is not; or the other way round."""
    text = rng.choice(plain_forms(line))
    own = {"phone": f"tel:{line.value}", "host": f"https://{line.value}/"}.get(
        line.kind, f"mailto:{line.value}"
    )
    for other in (
        f"https://{STRANGER}/",
        f"//{STRANGER}/",
        f"\\\\{STRANGER}\\",
        f"ht\ntps://{STRANGER}",
        "tel:+12025550143",
        "tel:%2B12025550143",
        "sms:+12025550143",
        "callto:12025550143",
        "whatsapp://send?phone=12025550143",
        "https://wa.me/12025550143",
        "https://t.me/mailhub_example",
        "tg://resolve?domain=mailhub_example",
        "skype:mailhub.example?call",
        "viber://chat?number=%2B12025550143",
        f"mailto:x@{STRANGER}",
        f"mailto:?to=x@{STRANGER}",
        "http://203.0.113.7/",
        "http://0xCB007107",
        "http://[2001:db8::7]/",
        f"&#104;ttps://{STRANGER}",
        f"javascript:location='//{STRANGER}'",
        f"data:text/html,<a href=//{STRANGER}>",
        f"  https://{STRANGER}",
        f"{STRANGER}",
        "facetime:+12025550143",
        "weixin://dl/chat?mailhub",
        "line://ti/p/mailhub",
        f"HTTPS:{STRANGER}",
        f"https:///{STRANGER}",
        f"https://x@{STRANGER}",
    ):
        quoted = other.replace('"', "&quot;")
        shown = text.replace("<", "&lt;")
        for body in (
            f'<a href="{quoted}">{shown}</a>',
            f'<a href="{quoted}"><img alt="{shown}"></a> {shown}',
            f'<a href="{own}">{shown}</a> <a href="{quoted}">Help</a>',
            f'<area href="{quoted}"><p>{shown}</p>',
            f'<form action="{quoted}"><button>{shown}</button></form>',
            f'<button formaction="{quoted}">{shown}</button>',
            f'<iframe src="{quoted}"></iframe><p>{shown}</p>',
            f'<meta http-equiv=refresh content="0;url={quoted}"><p>{shown}</p>',
            f'<svg><a xlink:href="{quoted}"><text>{shown}</text></a></svg>',
            f'<base href="{quoted}"><a href="{own}">{shown}</a><a href="/help">x</a>',
            f'<object data="{quoted}"></object><p>{shown}</p>',
            f'<embed src="{quoted}"><p>{shown}</p>',
            f"<p onclick=\"location='{quoted}'\">{shown}</p>",
        ):
            if (
                concessions.same_site_target(body, other, STRANGER)
                or concessions.script_nobody_runs(body, other)
                or concessions.base_nobody_takes(body, other)
            ):
                continue
            yield Mutation(body, suffix=".html", is_claimed=rng.random() < 0.7)
