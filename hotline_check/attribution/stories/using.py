"""Words by which somebody uses a contact, or asks others to, in languages that set spaces.

How phrases with alternatives are written is in `callers.phrases`.
"""

from functools import cache
from typing import Final

from hotline_check.attribution.callers.templates import Templates
from hotline_check.attribution.stories.words import Words

# By which the reader is asked to get in touch: "call us at …".
ASKS: Final = Words(
    # English
    *("call", "dial", "phone", "contact", "reach", "email", "mail", "reached", "reachable", "ring"),
    *("available", "write", "calling", "dialing", "dialling", "contacting", "phoning", "emailing"),
    # Spanish, Portuguese
    *("llame", "llamar", "llama", "llamen", "llámenos", "llámanos", "marque", "marcar", "marca"),
    *("contacte", "contactar", "contacta", "contáctenos", "contáctanos", "escriba", "escribe"),
    *("escribir", "escríbanos", "escríbenos", "comuníquese", "comunicarse", "llamando", "llamo"),
    *("avísenos", "disponible", "diríjase", "ligue", "ligar", "liga", "contate", "contatar"),
    *("fale", "falar", "escreva", "escrever", "ligando", "disponível", "ligo", "marcando"),
    *("discando", "componendo", "digitando"),
    # French, Italian
    *("appelez", "appeler", "joindre", "joignable", "joignables", "contactez", "contacter"),
    *("appelant", "composez", "composer", "écrivez", "écrire", "appelle", "appelons"),
    *("disponibles", "chiama", "chiamare", "chiamaci", "chiamate", "chiami", "contatta"),
    *("contattare", "contattaci", "contatti", "contattate", "componi", "scrivi", "scrivere"),
    *("scriva", "chiamo", "chiamando", "avvisaci"),
    # German, Dutch, Polish and their neighbours
    *("erreichen", "erreichbar", "rufen", "anrufen", "kontaktieren", "wählen", "schreiben"),
    *("melden", "wenden", "erreichst", "ruf", "rufe", "ruft", "schreib", "wähle", "wählt", "bel"),
    *("bellen", "bereiken", "mailen", "zadzwoń", "zadzwonić", "dzwoń", "dzwonić", "skontaktuj"),
    *("napisz", "ringa", "ringe", "kontakta", "soita", "sunați", "volejte"),
    # Czech, Slovak, Hungarian, Romanian, Baltic and Nordic languages, Tagalog
    *("mejla", "soittaa", "soittakaa", "zavolejte", "kontaktujte", "kontaktovat", "volajte"),
    *("zavolajte", "hívja", "hívjon", "elérhet", "elérhető", "contactați", "apelați", "helistage"),
    *("helista", "skambinkite", "zvaniet", "pokličite", "nazovite", "pozovite", "kontaktirati"),
    *("kontaktirajte", "tumawag", "tawagan", "skontaktować"),
    # Greek, Bulgarian, Hebrew, Persian
    *("καλέστε", "επικοινωνήσετε", "επικοινωνήστε", "обадете", "свържете", "התקשרו", "חייגו"),
    *("קשר", "בטלפון", "تماس"),
    # Russian, Ukrainian
    *("звоните", "позвоните", "позвонить", "звонить", "связаться", "свяжитесь", "обращайтесь"),
    *("пишите", "напишите", "написать", "обратиться", "звернутися", "зателефонувати", "позвони"),
    *("звони", "наберите", "зателефонуйте", "телефонуйте", "дзвоніть", "подзвоніть", "подзвонити"),
    "пишіть",
    # Turkish, Vietnamese, Indonesian
    *("arayın", "arayınız", "gọi", "hệ", "gửi", "hubungi", "menghubungi", "telepon", "telpon"),
    "dihubungi",
    # Arabic; the word for "he called", too, is an imperative
    *("اتصل", "الاتصال", "للاتصال", "فاتصل", "تواصل", "راسلنا", "راسل", "التواصل", "كلمنا"),
)
# The same, and what the contact is used for, only in the clause of the contact.
USES: Final = Words(
    *("text", "message", "visit", "enter", "use", "try", "add", "save", "report", "forward"),
    *("send", "talk", "speak", "verify", "check", "confirm", "cc", "ask", "trust", "submit"),
    *("look", "lookup"),
    *("give", "notify", "inform", "enviar", "envíe", "envie", "adressez", "envoyez", "kirim"),
    *("senden", "richten", "inviare", "inviati", "направляйте"),
)
# The goal of what is written or sent, right before an address.
GOALS: Final = Words("to", "an", "a", "à", "para", "на", "ke", "đến", "tới", "إلى", "naar")
# Who asks to use it at all: "please notify …".
PLEASE: Final = Words(
    *("please", "kindly", "bitte", "veuillez", "merci de", "por favor", "per favore", "si prega"),
    *("favor", "пожалуйста", "просим", "просьба", "lütfen", "silakan", "mohon", "harap", "tolong"),
    *("hãy", "xin", "vui lòng", "graag", "proszę", "prosimy", "يرجى", "الرجاء", "kripya"),
)
# Whom the reader is asked to tell, before a preposition and the contact: "notify us at …".
US: Final = Words(
    *("us", "uns", "nous", "nos", "noi", "нам", "нас", "ons", "nam", "bize", "kami", "oss", "os"),
    *("nás", "minket", "ni", "μας", "אלינו", "meile", "mums", "chúngtôi"),
)
# Introduces an instruction for a case or a purpose: "If you lost your card, …".
CONDITIONS: Final = Words(
    *("if", "should", "si", "se", "caso", "wenn", "falls", "sollten", "если", "якщо", "eğer", "to"),
    *("for", "para", "pour", "per", "чтобы", "для", "untuk", "để", "nếu", "jika", "bila"),
    *("apabila", "als", "jeśli", "إذا", "اذا"),
)
# Right before one of them these make it a noun, or the deed of somebody: "got a call on …".
NOUN_MARKS: Final = Words(
    *("a", "an", "the", "this", "that", "my", "his", "her", "their", "another", "missed", "one"),
    *("inbound", "incoming"),
    *("first", "second", "third", "2nd", "3rd", "last", "got", "robo", "video", "whatsapp", "him"),
    *("after", "weird", "strange", "by", "over", "unsolicited", "unwanted", "un", "um", "una"),
    *("uma", "une", "mi", "su", "minha", "la"),
)
# The same after the contact: "… numarasını arayın".
ASKS_AFTER: Final = Words(
    *("çevirerek", "arayarak", "تماس", "بگیرید", "arayın", "arayınız", "arayabilirsiniz", "ara"),
    *("aramak", "ulaşabilirsiniz", "ulaşın", "yazın", "yazabilirsiniz", "anrufen", "erreichen"),
    *("an", "wählen", "kontaktieren", "kontaktiert", "bellen", "ringen", "arayayım", "works"),
    *("solved", "worked"),
)
# Words between the contact and those.
LINKS_AFTER: Final = Words(
    *("numarasını", "numarasından", "numaralı", "nolu", "adresine", "numarayı", "hattı", "hattını"),
    *("üzerinden", "telefonu", "telefonunu", "bize", "bei", "fragen", "von", "jederzeit", "mı"),
    "mi",
)
# The writer used the contact.
_DIALLED: Final = (
    "i/we/anyone/anybody/you/ive -/have/had/just/also/finally/already/once -/just/ever/already"
    " called/rang/dialed/dialled/phoned/tried/emailed/mailed/contacted/wrote/used/use/recommend"
    "/found/verified/checked/confirmed",
    "be called/phoned/dialed/dialled/contacted/emailed",
    # where it was read: a machine that was asked
    "google/bing/chatgpt/gpt/gemini/copilot/perplexity/siri/alexa/claude/grok/internet"
    " says/said/shows/showed/gives/gave/lists/listed/answers/answered/finds/found/told -/me/us",
    "i/we got/took/have/copied it/this/that/the -/number from/off/on",
    "got/get/getting/gotten through",
    "on hold with/at/on",
    "llamé/marqué/contacté/escribí/llamamos",
    "liguei/contatei/escrevi/telefonei/ligamos",
    "ai/avons appelé/contacté/composé/écrit/téléphoné",
    "ho/abbiamo chiamato/contattato/telefonato/scritto",
    "я/мы -/уже/сам/сама звонил/звонила/звонили/позвонил/позвонила/набрал/набрала/писал/писала",
    "tôi/mình/em -/đã/vừa/mới gọi/liên -/hệ",
    "saya/aku/kami -/sudah/baru/pernah telepon/telpon/menelepon/hubungi/menghubungi",
    "اتصلت",
    "ik/wij belde/belden/bel/mailde",
    "dzwoniłem/dzwoniłam/zadzwoniłem/zadzwoniłam",
    "я -/вже дзвонив/дзвонила/телефонував/телефонувала",
)
# The same after the contact, for a sentence that names its writer before it.
_DIALLED_AFTER: Final = ("-/numarasını/hattını/nolu aradım/aradık",)
# A machine that was asked, and what it did, in languages that put words between: "ChatGPT me ha
# dicho que el teléfono …", "ChatGPT … dedi".
MACHINES: Final = Words("chatgpt", "gpt", "gemini", "copilot", "perplexity")
SAYS: Final = Words(
    *("dicho", "dijo", "dice", "dado", "disse", "diz", "falou", "deu", "dit", "donné", "говорят"),
    *("detto", "dato", "gesagt", "sagt", "sagte", "meint", "gab", "сказал", "говорит", "пишет"),
    *("дал", "बताया", "कहा"),
)
SAID_LAST: Final = Words("dedi", "diyor", "verdi", "söyledi")
# Right after a contact: what a call of it costs, and from where.
COSTS: Final = Words(
    *("kostenlos", "kostenfrei", "gebührenfrei", "gratuita", "gratis", "grátis", "prix", "coste"),
    *(
        "costo",
        "custo",
        "бесплатно",
        "ücretsiz",
        "capitais",
        "ligação gratuita",
        "llamada gratuita",
    ),
    *("chamada gratuita", "appel gratuit", "chiamata gratuita", "demais localidades"),
)
# The same for what follows a goal: "I sent a mail from my account to …".
SENT: Final = Words(
    *("sent", "wrote", "mailed", "emailed", "forwarded", "replied", "envié", "escribí", "enviei"),
    *("escrevi", "envoyé", "écrit", "scritto", "inviato", "написал", "написала", "отправил"),
)
# The same with the verb last, where the writer is before the contact: "Ich habe … angerufen".
WRITERS: Final = Words("ich", "wir", "habe", "hab", "ik", "heb")
DIALLED_LAST: Final = Words("angerufen", "kontaktiert", "gewählt", "gebeld")
# What a writer does, of the words of the past.
DIALS: Final = Words(
    *("called", "rang", "dialed", "dialled", "phoned", "tried", "emailed", "mailed", "contacted"),
    *("wrote", "used"),
)
OWN: Final = Words(
    *("verified", "checked", "confirmed", "spoke", "talked", "asked", "looked"),
)
# What begins a question that has no sign of one, and what ends it.
ASKING: Final = Words(
    *("is", "are", "whose", "who", "what", "can", "should", "does", "do", "how", "where", "which"),
    *("puedo", "debo", "es", "qué", "cuál", "posso", "devo", "é", "qual", "puis", "est", "quel"),
    *("kann", "darf", "soll", "ist", "wem", "stimmt", "è", "можно", "чей", "это", "có", "tell"),
    *("dites", "dime", "digan", "подскажите", "sagt", "dimmi", "apakah", "boleh", "هل"),
    *("anyone know", "anybody know", "know if", "wondering", "kan", "czy", "чи", "is that"),
    *("is this", "is it"),
)
# What is asked of a contact by somebody who means to use it.
IDENTITY: Final = Words(
    *("real", "legit", "legitimate", "genuine", "fake", "scam", "official", "right", "correct"),
    *("wait", "open", "hours", "calls", "queue", "valid", "true", "trust", "safe", "belong"),
    *("belongs", "working", "actual", "this", "ok", "oficial", "fiable", "fiarme", "correcto"),
    *("verdadero", "estafa", "seguro", "confiar", "verdadeiro", "certo", "golpe", "vrai"),
    *("officiel", "confiance", "bon", "arnaque", "echt", "offiziell", "trauen", "stimmt"),
    *("richtig", "seriös", "betrug", "vero", "ufficiale", "fidarmi", "corretto", "giusto"),
    *("truffa", "настоящий", "официальный", "доверять", "правильный", "верный", "resmi", "doğru"),
    *("gerçek", "güvenilir", "thật", "đúng", "tin", "benar", "asli", "صحيح", "حقيقي", "رسمي"),
    "prawdziwy",
)
# Next to a contact, in a question about it: "Is … Coinbase?"
COPULAS: Final = Words(
    *("is", "es", "é", "est", "ist", "è", "это", "có", "هل", "هو", "czy", "to", "чи", "це", "e"),
    *("mı", "mi", "mu", "mü", "apakah", "adalah", "är", "er", "onko", "je", "este", "είναι", "האם"),
    *("הוא", "آیا", "است", "ang"),
)
# Who asks how, or why, something was done to them does not ask whose the contact is.
WHY: Final = Words(
    *("why", "how", "por qué", "cómo", "por que", "como", "pourquoi", "comment", "warum", "woher"),
    *("wieso", "perché", "come", "почему", "откуда", "зачем", "neden", "nereden", "niye", "sao"),
    *("vì sao", "kenapa", "kok", "mengapa", "لماذا", "كيف", "waarom", "dlaczego"),
)
# Whom a contact serves and when: stories do not say so.
SERVES: Final = Words(
    *("free", "landlines", "monitored", "monitor", "funciona", "répond", "responde", "risponde"),
    *("отвечает", "yanıt", "trả lời", "publishes", "published", "prints", "publica", "publie"),
    *("sito", "siti", "sitio", "internet", "website", "du kan", "kundtjänst", "kundeservice"),
    *("asiakaspalvelu", "ügyfélszolgálatát", "podpora", "vám", "asistență", "υποστήριξη"),
    *("εξυπηρέτηση", "שירות", "תמיכה", "پشتیبانی", "شما", "kayo", "disponible", "disponibles"),
    *("disponível", "joignable", "joignables", "erreichbar", "besetzt", "attivo", "attiva"),
    *("работает", "обслуживает", "hizmet", "hoạt động", "beroperasi", "melayani", "يعمل"),
    *("horario", "horário", "horaires", "orari", "bereikbaar", "24/7", "24h", "hours", "available"),
    *("can be", "must be", "should be", "may be", "open", "weekdays", "toll", "according", "site"),
    *("web", "laut", "según", "segundo", "monday", "friday", "support", "hotline", "helpline"),
    *("help", "service", "services", "desk", "official", "contact", "contacts", "customers"),
    *(
        "visit",
        "founded",
        "established",
        "headquartered",
        "english",
        "your",
        "you",
        "yours",
        "department",
        "complaints",
        "urgent",
        "emergency",
    ),
    *("questions", "oficial", "gratuito", "atención", "su", "tu", "usted", "atendimento"),
    *("ouvidoria", "seu", "sua", "você", "central", "officiel", "votre", "vos", "vous"),
    *("conseillers", "gratuit", "offizielle", "sie", "ihre", "ihr", "impressum", "kundendienst"),
    *("kundenservice", "ufficiale", "assistenza", "servizio", "clienti", "vostro", "официальный"),
    *("поддержки", "поддержка", "служба", "сайта", "сайте", "ваш", "ваши", "вы", "resmi"),
    *("hizmetleri", "destek", "saatleri", "layanan", "anda", "chính", "đài", "bạn", "الرسمي"),
    *("خدمة", "عملاء", "infolinia", "klantenservice", "підтримки", "підтримка", "service client"),
)
# What any contact may be called, one that called as well.
LABELS: Final = Words(
    *("nummeret", "numeret", "numero", "puhelin", "číslo", "čísle", "telefonszámon", "száma"),
    *("numărul", "telefonul", "αριθμός", "τηλέφωνο", "טלפון", "המספר", "تلفن", "شماره", "number"),
    *("phone", "switchboard", "telephone", "tel", "line", "lines", "email", "mail", "fax", "cell"),
    *("teléfono", "número", "línea", "correo", "telefone", "linha", "celular", "numéro", "tél"),
    *("téléphone", "ligne", "nummer", "telefon", "rufnummer", "telefono", "номер", "телефон"),
    *("линия", "numara", "numarası", "hattı", "nomor", "telepon", "số", "رقم", "هاتف", "الرقم"),
    *("numer", "telefoonnummer", "adresse", "address"),
)


@cache
def dialled_before() -> Templates:
    """The phrases by which a writer used a contact after them, for a text read backwards."""
    return Templates(_DIALLED, split=lambda word: [word], is_reversed=True)


@cache
def dialled_after() -> Templates:
    """The same for a contact before them."""
    return Templates(_DIALLED_AFTER, split=lambda word: [word])
