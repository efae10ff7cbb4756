"""Accounts, groups and meetings as Chinese texts name them, many of them digits, and QR codes."""

import re
from collections.abc import Iterator
from typing import Final

from hotline_check.lazy_pattern import lazy_pattern

# In a text whose signs were made plain, in small letters: `进群123456`, `腾讯会议号 123456`.
_NUMBERED: Final = lazy_pattern(
    r"""
    (?: [扣筘叩]{2} | 企[鹅鵝] | 球球 | 蔻蔻 | 加q | 群[组組]? | [会會][议議] | [识識][别別][码碼]
      | 向日葵 | todesk | 房[间間] | [微薇威v]信 )
    [号號]? [码碼]? [是为為]? [ ]? :? [ ]? (?P<account> \d{5,12} ) (?! \d )
    """,
    re.VERBOSE,
)
_NUMBERED_NAMES: Final = (
    *("扣", "筘", "叩", "企", "球球", "蔻蔻", "加q", "群", "议", "議", "别码", "別碼"),
    *("向日葵", "todesk", "房", "信"),
)
# Whom to look for or to add, by a name with a digit in it: `搜 evilhelp8`, `客服V：evilhelp8`.
# Chains of coins have such names, too.
_ASKED: Final = lazy_pattern(
    r"""
    (?: 搜[索寻尋]? | [联聯][系繫络絡] | 客服[号號v微信]? | [公众眾]{2}[号號]
      | 加 (?:line | [qv微])? | [飞飛][鸡雞] | [电電](?:抱 | bao) | [^\w\s]微 )
    [ ]? :? [ ]? @? (?! (?: trc | erc | bep ) [\d-] )
    (?P<account> (?= [a-z_.]+ \d ) [a-z] [a-z0-9_.]{4,30} )
    # these are followed by any name: `wx号evilhelp`, `v❤evilhelp`
    | (?<! [a-z0-9] ) (?: (?: wx | vx | tg ) [号號] | v [^\w\s:=@.,/*'"()-]{1,3} )
      [ ]? :? [ ]? @? (?P<name> [a-z] [a-z0-9_.]{3,30} )
    """,
    re.VERBOSE,
)
_ASKS: Final = (
    *("搜", "系", "繫", "络", "絡", "客服", "号", "號", "加", "鸡", "雞", "抱", "bao", "微", "v"),
)
# A picture leads to an account that no text names: `扫码加客服`. To load an app is none.
_SCAN: Final = lazy_pattern(
    r"""
    (?<! 不要 ) (?<! 不会 ) (?<! 不會 ) (?<! 随意 ) (?<! [别別勿] )
    (?: [扫掃] [^，,。.!?\n]{0,8} [码碼] [^，,。.!?\n]{0,4}
        (?: 加 | [进進入]群 | [联聯][系繫络絡] | [咨諮] | 客服 )
      | [长長]按 [^，,。.!?\n]{0,6} (?: [识識][别別] | [扫掃] | 加 ) )
    """,
    re.VERBOSE,
)


def accounts_in_chinese(lowered: str) -> Iterator[tuple[int, int]]:
    """Where a folded text in small letters has such an account, or asks to scan one."""
    if lowered.isascii() and "todesk" not in lowered:
        return
    if any(map(lowered.__contains__, _NUMBERED_NAMES)):
        yield from (match.span("account") for match in _NUMBERED.finditer(lowered))
    if any(map(lowered.__contains__, _ASKS)):
        yield from (match.span(match.lastgroup or 0) for match in _ASKED.finditer(lowered))
    if any(map(lowered.__contains__, ("扫", "掃", "长按", "長按"))):
        yield from (match.span() for match in _SCAN.finditer(lowered))
