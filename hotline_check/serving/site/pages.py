"""The pages of the site: one of each in every language."""

from collections.abc import Iterator
from typing import Any, Final

import msgspec

from hotline_check.guidance.desks import quickest
from hotline_check.guidance.triage import HAPPENINGS, steps
from hotline_check.registry.freshness import is_good
from hotline_check.registry.models import Authorities, Platform
from hotline_check.serving.site.facts import PICTURE, Facts
from hotline_check.serving.site.links import SiteLinks
from hotline_check.serving.site.number_pages import (
    last_day,
    last_day_of_body,
    last_day_of_number,
    link_of,
    number_view,
    numbers_view,
)
from hotline_check.serving.site.numbers import Number
from hotline_check.serving.site.rendering import data_block, render
from hotline_check.serving.site.structured import number_page, organization
from hotline_check.wording.pages.authority import authority_view, countries_view
from hotline_check.wording.pages.called import plan_view
from hotline_check.wording.pages.page_words import page_words
from hotline_check.wording.pages.platform import platform_view
from hotline_check.wording.pages.platforms import platforms_view
from hotline_check.wording.pages.site import (
    ABOUT,
    FROM,
    PARTS,
    POSING_NUMBERS,
    QUESTION,
    TITLE,
    before_view,
    home_view,
    removal_view,
    search_view,
    until_text,
)
from hotline_check.wording.screens.channels import policies
from hotline_check.wording.text.catalogue import Words

_LONGEST: Final = 300  # characters of a description; search engines show fewer
# Address of a page below the language's own, its HTML, and the day of its newest fact.
Page = tuple[str, str, str]


class Pages:
    """Makes the pages of one language. names: the path of the file that the field searches."""

    def __init__(self, facts: Facts, lang: str, names: str) -> None:
        self._facts = facts
        self._lang = lang
        self._names = names
        self._: Words = page_words(lang)
        self._age = self._(FROM, date=facts.registry.date)
        self._day = facts.registry.date

    def all(self) -> Iterator[Page]:
        """Every page, in the order of a visit."""
        yield from self._entrances()
        yield from self._guides()
        for platform in self._facts.platforms:
            yield self._platform(platform)
        for number in self._facts.numbers:
            yield self._number(number)
        for country in self._facts.authorities:
            yield self._country(country)

    def _entrances(self) -> Iterator[Page]:
        _ = self._
        home = home_view(self._day, _)
        yield self._page("home.html", "", home.title, home.about, view=home, names=self._names)
        view: Any = platforms_view(self._facts.platforms, self._facts.registry, _)
        view = msgspec.structs.replace(view, age=self._age)
        more: dict[str, Any] = {"search": search_view(_), "names": self._names}
        yield self._page("platforms.html", "platforms/", view.title, _(ABOUT), view=view, **more)
        listed = numbers_view(self._facts, self._age, _)
        yield self._page("numbers.html", "numbers/", listed.title, _(TITLE), view=listed)
        countries = countries_view([a.country for a in self._facts.authorities], _)
        yield self._page(
            "countries.html", "report/", countries.title, countries.first_bank, view=countries
        )

    def _guides(self) -> Iterator[Page]:
        _ = self._
        before = before_view(_)
        yield self._page(
            "guide.html", "before/", before.title, _(TITLE), view=before, part="before"
        )
        plan = plan_view(
            steps(frozenset(HAPPENINGS), None, None, self._facts.today), None, None, None, None, _
        )
        what = " ".join(plan.first)
        yield self._page(
            "plan.html", "called/", plan.title, what, view=plan, report=_(PARTS["report"])
        )
        removal = removal_view(self._facts.contact, _)
        about = _(TITLE)
        yield self._page("guide.html", "removal/", removal.title, about, view=removal, part=None)

    def _platform(self, platform: Platform) -> Page:
        _, today = self._, self._facts.today
        ways = quickest(platform, None, today)
        view = platform_view(platform, today, self._facts.registry, _, openings={}, quickest=ways)
        last = last_day((platform, c) for c in platform.channels if is_good(platform, c, today))
        posing = [n for n in self._facts.numbers if platform in [p for p, _ in n.reported]]
        return self._page(
            "platform.html",
            f"platforms/{platform.id}/",
            _(QUESTION, platform=platform.name),
            " ".join(policies(platform, _)),
            view=msgspec.structs.replace(view, age=self._age),
            day=_newest(platform) or self._day,
            last=last,
            until=until_text(last, _) if last else None,
            posing=[link_of(number) for number in posing],
            posing_title=_(POSING_NUMBERS, platform=platform.name),
            data=data_block(organization(platform, self._facts)),
        )

    def _number(self, number: Number) -> Page:
        view = number_view(number, self._facts, self._age, self._)
        about = number_page(number, view.title, view.description, self._facts)
        return self._page(
            "number.html",
            f"numbers/{number.slug}/",
            view.title,
            view.description,
            view=view,
            day=number.seen.isoformat(),
            last=last_day_of_number(number, self._facts),
            data=data_block(about),
        )

    def _country(self, found: Authorities) -> Page:
        view = authority_view(found, {}, self._facts.registry, self._)
        view = msgspec.structs.replace(view, age=self._age)
        here = f"report/{found.country.lower()}/"
        last = min(filter(None, map(last_day_of_body, found.authorities)), default=None)
        return self._page("authority.html", here, view.title, view.first_bank, view=view, last=last)

    def _page(
        self, template: str, here: str, title: str, about: str, *, day: str = "", **page: Any
    ) -> Page:
        links = SiteLinks(self._lang, here, self._facts.base)
        picture = f"{self._facts.base}{PICTURE}" if self._facts.base else None
        html = render(template, links, title, about[:_LONGEST], picture=picture, **page)
        return here, html, day or self._day


def _newest(platform: Platform) -> str:
    """The newest day on which a channel of a platform was seen."""
    days = [s.seen for channel in platform.channels for s in channel.sightings]
    return max(days).isoformat() if days else ""
