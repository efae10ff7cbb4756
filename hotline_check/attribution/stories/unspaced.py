"""The same words in scripts that set no spaces, or marks inside words.

Each pattern is asked for in a text without blanks. `我们` is an organization and `其他` means
"other": what longer words hold is no person.
"""

import re
from typing import Final

from hotline_check.lazy_pattern import lazy_pattern

# The syllables of Korean that mark the past tense.
_PASSED: Final = "".join(
    chr(first + 20) for first in range(ord("가"), ord("힣"), 28) if chr(first + 20) not in "있겠"
)

# The writer of a story, and those who act in it.
SELF: Final = lazy_pattern(
    r"""
    我(?![们們]) | 俺 | 本人(?!確認|認証|でない|様) | 私 | 僕 | 自分(?!で)
    | 제[가게이잔] | 저[는한에를] | 나[는한] | 내가
    | मुझ | मेर | मैंने | मैं
    """,
    re.VERBOSE,
)
OTHERS: Final = lazy_pattern(
    r"""
    # Chinese
    (?<!其)[他她] | [对對]方 | [男女]的 | 有[个個] | [骗騙]子 | 卷走 | 捲走 | 老公 | 老婆 | 奶奶
    | 爷爷 | 爺爺 | 阿嬤 | 阿公 | [爸媽妈] | 姓[李林王张張陳陈] | 还有谁 | 還有人 | 还有人 | 也被
    | 自[称稱] | 所[谓謂]
    # Japanese
    | 男性 | 女性 | 祖母 | 祖父 | [父母夫妻彼](?!人) | お客様によると | 名乗 | の人は | 他にも
    # Korean
    | 남자 | 여자 | 남편 | 아내 | 할머니 | 할아버지 | 엄마 | 아빠 | 사람 | 누가 | 고객이 | 한테
    | 또있 | 이라는
    # Hindi
    | आदमी | औरत | पति | पत्नी | दादी | किसीऔर | माँ | झांसे | ग्राहक(?:ने|को) | कोई(?!सवाल)
    """,
    re.VERBOSE,
)
# When something happened, and by which words people tell of it.
EVENTS: Final = lazy_pattern(
    r"""
    # Chinese
    [昨今]天 | 昨晚 | 今早 | [上下]午 | [刚剛]才 | [语語]音 | 留言 | [响響]了 | [这這本][周週]
    | 第[一二三四五六七八九十\d]+次 | 屏幕 | 螢幕 | 反映 | 要求 | 表示 | [风風][险險] | 要我的
    # Japanese
    | 留守電 | 着信(?!専用|課金|無料) | 昨[夜日] | 今朝 | 今週 | [回度]目 | さっき | 怪しい | 困って
    | とのこと | 失い
    # Korean
    | 음성사서함 | 방금 | 어젯밤 | 오늘아침 | 이번주 | 번째 | 진술 | 때문에 | 급하
    # Hindi
    | कलरात | आजसुबह | वॉइसमेल | बताया | मांग[ाेी]
    """,
    re.VERBOSE,
)
# What forms of the past have.
PAST: Final = lazy_pattern(
    rf"""
    了(?![解吗嗎]) | 过(?!程)
    | ました | まった | でした | られた | てきた | れた | そうです
    | [{_PASSED}]
    | था | थी | थे | गया | गई | गए | लिया | दिया | बोल[ाी] | कहा | आया | पूछ | दिखा
    """,
    re.VERBOSE,
)
# Right before a contact: it came from there.
ORIGINS: Final = lazy_pattern("[被从從由]$")
# What a phone shows of a call that came in, and what is said of a caller only.
SHOWN: Final = lazy_pattern(
    r"""
    (?<![请請迎])[来來][电電](?![咨諮查洽]) | 未接 | 呼入 | [骚騷][扰擾] | 回[拨撥电電]
    | (?<![网網站])[显顯]示 | 冒充 | [诈詐][骗騙]
    | 電話が[あ来か] | 発信者番号 | 折り返し | 表示さ | って誰 | 詐欺師
    | 라는전화(?!번호) | 보이스피싱 | 사기꾼 | 부재중 | 발신자 | 스팸
    | मिस्ड | स्क्रीन
    """,
    re.VERBOSE,
)
# The reader is asked to use the contact, before it and after it.
ASKS: Final = lazy_pattern(
    r"""
    (?:
      (?<!回)[拨撥] | 致[电電] | [联聯][系繫络絡] | [请請能以该該想要]打 | 打[给給] | 打[电電][话話]
      | (?:^|[,，])打(?![来來])
      | 查(?:一下|一查|查|[询詢证證看]) | [帮幫替][我忙]?查
      | 写信 | [来來]信 | 发邮件 | 电邮 | 咨询 | [諮咨]詢
      | 問い?合わせ | お電話 | ご連絡 | 連絡先 | 方は
      | 문의 | 전화 | 연락 | 통화하려면
      | संपर्क | कॉल
      | โทร | ติดต่อ | สอบถาม
    ) [^我他她,，。、]{0,14} $
    """,
    re.VERBOSE,
)
ASKS_AFTER: Final = lazy_pattern(
    r"""
    .{0,6}? (?:[联聯][系繫络絡] | [咨諮][询詢] | 查[询詢] | 洽詢)
    | まで | [へに]お?電話(?:くだ|を|して|したい|する|でき|すれ) | [へに][おご] | にメール | 宛
    | (?:으?로)? (?:전화해 | 전화하 | 전화할 | 연락하 | 문의 | 메일보내)
    | पर.{0,20}(?:कॉलकर|संपर्क|फोनकर|लिख)
    """,
    re.VERBOSE,
)
# Who asks to use it at all.
PLEASE_BEFORE: Final = lazy_pattern("[请請][^我,，。]{0,16}$|कृपया[^।]{0,20}$")
PLEASE_AFTER: Final = lazy_pattern(
    r"누르세요(?!\W{0,2}[라며고하])|주세요|주십시오|십시오|바랍니다|ください|下さい|ましょう|कृपया|करें"
)
# The writer used it.
DIALLED: Final = lazy_pattern(
    r"""
    (?:我|我们|我們)[^回]{0,4}[打拨撥][^我他她]{0,4}$ | मैंने$
    # a machine that was asked said whose it is
    | (?i:gpt|google|bing|gemini|deepseek|kimi|豆包|百度|谷歌|文心一言) (?:告[诉訴]我|[给給]我)
      [^我他她,，。]{1,14}[是为為]$
    """,
    re.VERBOSE,
)
DIALLED_AFTER: Final = lazy_pattern(
    r"""
    [にへ](?:電話し | かけ | 電話をかけ | 連絡し)
    | [로으]{0,2}(?:전화했 | 전화해봤 | 연락했)
    | परकॉलकिया
    """,
    re.VERBOSE,
)
# Somebody asks whose it is.
ASKING: Final = lazy_pattern(
    r"""
    [吗嗎] | 呢$ | 吧$ | 是不是 | 可信 | [对對]不[对對]
    | ですか | ますか | でしょうか
    | 합니까 | 나요 | 까요 | 맞아요
    | क्या | ใช่ไหม | หรือไม่ | มั้ย
    """,
    re.VERBOSE,
)
IDENTITY: Final = lazy_pattern("真|本物|正しい|合って|진짜|맞|सही|असली")
# How, or why, something was done.
WHY: Final = lazy_pattern("怎么|怎麼|为什么|為什麼|なぜ|どうして|어떻게|왜|कैसे|क्यों")
# Whom a contact serves, and when.
SERVES: Final = lazy_pattern(
    r"""
    客服 | 公布 | 官[网網] | [网網]站 | 服[务務][时時][间間] | [热熱][线線] | [专專][线線] | 官方
    | 您
    # a house, the days and hours when somebody answers
    | [路街道段巷弄]中?\d{1,4}(?:之\d)?[号號] | (?:[周週]|星期|[礼禮]拜)一?[至到~-]
    | [点點][至到~-](?:[晚下中]|[一二三四五六七八九十\d])
    | サポート | 窓口 | 受付 | 営業 | 公開 | サイト | 公式 | カスタマー
    | 고객센터 | 대표번호 | 공식 | 공개 | 상담 | 운영 | 홈페이지 | 사이트
    | บริการ | สายด่วน
    | जवाबदे | सेवा | हेल्पलाइन | आधिकारिक | आप
    """,
    re.VERBOSE,
)
# What any contact may be called.
LABELS: Final = lazy_pattern(
    "[电電][话話]|[号號][码碼]|[邮郵]箱|信箱|番号|번호|전화|메일|नंबर|फोन|เบอร์"
)
