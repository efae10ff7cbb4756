"""Contacts of private persons: a payee's in a payment app, the reader's or the writer's own.

A payment app names its users by their phone number or e-mail address, so `Zelle: 202-555-0143` says
where money goes and `Zelle support: 202-555-0143` whom to call. A platform's own messages name the
address or the number that its customer signed up with.
"""

import re
from functools import lru_cache
from typing import Final

from hotline_check.attribution.masked_sentence import words_of
from hotline_check.attribution.vocabulary import ALARMS, BRAND, DESK, DESK_UNSPACED, HERE, REACHES
from hotline_check.lazy_pattern import lazy_pattern
from hotline_check.reading.models import Find

# What makes the contact next to a payment app's name more than an account in it.
_OF_HELP: Final = lazy_pattern(
    rf"""
    (?<!\w)(?:{DESK}|{ALARMS})(?!\w)
        # "support our team", "help us": no desk
        (?!\s(?:us|our|my|me|him|her|them|this|local|the\s(?!number|line|desk)
          |of\s(?:our|my|the|this|a))\b)
    | {DESK_UNSPACED}
    | (?<!\w)(?:{REACHES})[ ](?:the[ ])?{BRAND}                          # "call Zelle at ..."
    | {BRAND}(?:['\u2019]s)?[ ](?:(?:tele)?phone|contact)[ ]numbers?\b  # "Zelle phone number"
    | (?:24|00)\W?/\W?[07] | \b(?:24|00)\W?h(?:ou)?rs?\b
    | \b(?:agents|experts|specialists|customers?|official)\b
    # the app speaks to its customer: "Zelle: you sent $500 ..."
    | \b(?:your|dear|not[ ]you|was(?:[ ]not|n['\u2019]?t)[ ](?:you|me))\b
    | \b(?:did[ ]you|you(?:[ ](?:have|did|sent|paid|made|just|received)|['\u2019]ve))\b
    | \b(?:debited|charged|deducted|declined|failed)\b | {BRAND}\W+(?:invoice|order|charge)\b
    | \b(?:su|tu|sua|seu|ihre?|votre)\b
    """,
    re.VERBOSE,
)
# Words that a reader's own contact may have before and after what it is called.
_OWN_KIND: Final = r"(?:(?:new|old|verified|registered|primary|personal|private|backup|2fa|sms)\s)"
_OWN_NOUN: Final = r"""
    (?:e-?mail|mail|phone|mobile|cell(?:phone)?|telephone|handy|log-?in|username|user\sname
      |correo|celular|tel[eé]fono|m[oó]vil|e-mail-adresse|handynummer|telefonnummer|adresse\s(?:e-)?mail
      |courriel|num[eé]ro\sde\st[eé]l[eé]phone|telefone)
    (?:\s(?:number|address|account|electr[oó]nico|id))?
"""
_IS: Final = r"(?:\W{1,3}(?:is|was|now|ending\sin|es|est|ist|lautet|é))*\W{1,3}"
_OWN: Final = lazy_pattern(
    rf"""
    # "your email ...", "my new phone number is ...", "my Kraken login is ..."
    \b(?:your|tu|su|seu|sua|ihre?|deine?|votre|ton)\s
        {_OWN_KIND}{{0,2}}{_OWN_NOUN}{_IS}{HERE}
    | \b(?:my|mi|meu|minha|meine?|mon|ma)\s(?:{BRAND}\s)?{_OWN_KIND}{{0,2}}
        (?:{_OWN_NOUN}|number|account){_IS}{HERE}
    # "your Coinbase phone number ... was removed"
    | \byour\s{BRAND}\s{_OWN_KIND}{{0,2}}{_OWN_NOUN}{_IS}{HERE}\W{{1,3}}(?:was|has\sbeen|is\snow)
        \s(?:verified|confirmed|removed|changed|updated|added|linked|registered)\b
    # "I changed my Kraken 2FA phone to ..."
    | \b(?:changed|updated|switched|moved|linked)\s(?:my|your|the)\s(?:{BRAND}\s)?{_OWN_KIND}{{0,2}}
        {_OWN_NOUN}(?:\sfrom\s\S+)?\sto\s{HERE}
    # "the phone number on my Coinbase account is ..."
    | \b{_OWN_NOUN}\s(?:on|of|for|in)\smy\s(?:{BRAND}\s)?account{_IS}{HERE}
    # "I signed up at Binance with ...", "the address was changed by ..."
    | \b(?:registered|signed\sup|logged\sin|opened\san\saccount)\s(?:at|on|to|with|in)\s{BRAND}\s
        (?:with|by|using|under|as)\s{HERE}
    | \b(?:changed|added|removed|requested|approved|confirmed|made|created|opened|used)\sby\s{HERE}
    # "login by ...", "you signed in as ...", "your Coinbase account ... was verified"
    | \b(?:logged[ -]?in|log-?in|signed[ -]?in|sign-?in|registered|authenticated)
        \s(?:by|as|of|for|with)\s(?:user\s)?{HERE}
    | \byour\s(?:{BRAND}\s)?(?:account|profile|login)\s\(?{HERE}\)?\s(?:was|is|has\sbeen|were)\b
    # "a code was sent to ..."
    | \b(?:code|otp|pin|link|mail|e-mail|sms|message|receipt|confirmation)s?
        (?:\s(?:was|were|is|has\sbeen|have\sbeen))?\s(?:sent|delivered|texted|mailed|e-?mailed)
        \sto\s{HERE}
    | \bsent\s(?:\w+\s){{0,3}}(?:code|otp|pin|link|mail|e-mail|sms|receipt|confirmation)s?
        \sto\s{HERE}
    """,
    re.VERBOSE,
)
# A sentence without any of these words is none of those, which is seen in a tenth of the time.
_OF_OWNERS: Final = frozenset(
    (
        *("your", "tu", "su", "seu", "sua", "ihr", "ihre", "dein", "deine", "votre", "ton"),
        *("my", "mi", "meu", "minha", "mein", "meine", "mon", "ma"),
        *("changed", "updated", "switched", "moved", "linked", "added", "removed", "requested"),
        *("approved", "confirmed", "made", "created", "opened", "used", "registered"),
        *("authenticated", "log", "login", "logged", "loggedin", "sign", "signin", "signed"),
        *("signedin", "sent", "delivered", "texted", "mailed", "emailed"),
    )
)
_OWN_UNSPACED: Final = lazy_pattern(
    rf"""
    (?:我|您|你|本人|用户|用戶|客户|客戶)的?(?:新|旧|舊|绑定|綁定|注册|註冊|登录|登錄)?的?
        (?:邮箱|郵箱|电邮|電郵|邮件地址|郵件地址|手机号?码?|手機號?碼?)
        (?:地址|已?改为|改為|[为為是:：\s(（])*{HERE}
    | (?:あなた|お客様|私)の(?:メールアドレス|携帯番号|電話番号)[はが:：\s(（]*{HERE}
    | (?:고객님의?|회원님의?|제|내)\s?(?:이메일|휴대폰|휴대전화|전화)\s?(?:번호|주소)?
        [은는이가:\s(]*{HERE}
    """,
    re.VERBOSE,
)
_FIRST_PERSON: Final = lazy_pattern(r"\b(?:i|my|mi|meu|minha|meine?|mon|ma)\b|[我私내제]|本人")
# A text that asks to use a contact does not give it as the reader's own.
_ASKS_TO_CALL: Final = lazy_pattern(
    r"""
    \b(?:call|dial|ring|contact|reach|text)\b(?!ed|s\b) | \bllam[ae] | \bligue | \bruf | \bappel
    | 致电 | 致電 | 拨打 | 撥打 | 联系 | 聯繫
    """,
    re.VERBOSE,
)
# North American numbers of an organization, as they are written where no country is known.
_ORGANIZATION: Final = lazy_pattern(r"1?8(?:00|88|77|66|55|44|33)\d{7}")
_NOT_DIGITS: Final = lazy_pattern(r"\D+")


def may_be_personal(found: Find) -> bool:
    """Return False for a number that no private person has: toll-free, a short code."""
    if not found.readings:
        return not _ORGANIZATION.fullmatch(_NOT_DIGITS.sub("", found.text))
    reading = found.readings[0]
    if reading.kind != "phone":
        return reading.kind == "email"
    return reading.value.startswith("+") and not _is_of_organization(reading.value)


def _is_of_organization(value: str) -> bool:
    from phonenumbers import PhoneNumberType, number_type, parse  # few texts get here

    return number_type(parse(value)) in {
        PhoneNumberType.TOLL_FREE,
        PhoneNumberType.PREMIUM_RATE,
        PhoneNumberType.SHARED_COST,
        PhoneNumberType.UAN,
    }


def speaks_of_help(sentence: str) -> bool:
    """Return True for a sentence about a payment app's service or an alarm, not about a payment.

    sentence: in small letters, with the brand replaced and each digit a zero.
    """
    return _OF_HELP.search(sentence) is not None


@lru_cache(maxsize=1_024)  # in spam the same sentences come again with another number
def is_own(sentence: str) -> bool:
    """Return True where a sentence gives a contact as the reader's or the writer's own.

    sentence: in small letters, with the brand and the contact replaced.
    """
    is_owned = not _OF_OWNERS.isdisjoint(words_of(sentence)) and _OWN.search(sentence)
    if not (is_owned or (not sentence.isascii() and _OWN_UNSPACED.search(sentence))):
        return False
    return bool(_FIRST_PERSON.search(sentence) or not _ASKS_TO_CALL.search(sentence))
