"""Words by which a text offers a contact, in the languages of the platforms' customers.

Each is the inside of a group of alternatives, in small letters: a text is asked in small letters
(`small`), because patterns that ignore case take two to four times as long.
"""

import re
from functools import lru_cache
from typing import Final

from hotline_check.lazy_pattern import lazy_pattern

# In a plain sentence, what replaces the brand and the contact: characters that no text needs.
BRAND: Final = "\x04"
HERE: Final = "\x05"


def _any(*lines: str) -> str:
    words = " ".join(lines).split()
    return "|".join(word.replace("_", r"\W?") for word in words)


# Help that a platform gives: next to its name it makes the platform the one who is offered.
DESK: Final = _any(
    # English
    "support help help_?desk help_?line hotline customer_(?:care|service|support|line)s?",
    "client_services? service_(?:desk|cent(?:er|re)|line|number|team) care_line call_cent(?:er|re)",
    r"(?:refund|fraud|security|recovery|technical|tech|billing|complaints?)_(?:desk|dep\w*|team)",
    r"toll_?free contact_cent(?:er|re) live_(?:agent|person|chat) representatives?",
    # Romance languages
    r"soporte atenci[oó]n servicio_(?:al|de)\w* ayuda",
    r"suporte atendimento central_d[aeo] sac ajuda assistance aide",
    r"service_clients? assistenza servizio_clienti numero_verde asisten[tț]\w*",
    # Germanic and Slavic languages, Turkish, Indonesian, Vietnamese, Greek
    r"kunden\w+ hilfe klantenservice kundtj[aä]nst поддерж\w* служб\w* горяч\w+",
    r"підтрим\w* obs[lł]ug\w+ infolini\w+ pomoc\w*",
    r"podpor\w+ z[aá]kaznick\w+ [uü]gyf[eé]lszolg\w+ destek m[uü][sş]teri\w* çağrı",
    r"layanan bantuan pelanggan hỗ_trợ tổng_đài υποστήριξ\w* εξυπηρέτησ\w*",
)
# The same with the words for reaching it.
SERVICE: Final = (
    DESK
    + "|"
    + _any(
        r"(?:tele)?phone_(?:number|line|support)s? contact_(?:number|details?|us|info\w*)",
        r"numbers?_(?:of|for) tel[eé]fono n[uú]mero_de contact[aeo]\w* llam[ae]\w*",
        r"ligue telefone fale_com num[eé]ro_de t[eé]l[eé]phone appele[rz] joindre",
        r"telefono chiama\w* contatt\w+ kontakt\w* rufnummer telefon\w* anrufen телефон\w*",
        r"номер\w* ileti[sş]im hubungi",
    )
)

# The same in scripts that set no spaces, or marks inside the words.
DESK_UNSPACED: Final = _any(
    "客服 客戶服務 支持 支援 热线 熱線 咨询 諮詢 専線 专线",
    "サポート 問い?合わせ 窓口 カスタマー コールセンター 고객 상담 문의 지원",
    "บริการ ลูกค้า คอลเซ็นเตอร์ सहायता हेल्पलाइन ग्राहक कस्टमर সহায়তা خدمة دعم پشتیبانی",
)
SERVICE_UNSPACED: Final = (
    DESK_UNSPACED
    + "|"
    + _any("电话 電話 联系 聯繫 联络 聯絡 官网 官網 微信 群 qq 전화 연락 ติดต่อ नंबर رقم اتصل تماس")
)

# Asking to get in touch with the platform, right before its name.
REACHES: Final = _any(
    "call dial ring contact reach",
    "phone calling contacting reaching speak_(?:to|with) talk_(?:to|with)",
    r"reach_out_to get_in_touch_with llam\w+_a",
    r"contact\w+_(?:con|a) ligue_para a?rufen_sie appele[rz]",
)

# What messages that pose as a platform speak of, right after its name.
ALARMS: Final = _any(
    "log_?in log_?on sign_?in password 2fa verification code alert security(?!_deposit)",
    "fraud refund locked blocked frozen hacked stolen suspended",
    "restricted unlock recover recovery restore reset verify cancel problems? issues? error",
    "trouble dispute unauthorized suspicious not_working not_received missing_funds",
    r"sicherheit\w* s[ée]curit[ée] seguridad seguran[çc]a sicurezza g[üu]venlik безопасност\w*",
    r"reembolso bloquead[ao] gesperrt bloqu[eé]e?",
)
LURES: Final = (
    ALARMS
    + "|"
    + _any(
        "accounts? wallets? withdrawals? transactions? payments? purchase order charge billing",
        r"confirm team security cuentas? contas? kontos? comptes? akun hesa[pb]\w* аккаунт\w*",
        "账户 帳戶 账号 帳號 アカウント 口座 계정 계좌",
    )
)

# The same before its name, with a preposition in between.
TROUBLES: Final = _any(
    "accounts? wallet log_?in logging_in sign_?in",
    "signing_in problems? issues? trouble error refund",
    "recover unlock verify restore access password funds money coins crypto",
    r"cuentas? contas? comptes? conti? konto kontos аккаунт\w* сч[её]т\w* akun tài_khoản",
)

# Words that may part a name from its contact.
LABELS: Final = (
    SERVICE
    + "|"
    + _any(
        "customers? clients? services? care desk line",
        "lines phone telephone tel telef[oó]n\\w* telefon",
        "numbers? no nr contact call dial ring reach us at on",
        "via is are was has have the a an of for your our",
        "official toll free hours? days? week usa us",
        "u_s_a uk canada live person agents? human team",
        "department technical tech wallet exchange pro app",
        "account login log in sign up recovery refund",
        "security fraud now today here please",
        "available center centre office whatsapp telegram viber",
        "signal wechat line email e_?mail mail fax mobile cell",
        "new and or can be reached to with by",
        "under en el al del de la le les los das die der",
        "dem den unter im und y e o ou para por pour per",
        "für fur zu nous uns au aux da do na no",
        "pelo pela op het een met voor ve ile numaras[ıi] nomor",
        "num[ée]ro n[uú]mero nummer numer номер тел hier",
        "aquí ici qui chat support_id sms text local",
        "international worldwide global direct directly",
        "any_?time quickly immediately instantly only",
        "expert experts specialist helper assistance verified",
        "real working url website web site link",
    )
)

# Words that ask to get in touch, right before a number.
DIRECT: Final = _any(
    "call dial ring text contact",
    "reach calling speak_(?:to|with)_us talk_to_us get_in_touch hotline",
    r"helpline called_(?:the|this)_number llam[ae]n? llamar ligue\w* liga\w* rufen_sie appele[rz]",
    r"chiama\w* bel zadzwo[nń]\w* arayın\w* ara hubungi telepon позвоните звоните gọi contacte\w*",
    r"r[uü]ckruf\w* contacta\w* kontaktieren\w* 致电 致電 拨打 撥打 联系 聯繫 请致电 請致電 请拨打",
    r"来电 電話 电话 전화 문의 اتصل โทร कॉल",
)

_ASKS: Final = lazy_pattern(
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
    """,
    re.VERBOSE,
)
# The same in scripts without spaces; in one pattern with the words, it is tried everywhere.
_ASKS_UNSPACED: Final = lazy_pattern(
    r"""
    客服 | 客戶服務 | 支持 | 支援 | 联系 | 聯繫 | 登录 | 登入 | 验证 | 驗證 | 解锁 | 解鎖 | 找回
    | サポート | 問い?合わせ | ログイン | 認証 | 確認 | 고객센터 | 문의 | 로그인 | 인증
    """,
    re.VERBOSE,
)


def asks(sentence: str) -> bool:
    """Return True for a sentence, in small letters, that promises help or asks for something."""
    if not sentence.isascii() and _ASKS_UNSPACED.search(sentence):
        return True
    return _ASKS.search(sentence) is not None


# Somebody says that they are the platform: "this is Mark from Coinbase".
SPEAKS_AS: Final = lazy_pattern(
    rf"""
    \b(?:this\s+is | i\s+am | i['\u2019]m | we\s+are | we['\u2019]re | my\s+name\s+is | calling)\s
        [^\n.!?]{{0,60}}?{BRAND}(?!\W{{0,2}}(?:user|customer|client|holder|investor|fan)\b)
    | \bwe\s+at\s+{BRAND}
    """,
    re.VERBOSE,
)

# Customers who lost money, and who acts for them or reports on a platform.
_COMPOUND: Final = r"(?:\w+-?)?"  # Betrugsopfer
_VICTIMS: Final = _any(
    r"victims? victimes? v[ií]ctimas? v[ií]timas? vittim[ae] geschädigte\w*",
    rf"{_COMPOUND}opfer\w*",
    r"slachtoffers? ofiar\w* poszkodowan\w+ жертв\w* пострадавш\w+ mağdur\w* korban n[aạ]n_nh[aâ]n",
    "afectad[oa]s lesad[oa]s lésés danneggiat[ei]",
)
_OUTSIDERS: Final = (
    _VICTIMS
    + "|"
    + _any(
        r"lawyers? attorneys? law_firms? solicitors? plaintiffs? journalists? class_action",
        r"avocate?s? abogad[oa]s? advogad[oa]s? avvocat[oi] (?:rechts)?anw[aä]lt\w* kanzlei",
        r"advoca(?:at|ten) adwoka\w* prawni\w+ адвокат\w* юрист\w* avukat\w* pengacara",
        r"lu[aậ]t_s[uư] sammelklage recours_collectif acción_colectiva ação_coletiva journalistes?",
        r"periodistas? jornalistas? giornalist[aei] журналист\w* gazeteci\w*",
    )
)
_OUTSIDERS_UNSPACED: Final = _any(
    "律师 律師 律所 受害者 受害人 受害群 受骗者 受騙者 维权 維權 互助群 自救会 自救會 记者 記者",
    "弁護士 弁護団 法律事務所 被害者 被害対策 변호사 법무법인 법률사무소 피해자 피해 기자",
)
# Between them and the platform: "lawyer against Coinbase"; only after victims also "of Coinbase".
_AGAINST: Final = _any(r"against vs versus contr[aeo] gegen tegen przeciw\w* против karşı")
_OF: Final = _any("of from by d[eiao] des? del der von van od от dari cua")
# Help that only the platform itself gives: `victims, call Coinbase support` is an offer.
_OWN_HELP: Final = _any(
    "support service services care soporte atenci[oó]n suporte atendimento assistance assistenza",
    r"servicio servizio serviço поддержк\w* destek hilfe kundendienst kundenservice",
)
_OWN_HELP_UNSPACED: Final = "客服|官方|サポート|カスタマー|고객|지원"

_PERSON: Final = "me|him|her|them|my|his|mum|mom|dad"
_OWNER: Final = "my|his|her|mine"
# What is bought or booked is no help with an account.
_BOOKED: Final = _any(
    r"tickets bookings? reservations? box\soffice parking front\sdesk deliver(?:y|ies) webinars?",
    r"dial_in workshops? reservas? entradas r[ée]servations? boutique livraisons? lieferung\w*",
    r"bestellung\w* reservierung\w* entregas? prenotazion[ei] rezervasyon\w* бронирован\w+",
    r"доставк\w+",
)
_BOOKED_UNSPACED: Final = _any("订房 訂房 预订 預訂 订座 訂座 订餐 訂餐 订票 訂票 予約 예약")
_SOMEBODY: Final = _any(
    "user author reporter journalist writer editor analyst lawyer attorney plaintiff victim",
    r"investor spokes\w+ professor wife husband friend brother sister mother father son daughter",
    "neighbou?r colleague founder ceo employee landlord plumber doctor restaurant hotel shop",
)

# What a sentence must hold to give a contact to somebody else: asked first, in a third of the time.
_MAY_GIVE: Final = "|".join(
    (_PERSON, _OWNER, _BOOKED, _SOMEBODY, _OUTSIDERS.replace(_COMPOUND, ""))
)
MAY_GIVE_TO_SOMEBODY: Final = lazy_pattern(
    rf"""
    \b(?:{_MAY_GIVE})
    | opfer                                        # also inside of a word: "Betrugsopfer"
    | {_BOOKED_UNSPACED} | {_OUTSIDERS_UNSPACED}   # in scripts without spaces
    """,
    re.VERBOSE,
)
# The same of its first word.
_BEGINS: Final = lazy_pattern(
    "|".join(re.split(r"\\W\?|\\s", each)[0] for each in re.split(r"\|(?![^()]*\))", _MAY_GIVE))
)


@lru_cache(maxsize=16_384)  # texts hold the same words again and again
def may_begin_somebody(word: str) -> bool:
    """Return False for a word with which nothing begins that `MAY_GIVE_TO_SOMEBODY` takes."""
    return not word.isascii() or "opfer" in word or _BEGINS.match(word) is not None


# A contact that a sentence gives to an owner other than a platform.
GIVEN_TO_SOMEBODY: Final = lazy_pattern(
    rf"""
    # "call me on …", "text him: …", "reach my lawyer at …"
    \b(?:call|ring|phone|text|reach|contact|write|e-?mail|mail|message|whatsapp|tell|ask)(?:ed|ing|s)?
        \s+(?:to\s+)?(?:back\s+)?
        (?:{_PERSON})\b [^\n.!?{BRAND}{HERE}]{{0,60}} {HERE}
    # "my number is …", "his phone: …", "my bank Chase …"
    | \b(?:{_OWNER})\s(?:[^\W\d_]+[^\w\n.!?]{{1,3}}){{1,4}}{HERE}
    # "tickets: call …", "Reservas: …": what is bought or booked is no help with an account
    | (?<!support\s)(?:
        \b(?:{_BOOKED})\b | {_BOOKED_UNSPACED}
      ) (?:[^\w\n.!?]|电话|電話|전화|は|번호|\b(?:call|ring|dial|phone|tel\w*|hotline|line|number
          |at|on|is|here|now|auf|unter|al|ao|au|le|il)\b)* {HERE}
    # "user John Doe, phone …", "the article author …"
    | \b(?:{_SOMEBODY})s?\b
        (?![^\n]{{0,20}}\b(?:support|service|care)\b) [^\n.!?:{BRAND}{HERE}]{{0,40}}{HERE}
    # "Coinbase victims' group: …", "avocat des victimes de Coinbase : …", "abogado contra …"
    | (?<!\w)(?:{_OUTSIDERS})(?!\w)(?![^\n]{{0,40}}(?<!\w)(?:{_OWN_HELP})(?!\w))
        [^\n.!?:{BRAND}{HERE}]{{0,40}}(?:(?<!\w)(?:{_AGAINST})\W+{BRAND})?
        [^\w\n{BRAND}]{{0,4}}{HERE}
    | (?<!\w)(?:{_VICTIMS})\W+(?:(?:{_OF})\W+)?{BRAND}[^\w\n{BRAND}]{{0,4}}{HERE}
    | (?:{_OUTSIDERS_UNSPACED})(?![^\n]{{0,20}}(?:{_OWN_HELP_UNSPACED}))
        [^\n.!?\u3002{BRAND}{HERE}]{{0,24}}{HERE}
    """,
    re.VERBOSE,
)
