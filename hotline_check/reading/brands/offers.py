"""Whether a text offers an address as a contact of the platform that it names.

A newsletter links to news, shops and other companies; none of these is "do not use". An address is
offered where its sentence asks to act or promises help, and does not name the address's owner.
"""

import re
from typing import Final

import msgspec

from hotline_check.reading.models import Find
from hotline_check.reading.web.host import suffix_of

_REACH: Final = 240
"""Characters of a sentence on each side of an address."""
_BORDER: Final = re.compile(r"[.!?](?=\s)|[\n\u3002\uff01\uff1f]")
_HOST: Final = re.compile(r"(?:[a-z]+://)?(?:[^/@]*@)?([a-z0-9.-]+)", re.IGNORECASE)
_SHORTEST_NAME: Final = 4
_ASKS: Final = re.compile(
    r"""
    \b(?:
        # help is promised
        support | help(?:desk|line|\s?cent(?:er|re))? | hotline | customer\s(?:care|service)
      | contact | reach\s(?:us|out) | call | chat | agents? | assist\w* | e-?mail\sus | write\sto
      | ayuda | soporte | atenci[oó]n | contact[aeo]\w* | ajuda | suporte | atendimento
      | hilfe | kundendienst | kontakt\w* | aide | assistance | destek | bantuan | поддержк\w*
        # something is asked for
      | log\s?-?(?:in|on)\b | sign\s?-?in | verif\w+ | confirm\w* | validat\w+ | unlock\w*
      | restor\w+ | recover\w* | reset\w* | reactivat\w+ | activat\w+ | secur\w+ | claim\w*
      | refund\w* | withdraw\w* | cancel\w* | suspend\w+ | locked | dispute\w*
      | inici[ae]\w*\ssesi[oó]n | recupera\w* | acess[ae]\w* | entrar | anmeld\w+ | best[aä]tig\w+
      | connecte[rz]\w* | v[ée]rifi\w+ | giri[sş] | do[gğ]rula\w* | подтверд\w+ | войд\w+
    )\b
    | 客服 | 客戶服務 | 支持 | 支援 | 联系 | 聯繫 | 登录 | 登入 | 验证 | 驗證 | 解锁 | 解鎖 | 找回
    | サポート | 問い?合わせ | ログイン | 認証 | 確認 | 고객센터 | 문의 | 로그인 | 인증
    """,
    re.IGNORECASE | re.VERBOSE,
)


def with_offer(found: Find, text: str) -> Find:
    """The find with what its sentence says of it.

    A number next to a brand is always offered, and a sender offers itself.
    """
    is_web = found.readings and found.readings[0].kind != "phone"
    if not is_web or found.origin == "sender":
        return found
    return msgspec.structs.replace(found, is_offered=_is_offered(found, text))


def _is_offered(found: Find, text: str) -> bool:
    before = text[max(0, found.start - _REACH) : found.start]
    after = text[found.end : found.end + _REACH]
    borders = list(_BORDER.finditer(before))
    start = borders[-1].end() if borders else 0
    border = _BORDER.search(after)
    around = f"{before[start:]} {after[: border.start() if border else len(after)]} {found.shown}"
    return _ASKS.search(around) is not None and not _names_owner(found, around)


def _names_owner(found: Find, around: str) -> bool:
    """Whether the sentence names the one whose host it is: `Netflix` next to help.netflix.com."""
    host = _HOST.match(found.readings[0].value.rpartition("@")[2]) if found.readings else None
    if host is None:
        return False
    shown = host[1].lower()
    name = shown.removesuffix("." + suffix_of(shown)).rpartition(".")[2]
    if len(name) < _SHORTEST_NAME:
        return False
    return re.search(rf"\b{re.escape(name)}\b", around.lower()) is not None
