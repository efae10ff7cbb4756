"""The static site: valid pages, living links, only published numbers to dial, the same bytes."""

import datetime as dt
import json
import re
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from filelock import FileLock

from hotline_check import HotlineError, Registry
from hotline_check.registry.freshness import is_good
from hotline_check.wording.terms.phone_format import spaced
from hotline_check.wording.text.catalogue import languages
from tests.conftest import Program
from tests.entries import (
    GB_LINE,
    REGISTRY_DAY,
    US_LINE,
    US_OTHER,
    authority,
    phone,
    platform,
    reported,
    write,
)
from tests.extras import needs

needs("jinja2", "serve")
needs("html5lib", "serve")

import html5lib

from hotline_check.serving.site.build import build
from hotline_check.serving.site.numbers import other_forms
from hotline_check.serving.site.writing import MANIFEST, write_site
from hotline_check.wording.pages.frame import tag_of

pytestmark = pytest.mark.extra

BASE = "https://example.org/site/"
_ADDRESS = re.compile(r'(?:href|src|data-search|data-pages)="([^"#]*)')
_TEL = re.compile(r'href="tel:([^"]*)"')


@pytest.fixture(scope="module")
def site(sealed_folder: Path, shared: Path) -> Path:
    """The site of the bundled registry."""
    folder = shared / "site"
    with FileLock(shared / "site.lock"), Registry.open(sealed_folder, today=REGISTRY_DAY) as found:
        build(found, folder, base=BASE, contact="maintainers@example.org")
    return folder


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A registry with a line, a number that poses, and a public body."""
    return write(
        tmp_path / "registry",
        platform(channels=[phone(US_LINE), phone(GB_LINE, regions=["GB"], disputed=True)]),
        reports=[reported("example", US_OTHER)],
        authorities=[{"country": "GB", "authorities": [authority()]}],
    )


def built(registry: Path, folder: Path, today: dt.date = REGISTRY_DAY, **options: Any) -> Any:
    with Registry.open(registry, today=today) as found:
        return build(found, folder, **options)


def files(folder: Path) -> dict[str, bytes]:
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in paths}


def pages(folder: Path) -> Iterator[tuple[Path, str]]:
    for path in sorted(folder.rglob("*.html")):
        yield path, path.read_text("utf-8")


def valid(page: str) -> None:
    """Fail on the first fault that a browser would silently mend."""
    html5lib.HTMLParser(strict=True).parse(page)


def data_of(page: str) -> Any:
    (found,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)
    return json.loads(found)


class TestWholeRegistry:
    def test_every_internal_link_is_alive(self, site: Path) -> None:
        there = {str(path) for path in site.rglob("*")}
        for path, page in pages(site):
            for address in set(_ADDRESS.findall(page)):
                if not address or re.match("[a-z]+:", address):
                    continue
                target = (path.parent / address).resolve()
                found = target / "index.html" if address.endswith("/") else target
                assert str(found) in there, (path, address)

    def test_pages_are_valid(self, site: Path) -> None:
        for _, page in list(pages(site))[::40]:  # pages of every kind in every language
            valid(page)
            assert "built-in" not in page

    @pytest.mark.slow
    def test_every_page_is_valid(self, site: Path) -> None:
        for _, page in pages(site):
            valid(page)

    def test_a_page_for_each_thing_in_each_language(self, site: Path, sealed_folder: Path) -> None:
        with Registry.open(sealed_folder, today=REGISTRY_DAY) as registry:
            ids = {found.id for found in registry.platforms()}
            posing = {n.value[1:] for found in registry.reported() for n in found.numbers}
            phones = {
                c.value for p in registry.platforms() for c in p.channels if c.kind == "phone"
            }
        for lang in languages():
            home = site / tag_of(lang)
            assert {path.name for path in (home / "platforms").iterdir()} - {"index.html"} == ids
            slugs = {path.name for path in (home / "numbers").iterdir()}
            assert posing | {value[1:] for value in phones if value[0] == "+"} <= slugs
            assert len(slugs) == len(posing | phones) + 1

    def test_only_published_numbers_can_be_dialled(self, site: Path, sealed_folder: Path) -> None:
        with Registry.open(sealed_folder, today=REGISTRY_DAY) as registry:
            platforms, countries = registry.platforms(), registry.countries()
            bodies = [registry.authorities(country).found for country in countries]
            posing = {n.value for found in registry.reported() for n in found.numbers}
        good = {
            channel.value
            for found in platforms
            for channel in found.channels
            if channel.kind == "phone" and is_good(found, channel, REGISTRY_DAY)
        }
        public = {a.phone for found in bodies if found for a in found.authorities if a.phone}
        dialled = {number for _, page in pages(site) for number in _TEL.findall(page)}
        assert good <= dialled <= good | public
        assert not dialled & posing

    def test_a_reported_number_is_never_listed_beside_real_ones(self, site: Path) -> None:
        for path in ("platforms/coinbase/index.html", "numbers/index.html"):
            page = (site / "en" / path).read_text("utf-8")
            lists = re.findall('<ul class="choices([^"]*)">(.*?)</ul>', page, re.DOTALL)
            (posing,) = [found for _, found in lists if "+1 206-806-3886" in found]
            assert ("+1 888-908-7930" in posing) is False
            assert (" doubtful", posing) in lists
            assert page.count("+1 206-806-3886") == 1

    def test_only_good_numbers_are_in_the_list_of_published_ones(
        self, site: Path, sealed_folder: Path
    ) -> None:
        page = (site / "en/numbers/index.html").read_text("utf-8")
        published, rest = page.split("</section>", 1)
        with Registry.open(sealed_folder, today=REGISTRY_DAY) as registry:
            for found in registry.platforms():
                for line in (c for c in found.channels if c.kind == "phone"):
                    shown = f"<bdi>{spaced(line.value)}</bdi>"
                    is_listed = is_good(found, line, REGISTRY_DAY)
                    assert shown in (published if is_listed else rest), (found.id, line.value)

    def test_each_page_with_something_to_dial_says_until_when(self, site: Path) -> None:
        for path, page in pages(site):
            assert "tel:" not in page or 'name="until"' in page, path

    def test_each_reported_number_links_its_removal(self, site: Path) -> None:
        page = (site / "en/numbers/12068063886/index.html").read_text("utf-8")
        assert "Do not dial: this number was seen posing as Coinbase" in page
        assert 'href="../../../en/removal/">Wrong about you or your number?</a>' in page
        removal = (site / "en/removal/index.html").read_text("utf-8")
        assert "maintainers@example.org" in removal
        assert "They ask for no identity papers and no money." in removal

    def test_the_sitemap_names_every_page_in_every_language(self, site: Path) -> None:
        space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
        root = ElementTree.fromstring((site / "sitemap.xml").read_bytes())  # noqa: S314  # made by us
        named = [element.text or "" for element in root.iter(f"{space}loc")]
        there = {str(path.parent.relative_to(site)) for path, _ in pages(site)} - {"."}
        assert {url.removeprefix(BASE).rstrip("/") for url in named} == there
        assert len(named) == len(set(named))
        links = {e.attrib["href"] for e in root.iter("{http://www.w3.org/1999/xhtml}link")}
        assert links == set(named)

    def test_canonical_and_other_languages(self, site: Path) -> None:
        page = (site / "zh-Hans/platforms/kraken/index.html").read_text("utf-8")
        here = "platforms/kraken/"
        assert f'<link rel="canonical" href="{BASE}zh-Hans/{here}">' in page
        for lang in languages():
            tag = tag_of(lang)
            assert f'hreflang="{tag}" href="{BASE}{tag}/{here}"' in page
        assert f'property="og:image" content="{BASE}assets/picture.png"' in page

    def test_structured_data_claims_nothing_beyond_the_registry(self, site: Path) -> None:
        kinds, phones = set[str](), set[str]()

        def walk(part: Any) -> None:
            if isinstance(part, list):
                for item in part:
                    walk(item)
            elif isinstance(part, dict):
                kinds.add(part["@type"])
                phones.update([part["telephone"]] if "telephone" in part else [])
                for value in part.values():
                    walk(value)

        dialled = set[str]()
        for path, page in pages(site / "en"):
            dialled.update(_TEL.findall(page) if "report" not in path.parts else ())
            if "ld+json" in page:
                walk(data_of(page))
        assert kinds == {"Organization", "ContactPoint", "WebPage"}
        assert phones <= dialled

    def test_every_form_of_a_name_can_be_found(self, site: Path) -> None:
        (path,) = site.glob("assets/names.*.json")
        names = json.loads(path.read_bytes())
        assert ["coinbase", "Coinbase"] in [row[:2] for row in names]
        assert all(form == form.lower() for row in names for form in row[2])


class TestBuild:
    def test_the_same_bytes_a_day_later_and_in_another_folder(
        self, small: Path, tmp_path: Path
    ) -> None:
        built(small, tmp_path / "one", base=BASE)
        built(small, tmp_path / "two", REGISTRY_DAY + dt.timedelta(days=1), base=BASE)
        assert files(tmp_path / "one") == files(tmp_path / "two")

    def test_only_what_changed_is_written(self, small: Path, tmp_path: Path) -> None:
        folder = tmp_path / "site"
        first = built(small, folder)
        assert (first.changed, first.removed) == (first.files, 0)
        assert built(small, folder).changed == 0
        (folder / "en/platforms/example/index.html").unlink()
        (folder / "robots.txt").write_text("something else")
        (folder / "of-somebody-else.txt").write_text("kept")
        (small / "reported/example.yaml").unlink()
        again = built(small, folder)
        gone = len(languages())
        assert again.removed == gone
        assert not (folder / "en/numbers" / US_OTHER[1:]).exists()
        assert (folder / "en/platforms/example/index.html").exists()
        assert (folder / "of-somebody-else.txt").read_text() == "kept"

    def test_a_folder_that_is_no_site_is_left_alone(self, small: Path, tmp_path: Path) -> None:
        (tmp_path / "letters").mkdir()
        (tmp_path / "letters/note.txt").write_text("mine")
        with pytest.raises(HotlineError, match="something else"):
            built(small, tmp_path / "letters")
        assert list(files(tmp_path / "letters")) == ["note.txt"]

    def test_a_list_of_files_that_was_tampered_with(self, tmp_path: Path) -> None:
        mine = tmp_path / "mine.txt"
        mine.write_text("mine")
        folder = tmp_path / "site"
        folder.mkdir()
        (folder / MANIFEST).write_text(json.dumps(["../mine.txt", str(mine)]))
        write_site(folder, [("index.html", b"x")])
        assert mine.read_text() == "mine"

    def test_old_evidence_is_not_dialled_nor_shown_to_robots(
        self, small: Path, tmp_path: Path
    ) -> None:
        built(small, tmp_path / "site", REGISTRY_DAY + dt.timedelta(days=400))
        for path, page in pages(tmp_path / "site"):
            assert "report" in path.parts or "tel:" not in page
            assert "telephone" not in page
        number = (tmp_path / f"site/en/numbers/{US_LINE[1:]}/index.html").read_text("utf-8")
        assert "Do not rely on it" in number

    def test_until_when_a_number_may_be_relied_on(self, small: Path, tmp_path: Path) -> None:
        built(small, tmp_path / "site")
        number = (tmp_path / f"site/en/numbers/{US_LINE[1:]}/index.html").read_text("utf-8")
        (last,) = re.findall('name="until" content="([^"]*)"', number)
        assert f"Do not rely on this page after {last}" in number
        disputed = (tmp_path / f"site/en/numbers/{GB_LINE[1:]}/index.html").read_text("utf-8")
        assert 'name="until"' not in disputed

    def test_without_an_address(self, small: Path, tmp_path: Path) -> None:
        built(small, tmp_path / "site")
        page = (tmp_path / "site/en/index.html").read_text("utf-8")
        assert "canonical" not in page
        assert "og:" not in page
        assert not (tmp_path / "site/sitemap.xml").exists()

    def test_the_picture(self, small: Path, tmp_path: Path) -> None:
        built(small, tmp_path / "site")
        data = (tmp_path / "site/assets/picture.png").read_bytes()
        assert data.startswith(b"\x89PNG\r\n\x1a\n")
        assert struct.unpack(">II", data[16:24]) == (1200, 630)

    @pytest.mark.parametrize(
        "base",
        [
            "example.org",
            "http://[::1",
            "https://example.org:99999/",
            "https://exa mple.org/",
            "https://user:secret@example.org/",
            "https://example.org/?",
            "ftp://example.org/",
            "",
        ],
    )
    def test_what_is_no_address_is_refused(
        self, program: Program, tmp_path: Path, base: str
    ) -> None:
        assert program("site", str(tmp_path / "site"), "--base-url", base) == 2
        assert f"{base} is no address of a site (write it like https://example.org/" in program.err
        assert program.err.count("\n") == 1
        assert not (tmp_path / "site").exists()

    def test_the_address_is_written_as_browsers_read_it(
        self, program: Program, monkeypatch: pytest.MonkeyPatch, small: Path, tmp_path: Path
    ) -> None:
        monkeypatch.setenv("HOTLINE_CHECK_REGISTRY", str(small))
        base = 'https://BÜCHER.example:443/a "b'
        assert program("site", str(tmp_path / "site"), "--base-url", base) == 0
        robots = (tmp_path / "site/robots.txt").read_text("utf-8")
        assert "Sitemap: https://xn--bcher-kva.example/a%20%22b/sitemap.xml\n" in robots


@pytest.mark.parametrize(
    ("value", "forms"),
    [
        ("+18889087930", ["+18889087930", "(888) 908-7930", "888-908-7930", "8889087930"]),
        ("2882", []),
    ],
)
def test_other_forms(value: str, forms: list[str]) -> None:
    assert other_forms(value) == forms
