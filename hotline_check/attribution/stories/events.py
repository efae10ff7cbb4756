"""Words for what happened, and when, in languages that set spaces."""

from typing import Final

from hotline_check.attribution.stories.words import Words

# Forms of the past, and what somebody who reports says that others say. No word with which a label
# is made: "Lost cards: …", "Claims: …", "United States: …".
PAST: Final = Words(
    # English: the irregular ones
    *("was", "were", "said", "told", "got", "gave", "had", "took", "came", "went", "knew", "made"),
    *("kept", "sent", "saw", "spoke", "heard", "wrote", "fell", "thought", "began", "woke"),
    *("stole", "says", "keeps", "tries", "wants"),
    # Spanish, Portuguese
    *("era", "eran", "tenía", "quería", "decía", "decían", "sabían", "parecía", "salía", "ha"),
    *("han", "refiere", "hizo", "dijo", "dijeron", "tuvo", "usaban", "vino", "vi", "perdí"),
    *("contesté", "confié", "creí", "pensé", "recibí", "fez", "disse", "disseram", "queria"),
    *("sabiam", "usava", "parecia", "relata", "fui", "foi", "recebi", "atendi", "acreditei", "caí"),
    # French, Italian
    *("était", "étaient", "avait", "avaient", "disait", "voulait", "connaissaient", "semblait"),
    *("ont", "ai", "annonçait", "demandait", "vu", "reçu", "diceva", "voleva", "aveva", "sapevano"),
    *("sembrava", "hanno", "ho", "riferisce", "dicono", "capitato"),
    # German, Dutch, Polish
    *("war", "waren", "hat", "hatte", "haben", "habe", "sagte", "wollte", "kannten", "klang"),
    *("wurde", "bekam", "klingelte", "rief", "zeigte", "gab", "zei", "heeft", "ging", "werd"),
    *("kreeg", "powiedział", "powiedziała", "kazał", "był", "była", "chciał"),
    # Turkish, Indonesian, Vietnamese, Arabic
    *("istiyor", "dedi", "demiş", "aldı", "sandım", "istedi", "sordu", "idi", "gitti", "belirtti"),
    *("yazıyordu", "biliyorlardı", "çaldı", "bilang", "katanya", "menyuruh", "suruh", "meminta"),
    *("melaporkan", "muncul", "tertipu", "diganggu", "ternyata", "ngaku", "mengaku", "minta"),
    *("bảo", "đòi", "đã", "vừa", "bị", "قال", "قالت", "قالوا", "كان", "كانت", "كانوا", "طلب"),
    *("طلبت", "طلبوا", "أفاد", "رن", "رأيت", "وصلني", "تلقيت", "ضاعت", "وقع", "أزعج", "جعلني"),
    *("سألني", "أخبرني", "تواصلوا", "صدقته", "تحدثت", "أعطت", "يطلب", "ظهر", "ظهرت"),
)
# What forms of the past end with, in words of so many letters and more.
_ENDINGS: Final = (
    *("ed", "aron", "ieron", "ió", "aram", "eram", "iram", "ou"),
    *("ал", "ил", "ел", "ял", "ла", "ли", "лся", "лась", "лись", "ло", "ив", "ав", "вся"),
    *("dım", "dim", "dum", "düm", "tım", "tim", "tum", "tüm", "dılar", "diler", "yordu", "mişti"),
    *("ttı", "tti", "ldı", "ldi", "rdı", "rdi", "ndı", "ndi", "ił", "iła", "ował", "owała", "yło"),
)
_LENGTH: Final = 4
# Words that only end like that.
_NOT_PAST: Final = Words(
    *("need", "feed", "speed", "limited", "united", "indeed", "dedicated", "impaired", "thou"),
    "updated",
    *("или", "если", "портал", "канал", "персонал", "материал", "филиал", "рубли", "почтой"),
    *("telefonum", "hesabım", "hattı", "kendi", "şimdi"),
)


def is_past(word: str) -> bool:
    """Return True for a word that ends as forms of the past do."""
    return len(word) >= _LENGTH and word.endswith(_ENDINGS) and word not in _NOT_PAST


# Whoever gives a contact says when it is open, not when something was.
TIMES: Final = Words(
    *("yesterday", "last night", "this morning", "this afternoon", "this evening", "ago", "twice"),
    *("again", "this week", "time this", "just now", "suddenly", "ayer", "anoche", "esta mañana"),
    *("otra vez", "esta semana", "ontem", "hoje cedo", "hier", "ce matin", "ce soir"),
    *("cette semaine", "fois", "gestern", "vorhin", "diese woche", "ieri", "stamattina"),
    *("questa settimana", "вчера", "только что", "неделю", "вчора", "щойно", "dün", "demin"),
    *("az önce", "bu hafta", "tadi", "kemarin", "barusan", "semalam", "minggu ini", "hôm qua"),
    *("tối qua", "sáng nay", "trong tuần", "gisteren", "gisteravond", "wczoraj", "أمس", "امس"),
    "البارحة",
)
# What phones do and show, and by which words people tell of it.
NOISE: Final = Words(
    *("rings", "ringing", "rang", "buzz", "whatsapp", "facetime", "viber", "ad", "robot"),
    *("display", "displayed", "showed", "handset", "popped", "silent", "weird", "hung", "pinged"),
    *("hassled", "bothering", "phoning", "calling", "texting", "robbed", "defrauded", "shaking"),
    *("stupid", "believed", "trusted", "landed", "out of the blue", "off", "buzón", "pantalla"),
    *("sonó", "robaron", "visor", "enganado", "écran", "soi disant", "sonné", "décroché"),
    *("mailbox", "handy", "apparat", "angeblich", "segreteria", "schermo", "squillato"),
    *("автоответчик", "экране", "трубку", "высветился", "удочку", "разговора", "ekranda"),
    *("çalındı", "layar", "bunyi", "màn hình", "bắt máy", "thư thoại", "الشاشة"),
)
# What a phone shows of a call that came in, and what is said of a caller only.
SHOWN: Final = Words(
    *("missed", "incoming", "inbound", "voicemail", "voicemails", "vm", "vmail", "spam", "recents"),
    *("recent calls", "robocall", "robocalls", "impersonates", "impersonating", "pretends"),
    *("claims to be", "claiming to be", "pretending", "spoofed", "spoofs", "unanswered"),
    *("my screen", "the screen"),
    *("declined", "callback", "on the phone", "entrante", "perdida", "entrant", "manqué"),
    *("affiche", "rappeler", "rappelle", "rappelez", "verpasst", "eingehend", "eingehender"),
    *("klingelt", "zurückrufen", "zurückzurufen", "drangehabt", "ans telefon", "входящий"),
    *("входящие", "пропущенный", "пропущенные", "перезвонить", "перезвоните", "cevapsız"),
    *("göründü", "görünüyor", "nháy", "gọi đến", "gọi lại", "tự xưng", "gemiste", "nieodebrane"),
    *("devolver la", "retornar"),
)
# Right after a contact: it calls. No form that asks for a call, too, as "llama" does.
CALLS: Final = Words(
    *(
        "llaman",
        "ligam",
        "appelle",
        "appellent",
        "chiama",
        "chiamano",
        "звонит",
        "звонят",
        "arıyor",
        "ruft",
    ),
)
# Before "de" and a contact: calls that came from it.
CALLS_OF: Final = Words(
    *("llamada", "llamadas", "chamada", "chamadas", "ligação", "ligações", "appel", "appels"),
)
# After a verb of phoning: who is asked to call back has been called.
BACK: Final = Words("back", "zurück", "lại", "terug")
# Right before a contact: it came from there.
ORIGINS: Final = Words(
    *("from", "off", "by", "desde", "del", "depuis", "von", "vom", "dal", "da", "с", "со", "з"),
    *("із", "dari", "từ", "من", "van", "vanaf", "z", "od"),
)
# The same, and whom somebody spoke with.
FROM_OR_WITH: Final = Words(
    *("from", "off", "desde", "del", "depuis", "von", "vom", "dal", "da", "с", "со", "з", "із"),
    *("dari", "từ", "من", "van", "vanaf", "z", "od", "with", "con", "avec", "mit", "com", "ile"),
    *("dengan", "với", "met", "مع"),
)
