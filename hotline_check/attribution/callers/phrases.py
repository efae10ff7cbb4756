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
    person may have dialled it as well. perhaps_near: the same anywhere around a number that nobody
    is asked to dial: "Is … Coinbase? They called me".
    """

    shown: tuple[str, ...] = ()
    said: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    perhaps_before: tuple[str, ...] = ()
    perhaps_after: tuple[str, ...] = ()
    perhaps_near: tuple[str, ...] = ()


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
            "number/phone that/which/who called/rang/phoned/texted/messaged -/me/us/him/her",
            "number calling/ringing/phoning/texting me/us/him/her",
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
            "on the/a phone/line/call with/to",
            "talking/speaking/spoke/talked/chatting to/with",
            "answered",
            "picked up",
            "calling number",
            "call/calls from",
            "text/texts/sms/voicemail/voicemails/calling/phoning/texting from",
            "caller",
        ),
        perhaps_after=(
            "missed/incoming -/voice/phone call",
            "calling",
            "called/rang/phoned/texted",
            "hung up",
            "is on the phone/line",
        ),
        perhaps_near=(
            "called/rang/phoned/texted/calling/ringing/phoning/texting/calls/rings me/my",
            "my phone is/was/keeps ringing",
        ),
    ),
    "es": Phrases(
        shown=(
            "llamada/llamadas perdida/perdidas/entrante/entrantes/recibida/recibidas",
            "identificador de llamadas",
        ),
        said=(
            "recibí llamada de/del/desde",
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
        perhaps_near=("me -/han/ha llamó/llamaron/llamado/llamaban/llaman",),
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
            "-/me mandou/enviou -/uma mensagem/sms",
        ),
        perhaps_near=("me ligou/ligaram/ligam", "ligou/ligaram pra/para mim"),
        perhaps_before=("falando/falo com",),
    ),
    "fr": Phrases(
        shown=("appel/appels manqué/manqués/entrant/entrants/reçu/reçus/inconnu",),
        said=(
            "m a/ont/avait/avaient appelé/appelée/téléphoné/contacté/contactée"
            " -/du/avec/depuis/via/par/de",
            "m appelle/appellent du/avec/depuis/via/par/de",
            "reçu un/des appel/appels/sms/message/messages du/de/depuis",
            "été appelé/appelée/contacté/contactée par",
        ),
        after=(
            "-/qui m a/ont/avait appelé/appelée/téléphoné/contacté/contactée/envoyé/laissé",
            "-/qui m appelle/appelait/harcèle",
            "n arrête pas de m appeler",
            "vient/essaie/essaye/continue de/à m appeler",
        ),
        perhaps_near=("m a/ont -/on appelé/appelée/téléphoné/contacté/contactée",),
        perhaps_before=("en/au -/ligne/téléphone avec",),
    ),
    "de": Phrases(
        shown=(
            "verpasster/verpasste/eingehender/eingehende/entgangener/entgangene/versäumter"
            "/unbekannter anruf/anrufe",
            "anruf/anrufe in abwesenheit",
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
        perhaps_near=("hat/haben mich/uns angerufen", "ruft/rufen/rief/riefen mich/uns an"),
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
            "stato/stata chiamato/chiamata/contattato/contattata da/dal",
        ),
        after=(
            "-/che mi/ci -/ha/hanno/sta/stanno -/continua/a chiamato/chiamata/telefonato/scritto"
            "/chiamando",
            "mi chiama/chiamano",
            "continua a chiamarmi",
        ),
        perhaps_near=("mi ha/hanno chiamato/chiamata/telefonato",),
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
        perhaps_near=("мне звонили/звонил/позвонили/позвонил/звонят/звонит",),
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
