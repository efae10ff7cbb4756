"""The pages in a real browser: accessible, usable by keyboard and without scripts, small."""

import base64
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

import pytest

from tests.entries import US_LINE, US_OTHER
from tests.extras import needs, needs_program
from tests.serving.conftest import Running

needs("litestar", "serve")
needs("selenium", "extras-test")
needs_program("chromium", "chromium")
needs_program("chromedriver", "chromium-driver")

from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

pytestmark = pytest.mark.extra

# axe-core in a wheel, so that pip alone can fetch it; nothing else of that package is used.
AXE: Final = (
    "axe-playwright-python==0.1.8 "
    "--hash=sha256:fdd263c998388f1a8e67cad02677e612d946248bd44d163be5e8650ea31f95f8"
)
LANGUAGES: Final = ("en", "zh-Hans")
Browser = webdriver.Chrome
Opener = Callable[..., Browser]


@pytest.fixture(scope="session")
def axe(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The source of axe-core."""
    folder = tmp_path_factory.mktemp("axe")
    wanted = folder / "requirements.txt"
    wanted.write_text(AXE, "utf-8")
    options = ["--no-deps", "--only-binary=:all:", "--require-hashes", "--quiet"]
    subprocess.run(
        [sys.executable, "-m", "pip", "download", *options, "-d", str(folder), "-r", str(wanted)],
        check=True,
    )
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as opened:
        return opened.read("axe_playwright_python/axe.min.js").decode()


@pytest.fixture(scope="module")
def browse(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opener]:
    """Open a browser: width, colour scheme, with or without scripts."""
    opened: list[Browser] = []

    def start(width: int = 1000, scheme: str = "light", *, has_scripts: bool = True) -> Browser:
        options = webdriver.ChromeOptions()
        options.binary_location = "/usr/bin/chromium"
        profile = tmp_path_factory.mktemp("chromium")
        for word in ("headless=new", "no-sandbox", "disable-gpu", f"user-data-dir={profile}"):
            options.add_argument(f"--{word}")
        options.add_argument(f"--window-size={width},900")
        if width < 500:  # windows can't be as narrow as phones
            metrics = {"width": width, "height": 640, "pixelRatio": 1}
            options.add_experimental_option("mobileEmulation", {"deviceMetrics": metrics})
        service = webdriver.ChromeService(executable_path="/usr/bin/chromedriver")
        browser = webdriver.Chrome(options=options, service=service)
        media = {"features": [{"name": "prefers-color-scheme", "value": scheme}]}
        browser.execute_cdp_cmd("Emulation.setEmulatedMedia", media)
        if not has_scripts:
            # The pages have no other script. Chromedriver itself needs scripts to be allowed.
            browser.execute_cdp_cmd("Network.enable", {})
            browser.execute_cdp_cmd("Network.setBlockedURLs", {"urls": ["*.js"]})
        opened.append(browser)
        return browser

    yield start
    for browser in opened:
        browser.quit()


def css(browser: Browser, selector: str) -> Any:
    return browser.find_element(By.CSS_SELECTOR, selector)


def press(browser: Browser, selector: str, seconds: float = 20) -> None:
    """Press a button and wait for the next page."""
    button = css(browser, selector)
    button.click()
    WebDriverWait(browser, seconds).until(lambda _: is_gone(button))


def is_gone(element: Any) -> bool:
    from selenium.common.exceptions import WebDriverException

    try:
        element.tag_name  # noqa: B018  # asks the browser
    except WebDriverException:
        return True
    return False


def check(browser: Browser, base: str, text: str, platform: str = "", called: bool = False) -> None:
    browser.get(f"{base}/")
    css(browser, "#text").send_keys(text)
    css(browser, "#platform").send_keys(platform)
    if called:
        css(browser, "[name=they_called]").click()
    press(browser, "form.check button.main")


def every_page(browser: Browser, base: str) -> Iterator[str]:
    """Open one page of each kind after the other and give its name."""
    for path in (
        *("/", "/platforms/", "/platforms/example/", "/platforms/other/", "/platforms/silent/"),
        *("/platforms/example/sheet/", "/report/", "/report/gb/", "/called/", "/nothing"),
    ):
        browser.get(base + path)
        yield path
    for text, platform, called in (
        (US_LINE, "example", False),
        (US_LINE, "example", True),
        (US_OTHER, "", False),
        ("202 555 0123", "", False),
        (f"Example {US_LINE}, {US_OTHER}", "", False),
        ("", "", False),
    ):
        check(browser, base, text, platform, called)
        yield f"check {text} {platform} {called}"
    browser.get(f"{base}/called/")
    for number in range(7):
        press(browser, f"button[value={'no' if number % 2 else 'yes'}]")
    yield "the last question"
    css(browser, "#whom").send_keys("Example")
    css(browser, "#country").send_keys("GB")
    press(browser, "button[value=show]")
    yield "the plan"


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("width", "scheme"), [(1000, "light"), (320, "dark")])
def test_axe_finds_nothing_and_nothing_is_wider_than_the_screen(
    lang: str, width: int, scheme: str, server: Running, browse: Opener, axe: str
) -> None:
    browser = browse(width, scheme)
    for name in every_page(browser, f"{server.url}/{lang}"):
        browser.execute_script(axe)
        found = browser.execute_async_script(
            "axe.run(document, {resultTypes: ['violations']}).then(arguments[0])"
        )
        faults = [(v["id"], [n["html"] for n in v["nodes"]]) for v in found["violations"]]
        assert faults == [], name
        room = browser.execute_script("return document.documentElement.scrollWidth - innerWidth")
        assert room <= 0, name


@pytest.mark.parametrize("width", [1000, 320])
def test_nothing_moves_and_no_script_blocks(width: int, server: Running, browse: Opener) -> None:
    browser = browse(width)
    for name in every_page(browser, f"{server.url}/en"):
        shift = browser.execute_async_script(
            "const done = arguments[0]; let sum = 0;"
            "new PerformanceObserver(l => l.getEntries().forEach(e => sum += e.value))"
            ".observe({type: 'layout-shift', buffered: true}); setTimeout(() => done(sum), 300);"
        )
        assert shift == 0, name
        scripts = browser.find_elements(By.TAG_NAME, "script")
        assert all(script.get_attribute("defer") for script in scripts)
        loaded = browser.execute_script(
            "return performance.getEntries().filter(e => e.decodedBodySize)"
            ".map(e => [e.name, e.decodedBodySize])"
        )
        assert all(address.startswith(server.url) for address, _ in loaded)
        assert len(loaded) >= 2, "the page and its style sheet"
        assert sum(size for _, size in loaded) < 50_000, name


def test_short_and_long_pages_begin_at_the_same_place(server: Running, browse: Opener) -> None:
    """A page that outgrows the window while it is loaded must not move for a scroll bar."""
    browser = browse(1_000)
    long, places = set(), set()
    for path in ("/en/", "/en/nothing", "/en/called/"):
        browser.get(server.url + path)
        root = "document.documentElement"
        long.add(browser.execute_script(f"return {root}.scrollHeight > {root}.clientHeight"))
        places.add(css(browser, ".top").rect["x"])
    assert long == {True, False}
    assert len(places) == 1


def test_the_keyboard_alone_is_enough(server: Running, browse: Opener) -> None:
    browser = browse()
    browser.get(f"{server.url}/en/")

    def keys(*pressed: str) -> None:
        webdriver.ActionChains(browser).send_keys(*pressed).perform()

    def tab_to(wanted: Callable[[Any], bool]) -> None:
        for _ in range(60):
            keys(Keys.TAB)
            focused = browser.switch_to.active_element
            if wanted(focused):
                outline = focused.value_of_css_property("outline-style")
                assert outline != "none", "where the focus is can be seen"
                return
        raise AssertionError("not reached")

    def follow(key: str = Keys.ENTER) -> None:
        focused = browser.switch_to.active_element
        keys(key)
        WebDriverWait(browser, 20).until(lambda _: is_gone(focused))

    keys(Keys.TAB)
    assert browser.switch_to.active_element.get_attribute("class") == "skip"
    tab_to(lambda e: e.get_attribute("id") == "text")
    keys(US_LINE)
    tab_to(lambda e: e.get_attribute("id") == "platform")
    keys("Example", Keys.TAB, Keys.SPACE)  # they called
    tab_to(lambda e: e.tag_name == "button")
    follow()
    assert css(browser, "h1").text.startswith("Hang up")
    tab_to(lambda e: e.text == "I already talked to them")
    follow()
    for answer in ("no", "no", "unsure", "no", "no", "no", "yes"):
        tab_to(lambda e, answer=answer: e.get_attribute("value") == answer)  # type: ignore[misc]  # mypy infers no defaults of lambdas
        follow(Keys.SPACE)
    tab_to(lambda e: e.get_attribute("id") == "whom")
    keys("Example")
    tab_to(lambda e: e.get_attribute("value") == "show")
    follow()
    assert "a seed phrase" in css(browser, "main").text
    assert css(browser, "a[href='mailto:fraud@example.com']").is_displayed()


def test_everything_works_without_scripts(server: Running, browse: Opener) -> None:
    browser = browse(375, has_scripts=False)
    names = list(every_page(browser, f"{server.url}/en"))
    assert names[-1] == "the plan"
    assert "Lock" in css(browser, "main").text or "Watch" in css(browser, "main").text
    assert "Example" not in browser.current_url
    assert css(browser, "[data-print]").get_dom_attribute("hidden") is not None


def test_nothing_that_was_typed_is_in_an_address(server: Running, browse: Opener) -> None:
    browser = browse()
    check(browser, f"{server.url}/en", US_OTHER, "Example")
    assert browser.current_url == f"{server.url}/en/check"
    browser.get(f"{server.url}/en/platforms/")
    css(browser, "#name").send_keys("example.com")
    press(browser, "main button")
    assert browser.current_url == f"{server.url}/en/platforms/example/"
    assert browser.get_cookies() == []


PASTE = """
const [bytes, field] = [Uint8Array.from(atob(arguments[0]), (c) => c.charCodeAt(0)), arguments[1]];
const clipboardData = new DataTransfer();
clipboardData.items.add(new File([bytes], "a.png", {type: "image/png"}));
field.dispatchEvent(new ClipboardEvent("paste", {clipboardData, bubbles: true}));
"""


@pytest.mark.parametrize("has_scripts", [True, False])
def test_a_screenshot_is_chosen_or_pasted(
    has_scripts: bool, server: Running, browse: Opener, tmp_path: Path
) -> None:
    needs("rapidocr", "pictures")
    from tests.reading.documents.images import drawn, saved

    picture = tmp_path / "a.png"
    picture.write_bytes(saved(drawn("Example support: +1 202 555 0123")))
    browser = browse(has_scripts=has_scripts)
    browser.get(f"{server.url}/en/")
    if has_scripts:
        encoded = base64.b64encode(picture.read_bytes()).decode()
        browser.execute_script(PASTE, encoded, css(browser, "#text"))
    else:
        css(browser, "#picture").send_keys(str(picture))
    assert css(browser, "#picture").get_attribute("value").endswith("a.png")
    press(browser, "form.check button.main", 100)
    assert css(browser, ".headline").text.startswith("Cannot tell: read from a picture")
    assert "+1 202-555-0123" in css(browser, ".read").text
    assert browser.current_url == f"{server.url}/en/check"
