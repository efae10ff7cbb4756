"""The answer about a row, which needs no package of the extras."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from hotline_check.errors import HotlineError
from hotline_check.registry.storage.store import Store
from hotline_check.serving.tables.judge import Answer, Row, RowJudge
from hotline_check.serving.tables.question import Question
from tests.entries import TODAY, US_FREE, US_LINE, US_OTHER, phone, platform, says, write

MARK_UP = f"<html><p>Example: {US_LINE}</p><p hidden>Example: {US_OTHER}</p>"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    folder = write(
        tmp_path_factory.mktemp("registry"),
        platform(
            "example",
            **says("published"),
            channels=[phone(US_LINE, regions=["US"]), phone(US_FREE, regions=["US"])],
        ),
        platform("zebra", **says("none", url="https://zebra.com/help")),
    )
    return Store(folder, "test", today=TODAY)


def judge(store: Store, today: dt.date = TODAY, **question: Any) -> RowJudge:
    return RowJudge(store, Question(phone="phone", **question), today)


def row(
    phone: str | None = None,
    text: str | None = None,
    claim: str | None = None,
    country: str | None = None,
) -> Row:
    return Row(phone, text, claim, country)


@pytest.mark.parametrize(
    ("cells", "status", "code", "read_as", "platform"),
    [
        (row(US_LINE), "listed", 0, US_LINE, "example"),
        (row(US_LINE, claim="Example"), "listed", 0, US_LINE, "example"),
        (row(US_LINE, claim="zebra"), "other-platform", 1, US_LINE, "example"),
        (row(US_OTHER, claim="zebra"), "no-phone-line", 1, US_OTHER, "zebra"),
        (row(US_OTHER), "unknown", 3, US_OTHER, None),
        (row("(202) 555-0123", country="US"), "listed", 0, US_LINE, "example"),
        (row("(202) 555-0123", claim="example"), "listed", 0, US_LINE, "example"),
        (row("12"), "unreadable", 3, None, None),
        # Several contacts in a cell: the worst.
        (row(f"{US_LINE} / {US_OTHER}", claim="example"), "not-listed", 1, US_OTHER, "example"),
        # A name that is in no registry never gives a good answer.
        (row(US_LINE, claim="Nobody Knows"), "unknown", 3, US_LINE, "example"),
        # A cell that names nobody is no claim.
        (row(US_LINE, claim=" - "), "listed", 0, US_LINE, "example"),
        (row(US_LINE, country=" "), "listed", 0, US_LINE, "example"),
        (row(None), None, 4, None, None),
        (row("  "), None, 4, None, None),
        (row(US_LINE, country="Atlantis"), None, 2, None, None),
        # Texts
        (row(None, f"Example support is {US_LINE}."), "listed", 0, US_LINE, "example"),
        (row(None, f"Zebra support is {US_OTHER}."), "no-phone-line", 1, US_OTHER, "zebra"),
        (row(None, "We had a nice day."), None, 4, None, None),
        (row(US_LINE, f"Zebra support is {US_OTHER}."), "no-phone-line", 1, US_OTHER, "zebra"),
        (row(US_OTHER, f"Example support is {US_LINE}."), "unknown", 3, US_OTHER, None),
        (row(US_LINE, "We had a nice day."), "listed", 0, US_LINE, "example"),
        # What a page hides is no reason to trust what it shows.
        (row(None, MARK_UP), "unknown", 3, US_OTHER, None),
    ],
)
def test_a_row(
    store: Store, cells: Row, status: str | None, code: int, read_as: str | None, platform: str
) -> None:
    answer = judge(store).answer(cells)
    assert (answer.status, answer.exit, answer.read_as) == (status, code, read_as)
    assert answer.platform == platform


def test_a_text_that_was_not_read_whole_is_never_listed(store: Store) -> None:
    # The digits after the number may be another contact.
    text = f"Example support: {US_LINE}\n\ncall 0 8 0 0 - five five five . 0 1 9 9"
    whole = judge(store).answer(row(None, f"Example support: {US_LINE}"))
    assert (whole.status, whole.exit) == ("listed", 0)
    answer = judge(store).answer(row(None, text))
    assert answer.status != "listed"
    assert answer.exit == 3


def test_nothing_but_hidden_text_is_no_text_without_a_contact(store: Store) -> None:
    answer = judge(store).answer(row(None, "\0\0\0\1\2\3" * 30))
    assert answer == Answer(None, 2, reason="binary")


def test_they_called(store: Store) -> None:
    called = judge(store, direction="they-called")
    assert called.answer(row(US_LINE))[:2] == ("caller-id-unproven", 3)
    assert called.answer(row(None, f"Example support: {US_LINE}"))[:2] == ("caller-id-unproven", 3)


def test_what_holds_for_every_row_gives_way_to_its_own_cells(store: Store) -> None:
    some = judge(store, platform="zebra", region="US")
    assert some.answer(row("202 555 0123")).status == "other-platform"
    assert some.answer(row("202 555 0123", claim="example")).status == "listed"
    assert some.answer(row("202 555 0123", claim="example", country="GB")).status != "listed"


def test_old_proof_is_stale(store: Store) -> None:
    later = judge(store, TODAY + dt.timedelta(days=400))
    assert later.answer(row(US_LINE))[:2] == ("stale", 3)


def test_all_reasons_are_there(store: Store) -> None:
    assert judge(store).answer(row(US_LINE, claim="Nobody Knows")).reason == (
        "claim-unknown on-own-page"
    )


def test_a_mistake_that_holds_for_every_row_is_reported_before_any(store: Store) -> None:
    with pytest.raises(HotlineError) as caught:
        judge(store, region="Atlantis")
    assert caught.value.code == "no-such-region"


@pytest.mark.parametrize(
    ("question", "names", "code"),
    [
        (Question(), ["phone"], "no-column"),
        (Question(phone="phon"), ["phone"], "no-such-column"),
        (Question(phone="phone", text="memo"), ["phone"], "no-such-column"),
        (Question(phone="phone"), ["phone", "phone"], "column-twice"),
        (Question(phone="phone"), ["phone", "exit"], "column-taken"),
        (Question(phone="phone", prefix="x_"), ["phone", "x_exit"], "column-taken"),
    ],
)
def test_a_question_that_does_not_fit(question: Question, names: list[str], code: str) -> None:
    with pytest.raises(HotlineError) as caught:
        question.check(names, "calls.csv")
    assert caught.value.code == code
    assert "calls.csv" in str(caught.value) or code == "no-column"


def test_a_question_that_fits() -> None:
    Question(phone="phone", prefix="x_").check(["exit", "phone", "other", "other"])


def test_a_registry_that_cannot_be_used(tmp_path: Path) -> None:
    with pytest.raises(HotlineError):
        judge(Store(tmp_path / "missing", "test", today=TODAY))


def test_a_digit_that_was_lost_in_decoding_is_not_passed_over(store: Store) -> None:
    assert judge(store).answer(row("+1202555012\ufffd3")) == Answer(None, 2, reason="undecodable")
