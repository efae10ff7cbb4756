"""Verdicts about the contacts of scanned texts: each distinct one is made once."""

from functools import lru_cache

import msgspec

from hotline_check.attribution.documents import Brands, at_home
from hotline_check.attribution.doubts.listed import as_doubted
from hotline_check.checking import Checker
from hotline_check.reading.models import Find
from hotline_check.registry.models import Platform
from hotline_check.verdict.models import Verdict

# Verdicts that are kept, some kilobytes each.
_MOST_KEPT = 16_384
_MOST_SENTENCES = 1_024


class Judge:
    """Judges the finds of texts with one checker.

    What the text claims counts where the checker has no claim.
    """

    def __init__(self, checker: Checker) -> None:
        self.checker = checker
        self.brands = Brands(checker.store)
        self._kept: dict[tuple[Find, str | None], Verdict] = {}
        # Around the numbers of records and logs is often the same text.
        self._are_named_in = lru_cache(maxsize=_MOST_SENTENCES)(self.brands.are_named_in)

    def verdict(self, found: Find, claim: str | None, text: str) -> tuple[Find, Verdict]:
        """The find, read where its platform is at home, and the verdict about it in its text.

        The verdict is the same object whenever the same contact comes again.
        """
        platform = self.brands.platform(claim) if claim else None
        found = at_home(found, platform, self.checker.hints)
        verdict = self._verdict(found, claim, platform)
        if verdict.level == "listed":
            doubted = as_doubted(found, text)
            if doubted is not found:
                return doubted, self._verdict(doubted, claim, platform)
        return found, verdict

    def _verdict(self, found: Find, claim: str | None, platform: Platform | None) -> Verdict:
        text = "" if found.readings else found.text  # digits without a country may be reported ones
        key = msgspec.structs.replace(found, start=0, end=0, text=text), claim
        verdict = self._kept.get(key)
        if verdict is None:
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            verdict = self._kept[key] = self.checker.judge(key[0], platform)
        return verdict

    def is_about_platform(self, sentence: str) -> bool:
        """Return True if a sentence names a platform, or the person did."""
        return self.checker.claim is not None or self._are_named_in(sentence)
