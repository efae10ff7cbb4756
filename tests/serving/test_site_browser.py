"""The static site in a browser: names are found, numbers are not, old contacts lose their links."""

import re
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from hotline_check import Registry
from tests.entries import REGISTRY_DAY, US_LINE, phone, platform, write
from tests.extras import needs, needs_program

needs("jinja2", "serve")
needs("selenium", "serve")
needs_program("chromium", "chromium")
needs_program("chromedriver", "chromium-driver")

from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

from hotline_check.serving.site.build import build

pytestmark = pytest.mark.extra


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site whose contacts may be relied on for many years, and a page where they may not."""
    home = tmp_path_factory.mktemp("browser")
    registry = write(home / "registry", platform(channels=[phone(US_LINE)]))
    with Registry.open(registry, today=REGISTRY_DAY) as found:
        build(found, home / "site")
    page = home / "site/en/platforms/example/index.html"
    text = re.sub('(name="until" content=")[^"]*', r"\g<1>9999-01-01", page.read_text())
    assert "9999-01-01" in text
    page.write_text(text)
    old = page.parent.with_name("old")
    old.mkdir()
    (old / "index.html").write_text(text.replace("9999-01-01", "2001-01-01"))
    return home / "site"


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/en/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    options = webdriver.ChromeOptions()
    for option in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"):
        options.add_argument(option)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    found = webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))
    yield found
    found.quit()


def typed(browser: Any, text: str) -> tuple[list[str], str]:
    """The pages that the field offers for a text, and what it says."""
    field = browser.find_element(By.ID, "name")
    WebDriverWait(browser, 20).until(lambda _: field.is_displayed())
    field.clear()
    field.send_keys(text)
    links = browser.find_elements(By.CSS_SELECTOR, "[data-search] .choices a")
    said = browser.find_element(By.CSS_SELECTOR, "[data-search] [aria-live] p").text
    return [link.get_attribute("href") for link in links], said


def test_names_are_found_and_numbers_are_not(browser: Any, address: str) -> None:
    browser.get(address)
    assert typed(browser, "exam") == ([f"{address}platforms/example/"], "")
    for number in (US_LINE, "202 555 0123"):
        links, said = typed(browser, number)
        assert links == []
        assert "says nothing about a number" in said
    assert [entry for entry in browser.get_log("browser") if entry["level"] == "SEVERE"] == []


@pytest.mark.parametrize(("page", "is_dialled"), [("example", True), ("old", False)])
def test_old_contacts_lose_their_links(
    browser: Any, address: str, page: str, is_dialled: bool
) -> None:
    browser.get(f"{address}platforms/{page}/")
    links = browser.find_elements(By.CSS_SELECTOR, 'a[href^="tel:"]')
    assert bool(links) == is_dialled
    codes = browser.find_elements(By.CSS_SELECTOR, "details.code")
    assert bool(codes) == is_dialled
    assert US_LINE[-4:] in browser.find_element(By.ID, "main").text
