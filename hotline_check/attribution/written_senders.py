"""Contacts that a text says wrote or called: a copied mail header, "a mail from …".

Whoever pastes `From: Coinbase <…>` was written to. An address or a number proves nothing then, as
in a mail's own headers, so such a contact is judged as one that reached the person.
"""

import re
from typing import Final

import msgspec

from hotline_check.attribution.callers.reached import has_called
from hotline_check.lazy_pattern import lazy_pattern
from hotline_check.reading.models import Find
from hotline_check.reading.normalize.blanks import blanked
from hotline_check.reading.normalize.characters import places, small
from hotline_check.reading.phone.written import opening_hours

# Characters before a contact in which is looked for what the text says of it.
_BEFORE: Final = 240

# How mail programs name the fields that say who wrote, or who gets the answer.
_FIELDS: Final = (
    *("from", "sender", "reply-to", "reply to", "return-path", "sent by", "sent from"),
    *("von", "absender", "gesendet von", "antwort an", "de", "expéditeur", "envoyé par"),
    *("répondre à", "remitente", "enviado por", "responder a", "remetente", "da", "mittente"),
    *("inviato da", "rispondi a", "van", "afzender", "verzonden door", "från", "avsändare"),
    *("fra", "avsender", "afsender", "lähettäjä", "od", "nadawca", "odesílatel", "odesilatel"),
    *("feladó", "de la", "expeditor", "kimden", "gönderen", "từ", "người gửi", "dari"),
    *("pengirim", "от", "от кого", "отправитель", "від", "від кого", "відправник", "από"),
    *("αποστολέας", "מאת", "من", "จาก", "ผู้ส่ง", "प्रेषक"),
    *("发件人", "發件人", "寄件者", "寄件人", "发信人", "發信人", "发送人", "發送人", "发件者"),
    *("回复至", "回覆至", "差出人", "送信者", "送信元", "返信先", "보낸 사람", "보낸사람"),
    *("보낸이", "발신자", "회신 주소"),
)
_NAMES: Final = "|".join(
    re.escape(name).replace("\\ ", "[ ]?") for name in sorted(_FIELDS, key=len, reverse=True)
)
_QUOTED: Final = r"[ \t\u3000]*(?:[>|][ \t]?)*[*_\"']{0,2}"
# What each of them begins with; the search for it takes less than compiling the pattern.
_BEGINNINGS: Final = tuple({name.split()[0] for name in _FIELDS})
_QUOTING: Final = " \t\u3000>|*_\"'"
# A shown name before an address; before a number only a short one, for a sentence may follow.
_SHOWN: Final = r"[^\n:\uff1a]{0,120}?"
_OPENS: Final = r"""[ \t<(\[\uff08"'\u201c\u300a]*(?:(?:mailto|tel):)?"""
_FIELD: Final = lazy_pattern(
    rf"""
    {_QUOTED}(?:{_NAMES})
    (?:{_QUOTED}[ \t]?[:\uff1a\t]|[ ][\u2013-][ ]|["'][,;|]){_QUOTED}
    (?:\n[ \t]*)?(?P<shown>[^\n]*)$  # the shown name, also on the next line
    """,
    re.IGNORECASE | re.VERBOSE,
)
# The line by which a mailbox separates mails, and `Sent by …` without a colon.
_LINE: Final = lazy_pattern(
    rf"""
    {_QUOTED}(?:from|sent[ ](?:by|from)){_OPENS}$     # "From help@…", "> Sent by help@…"
    | {_QUOTED}sent[ ](?:by|from)[ ]{_SHOWN}[<(\[]$   # "Sent by Coinbase <help@…"
    """,
    re.VERBOSE,
)
_OF_LINES: Final = ("from", "sent")
# What each of the next holds, seen in a tenth of their time: a verb; or a word before `from` or
# `by`; or a preposition right before the contact.
_VERBS: Final = ("schrieb", "schreef", "skrev", "来自", "來自", "收到")
_FROM_OR_BY: Final = (" from ", " by ")
_BEFORE_FROM: Final = (
    *("mail", "mails", "message", "messages", "letter", "letters", "text", "texts", "sms"),
    *("dm", "dms", "call", "calls", "called", "contacted", "texted", "mailed", "wrote"),
    *("phoned", "written", "sent", "that", "which", "was", "were", "came", "come", "comes"),
    *("coming", "received", "today", "to me"),
)
_OF: Final = (" von", " de", " da", " van", " od", " от", " с")
_OPENING: Final = " \t\n<([\uff08\"'\u201c\u300a"
_SAYS: Final = lazy_pattern(
    rf"""
    # "I got a mail from …", with the name that was shown; "was called by …"
    \b(?:e-?mails?|mails?|messages?|letters?|texts?|sms|dms?|calls?|voice\s?mails?|called|contacted
        |texted|e?mailed|wrote|phoned|written|sent)
      [ ](?:(?:that|which)[ ])?
      (?:(?:was|were|came|comes?|coming|sent|received|today|to[ ]me)[ ]){{0,3}}
      (?:from|by)[ ](?:(?:the|this|a|an)[ ])?
      (?:(?:number|address|e-?mail|sender|account|phone|user)[ :]{{1,2}}){{0,3}}
      (?:(?!(?:to|and|or|by|via)\b)[\w.'-]+[ ]){{0,4}}?(?:[\w.'-]+(?=[<(\[]))?{_OPENS}$
    # the same where the preposition also means "of": only right before the contact
    | \b(?:e-?mails?|mails?|nachricht(?:en)?|sms|anruf|correos?|mensajes?|llamada|courriels?
        |messages?|appel|mensagem|mensagens|ligação|messaggio|chiamata|bericht|wiadomość
        |письмо|сообщение|смс|звонок)
      [ ](?:von|de|da|van|od|от|с)[ ]{_OPENS}$
    # "On Monday Coinbase <…> wrote" with the verb first
    | \b(?:schrieb|schreef|skrev)[ ](?:[\w.'-]+[ ]){{0,4}}?[<(\[]?{_OPENS}$
    | (?:来自|來自|收到)[了]?[ ]?{_OPENS}$
    """,
    re.VERBOSE,
)
# Of an address, whatever is said to come from it: "Got this from …", "Subject: hi From: …".
_FROM: Final = lazy_pattern(
    rf"""
    (?<!\w)from:?[ ]
    (?: (?:the[ ]|address[ ]|e-?mail[ ]){{0,3}}   # "from the email address …"
      | (?:[\w.'-]+[ ]){{1,4}}<                   # "from Coinbase Support <…"
    )
    {_OPENS}$
    """,
    re.VERBOSE,
)
# "… wrote:", the line above a quoted mail.
_WROTE: Final = lazy_pattern(
    r"""
    [ \t>)\]\uff09"']*(?:
      (?:wrote|sent|e?mailed|texted|called|contacted|phoned|messaged|schrieb|schreef|yazdı|napisał
        |escribió|escreveu|skrev|kirjoitti|пишет|написал[а]?)(?![^\W\d_])
      | (?:has|have|hat|a|ha)\s(?:written|sent|e?mailed|called|texted|geschrieben|écrit|scritto)\b
      | \s?(?:写道|寫道|发来|發來|寄来|寄來|给我|給我|发邮件|發郵件|发短信|發簡訊|打来|打來|から
          |님이|에서[ ](?:온|보낸|메일|전화))
      | \s?(?:的|發的|发的)(?:邮件|郵件|电邮|電郵|短信|簡訊|消息|訊息|来电|來電)
    )
    """,
    re.IGNORECASE | re.VERBOSE,
)
_DIGITS: Final = lazy_pattern(r"(?<![+(])[+(]*+\d(?s:.*\d)?")
_NUMBER_SHOWN: Final = lazy_pattern(rf"(?:[^\W\d_]+[ .]{{1,2}}){{0,3}}{_OPENS}")


def as_sender(find: Find, text: str) -> Find:
    """The contact with the origin `sender` where the text says that it wrote or called.

    >>> find = Find(start=6, end=22, text="help@example.org")
    >>> as_sender(find, "From: help@example.org").origin
    'sender'
    """
    if find.origin not in {"text", "link"} or not _may_write(find):
        return find
    start, end = span(find)
    before = _line_before(text, start)
    is_address = bool(find.readings) and find.readings[0].kind != "phone"
    field = _FIELD.match(before) if _may_be_field(before) else None
    if (
        (field and (is_address or _NUMBER_SHOWN.fullmatch(field["shown"])))
        or _tells(before, is_address=is_address)
        or _WROTE.match(text, end)
    ):
        return msgspec.structs.replace(find, origin="sender")
    if is_address:
        return find
    return msgspec.structs.replace(find, origin="sender") if has_called(text, start, end) else find


def _tells(before: str, *, is_address: bool) -> bool:
    # A pattern that ignores case takes these for an i and an s, and three times as long.
    before = small(before).replace("\u0131", "i").replace("\u017f", "s")
    return bool(
        (any(map(before.__contains__, _OF_LINES)) and _LINE.match(before))
        or (_may_say(before) and _SAYS.search(before))
        or (is_address and any(_FROM.match(before, at) for at in places(before, "from")))
    )


def _may_say(before: str) -> bool:
    return (
        any(map(before.__contains__, _VERBS))
        or before.removesuffix("mailto:").removesuffix("tel:").rstrip(_OPENING).endswith(_OF)
        or any(
            before.endswith(_BEFORE_FROM, 0, place)
            for word in _FROM_OR_BY
            for place in places(before, word)
        )
    )


def _may_be_field(line: str) -> bool:
    return not line.isascii() or line.lstrip(_QUOTING).lower().startswith(_BEGINNINGS)


def _line_before(text: str, at: int) -> str:
    """What precedes a contact on its line; with the line above where it goes on with that."""
    low = max(0, at - _BEFORE)
    start = text.rfind("\n", low, at) + 1 or low
    goes_on = text[start:at][:1] in {" ", "\t"} or not text[start:at].strip("<>*_\"'")
    if start > low and goes_on:
        start = text.rfind("\n", low, start - 1) + 1 or low
    return text[start:at]


def span(find: Find) -> tuple[int, int]:
    """Where the digits of a number are: a pasted one holds the words around them, and hours."""
    if "@" in find.text or not (find.text[:1].isalpha() or " " in find.text):
        return find.start, find.end
    hours = opening_hours(find.text)
    digits = _DIGITS.search(blanked(find.text, [hours]) if hours else find.text)
    if digits is None:
        return find.start, find.end
    return find.start + digits.start(), find.start + digits.end()


def _may_write(find: Find) -> bool:
    """Return False for web addresses: these are opened, whoever wrote of them."""
    return not find.readings or find.readings[0].kind != "url"
