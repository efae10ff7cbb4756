"""Words around the phrases about callers, in languages that set spaces."""

from typing import Final

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
ENDS_NAME: Final = frozenset(
    (
        *("call", "dial", "ring", "contact", "reach", "return", "back", "to", "at", "on", "and"),
        *("or", "us", "you", "we", "our", "your", "they", "he", "she", "it", "please", "if", "for"),
        *("will", "be", "can", "are", "do", "does", "not", "never", "only", "via", "i"),
        *("has", "have", "use", "should", "must", "so", "but", "when", "text", "policy"),
        *("llame", "llamar", "llama", "llámenos", "marque", "al", "a", "para", "por", "y", "si"),
        *("ligue", "liga", "ligar", "e", "se", "appelez", "appeler", "au", "et", "composez"),
        *("rufen", "anrufen", "bitte", "sie", "und", "chiama", "chiamare", "chiamate", "bel"),
        *("arayın", "ara", "zadzwoń", "hubungi", "telepon", "gọi", "позвоните", "звоните", "и"),
    )
)
