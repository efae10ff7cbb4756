"""Words by which a text says that a number called or wrote to somebody, by language.

A phrase has alternatives with `/` and `-` for a word that may be missing. It is compared without
accents, without fillers, and word by word; in scripts without spaces, character by character. An
imperative ("call us at …", "请拨打 …") asks the reader to dial, so none is here.
"""

from typing import Final, NamedTuple


class Phrases(NamedTuple):
    """What one language says of a caller.

    shown: what a phone shows before a number, perhaps with a name in between. said: right before
    the number. after: right after it. perhaps_before, perhaps_after: it may have called, but the
    person may have dialled it as well.
    """

    shown: tuple[str, ...] = ()
    said: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    perhaps_before: tuple[str, ...] = ()
    perhaps_after: tuple[str, ...] = ()


SPACED: Final = {
    "en": Phrases(
        shown=(
            "missed/incoming/unanswered/rejected/declined/blocked/spoofed/scam/unknown/spam"
            " -/voice/video/phone call/calls",
            "caller id",
            "callerid",
            "last/recent/unknown caller",
        ),
        said=(
            "is/am/are/was/were/been/be/keeps/kept/keep/s/m/re/who/started"
            " calling/ringing/phoning/texting/messaging -/me/you/us/my/him/her/them"
            " from/on/with/using/via",
            "called/rang/phoned/texted/messaged/telephoned me/my/him/her/them/you"
            " -/back on/from/with/using/via/by",
            "they/he/she/somebody/someone/who/it/scammers called/rang/phoned/texted"
            " from/on/using/via",
            "calls/rings/texts me/my/him/her from/on/using/via",
            "received/got/had/missed/took a/another/- -/phone call/calls -/from",
        ),
        after=(
            "-/who/that/which/has/have/had/then called/rang/rung/phoned/texted/messaged/telephoned"
            " me/my/him/her/us/them/you",
            "-/who/that/which calls/rings/phones/texts me/my/him/her/them",
            "is/was/are/keeps/kept/keep/started/stop/stops/stopped -/on calling/ringing/phoning"
            "/texting/messaging",
            "has/have been calling/ringing/phoning/texting/messaging",
            "-/has/have tried/tries/trying/keeps/wants to call/ring/phone/reach/text"
            " me/my/him/her/us",
            "-/has/have left -/me/us/him/her -/a/an/this/two -/voice"
            " voicemail/voicemails/message/messages/mail/msg",
            "showed/shows/showing/popped/pops/came/comes/appeared/appears -/up on/in/as"
            " my/the/his/her/our",
            "showed/shows/showing/appeared/appears as/up",
        ),
        perhaps_before=(
            "on the phone/line/call with/to",
            "talking/speaking/spoke/talked/chatting to/with",
            "answered",
            "picked up",
            "text/texts/sms/voicemail/voicemails/calling/phoning/texting from",
            "caller",
        ),
        perhaps_after=("missed/incoming -/voice/phone call", "calling", "is on the phone/line"),
    ),
    "es": Phrases(
        shown=(
            "llamada/llamadas perdida/perdidas/entrante/entrantes/recibida/recibidas",
            "identificador de llamadas",
        ),
        said=(
            "recibí/tengo/tuve una/varias/dos llamada/llamadas -/perdida/perdidas de/del/desde",
            "me/le/nos -/ha/han/está/están/sigue/siguen llamó/llamaron/llamado/llaman/llamaba"
            "/llamando/escribió/escribieron/marcó/marcaron -/de/del/desde/con/por",
            "me llama de/del/desde/con/un/el",
        ),
        after=(
            "-/no/ya -/para/me -/de/ha/está/sigue -/me llamó/llamaron/llamado/llamando/llamándome"
            "/llamarme/escribió",
            "me llama/llamaba/llaman/mandó/dejó",
        ),
        perhaps_before=("hablando/hablo/teléfono con",),
    ),
    "pt": Phrases(
        shown=(
            "chamada/chamadas/ligação/ligações -/não perdida/perdidas/recebida/recebidas/atendida",
            "identificador de chamadas",
        ),
        said=(
            "recebi uma/várias/duas chamada/chamadas/ligação/ligações/mensagem de/do",
            "me ligou/ligaram/ligam/mandou/chamou/chamaram -/de/do/com/pelo",
            "me/está/estão ligando -/de/do/com/pelo",
            "ligou/ligaram pra/para mim de/do/com/pelo",
        ),
        after=(
            "-/que me ligou/ligaram/liga/mandou/chamou/chamaram/ligando",
            "está/estava/fica/vive/continua/tá -/me -/a ligando/ligar",
            "não/acabou -/para/pára de me ligar",
            "ligou/ligaram/liga pra/para mim/minha/meu",
        ),
        perhaps_before=("falando/falo com",),
    ),
    "fr": Phrases(
        shown=("appel/appels manqué/manqués/entrant/entrants/reçu/reçus/inconnu",),
        said=(
            "m a/ont/avait/avaient appelé/appelée/téléphoné/contacté/contactée"
            " -/du/avec/depuis/via/par/de",
            "m appelle/appellent du/avec/depuis/via/par/de",
            "reçu un/des appel/appels/sms/message/messages du/de/depuis",
        ),
        after=(
            "-/qui m a/ont/avait appelé/appelée/téléphoné/contacté/contactée/envoyé/laissé",
            "-/qui m appelle/appelait/harcèle",
            "n arrête pas de m appeler",
            "vient/essaie/essaye/continue de/à m appeler",
        ),
        perhaps_before=("en/au -/ligne/téléphone avec",),
    ),
    "de": Phrases(
        shown=(
            "verpasster/verpasste/eingehender/eingehende/entgangener/entgangene/versäumter"
            "/unbekannter anruf/anrufe",
        ),
        said=(
            "rief/ruft/rufen/riefen mich/uns/meine/meinen -/an von/mit/unter/aus",
            "wurde/bin -/ich von/unter",
        ),
        after=(
            "hat/haben/hatte -/mich/uns/mir/ihn/sie/meine/meinen -/mutter/vater/bei"
            " angerufen/kontaktiert/geschrieben/angeklingelt",
            "ruft/rief/rufen/riefen mich/uns/ihn/meine/bei",
            "ruft/rief an",
        ),
        perhaps_before=("telefoniere/spreche/telefon mit",),
    ),
    "it": Phrases(
        shown=(
            "chiamata/chiamate persa/perse/ricevuta/ricevute -/in -/arrivo",
            "chiamata in arrivo",
        ),
        said=(
            "mi/ci -/ha/hanno/sta/stanno -/continua/a chiamato/telefonato/scritto/chiamando"
            " -/dal/da/con/il",
            "mi/ci chiamano/chiama dal/da/con",
        ),
        after=(
            "-/che mi/ci -/ha/hanno/sta/stanno -/continua/a chiamato/chiamata/telefonato/scritto"
            "/chiamando",
            "mi chiama/chiamano",
            "continua a chiamarmi",
        ),
        perhaps_before=("parlando/parlo/telefono con",),
    ),
    "ru": Phrases(
        shown=("пропущенный/пропущенные/входящий/входящие/непринятый вызов/звонок/вызовы/звонки",),
        said=(
            "звонил/звонили/звонила/звонят/звонит/позвонил/позвонили/набрал/набрали/писали/писал"
            "/перезвонили -/мне/нам/маме с/со/из",
        ),
        after=(
            "-/мне/нам/маме звонил/звонили/звонила/звонило/звонит/звонят/позвонил/позвонили"
            "/названивает/названивают/написал/написали",
        ),
        perhaps_before=("говорю/разговариваю с",),
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
        ),
        after=(
            "gọi/nhắn/điện -/tin/điện/thoại -/đến/tới -/cho tôi/mình/em/mẹ/bố/tao/con",
            "gọi/nhắn -/điện làm phiền tôi/mình",
        ),
        perhaps_after=("gọi đến/tới",),
    ),
    "ar": Phrases(
        shown=("مكالمة/مكالمات فائتة/واردة",),
        said=("اتصل/اتصلوا/يتصل/يتصلون بي/علي -/من",),
        after=("اتصل/اتصلوا/يتصل/يتصلون بي/علي",),
    ),
}

# The words of a phrase are parted for its alternatives only.
UNSPACED: Final = {
    "zh": Phrases(
        shown=(
            "未接 来电/來電/电话/電話/通话/通話/-",
            "陌生/对方/對方/境外/骚扰/騷擾/诈骗/詐騙/可疑/不明/未知/匿名 来电/來電/电话/電話",
            "来电/來電 显示/顯示/号码/號碼/提醒/人/者",
        ),
        said=(
            "收到/接到/接了/接听/接聽 -/了/过/過 -/一条/一條/一个/一個/一通/一则/一則 -/陌生"
            " -/短信/短訊/简讯/簡訊/消息/信息/訊息/电话/電話/来电/來電",
        ),
        after=(
            "打 -/了/过/過/来/來 -/电话/電話 给/給/找 我/他/她/爸/妈/媽/老人/家人",
            "打 -/了/过/過 -/电话/電話 来/來/过来/過來/进来/進來",
            "打 -/了/过/過 我 -/的 电话/電話/手机/手機",
            "给/給/向/跟 我/他/她/爸/妈/媽/老人/家人 打/来/來/发/發/拨/撥",
            "联系/聯繫/骚扰/騷擾/呼叫 -/了/过/過 我",
        ),
        perhaps_before=("对方 -/号码", "對方 -/號碼"),
        perhaps_after=("通话", "通話", "讲电话", "講電話", "来电", "來電"),
    ),
    "ja": Phrases(
        shown=("-/不在/非通知/迷惑 着信 -/履歴/あり/番号/通知/元", "留守電"),
        said=("かかって/掛かって きた/来た/くる -/電話/番号 -/は/が/の -/番号 -/は",),
        after=(
            "から/より -/の -/不審な/変な/怪しい/何度も 電話/着信/連絡/sms/ショートメール"
            "/メッセージ/かかって/掛かって/架電",
            "が/は 電話 -/を して/かけて/掛けて き/来/くる",
        ),
        perhaps_after=("と 通話/電話 中/して",),
    ),
    "ko": Phrases(
        shown=(
            "부재중 -/전화/통화",
            "수신 전화/통화/번호",
            "걸려온 -/전화/번호",
            "발신 -/자 번호/표시",
        ),
        said=("전화/문자 -/가 왔/온/왔어요/왔습니다/온번호",),
        after=(
            "-/번호 가/에서/으로부터/로부터/이/한테서/으로/로 -/자꾸/계속/나한테/저한테/저에게"
            " 전화/문자/연락 -/가/를/도 왔/옵/와요/와서/오고/옴/걸려/했/하고있/걸었/계속",
            "에서/로 걸려",
        ),
        perhaps_after=("와/과/이랑/하고 -/지금 통화",),
    ),
    "hi": Phrases(
        shown=("मिस्ड/मिस/इनकमिंग कॉल",),
        after=("से -/मुझे कॉल/फोन/फ़ोन आया/आई/आ/किया/आयी", "ने -/मुझे कॉल/फोन/फ़ोन किया/की"),
    ),
    "th": Phrases(
        shown=("สายที่ไม่ได้รับ", "สายเรียกเข้า", "เบอร์ -/นี้ -/ที่ โทรมา"),
        said=("-/มีคน โทร มา/เข้ามา -/หา -/ฉัน/ผม/หนู จาก -/เบอร์",),
        after=("-/เบอร์นี้ โทร มา/เข้ามา/หาฉัน/หาผม/หาหนู",),
    ),
}

# Words that change nothing, wherever they are.
FILLERS: Final = frozenset(
    (
        *("just", "now", "again", "still", "also", "even", "today", "yesterday", "always"),
        *("already", "constantly", "repeatedly", "right", "currently", "twice", "then"),
        *("mum", "mom", "mother", "father", "dad", "wife", "husband", "grandmother", "grandma"),
        *("hoy", "ayer", "ahora", "otra", "vez", "hoje", "ontem", "agora", "encore", "déjà"),
        *("hier", "aujourd", "hui", "gerade", "heute", "wieder", "ständig", "schon", "eben"),
        *("gestern", "dauernd", "mehrmals", "oft", "oggi", "ieri", "appena", "ancora"),
        *("сегодня", "вчера", "сейчас", "постоянно", "опять", "снова", "уже", "щойно", "сьогодні"),
        *("bugün", "dün", "sürekli", "az", "önce", "tadi", "baru", "saja", "net", "steeds"),
        *("đã", "vừa", "đang", "cứ", "liên", "tục", "mới", "hay", "này", "lại"),
    )
)
# Words between the phrase and the number.
LABELS: Final = frozenset(
    (
        *("the", "this", "a", "an", "of", "from", "by", "number", "phone", "no", "nr", "is", "was"),
        *("el", "este", "número", "numero", "un", "del", "desde", "de", "le", "du", "numéro"),
        *("der", "die", "dem", "nummer", "telefonnummer", "il", "dal", "da", "do", "o", "số"),
        *("номера", "номер", "номеру", "этого", "numara", "nomor", "nummers", "het", "numeru"),
        *("tel", "tel.", "telefon", "telefono", "teléfono", "từ", "oleh", "dari", "الرقم", "رقم"),
    )
)
# A name that is shown with the number has none of these words, by which a sentence goes on.
NO_NAME: Final = frozenset(
    (
        *("call", "dial", "ring", "contact", "reach", "return", "back", "to", "at", "on", "and"),
        *("or", "us", "you", "we", "our", "your", "they", "he", "she", "it", "please", "if", "for"),
        *("will", "be", "can", "are", "do", "does", "not", "never", "only", "call", "via", "i"),
        *("has", "have", "use", "via", "should", "must", "so", "but", "when", "text", "policy"),
        *("llame", "llamar", "llama", "llámenos", "marque", "al", "a", "para", "por", "y", "si"),
        *("ligue", "liga", "ligar", "e", "se", "appelez", "appeler", "au", "et", "composez"),
        *("rufen", "anrufen", "bitte", "sie", "und", "chiama", "chiamare", "chiamate", "bel"),
        *("arayın", "ara", "zadzwoń", "hubungi", "telepon", "gọi", "позвоните", "звоните", "и"),
    )
)
# Characters in scripts without spaces by which a sentence goes on to ask for a call.
NO_NAME_CHARACTERS: Final = frozenset(
    "请請拨撥致联聯连連打咨諮欢歡可应應热熱您ごおにへ,，。;；!！?？"
)
# What phrases in these scripts are part of when nobody is called: "打给我们", "来电咨询".
NOT_BEFORE: Final = (
    "们",
    "們",
    *"咨諮垂预預洽联聯查询詢问問订訂热熱专專时時即",
    "専用",
    "課金",
    "無料",
)
# What may be between a number and the phrase in these scripts, also more than once.
FILLERS_UNSPACED: Final = (
    *("这个", "這個", "的", "号码", "號碼", "手机", "手機", "一直", "又", "刚刚", "剛剛", "刚才"),
    *("剛才", "刚", "剛", "再次", "总是", "總是", "老", "反复", "反覆", "不停", "今天", "昨天"),
    *("早上", "晚上", "正在", "在", "也", "就", "人", "客服", "电话", "電話"),
    *("という", "番号", "今日", "昨日", "さっき", "何度も", "今", "이라는", "라는", "번호", "오늘"),
)
LABELS_UNSPACED: Final = (
    *(
        "一个",
        "一個",
        "一通",
        "一条",
        "一條",
        "来自",
        "來自",
        "号码",
        "號碼",
        "号",
        "號",
        "是",
        "为",
    ),
    *("為", "的", "了", "陌生", "电话", "電話", "番号", "は", "번호", "은", "는", "เบอร์"),
)
