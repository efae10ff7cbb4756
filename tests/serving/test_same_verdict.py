"""The same contact gets the same verdict everywhere, over the screens of the documents."""

import html
import importlib.util
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from hotline_check import Registry, record
from tests.conftest import Clock, Program
from tests.extras import needs

needs("litestar", "serve")
needs("httpx", "serve")
needs("mcp", "mcp")

from litestar.testing import TestClient

from hotline_check.serving.mcp.tools import check_contact
from hotline_check.serving.web.app import make_app
from hotline_check.serving.web.settings import settings

pytestmark = [
    pytest.mark.extra,
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),  # of Litestar 3
]

ROOT = Path(__file__).parents[2]
Answer = list[dict[str, Any]]


class Asked(NamedTuple):
    """What a person gives."""

    contact: str
    platform: str | None
    region: str | None
    they_called: bool


def screens() -> Any:
    spec = importlib.util.spec_from_file_location("make", ROOT / "docs" / "screens" / "make.py")
    assert spec is not None
    assert spec.loader is not None
    make = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(make)
    return make


MAKE = screens()
CHECKS = {name: typed for name, typed in MAKE.SCREENS.items() if typed[0] == "check"}


def asked(typed: tuple[str, ...]) -> Asked:
    def value(*names: str) -> str | None:
        return next((typed[typed.index(name) + 1] for name in names if name in typed), None)

    return Asked(
        contact=typed[1],
        platform=value("-p", "--platform"),
        region=value("-r", "--region"),
        they_called="--they-called" in typed,
    )


def plain(answer: Answer) -> Answer:
    """Without where the registry lies, which is nobody's business on a page."""
    for verdict in answer:
        verdict["registry"].pop("source")
    return answer


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient[Any]]:
    app: Any = make_app(settings("127.0.0.1", [], 0, []))
    with TestClient(app, base_url="http://127.0.0.1:8417") as found:
        yield found


@pytest.mark.parametrize("name", CHECKS)
def test_the_same_verdict(
    name: str, program: Program, clock: Clock, sealed_folder: Path, client: TestClient[Any]
) -> None:
    clock.set(MAKE.DAYS.get(name, MAKE.NOW).date())
    given = asked(CHECKS[name])
    direction: Any = "they-called" if given.they_called else "dialling"

    code = program(*CHECKS[name], "--format", "json")
    printed = plain([json.loads(line) for line in program.out.splitlines()])
    assert printed[0]["exit"] == code

    with Registry.open(sealed_folder) as registry:
        found = registry.check(
            given.contact, platform=given.platform, region=given.region, direction=direction
        )
    assert plain([record(verdict) for verdict in found]) == printed

    body = {"text": given.contact, "platform": given.platform, "region": given.region}
    api = client.post("/v1/check", json={**body, "direction": direction})
    assert plain(api.json()["verdicts"]) == printed

    tool = check_contact(given.contact, given.platform, given.region, given.they_called)
    assert tool.structured_content is not None
    assert plain(tool.structured_content["verdicts"]) == printed

    form = {"text": given.contact, "platform": given.platform, "country": given.region}
    form = {key: value for key, value in form.items() if value}
    if given.they_called:
        form["they_called"] = "yes"
    page = client.post("/en/check", data=form)
    assert page.status_code == 200
    assert f'<article class="card {printed[0]["level"]}">' in page.text
    assert printed[0]["headline"] in html.unescape(page.text)
