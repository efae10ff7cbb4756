"""Pages and links as a person runs into them: what is hidden, and where links lead."""

import base64
import io
from collections.abc import Callable

import pytest

from hotline_check.checking import Checker
from hotline_check.documents import Skipped
from hotline_check.registry.storage.store import Store
from hotline_check.scanning.scanner import Hit, Scanner, Tally
from tests.entries import TODAY

# Fictional or reserved, whoever is named around them.
FAKE = "+12025550147"
OWN = "+1 888 908 7930"  # Coinbase's, in the bundled registry

Scan = Callable[..., tuple[int, list[Hit]]]


@pytest.fixture
def scan(bundled_store: Store) -> Scan:
    def run(text: str, name: str = "page.html") -> tuple[int, list[Hit]]:
        scanner, tally, hits = Scanner(Checker(bundled_store, today=TODAY)), Tally(), []
        for result in scanner.scan_stream(io.BytesIO(text.encode()), name):
            tally.add(result)
            if not isinstance(result, Skipped):
                hits.append(result)
        return int(tally.exit), hits

    return run


def values(hits: list[Hit]) -> set[str]:
    return {reading.value for hit in hits for reading in hit.verdict.readings}


def statuses(hits: list[Hit]) -> set[str]:
    return {str(hit.verdict.status) for hit in hits}


LEADS_ELSEWHERE = [
    ('<a href="//mailhub-example.com">{own}</a>', "https://mailhub-example.com/"),
    ('<a href="mailhub-example.com/x">{own}</a>', "https://mailhub-example.com/x"),
    ('<a href="https://3221226219/login">{own}</a>', "https://192.0.2.235/login"),
    ('<a href="https://0xC0.0.02.0353/">{own}</a>', "https://192.0.2.235/"),
    ('<a href="http://[2001:db8::1]/login">{own}</a>', "http://[2001:db8::1]/login"),
    ('<a href="https://coinbase.com&#10;-login.example/x">{own}</a>', None),
    ('<a href="ht&#10;tps://coinbase.com&#9;@mailhub-example.com/">{own}</a>', None),
    ('<a href="https:\\\\mailhub-example.com">{own}</a>', "https://mailhub-example.com/"),
    ('<a href="/\\mailhub-example.com">{own}</a>', "https://mailhub-example.com/"),
    ('<a href="https://mailhub-example%2ecom">{own}</a>', "https://mailhub-example.com/"),
    ('<a href="https://mailhub-example&#46com/">{own}</a>', "https://mailhub-example.com/"),
    ('<a href="https://mailhub-example。com">{own}</a>', "https://mailhub-example.com/"),
    ('<svg><a xlink:href="https://mailhub-example.com">{own}</a></svg>', None),
    ('<map><area href="//mailhub-example.com"></map>{own}', "https://mailhub-example.com/"),
    ('<form action="//mailhub-example.com">{own}</form>', "https://mailhub-example.com/"),
    ('<button formaction="https://mailhub-example.com">{own}</button>', None),
    ('<object data="//mailhub-example.com"></object>{own}', "https://mailhub-example.com/"),
    ('<object data="https://mailhub-example.com">x</object>{own}', "https://mailhub-example.com/"),
    ('<object data="mailhub-example.com/x"></object>{own}', "https://mailhub-example.com/x"),
    ('<iframe src="https://mailhub-example.com"></iframe>{own}', None),
    ('<base href="https://mailhub-example.com">{own} <a href="/login">in</a>', None),
    ('<meta http-equiv=refresh content="0; url=//mailhub-example.com">{own}', None),
    ('<a href="#" onclick="location.href=\'//mailhub-example.com\'">{own}</a>', None),
    ("<a href=\"javascript:location='https://mailhub-example.com'\">{own}</a>", None),
    ("<meta http-equiv=Refresh content=\"0; URL='https://mailhub-example.com/a'\">{own}", None),
    ("<meta content='0;url=\"//mailhub-example.com\" x' http-equiv=refresh>{own}", None),
    ("<meta http-equiv=refresh content=\"3 , 'https://mailhub-example.com'\">{own}", None),
    ('<meta http-equiv=refresh content="0 https://mailhub-example.com">{own}', None),
]


@pytest.mark.parametrize(("page", "value"), LEADS_ELSEWHERE)
def test_a_page_leads_where_a_browser_goes(page: str, value: str | None, scan: Scan) -> None:
    code, hits = scan(f"<p>Coinbase help: {page.format(own='https://www.coinbase.com')}</p>")
    assert code in {1, 3}
    hosts = {read.partition("//")[2].partition("/")[0] for read in values(hits)}
    assert hosts - {"www.coinbase.com"}, hits
    assert value is None or value in values(hits)


def test_text_and_target_that_differ_are_danger_with_both(scan: Scan) -> None:
    code, hits = scan('<a href="https://mailhub-example.com/x">https://www.coinbase.com</a>')
    assert code == 1
    (reason,) = (r for hit in hits for r in hit.verdict.reasons if r.code == "link-shows-other")
    assert reason.args["shown"] == "https://www.coinbase.com/"
    assert reason.args["value"] == "https://mailhub-example.com/x"


@pytest.mark.parametrize(
    "target",
    [
        "tel:{0}", "callto:{0}", "sms:{0}", "sip:{0}@mailhub-example.com", "facetime:{0}",
        "facetime-audio:{0}", "whatsapp://send?phone={0}", "whatsapp://send/?phone={0}&amp;text=x",
        "viber://chat?number=%2B{0}", "viber://contact?number={0}", "viber://add?number={0}",
        "skype:{0}?call", "tg://resolve?phone={0}", "https://wa.me/{0}", "https://wa.me/+{0}?text=x",
        "https://api.whatsapp.com/send?phone={0}", "https://web.whatsapp.com/send/?phone=%2B{0}",
        "https://t.me/+{0}", "https://viber.click/{0}", "https://signal.me/#p/+{0}", "//wa.me/{0}",
        "intent://send?phone={0}#Intent;scheme=whatsapp;end", "TEL:+{0}", "t&#10;el:+{0}",
        "intent:+{0}#Intent;scheme=tel;end", "mms:+{0}", "smsto:+{0}?body=x",
        "javascript:location=&#39;tel:+{0}&#39;",
    ],
)  # fmt: skip
def test_a_link_that_dials_or_chats_gives_the_number(target: str, scan: Scan) -> None:
    code, hits = scan(f'<p>Coinbase <a href="{target.format(FAKE[1:])}">{OWN}</a></p>')
    assert code == 1
    assert FAKE in values(hits)


@pytest.mark.parametrize(
    ("target", "network", "name"),
    [
        ("https://t.me/fakehelp", "telegram", "@fakehelp"),
        ("tg://resolve?domain=fakehelp", "telegram", "@fakehelp"),
        ("https://m.me/fakehelp", "facebook", "@fakehelp"),
        ("https://line.me/R/ti/p/@fakehelp", "line", "@fakehelp"),
        ("https://line.me/ti/p/~fakehelp", "line", "@fakehelp"),
        ("line://ti/p/~fakehelp", "line", "@fakehelp"),
        ("skype:fake.help?chat", "skype", "@fake.help"),
        ("callto:fake.help", "skype", "@fake.help"),
        ("viber://pa?chatURI=fakehelp", "viber", "@fakehelp"),
        ("weixin://contacts/profile/fakehelp", "wechat", "@fakehelp"),
    ],
)
def test_a_link_to_a_chat_gives_the_account(
    target: str, network: str, name: str, scan: Scan
) -> None:
    code, hits = scan(f'<p>Coinbase <a href="{target}">chat</a></p>')
    assert code in {1, 3}
    read = [(r.network, r.value) for hit in hits for r in hit.verdict.readings]
    assert (network, name) in read


@pytest.mark.parametrize(
    "target",
    [
        "javascript:go()", "javascript:location='ht'+'tps://x'", "data:text/html,x", "foo://bar",
        "javascript:location='//coinbase.com'", "vbscript:location='//coinbase.com'",
        "https://exa mple.com", "https://%00.example", "tel:1-2", "skype:", "weixin://dl/chat",
        "mailto:help", "https://[::1", "intent:#Intent;end", "whatsapp://send?phone=12",
        "intent://coinbase.com#Intent;scheme=https;package=com.example.mailhub;end",
        "intent://coinbase.com#Intent;scheme=https;component=com.example/.Open;end",
        "intent://coinbase.com#Intent;end",
    ],
)  # fmt: skip
def test_a_target_that_cannot_be_read_is_reported(target: str, scan: Scan) -> None:
    code, hits = scan(f'<p>Coinbase: {OWN} <a href="{target}">help</a></p>')
    assert code in {1, 3}
    assert "unreadable" in statuses(hits)


@pytest.mark.parametrize(
    ("target", "opened", "code"),
    [
        ("intent://coinbase.com#Intent;scheme=https;end", "https://coinbase.com/", 0),
        ("intent://coinbase.com#Intent;scheme=https;package=com.android.chrome;end",
         "https://coinbase.com/", 0),
        ("intent:https://coinbase.com/help#Intent;end", "https://coinbase.com/help", 0),
        ("intent://mailhub-example.com#Intent;scheme=https;S.x=coinbase.com;end",
         "https://mailhub-example.com/", 3),
        ("intent://coinbase.com@mailhub-example.com/#Intent;scheme=http;end",
         "http://coinbase.com@mailhub-example.com/", 1),
        ("intent://coinbase.com#Intent;S.browser_fallback_url=http%3A%2F%2Fmailhub-example.com;"
         "scheme=https;end", "http://mailhub-example.com/", 3),
    ],
)  # fmt: skip
def test_an_intent_is_the_address_that_it_opens(
    target: str, opened: str, code: int, scan: Scan
) -> None:
    found, hits = scan(f'<p><a href="{target}">Help</a></p>')
    assert found == code
    assert opened in values(hits)


@pytest.mark.parametrize(
    "target",
    [
        "", "#", "#top", "/help", "./x", "?a=1", "page.html", "javascript:void(0)", "javascript:;",
        "javascript:history.back()", "about:blank", "cid:logo", "data:image/png;base64,x", "tel:",
        "mailto:?subject=x", "files/a.zip", "https://www.coinbase.com/x", "tel:+18889087930",
    ],
)  # fmt: skip
def test_a_link_within_the_site_is_no_contact(target: str, scan: Scan) -> None:
    code, hits = scan(f'<p>Coinbase: {OWN} <a href="{target}">help</a></p>')
    assert (code, statuses(hits)) == (0, {"listed"})


LEADS_NOWHERE = [
    "", "#", "?next=//mailhub-example.com", "/../login", "./x", "login.php", "page.html",
    "mailhub-example.example/x", "javascript:void(0)", "javascript:alert(1)", "about:blank",
    "blob:https://x", "cid:logo", "mid:1", "data:image/png;base64,x", "urn:x", "tel:",
    "{{url}}", "%%link%%", "${link}", "*|LINK|*", "[[link]]",
]  # fmt: skip
SHOW_CONTACTS = [
    "https://www.coinbase.com", "<b>www</b>.coinbase.com", "coinbase.com/help",
    "security@coinbase.com", OWN, "Coinbase help: 1-888-908-7930",
]  # fmt: skip


@pytest.mark.parametrize("shown", SHOW_CONTACTS)
def test_a_text_that_shows_a_contact_wants_a_target_that_is_one(shown: str, scan: Scan) -> None:
    for target in LEADS_NOWHERE:
        code, hits = scan(f'<p>Coinbase <a href="{target}">{shown}</a></p>')
        assert code == 3, target
        assert "unreadable" in statuses(hits), target


def test_a_link_without_a_value_is_one_to_the_same_page(scan: Scan) -> None:
    assert scan("<p>Coinbase <a href>https://www.coinbase.com</a></p>")[0] == 3


@pytest.mark.parametrize("target", ["javascript:alert(1)", "login.php", "#top", "{{url}}"])
@pytest.mark.parametrize(
    "link", ["[https://www.coinbase.com]({})", "<a href='{}'>https://www.coinbase.com</a>"]
)
def test_pasted_links_that_lead_nowhere(target: str, link: str, bundled_store: Store) -> None:
    verdicts = Checker(bundled_store, today=TODAY).check("Coinbase " + link.format(target))
    assert "unreadable" in {str(verdict.status) for verdict in verdicts}


@pytest.mark.parametrize(
    "link",
    [
        '<a href="/">Crypto.com</a>', '<a href="#">Bitcoin.de</a>', '<a href="/u/x">@coinbase</a>',
        '<a href="setup.py">setup.py</a>', '<a href="notes.html">notes 1.2.3 of 2026-11-22</a>',
        '<a href="/a">step 1.b of 3</a>', '<a href="/read">read more</a>',
    ],
)  # fmt: skip
def test_links_within_a_site_that_name_no_other_place(link: str, scan: Scan) -> None:
    _, hits = scan(f"<p>Coinbase: {OWN} {link}</p>")
    assert "unreadable" not in statuses(hits)


def test_everybody_a_mail_goes_to(scan: Scan) -> None:
    target = "mailto:a@mailhub-example.com?cc=b@mailhub-example.com&amp;BCC=c%40mailhub-example.com"
    _, hits = scan(f'<a href="{target}">write</a>')
    assert values(hits) == {f"{user}@mailhub-example.com" for user in "abc"}


HIDES = [
    "<i hidden>{0}</i>",
    '<i style="display:none">{0}</i>',
    '<i style="DISPLAY : none !important">{0}</i>',
    "<i style='visibility:hidden'>{0}</i>",
    "<i style='font-size:0'>{0}</i>",
    "<i style='font:0/0 a'>{0}</i>",
    "<i style='opacity:0.0'>{0}</i>",
    "<style>.x{{display:none}}</style><i class='b x'>{0}</i>",
    "<style>#x{{font-size:0px}}</style><i id=x>{0}</i>",
    "<style>i.x,p#y{{color:red;visibility:hidden}}</style><i class=x>{0}</i>",
    "<i class=x>{0}</i><style>.x{{display:none}}</style>",
    "<style>i{{display:inline}}.x{{display:none}}</style><i class=x>{0}</i>",
    "<template>{0}</template>",
    "<noscript>{0}</noscript>",
    "<!--{0}-->",
    "<i style='dis\\70lay:none'>{0}</i>",
    "<style>.x{{d\\69splay:n\\6fne}}</style><i class=x>{0}</i>",
    "<i style='position:absolute;left:-9999px'>{0}</i>",
    "<i style='top:-100em;position:fixed'>{0}</i>",
    "<style>.x{{position:absolute}} .y{{left:-200%}}</style><i class='x y'>{0}</i>",
    "<i style='text-indent:-9999px'>{0}</i>",
    "<i style='margin-left:-5000px'>{0}</i>",
    "<i style='width:0;height:0;overflow:hidden'>{0}</i>",
    "<i style='max-height:1px;overflow:clip'>{0}</i>",
    "<i style='clip:rect(0,0,0,0);position:absolute'>{0}</i>",
    "<i style='clip-path:inset(100%)'>{0}</i>",
    "<i style='-webkit-clip-path:circle(0)'>{0}</i>",
    "<i style='transform:scale(0)'>{0}</i>",
    "<i style='transform:translateX(-9999px)'>{0}</i>",
    "<i style='content-visibility:hidden'>{0}</i>",
    "<i style='filter:opacity(0)'>{0}</i>",
    "<i style='color:rgba(0,0,0,0)'>{0}</i>",
    "<i style='color:#fff;background:#FFFFFF'>{0}</i>",
    "<i style='color:black;background-color:rgb(0, 0, 0)'>{0}</i>",
    "<iframe>{0}</iframe>",
    "<audio>{0}</audio>",
    "<video>{0}</video>",
    "<canvas>{0}</canvas>",
    "<svg>{0}</svg>",
    "<b hidden><i>{0}</i></b>",
    "<i hidden><span></i>{0}</span>",
]


@pytest.mark.parametrize("hides", HIDES[:-1])
def test_hidden_digits_are_no_part_of_a_number(hides: str, scan: Scan) -> None:
    code, hits = scan(f"<p>Coinbase: +1 (2{hides.format('88) 908-7930 ')}02) 555-0147</p>")
    assert code == 1
    assert FAKE in values(hits)


@pytest.mark.parametrize("hides", HIDES[:-1])
def test_a_hidden_contact_is_reported_as_hidden(hides: str, scan: Scan) -> None:
    code, hits = scan(f"<p>Coinbase: {OWN}</p>{hides.format(FAKE)}")
    assert code != 0
    assert FAKE in values(hits)
    code, hits = scan(f"<p>Coinbase help</p>{hides.format(OWN)}")
    assert code != 0


@pytest.mark.parametrize(
    "hides",
    [
        "<div hidden>{0}</div>",
        "<dialog>{0}</dialog>",
        "<div style=display:none>{0}</div>",
        "<title>{0}</title>",
    ],
)
def test_a_block_that_is_not_rendered_parts_nothing(hides: str, scan: Scan) -> None:
    page = f"<div>Coinbase: +1 (2{hides.format('88) 908-7930 ')}02) 555-0147</div>"
    assert FAKE in values(scan(page)[1])


@pytest.mark.parametrize(
    "script",
    [
        "location='//mailhub-example.com'", "window.location.replace(x)", "document.write(x)",
        "top.location.href = x", "el.innerHTML = x", "el.textContent=x", "a.href=x",
        "el.insertAdjacentHTML('beforeend', x)", "el.replaceChildren(x)", "el.replaceWith(x)",
        "el.append('x')", "el.append(x, 'y')", "el?.prepend(x)", "el.before(x)", "el.after(x)",
        "el.firstChild.data = x", "el.childNodes[0].data += x", "node.appendData(x)",
        "el.appendChild(document.createTextNode(x))", "$('#n').text(x)", "jQuery(el).html(x)",
        "a.setAttribute('href', x)", 'f.setAttribute("action", x)', "eval(atob(x))",
        "window.eval(x)", "new Function(x)()", "(0, Function)(x); Function ( x )",
    ],
)  # fmt: skip
def test_a_script_that_writes_text_or_leads_on_prevents_an_all_clear(
    script: str, scan: Scan
) -> None:
    assert scan(f"<p>Coinbase: {OWN}</p><script>if (y) {script}</script>")[0] == 3


# The loaders of common services, as their makers give them out, without their addresses.
LOADERS = [
    "window.dataLayer=window.dataLayer||[];function gtag(){dataLayer.push(arguments)}gtag('js',1)",
    "(function(w,d,s,l,i){w[l]=w[l]||[];var f=d.getElementsByTagName(s)[0],j=d.createElement(s);"
    "j.async=true;j.src=x;f.parentNode.insertBefore(j,f)})(window,document,'script','dataLayer')",
    "!function(f,b,e,v,n,t,s){if(f.fbq)return;n=f.fbq=function(){n.callMethod?n.callMethod.apply"
    "(n,arguments):n.queue.push(arguments)};t=b.createElement(e);t.async=!0;t.src=v;"
    "s=b.getElementsByTagName(e)[0];s.parentNode.insertBefore(t,s)}(window,document,'script')",
    "(function(h,o,t,j,a,r){a=o.getElementsByTagName('head')[0];r=o.createElement('script');"
    "r.async=1;r.src=t;a.appendChild(r)})(window,document)",
    "var s=document.createElement('script');s.setAttribute('src',x);document.head.append(s)",
    "var _paq=window._paq||[];_paq.push(['trackPageView'])",
    "var g=Function('return this')()||new Function('return this')()",
]


@pytest.mark.parametrize(
    "script",
    [
        *("if (location.href == x) gtag('event')", "var innerHTML = 1", "a.href === b"),
        *(
            "{'@id': 1}",
            "form.append('id', x)",
            "this.data = x",
            "isFunction(x)",
            "response.text()",
        ),
        *("s.retrieval(x)", "x.isBefore(y)", "link.setAttribute('rel', x)"),
        *LOADERS,
    ],
)
def test_other_scripts_say_nothing(script: str, scan: Scan) -> None:
    page = f"<p>Coinbase: {OWN}</p><script src=x.js></script><script>{script}</script>"
    assert scan(page)[0] == 0


@pytest.mark.parametrize(
    "attribute",
    [
        "onload='n.textContent=atob(x)'",
        "onload='location=x'",
        "onmouseover='this.innerHTML=x'",
        "onclick='a.href=x'",
        f"onload='{' ' * 20_000}n.textContent=x'",
    ],
)
def test_an_event_that_writes_text_or_leads_on_prevents_an_all_clear(
    attribute: str, scan: Scan
) -> None:
    assert scan(f"<body {attribute}><p>Coinbase: {OWN}</p>")[0] == 3


@pytest.mark.parametrize(
    "attribute",
    [
        "onload='this.media=`all`'",
        "onerror='this.onerror=null;this.src=x'",
        "onclick='return gtag(`event`)'",
        "onsubmit='return check(this)'",
        "onclick='location.href=`/help`'",
    ],
)
def test_other_events_say_nothing(attribute: str, scan: Scan) -> None:
    assert scan(f"<body><p>Coinbase: {OWN}</p><img alt=x {attribute}>")[0] == 0


def test_a_choice_shows_its_label(scan: Scan) -> None:
    code, hits = scan(f"<p>Coinbase</p><select><option label='{FAKE}'>{OWN}</option></select>")
    assert (code, values(hits)) == (1, {FAKE, OWN.replace(" ", "")})
    code, hits = scan(f"<p>Coinbase</p><select><optgroup label='{FAKE}'><option>{OWN}</select>")
    assert (code, values(hits)) == (1, {FAKE, OWN.replace(" ", "")})
    assert scan(f"<p>Coinbase {OWN}<select><option label=US value=1>US</option></select>")[0] == 0


SHOWS = [
    HIDES[-1],
    "<!--<style>.x{{display:none}}</style>--><i class=x>{0}</i>",
    "<i style='display:none;display:inline'>{0}</i>",
    "<style>.x{{display:none}} #y{{display:inline}}</style><i class=x id=y>{0}</i>",
    "<style>.x{{display:none}}</style><i class=x style='display:inline'>{0}</i>",
    "<style>.x .y{{display:none}}</style><i class=y>{0}</i>",
    "<style>@media print{{.x{{display:none}}}}</style><i class=x>{0}</i>",
    "<style>@media (max-width:9px){{.x{{display:none}}}}</style><i class=x>{0}</i>",
    "<i style='font-size:0'><b style='font-size:9px'>{0}</b></i>",
    "<i style='visibility:hidden'><b style='visibility:visible'>{0}</b></i>",
    "<style>.x\\7b display:none\\7d</style><i class=x>{0}</i>",
    "<div style='display:inline'>{0}</div>",
    "<i style='position:absolute;left:-9999px'>{0}</i>",
    "<i style='max-height:0'>{0}</i>",
    "<i style='left:-9999px'>{0}</i>",
    "<svg><text>{0}</text></svg>",
    "<object>{0}</object>",
]


@pytest.mark.parametrize("shows", SHOWS)
def test_shown_digits_are_never_left_out(shows: str, scan: Scan) -> None:
    """What a browser shows is another number than the listed one, or may be."""
    code, _ = scan(f"<p>Coinbase: +1 888 908 79{shows.format('99')}30</p>")
    assert code != 0


@pytest.mark.parametrize(
    "turned",
    [
        "<bdo dir=rtl>{0}</bdo>",
        "<span dir=rtl>{0}</span>",
        "<div dir='RTL'>{0}</div>",
        "<span style='unicode-bidi:bidi-override;direction:rtl'>{0}</span>",
        "<style>.x{{unicode-bidi:bidi-override;direction:rtl}}</style><span class=x>{0}</span>",
    ],
)
def test_digits_shown_in_another_order_are_not_read(turned: str, scan: Scan) -> None:
    code, hits = scan(f"<p>Coinbase: {turned.format(OWN)}</p>")
    assert code == 3
    assert {reason.code for hit in hits for reason in hit.verdict.reasons} >= {"reordered"}


def test_pages_in_arabic_show_their_numbers_as_they_are_meant(scan: Scan) -> None:
    code, _ = scan(f"<div dir=rtl><p>اتصل بنا Coinbase</p><p>{OWN}</p></div>")
    assert code == 0


IN_TEXTS = [
    "Coinbase <a href='https://mailhub-example&#46;com'>https://www.coinbase.com</a>",
    "Coinbase [https://www.coinbase.com](//mailhub-example.com)",
    "Coinbase [help](mailhub-example.com/x)",
    "Coinbase [help][1]\n\n[1]: //mailhub-example.com",
    "Coinbase \\url{{http://mailhub-example.com}}",
    "Coinbase \\href{{//mailhub-example.com}}{{www.coinbase.com}}",
    "Coinbase [url=//mailhub-example.com]www.coinbase.com[/url]",
    "Coinbase [url]mailhub-example.com[/url]",
    "Coinbase [img]https://mailhub-example.com[/img]",
    "Coinbase [youtube]https://mailhub-example.com[/youtube]",
    "Coinbase [video=1]https://mailhub-example.com [/video]",
    "Coinbase [b]https://mailhub-example.com[/b]",
    "Coinbase <https://mailhub-example.com|www.coinbase.com>",
    "Coinbase `www.coinbase.com <https://mailhub-example.com>`_",
    "Coinbase [call](whatsapp://send?phone={0})",
    "Coinbase [call](https://wa.me/{0})",
    "Coinbase: whatsapp://send?phone={0} or www.coinbase.com",
    "Coinbase: viber://chat?number=%2B{0}",
    "Coinbase: https://api.whatsapp.com/send?phone={0}",
]


@pytest.mark.parametrize("text", IN_TEXTS)
@pytest.mark.parametrize("name", ["x.txt", "x.md"])
def test_links_written_in_texts(text: str, name: str, scan: Scan) -> None:
    code, hits = scan(text.format(FAKE[1:]), name)
    assert code in {1, 3}
    wanted = FAKE if "{0}" in text else "https://mailhub-example.com/"
    assert any(read.startswith(wanted) for read in values(hits)) or "http://mailhub" in str(hits)


@pytest.mark.parametrize("text", IN_TEXTS)
def test_links_in_a_pasted_text(text: str, bundled_store: Store) -> None:
    checker = Checker(bundled_store, today=TODAY, claim="coinbase")
    verdicts = checker.check(text.format(FAKE[1:]))
    assert {v.level for v in verdicts} - {"listed"}
    wanted = FAKE if "{0}" in text else "mailhub-example.com/"
    assert any(wanted in r.value for v in verdicts for r in v.readings)


@pytest.mark.parametrize(
    "text",
    [
        "https://revolut.com\n-login.com",
        "https://revolut.com\t.evil.example",
        "https://revolut.com\nlogin.evil-example.com/x",
        "https://revolut.com\r\n@evil-example.com",
        "revolut.com\n-login.com",
        "https://revolut\n.com",
        "https://www.coinbase.com/\tlogin",
        "https://www.revolut.com/\tlogin",
        "https://www.coinbase.com/lo\ngin?x=1",
        "https://www.revolut.com/a\tb",
        "https://help.\nrevolut.com",
        f'<a href="facetime:{FAKE}">{OWN}</a>',
        f'<a href="whatsapp://send?phone={FAKE[1:]}">{OWN}</a>',
        '<form action="https://mailhub-example.com">coinbase.com',
        "mailto:security@coinbase.com?cc=x@mailhub-example.com",
        f"+1 888 908 79<i hidden>12</i>30 <span style='display:none'>{FAKE}</span>",
        "https://help.coinbase.com, http://[2001:db8::6810]/login",
        "https://help.coinbase.com http://3221226219/login",
        "security@coinbase.com or help＠mailhub-example.com",
        "security@coinbase.com or help at mailhub-example dot com",
        "https://coinbase.com/ or coinbase‑support.com",
        "coinbase.com or (mailhub-example.com)",
    ],
)
def test_pasted_attacks_get_no_all_clear(text: str, bundled_store: Store) -> None:
    for claim in ("coinbase", "revolut"):
        verdicts = Checker(bundled_store, today=TODAY, claim=claim).check(text)
        assert any(v.level != "listed" for v in verdicts), text


def test_hosts_with_other_dashes_are_look_alikes(scan: Scan) -> None:
    for dash in "‑‐–−":
        code, _ = scan(f"visit coinbase{dash}support.com now", "x.txt")
        assert code in {1, 3}
    assert scan("visit coinbase‑support.com now", "x.txt")[0] == 1


@pytest.mark.parametrize(
    "other",
    [
        "mailhub-example . com", "mailhub-example .com", "www mailhub-example com",
        "mailhub-example,com/login", "mailhub-example,com", "localhost:8080", "printer:8080/help",
        "0x7f000001", "u/coinbase_desk on reddit", "reddit: u/coinbase_desk",
        "bc1q" + "x0" * 19, "0x" + "5a" * 20, "T" + "9xKmRp" * 5 + "abc", "1" + "BvMx9" * 6,
    ],
)  # fmt: skip
def test_a_second_contact_written_for_people_only(
    other: str, scan: Scan, bundled_store: Store
) -> None:
    text = f"Coinbase: {OWN} or {other}"
    assert scan(text, "x.txt")[0] == 3
    verdicts = Checker(bundled_store, today=TODAY, claim="coinbase").check(text)
    assert any(verdict.level != "listed" for verdict in verdicts)


@pytest.mark.parametrize(
    "words",
    ["yes,it works", "wait . it works", "and/or not", "at 9:30", "ratio 3:45", "step 2,so it is"],
)
def test_commas_and_colons_of_a_sentence_are_no_contact(words: str, scan: Scan) -> None:
    assert scan(f"Coinbase: {OWN} {words}", "x.txt")[0] == 0


def test_html_in_a_string_of_json_is_read_as_a_page(scan: Scan) -> None:
    text = '{{"a": "<p>Coinbase +1 (2<i hidden>88</i>02) 555-0147", "b": "<help@{0}>"}}'
    code, hits = scan(text.format("mailhub-example.com"), "x.json")
    assert code == 1
    assert values(hits) == {FAKE, "help@mailhub-example.com"}
    page = '[{"a": "Coinbase <a href=\\"//mailhub-example.com\\">www.coinbase.com</a>"}]'
    assert "https://mailhub-example.com/" in values(scan(page, "x.json")[1])


@pytest.mark.parametrize("junk", ["junk\n\n", "> quoted\n\nmore\n\n", "\n\njunk\n\n\n"])
def test_junk_before_the_headers_of_a_mail(junk: str, scan: Scan) -> None:
    body = base64.b64encode(f"Coinbase: call {FAKE} now".encode()).decode()
    mail = (
        f"{junk}From: Coinbase <a@mailhub-example.com>\nSubject: x\nContent-Type: text/plain\n"
        f"Content-Transfer-Encoding: base64\n\n{body}\n"
    )
    assert FAKE in values(scan(mail, "x.eml")[1])


@pytest.mark.parametrize("host", ["upbitt.co.kr", "uppbit.com", "bitstannp.net"])
def test_letters_that_look_like_another_or_are_doubled(host: str, scan: Scan) -> None:
    code, hits = scan(f"see https://{host}/ now", "x.txt")
    assert (code, statuses(hits)) == (1, {"lookalike"})


@pytest.mark.parametrize(
    "scheme", ["javascript:location=", "vbscript:location=", "data:text/html,"]
)
@pytest.mark.parametrize("address", ['"//coinbase.com"', '"https://coinbase.com"'])
@pytest.mark.parametrize("before", ["", f"Coinbase {OWN} "])
def test_a_pasted_script_is_never_only_the_address_in_it(
    scheme: str, address: str, before: str, bundled_store: Store, scan: Scan
) -> None:
    text = f"{before}{scheme}{address}"
    verdicts = Checker(bundled_store, today=TODAY).check(text)
    assert "unreadable" in {str(verdict.status) for verdict in verdicts}
    assert scan(text, "page.txt")[0] != 0


@pytest.mark.parametrize(
    "link",
    [
        "[url=evil-example]y[/url]",
        "[url]evil-example[/url]",
        "[y](evil-example)",
        "\n[1]: evil-example",
    ],
)
def test_a_written_target_without_a_dot_is_unreadable(
    link: str, bundled_store: Store, scan: Scan
) -> None:
    text = f"Coinbase {OWN} {link}"
    verdicts = Checker(bundled_store, today=TODAY).check(text)
    assert "unreadable" in {str(verdict.status) for verdict in verdicts}
    assert scan(text, "page.txt")[0] != 0


@pytest.mark.parametrize(
    "text",
    [
        "[y](#top)",
        "javascript: the language",
        '<a href="javascript:void(0)">x</a>',
        "[docs](https://www.coinbase.com)",
    ],
)
def test_an_idle_target_does_not_hide_a_listed_number(text: str, bundled_store: Store) -> None:
    verdicts = Checker(bundled_store, today=TODAY).check(f"Coinbase {OWN} {text}")
    assert {str(verdict.status) for verdict in verdicts} == {"listed"}
