import datetime as dt
import socket
import ssl
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import dns.message
import dns.rcode
import dns.resolver
import dns.rrset
import msgspec
import pytest

from hotline_check.registry.models import Channel, Platform, Sighting
from hotline_check.upkeep.confirm.journal import Memory
from hotline_check.upkeep.confirm.models import Report
from hotline_check.upkeep.confirm.plan import plan
from hotline_check.upkeep.confirm.proof import (
    Lookup,
    ask_dns,
    in_dns,
    proving_domains,
)
from hotline_check.upkeep.confirm.run import Tools, confirm
from hotline_check.upkeep.web.fetch import Fetcher, Limits
from hotline_check.wording.screens.registry.confirm import report_lines, report_markdown
from hotline_check.wording.text.catalogue import words
from tests.upkeep.confirm.test_run import DAY, HELP, QUICK, platform, registry
from tests.upkeep.conftest import find
from tests.upkeep.loopback import Site, serving
from tests.upkeep.test_live import LONG, PHONE, channel

FILE = "example.com/.well-known/hotline-check.json"
NAME = "_hotline-check.example.com"


@pytest.fixture
def secure(certificate: Path) -> Iterator[tuple[Site, ssl.SSLContext]]:
    server_side = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server_side.load_cert_chain(certificate)
    with serving(server_side) as site:
        yield site, ssl.create_default_context(cafile=str(certificate))


def run(
    secure: tuple[Site, ssl.SSLContext],
    folder: Path,
    *channels: Channel,
    lookup: Lookup | None = lambda _: [],
) -> Report:
    site, tls = secure
    limits = Limits(connect=1, read=1, total=1)

    tools = Tools(
        fetcher=lambda hold: Fetcher(limits=limits, resolve=site.resolve, hold=hold, tls=tls),
        lookup=lookup,
        find=find,
        manners=QUICK,
    )
    with Memory(folder / "state.jsonl") as memory:
        report = confirm(registry(platform(*channels)), memory, lambda: DAY, tools=tools)
        memory.finish()
        return report


LISTED = channel("phone", PHONE, HELP.replace("http:", "https:"))


def serve_proof(site: Site, text: str, kind: str = "application/json") -> None:
    site.page(FILE, text, Content_Type=kind)


def test_a_well_known_file_confirms_what_it_names(
    secure: tuple[Site, ssl.SSLContext], tmp_path: Path
) -> None:
    serve_proof(
        secure[0],
        '{"version": 1, "channels": [{"kind": "phone", "value": "+1 (202) 555-0100"},'
        '{"kind": "email", "value": "Help@example.com"}, {"kind": "fax", "value": "1"},'
        '{"kind": "phone", "value": "ring us"}], "comment": "whatever"}',
    )
    report = run(secure, tmp_path, LISTED)
    (each,) = report.confirmed
    assert (each.sighting.how, each.sighting.url) == ("owner-proof", f"https://{FILE}")
    assert each.new_page
    (other,) = report.candidates
    assert (other.kind, other.value, other.where) == ("email", "help@example.com", "owner-proof")


def test_dns_records_confirm_what_they_name(
    secure: tuple[Site, ssl.SSLContext], tmp_path: Path
) -> None:
    def lookup(name: str) -> list[str]:
        records = [f"v=hotline-check1; phone={PHONE}", "v=spf1 -all", "phone=+12025550111"]
        return records if name == NAME else []

    (each,) = run(secure, tmp_path, LISTED, lookup=lookup).confirmed
    assert (each.sighting.how, each.sighting.url) == ("owner-proof", f"https://{NAME}/")


def test_an_owners_proof_outweighs_a_page_that_misses_it(
    secure: tuple[Site, ssl.SSLContext], tmp_path: Path
) -> None:
    secure[0].page("example.com/help", LONG)
    assert run(secure, tmp_path, LISTED).missed
    proved = run(secure, tmp_path, LISTED, lookup=lambda _: [f"v=hotline-check1; phone={PHONE}"])
    assert not proved.missed


def test_without_a_resolver_dns_proofs_are_reported_as_not_looked_up(
    secure: tuple[Site, ssl.SSLContext], tmp_path: Path
) -> None:
    secure[0].page("example.com/help", LONG)
    asked = run(secure, tmp_path, LISTED)
    assert not asked.has_skipped_dns
    skipped = run(secure, tmp_path, LISTED, lookup=None)
    assert skipped.has_skipped_dns
    assert skipped.missed, "its page was read, and no owner ever named it in DNS"
    proved = Sighting(
        url=f"https://{NAME}/", seen=DAY.date(), how="owner-proof", source_kind="operator"
    )
    named = msgspec.structs.replace(LISTED, sightings=(*LISTED.sightings, proved))
    report = run(secure, tmp_path, named, lookup=None)
    assert not report.missed
    assert [c.value for c in report.unconfirmed] == [PHONE]
    for said in (
        "\n".join(line.text for line in report_lines(report, words("en"))),
        report_markdown(report, words("en")),
    ):
        assert "Owner proofs in DNS were not looked up" in said
        assert "hotline-check[maintain]" in said


def test_a_run_asks_dns_only_where_the_package_for_it_is_installed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert Tools().lookup is ask_dns
    monkeypatch.setitem(sys.modules, "dns", None)
    assert Tools().lookup is None


@pytest.mark.parametrize(
    ("text", "kind", "codes"),
    [
        ("{", "application/json", ["bad-proof"]),
        ('{"version": 2, "channels": []}', "application/json", ["bad-proof"]),
        ('{"version": 1, "channels": {}}', "application/json", ["bad-proof"]),
        ("[" * 50_000, "application/json", ["bad-proof"]),
        (f"<p>{LONG}</p>", "text/html", []),
    ],
)
def test_a_file_that_cannot_be_understood(
    text: str,
    kind: str,
    codes: list[str],
    secure: tuple[Site, ssl.SSLContext],
    tmp_path: Path,
) -> None:
    secure[0].page("example.com/help", f"<p>{PHONE}</p>{LONG}")
    serve_proof(secure[0], text, kind)
    report = run(secure, tmp_path, LISTED)
    assert [u.code for u in report.unreadable] == codes
    assert [c.sighting.how for c in report.confirmed] == ["live"]


def test_no_file_at_all_is_nothing_to_report(
    secure: tuple[Site, ssl.SSLContext], tmp_path: Path
) -> None:
    secure[0].page("example.com/help", f"<p>{PHONE}</p>{LONG}")
    assert run(secure, tmp_path, LISTED).unreadable == ()


def test_a_tenant_of_a_shared_host_owns_no_domain() -> None:
    assert proving_domains(["example.com", "example.zendesk.com", "help.other.com"]) == [
        "example.com"
    ]
    tenant = Platform(
        id="example",
        name="Example",
        kind="exchange",
        status="active",
        phone_policy="unknown",
        domains=("example.zendesk.com",),
        channels=(channel("phone", PHONE, "https://example.zendesk.com/hc"),),
    )
    (each,) = plan([tenant], dt.date(2031, 1, 1))
    assert [w.url for w in each.work] == ["https://example.zendesk.com/hc"]


def test_the_form_of_a_record() -> None:
    def named(record: str) -> tuple[tuple[str, str], ...]:
        return in_dns(NAME, lambda _: [record])

    assert named("v=hotline-check1; phone=+1 202-555-0100 ; x=@example") == (
        ("phone", "+12025550100"),
        ("x", "@example"),
    )
    assert named("v = hotline-check1;phone=+12025550100;;fax=1;phone=;") == (
        ("phone", "+12025550100"),
    )
    assert named("v=hotline-check2; phone=+12025550100") == ()
    assert named("phone=+12025550100; v=hotline-check1") == ()


@pytest.fixture
def name_server() -> Iterator[tuple[int, list[str]]]:
    """A name server on loopback with one TXT record, cut in two strings as DNS does."""
    sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    sock.bind(("127.0.0.1", 0))
    asked: list[str] = []

    def serve() -> None:
        while True:
            try:
                data, client = sock.recvfrom(4096)
            except OSError:
                return
            query = dns.message.from_wire(data)
            answer = dns.message.make_response(query)
            name = query.question[0].name
            asked.append(name.to_text())
            if name.to_text() == NAME + ".":
                text = f'"v=hotline-check1; pho" "ne={PHONE}"'
                answer.answer.append(dns.rrset.from_text(name, 60, "IN", "TXT", text))
            else:
                answer.set_rcode(dns.rcode.NXDOMAIN)
            sock.sendto(answer.to_wire(), client)

    threading.Thread(target=serve, daemon=True).start()
    yield sock.getsockname()[1], asked
    sock.close()


@pytest.mark.slow
def test_names_are_looked_up(name_server: tuple[int, list[str]]) -> None:
    resolver = dns.resolver.Resolver(configure=False)
    resolver.nameservers, resolver.port = ["127.0.0.1"], name_server[0]
    assert ask_dns(NAME, resolver=resolver) == [f"v=hotline-check1; phone={PHONE}"]
    assert ask_dns("_hotline-check.example.org", resolver=resolver) == []
    assert name_server[1] == [f"{NAME}.", "_hotline-check.example.org."]
    resolver.port = 9
    resolver.timeout = resolver.lifetime = 0.1
    assert ask_dns(NAME, resolver=resolver) == []
