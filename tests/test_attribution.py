"""Whose contact a text says it is: the same for what is typed, pasted and scanned."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest

import hotline_check
from hotline_check.checking import Checker
from hotline_check.registry.storage.store import Store
from hotline_check.scanning.scanner import Hit, Scanner
from hotline_check.verdict.models import Status, Verdict
from tests.entries import (
    GB_LINE,
    TODAY,
    US_LINE,
    US_OTHER,
    authority,
    phone,
    platform,
    says,
    sighting,
    write,
)

Way = Callable[[Store, str], list[Verdict]]
NOBODYS = "+13055550177"
POLICE = "+441134960199"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(
        tmp_path,
        platform("example", **says("published"), channels=[phone(US_LINE, regions=["US"])]),
        platform(
            "zebra",
            **says("none", url="https://zebra.com/help"),
            aliases=["Zebra Pay", "斑马"],
            country=None,
        ),
        platform(
            "coin-de",
            **says("published", url="https://coin.de/contact"),
            aliases=["Coin.de"],
            domains=["coin.de"],
            channels=[phone(GB_LINE, sightings=[sighting("https://coin.de/contact")])],
        ),
        authorities=[{"country": "GB", "authorities": [authority(phone=POLICE)]}],
    )


@pytest.fixture
def store(folder: Path) -> Store:
    return Store(folder, "test", today=TODAY)


def scanned(store: Store, text: str, name: str = "x.txt") -> list[Verdict]:
    results = Scanner(Checker(store, today=TODAY)).scan_stream(io.BytesIO(text.encode()), name)
    return [result.verdict for result in results if isinstance(result, Hit)]


def checked(store: Store, text: str) -> list[Verdict]:
    return Checker(store, today=TODAY).check(text)


def claims(verdicts: list[Verdict]) -> list[str | None]:
    return [verdict.claim for verdict in verdicts]


@pytest.mark.parametrize("way", [checked, scanned], ids=["check", "scan"])
class TestBothWays:
    @pytest.mark.parametrize(
        ("text", "claim", "status"),
        [
            (f"Zebra support {US_LINE}", "zebra", Status.OTHER_PLATFORM),
            ("Zebra support 1-202-555-0123", "zebra", Status.OTHER_PLATFORM),
            (f"Zebra Pay helpline: {NOBODYS}", "zebra", Status.NO_PHONE_LINE),
            (f"斑马客服 {NOBODYS}", "zebra", Status.NO_PHONE_LINE),
            (f"{NOBODYS} is the number of Example", "example", Status.NOT_LISTED),
            (f"Call Example at {US_LINE}", "example", Status.LISTED),
            ("Example support: call (202) 555-0123 now", "example", Status.LISTED),
            (f"call {US_LINE}", None, Status.LISTED),
            (f"Tel: {NOBODYS}", None, Status.UNKNOWN),
        ],
    )
    def test_the_text_names_whose_it_is(
        self, store: Store, way: Way, text: str, claim: str | None, status: Status
    ) -> None:
        (verdict,) = way(store, text)
        assert (verdict.claim, verdict.status) == (claim, status)
        assert verdict.claimed_by == ("text" if claim else None)

    def test_two_brands_in_one_text(self, store: Store, way: Way) -> None:
        text = f"Example: {NOBODYS}, Zebra: {US_OTHER}. Coin.de has {GB_LINE}."
        verdicts = way(store, text)
        assert claims(verdicts) == ["example", "zebra", "coin-de"]

    @pytest.mark.parametrize(
        "sentence",
        [
            f"Zebra scam? Call the police: {POLICE}",
            f"Zebra does not call. Report it to Action Fraud on {POLICE}.",
            f"Zebra 诈骗请联系警方 {POLICE}",
        ],
    )
    def test_a_public_bodys_line_is_not_the_platforms(
        self, store: Store, way: Way, sentence: str
    ) -> None:
        (verdict,) = way(store, sentence)
        assert (verdict.status, verdict.level) == (Status.AUTHORITY, "listed")

    @pytest.mark.parametrize(
        "sentence",
        [
            f"Lost money at Zebra? Call your bank: {NOBODYS}.",
            f"Zebra never calls people.\n\nThe FBI takes reports at {NOBODYS}.",
            f"Zebra ha llamado. Avise a la policía: {NOBODYS}",
            f"Falsche Zebra-Mitarbeiter. Polizei: {NOBODYS}",
            f"斑马不会打电话。请致电反诈中心 {NOBODYS}",
            f"Zebra 사칭 신고는 경찰 {NOBODYS}",
        ],
    )
    def test_a_line_given_to_somebody_else_is_no_danger(
        self, store: Store, way: Way, sentence: str
    ) -> None:
        (verdict,) = way(store, sentence)
        assert (verdict.claim, verdict.status) == (None, Status.UNKNOWN)

    def test_somebody_else_further_away_changes_nothing(self, store: Store, way: Way) -> None:
        text = f"Police warn: call only Zebra support at {NOBODYS}"
        (verdict,) = way(store, text)
        assert (verdict.claim, verdict.level) == ("zebra", "danger")

    def test_a_name_that_looks_like_an_address_is_the_brand(self, store: Store, way: Way) -> None:
        (verdict,) = way(store, f"Coin.de support: {NOBODYS}")
        assert (verdict.claim, verdict.status) == ("coin-de", Status.NOT_LISTED)

    def test_its_real_address_stays_a_contact(self, store: Store, way: Way) -> None:
        (verdict,) = way(store, "Open https://coin.de/ please")
        assert verdict.status is Status.LISTED


def test_a_bare_name_in_a_sentence_lists_nothing(store: Store) -> None:
    assert scanned(store, "Coin.de is an exchange in Germany.") == []
    (verdict,) = checked(store, "Coin.de customer care")
    assert verdict.status is Status.UNREADABLE


def test_the_name_alone_is_the_address_that_was_asked_for(store: Store) -> None:
    (verdict,) = checked(store, "coin.de")
    assert verdict.status is Status.LISTED


def test_the_public_function_takes_the_claim_too(folder: Path) -> None:
    (verdict,) = hotline_check.check(f"Zebra support {US_LINE}", today=TODAY, registry=folder)
    assert verdict.status is Status.OTHER_PLATFORM


def test_what_the_person_says_beats_the_text(store: Store) -> None:
    checker = Checker(store, today=TODAY, claim="example")
    (verdict,) = checker.check(f"Zebra support {US_LINE}")
    assert (verdict.status, verdict.claimed_by) == (Status.LISTED, "person")


def test_a_name_within_the_contact_itself_claims_nothing(store: Store) -> None:
    for text in ("see example.shop.test today", "ask @zebra_fan_club"):
        for verdict in (*scanned(store, text), *checked(store, text)):
            assert verdict.claim is None


class TestTables:
    @pytest.mark.parametrize("mark", [",", ";", "\t", " | "])
    def test_a_row_speaks_for_itself(self, store: Store, mark: str) -> None:
        rows = [
            ("name", "phone", "note"),
            ("Zebra", NOBODYS, "old"),
            ("Somebody", US_OTHER, "new"),
            ("Example", US_LINE, "good"),
        ]
        text = "\n".join(map(mark.join, rows))
        assert claims(scanned(store, text)) == ["zebra", None, "example"]

    def test_the_brand_before_a_contact_in_its_row(self, store: Store) -> None:
        text = f"Zebra | an exchange with a long description | {NOBODYS} | Example | {US_LINE} |\n"
        assert claims(scanned(store, text * 2)) == ["zebra", "example"] * 2

    @pytest.mark.parametrize("mark", [",", ";", "\t", " | "])
    def test_the_head_of_the_column(self, store: Store, mark: str) -> None:
        rows = [("country", "Zebra", "Example"), ("US", NOBODYS, US_LINE), ("CA", US_OTHER, "-")]
        text = "\n".join(map(mark.join, rows))
        assert claims(scanned(store, text)) == ["zebra", "example", "zebra"]

    def test_the_row_speaks_before_the_column(self, store: Store) -> None:
        text = f"country,Zebra,Example\nUS,Example: {NOBODYS},-\nCA,-,{US_OTHER}\n"
        assert claims(scanned(store, text)) == ["example", "example"]

    def test_the_head_of_a_long_table(self, store: Store) -> None:
        row = f"somewhere,{NOBODYS},{US_LINE}\n"
        found = claims(scanned(store, "country,Zebra,Example\n" + row * 500))
        assert found == ["zebra", "example"] * 500

    def test_another_table_has_another_head(self, store: Store) -> None:
        text = f"country,Zebra,Example\nUS,{NOBODYS},-\n\ncountry,Example,Zebra\nUS,{NOBODYS},-\n"
        assert claims(scanned(store, text)) == ["zebra", "example"]

    @pytest.mark.parametrize(
        "head",
        [
            "<tr><th>Country<th>Zebra<th>Example",
            "<thead><tr><td>Country<td><b>Zebra</b><td>Example</thead>",
            "<tr><th rowspan=2>Country<th colspan=2>Phones<tr><th>Zebra<th>Example",
            "<tr><th>Old<th>Example<th>Zebra<tr><td>x<td>-<td>-<tr><th>New<th>Zebra<th>Example",
        ],
    )
    def test_the_head_of_a_column_of_a_page(self, store: Store, head: str) -> None:
        page = (
            f"<table>{head}<tr><td>US<td>{NOBODYS}<td>{US_LINE}<tr><td rowspan=2>CA<td>-"
            f"<td>{US_LINE}<tr><td><a href='tel:{NOBODYS}'>call</a><td><p>or</p>{US_LINE}</table>"
        )
        found = claims(scanned(store, page, "x.html"))
        assert found == ["zebra", "example", "example", "zebra", "example"]

    def test_the_head_of_a_row_of_a_page(self, store: Store) -> None:
        page = (
            f"<table><tr><th>Zebra<td>US<td>{NOBODYS}<tr><th>Example<td>US<td>{US_LINE}</table>"
            f"<p>Somebody: {US_OTHER}</p>"
        )
        assert claims(scanned(store, page, "x.html"))[:2] == ["zebra", "example"]

    def test_a_table_that_names_nobody_is_about_its_title(self, store: Store) -> None:
        text = f"Zebra numbers\n\nUS, sales, {NOBODYS}\nCA, sales, {US_OTHER}\n"
        assert claims(scanned(store, text)) == ["zebra", "zebra"]

    @pytest.mark.parametrize(
        "heading",
        ["id", "order_id", "orderNo", "Amount", "date", "金额", "Betrag", "fecha", "주문"],
    )
    @pytest.mark.parametrize("mark", [",", ";", "\t", " | "])
    def test_a_column_of_other_digits(self, store: Store, heading: str, mark: str) -> None:
        rows = [(heading, "platform", "phone"), ("3055550177", "Zebra", NOBODYS)]
        for order in (1, -1):
            text = "\n".join(mark.join(row[::order]) for row in rows)
            found = {v.input: v for v in scanned(store, text)}
            assert found[NOBODYS].level == "danger"
            assert all(v.level == "warning" for text, v in found.items() if text != NOBODYS)

    @pytest.mark.parametrize("heading", ["phone", "whatsapp id", "contact", "电话号码", "name"])
    def test_a_column_of_phone_numbers(self, store: Store, heading: str) -> None:
        text = f"platform,{heading},note\nZebra,3055550177,-\n"
        assert claims(scanned(store, text)) == ["zebra"]

    def test_a_plus_makes_a_phone_number_of_any_column(self, store: Store) -> None:
        text = f"platform,phone,id\nZebra,-,{NOBODYS}\n"
        assert claims(scanned(store, text)) == ["zebra"]

    @pytest.mark.parametrize("head", ["", "name;a;b\n"])
    @pytest.mark.parametrize("after", ["", "\n", '\nExample;"+44 113\n4960188";-\n'])
    def test_a_line_break_in_a_quoted_cell(self, store: Store, head: str, after: str) -> None:
        text = f'{head}Zebra;"+1 305\n555 0178";{NOBODYS}{after}'
        assert claims(scanned(store, text))[:2] == ["zebra", "zebra"]
        assert scanned(store, text)[1].level == "danger"

    def test_a_comma_makes_no_table(self, store: Store) -> None:
        text = f"Zebra was down, people say.\nCall this, they say: {NOBODYS}\n"
        assert claims(scanned(store, text)) == ["zebra"]


class TestHiddenCaller:
    @pytest.mark.parametrize("text", ["", "Private number", "No Caller ID", "未知号码", "非通知"])
    def test_what_the_platform_says_of_its_calls(self, folder: Path, text: str) -> None:
        never = platform("silent", calls="never", calls_source=sighting("https://silent.com/a"))
        ring = platform("caller", **says("callback-only", url="https://caller.com/help"))
        store = Store(write(folder, never, ring), "test", today=TODAY)

        def asked(claim: str | None) -> Verdict:
            checker = Checker(store, today=TODAY, claim=claim, direction="they-called")
            (verdict,) = checker.check(text)
            return verdict

        assert asked("silent").status is Status.INBOUND_ONLY
        assert asked("example").status is Status.CALLER_ID_UNPROVEN
        assert [r.code for r in asked("caller").reasons] == [
            "caller-hidden",
            "calls-back-on-request",
        ]
        assert asked(None).status is Status.UNKNOWN

    def test_only_of_a_call(self, store: Store) -> None:
        (verdict,) = checked(store, "Private number")
        assert verdict.status is Status.UNREADABLE


class TestHonestTexts:
    """Texts of the kinds that people send, about the bundled registry: no false alarm in them."""

    @pytest.mark.parametrize(
        "text",
        [
            "Coinbase scam? call the FTC: 1-877-FTC-HELP (1-877-382-4357)",
            "Kraken impostors: in Hong Kong ring 18222, in Britain 159.",
            "Lost coins at Binance? Action Fraud takes reports on 0300 123 2040.",
            "币安被骗？请拨打反诈专线 96110。",
            "Coinbase's @CoinbaseSupport X account replied",
            "Gemini's @GeminiSupport account on X has answered",
            "483920 is your Coinbase code. @coinbase.com #483920",
            "G-592817 ist dein Bitpanda-Code. @bitpanda.com #592817",
            "Crypto.com and Gate.io are exchanges, and so is bitcoin.de.",
        ],
    )
    def test_nothing_in_it_is_called_dangerous(self, bundled_store: Store, text: str) -> None:
        for verdict in (*scanned(bundled_store, text), *checked(bundled_store, text)):
            assert verdict.level != "danger", (verdict.input, verdict.status)

    @pytest.mark.parametrize(
        ("text", "contact"),
        [
            ("币安客服电话 400-829-4173，官网 www.binance.com", "400-829-4173"),
            ("【Kraken】客服热线：400-820-5555", "400-820-5555"),
            ("Kraken support 1-888-908-7930", "1-888-908-7930"),
            ("Crypto.com support: +1 202 555 0123", "+1 202 555 0123"),
            ("Gate.io helpline +44 113 496 0123", "+44 113 496 0123"),
        ],
    )
    def test_bait_stays_dangerous(self, bundled_store: Store, text: str, contact: str) -> None:
        found = {v.input: v for v in scanned(bundled_store, text)}
        assert found[contact].level in {"danger", "warning"}
        assert any(verdict.level == "danger" for verdict in found.values())

    def test_a_service_number_that_fits_no_country_of_the_claim(self, bundled_store: Store) -> None:
        (verdict,) = Checker(bundled_store, today=TODAY, claim="币安").check("400-123-4567")
        assert verdict.status is Status.NO_PHONE_LINE


class TestTwoBrandsInASentence:
    """The brand that labels a contact claims it, whatever other brand is nearer."""

    @pytest.mark.parametrize(
        "text",
        [
            "Binance support: {}, Coinbase help: https://help.coinbase.com",
            "Binance support, {}, Coinbase help: https://help.coinbase.com",
            "Binance hotline {} (Coinbase too)",
            "Binance support: {}, not Coinbase",
            "Binance's customer service number is {}, Coinbase",
            "Binance 客服 {}，Coinbase 官网 coinbase.com",
            "Binance 客服电话：{}、Coinbase 官网",
            "Binance: {} / Coinbase",
            "Binance support:\n{}\nCoinbase help: https://help.coinbase.com",
        ],
    )
    def test_another_brands_line_is_never_listed(self, bundled_store: Store, text: str) -> None:
        text = text.format("+1 888 908 7930")
        for verdicts in (checked(bundled_store, text), scanned(bundled_store, text)):
            assert verdicts[0].claim == "binance"
            assert verdicts[0].level != "listed"

    @pytest.mark.parametrize(
        ("text", "claimed"),
        [
            (
                "Coinbase support is +1 888 908 7930, Kraken support is +1 202 555 0143",
                ["coinbase", "kraken"],
            ),
            (
                "Kraken's number is on kraken.com; Coinbase's number is +1 888 908 7930",
                ["kraken", "coinbase"],
            ),
            ("+1 202 555 0143 is Kraken, +1 888 908 7930 is Coinbase", ["kraken", "coinbase"]),
            ("+1 202 555 0143是Kraken，+1 888 908 7930是Coinbase", ["kraken", "coinbase"]),
        ],
    )
    def test_each_brand_gets_its_own(
        self, bundled_store: Store, text: str, claimed: list[str]
    ) -> None:
        assert claims(checked(bundled_store, text)) == claimed
        assert claims(scanned(bundled_store, text)) == claimed
