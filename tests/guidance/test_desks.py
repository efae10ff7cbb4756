from typing import Any

import pytest

from hotline_check.guidance.desks import (
    channels_to_call,
    for_topic,
    lock_desks,
    near_first,
    quickest,
)
from tests.entries import GB_LINE, TODAY, US_FREE, US_LINE, US_OTHER, elsewhere
from tests.guidance.build import channel, phone, platform

HELP = channel("help-center", "https://help.example.com/start", topics=["general"])
CARD = phone(US_LINE, topics=["account"], regions=["US"])
LOCK = phone(US_FREE, topics=["lock-account"], regions=["US"])
LOCK_GB = phone(GB_LINE, topics=["lock-account"], regions=["GB"])
GUESS = phone(US_OTHER, topics=["security"], secondhand=True, sightings=[elsewhere()])


def test_a_topic_picks_the_desk_that_names_it() -> None:
    assert for_topic([HELP, CARD, LOCK], "account").channels == (CARD,)


def test_security_is_also_the_desk_that_locks_accounts() -> None:
    assert for_topic([HELP, CARD, LOCK], "security").channels == (LOCK,)


def test_without_a_desk_of_its_own_a_topic_goes_to_general_questions() -> None:
    desks = for_topic([HELP, CARD], "trading")
    assert desks.channels == (HELP,)
    assert not desks.named


def test_phones_that_serve_the_region_come_first() -> None:
    assert near_first([HELP, LOCK, LOCK_GB], "GB") == [LOCK_GB, LOCK, HELP]


def test_a_sheet_holds_only_listed_channels() -> None:
    entry = platform(channels=[GUESS, LOCK])
    assert channels_to_call(entry, "security", None, TODAY) == (LOCK,)


def test_a_sheet_leaves_out_lines_of_other_countries_when_there_is_one_at_home() -> None:
    entry = platform(channels=[LOCK, LOCK_GB])
    assert channels_to_call(entry, "security", "GB", TODAY) == (LOCK_GB,)
    assert channels_to_call(entry, "security", "FR", TODAY) == (LOCK, LOCK_GB)


def test_a_platform_without_a_phone_is_reached_its_fastest_way() -> None:
    assert channels_to_call(platform(channels=[HELP]), None, None, TODAY) == (HELP,)


def test_an_account_is_locked_by_the_platforms_own_line() -> None:
    entry = platform(channels=[HELP, CARD, LOCK, LOCK_GB])
    assert lock_desks(entry, "US", TODAY) == (LOCK,)


def test_without_a_lock_line_security_is_asked_then_anybody() -> None:
    assert lock_desks(platform(channels=[HELP, CARD]), "US", TODAY) == (HELP,)
    assert lock_desks(platform(), "US", TODAY) == ()


@pytest.mark.parametrize("topics", [["policy"], ["institutional", "policy"]])
def test_a_line_for_few_is_nobodys_quickest_way(topics: list[str]) -> None:
    few = phone(US_OTHER, topics=topics)
    assert quickest(platform(channels=[few, HELP]), None, TODAY) == (HELP,)
    assert quickest(platform(channels=[few]), None, TODAY) == ()


ARTICLE = channel("help-center", "https://example.com/help/phishing", topics=["security"])
ACCOUNT = channel("email", "accounts@example.com", topics=["account"])


def test_an_article_about_scams_is_no_way_to_reach_anybody() -> None:
    assert quickest(platform(channels=[ARTICLE, ACCOUNT]), None, TODAY) == (ACCOUNT,)
    assert quickest(platform(channels=[ARTICLE]), None, TODAY) == (ARTICLE,)  # better than none


BRANCH = phone(GB_LINE, topics=["general"], regions=["GB"])
CHAT = channel("chat", "https://example.com/chat", topics=["general"])
COMPLAINTS_GB = channel("email", "complaints@example.com", topics=["complaints"], regions=["GB"])


def test_a_desk_for_all_is_quicker_than_the_branch_of_another_country() -> None:
    entry = platform(channels=[BRANCH, CHAT])  # of an American platform
    assert quickest(entry, None, TODAY) == (CHAT,)
    assert quickest(entry, "GB", TODAY) == (BRANCH,)


def test_the_line_at_home_comes_first_where_the_readers_country_is_not_known() -> None:
    home = phone(US_LINE, topics=["general"], regions=["US"])
    assert quickest(platform(channels=[BRANCH, home]), None, TODAY) == (home,)


@pytest.mark.parametrize("kind", [{"topics": ["complaints"]}, {"slow": True}])
def test_a_chat_is_quicker_than_a_line_that_takes_days(kind: dict[str, Any]) -> None:
    slow = phone(US_LINE, regions=["US"], **kind)
    assert quickest(platform(channels=[slow, CHAT]), None, TODAY) == (CHAT,)


@pytest.mark.parametrize("region", [None, "US"])
def test_complaints_of_a_foreign_branch_are_nobodys_quickest_way(region: str | None) -> None:
    entry = platform(channels=[COMPLAINTS_GB])
    assert quickest(entry, region, TODAY) == ()
    assert quickest(entry, "GB", TODAY) == (COMPLAINTS_GB,)
