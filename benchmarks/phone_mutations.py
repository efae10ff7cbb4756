"""Mutations of a published phone number, each with what it may still mean."""

import random
import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import Final

import concessions
import phonenumbers
from mutation import REGIONS, Line, Mutation, at_home, forms, mutations, plan_reads
from phonenumbers import PhoneNumberFormat as Format

PREFIXES: Final = ("00", "011", "0011", "010", "810", "001")
_SOME: Final = 40
"""Countries that are tried for each number, so that a run makes few mutations in vain."""
FICTIONAL: Final = ("2025550143", "+1 312 555 0147", "+44 113 496 0123", "07700 900123")


@mutations("glued digits")
def glued_digits(line: Line, rng: random.Random) -> Iterator[Mutation]:
    """Digits more at either end, glued or behind a sign."""
    for text in forms(line):
        for sign in ("", " ", "-", "/", ".", ",", ";", ":", "*", "·", " - ", "\u00a0"):
            more = "".join(rng.choices("0123456789", k=rng.randint(1, 4)))
            for mutated in (f"{more}{sign}{text}", f"{text}{sign}{more}"):
                for region in at_home(line):
                    bare = mutated.replace(sign, "") if sign.strip() else mutated
                    meant = plan_reads(bare, region, *line.home)
                    is_after = mutated[0] == text[0]
                    is_sent = concessions.follows_a_pause(sign, is_after=is_after)
                    is_abroad = concessions.is_prefix_for_abroad(more, mutated, line, region)
                    own = {line.value} if is_sent or is_abroad else set()
                    yield Mutation(mutated, meant | own, region)


@mutations("a digit inside")
def digit_inside(line: Line, rng: random.Random) -> Iterator[Mutation]:
    """One digit more at any place, in another script or style too."""
    for text in forms(line):
        for place in range(1, len(text)):
            digit = rng.choice("0123456789٣۵५๗８⑥𝟗²")
            mutated = text[:place] + digit + text[place:]
            plain = text[:place] + str(unicodedata.digit(digit)) + text[place:]
            region = rng.choice(at_home(line))
            yield Mutation(mutated, plan_reads(plain, region, *line.home), region)


@mutations("brackets")
def brackets(line: Line, rng: random.Random) -> Iterator[Mutation]:
    """A digit inside, before or behind brackets of any kind."""
    code, nsn = line.number.country_code, phonenumbers.national_significant_number(line.number)
    for opening, closing in ("()", "[]", "{}", "（）", "<>"):
        for digit in "123456789":
            for mutated in (
                f"+{code} {opening}{digit}{closing} {nsn}",
                f"{digit} {opening}{nsn[:3]}{closing} {nsn[3:]}",
                f"{digit}{opening}{nsn[:3]}{closing}{nsn[3:]}",
                f"+{code} {opening}{nsn[:3]}{closing}{digit}{nsn[3:]}",
                f"{opening}+{code}{digit}{closing} {nsn}",
                f"+{code} {nsn} {opening}{digit}{closing}",
                f"{opening}{digit}{closing}+{code} {nsn}",
            ):
                region = rng.choice(at_home(line))
                plain = mutated.translate({ord(opening): "(", ord(closing): ")"})
                bare = "".join(char for char in plain if char.isdecimal() or char == "+")
                meant = plan_reads(bare, region, *line.home) | plan_reads(plain, region)
                is_trunk = concessions.is_trunk_in_brackets(digit, line.region, region)
                yield Mutation(mutated, meant if is_trunk else meant - {line.value}, region)


@mutations("pauses")
def pauses(line: Line, rng: random.Random) -> Iterator[Mutation]:
    """Digits that a phone sends after a pause: echoed; a number of their own is no extension."""
    for text in (line.value, "tel:" + line.value, line.written(Format.INTERNATIONAL)):
        for pause in (",", ",,", ",,,", "p", "P", "w", ";", " w ", "x", " ext. ", "#", ";ext="):
            for size in (1, 3, 6, 7, 10):
                more = "".join(rng.choices("0123456789", k=size))
                is_sent = concessions.is_extension(pause, size)
                meant = plan_reads(line.value) if is_sent else frozenset[str]()
                yield Mutation(f"{text}{pause}{more}", meant)


@mutations("tel parameters")
def tel_parameters(line: Line, rng: random.Random) -> Iterator[Mutation]:
    """RFC 3966: the context is a part of the number, everything else is echoed."""
    nsn = phonenumbers.national_significant_number(line.number)
    own = f"+{line.number.country_code}"
    for _ in range(12):
        region = rng.choice(REGIONS)
        context = f"+{phonenumbers.country_code_for_region(region)}"
        meant = frozenset({context + nsn}) | ({line.value} if context == own else frozenset())
        for text in (nsn, f"{nsn[:3]}-{nsn[3:]}"):
            yield Mutation(f"tel:{text};phone-context={context}", meant)
            yield Mutation(f"tel:{text};phone-context={context}", meant, line.region)
            yield Mutation(f"{text};phone-context={context}", meant, line.region)
        if context != own:
            yield Mutation(f"tel:{line.value};phone-context={context}")
    for name in ("ext", "isub", "postd", "x-pin", "tgrp", "npdi;rn=+1-202-555-0199;x"):
        more = "".join(rng.choices("0123456789", k=rng.randint(1, 6)))
        yield Mutation(f"tel:{line.value};{name}={more}", frozenset({line.value}))
    yield Mutation(f"tel:{nsn};phone-context=example.com", frozenset(), line.region)


@cache
def dials(region: str, prefix: str) -> bool:
    """Whether a country's networks may take a prefix for the international one."""
    metadata = phonenumbers.PhoneMetadata.metadata_for_region(region, None)
    pattern = metadata.international_prefix if metadata else None
    return pattern is not None and re.fullmatch(pattern, prefix) is not None


@mutations("prefixes of other countries")
def foreign_prefixes(line: Line, rng: random.Random) -> Iterator[Mutation]:
    """Behind an international prefix that is not dialled where the person is."""
    for region in rng.sample(REGIONS, _SOME):
        for prefix in PREFIXES:
            bare = prefix + line.value[1:]
            shape = rng.randrange(4)
            text = (
                bare,
                f"{prefix} {line.written(Format.INTERNATIONAL)[1:]}",
                f"{prefix}-{line.value[1:]}",
                f"{bare[:4]} {bare[4:7]} {bare[7:]}",
            )[shape]
            is_own = any(dials(region, bare[:size]) for size in range(2, 8))
            meant = plan_reads(bare, region) if is_own else frozenset[str]()
            given = rng.random() < 0.5
            yield Mutation(text, meant, region if given else None, None if given else region)


@mutations("codes without a plus")
def bare_codes(line: Line, rng: random.Random) -> Iterator[Mutation]:
    """A country code without a plus, where the first digits call somebody at home."""
    digits, made = line.value[1:], 0
    for region in rng.sample(REGIONS, len(REGIONS)):
        code = phonenumbers.country_code_for_region(region)
        if code == line.number.country_code or not rings_at_home(digits, region):
            continue
        for text in (digits, f"{digits[:3]} {digits[3:6]} {digits[6:]}"):
            yield Mutation(text, region=region)
            yield Mutation(text, locale=region)
        made += 1
        if made >= _SOME:
            return


@cache
def rings_at_home(digits: str, region: str) -> bool:
    """Whether digits, or their beginning, are a number written as it is dialled in a country."""
    code = phonenumbers.country_code_for_region(region)
    for size in range(7, len(digits) + 1):
        for found in phonenumbers.PhoneNumberMatcher(digits[:size], region):
            if found.number.country_code == code and len(found.raw_string) == size:
                return True
    return False


@mutations("glued letters")
def glued_letters(line: Line, rng: random.Random) -> Iterator[Mutation]:
    """Letters before, behind and inside of the digits."""
    words = (
        *("a", "k", "kg", "km", "px", "ab", "usd", "BTC"),
        "st",
        "nd",
        "th",
        "call",
        "now",
        "O",
        "l",
    )
    for text in forms(line):
        for word in words:
            place = rng.randrange(2, len(text) - 1)
            if text[0] == "(":
                continue  # a bracket parts the letters from the digits
            for mutated in (f"{word}{text}", f"{text}{word}", text[:place] + word + text[place:]):
                region = rng.choice(at_home(line))
                plain = mutated.replace("O", "0").replace("l", "1")
                meant = plan_reads(plain, region, *line.home) | plan_reads(text, region, *line.home)
                yield Mutation(
                    mutated,
                    meant,
                    region,
                    is_lettered=not concessions.needs_no_echo(word, mutated),
                )


@mutations("a plus too many")
def pluses(line: Line, rng: random.Random) -> Iterator[Mutation]:
    """A plus before national digits, between groups, behind other digits."""
    nsn = phonenumbers.national_significant_number(line.number)
    for code in ("", "0", "00", "8", "1", "888", "800", "+", "44", "49"):
        for sign in ("", " ", "-"):
            mutated = f"+{code}{sign}{nsn}"
            for region in at_home(line):
                own = {line.value} if concessions.is_plus_by_mistake(code) else set()
                meant = plan_reads(mutated, region) | own
                yield Mutation(mutated, meant, region)
    for text in forms(line):
        for place in range(1, len(text)):
            mutated = text[:place] + "+" + text[place:]
            region = rng.choice(at_home(line))
            yield Mutation(mutated, plan_reads(text, region, *line.home), region)


@mutations("a second number")
def second_number(line: Line, rng: random.Random) -> Iterator[Mutation]:
    """Another number beside it that is not published: never clear."""
    for text in forms(line):
        for between in (" or ", " / ", ", ", " ", "\n", " and ", "或", " ou ", "; ", " – ", "/"):
            other = rng.choice(FICTIONAL)
            region = rng.choice(at_home(line))
            yield Mutation(f"{text}{between}{other}", frozenset(), region)
            yield Mutation(f"{other}{between}{text}", frozenset(), region)
