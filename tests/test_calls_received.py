"""A number that a text says called somebody is never listed; one that it asks to dial stays so."""

import io
from pathlib import Path

import pytest

from hotline_check.attribution.callers.reached import has_called
from hotline_check.attribution.stories.narration import is_narrated
from hotline_check.checking import Checker
from hotline_check.errors import Exit
from hotline_check.registry.storage.store import Store
from hotline_check.scanning.scanner import Scanner, Tally
from tests.entries import TODAY

LINE = "+1 888 908 7930"


def cases(name: str) -> list[str]:
    lines = (Path(__file__).parent / "data" / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if not line.startswith("#")]


# How people tell of a call in their own words: it counts as one, or as what may be one.
TOLD = cases("calls_told.txt")
CALLED = [
    # English
    *("Missed call {}", "Missed call: Coinbase {}", "Missed call\nCoinbase\n{}", "{} rang me"),
    *("Incoming call Coinbase {}", "Incoming call from Coinbase Support ({})", "{} is calling"),
    *("{} keeps calling me", "he is calling from {}", "who is calling from {}?"),
    *("They phoned me on {}", "{} left me a voicemail", "Caller ID: {} (Coinbase)"),
    *("We are calling you from {}, stay on the line", "{} (Coinbase) called me"),
    *("{} has just called my mother", "somebody called me from {} about my account"),
    *(
        "{}\nMissed call",
        "{} showed up on my phone",
        "{} has been calling",
        "{} tried to call me",
        "I got a call {}",
    ),
    # Chinese
    *("未接来电 {}", "未接來電：Coinbase {}", "来电显示 {}", "来电显示：Coinbase 客服 {}"),
    *("我接到了 {} 的电话", "{} 打电话给我", "{} 打電話給我", "有人用 {} 打给我", "对方来电 {}"),
    *("收到短信 {}", "收到一条短信 {}", "{} 一直给我打电话", "{} 刚才打我手机", "{} 联系了我"),
    *("陌生来电 {}", "這個號碼 {} 剛剛打給我"),
    # Spanish, Portuguese, French, German, Italian
    *("Me llamó {}", "me han llamado del {}", "llamada perdida {}", "{} me ha llamado"),
    *("{} no para de llamarme", "{} me ligou", "chamada perdida {}", "me ligaram do {}"),
    *("{} está me ligando", "{} m'a appelé", "{} m’a appelée", "appel manqué {}"),
    *("{} n'arrête pas de m'appeler", "{} hat mich angerufen", "Verpasster Anruf {}"),
    *("{} ruft mich ständig an", "mi ha chiamato {}", "chiamata persa {}", "{} mi ha chiamato"),
    # others
    *("Звонили с {}", "мне звонили с номера {}", "{} звонит мне", "пропущенный вызов {}"),
    *("{} beni aradı", "cevapsız arama {}", "{}'den aradılar", "{} menelepon saya"),
    *("panggilan tak terjawab {}", "gemiste oproep {}", "{} belde mij", "{} dzwonił do mnie"),
    *("cuộc gọi nhỡ {}", "{} gọi cho tôi", "{} vừa gọi điện cho tôi", "{} اتصل بي"),
    *("不在着信 {}", "{}から電話がありました", "{}という番号から着信", "부재중 전화 {}"),
    *("{}에서 전화가 왔어요", "{} 번호로 전화가 걸려왔어요", "मिस्ड कॉल {}", "สายที่ไม่ได้รับ {}"),
]
PERHAPS = [
    *("who is {}? they called me", "Is {} Coinbase? They just called me", "Caller: {}"),
    *("I called {} and they called me back", "Call from: {}", "来电 {}", "{} 未接来电"),
    *("Me llamaron hace poco, ¿es {} Coinbase?", "接到自称 Coinbase 客服的电话：{}"),
    *(
        "我接到一个电话，说是 Coinbase，号码 {}",
        "電話がありました。{} はコインベース？",
        "{} hung up on me",
    ),
    *("I'm on the phone with {}", "I answered {}", "{} 来电"),
    *("我正在和 {} 通话", "estoy hablando con {}", "je suis au téléphone avec {}"),
]
# What asks the reader to dial, and what says that nobody calls.
DIALLED = [
    *("call {}", "you can call us at {}", "Please call Coinbase support: {}", "Call us: {}"),
    *("we never call you; call us at {}", "if you missed our call, call {}", "Phone: {}"),
    *("Missed our call? Coinbase {}", "To reach Coinbase call {} or text us", "{} - call us"),
    *("Coinbase will never call you. {}", "Questions? Call {}, we call you back", "Dial {}"),
    *("Call {}. They never called me", "Call {}, they called me back at once", "Dial {}, not me"),
    *("They never called me, is {} Coinbase's?", "如接到可疑电话，请致电 {}", "敬请来电 {}"),
    *(
        "没接到电话，{}",
        "I called {}",
        "I called Coinbase at {}",
        "ring {} and they answer",
        "call {} now",
    ),
    *("Call Coinbase from the US: {}", "Coinbase support from anywhere: {}", "Toll-free {}"),
    *("致电 {}", "拨打 {}", "请打电话 {}", "请拨打客服热线 {}", "客服电话：{}", "欢迎来电 {}"),
    *("请用手机打电话给我们：{}", "{} 打电话给我们", "可致电 {} 咨询", "{} 来电咨询", "打 {}"),
    *("没收到验证码？客服电话 {}", "收到可疑短信请致电 {}", "撥打 {}", "聯繫客服 {}"),
    *("Llame al {}", "llámenos al {}", "Ligue para {}", "Appelez le {}", "Rufen Sie {} an"),
    *("Rufen Sie uns an: {}", "Chiama il {}", "Позвоните по номеру {}", "{} numarasını arayın"),
    *("Hubungi {}", "Gọi {}", "gọi cho chúng tôi {}", "お電話は {} まで", "{}に電話してください"),
    *("着信専用 {}", "전화 {}", "{}로 전화하세요", "اتصل بنا {}", "Bel {}", "Zadzwoń: {}"),
    *cases("calls_asked_for.txt"),
    *("If you got a suspicious call, contact Coinbase: {}", "Telefon: {}", "Teléfono {}"),
]


def scan_exit(store: Store, text: str) -> Exit:
    tally = Tally()
    for result in Scanner(Checker(store, today=TODAY)).scan_stream(
        io.BytesIO(text.encode()), "a.txt"
    ):
        tally.add(result)
    return tally.exit


def is_called(text: str) -> bool:
    start = text.index("{}")
    return has_called(text.replace("{}", LINE), start, start + len(LINE))


def is_only_narrated(text: str) -> bool:
    start = text.index("{}")
    return is_narrated(text.replace("{}", LINE), start, start + len(LINE))


@pytest.mark.parametrize("text", CALLED)
def test_a_call_is_heard(text: str) -> None:
    assert is_called(text)


@pytest.mark.parametrize("text", PERHAPS)
def test_what_may_be_a_call(text: str) -> None:
    assert not is_called(text)
    assert is_only_narrated(text)


@pytest.mark.parametrize("text", TOLD)
def test_a_call_is_heard_in_the_words_of_people(text: str) -> None:
    assert is_called(text) or is_only_narrated(text)


@pytest.mark.parametrize("text", DIALLED)
def test_no_call_is_made_up(text: str) -> None:
    assert not is_called(text)
    assert not is_only_narrated(text)


@pytest.mark.few(30)
@pytest.mark.parametrize("text", [*CALLED, *PERHAPS, *TOLD])
def test_a_number_that_called_is_never_listed(bundled_store: Store, text: str) -> None:
    text = text.format(LINE)
    verdicts = Checker(bundled_store, today=TODAY).check(text)
    assert verdicts
    assert all(verdict.level != "listed" for verdict in verdicts)
    assert scan_exit(bundled_store, text) is not Exit.LISTED


@pytest.mark.few(30)
@pytest.mark.parametrize("text", PERHAPS)
def test_what_may_be_a_call_accuses_nobody(bundled_store: Store, text: str) -> None:
    (verdict,) = Checker(bundled_store, today=TODAY).check(text.format(LINE))
    assert verdict.exit is Exit.CANNOT_TELL
    assert scan_exit(bundled_store, text.format(LINE)) is Exit.CANNOT_TELL


@pytest.mark.few(30)
@pytest.mark.parametrize("text", DIALLED)
def test_a_number_to_dial_stays_listed(bundled_store: Store, text: str) -> None:
    (verdict,) = Checker(bundled_store, today=TODAY).check(text.format(LINE))
    assert verdict.exit in {Exit.LISTED, Exit.CANNOT_TELL}
    assert verdict.direction == "dialling"
