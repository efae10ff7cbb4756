"""After a call: one question at a time, then the steps for exactly what happened."""

from collections.abc import Sequence
from typing import Final, Literal

import msgspec

from hotline_check.guidance.bodies import in_order
from hotline_check.guidance.triage import HAPPENINGS, Happening, Stage, Step
from hotline_check.registry.models import Authorities, Platform
from hotline_check.verdict.models import RegistryInfo
from hotline_check.wording.pages.authority import BodyView, body_view
from hotline_check.wording.pages.check_form import COUNTRY
from hotline_check.wording.pages.contacts import ContactView, report_view, way_view
from hotline_check.wording.pages.verdict import ALL_CONTACTS, TALKED
from hotline_check.wording.screens.called import (
    FIRST,
    FIRST_CALL_BACK,
    FIRST_CUT,
    NO_BLAME,
    QUESTIONS,
    STAGES,
    TALLY,
    TALLY_ALL,
    TALLY_NOTHING,
    THINGS,
    sentence,
)
from hotline_check.wording.screens.check import age_line
from hotline_check.wording.terms.names import country as country_name
from hotline_check.wording.text.catalogue import N_, Words

Answer = Literal["yes", "no", "unsure"]

PROGRESS: Final = N_("Question {number} of {total}")
ANSWERS: Final[dict[Answer, str]] = {"yes": N_("Yes"), "no": N_("No"), "unsure": N_("Not sure")}
BACK: Final = N_("Back")
ALL_STEPS: Final = N_("Show every step at once")
LAST: Final = N_("Two things more, if you know them")
WHOM: Final = N_("Whom did they pose as?")
WHERE: Final = N_("Which country are you in?")
SHOW: Final = N_("Show what to do")
PLAN: Final = N_("What to do now")
PRINT: Final = N_("Print")
AGAIN: Final = N_("Answer again")
ALL_BODIES: Final = N_("All public bodies in {country}")
_BODIES: Final = 3  # shown with the step; the country's page has them all


class CalledView(msgspec.Struct, frozen=True, kw_only=True):
    """A question of the guided flow.

    answers: (value, text) of each button. question: None for the last page, which asks whom they
    posed as and for the country. back: None on the first page.
    """

    title: str
    first: Sequence[str]
    progress: str | None
    question: str | None
    answers: Sequence[tuple[Answer, str]]
    back: str | None
    all_steps: str
    last: str
    whom: str
    country: str
    show: str


class StepView(msgspec.Struct, frozen=True, kw_only=True):
    """A step. ways: the platform's channels for it; bodies: where to report."""

    text: str
    ways: Sequence[ContactView] = ()
    bodies: Sequence[BodyView] = ()


class StageView(msgspec.Struct, frozen=True, kw_only=True):
    """The steps of a stage. start: the number of the first."""

    title: str
    start: int
    steps: Sequence[StepView]


class PlanView(msgspec.Struct, frozen=True, kw_only=True):
    """All steps for what happened. platform, country: whose pages to link to, if known."""

    title: str
    first: Sequence[str]
    tally: str
    stages: Sequence[StageView]
    no_blame: str
    platform: str | None
    platform_link: str | None
    country: str | None
    country_link: str | None
    print: str
    again: str
    age: str | None


def called_view(number: int, _: Words) -> CalledView:
    """A page of the flow. number: how many questions were answered already."""
    asked = HAPPENINGS[number] if number < len(HAPPENINGS) else None
    return CalledView(
        title=_(TALKED),
        first=_first(_),
        progress=_(PROGRESS, number=number + 1, total=len(HAPPENINGS)) if asked else None,
        question=_(QUESTIONS[asked]) if asked else None,
        answers=[(value, _(text)) for value, text in ANSWERS.items()],
        back=_(BACK) if number else None,
        all_steps=_(ALL_STEPS),
        last=_(LAST),
        whom=_(WHOM),
        country=_(COUNTRY),
        show=_(SHOW),
    )


def plan_view(
    steps: Sequence[Step],
    happened: frozenset[Happening] | None,
    platform: Platform | None,
    bodies: Authorities | None,
    registry: RegistryInfo | None,
    _: Words,
) -> PlanView:
    """The steps. happened: None where it was not said, so that every step is shown."""
    stages: dict[Stage, list[StepView]] = {}
    for step in steps:
        stages.setdefault(step.stage, []).append(_step(step, platform, bodies, _))
    shown, start = [], 1
    for stage, found in stages.items():
        shown.append(StageView(title=_(STAGES[stage]), start=start, steps=found))
        start += len(found)
    where = country_name(bodies.country, _) if bodies else None
    return PlanView(
        title=_(PLAN),
        first=_first(_),
        tally=_tally(happened, _),
        stages=shown,
        no_blame=_(NO_BLAME),
        platform=platform.id if platform else None,
        platform_link=_(ALL_CONTACTS, platform=platform.name) if platform else None,
        country=bodies.country if bodies else None,
        country_link=_(ALL_BODIES, country=where) if where else None,
        print=_(PRINT),
        again=_(AGAIN),
        age=age_line(registry, _) if registry else None,
    )


def _first(_: Words) -> list[str]:
    return [_(FIRST), _(FIRST_CUT), _(FIRST_CALL_BACK)]


def _tally(happened: frozenset[Happening] | None, _: Words) -> str:
    if happened is None:
        return _(TALLY_ALL)
    if not happened:
        return _(TALLY_NOTHING)
    return _(TALLY, things=_.join([_(THINGS[name]) for name in THINGS if name in happened]))


def _step(step: Step, platform: Platform | None, bodies: Authorities | None, _: Words) -> StepView:
    ways = [way_view(channel, _) for channel in step.ways]
    if step.to:
        ways.append(report_view(step.to, _))
    reported: Sequence[BodyView] = ()
    if step.code == "tell-bodies" and bodies:
        where = country_name(bodies.country, _)
        reported = [body_view(body, where, None, _) for body in in_order(bodies)[:_BODIES]]
    return StepView(text=sentence(step, platform, bodies, _), ways=ways, bodies=reported)
