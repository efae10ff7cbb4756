"""The MCP server, asked by the SDK's own client: in this process, over stdio and over HTTP."""

import json
import re
import socket
import subprocess
import sys
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.extras import needs

needs("mcp", "mcp")

import anyio
import httpx
import jsonschema
from mcp import Client, MCPError, StdioServerParameters, stdio_client

from hotline_check import Registry
from hotline_check.registry.freshness import is_good
from hotline_check.registry.models import Channel
from hotline_check.serving.mcp.server import make_server
from hotline_check.serving.mcp.tools import list_channels
from hotline_check.wording.terms.phone_format import spaced
from tests.conftest import ENVIRONMENT, Clock
from tests.entries import REGISTRY_DAY

pytestmark = pytest.mark.extra

ROOT = Path(__file__).parents[2]
LISTED = "+1 888 908 7930"
PLANTED = "+1 206 806 3886"
NOBODYS = "+1 202 555 0147"
TOOLS = {"check_contact", "scan_text", "list_channels", "find_platform", "where_to_report"}


@pytest.fixture(autouse=True)
def bundled_registry(sealed_folder: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: ARG001  # tools judge on REGISTRY_DAY
    monkeypatch.setenv(ENVIRONMENT, str(sealed_folder))


def asked(question: Callable[[Client], Awaitable[Any]], at: Any = None) -> Any:
    """The answer to one question, of the server in this process unless another is given."""

    async def ask() -> Any:
        async with Client(at if at is not None else make_server()) as client:
            return await question(client)

    return anyio.run(ask)


def call(tool: str, at: Any = None, **arguments: Any) -> dict[str, Any]:
    """What a tool answers, as data that fits the schema the tool was announced with."""

    async def ask(client: Client) -> dict[str, Any]:
        schema: Any = next(
            t.output_schema for t in (await client.list_tools()).tools if t.name == tool
        )
        result: Any = await client.call_tool(tool, arguments)
        assert not result.is_error, result.content
        assert result.content[0].text.strip()
        jsonschema.validate(result.structured_content, schema)
        return {**result.structured_content, "text": result.content[0].text}

    found: dict[str, Any] = asked(ask, at)
    return found


def test_what_the_server_says_of_itself() -> None:
    async def ask(client: Client) -> Any:
        return client.instructions, (await client.list_tools()).tools

    instructions, tools = asked(ask)
    assert {tool.name for tool in tools} == TOOLS
    for tool in tools:
        assert tool.title
        assert tool.description
        assert tool.output_schema["type"] == "object"
        assert tool.annotations.read_only_hint is True
        assert tool.annotations.destructive_hint is False
        assert tool.annotations.open_world_hint is False
        assert all(p.get("description") for p in tool.input_schema["properties"].values())
    for rule in ('status "listed"', "name the page", "date", "Hang up", "they_called=true", "safe"):
        assert rule in instructions


class TestCheck:
    def test_listed_with_page_and_date(self) -> None:
        found = call("check_contact", contact=LISTED, platform="coinbase")
        assert (found["worst"], found["verdicts"][0]["status"]) == ("listed", "listed")
        assert found["verdicts"][0]["sightings"][0]["url"].startswith("https://help.coinbase.com/")
        assert found["text"].startswith("Listed: Coinbase publishes")
        assert "seen 2026-11-29" in found["text"]

    def test_a_planted_number(self) -> None:
        found = call("check_contact", contact=PLANTED, platform="coinbase")
        assert (found["worst"], found["verdicts"][0]["status"]) == ("danger", "reported")
        assert {way["kind"] for way in found["verdicts"][0]["instead"]} >= {"phone", "email"}

    def test_the_listed_number_that_called(self) -> None:
        found = call("check_contact", contact=LISTED, platform="coinbase", they_called=True)
        assert found["worst"] != "listed"
        assert "Hang up" in found["text"].splitlines()[0]

    def test_several_come_worst_first(self) -> None:
        found = call("check_contact", contact=f"{LISTED}, {PLANTED}")
        assert [v["level"] for v in found["verdicts"]] == ["danger", "listed"]

    def test_another_language(self) -> None:
        found = call("check_contact", contact=PLANTED, platform="coinbase", lang="zh")
        assert "不要拨打" in found["text"]

    @pytest.mark.parametrize(
        "arguments",
        [{"region": "Germny"}, {"lang": "tlh"}, {"contact": "1" * 2_001}, {"platform": "x" * 300}],
    )
    def test_what_can_be_mended_is_said(self, arguments: dict[str, str]) -> None:
        async def ask(client: Client) -> Any:
            return await client.call_tool("check_contact", {"contact": "1", **arguments})

        result = asked(ask)
        assert result.is_error
        assert len(result.content[0].text) > 20


class TestScan:
    def test_a_message(self) -> None:
        message = f"Coinbase support: {PLANTED}\nor type help.coinbase.com yourself\n"
        found = call("scan_text", text=message)
        assert [c["status"] for c in found["contacts"]] == ["reported", "listed"]
        assert message[found["contacts"][0]["at"]["start"] :].startswith(PLANTED)
        assert (found["worst"], found["exit"], found["not_shown"]) == ("danger", 1, 0)

    def test_listed_is_not_said_of_what_was_not_all_read(self) -> None:
        page = '<html><p>help.coinbase.com</p><script>document.write("x")</script>'
        found = call("scan_text", text=page)
        assert found["contacts"][0]["status"] == "listed"
        assert (found["worst"], found["everything_read"]) == ("warning", False)
        assert found["not_read"]

    def test_nothing_found(self) -> None:
        assert call("scan_text", text="Good morning.")["worst"] == "nothing-found"

    def test_what_nobody_claims_is_counted(self) -> None:
        found = call("scan_text", text="Write to bob@example.net.")
        assert (found["contacts"], found["not_shown"], found["worst"]) == ([], 1, "warning")

    def test_many_are_cut(self) -> None:
        hosts = "\n".join(f"coinbase-support{n}.com" for n in range(80))
        found = call("scan_text", text=hosts)
        assert (len(found["contacts"]), found["not_shown"]) == (50, 30)


class TestChannels:
    def test_with_pages(self) -> None:
        found = call("list_channels", platform="Coinbase", kind="phone", region="US")
        assert "+18889087930" in [channel["value"] for channel in found["channels"]]
        assert all(channel["sightings"] for channel in found["channels"])
        assert found["says"] == ["It publishes phone lines."]

    def test_a_platform_without_a_line(self) -> None:
        found = call("list_channels", platform="binance", kind="phone")
        assert (found["channels"], found["phone_policy"]) == ([], "none")
        assert "binance.com" in found["find_it_yourself"][0]

    def test_a_misspelt_name(self) -> None:
        async def ask(client: Client) -> Any:
            return await client.call_tool("list_channels", {"platform": "coinbaze"})

        result = asked(ask)
        assert result.is_error
        assert "did you mean Coinbase" in result.content[0].text

    def test_whatever_is_given_out_is_listed_and_nothing_else_is_named(
        self, sealed_folder: Path
    ) -> None:
        """Over the whole registry: an assistant may repeat everything that it reads here."""
        with Registry.open(sealed_folder, today=REGISTRY_DAY) as registry:
            for platform in registry.platforms():
                result = list_channels(platform.id)
                content: Any = result.content[0]
                plain: Any = result.structured_content
                given = {(c["kind"], c["value"]) for c in plain["channels"]}
                for channel in platform.channels:
                    is_given = (channel.kind, channel.value) in given
                    assert is_given == is_good(platform, channel, REGISTRY_DAY)
                    if is_given and channel.kind == "phone":
                        assert _status(registry, platform.id, channel) == "listed"
                    elif not is_given and channel.kind == "phone":
                        assert spaced(channel.value) not in content.text, platform.id


def _status(registry: Registry, platform: str, channel: Channel) -> str:
    region = None if channel.value.startswith("+") else channel.regions[0]
    (verdict,) = registry.check(channel.value, platform=platform, region=region)
    return verdict.status


class TestLookUps:
    @pytest.mark.parametrize("query", ["Coinbase", "coinb", "https://help.coinbase.com/en"])
    def test_a_platform(self, query: str) -> None:
        found = call("find_platform", query=query)
        assert "coinbase" in [platform["id"] for platform in found["platforms"]]

    def test_no_platform(self) -> None:
        found = call("find_platform", query="coinbaze")
        assert (found["platforms"], "Coinbase" in found["near"]) == ([], True)
        assert call("find_platform", query="zzzzzzzzzz")["near"] == []

    def test_all_platforms_are_cut(self) -> None:
        found = call("find_platform", query="")
        assert (len(found["platforms"]), found["more"] > 100) == (50, True)

    def test_where_to_report(self) -> None:
        found = call("where_to_report", country="United Kingdom")
        assert found["authorities"][0]["sightings"][0]["seen"]
        assert len(found["advice"]) == 2
        assert call("where_to_report", country="LT")["authorities"] == []


async def _read(client: Client, uri: str) -> str:
    content: Any = (await client.read_resource(uri)).contents[0]
    return str(content.text)


class TestGuides:
    def test_the_prompt(self) -> None:
        async def ask(client: Client) -> Any:
            (prompt,) = (await client.list_prompts()).prompts
            given = {"contact": PLANTED, "platform": "Coinbase", "they_called": "yes"}
            return prompt, await client.get_prompt(prompt.name, given)

        prompt, result = asked(ask)
        assert prompt.title == "Is this support number real?"
        text = result.messages[0].content.text
        assert all(part in text for part in (PLANTED, "Coinbase", "They called", "check_contact"))

    def test_every_listed_resource(self) -> None:
        async def ask(client: Client) -> list[str]:
            found = (await client.list_resources()).resources
            return [await _read(client, resource.uri) for resource in found]

        texts = asked(ask)
        assert len(texts) == 4
        assert all(text.startswith("# ") and len(text) > 300 for text in texts)
        assert "Hang up now" in texts[0]

    @pytest.mark.parametrize(
        ("uri", "part"),
        [
            ("hotline-check://zh/call-sheet/coinbase", "Coinbase"),
            ("hotline-check://en/call-sheet/kraken", "We know no number to dial"),
            ("hotline-check://en/after-a-call/GB", "Report it in the United Kingdom"),
        ],
    )
    def test_templates(self, uri: str, part: str) -> None:
        assert part in asked(lambda client: _read(client, uri))

    def test_no_such_sheet(self) -> None:
        async def ask(client: Client) -> None:
            with pytest.raises(MCPError, match="did you mean Coinbase"):
                await client.read_resource("hotline-check://en/call-sheet/coinbaze")

        asked(ask)


@contextmanager
def served(folder: Path, *arguments: str) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """A server over HTTP: its address, and the process."""
    command = [sys.executable, "-m", "hotline_check", "mcp", "--http", "--port", "0", *arguments]
    with subprocess.Popen(
        command,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={ENVIRONMENT: str(folder)},
    ) as process:
        assert process.stderr is not None
        try:
            yield process.stderr.readline().strip(), process
        finally:
            process.terminate()


def stdio(folder: Path, log: Any) -> Any:
    """A transport that starts the server as an assistant does."""
    parameters = StdioServerParameters(
        command=sys.executable,
        args=["-m", "hotline_check", "mcp"],
        env={ENVIRONMENT: str(folder)},
        cwd=ROOT,
    )
    return stdio_client(parameters, errlog=log)


def test_over_stdio(sealed_folder: Path, tmp_path: Path) -> None:
    """And nothing that was asked is logged."""
    log = tmp_path / "log"
    with log.open("w") as errors:
        found = call("check_contact", stdio(sealed_folder, errors), contact=PLANTED)
        assert found["verdicts"][0]["status"] == "reported"

        async def wrong(client: Client) -> Any:
            return await client.call_tool("check_contact", {"contact": NOBODYS, "region": "Germny"})

        assert asked(wrong, stdio(sealed_folder, errors)).is_error
    assert log.read_text() == ""


def test_over_http(sealed_folder: Path) -> None:
    with served(sealed_folder) as (address, process):
        found = call("check_contact", address, contact=PLANTED)
        assert found["verdicts"][0]["status"] == "reported"
        assert {t.name for t in asked(lambda c: c.list_tools(), address).tools} == TOOLS
        process.terminate()
        out, err = process.communicate(timeout=10)
    assert (out, err) == ("", "")


def test_over_http_only_for_known_hosts_and_small_requests(sealed_folder: Path) -> None:
    body = {"jsonrpc": "2.0", "id": 1, "method": "ping"}
    accept = {"Accept": "application/json, text/event-stream", "Content-Type": "application/json"}
    with (
        served(sealed_folder, "--allow-host", "check.example.org") as (address, _),
        httpx.Client(headers=accept) as client,
    ):

        def status(**headers: str) -> int:
            return client.post(address, json=body, headers=headers).status_code

        assert status() < 400
        assert status(Host="check.example.org") < 400
        assert status(Host="evil.example.com") == 421
        assert status(Origin="https://evil.example.com") == 403
        big = json.dumps({**body, "params": {"text": "x" * 1_000_001}})
        assert client.post(address, content=big).status_code == 413


def test_a_port_in_use(sealed_folder: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        done = subprocess.run(
            [sys.executable, "-m", "hotline_check", "mcp", "--http", "--port", port],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
            env={ENVIRONMENT: str(sealed_folder)},
        )
    assert (done.returncode, done.stdout) == (2, "")
    assert re.fullmatch(
        rf"hotline-check: can't listen on 127\.0\.0\.1 port {port}: .*\n", done.stderr
    )
