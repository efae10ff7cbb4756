"""The safety matrix: never a wrong `listed`, never a missed one.

Every published phone of the bundled registry, in every human way of writing that this file
knows, with and without a claim and a region, dialling and being called; every reported number;
every neighbour one slip away from a published number.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import phonenumbers
import pytest

from hotline_check.checking import Checker
from hotline_check.registry.folder import Registry
from hotline_check.registry.models import Channel, Platform
from hotline_check.registry.storage.home import home_regions
from hotline_check.registry.storage.store import Store
from hotline_check.verdict.models import Direction, Status, Verdict
from tests.entries import REGISTRY_DAY

LATER = dt.date(2028, 11, 23)
EACH = 20
"""The sample has one in so many of the published numbers."""
E164 = phonenumbers.PhoneNumberFormat.E164
INTERNATIONAL = phonenumbers.PhoneNumberFormat.INTERNATIONAL
NATIONAL = phonenumbers.PhoneNumberFormat.NATIONAL
RFC3966 = phonenumbers.PhoneNumberFormat.RFC3966
FULL_WIDTH = str.maketrans("+0123456789 ()-", "＋０１２３４５６７８９　（）－")
KEYCAPS = str.maketrans({digit: f"{digit}\ufe0f\u20e3" for digit in "0123456789"})


class Line(NamedTuple):
    """A published phone with its platform, and who else publishes it."""

    platform: Platform
    channel: Channel
    holders: tuple[tuple[Platform, Channel], ...]

    @property
    def value(self) -> str:
        return self.channel.value

    @property
    def number(self) -> phonenumbers.PhoneNumber:
        return phonenumbers.parse(self.value)

    @property
    def region(self) -> str | None:
        """The country whose people write it without a country code."""
        return phonenumbers.region_code_for_number(self.number)


def formatted(line: Line, form: int) -> str:
    return phonenumbers.format_number(line.number, form)


def national_digits(line: Line) -> str:
    return phonenumbers.national_significant_number(line.number)


def area_in_brackets(code: str, digits: str) -> str:
    return f"+{code} ({digits[:3]}) {digits[3:]}"


def with_letter_o(text: str) -> str:
    """The letter O for 0 wherever a figure stands beside it."""
    return re.sub(r"\d*[1-9]\d*", lambda group: group[0].replace("0", "O"), text)


# Ways of writing a number that name its country.
WHOLE: dict[str, Callable[[Line], str]] = {
    "as E.164": lambda x: formatted(x, E164),
    "in groups": lambda x: formatted(x, INTERNATIONAL),
    "as a link": lambda x: formatted(x, RFC3966),
    "with dots": lambda x: formatted(x, INTERNATIONAL).replace(" ", ".").replace("-", "."),
    "with hyphens": lambda x: formatted(x, INTERNATIONAL).replace(" ", "-"),
    "with slashes": lambda x: formatted(x, INTERNATIONAL).replace(" ", "/"),
    "with no-break spaces": lambda x: formatted(x, INTERNATIONAL).replace(" ", "\u00a0"),
    "code in brackets": lambda x: f"(+{x.number.country_code}) {national_digits(x)}",
    "area in brackets": lambda x: area_in_brackets(str(x.number.country_code), national_digits(x)),
    "in full-width figures": lambda x: formatted(x, INTERNATIONAL).translate(FULL_WIDTH),
    "full-width without separators": lambda x: x.value.translate(FULL_WIDTH),
    "in keycaps": lambda x: x.value.translate(KEYCAPS),
    "with the letter O for 0": lambda x: with_letter_o(formatted(x, INTERNATIONAL)),
    "with an extension": lambda x: formatted(x, INTERNATIONAL) + " ext. 12",
    "as a link with an extension": lambda x: f"tel:{x.value};ext=12",
    "labelled": lambda x: "Tel: " + formatted(x, INTERNATIONAL),
    "labelled in Chinese": lambda x: "电话：" + formatted(x, INTERNATIONAL),
    "with spaces around": lambda x: f"  {formatted(x, INTERNATIONAL)}\n",
    "digit by digit": lambda x: " ".join(x.value),
    "in typographic hyphens": lambda x: formatted(x, INTERNATIONAL).replace(" ", "\u2011"),
    "with hidden characters": lambda x: "\u202a" + formatted(x, INTERNATIONAL) + "\u202c",
    "in Arabic figures": lambda x: x.value.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")),
}
# Ways of writing it behind an international prefix: each is dialled in some countries only.
ABROAD: dict[str, tuple[str, Callable[[Line], str]]] = {
    "without the plus, behind 00": ("00", lambda x: "00" + x.value[1:]),
    "in groups behind 00": ("00", lambda x: "00 " + formatted(x, INTERNATIONAL)[1:]),
    "behind 011, as from America": ("011", lambda x: "011" + x.value[1:]),
    "in groups behind 011": ("011", lambda x: "011 " + formatted(x, INTERNATIONAL)[1:]),
}
# Ways of writing it at home, where the country goes without saying.
AT_HOME: dict[str, Callable[[Line], str]] = {
    "as at home": lambda x: formatted(x, NATIONAL),
    "as at home, digits only": lambda x: "".join(filter(str.isdigit, formatted(x, NATIONAL))),
    "as at home, with dots": lambda x: formatted(x, NATIONAL).replace(" ", ".").replace("-", "."),
    "as at home, full-width": lambda x: formatted(x, NATIONAL).translate(FULL_WIDTH),
    "as at home, with the letter O": lambda x: with_letter_o(formatted(x, NATIONAL)),
}


@pytest.fixture(scope="module")
def lines(bundled: Registry) -> list[Line]:
    found = [(p, c) for p in bundled.platforms for c in p.channels if c.kind == "phone"]
    return [
        Line(p, c, tuple((o, d) for o, d in found if d.value == c.value and d.regions == c.regions))
        for p, c in found
    ]


@pytest.fixture(
    scope="module",
    params=[pytest.param(EACH, id="sample"), pytest.param(1, id="all", marks=pytest.mark.slow)],
)
def world(lines: list[Line], request: pytest.FixtureRequest) -> list[Line]:
    """The published numbers that can be dialled from anywhere: a sample, and (slow) all."""
    return [line for line in lines if line.value.startswith("+")][:: request.param]


@pytest.fixture(scope="module")
def stranger(bundled: Registry) -> str:
    """A platform that publishes no phone at all: a wrong claim for every number."""
    return next(p.id for p in bundled.platforms if not any(c.kind == "phone" for c in p.channels))


def good(platform: Platform, channel: Channel, today: dt.date) -> bool:
    """Whether a channel may be listed, told once more in the words of the design."""
    own = [s.seen for s in channel.sightings if s.source_kind == "operator"]
    newest = max(own, default=dt.date.min)
    days = platform.fresh_days or 180
    return not (channel.retired or channel.disputed or channel.secondhand) and (
        today - newest <= dt.timedelta(days=days)
    )


def may_be_listed(line: Line, claim: str | None, today: dt.date) -> bool:
    """Whether `listed` is the right answer to a person who dials the number."""
    held = [
        (p, c) for p, c in line.holders if c.retired is None and (claim is None or p.id == claim)
    ]
    return bool(held) and all(good(p, c, today) for p, c in held)


def claims(line: Line, stranger: str) -> Iterator[str | None]:
    yield None
    yield stranger
    yield from {p.id for p, _ in line.holders}


class Asker:
    """Keeps one checker for each question, since a claim is looked up once."""

    def __init__(self, store: Store, today: dt.date = REGISTRY_DAY) -> None:
        self.store = store
        self.today = today
        self._checkers: dict[tuple[str | None, str | None, Direction], Checker] = {}

    def __call__(
        self,
        text: str,
        claim: str | None = None,
        region: str | None = None,
        direction: Direction = "dialling",
    ) -> Verdict:
        key = (claim, region, direction)
        if key not in self._checkers:
            self._checkers[key] = Checker(
                self.store, today=self.today, claim=claim, region=region, direction=direction
            )
        (verdict,) = self._checkers[key].check(text)
        return verdict


@pytest.fixture(scope="module")
def asked(bundled_store: Store) -> Asker:
    return Asker(bundled_store)


def told(line: Line, verdict: Verdict, text: str, claim: str | None, region: str | None) -> str:
    return f"{line.platform.id} {line.value} {text!r} claim={claim} -r {region}: {verdict.status}"


@pytest.mark.parametrize("way", WHOLE)
def test_a_whole_number_is_listed_exactly_when_it_should_be(
    way: str, world: list[Line], asked: Asker, stranger: str
) -> None:
    wrong = []
    for line in world:
        text = WHOLE[way](line)
        for claim in claims(line, stranger):
            for region in (None, line.region, "US", "CN"):
                verdict = asked(text, claim, region)
                listed = verdict.status is Status.LISTED
                same = verdict.reading is not None and verdict.reading.value == line.value
                if listed is not may_be_listed(line, claim, REGISTRY_DAY) or (listed and not same):
                    wrong.append(told(line, verdict, text, claim, region))
    assert not wrong, f"{len(wrong)}: " + "\n".join(wrong[:20])


def dials(region: str, prefix: str, number: str) -> bool:
    """Whether a country's networks take a prefix before an E.164 number for the international one.

    They take the longest that fits: in Hong Kong 00 852 ... begins with the prefix 008.
    """
    metadata = phonenumbers.PhoneMetadata.metadata_for_region(region, None)
    assert metadata is not None
    taken = re.match(metadata.international_prefix or "$", prefix + number.removeprefix("+"))
    return taken is not None and taken[0] == prefix


@pytest.mark.parametrize("way", ABROAD)
def test_after_an_international_prefix_a_number_is_listed_where_that_is_dialled(
    way: str, world: list[Line], asked: Asker, stranger: str
) -> None:
    """Where no country is known, too; with a claim whose countries dial another prefix, or not."""
    wrong = []
    prefix, written = ABROAD[way]
    for line in world:
        text = written(line)
        for claim in claims(line, stranger):
            for region in (None, line.region, "US", "CN", "GB", "KR"):
                verdict = asked(text, claim, region)
                listed = verdict.status is Status.LISTED
                same = verdict.reading is not None and verdict.reading.value == line.value
                is_dialled = region is None or dials(region, prefix, line.value)
                right = may_be_listed(line, claim, REGISTRY_DAY) and is_dialled
                missed = right and not listed and (region or claim is None)
                if missed or (listed and not (right and same)):
                    wrong.append(told(line, verdict, text, claim, region))
    assert not wrong, f"{len(wrong)}: " + "\n".join(wrong[:20])


@pytest.mark.parametrize("way", AT_HOME)
def test_a_number_as_written_at_home(
    way: str, world: list[Line], asked: Asker, stranger: str
) -> None:
    """Listed with its region or a claim that leaves one reading; never as another number."""
    wrong = []
    for line in world:
        text = AT_HOME[way](line)
        for claim in claims(line, stranger):
            for region in (None, line.region, "US", "CN"):
                verdict = asked(text, claim, region)
                listed = verdict.status is Status.LISTED
                same = verdict.reading is not None and verdict.reading.value == line.value
                missed = (
                    not listed
                    and may_be_listed(line, claim, REGISTRY_DAY)
                    and (
                        region == line.region is not None or (region is None and only(line, claim))
                    )
                )
                if missed or (listed and not (same and may_be_listed(line, claim, REGISTRY_DAY))):
                    wrong.append(told(line, verdict, text, claim, region))
    assert not wrong, f"{len(wrong)}: " + "\n".join(wrong[:20])


def only(line: Line, claim: str | None) -> bool:
    """Whether the claimed platform can be reached in no country but the number's own."""
    platform = next((p for p, _ in line.holders if p.id == claim), None)
    return platform is not None and home_regions(platform) == (line.region,)


def test_a_number_as_written_at_home_says_nothing_without_a_country(
    world: list[Line], asked: Asker
) -> None:
    for line in world:
        for way in AT_HOME.values():
            verdict = asked(way(line))
            if verdict.status is Status.LISTED:
                assert verdict.reading is not None
                assert verdict.reading.value == line.value
                assert verdict.reading.assumed, "the country was assumed but not told"


def test_short_codes_count_in_their_country_only(lines: list[Line], asked: Asker) -> None:
    codes = [line for line in lines if not line.value.startswith("+")]
    assert codes
    for line in codes:
        for region in ("US", "GB", "CN", "PH", "BR", None):
            listed = asked(line.value, None, region).status is Status.LISTED
            assert listed is (
                region in line.channel.regions and may_be_listed(line, None, REGISTRY_DAY)
            )


@pytest.mark.parametrize("way", [*WHOLE, *AT_HOME, *ABROAD])
def test_no_incoming_call_is_ever_listed(
    way: str, world: list[Line], asked: Asker, stranger: str
) -> None:
    for line in world:
        text = (WHOLE | AT_HOME | {name: at[1] for name, at in ABROAD.items()})[way](line)
        for claim in claims(line, stranger):
            for region in (None, line.region):
                verdict = asked(text, claim, region, "they-called")
                assert verdict.level != "listed", told(line, verdict, text, claim, region)


def test_a_published_number_on_an_incoming_call_proves_nothing(
    world: list[Line], asked: Asker
) -> None:
    for line in world:
        if line.channel.retired is None and not line.channel.secondhand:
            verdict = asked(line.value, line.platform.id, None, "they-called")
            is_faked = line.channel.inbound_only or line.platform.calls == "never"
            expected = Status.INBOUND_ONLY if is_faked else Status.CALLER_ID_UNPROVEN
            assert verdict.status is expected


@pytest.mark.parametrize("each", [4, pytest.param(1, marks=pytest.mark.slow)])
@pytest.mark.parametrize("direction", ["dialling", "they-called"])
def test_every_reported_number(
    bundled: Registry, asked: Asker, stranger: str, direction: Direction, each: int
) -> None:
    reports = [(r.platform, n.value) for r in bundled.reported for n in r.numbers]
    assert len(reports) > 100
    for owner, value in reports[::each]:
        number = phonenumbers.parse(value)
        for text in (value, phonenumbers.format_number(number, INTERNATIONAL), "00" + value[1:]):
            for claim in (None, owner, stranger):
                verdict = asked(text, claim, None, direction)
                assert verdict.level == "danger"
                seen = {Status.REPORTED, Status.RETIRED}
                if direction == "they-called":  # a platform that never calls people
                    seen.add(Status.INBOUND_ONLY)
                assert verdict.status in seen, (text, claim)


def neighbours(value: str) -> set[str]:
    """Every number one slip of the finger away, made without the package's own help."""
    digits, near = value[1:], set()
    for i in range(len(digits) + 1):
        near |= {digits[:i] + d + digits[i:] for d in "0123456789"}
        near |= {digits[:i] + d + digits[i + 1 :] for d in "0123456789"}
        near.add(digits[:i] + digits[i + 1 :])
        near.add(digits[:i] + digits[i + 1 : i + 2] + digits[i : i + 1] + digits[i + 2 :])
    return {f"+{d}" for d in near} - {value}


def plan_reads(text: str, *regions: str | None) -> set[str]:
    """What the world's numbering plan makes of a text, without this package.

    A trunk zero behind the country code and a carrier's own prefix are no slips: they are left
    out, as telephone exchanges do.
    """
    found = set()
    for region in (None, *regions):
        with suppress(phonenumbers.NumberParseException):
            found.add(phonenumbers.format_number(phonenumbers.parse(text, region), E164))
    return found


def doubled(near: str, line: Line) -> bool:
    """Whether a slip made the country code stand there twice, which is told and read once."""
    return near == f"+{line.number.country_code}{line.value[1:]}"


def test_no_neighbour_of_a_published_number_is_listed(world: list[Line], asked: Asker) -> None:
    """As typed with the plus, with 00 for it, and as its owner's; unless published itself."""
    wrong = []
    for line in world:
        home = home_regions(line.platform)
        for near in neighbours(line.value):
            for text, claim in (
                (near, None),
                (near, line.platform.id),
                ("00" + near[1:], line.platform.id),
            ):
                verdict = asked(text, claim)
                if verdict.status is not Status.LISTED or doubled(near, line):
                    continue
                meant = plan_reads(near) | plan_reads(text, *(home if claim else ()))
                if verdict.reading is None or verdict.reading.value not in meant:
                    wrong.append(told(line, verdict, text, claim, None))
    assert not wrong, f"{len(wrong)}: " + "\n".join(wrong[:20])


def test_no_neighbour_written_at_home_is_listed(world: list[Line], asked: Asker) -> None:
    wrong = []
    for line in world:
        for near in neighbours("+" + national_digits(line)):
            verdict = asked(near[1:], line.platform.id, line.region)
            if verdict.status is not Status.LISTED:
                continue
            meant = plan_reads(near[1:], line.region) | plan_reads(near)
            if verdict.reading is None or verdict.reading.value not in meant:
                wrong.append(told(line, verdict, near[1:], line.platform.id, line.region))
    assert not wrong, f"{len(wrong)}: " + "\n".join(wrong[:20])


def test_withheld_numbers_are_never_listed(bundled: Registry, asked: Asker) -> None:
    held = [(p.id, w.value) for p in bundled.platforms for w in p.withheld]
    assert held
    for owner, value in held:
        for claim in (None, owner):
            assert asked(value, claim).level != "listed"


class TestTwoYearsLater:
    """The same checkout, when every bundled sighting is stale."""

    @pytest.fixture
    def later(self, sealed_folder: Path) -> Iterator[Asker]:
        store = Store(sealed_folder, "bundled", today=LATER)
        yield Asker(store, LATER)
        store.close()

    def test_nothing_is_listed_any_more(self, world: list[Line], later: Asker) -> None:
        for line in world:
            if may_be_listed(line, line.platform.id, REGISTRY_DAY):
                verdict = later(line.value, line.platform.id)
                assert verdict.status is Status.STALE
                assert verdict.exit == 3

    def test_the_registrys_age_is_shown(self, later: Asker) -> None:
        registry = later("+1 888 908 7930").registry
        assert registry is not None
        assert registry.age_days > 700

    def test_what_is_known_to_be_wrong_stays_wrong(self, bundled: Registry, later: Asker) -> None:
        for report in bundled.reported:
            for number in report.numbers:
                assert later(number.value).level == "danger"

    def test_no_stale_channel_is_offered_instead(self, later: Asker) -> None:
        assert later("+1 888 908 7931", "coinbase").instead == ()

    def test_domains_go_stale_too(self, later: Asker) -> None:
        assert later("https://www.coinbase.com/").status is Status.STALE
