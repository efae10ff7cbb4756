"""Words by which a text says that a number called or wrote to somebody, by language.

A phrase has alternatives with `/` and `-` for a word that may be missing. It is compared without
accents, without fillers, and word by word; in scripts without spaces, character by character. An
imperative ("call us at …", "请拨打 …") asks the reader to dial, so none is here.
"""

from typing import Final

from hotline_check.attribution.callers.english import ENGLISH
from hotline_check.attribution.callers.models import Phrases
from hotline_check.attribution.callers.romance import ROMANCE

SPACED: Final = {
    "en": ENGLISH,
    **ROMANCE,
    "de": Phrases(
        shown=(
            "verpasster/verpasste/eingehender/eingehende/entgangener/entgangene/versäumter"
            "/unbekannter anruf/anrufe",
            "anruf/anrufe in abwesenheit",
        ),
        said=(
            "rief/ruft/rufen/riefen mich/uns/meine/meinen -/an von/mit/unter/aus",
            "wurde/bin -/ich von/unter",
            "betrüger/betrügerin nutzte/nutzt/benutzte/verwendete/hatte",
            "betrüger/betrügerin mit der -/nummer",
        ),
        after=(
            "hat/haben/hatte -/mich/uns/mir/ihn/sie/meine/meinen -/mutter/vater/bei"
            " angerufen/kontaktiert/geschrieben/angeklingelt",
            "ruft/rief/rufen/riefen mich/uns/ihn/meine/bei",
            "ruft/rief an",
        ),
    ),
    "ru": Phrases(
        shown=("пропущенный/пропущенные/входящий/входящие/непринятый вызов/звонок/вызовы/звонки",),
        said=(
            "звонил/звонили/звонила/звонят/звонит/позвонил/позвонили/набрал/набрали/писали/писал"
            "/перезвонили -/мне/нам/маме с/со/из",
            "звонок/звонки/смс/сообщение -/пришло с/со/от",
            "мошенник/мошенники -/звонил/звонили/используют/использовал/использует -/с/со",
        ),
        after=(
            "-/мне/нам/маме звонил/звонили/звонила/звонило/звонит/звонят/позвонил/позвонили"
            "/названивает/названивают/написал/написали",
        ),
    ),
    "uk": Phrases(
        shown=("пропущений/пропущені/вхідний/вхідні виклик/дзвінок/виклики/дзвінки",),
        said=("дзвонив/дзвонили/дзвонять/дзвонить/телефонували -/мені/нам з/із/зі",),
        after=("-/мені/нам дзвонив/дзвонили/дзвонить/дзвонять/телефонували/подзвонили",),
    ),
    "tr": Phrases(
        shown=("cevapsız/gelen arama/çağrı/aramalar/çağrılar",),
        said=("beni/bizi arayan -/numara",),
        after=(
            "-/numarası/nolu/numara/numaralı -/telefon beni/bizi/annemi/babamı"
            " aradı/arıyor/aradılar/arıyorlar/arayıp",
            "-/numarasından/den/dan/ten/tan -/beni"
            " arandım/aradı/aradılar/arıyor/arıyorlar/aranıyorum",
            "aradı/arıyor/aradılar/arıyorlar",
            "tarafından arandım/aranıyorum/arandı/arandık",
            "-/numarasından bana mesaj/sms attı/attılar/geldi/yazdı/gönderdi",
            "numarasından -/bana mesaj/sms geldi/aldım",
        ),
    ),
    "id": Phrases(
        shown=("panggilan tak/tidak terjawab", "panggilan masuk"),
        said=("ditelepon/ditelpon/ditelp/dihubungi -/oleh/dari/sama",),
        after=("menelepon/menelpon/menghubungi/nelpon/nelepon saya/aku/ibu",),
    ),
    "nl": Phrases(
        shown=("gemiste/inkomende/gemist oproep/oproepen/gesprek",),
        said=(
            "gebeld door/vanaf/met/van",
            "belde/belden/belt/bellen mij/me/ons door/vanaf/met/van",
        ),
        after=("belde/belden/belt mij/me/ons", "heeft/hebben mij/me/ons gebeld"),
    ),
    "pl": Phrases(
        shown=("nieodebrane/przychodzące/nieodebrany połączenie/połączenia/telefon",),
        said=("dzwonił/dzwoniła/dzwonili/dzwoni/dzwonią/zadzwonił/zadzwonili -/do -/mnie z",),
        after=("dzwonił/dzwoniła/dzwoniło/dzwonili/dzwoni/dzwonią/zadzwonił do mnie/nas",),
    ),
    "vi": Phrases(
        shown=("cuộc gọi nhỡ/lỡ/đến/lạ", "số/người gọi đến", "cuộc gọi đến từ"),
        said=(
            "nhận/nghe/bắt -/được -/một cuộc/tin/điện gọi/nhắn/thoại -/từ",
            "gọi -/điện cho tôi/mình/em/mẹ từ/bằng",
            "người/cuộc/ai gọi -/từ -/số",
            "tin nhắn từ",
            "kẻ/bọn lừa -/đảo dùng/gọi -/từ",
        ),
        after=(
            "gọi/nhắn/điện -/tin/điện/thoại -/đến/tới -/cho tôi/mình/em/mẹ/bố/tao/con",
            "gọi/nhắn -/điện làm phiền tôi/mình",
        ),
    ),
    "ar": Phrases(
        shown=("مكالمة/مكالمات فائتة/واردة",),
        said=(
            "اتصل/اتصلوا/يتصل/يتصلون بي/علي -/من",
            "تلقيت/جاءني/جاءتني/وصلني/وصلتني/استلمت مكالمة/اتصال/اتصالا/رسالة من",
            *("راسلني/كلمني/هاتفني -/من", "رن علي", "المحتال استخدم/اتصل"),
        ),
        after=("اتصل/اتصلوا/يتصل/يتصلون بي/علي", "راسلني/كلمني/هاتفني"),
    ),
    # Hindi in Latin letters
    "hi-Latn": Phrases(
        after=("se/ne -/mujhe -/bar -/bar call/phone/fone/message/msg aaya/aya/aayi/aa/kiya/kar",),
    ),
}
