"""What only a person understands is reported next to a listed contact, and nothing else is."""

import io

import pytest

from hotline_check.checking import Checker
from hotline_check.reading.unread.written_for_people import written_for_people
from hotline_check.registry.storage.store import Store
from hotline_check.scanning.scanner import Scanner, Tally
from tests.entries import REGISTRY_DAY

LISTED = "Coinbase +1 888 908 7930"

HOSTS = [
    "Telegram: t . me / markcb",
    "t me/markcb",
    "T. me /markcb",
    "bit ly/abc",
    "discord gg / abcd",
    "wa . me / 12025550143",
    "coinbasehelp *dot* com",
    "coinbasehelp -dot- com",
    "coinbasehelp . c o m",
    "coinbasehelp点com",
    "coinbasehelp 点 com",
    "coinbasehelp ドット com",
    "evilhelp点vip",
    "evilhelp点top",
    "evil•com",
    "evil·net",
    "mark evil точка com",
    "evil<dot>com",
    "t me slash x",
    "t dot me slash markcb",
    "evil com forward slash x",
    "bit ly слэш abc",
    "//evil",
    "//evil/login",
    "\\\\evil\\share",
]
MAILBOXES = [
    "mark(at)coinbase-help",
    "mark [at] coinbase-help",
    "mark<at>evil",
    "mark*at*evil",
    "mark (ат) evil",
    "mark (arroba) evil",
    "write to help AT gmail",
    "help at protonmail",
    "help gmail com",
    "mark hotmail dot com",
]
ACCOUNTS = [
    "Discord user: mark.cb",
    "Discord handle mark.cb",
    "LINE加好友 markcb",
    "LINE 加好友：markcb",
    "Telegram 搜 markcb",
    "微信搜 evilkf",
    "葳信evilkf8",
    "徽信evilkf8",
    "卫星evilkf8",
    "薇❤️evilkf8",
    "微❤信evilkf8",
    "V❤evilkf8",
    "微：evilkf8",
    "信：evilkf8",
    "wx号evilkf8",
    "支付宝evilkf8",
    "扣扣123456",
    "筘筘123456",
    "进群123456",
    "腾讯会议号123456",
    "球球123456",
    "加Q123456",
    "微信一三八零零",
    "客服V：evilkf8",
    "➕微evilkf8",
    "联系evilkf8",
    "搜 evilkf8",
    "公众号：evilkf8",
    "加line：evilkf8",
    "电bao evilkf8",
    "请扫码加客服",
    "长按识别二维码",
    "扫描下方二维码添加客服",
    "掃描QR碼加入客服",
    "telegram me at john_doe",
    "Telegram username: markcb",
    "find us on Telegram at markcb",
    "Signal, contact mark_cb",
    "WhatsApp our agent mark.cb2",
    "Telegram - mark_cb",
    "Telegram (mark_cb)",
    "텔레그램 검색 markcb",
    "IG name markcb",
    "Kik: markcb",
    "kik markcb22",
    "Wickr me: markcb",
    "wickr markcb",
    "Threema ID: AB3DE5GH",
    "Session ID 05" + "af93" * 16,
    "DM markcb.",
    "or message markcb on Telegram",
    "find markcb on telegram",
    "TikTok: markcb22",
    "PayPal markcb",
    "send it to $markcb",
    "tinyurl markcb",
    "visit coinbasehelp com",
    "t·me/markcb",
    "t·me / markcb",
    "Quick Assist code X7K9P2",
    "AnyDesk, then the code is 123-456",
    "join Google Meet abc-defg-hij",
]
# What to dial in place of digits of the number.
CORRECTIONS = [
    "the last digit is 1",
    "Change the last two digits to 31",
    "new last four: 0143",
    "It ends in 0143",
    "use 31 instead of 30",
    "replace the last 30 with 31",
    "add 1 to the last digit",
    "最后两位改成31",
    "末位是1",
    "后面加1",
    "后面再加个1",
    "末尾两位是31",
    "尾数是31",
    "真号是7931",
    "不对，应该是7931",
    "最後一碼改5",
    "最后一位减一",
    "每位加1",
    "最后两位对调",
    "去掉最后一位",
    "倒过来打",
    "从后往前打",
]
DIGITS = [
    "or call 7-9-3-1",
    "dial 7 9 3 1",
    "or text us at 7-9-3-1",
    "(not this one, use 7931)",
    "Please use 79310.",
    "或拨打 7-9-3-1",
    "⠼⠁⠃⠉⠙",
]
LETTERS = ["or call CRYPTOHELP", "Or dial FLOWERS.", "or text us at MARKHELPS now."[:-5]]
# Another number in words of languages that have no reader.
WORDS = [
    "dau dim dau pump pump pump dim un pedwar tri",
    "kaksi nolla kaksi viisi viisi viisi nolla yksi neljä kolme",
    "dó náid a dó, a cúig a cúig a cúig, náid a haon a ceathair a trí",
    "два нула два пет пет пет нула един четири три",
    "mbili sifuri mbili tano tano tano sifuri moja nne tatu",
    "δύο μηδέν δύο πέντε πέντε πέντε μηδέν ένα τέσσερα τρία",
    "দুই শূন্য দুই পাঁচ পাঁচ পাঁচ শূন্য এক চার তিন",
    "ni rei ni go go go rei ichi yon san",
    "kettő nulla kettő öt öt öt 0143",
    "ketto nulla ketto ot ot ot nulla egy negy harom",
    "nolla nolla nolla 555 01",
]
CODES = ["First dial **67*", "##002#", "Dial *72 first", "*#62#", "*21*1", "请拨打 *72"]


@pytest.mark.parametrize(
    "words", [*HOSTS, *MAILBOXES, *ACCOUNTS, *DIGITS, *LETTERS, *WORDS, *CODES, *CORRECTIONS]
)
def test_no_all_clear_hides_another_contact(words: str, bundled_store: Store) -> None:
    text = f"{LISTED}. {words}\n"
    checker = Checker(bundled_store, today=REGISTRY_DAY)
    assert 3 in {int(verdict.exit) for verdict in checker.check(text)}
    tally = Tally()
    for result in Scanner(checker).scan_stream(io.BytesIO(text.encode()), "text.txt"):
        tally.add(result)
    assert int(tally.exit) == 3


@pytest.mark.parametrize(
    "words",
    [
        # signs and words for dots
        "Node.js · React",
        "Node.js·React",
        "a • b",
        "• Cards\n• Coins\n• Loans",
        "Support•Live•Help",
        "the dot com bubble",
        # digits of something else
        "银行卡末两位34",
        "2026年改为新号码",
        "密码改成8位以上",
        "时间改为9点",
        "应该是24小时",
        "修改3次",
        "费率改为0.5%",
        "反过来说",
        "验证码最后一位",
        "扫码下载App",
        "不要扫码加任何人",
        "我们没有QQ群",
        "会议2026年举行",
        "加TRC20网络",
        "联系Web3团队",
        "客服24小时在线",
        "微信2024年更新",
        "点击Coinbase点App登录",
        "请点App下载",
        "有点 cool",
        "3点",
        "тел. точка",
        # words for `@`
        "look at me",
        "state-of-the-art",
        "created_at_utc",
        "look *at* this",
        "5 items @ 3 each",
        # hosts in parts
        "tell me / ask me",
        "name/value",
        "in/out",
        "it is in / out",
        # accounts
        "a line, user friendly",
        "the line is open",
        "LINE is an app",
        "Telegram and Discord",
        "Telegram和WhatsApp",
        "Telegram for updates",
        "Discord on Windows",
        "Telegram users reported this",
        "Telegram support is slow",
        "We have no Telegram group",
        "find us on Telegram at night",
        "signal to noise",
        "微信支付",
        "Telegram (an app)",
        "WhatsApp - never",
        # digits
        "1-2-3-4",
        "press 1-2",
        "Call 24 hours",
        "use 2 agents",
        "use 1.2.3",
        "try 3 times",
        "use 2024.",
        "Call 9 - 5",
        "use 10000 coins",
        # words for signs
        "the slash command",
        "fees are slashed",
        "call me / slash prices",
        "Gmail and Outlook users",
        "we look at Outlook's rules"[:14],
        "// a comment",
        "https://example.com//x",
        "and/or",
        # names and letters
        "Add Coinbase on Telegram",
        "DM us on X",
        "message us.",
        "add funds.",
        "or call SUPPORT.",
        "or text STOP",
        "or call COINBASE support",
        "Kik and Wickr users",
        "this session expired",
        "contact Kraken.",
        "find Kraken.",
        "go to Settings",
        "go to your account info",
        "we trade $BTC and $ETH",
        "Zelle and PayPal users",
        "PayPal support is slow",
        "remote support is not offered",
        "screen sharing is never needed",
        "meet our team",
        "Quick Assist or AnyDesk: never",
        # digits of other things
        "your card ending in 1234",
        "the last 4 digits of your card",
        "use the last four digits",
        "the last 24 hours",
        "the first 3 months",
        "in place of fees",
        "replace 2 cards",
        "change to plan 2",
        # digit words in other languages, too few or no row
        "they say dau wyth dim",
        "they say en to tre",
        "san jose, si, go to you on nine",
        # stars and hashes
        "**67** points",
        "*12*",
        "#123",
        "## 12 rules",
        "5 * 72",
        "*72 people*",
        "C# 12",
    ],
)
def test_ordinary_words_are_no_contact(words: str) -> None:
    text = f"{LISTED}. {words}\n"
    assert [text[start:end] for start, end in written_for_people(text)] == []
