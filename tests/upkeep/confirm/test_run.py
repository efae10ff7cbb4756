import datetime as dt
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from hotline_check.errors import HotlineError
from hotline_check.registry.folder import Registry
from hotline_check.registry.models import (
    Channel,
    Platform,
    Reported,
    ReportedNumber,
    Withheld,
)
from hotline_check.upkeep.confirm.journal import Memory
from hotline_check.upkeep.confirm.models import Report
from hotline_check.upkeep.confirm.politeness import Manners
from hotline_check.upkeep.confirm.run import Tools, confirm
from hotline_check.upkeep.web.fetch import Fetcher, Hold, Limits
from tests.upkeep.conftest import find
from tests.upkeep.loopback import Asked, Site
from tests.upkeep.test_live import LONG, PHONE, channel

DAY = dt.datetime(2031, 5, 6, 12, tzinfo=dt.UTC)
HELP = "http://example.com/help"
QUICK = Manners(pause=0.02, tries=2, back_off=0.02, longest_wait=1, workers=16)


def platform(*channels: Channel, name: str = "example", **more: Any) -> Platform:
    return Platform(
        id=name,
        name=name.title(),
        kind="exchange",
        status=more.pop("status", "active"),
        phone_policy="published",
        domains=(f"{name}.com",),
        channels=channels,
        country="US",
        **more,
    )


def registry(*platforms: Platform, reported: tuple[Reported, ...] = ()) -> Registry:
    return Registry(platforms=platforms, reported=reported, authorities=(), files={})


ONE = registry(platform(channel("phone", PHONE, HELP)))
Confirm = Callable[..., Report]


@pytest.fixture
def run(site: Site, tmp_path: Path) -> Iterator[Confirm]:
    """Confirm against the loopback server, on a day that can be moved."""

    def tools(**more: Any) -> Tools:
        limits = Limits(connect=1, read=0.4, total=0.8, size=200_000)
        given: dict[str, Any] = {
            "fetcher": lambda hold: Fetcher(limits=limits, resolve=site.resolve, hold=hold),
            "proofs": False,
            "find": find,
            "manners": QUICK,
        }
        return Tools(**{**given, **more})

    def confirmed(which: Registry = ONE, day: int = 0, **more: Any) -> Report:
        chosen = tools(**more.pop("tools", {}))
        with Memory(tmp_path / "state.jsonl") as memory:
            when = DAY + dt.timedelta(days=day)
            report = confirm(which, memory, lambda: when, tools=chosen, **more)
            memory.finish()
            return report

    yield confirmed
    assert all(most == 1 for most in site.most_at_once.values())


def test_a_channel_on_its_page_gets_a_live_sighting(site: Site, run: Confirm) -> None:
    site.page("example.com/help", f"<p>Ring +1 (202) 555-0100</p>{LONG}")
    report = run()
    (each,) = report.confirmed
    assert (each.platform, each.kind, each.value, each.where) == ("example", "phone", PHONE, "text")
    assert not each.new_page
    assert each.sighting.url == HELP
    assert each.sighting.seen == DAY.date()
    assert each.sighting.how == "live"
    assert each.sighting.source_kind == "operator"
    assert each.sighting.as_printed == "+1 (202) 555-0100"
    assert (report.platforms, report.pages) == (1, 1)
    assert report.missed + report.unconfirmed + report.candidates + report.unreadable == ()


def test_a_channel_seen_on_another_page_of_the_platform(site: Site, run: Confirm) -> None:
    site.page("example.com/help", LONG)
    site.page("example.com/mail", f"<p>help@example.com, {PHONE}</p>{LONG}")
    mail = channel("email", "help@example.com", "http://example.com/mail")
    report = run(registry(platform(channel("phone", PHONE, HELP), mail)))
    assert {(c.value, c.sighting.url, c.new_page) for c in report.confirmed} == {
        (PHONE, "http://example.com/mail", True),
        ("help@example.com", "http://example.com/mail", False),
    }


def test_a_channel_is_proposed_as_retired_after_two_misses_a_week_apart(
    site: Site, run: Confirm
) -> None:
    site.page("example.com/help", LONG)
    (first,) = run().missed
    assert (first.since, first.propose_retired) == (DAY.date(), False)
    assert not run(day=6).missed[0].propose_retired
    (last,) = run(day=7).missed
    assert (last.since, last.propose_retired) == (DAY.date(), True)


def test_a_sighting_in_between_forgets_the_misses(site: Site, run: Confirm) -> None:
    site.page("example.com/help", LONG)
    run()
    site.page("example.com/help", f"<p>{PHONE}</p>{LONG}")
    assert run(day=4).confirmed
    site.page("example.com/help", LONG)
    (missed,) = run(day=8).missed
    assert (missed.since, missed.propose_retired) == (dt.date(2031, 5, 14), False)


@pytest.mark.parametrize(
    ("html", "status", "code"),
    [
        (LONG, 404, "status"),
        (LONG, 403, "status"),
        ("<h1>Page not found</h1>" + LONG, 200, "soft-404"),
        ('<div id="root"></div><script></script>', 200, "javascript-only"),
        (f'<div id="root"></div><script></script>{LONG}', 200, "javascript-only"),
    ],
)
def test_an_unreadable_page_is_no_miss(
    html: str, status: int, code: str, site: Site, run: Confirm
) -> None:
    site.page("example.com/help", html, status)
    report = run()
    assert not report.missed
    assert [u.code for u in report.unreadable] == [code]
    assert [u.value for u in report.unconfirmed] == [PHONE]


def test_one_unreadable_page_of_two_is_no_miss(site: Site, run: Confirm) -> None:
    site.page("example.com/help", LONG)
    two = registry(platform(channel("phone", PHONE, HELP, "http://example.com/gone")))
    report = run(two)
    assert not report.missed
    assert report.unconfirmed


def test_numbers_that_the_registry_does_not_list_are_candidates(site: Site, run: Confirm) -> None:
    numbers = {
        "+12025550111": (None, None),
        "+12025550122": ("withheld", None),
        "+12025550133": ("reported", "other"),
        "+12025550144": ("retired", None),
        "+12025550155": ("other-platform", "other"),
    }
    lines = "".join(f"<p>Line {i}: {n}</p>" for i, n in enumerate(numbers))
    site.page("example.com/help", f"{lines}<p>{PHONE}</p><p>(202) 555-0100</p>{LONG}")
    retired = Channel(
        kind="phone",
        value="+12025550144",
        retired=dt.date(2030, 1, 1),
        sightings=channel("phone", "", HELP).sightings,
    )
    withheld = (Withheld(value="+12025550122", why="not-support"),)
    fakes = Reported(
        platform="other", numbers=(ReportedNumber(value="+12025550133", sightings=()),)
    )
    other = channel("phone", "+12025550155", "http://other.com/help")
    site.page("other.com/help", f"<p>+12025550155</p>{LONG}")
    report = run(
        registry(
            platform(channel("phone", PHONE, HELP), retired, withheld=withheld),
            platform(other, name="other"),
            reported=(fakes,),
        )
    )
    assert {c.value: (c.known, c.owner) for c in report.candidates} == numbers
    assert all(c.url == HELP and c.platform == "example" for c in report.candidates)
    assert {c.value for c in report.confirmed} == {PHONE, "+12025550155"}


def test_a_misprint_that_we_know_is_no_candidate(site: Site, run: Confirm) -> None:
    irish = channel("phone", "+3531800200355", HELP, as_printed="+1 800 200 355")
    spanish = channel("phone", "+34900983477", HELP)
    site.page("example.com/help", f"<p>+1 800 200 355</p><p>+34 900 983 477</p>{LONG}")
    report = run(registry(platform(irish, spanish)))
    assert report.candidates == ()
    assert [c.sighting.as_printed for c in report.confirmed] == [
        "+1 800 200 355",
        "+34 900 983 477",
    ]


def test_help_pages_and_chats(site: Site, run: Confirm) -> None:
    url = "http://help.example.com/en/articles/1"
    site.page("help.example.com/en/articles/1", LONG)
    center = channel("help-center", "https://help.example.com/en", url)
    other = channel("help-center", "https://help.example.com/e", url)
    chat = channel("chat", "https://example.com/chat", url)
    report = run(registry(platform(center, other, chat)))
    assert [c.value for c in report.confirmed] == ["https://help.example.com/en"]
    assert [m.value for m in report.missed] == ["https://help.example.com/e"]
    assert [u.kind for u in report.unconfirmed] == ["chat"]


def test_structured_evidence_and_links_count(site: Site, run: Confirm) -> None:
    site.page(
        "example.com/help",
        '<script type="application/ld+json">{"@type": "ContactPoint", "telephone": '
        f'"{PHONE}"}}</script><a href="tel:+1-202-555-0111">ring</a>{LONG}',
    )
    report = run()
    assert [c.where for c in report.confirmed] == ["structured"]
    assert [(c.value, c.where) for c in report.candidates] == [("+12025550111", "link")]


def test_robots_txt_is_kept(site: Site, run: Confirm) -> None:
    site.page(
        "example.com/robots.txt", "User-agent: *\nDisallow: /help\n", Content_Type="text/plain"
    )
    site.page("example.com/help", f"<p>{PHONE}</p>{LONG}")
    report = run()
    assert site.paths("example.com") == ["/robots.txt"]
    assert [u.code for u in report.unreadable] == ["robots"]


@pytest.mark.slow
def test_rules_for_us_by_name_and_their_delay(site: Site, run: Confirm) -> None:
    rules = "User-agent: hotline-check\nDisallow:\nCrawl-delay: 1\n\nUser-agent: *\nDisallow: /\n"
    site.page("example.com/robots.txt", rules, Content_Type="text/plain")
    site.page("example.com/help", f"<p>{PHONE}</p>{LONG}")
    assert run().confirmed
    assert site.times[1] - site.times[0] >= 0.9


@pytest.mark.parametrize("status", [500, 429])
def test_a_host_whose_rules_cannot_be_read_is_left_alone(
    status: int, site: Site, run: Confirm
) -> None:
    site.page("example.com/robots.txt", "", status)
    report = run()
    assert site.paths("example.com") == ["/robots.txt"]
    assert [u.code for u in report.unreadable] == ["robots-unreadable"]


def test_a_host_that_does_not_answer_is_named_as_such(run: Confirm) -> None:
    def deaf(hold: Hold) -> Fetcher:
        return Fetcher(hold=hold, resolve=lambda *_: ("127.0.0.1", 9))

    assert [u.code for u in run(tools={"fetcher": deaf}).unreadable] == ["unreachable"]


def test_robots_count_where_a_redirect_leads(site: Site, run: Confirm) -> None:
    site.page("help.example.com/robots.txt", "User-agent: *\nDisallow: /\n")
    site.page("example.com/help", "", 302, Location="http://help.example.com/new")
    assert [u.code for u in run().unreadable] == ["robots"]
    assert site.paths("help.example.com") == ["/robots.txt"]


@pytest.mark.slow
def test_patience_that_a_host_asks_for_is_given(site: Site, run: Confirm) -> None:
    def busy_once(asked: Asked) -> None:
        site.page("example.com/help", f"<p>{PHONE}</p>{LONG}")
        asked.send(b"", 429, {"Retry-After": "1"})

    site.routes["example.com/help"] = busy_once
    assert run().confirmed
    assert site.times[2] - site.times[1] >= 1


def test_a_host_that_asks_for_too_much_patience_is_left_alone(site: Site, run: Confirm) -> None:
    site.page("example.com/help", "", 429, Retry_After="3600")
    two = registry(platform(channel("phone", PHONE, HELP, "http://example.com/more")))
    report = run(two)
    assert site.paths("example.com") == ["/robots.txt", "/help"]
    assert [u.code for u in report.unreadable] == ["rate-limited", "rate-limited"]


def test_a_server_error_is_tried_again(site: Site, run: Confirm) -> None:
    def broken_once(asked: Asked) -> None:
        site.page("example.com/help", f"<p>{PHONE}</p>{LONG}")
        asked.send(b"", 500, {})

    site.routes["example.com/help"] = broken_once
    assert run().confirmed


@pytest.mark.slow
def test_a_dead_host_is_not_asked_for_every_page(site: Site, run: Confirm) -> None:
    site.routes["example.com/*"] = lambda asked: asked.raw(b"", pause=0.5)
    site.page("example.com/robots.txt", "")
    urls = [f"http://example.com/{i}" for i in range(20)]
    # The server here doesn't notice that we gave up: give it the time to.
    patient = {"manners": Manners(pause=0.02, tries=QUICK.tries, back_off=0.4)}
    report = run(registry(platform(channel("phone", PHONE, *urls))), tools=patient)
    assert {u.code for u in report.unreadable} == {"timed-out"}
    assert len(report.unreadable) == 20
    assert len(site.asked) == 1 + QUICK.tries


def test_an_unchanged_page_is_not_sent_again(site: Site, run: Confirm) -> None:
    def conditional(asked: Asked) -> None:
        if asked.headers.get("If-None-Match") == '"v1"':
            asked.send(b"", 304, {"ETag": '"v1"', "Content-Length": "0"})
        else:
            body = f"<p>{PHONE} and +12025550111</p>{LONG}".encode()
            asked.send(body, 200, {"ETag": '"v1"'})

    site.routes["example.com/help"] = conditional
    first, second = run(), run(day=1)
    assert site.headers[-1]["if-none-match"] == '"v1"'
    assert second.confirmed[0].sighting.seen == dt.date(2031, 5, 7)
    assert [c.value for c in first.candidates] == [c.value for c in second.candidates]
    # With another question, what an unchanged page once said is no answer.
    mail = channel("email", "help@example.com", HELP)
    run(registry(platform(channel("phone", PHONE, HELP), mail)), day=2)
    assert "if-none-match" not in site.headers[-1]


def test_only_what_is_old_enough_is_looked_at(site: Site, run: Confirm) -> None:
    site.page("example.com/help", f"<p>{PHONE}</p>{LONG}")
    old = (DAY.date() - dt.date(2026, 11, 22)).days
    assert run(older_than=dt.timedelta(days=old + 1)).platforms == 0
    assert run(older_than=dt.timedelta(days=old)).confirmed


def test_closed_platforms_and_others_are_left_alone(site: Site, run: Confirm) -> None:
    shut = platform(channel("phone", PHONE, HELP), status="closed")
    other = platform(channel("phone", PHONE, "http://other.com/help"), name="other")
    assert run(registry(shut)).platforms == 0
    site.page("other.com/help", f"<p>{PHONE}</p>{LONG}")
    both = registry(platform(channel("phone", PHONE, HELP)), other)
    assert {c.platform for c in run(both, only={"other"}).confirmed} == {"other"}
    assert site.paths("example.com") == []


def test_an_interrupted_run_goes_on_where_it_was(site: Site, run: Confirm) -> None:
    urls = [f"http://h{i}.example.com/help" for i in range(8)]
    many = registry(platform(*[channel("phone", f"+1202555010{i}", u) for i, u in enumerate(urls)]))
    for i in range(8):
        site.page(f"h{i}.example.com/help", f"<p>+1202555010{i}</p>{LONG}")

    def stop(done: int, _total: int, _url: str) -> None:
        if done == 5:
            raise KeyboardInterrupt

    slow = {"manners": Manners(pause=0, workers=1)}
    with pytest.raises(KeyboardInterrupt):
        run(many, progress=stop, tools=slow)
    pages_before = [path for _, path in site.asked if path == "/help"]
    steps: list[tuple[int, int]] = []
    report = run(many, progress=lambda done, total, _: steps.append((done, total)), tools=slow)
    assert len(report.confirmed) == 8
    assert len([path for _, path in site.asked if path == "/help"]) == 8
    assert len(pages_before) == 5
    assert steps[0] == (6, 8)
    run(many, tools=slow)
    assert len([path for _, path in site.asked if path == "/help"]) == 16


def test_yesterdays_interruption_is_no_reason_to_skip(site: Site, run: Confirm) -> None:
    site.page("example.com/help", f"<p>{PHONE}</p>{LONG}")

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(progress=stop)
    assert run(day=1).confirmed[0].sighting.seen == dt.date(2031, 5, 7)


@pytest.mark.slow
def test_a_journal_cut_anywhere_is_still_read(site: Site, run: Confirm, tmp_path: Path) -> None:
    site.page("example.com/help", LONG)
    run()
    state = tmp_path / "state.jsonl"
    whole = state.read_bytes()
    for cut in range(0, len(whole), max(1, len(whole) // 40)):
        state.write_bytes(whole[:cut])
        assert run(day=1).missed


def test_two_runs_at_once_are_refused(tmp_path: Path) -> None:
    with (
        Memory(tmp_path / "state.jsonl"),
        pytest.raises(HotlineError, match="confirm-running"),
        Memory(tmp_path / "state.jsonl"),
    ):
        pass


def test_hosts_are_asked_side_by_side_but_each_by_one(site: Site, run: Confirm) -> None:
    pages = [f"http://h{i % 10}.example.com/{i}" for i in range(40)]
    together = threading.Barrier(5, timeout=5)
    met = threading.Event()

    def meet(asked: Asked) -> None:
        if not met.is_set():
            together.wait()
            met.set()
        asked.send(LONG.encode(), 200, {})

    for host in range(10):
        site.routes[f"h{host}.example.com/*"] = meet
        site.page(f"h{host}.example.com/robots.txt", "")
    report = run(registry(platform(channel("phone", PHONE, *pages))), tools={"manners": QUICK})
    assert report.pages == 40
    assert report.missed


@pytest.mark.slow
def test_redirects_to_one_host_wait_for_their_turn(site: Site, run: Confirm) -> None:
    def slow(asked: Asked) -> None:
        threading.Event().wait(0.1)
        asked.send(LONG.encode(), 200, {})

    site.routes["hub.example.com/*"] = slow
    urls = [f"http://h{i}.example.com/help" for i in range(6)]
    for i in range(6):
        site.page(f"h{i}.example.com/help", "", 302, Location=f"http://hub.example.com/to/{i}")
    run(registry(platform(channel("phone", PHONE, *urls))))
    assert site.most_at_once["hub.example.com"] == 1
    assert len(site.paths("hub.example.com")) == 7
