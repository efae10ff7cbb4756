"""Mechanisms that keep the exit code from 0 although what was read is published."""

import io
from typing import Any

import pytest

from hotline_check.checking import Checker
from hotline_check.reading import codes, find, read
from hotline_check.reading.codes import Problem
from hotline_check.reading.models import Hints
from hotline_check.reading.web.redirects import path_goes_on, shows_contact
from hotline_check.registry.storage.store import Store
from hotline_check.scanning.scanner import Scanner, Tally
from hotline_check.verdict.models import Status, Verdict
from tests.entries import REGISTRY_DAY

LISTED = "Coinbase +1 888 908 7930"


def check(store: Store, text: str, **hints: Any) -> list[Verdict]:
    return Checker(store, today=REGISTRY_DAY, **hints).check(text)


def scan(store: Store, page: str) -> int:
    tally = Tally()
    scanner = Scanner(Checker(store, today=REGISTRY_DAY))
    for result in scanner.scan_stream(io.BytesIO(page.encode()), "page.html"):
        tally.add(result)
    return int(tally.exit)


class TestStyles:
    @pytest.mark.parametrize(
        "style",
        [
            "color:#0000",
            "color:#fff",
            "color:rgb(1 2 3 / 0%)",
            "d\\69splay:none",
            "width:0;overflow:hidden",
            "content-visibility:hidden",
            "zoom:0",
            "filter:opacity(0)",
            "position:relative;left:9em",
            "letter-spacing:-1em",
            "order:2",
            "a-property-of-tomorrow:1",
        ],
    )
    @pytest.mark.parametrize("contact", ["coinbase.com", "security@coinbase.com", "+18889087930"])
    def test_no_contact_goes_on_in_an_element_whose_look_is_not_known(
        self, style: str, contact: str, bundled_store: Store
    ) -> None:
        page = f'<p>{contact[:-4]}<b style="{style}">{contact[-4]}</b>{contact[-3:]}</p>'
        assert scan(bundled_store, page) != 0

    @pytest.mark.parametrize(
        "style",
        [
            "color:rgb(0,0,0)",
            "color:#333",
            "font-family:Arial;line-height:1.5;padding:4px",
            "width:100%;margin:0 auto",
            "letter-spacing:-0.02em",
            "-webkit-text-size-adjust:none;mso-line-height-rule:exactly",
        ],
    )
    def test_what_only_paints_is_known(self, style: str, bundled_store: Store) -> None:
        page = f'<p>+1 888 908 <b style="{style}">79</b>30</p>'
        assert scan(bundled_store, page) == 0

    def test_words_around_a_contact_may_look_as_they_like(self, bundled_store: Store) -> None:
        page = '<p>Call <b style="order:2">us</b> <b style="left:1em">at</b> +1 888-908-7930</p>'
        assert scan(bundled_store, page) == 0

    @pytest.mark.parametrize(
        "control",
        [
            "<select><option>1</select>",
            "<textarea>1</textarea>",
            "<button>1</button>",
            "<input value=1>",
            "<marquee>1</marquee>",
            "1<embed src=x>",
            " <button>1</button> ",
            "<button>1</button>&nbsp;",
            "<button><div>1</div></button>",
            "<select><option>1</option></select>",
            "<select><optgroup><option>1<option>Fee</optgroup></select>",
        ],
    )
    def test_a_number_may_go_on_in_a_control(self, control: str, bundled_store: Store) -> None:
        """A browser shows `+9 1 850...` on a line."""
        assert scan(bundled_store, f"<p>+9{control}8889087930</p>") != 0

    @pytest.mark.parametrize(
        "control",
        [
            "<select><option>+9</option></select>",
            "<select><option>+9<option>Fee</select>",
            "<button><b>+</b><p>9</p></button>",
            "<button>+9</button>&nbsp;",
        ],
    )
    def test_a_number_may_begin_in_a_control(self, control: str, bundled_store: Store) -> None:
        assert scan(bundled_store, f"{control}18889087930") != 0

    @pytest.mark.parametrize(
        "hidden",
        [
            "<datalist><option>0</option></datalist>",
            "<span hidden><div></div></span>",
            "<i style=display:none><br></i>",
        ],
    )
    def test_blocks_that_are_not_shown_end_no_line(self, hidden: str, bundled_store: Store) -> None:
        assert scan(bundled_store, f"<p>+9{hidden}18889087930</p>") != 0

    @pytest.mark.parametrize(
        "page",
        [
            "<p>Send<button>Help</button>us<select><option>1</select> to +1 888 908 7930</p>",
            "<select><option>2025<option>2026</select><p>Call +1 888 908 7930</p>",
            "<button><p>Plan 1</p><p>2 users</p></button><p>Call +1 888 908 7930</p>",
        ],
    )
    def test_words_stand_beside_controls(self, page: str, bundled_store: Store) -> None:
        assert scan(bundled_store, page) == 0

    @pytest.mark.parametrize("name", ["progress", "meter", "video", "fencedframe"])
    def test_what_an_element_shows_only_to_other_browsers(
        self, name: str, bundled_store: Store
    ) -> None:
        page = f"<p>+1<{name}>8</{name}>889087930</p>"
        assert scan(bundled_store, page) != 0
        assert scan(bundled_store, f"<p>+1 888 908 7930 <{name}>50 %</{name}></p>") != 1

    @pytest.mark.parametrize("rule", ['q{quotes:"7" ""}', 'ol{list-style-type:"7"}'])
    def test_digits_that_only_rules_write(self, rule: str, bundled_store: Store) -> None:
        page = f"<style>{rule}</style><p><q>+1 888-908-7930</q></p>"
        assert scan(bundled_store, page) != 0


class TestCoverage:
    @pytest.mark.parametrize(
        "rest",
        [" or 202 (dot) 555 (dot) 0143", ", 202 dash 555 dash 0143", " or +1 then 2 4", "<br>8"],
    )
    def test_digits_apart_are_no_less_digits(self, rest: str, bundled_store: Store) -> None:
        exits = [verdict.exit for verdict in check(bundled_store, f"+1 888-908-7930{rest}")]
        assert set(exits) != {0}

    def test_a_country_code_and_digits_on_lines_of_their_own(self, bundled_store: Store) -> None:
        assert scan(bundled_store, "<p>+1 <br>3<br>888-908-7930</p>") != 0

    def test_a_host_after_an_ideograph(self, bundled_store: Store) -> None:
        text = "mailto:security@coinbase.com或mailhub-example\u2024com"
        assert {verdict.exit for verdict in check(bundled_store, text)} != {0}

    def test_number_words_after_a_number_are_another(self, bundled_store: Store) -> None:
        text = "+1 888-908-7930... two zero two five five five zero one four three"
        assert {verdict.exit for verdict in check(bundled_store, text)} != {0}

    @pytest.mark.parametrize(
        "words",
        [
            "twozerotwo fivefivefive zeroonefourthree",
            "doscerodos cincocincocinco cerounocuatrotres",
            "zwonullzwofünffünffünfnulleinsviereins",
            "공이오오오오공일사삼",
            "ニゼロニゴゴゴゼロイチヨンサン",
        ],
    )
    def test_number_words_without_spaces_are_another(
        self, words: str, bundled_store: Store
    ) -> None:
        text = f"{LISTED} {words}"
        assert {verdict.exit for verdict in check(bundled_store, text)} != {0}
        assert scan(bundled_store, text) != 0

    @pytest.mark.parametrize("words", ["one or two", "Thousands", "someone", "우리는 이 일을"])
    def test_a_number_word_in_a_sentence_is_none(self, words: str, bundled_store: Store) -> None:
        text = f"{LISTED}. {words}"
        assert {verdict.exit for verdict in check(bundled_store, text)} == {0}

    @pytest.mark.parametrize(
        "words",
        [
            " or call 18222",
            ". 急事请拨打 18222",
            ". 急事请拨打18222咨询",
            ", text HELP to 55501",
            " or ring 55501 now",
            " or call the police 18222",
            " oder rufen Sie 18222 an",
        ],
    )
    def test_a_short_number_after_a_word_of_phoning_is_another(
        self, words: str, bundled_store: Store
    ) -> None:
        text = f"{LISTED}{words}"
        assert {verdict.exit for verdict in check(bundled_store, text)} != {0}
        assert scan(bundled_store, text) != 0

    @pytest.mark.parametrize(
        "words",
        [
            " 8am-5pm",
            " 9am to 5pm",
            " (24 hours)",
            ". 2 agents wait.",
            ", call 2 agents",
            ". Call 24 hours",
            ". Call since 2012",
            ". We call 10000 customers a day",
            ". Calls cost 18222 sats",
        ],
    )
    def test_times_and_counts_are_no_number(self, words: str, bundled_store: Store) -> None:
        text = f"{LISTED}{words}"
        assert {verdict.exit for verdict in check(bundled_store, text)} == {0}
        assert scan(bundled_store, text) == 0

    @pytest.mark.parametrize(
        "words", [". 2 double five", ". 2 zero", " 8", " (24)", " then 2 more"]
    )
    def test_digits_beside_a_number_without_a_thing_to_count(
        self, words: str, bundled_store: Store
    ) -> None:
        assert {v.exit for v in check(bundled_store, f"{LISTED}{words}")} != {0}

    def test_a_country_code_without_its_number(self) -> None:
        found = read("+1 then 2 then 844-707-7788", Hints(region="US"))
        assert Problem.NOT_READ in [item.problem for item in found] or not any(
            item.readings for item in found
        )

    @pytest.mark.parametrize(
        ("text", "region", "claim"),
        [
            ("34px 900264741", "ES", "bit2me"),
            ("90nd 8502551079", "TR", "icrypex"),
            ("852km 23792088", None, "hkbge"),
        ],
    )
    def test_a_country_code_with_letters_glued_to_it(
        self, text: str, region: str | None, claim: str, bundled_store: Store
    ) -> None:
        exits = {verdict.exit for verdict in check(bundled_store, text, claim=claim, region=region)}
        assert exits != {0}

    @pytest.mark.parametrize("host", ["mailhub-example。com", "mailhub-example dot com"])
    @pytest.mark.parametrize("between", ["或", "または", "或者拨打"])
    def test_a_host_that_another_script_goes_on_from(
        self, host: str, between: str, bundled_store: Store
    ) -> None:
        text = f"{host}{between}+1-888-908-7930"
        assert {verdict.exit for verdict in check(bundled_store, text)} != {0}

    @pytest.mark.parametrize(
        "account",
        [
            "tg evilsup",
            "instagram evilsup",
            "IG: evilsup",
            "LINE ID evilhelp",
            "kakao evilhelp",
            "live:.cid.123abc",
            "+V evilkf",
            "加微信 evilkf",
            "微信evilkf",
            "扣扣 283746",
        ],
    )
    def test_an_account_after_a_label_without_a_colon(
        self, account: str, bundled_store: Store
    ) -> None:
        text = f"{LISTED} {account}"
        assert {verdict.exit for verdict in check(bundled_store, text)} != {0}
        assert scan(bundled_store, text) != 0

    @pytest.mark.parametrize(
        "words",
        [
            "Telegram is no channel",
            "never on WhatsApp or Telegram",
            "the line is open",
            "instagram scams",
            "微信不是我们的渠道",
            "官方不会加微信",
        ],
    )
    def test_a_network_in_a_sentence_names_no_account(
        self, words: str, bundled_store: Store
    ) -> None:
        text = f"{LISTED}. {words}"
        assert {verdict.exit for verdict in check(bundled_store, text)} == {0}
        assert scan(bundled_store, text) == 0


class TestPlans:
    def test_a_code_without_plus_may_be_a_number_where_the_reader_is(self) -> None:
        hints = Hints(claim_regions=("GB",), locale_region="US")
        (found,) = read("441 134 9601", hints)
        assert "+14411349601" in {item.value for item in found.readings} or not found.readings
        (austria,) = read("431 435 0297", Hints(claim_regions=("AT",), locale_region="US"))
        assert {item.value for item in austria.readings} == {"+4314350297", "+14314350297"}

    def test_a_carrier_code_that_ends_as_the_country_code_is_echoed(self) -> None:
        (found,) = read("118-86 2160868586", Hints(region="CN"))
        dropped = [
            each.args for each in found.readings[0].assumed if each.code == codes.CARRIER_LEFT_OUT
        ]
        assert dropped == [("11886",)]

    def test_a_1_that_is_there_twice_after_a_prefix_is_echoed(self) -> None:
        (found,) = read("001 1 2025550143")
        assert [assumed.code for assumed in found.readings[0].assumed] == [
            codes.INTERNATIONAL_PREFIX,
            codes.DOUBLED_COUNTRY_CODE,
        ]

    @pytest.mark.parametrize("region", ["AU", None, "DE"])
    def test_a_digit_too_many_at_home_imitates_nobody(
        self, region: str | None, bundled_store: Store
    ) -> None:
        found = check(bundled_store, "1300 264 6527", claim="coinjar", region=region)
        assert [item.status for item in found if item.status is Status.LOOKALIKE] == []

    @pytest.mark.parametrize("text", ["0", "0-", "0 (0) 5", "0 then 0 - 0"])
    def test_a_zero_alone_is_no_error(self, text: str) -> None:
        assert not any(item.readings for item in find(f"Call {text} now"))


class TestReported:
    REPORTED = "2068063886"

    @pytest.mark.parametrize(
        "text",
        ["{}", "{} or +49 30 22957300", "+49 30 22957300 or {}", "Call {} or +49 30 22957300"],
    )
    @pytest.mark.parametrize("digits", ["2068063886", "206-806-3886"])
    def test_a_reported_number_is_known_without_its_country(
        self, text: str, digits: str, bundled_store: Store
    ) -> None:
        statuses = [item.status for item in check(bundled_store, text.format(digits))]
        assert Status.REPORTED in statuses

    def test_it_is_known_though_the_claim_has_other_countries(self, bundled_store: Store) -> None:
        text = f"{self.REPORTED} or +49 30 22957300"
        found = {item.input: item.status for item in check(bundled_store, text, claim="n26")}
        assert found[self.REPORTED] is Status.REPORTED

    def test_a_scan_knows_it_too(self, bundled_store: Store) -> None:
        assert scan(bundled_store, f"<p>Call {self.REPORTED} for help</p>") == 1

    def test_a_zero_before_it_is_no_number_of_north_america(self, bundled_store: Store) -> None:
        statuses = [item.status for item in check(bundled_store, "0" + self.REPORTED)]
        assert Status.REPORTED not in statuses


@pytest.mark.parametrize("sign", [",", "·", "—", "%20", "%E2%80%A2"])
def test_an_account_that_a_sign_parts_from_a_path_is_a_contact(sign: str) -> None:
    assert shows_contact(f"/help{sign}@mailhub_example")
    assert not shows_contact("/@mailhub_example/help-@name")


@pytest.mark.parametrize("sign", ["或", "·", ",", "%20"])
def test_digits_that_a_word_or_a_sign_parts_from_a_path_are_no_id(sign: str) -> None:
    assert shows_contact(f"/{sign}2025550143")
    assert not shows_contact("/帮助/2025550143")


def test_a_step_of_a_path_that_is_a_host_may_lead_there() -> None:
    for step in ("to", "help:www", "redirect"):
        for host in (
            "mailhub-example.com",
            "mailhub-example(.)com",
            "mailhub-example%28.%29com:81",
        ):
            assert path_goes_on(f"/{step}/{host}")
    assert path_goes_on("/:mailhub-example。com")
    assert not path_goes_on("/help/index.html")


@pytest.mark.parametrize("name", ["out", "next", "RelayState", "r"])
def test_a_parameter_of_a_step_may_lead_on(name: str) -> None:
    assert path_goes_on(f"/logout;{name}=mailhub-example.com")
    assert not path_goes_on("/help;jsessionid=A1B2/contact;v=2")


@pytest.mark.parametrize("region", ["DE", "FR", "US"])
def test_the_claimed_platforms_country_speaks_against_a_guess_by_shape(
    bundled_store: Store, region: str
) -> None:
    (found,) = check(bundled_store, "1300 264 6527", claim="coinjar", region=region)
    assert not [reading for reading in found.readings if reading.value.startswith("+86")]


def test_digit_words_on_another_line_are_not_dropped(bundled_store: Store) -> None:
    words = "two zero two five five five zero one four three"
    found = check(bundled_store, f"+61-2-7251-0088\n\n{words}", claim="interactive-brokers")
    assert {item.status for item in found} >= {Status.LISTED, Status.UNREADABLE}
    (alone,) = check(bundled_store, "+61-2-7251-0088\nSydney", claim="interactive-brokers")
    assert alone.status is Status.LISTED


@pytest.mark.parametrize("blank", [" ", "&nbsp;", "\u00a0"])
def test_a_last_digit_after_any_blank_is_not_dropped(blank: str) -> None:
    found = list(find(f"+1866331874{blank}8{blank}8"))
    assert [item.readings for item in found] == [()]
    (spaced,) = find(blank.join(("Call +1", "866", "331", "8748", "today")))
    assert [reading.value for reading in spaced.readings] == ["+18663318748"]


class TestAccounts:
    """Accounts beside a listed number, behind labels of other scripts or without a space."""

    @pytest.mark.parametrize(
        "account",
        [
            *("телеграм krhelp", "Вайбер krhelp", "ВК krhelp", "инстаграм krhelp"),
            *("賴 krhelp88", "賴:krhelp88", "加赖 krhelp", "抖音号 krhelp9", "加V krhelp"),
            *("라인 아이디 krhelp", "텔레 krhelp", "ライン krhelp9", "ไลน์ krhelp9"),
            *("تلغرام krhelp", "टेलीग्राम krhelp"),
        ],
    )
    def test_an_account_is_not_passed_over(self, account: str, bundled_store: Store) -> None:
        levels = {verdict.level for verdict in check(bundled_store, f"{LISTED} {account}")}
        assert levels != {"listed"}

    @pytest.mark.parametrize("words", ["微信公众号", "라인", "，微信支付", "Телеграм-канал"])
    def test_the_name_of_a_network_is_no_account(self, words: str, bundled_store: Store) -> None:
        (verdict,) = check(bundled_store, f"{LISTED} {words}")
        assert verdict.level == "listed"


class TestWordsAround:
    """A number pasted with words around it accounts for its digits, not for the words."""

    @pytest.mark.parametrize(
        "other",
        [
            *("kryptohelp·com", "kryptohelp•com", "kryptohelp‧com", "kryptohelp..com"),
            *("kryptohelp. com", "kryptohelp [.] com", "kryptohelp d0t com", "kryptohelp.eth"),
            *("t,me/kryptohelp", "kryptohelp. com或", "…t.me/kryptohelp", "...kryptohelp.com"),
            *("…kryptohelp.eth", "...tg://resolve?domain=krhelp", "\\ntelegram krhelp_1"),
            *("телеграм krhelp_1：", "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq或"),
        ],
    )
    def test_what_hides_among_the_words_is_reported(self, other: str, bundled_store: Store) -> None:
        levels = {verdict.level for verdict in check(bundled_store, f"+1 888 908 7930 or {other}")}
        assert "warning" in levels

    @pytest.mark.parametrize(
        "text",
        [
            *("tel:+1-888-908-7930", "call +1 888 908 7930 now", "+1 (888) 908-7930 (toll-free)"),
            *("N26: +49 30 22957300", "(N26): +49 30 22957300", "Price. net: x +1 888 908 7930"),
            *("Coinbase: +1 888 908 7930. Com suporte", "WhatsApp or call +1 888 908 7930!"),
        ],
    )
    def test_plain_words_are_nothing(self, text: str, bundled_store: Store) -> None:
        assert {verdict.level for verdict in check(bundled_store, text)} == {"listed"}

    @pytest.mark.parametrize("text", ["N26: +49 30 22957300", "Trading 212: +44 20 3769 9897"])
    def test_the_digits_of_a_name_are_its_own(self, text: str, bundled_store: Store) -> None:
        assert scan(bundled_store, text) == 0
        assert {verdict.level for verdict in check(bundled_store, text)} == {"listed"}

    @pytest.mark.parametrize("text", ["N26 26 +49 30 22957300", "Trading 212 7 +44 20 3769 9897"])
    def test_more_digits_are_not(self, text: str, bundled_store: Store) -> None:
        assert scan(bundled_store, text) == 3
        assert {verdict.level for verdict in check(bundled_store, text)} == {"warning"}


@pytest.mark.parametrize(
    "text",
    [
        *("Coinbase AU 888 908 7930", "Coinbase NZ: 888-908-7930", "Coinbase HK (888) 908-7930"),
        *(
            "Coinbase 888 908 7930 AU",
            "Coinbase 888-908-7930 (SG)",
            "Coinbase DE 888 908 7930",
        ),
    ],
)
def test_the_code_of_another_country_beside_the_digits(text: str, bundled_store: Store) -> None:
    assert {verdict.level for verdict in check(bundled_store, text)} == {"warning"}


@pytest.mark.parametrize(
    "text",
    [
        *("Coinbase US 888 908 7930", "COINBASE AU 888 908 7930", "Coinbase AU +1 888 908 7930"),
        "Coinbase 888 908 7930 EN",
    ],
)
def test_letters_beside_the_digits_that_are_no_other_country(
    text: str, bundled_store: Store
) -> None:
    assert {verdict.level for verdict in check(bundled_store, text)} == {"listed"}


@pytest.mark.parametrize(
    "words",
    [
        *(", case 12345678", ". Order 12345678.", " ticket no. 12345678", " (case #12345678)"),
        *(". Since 2012, 110 million users.", " 100% free"),
    ],
)
def test_cases_years_and_parts_of_a_hundred_are_no_number(words: str, bundled_store: Store) -> None:
    assert {verdict.level for verdict in check(bundled_store, f"{LISTED}{words}")} == {"listed"}


@pytest.mark.parametrize("form", ["GmbH", "Inc.", "Ltd", "LLC"])
def test_a_company_is_no_account_of_the_platform(form: str, bundled_store: Store) -> None:
    text = f"PayPal {form}, Tel. +1 888-221-1161"
    assert {verdict.level for verdict in check(bundled_store, text)} == {"listed"}


class TestLines:
    """Digits on lines of their own, as cells and paragraphs of a page are."""

    @pytest.mark.parametrize(
        "digits",
        [
            "2<br>0<br>2<br>5<br>5<br>5<br>0<br>1<br>4<br>3",
            "<p>202</p><p>555</p><p>0143</p>",
            "<p>1</p><p>202</p><p>555</p><p>0143</p>",
            "2 0 2<br>5 5 5<br>0 1 4 3",
            "<table><tr><td>202</td></tr><tr><td>555</td></tr><tr><td>0143</td></tr></table>",
            "<table><tr>"
            + "".join(f"<td>{digit}</td>" for digit in "2025550143")
            + "</tr></table>",
            "<ul><li>202<li>555<li>0143</ul>",
            "<p>two zero two</p><p>five five five</p><p>zero one four three</p>",
        ],
    )
    def test_a_number_in_lines_is_not_passed_over(self, digits: str, bundled_store: Store) -> None:
        assert scan(bundled_store, f"<p>Call {LISTED}</p>{digits}<p>Bye.</p>") != 0

    @pytest.mark.parametrize(
        "digits",
        [
            "<p>12</p><p>555</p><p>0143</p>",
            "<p>202</p><p>555</p><p>143</p>",
            "<table>"
            + "".join(f"<tr><td>{place % 5}</td></tr>" for place in range(23))
            + "</table>",
            "<h2>One</h2><h2>Two</h2><h2>Three</h2><h2>Four</h2><h2>Five</h2><h2>Six</h2>"
            "<h2>Seven</h2>",
        ],
    )
    def test_other_columns_are_no_number(self, digits: str, bundled_store: Store) -> None:
        assert scan(bundled_store, f"<p>Call {LISTED}</p>{digits}<p>Bye.</p>") == 0


@pytest.mark.parametrize("words", [" 9%", " 10%.", " 5 %5", ". 2012, 110 0143", " case 555"])
def test_digits_without_a_word_for_what_they_count_are_not_dropped(
    words: str, bundled_store: Store
) -> None:
    assert {verdict.level for verdict in check(bundled_store, f"{LISTED}{words}")} != {"listed"}
