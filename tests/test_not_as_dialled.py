"""Numbers listed as they were read, though a phone dials, or a person sees, something else."""

import io

import pytest

from hotline_check.checking import Checker
from hotline_check.reading import codes, find, read
from hotline_check.registry.storage.store import Store
from hotline_check.scanning.scanner import Scanner, Tally
from tests.entries import REGISTRY_DAY

OWN = "+1 888 908 7930"  # Coinbase's, in the bundled registry
FICTION = "+12025550143"


def exits(store: Store, text: str) -> set[int]:
    return {int(verdict.exit) for verdict in Checker(store, today=REGISTRY_DAY).check(text)}


def scanned(store: Store, text: str, name: str = "text.txt") -> int:
    tally = Tally()
    for result in Scanner(Checker(store, today=REGISTRY_DAY)).scan_stream(
        io.BytesIO(text.encode()), name
    ):
        tally.add(result)
    return int(tally.exit)


def assumed(text: str) -> set[str]:
    return {each.code for item in find(text) for each in item.readings[0].assumed}


class TestFields:
    @pytest.mark.parametrize(
        "written",
        [
            "+1 888 908 793,0",
            "+1 888 908 793;0",
            "+1 888 908 793|0",
            "+1 888 908 793，0",
            "+1 888 908 79,30",
            "+1 888 908,7930",
            "+1,888 908 7930",
            "+1,8,8,8,9,0,8,7,9,3,0",
            "+1 888 908 793:0",
            "+1 888 908 793=0",
            "+1 888 908 793/0",
            "+1 888 908 793_0",
            "1 888 908 793|0",
            "+1 888 908 793 (0)",
        ],
    )
    def test_digits_of_two_fields_are_never_listed(
        self, written: str, bundled_store: Store
    ) -> None:
        for text in (f"Coinbase,{written}", f"name,phone,ext\nCoinbase,{written}\n"):
            assert scanned(bundled_store, text) == 3
            assert exits(bundled_store, text) == {3}

    @pytest.mark.parametrize("sign", [",", ";", "|", "=", ":", "/", " | "])
    def test_one_sign_between_all_groups_is_the_numbers_own(
        self, sign: str, bundled_store: Store
    ) -> None:
        written = sign.join(("+1", "888", "908", "7930"))
        assert scanned(bundled_store, f"Coinbase {written}") == 0
        assert exits(bundled_store, f"Coinbase {written}") == {0}

    def test_a_number_with_a_sign_of_fields_is_still_found(self) -> None:
        assert codes.FIELDS_JOINED in assumed("Wallet help +1 202 555 014,3 today")
        assert codes.FIELDS_JOINED not in assumed("Wallet help +1,202,555,0143 today")
        assert codes.FIELDS_JOINED not in assumed("Wallet help +49 30/1234567 today")


class TestDialledDigits:
    @pytest.mark.parametrize(
        "text",
        [
            "tel:9087930;phone-context=+1888",
            "tel:888-908-7930;phone-context=+1",
            "+11 888 908 7930",
            "+1 1 888 908 7930",
            "+1+1 888 908 7930",
            "tel:+118889087930",
        ],
    )
    def test_a_phone_dials_what_is_written(self, text: str, bundled_store: Store) -> None:
        assert exits(bundled_store, text) == {3}
        assert scanned(bundled_store, f"Coinbase {text}") == 3
        link = text if text.startswith("tel:") else f"tel:{text}"
        assert scanned(bundled_store, f'<a href="{link}">Coinbase</a>', "page.html") == 3

    def test_what_was_read_is_echoed(self) -> None:
        (found,) = read("tel:2025550143;phone-context=+1")
        assert found.readings[0].value == FICTION
        assert [(each.code, each.args) for each in found.readings[0].assumed] == [
            (codes.CONTEXT_ADDED, ("+1",))
        ]
        assert codes.DOUBLED_COUNTRY_CODE in assumed("Call +1 +1 202 555 0143")


class TestTurned:
    @pytest.mark.parametrize(
        "after", ["\u202e", "\u202b", "\u2067", "\u200f", " \u202e", "\u202c\u202e", "\u202e 17"]
    )
    def test_a_control_right_after_a_number(self, after: str, bundled_store: Store) -> None:
        assert exits(bundled_store, OWN + after) == {3}
        assert scanned(bundled_store, f"Coinbase {OWN}{after}") == 3

    @pytest.mark.parametrize("text", ["\u202d{}\u202c", "\u2068{}\u2069", "{} \u2068Ada\u2069"])
    def test_what_programs_put_around_a_number(self, text: str, bundled_store: Store) -> None:
        assert scanned(bundled_store, "Coinbase " + text.format(OWN)) == 0


class TestStruckOut:
    TAGS = (
        "<s>{}</s>",
        "<del>{}</del>",
        "<strike class=x>{}</strike>",
        "<p><s>was {} once</s></p>",
    )
    STYLES = (
        '<span style="text-decoration:line-through">{}</span>',
        '<div style="text-decoration-line:underline line-through"><p>{}</p></div>',
        "<style>.x{{text-decoration:line-through}}</style><b class=x>{}</b>",
        "<style>.y .x{{text-decoration:line-through}}</style><div class=y><b class=x>{}</b></div>",
    )

    @pytest.mark.parametrize("markup", TAGS + STYLES)
    @pytest.mark.parametrize("contact", [OWN, "security@coinbase.com", "https://coinbase.com/"])
    def test_a_page_shows_a_line_through_it(
        self, markup: str, contact: str, bundled_store: Store
    ) -> None:
        page = markup.format(contact)
        assert scanned(bundled_store, f"<p>Coinbase</p>{page}", "page.html") == 3
        assert exits(bundled_store, page) == {3}

    @pytest.mark.parametrize(
        "page",
        [
            "<p><s>$99</s> Coinbase {}</p>",
            "<p>Coinbase {} <del>old</del></p>",
            '<p>Coinbase <s style="text-decoration:none">{}</s></p>',
            "<style>s{{text-decoration:line-through}}</style><p>Coinbase {}</p>",
            "<s>old<p>older</p></s><p>Coinbase {}</p>",
        ],
    )
    def test_a_line_elsewhere_on_a_page(self, page: str, bundled_store: Store) -> None:
        assert scanned(bundled_store, page.format(OWN), "page.html") == 0

    @pytest.mark.parametrize(
        "text",
        [
            *TAGS,
            "~~{}~~",
            "~~was {}~~ now closed",
            "[s]{}[/s]",
        ],
    )
    def test_a_text_has_a_line_through_it(self, text: str, bundled_store: Store) -> None:
        assert scanned(bundled_store, "Coinbase " + text.format(OWN)) == 3
        assert exits(bundled_store, text.format(OWN)) == {3}

    @pytest.mark.parametrize(
        "page",
        [
            '<s><a href="tel:+18889087930">Call us</a></s>',
            '<a href="tel:+18889087930"><del>Call</del> <del>us</del></a>',
            '<s><a href="https://coinbase.com/">our site</a></s>',
        ],
    )
    def test_a_link_has_a_line_through_it(self, page: str, bundled_store: Store) -> None:
        assert scanned(bundled_store, f"<p>Coinbase</p>{page}", "page.html") == 3
        assert exits(bundled_store, page) == {3}

    def test_a_link_without_a_line(self, bundled_store: Store) -> None:
        page = '<p>Coinbase</p><a href="tel:+18889087930"><s>Write</s> Call us</a>'
        assert scanned(bundled_store, page, "page.html") == 0
        assert scanned(bundled_store, "Coinbase ~~[Call us](tel:+18889087930)~~") == 3

    def test_marks_are_a_line(self, bundled_store: Store) -> None:
        struck = "".join(f"{char}\u0336" for char in OWN)
        assert scanned(bundled_store, f"Coinbase {struck}") == 3
        assert exits(bundled_store, struck) == {3}

    @pytest.mark.parametrize(
        "text", ["~~old~~ Coinbase {}", "Coinbase {} ~~~ ~~~", "Coinbase {} ~~ about 5 ~~"]
    )
    def test_a_line_elsewhere_in_a_text(self, text: str, bundled_store: Store) -> None:
        assert scanned(bundled_store, text.format(OWN)) == 0

    def test_a_fake_stays_one(self, bundled_store: Store) -> None:
        assert scanned(bundled_store, "<p>Coinbase <s>+1 202 555 0143</s></p>", "page.html") == 1
