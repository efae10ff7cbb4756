"""Contacts in lists of calls and messages, where a column or a field says who called or wrote.

`direction,number` above `incoming,+1 …` and `{"direction": "inbound", "number": "+1 …"}` say of a
number what a sentence says by `it called me`. JSON is read as lines of `key: value`.
"""

import re
from collections.abc import Iterator
from typing import Final

import msgspec

from hotline_check.lazy_pattern import lazy_pattern
from hotline_check.reading.models import Find

_MARKS: Final = ("\t", "|", ";", ",")
# Rows above a contact among which is the one of headings.
_MOST_ROWS: Final = 200
# Lines around a contact that may be fields of the same record.
_FIELDS: Final = 4
# Characters of one side of a line.
_LONGEST: Final = 400
# A cell, or the value of a field, that says which way a call went.
_TOWARDS: Final = lazy_pattern(
    r"""
    \W*(?:
      (?:in(?=\W*\Z)|missed|incoming|inbound|received|declined|rejected|unanswered|voice_?mail
        |entrante|perdida|recibida|recebida|entrant|manqué|reçu|eingehend|verpasst|eingegangen
        |ankommend|eingang|ricevuta|persa|inkomend|gemist|входящий|пропущенный|вхідний|gelen|cevapsız|nieodebrane
        |przychodzące|masuk)
      (?:[ _-]?(?:voice|video|phone)?[ _-]?(?:calls?|sms|text|anruf|вызов|звонок|arama))?
      | (?:来电|來電|呼入|未接|已接)(?:来电|來電|电话|電話|通话|通話)?
      | 不在着信|着信|수신|부재중(?:[ ]?전화)?|(?:मिस्ड|इनकमिंग)[ ]कॉल|واردة|فائتة
      | cuộc[ ]gọi[ ](?:nhỡ|đến)
    )\W*
    """,
    re.VERBOSE | re.IGNORECASE,
)
# The heading of a column, or the key of a field, that holds who called or wrote.
_WHO: Final = lazy_pattern(
    r"""
    (?:.*[ _.-])?(?:
      (?:caller|sender|author|originator)(?:[ _-]?(?:id|number|phone|address|e-?mail))?
      | (?:from|src|source|calling|incoming|inbound|missed)
          (?:[ _-]?(?:number|phone|address|e-?mail|call|calls))?
      | absender|anrufer|expéditeur|appelant|remitente|llamante|remetente|mittente|chiamante
      | afzender|beller|отправитель|звонивший|відправник|gönderen|arayan|nadawca|dzwoniący
      | pengirim|penelepon|người[ ](?:gửi|gọi)|المرسل|المتصل|प्रेषक
      | (?:来电|來電|主叫|呼入)(?:号码|號碼)?|发件人|發件人|发送人|寄件者
      | 発信者(?:番号)?|送信者|差出人|着信(?:番号)?|발신(?:자|번호|인)?|보낸[ ]?사람
    )\W*
    """,
    re.VERBOSE | re.IGNORECASE,
)
_FIELD: Final = lazy_pattern(r"[ \t>*-]*(?P<key>[\w .-]{1,40}?)\s*[:\uff1a]\s*(?P<value>.{0,40})")


def as_logged(find: Find, text: str) -> Find:
    """The find as one that reached somebody, where a list of calls or messages says so.

    It looks at all lines around it, so this is for listed contacts only.
    """
    if find.readings and find.readings[0].kind == "url":
        return find
    start = text.rfind("\n", max(0, find.start - _LONGEST), find.start) + 1
    end = text.find("\n", find.end, find.end + _LONGEST)
    line = text[start : end if end >= 0 else find.end + _LONGEST]
    if not (_is_in_log(text, start, line, find.start - start) or _is_field(text, find, start)):
        return find
    if find.readings and find.readings[0].kind != "phone":
        return msgspec.structs.replace(find, origin="sender")
    return msgspec.structs.replace(find, may_have_called=True)


def _is_in_log(text: str, start: int, line: str, place: int) -> bool:
    """Return True if a cell of a contact's row, or the heading of its column, says so."""
    for mark in _MARKS:
        marks = line.count(mark)
        if not marks:
            continue
        if any(map(_TOWARDS.fullmatch, line.split(mark))):
            return True
        head = _heading(text, start, mark, marks)
        if head is not None and _WHO.fullmatch(
            head.split(mark)[line.count(mark, 0, place)].strip()
        ):
            return True
    return False


def _heading(text: str, start: int, mark: str, marks: int) -> str | None:
    """The first of the rows above a line that have as many marks, None without one."""
    head = None
    for _ in range(_MOST_ROWS):
        if start == 0:
            break
        above = text.rfind("\n", 0, start - 1) + 1
        row = text[above : start - 1]
        if row.count(mark) != marks:
            break
        head, start = row, above
    return head


def _is_field(text: str, find: Find, start: int) -> bool:
    """Return True if the key of a contact's field, or a field of the same record, says so."""
    own = _FIELD.fullmatch(text[start : find.start].rstrip("\"'<( "))
    if own is None or own["value"]:
        return False
    if _WHO.fullmatch(own["key"]):
        return True
    return any(
        _TOWARDS.fullmatch(field["value"])
        for field in map(_FIELD.fullmatch, _lines_around(text, start, find.end))
        if field
    )


def _lines_around(text: str, start: int, end: int) -> Iterator[str]:
    yield from text[max(0, start - _LONGEST) : start].splitlines()[-_FIELDS:]
    yield from text[end : end + _LONGEST].splitlines()[1 : _FIELDS + 1]
