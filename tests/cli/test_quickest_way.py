"""`channels` begins with the quickest way to reach each of the most used platforms."""

import re

import pytest

from hotline_check.registry.freshness import is_good
from hotline_check.registry.models import Channel, Platform
from hotline_check.registry.most_used import most_used
from hotline_check.registry.storage.store import Store, bundled
from tests.conftest import Program
from tests.entries import REGISTRY_DAY

NONE_YET = {
    "en": "How to reach it: we know of no way yet that its own pages confirm.",
    "zh": "如何联系：目前没有任何方式得到它自己页面的证实。",
}
FAST = {"phone", "chat", "help-center", "form", "email"}
FEW = {"policy", "institutional"}


def compact(text: str) -> str:
    """A text without spaces, line breaks and hyphens, which screens put into values."""
    return re.sub(r"[\s-]", "", text)


def is_way(platform: Platform, channel: Channel) -> bool:
    """A confirmed contact that a customer of the platform can use."""
    is_for_few = bool(channel.topics) and set(channel.topics) <= FEW
    is_sender = re.match(r"(no|do.?not).?reply", channel.value, re.IGNORECASE)
    is_usable = channel.kind in FAST and not is_for_few and not is_sender
    is_home = not channel.regions or platform.country in {None, *channel.regions}
    return is_usable and is_home and is_good(platform, channel, REGISTRY_DAY)


@pytest.mark.few(70)
@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("name", most_used(bundled()))
def test_the_first_three_lines_say_how_to_reach_it(
    program: Program, bundled_store: Store, monkeypatch: pytest.MonkeyPatch, name: str, lang: str
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    entry = bundled_store.ask(lambda snapshot: snapshot.platform(name))
    assert entry is not None
    assert program("channels", name, "--lang", lang) == 0
    first = "\n".join(program.out.splitlines()[:3])
    ways = [c.value for c in entry.channels if is_way(entry, c)]
    if ways:
        assert any(compact(value) in compact(first) for value in ways), first
    else:
        assert NONE_YET[lang] in first.splitlines()[1]
