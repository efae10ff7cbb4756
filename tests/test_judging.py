"""A verdict that is made once for many numbers is the one that each would get alone."""

import random
from collections.abc import Iterator

import pytest

from hotline_check.checking import Checker, judging
from hotline_check.registry.folder import Registry
from hotline_check.registry.matching.likeness import edits
from hotline_check.registry.storage.store import Store
from hotline_check.serving.tables import judge
from hotline_check.serving.tables.judge import Row, RowJudge
from hotline_check.serving.tables.question import Question
from hotline_check.verdict.models import Direction, Verdict
from tests.bare_numbers import bare_numbers
from tests.entries import REGISTRY_DAY

DIGITS = "0123456789"


@pytest.fixture(scope="module")
def claims(bundled: Registry) -> list[str | None]:
    """None, a name that is no platform's, and a platform for each policy that the registry has."""
    kinds = {
        (p.phone_policy, p.phone_policy_basis, p.calls, bool(p.policy_scopes), p.status): p.id
        for p in bundled.platforms
    }
    assert len(kinds) > 5
    return [None, "Nobody Knows", *sorted(kinds.values())]


@pytest.fixture(
    scope="module",
    params=[pytest.param(25, id="sample"), pytest.param(150, id="all", marks=pytest.mark.slow)],
)
def texts(bundled: Registry, request: pytest.FixtureRequest) -> list[str]:
    """Numbers of the registry, others near them, and such as have nothing to do with it."""
    rng = random.Random(5)  # noqa: S311  # the same each time
    known = [c.value for p in bundled.platforms for c in p.channels if c.kind == "phone"]
    known += [n.value for each in bundled.reported for n in each.numbers]
    known += [held.value for p in bundled.platforms for held in p.withheld]
    known += [body.phone for each in bundled.authorities for body in each.authorities if body.phone]
    count: int = request.param
    some = rng.sample(sorted(set(known)), count)
    near = ["+" + rng.choice(list(edits(value[1:], DIGITS))) for value in some if value[0] == "+"]
    others = [value[2:] for value in some] + [f"+372{value[-9:]}" for value in some]
    free = [f"+1{rng.choice(('800', '888', '833'))}555{last:04}" for last in range(40)]
    spelled = ["+13122622462", "+1312262246273", "+13125726736"]  # a brand on the keypad
    written = [f"{value} ext. 12" for value in some[:20]] + [f"{v}x" for v in free[:5]]
    every = [*some, *near, *others, *free, *spelled, *written, *bare_numbers(9, count)]
    return [text for text in every if text.strip()]


def warmed(store: Store) -> Store:
    """The store after so many look-ups that it holds its contacts in memory."""
    checker = Checker(store, today=REGISTRY_DAY)
    for last in range(100):
        checker.check(f"+1202555{last:04}")
    return store


@pytest.mark.parametrize("direction", ["dialling", "they-called"])
def test_the_same_verdict(
    direction: Direction,
    bundled_store: Store,
    texts: list[str],
    claims: list[str | None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    store = warmed(bundled_store)

    def verdicts() -> Iterator[tuple[str, str | None, list[Verdict]]]:
        for place, claim in enumerate(claims):
            checker = Checker(store, today=REGISTRY_DAY, claim=claim, direction=direction)
            for text in texts[place % 5 :: 5 if claim else 1]:
                yield text, claim, checker.check(text)

    shared = list(verdicts())
    monkeypatch.setattr(judging, "_what_decides", lambda *_: None)
    for made_once, alone in zip(shared, verdicts(), strict=True):
        assert made_once == alone


@pytest.mark.parametrize("direction", ["dialling", "they-called"])
@pytest.mark.parametrize("region", [None, "DE"])
def test_the_same_row(
    direction: Direction,
    region: str | None,
    bundled_store: Store,
    texts: list[str],
    claims: list[str | None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    question = Question(phone="phone", region=region, direction=direction)
    rows = RowJudge(warmed(bundled_store), question, REGISTRY_DAY)
    cells = [
        Row(text, None, claim, None)
        for place, claim in enumerate(claims)
        for text in texts[place % 5 :: 5 if claim else 1]
    ]
    short = [rows.answer(row) for row in cells]
    asked: list[str] = []
    monkeypatch.setattr(judge, "plain_number", lambda text, _: asked.append(text))
    monkeypatch.setattr(judging, "_what_decides", lambda *_: None)
    for row, answer in zip(cells, short, strict=True):
        assert rows.answer(row) == answer, row
    assert len(asked) == len(cells)
    assert len({answer.status for answer in short}) > 4


def test_a_number_near_a_published_one_is_never_taken_for_any_other(
    bundled: Registry, bundled_store: Store
) -> None:
    rng = random.Random(6)  # noqa: S311  # the same each time
    lines = [c.value for p in bundled.platforms for c in p.channels if c.value[:1] == "+"]
    rows = RowJudge(warmed(bundled_store), Question(phone="phone"), REGISTRY_DAY)
    for line in lines:
        for value in {line, "+" + rng.choice(list(edits(line[1:], DIGITS)))}:
            verdict, *others = Checker(bundled_store, today=REGISTRY_DAY).check(value)
            answer = rows.answer(Row(value, None, None, None))
            assert others or answer.status == verdict.status, value
