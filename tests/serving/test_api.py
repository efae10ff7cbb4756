"""The HTTP API: the program's own answers, and problems that say what to do."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.entries import GB_LINE, US_LINE, US_OTHER
from tests.extras import needs
from tests.serving.conftest import Running

needs("litestar", "serve")
needs("uvicorn", "serve")
needs("httpx", "serve")

import httpx

pytestmark = pytest.mark.extra

ROOT = Path(__file__).parents[2]
SCHEMA = json.loads((ROOT / "docs" / "schemas" / "verdict.json").read_text("utf-8"))
TEXTS = (
    US_LINE,
    US_OTHER,
    GB_LINE,
    "+1 202 555 0124",
    "example.com/login",
    "examp1e.com",
    "help@example.com",
    "Example support: +1 202 555 0123 or help@example.net",
    "12",
    "not a contact",
)


def post(server: Running, path: str, **body: Any) -> httpx.Response:
    return httpx.post(f"{server.url}{path}", json=body, timeout=30)


def problem(response: httpx.Response, status: int, code: str) -> None:
    assert response.status_code == status, response.text
    assert response.headers["content-type"] == "application/problem+json"
    body = response.json()
    assert body.keys() == {"type", "title", "status", "detail", "code"}
    assert (body["status"], body["code"]) == (status, code)
    assert body["type"] == f"urn:hotline-check:problem:{code}"


@pytest.mark.parametrize("platform", [None, "example", "silent", "nobody at all"])
def test_a_check_gives_what_the_program_prints(server: Running, platform: str | None) -> None:
    named = ["-p", platform] if platform else []
    environment = {**os.environ, "HOTLINE_CHECK_REGISTRY": str(server.registry)}
    printed = subprocess.run(
        [sys.executable, "-m", "hotline_check", "check", "--format", "json", *named, "-"],
        input="\n".join(TEXTS),
        capture_output=True,
        text=True,
        env=environment,
        check=False,
    )
    wanted = [json.loads(line) for line in printed.stdout.splitlines()]
    answers = [post(server, "/v1/check", text=text, platform=platform).json() for text in TEXTS]
    found = [verdict for answer in answers for verdict in answer["verdicts"]]
    for verdict in [*wanted, *found]:
        jsonschema.validate(verdict, SCHEMA)
        verdict["registry"].pop("source")  # a server does not say where its folder is
    assert found == wanted
    assert 1 in {answer["exit"] for answer in answers}


def test_a_listed_number_is_listed_and_a_caller_is_not(server: Running) -> None:
    listed = post(server, "/v1/check", text=US_LINE, platform="example").json()
    assert (listed["exit"], listed["verdicts"][0]["status"]) == (0, "listed")
    called = post(server, "/v1/check", text=US_LINE, direction="they-called").json()
    assert (called["exit"], called["verdicts"][0]["level"]) == (3, "warning")
    hidden = post(server, "/v1/check", text="", direction="they-called").json()
    assert hidden["exit"] != 0


def test_sentences_come_in_the_language_asked_for(server: Running) -> None:
    answer = post(server, "/v1/check", text=US_OTHER, platform="example", lang="zh").json()
    assert "Example" in answer["verdicts"][0]["headline"]
    assert not answer["verdicts"][0]["headline"].isascii()


def test_a_scan_gives_every_contact_and_its_place(server: Running) -> None:
    page = f"<p>Example: <a href='tel:{US_OTHER}'>{US_LINE}</a></p><script>x()</script>"
    answer = post(server, "/v1/scan", text=f"<!DOCTYPE html>{page}").json()
    assert answer["summary"]["exit"] == 1
    assert [r["at"]["line"] for r in answer["results"] if "at" in r]


def test_platforms_and_public_bodies_can_be_looked_up(server: Running) -> None:
    everything = httpx.get(f"{server.url}/v1/platforms").json()
    assert [p["id"] for p in everything["platforms"]] == ["example", "other", "silent"]
    example = httpx.get(f"{server.url}/v1/platforms/example").json()
    line = next(c for c in example["channels"] if c["kind"] == "phone")
    assert (line["value"], line["state"], line["opening"]["open"]) == (US_LINE, "good", True)
    other = httpx.get(f"{server.url}/v1/platforms/other").json()
    assert [c["state"] for c in other["channels"]] == ["stale"]
    bodies = httpx.get(f"{server.url}/v1/authorities/gb").json()
    assert [b["weak"] for b in bodies["authorities"]] == [False, True]
    assert httpx.get(f"{server.url}/v1/authorities/FR").json()["authorities"] == []


def test_what_cannot_be_answered_is_a_problem(server: Running) -> None:
    url = server.url
    problem(post(server, "/v1/check", text=" "), 400, "nothing-given")
    problem(post(server, "/v1/check", text="12", lang="xx"), 400, "no-such-language")
    problem(post(server, "/v1/check", text="12", region="Germny"), 400, "no-such-region-near")
    problem(post(server, "/v1/check", text="12", surplus=1), 400, "bad-request")
    problem(post(server, "/v1/check"), 400, "bad-request")
    problem(post(server, "/v1/check", text="1" * 20_001), 400, "bad-request")
    problem(post(server, "/v1/check", text="1" * 200_000), 413, "text-too-long")
    problem(httpx.post(f"{url}/v1/check", content=b"{"), 400, "bad-request")
    problem(httpx.get(f"{url}/v1/platforms/nobody"), 404, "no-such-platform")
    problem(httpx.get(f"{url}/v1/platforms/Example"), 404, "no-such-platform")
    problem(httpx.get(f"{url}/v1/authorities/xx"), 404, "no-such-region")
    problem(httpx.get(f"{url}/v1/nothing"), 404, "no-such-page")
    refused = httpx.get(f"{url}/v1/check")
    problem(refused, 405, "no-such-method")
    assert "POST" in refused.headers["allow"]


def test_the_description_is_openapi_3_1_with_every_operation(server: Running) -> None:
    described = httpx.get(f"{server.url}/v1/openapi.json").json()
    assert described["openapi"].startswith("3.1")
    assert described["paths"].keys() == {
        "/v1/check",
        "/v1/scan",
        "/v1/platforms",
        "/v1/platforms/{platform_id}",
        "/v1/authorities/{country}",
    }


def test_health_and_counts_say_nothing_of_what_was_asked(server: Running) -> None:
    health = httpx.get(f"{server.url}/health").json()
    assert health["status"] == "ok"
    post(server, "/v1/check", text=US_LINE, platform="example")
    httpx.get(f"{server.url}/en/platforms/example/")
    httpx.get(f"{server.url}/en/zzz-{US_LINE}")
    text = httpx.get(f"{server.url}/metrics").text
    assert 'hotline_verdicts_total{status="listed"}' in text
    assert 'route="/v1/check"' in text
    assert 'route="/{tag}/platforms/{platform_id}"' in text
    for typed in (US_LINE, US_LINE[1:], "example", "zzz"):
        assert typed not in text


def test_a_foreign_host_name_is_refused(server: Running) -> None:
    for name in ("evil.example.net", "", "127.0.0.1.evil.example.net", "169.254.169.254"):
        answer = httpx.get(f"{server.url}/v1/platforms", headers={"host": name})
        assert answer.status_code in {400, 421}
    page = httpx.get(f"{server.url}/en/", headers={"host": "evil.example.net"})
    assert page.status_code == 421
    assert "text/html" in page.headers["content-type"]
    assert httpx.get(f"{server.url}/en/", headers={"host": "LOCALHOST:1"}).status_code == 200
