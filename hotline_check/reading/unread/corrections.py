"""Words that make another number of the one next to them: `use 31 instead of 30`."""

import re
from collections.abc import Iterator
from typing import Final

from hotline_check.lazy_pattern import lazy_pattern

# Of a number, what somebody may change: "the last digit", "die letzte Null", "끝자리".
_LAST: Final = r"""
    \b (?: last | final ) [ ] digit \b (?! [ ] of [ ] )
    | \b letzten? [ ] (?: ziffer | zahl | null | stelle ) \b
    | \b (?: [uú]ltim[oa]s? | dernier | ultim[ao] | l'ultima )
        [ ] (?: d[ií]gitos? | cifras? | chiffres? | numero | número | numéro | zero ) \b
    | \b последн\w{2,3} [ ] (?: цифр | ноль | нол ) | \b son [ ] (?: rakam | hane )
    | 끝 [ ]? (?: 자리 | 번호 ) | 마지막 [ ]? (?: 숫자 | 자리 | 번호 )
    | (?: आखिरी | अंतिम ) [ ] अंक
"""
# "statt der letzten 0", "en lugar de 1", "0 yerine", "2가 아니라".
_INSTEAD: Final = r"""
    \b (?: (?:an)?statt | anstelle | (?: en [ ] | em [ ] | no [ ] )? (?: lugar | vez ) [ ] d[eo]
        | au [ ] lieu [ ] d[eu] | al [ ] posto [ ] d\w{1,4} | invece [ ] d\w{1,4} | вместо )
      [ ] (?: (?: der | des | del | la | el | die | letzten | последней ) [ ] ){0,2}
      \d{1,4} (?! \w | [ ]?[€$£%] | [.,:]\d | [ ](?:eur|min|std|tage|horas|heures) )
    | (?<! [\w.,:-] ) \d{1,4} [ ]? (?: [을를이가] [ ] )?
      (?: yerine \b | 대신 | 아니라 | ではなく | の代わり | [ ] की [ ] जगह | [ ] के [ ] बजाय )
    | \b durch [ ] (?: (?: die | eine? ) [ ] )? \d{1,4} [ ] (?: ersetz | tausch )
"""
# "后面加1", "改成31", in a text whose numerals were made digits.
_CHINESE: Final = lazy_pattern(
    r"""
    (?: (?<! [修更] ) 改[成为為]? | [换換][成为為] | [变變]成 | 替[换換][成为為]
        | [后後最尾][面位]?[再]?加[个個上]? | 再加[个個上]? | 加上 | [减減]去? | 去掉
        | 末[两兩1-4]?[位碼码]是? | 最[后後][两兩1-4]?[位碼码]是?
        | 末?尾[号號数數]?(?:[两兩1-4][位碼码])?[是为為] | [结結]尾[是为為] | 以(?=\d{1,4}[结結]尾)
        | [后後前末尾][面边]?[两兩2-9][位碼码][数數]?[是为為应應:]{0,2}
        | 多打[1个個]{0,2} | [补補][上个個]?
        | (?<! [0-9a-z_.,:-] ) \d{1,4} [ ]? (?: [换換改变變][成为為]? )
        | 真[号號]是 | 其[实實]是 | 正[确確]的?是 | [应應][该該]是? ) [ ]? \d{1,4}
        # and no more digits or what is counted
        (?! [0-9a-z_%:] | [.,]\d | [ -]{1,2}\(?\d
          | [ ]? [次个個天年月日号號小分秒时時点點元块塊人位周週倍种種条條岁歲] )
    # "最后两位对调", "每位加1", "去掉最后一位", "倒过来打"
    | (?: [最末][后後尾]? | [后後前尾] | 中[间間] ) [两兩1-4]? [位碼码] [数數]? [ ]? [要得请請]?
        (?: [对對][调調] | 互[换換] | 交[换換] | [颠顛]倒 | [倒反][过過着] | 去掉 | [删刪] | 不要
          | [减減改换換加] )
    | (?: 去掉 | [删刪][掉除]? | 不要 ) [最末][后後尾]?[两兩1-4][位碼码]
    | 每[1个個]?[位碼码] [数數]? [ ]? [加减減]
    | [倒反][过過]?[来來着著][打拨撥念] | [从從][后後]往前
    """,
    re.VERBOSE,
)
# "aggiungi 5 alla fine", "sonuna 5 ekleyin", "最後に5を付けて", "plus one".
_ADDED: Final = r"""
    \b (?: add | añad\w+ | agreg\w+ | acrescent\w+ | adicion\w+ | ajout\w+ | aggiung\w+ | добав\w+ )
      [ ] (?: an? [ ] | una? [ ] | une? [ ] | um [ ] )? \d [ ]
      (?: at | al | a [ ] la | à [ ] la | no | ao | alla | в ) [ ] (?: the [ ] )? (?: end | final
        | fin | fim | fine | конц\w )
    | \b (?: sonuna | sonu ) [ ] \d{1,4} (?! \w )
    | \b sonunda [ ] \d{1,4} [ ] tuşla\w*
    | 끝이 [ ]? \d | 뒤에 [ ]? \d | (?: 最後 | 後ろ ) に \d
    | अंत [ ] में [ ] \d | (?<= \d [ ] ) plus [ ] one \b (?! [ ] of )
    | \b from [ ] \d [ ] to [ ] \d [ ] at [ ] the [ ] end
"""
_CORRECTION: Final = lazy_pattern(
    rf"""
    # "the last digit is 1", "change the last two to 31", "new last four: 0143"
    \b (?: last | final | first | middle | correct | right | real )
        [ ] (?: [a-z0-9]{{1,6}} [ ] )? (?: digits? | numbers? | two | three | four | ending | end )
        (?: [ ] (?: is | are | to | should [ ] be | with | by ) | [ ]? [:=] ) [ ] \d{{1,4}} (?! \w )
    # "ends in 0143"
    | \b (?: ends? | ending ) [ ] (?: in | with | on ) [ ] \d{{1,4}} (?! \w )
    # "use 31 instead of 30", "replace 30 with 31", "a 9 for the last 0"
    | \b \d{{1,4}} [ ] (?: instead [ ] of | rather [ ] than | in [ ] place [ ] of )
        [ ] (?: the [ ] )? (?: (?: last | first | final ) [ ] )? \d{{1,4}} (?! \w )
    | \b (?: replace | swap | change | exchange ) [ ] (?: the [ ] )? (?: (?: last | first ) [ ] )?
        \d{{1,4}} [ ] (?: with | by | for | to | and | into ) [ ] (?: an? [ ] )? \d{{1,4}} (?! \w )
    # "末尾を0ではなく1に", "最後の数字は1"
    | (?: 末尾 | 最後の(?:数字|桁|番号) | 下[一二1-4]桁 ) [をはがの]? [ ]? \d{{1,4}} (?! \w* 分)
    # "skip the 8 after the 1", "leave out the last 0"
    | \b (?: skip | omit | drop | ignore | delete | remove | leave [ ] out | without )
        [ ] the [ ] (?: (?: last | first | final | leading ) [ ] )? \d{{1,2}} (?! \w )
    | {_LAST} | {_INSTEAD} | {_ADDED}
    | \b (?: add | subtract ) [ ] \d [ ] (?: to | from ) [ ] (?: the | each ) [ ] (?: last | digit )
    """,
    re.VERBOSE,
)
# One of these is in each of them, asked before the pattern is compiled.
_PARTS: Final = (
    *("digit", "ends in", "ends with", "ends on", "ending", "end in", "end with", "instead of"),
    *("rather than", "in place of", "replace ", "swap ", "change ", "last ", "first ", "numbers"),
    *("skip ", "omit ", "drop ", "ignore ", "delete ", "remove ", "leave out ", "without "),
    *("末尾", "最後", "桁", "letzte", "ltim", "dernier", "последн", "son ", "끝", "마지막", "अंक"),
    *("statt", "anstelle", "lugar", "vez d", "lieu d", "posto d", "invece d", "вместо", "yerine"),
    *("대신", "아니라", "ではなく", "代わり", "जगह", "बजाय", "durch "),
    *("add ", "añad", "agreg", "acresc", "adicion", "ajout", "aggiung", "добав", "sonu", "뒤에"),
    *("後ろ", "अंत", "plus one", "at the end"),
)
_CHINESE_PARTS: Final = (
    *("改", "换", "換", "变", "變", "加", "减", "減", "去掉", "位", "碼", "码", "尾", "是"),
    *("应", "應", "倒", "反", "往前", "补", "補", "多打"),
)
# A payment card or an account, of which the last digits are often given.
_OTHER: Final = lazy_pattern(
    r"(?:\b(?:card|account|visa|mastercard|amex|ssn|iban|wallet|order|ticket|case)\b|[卡账帳户戶单單])"
    r"[^.!?\n]{0,24}\Z"
)


def corrections(lowered: str) -> Iterator[tuple[int, int]]:
    """Where a folded text in small letters says which digits to dial in place of others."""
    kinds: list[tuple[re.Pattern[str], tuple[str, ...]]] = [(_CORRECTION, _PARTS)]
    if not lowered.isascii():
        kinds.append((_CHINESE, _CHINESE_PARTS))
    for pattern, parts in kinds:
        for match in pattern.finditer(lowered) if any(map(lowered.__contains__, parts)) else ():
            if not _OTHER.search(lowered, max(0, match.start() - 40), match.start()):
                yield match.span()
