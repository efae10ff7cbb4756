"""Candidates without a plus: numbers of a region at hand, of North America, or with a prefix."""

from typing import Final

import msgspec

from hotline_check.lazy_pattern import lazy_pattern
from hotline_check.reading import codes
from hotline_check.reading.codes import Problem
from hotline_check.reading.models import Answer, Assumption, Hints, Reading
from hotline_check.reading.phone import metadata, numbering_plan
from hotline_check.reading.phone.written import Written
from hotline_check.reading.phone_search.candidate import (
    NANP,
    TOLL_FREE,
    Candidate,
    Search,
)
from hotline_check.reading.phone_search.evidence import (
    adjacent,
    context,
    other_numbers,
    phoning,
)
from hotline_check.reading.phone_search.nearby_country import (
    is_chinese_mobile,
    named_in_sentence,
    named_next_to,
    named_on_line,
    spoken_for_by,
)

_NANP_SPACED: Final = frozenset({(1, 3, 3, 4), (3, 3, 4), (1, 3, 7), (1, 3, 3, 2, 2), (3, 3, 2, 2)})
_NO_HINTS: Final = Hints()
# Numbers of several countries that digits may be read as by the language of their sentence.
_MOST_COUNTRIES: Final = 3
_CHINESE_SERVICE: Final = lazy_pattern(r"9[56]\d{3,4}")
# What is dialled before a country code.
PREFIXES: Final = ("00", "011")
_FEWEST_APART: Final = 4
_FEWEST_DIGITS: Final = 11


def without_plus(search: Search, candidate: Candidate, digits: str) -> Answer | None:
    """The readings of a candidate, `no-country` where only that is missing, None for no number."""
    hints = _not_contradicted(search, candidate)
    if hints is not search.hints:
        search = search._replace(hints=hints)
    region = named_next_to(search, candidate) or _named_in_sentence(search, candidate)
    answer = _of_region(search, candidate, region)
    if isinstance(answer, Problem) or (answer is None and len(candidate.groups) > 1):
        region = None if region else named_on_line(search, candidate)
        if region and not _is_loose(candidate) and fits(digits, region):
            return numbering_plan.resolve(
                Written(digits, False, candidate.groups, region, signs=candidate.gaps), search.hints
            )
    if answer is None or (not isinstance(answer, Problem) and not _is_guessed(answer)):
        return answer
    return by_sentence(search, candidate) or answer


def _is_guessed(answer: tuple[Reading, ...]) -> bool:
    """Whether nothing but a country code that has no plus names the country."""
    return all(
        not reading.value.startswith("+1")
        and any(each.code == codes.PLUS_MISSING for each in reading.assumed)
        for reading in answer
    )


def by_sentence(search: Search, candidate: Candidate) -> tuple[Reading, ...]:
    """The readings in the countries that the sentence names, else in those of its language.

    None where too many would do: such a guess says nothing.
    """
    spoken_for = spoken_for_by(search, candidate)
    found = {}
    for region in spoken_for.countries:
        if not fits(candidate.digits, region) and not _is_short_code(candidate.digits, region):
            continue
        answer = numbering_plan.resolve(
            Written(candidate.digits, False, candidate.groups, region), _NO_HINTS
        )
        for reading in () if isinstance(answer, Problem) else answer:
            found[reading.value] = reading if spoken_for.named else _by_language(reading)
    return tuple(found.values()) if len(found) <= _MOST_COUNTRIES else ()


def _is_short_code(digits: str, region: str) -> bool:
    """Whether they are one of China's service numbers, which no numbering plan lists."""
    return region == "CN" and _CHINESE_SERVICE.fullmatch(digits) is not None


def _by_language(reading: Reading) -> Reading:
    """A reading in a country that a sentence names, as one in a country of its language."""
    assumed = tuple(
        Assumption(codes.COUNTRY_FROM_LANGUAGE, each.args)
        if each.code == codes.COUNTRY_FROM_TEXT
        else each
        for each in reading.assumed
    )
    return msgspec.structs.replace(reading, assumed=assumed)


def _not_contradicted(search: Search, candidate: Candidate) -> Hints:
    """The hints without guessed countries that the sentence speaks against."""
    hints = search.hints
    if not hints.claim_regions and not hints.locale_region:
        return hints
    countries = spoken_for_by(search, candidate).countries
    if not countries:
        return hints
    claimed = tuple(region for region in hints.claim_regions if region in countries)
    locale = hints.locale_region if (hints.locale_region or "").upper() in countries else None
    return Hints(region=hints.region, claim_regions=claimed, locale_region=locale)


def _named_in_sentence(search: Search, candidate: Candidate) -> str | None:
    """The only country named in the sentence, where the digits are a number of it."""
    named = named_in_sentence(search, candidate)
    fitting = [region for region in named if fits(candidate.digits, region)]
    return fitting[0] if len(fitting) == 1 and not _is_loose(candidate) else None


def _of_region(search: Search, candidate: Candidate, region: str | None) -> Answer | None:
    digits, hints = candidate.digits, search.hints
    written = Written(digits, False, candidate.groups, region, signs=candidate.gaps)
    named = [r for r in (region, hints.region, *hints.claim_regions, hints.locale_region) if r]
    if region is None and is_chinese_mobile(candidate, asked="CN" in named):
        return _chinese(written, hints)
    fitting = [] if _is_loose(candidate) else [r for r in named if fits(digits, r.upper())]
    if fitting:
        odd = _has_two_odd_groups(candidate, fitting) and not _has_phone_evidence(search, candidate)
        return None if odd else numbering_plan.resolve(written, hints)
    if NANP.fullmatch(digits):
        return _north_american(search, candidate, written)
    if digits.startswith("11") and len(digits) == 12 and len(candidate.groups) > 2:
        single = metadata.undoubled(digits)
        return numbering_plan.resolve(written, hints) if single else None
    if region and digits[0] == "0" and len(candidate.groups) > 1 and not _is_loose(candidate):
        return numbering_plan.resolve(written, hints)
    return _elsewhere(search, candidate, written)


def _chinese(written: Written, hints: Hints) -> Answer:
    """A mobile number of China; where it is a toll-free one of North America too, both."""
    own = numbering_plan.resolve(written._replace(region="CN"), hints)
    if hints.region == "CN" or not TOLL_FREE.match(written.digits):
        return own
    other = numbering_plan.resolve(written, Hints())
    return own if isinstance(own, Problem) or isinstance(other, Problem) else (*own, *other)


def fits(digits: str, region: str) -> bool:
    """Whether digits are a number of a region, written as people there do."""
    return len(digits) in metadata.lengths(region) and metadata.fits(digits, region)


def _is_loose(candidate: Candidate) -> bool:
    """Whether a number valid at home is written as no number is: as an amount, with odd gaps."""
    if other_numbers.are_amounts(candidate.groups, candidate.gaps):
        return set(candidate.gaps) != {" "}
    return len(candidate.groups) > 2 and "," in candidate.gaps


def _has_two_odd_groups(candidate: Candidate, regions: list[str]) -> bool:
    """Whether digits of North America are in two groups, as no number there is written."""
    lengths = tuple(map(len, candidate.groups))
    if len(lengths) != 2 or lengths == (3, 7) or not NANP.fullmatch(candidate.digits):
        return False
    return all(metadata.is_north_american(region.upper()) for region in regions)


def _has_phone_evidence(search: Search, candidate: Candidate) -> bool:
    """Return True if the text next to the digits, or their disguise, speaks for a phone."""
    if phoning.has_cue_near(candidate.before, candidate.after) or context.alone(
        candidate.before, candidate.after
    ):
        return True
    place = slice(candidate.row.starts[candidate.first], candidate.row.ends[candidate.last])
    return adjacent.is_styled_between(search.text[place], search.unmasked[place])


def _is_in_words(candidate: Candidate) -> bool:
    """Return True if the digits are part of a sentence or of a list of hashtags."""
    return adjacent.is_in_sentence(candidate.before, candidate.after) or adjacent.is_among_hashtags(
        candidate.before
    )


def _north_american(search: Search, candidate: Candidate, written: Written) -> Answer | None:
    number = metadata.known("+1" + candidate.digits[-10:])
    if number is None or not number.valid:
        return None
    has_evidence = _has_phone_evidence(search, candidate)
    if not _is_written_well(candidate, phone=has_evidence):
        return None
    answer = numbering_plan.resolve(written, search.hints)
    if not isinstance(answer, Problem) and any(each.value == number.value for each in answer):
        return answer
    if tuple(map(len, candidate.groups)) == (3, 3, 4):
        shape = Assumption(codes.COUNTRY_FROM_SHAPE, ("1",))
        return (Reading(kind="phone", value=number.value, region=number.region, assumed=(shape,)),)
    return Problem.NO_COUNTRY if has_evidence else None


def is_written_well(digits: str, groups: tuple[str, ...], gaps: tuple[str, ...]) -> bool:
    """Whether digits are grouped as a NANP number that no word of phoning is next to."""
    lengths = tuple(map(len, groups))
    if len(lengths) == 1:
        return TOLL_FREE.match(digits) is not None
    if set(gaps) <= {" "}:
        return lengths in _NANP_SPACED and len(digits) == 11
    if "," in "".join(gaps):
        return set(gaps) == {","} and lengths in _NANP_SPACED
    return len(lengths) > 2


def _is_written_well(candidate: Candidate, *, phone: bool) -> bool:
    """The same with the text next to the groups."""
    if phone and "," not in "".join(candidate.gaps):
        return True
    is_alone = len(candidate.groups) == 1 and not phone
    is_well = is_written_well(candidate.digits, candidate.groups, candidate.gaps)
    return is_well and (not is_alone or _is_in_words(candidate))


def _elsewhere(search: Search, candidate: Candidate, written: Written) -> Answer | None:
    """Numbers with a country code but no plus, with 00, or of an unknown country."""
    digits, groups = candidate.digits, candidate.groups
    if other_numbers.are_amounts(groups, candidate.gaps) or not 8 <= len(digits) <= 17:
        return None
    has_evidence = _has_phone_evidence(search, candidate)
    prefix = next((each for each in PREFIXES if digits.startswith(each)), None)
    number = metadata.known("+" + digits[len(prefix) :]) if prefix else None
    if prefix and number and (number.valid or (has_evidence and len(candidate.groups) > 1)):
        explicit = _is_explicit(candidate, has_evidence, prefix, number)
        return numbering_plan.resolve(written, search.hints) if explicit else None
    if _is_year_like(groups):
        return None
    if _starts_with_code(candidate, has_evidence):
        return numbering_plan.resolve(written, search.hints)
    if has_evidence and _is_code_apart(candidate):
        return _with_code(written)
    if not has_evidence or digits[0] != "0" or digits[1] == "0":
        return None
    if len(groups) > 1 and len(digits) < 13:
        return Problem.NO_COUNTRY  # what no country at hand dials is a number of some other one
    return None


def _is_explicit(
    candidate: Candidate, has_evidence: bool, prefix: str, number: metadata.Known
) -> bool:
    """Return True if zeros at the start are an international prefix before a whole country code."""
    head = candidate.groups[0]
    if 1 < len(head) != len(prefix) and not head.startswith(prefix + str(number.code)):
        return False
    if has_evidence or _is_in_words(candidate) or len(candidate.groups) > 2:
        return True
    return len(candidate.groups) > 1 and any(gap != " " for gap in candidate.gaps)


def _starts_with_code(candidate: Candidate, has_evidence: bool) -> bool:
    """Whether the digits begin with a country code, though no plus says so."""
    digits, groups = candidate.digits, candidate.groups
    if len(digits) < 10 or digits[0] == "0":
        return False
    apart = len(groups) > 2 and metadata.starts_with_code(groups)
    apart = apart and (has_evidence or any(gap != " " for gap in candidate.gaps))
    long = has_evidence and len(digits) > 10
    number = metadata.known("+" + digits) if apart or long else None
    if number is None or not number.valid:
        return False
    return long or groups[0] == str(number.code)


def _is_code_apart(candidate: Candidate) -> bool:
    """Return True if signs separate a country code and three groups, though no plan holds them."""
    if (
        len(candidate.groups) < _FEWEST_APART
        or len(candidate.digits) < _FEWEST_DIGITS
        or " " in candidate.gaps
    ):
        return False
    number = metadata.known("+" + candidate.digits)
    return number is not None and candidate.groups[0] == str(number.code) != "1"


def _with_code(written: Written) -> tuple[Reading, ...] | None:
    """Digits read as if a plus preceded them."""
    answer = numbering_plan.resolve(written._replace(plus=True), Hints())
    if isinstance(answer, Problem):
        return None
    missing = Assumption(codes.PLUS_MISSING, (written.groups[0],))
    return tuple(each.assuming(missing) for each in answer)


def _is_year_like(groups: tuple[str, ...]) -> bool:
    return len(groups) > 1 and len(groups[0]) == 4 and groups[0][:2] in {"19", "20"}
