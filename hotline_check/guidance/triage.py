"""Choose the steps to take after a scam call, from what happened."""

import datetime as dt
from typing import Literal

import msgspec

from hotline_check.guidance.desks import lock_desks
from hotline_check.registry.models import Channel, Platform, ReportTo

Happening = Literal[
    "remote-access", "codes", "seed-phrase", "sent-coins", "paid", "card", "identity"
]
Stage = Literal["now", "next", "today"]
# In the order of the questions: what the scammer can still use right now comes first.
HAPPENINGS: tuple[Happening, ...] = (
    "remote-access",
    "codes",
    "seed-phrase",
    "sent-coins",
    "paid",
    "card",
    "identity",
)


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """A step to take; `wording.screens.called` has the sentence for each code.

    ways: the platform's channels for it. to: where the platform wants fraud reported.
    """

    code: str
    stage: Stage
    ways: tuple[Channel, ...] = ()
    to: ReportTo | None = None


def steps(
    happened: frozenset[Happening],
    platform: Platform | None,
    region: str | None,
    today: dt.date,
) -> tuple[Step, ...]:
    """The steps for what happened, in order.

    platform: the impersonated one, None when unknown. region: the user's country.
    """
    known = (_lock(platform, region, today), _report(platform))
    filled = {step.code: step for step in known}
    return tuple(
        filled.get(code, Step(code=code, stage=stage))
        for code, stage, when in _PLAN
        if when == _ALWAYS or when & happened or (when == _NOTHING and not happened)
    )


_ALWAYS: frozenset[Happening] = frozenset(HAPPENINGS)  # also when nothing happened
_NOTHING: frozenset[Happening] = frozenset()
_REACHED: frozenset[Happening] = frozenset({"remote-access"})
_SIGNED_IN: frozenset[Happening] = frozenset({"remote-access", "codes"})
_ACCOUNT: frozenset[Happening] = frozenset({"remote-access", "codes", "identity", "sent-coins"})
_MONEY: frozenset[Happening] = frozenset({"remote-access", "paid", "card"})

# (step, stage, what makes it necessary), by how soon money is lost without the step.
_PLAN: tuple[tuple[str, Stage, frozenset[Happening]], ...] = (
    ("hang-up", "now", _ALWAYS),
    ("cut-off", "now", _REACHED),
    ("other-device", "now", _REACHED),
    ("new-wallet", "now", frozenset({"seed-phrase"})),
    ("lock", "now", _ACCOUNT),
    ("bank", "now", _MONEY),
    ("coins", "now", frozenset({"sent-coins"})),
    ("passwords", "next", _SIGNED_IN),
    ("second-factor", "next", _SIGNED_IN),
    ("revoke", "next", _SIGNED_IN),
    ("move-left", "next", _SIGNED_IN),
    ("clean-device", "next", _REACHED),
    ("papers", "next", frozenset({"identity"})),
    ("watch", "next", _NOTHING),
    ("evidence", "today", _ALWAYS),
    ("tell-platform", "today", _ALWAYS),
    ("tell-bodies", "today", _ALWAYS),
    ("next-scam", "today", _ALWAYS),
)


def _lock(platform: Platform | None, region: str | None, today: dt.date) -> Step:
    """The step for locking the account, with the platform's channels for it."""
    if platform is None:
        return Step(code="lock", stage="now")
    return Step(code="lock", stage="now", ways=lock_desks(platform, region, today))


def _report(platform: Platform | None) -> Step:
    return Step(code="tell-platform", stage="today", to=platform.report_to if platform else None)
