"""Words by which somebody tells what a caller did to them, in languages that set spaces.

`Is … Coinbase? They called me` and `… wants me to move my funds` say so in any order of words, so
each is a word of a person and one of a deed in the same clause. What a person does themselves is no
deed of a caller: `I called …`.
"""

from typing import Final

from hotline_check.attribution.callers.models import Deeds

DEEDS: Final = (
    Deeds(  # English
        persons=("me", "my"),
        deeds=(
            *("called", "rang", "phoned", "texted", "messaged", "emailed", "contacted", "dialed"),
            *("dialled", "buzzed", "calling", "ringing", "phoning", "texting", "messaging"),
            *("calls", "rings", "reached", "told", "asked", "wants", "wanted", "claims"),
            *("claimed", "claiming", "threatened", "pretended", "pretends"),
        ),
        receivers=("i", "we", "my"),
        got=("got", "received", "had", "answered", "missed", "declined", "hung", "took"),
        calls=("call", "calls", "voicemail", "voicemails", "text", "sms", "message", "phone"),
    ),
    Deeds(  # "a man saying he is from …"
        receivers=("somebody", "someone", "guy", "man", "woman", "lady", "they", "he", "she"),
        got=("claiming", "saying", "said", "pretending"),
        calls=("from", "be", "are", "is", "s"),
    ),
    Deeds(  # Spanish
        persons=("me", "mi", "madre", "padre"),
        deeds=(
            *("llamó", "llamaron", "llamado", "llamaban", "llaman", "llama", "marcó", "marcaron"),
            *("escribió", "escribieron", "contactaron", "mandó", "mandaron", "envió", "enviaron"),
            *("pidió", "pidieron", "piden", "pide", "dijeron", "dejó", "amenazó", "llamando"),
        ),
    ),
    Deeds(  # Portuguese
        persons=("me", "mim", "minha"),
        deeds=(
            *("ligou", "ligaram", "ligam", "ligando", "mandou", "mandaram", "chamou", "chamaram"),
            *("contatou", "contataram", "pediu", "pediram", "disseram", "enviou", "enviaram"),
            *("escreveu", "telefonou", "telefonaram"),
        ),
    ),
    Deeds(  # French
        persons=("m", "me", "moi"),
        deeds=(
            *("appelé", "appelée", "contacté", "contactée", "appelait", "envoyé", "dit", "laissé"),
            *("écrit", "harcèle", "harcelé", "menacé", "appelle", "appellent"),
        ),
    ),
    Deeds(  # German
        persons=("mich", "mir"),
        deeds=(
            *("angerufen", "kontaktiert", "geschrieben", "ruft", "rief", "rufen", "riefen"),
            *("angeklingelt", "klingelt", "verlangt", "fordert", "gesagt", "schrieb", "schickte"),
            *("geschickt", "bedroht", "wollte", "wollten"),
        ),
    ),
    Deeds(  # Italian
        persons=("mi",),
        deeds=(
            *("chiamato", "chiamata", "chiamano", "telefonato", "scritto", "contattato"),
            *("contattata", "mandato", "chiesto", "chiede", "chiedono", "detto", "inviato"),
        ),
    ),
    Deeds(  # Russian, Ukrainian
        persons=("мне", "меня", "мені", "мене"),
        deeds=(
            *("звонил", "звонили", "звонила", "звонит", "звонят", "позвонил", "позвонили"),
            *("позвонила", "названивает", "написал", "написали", "пишут", "пишет", "просят"),
            *("просил", "просила", "попросили", "требуют", "сказал", "сказали", "прислал"),
            *("прислали", "набрал", "дзвонив", "дзвонили", "дзвонять", "дзвонить", "подзвонили"),
            *("телефонували", "просять"),
        ),
    ),
    Deeds(  # Turkish
        persons=("beni", "bana", "annemi", "babamı"),
        deeds=(
            *("aradı", "arıyor", "aradılar", "arıyorlar", "arayıp", "arayan", "attı", "attılar"),
            *("yazdı", "gönderdi", "dedi", "ulaştı", "ulaştılar"),
        ),
        receivers=("arandım", "aranıyorum", "arandık", "aramamı", "aramam"),
        got=("arandım", "aranıyorum", "arandık", "istedi", "istediler", "istiyor", "istiyorlar"),
        calls=("arandım", "aranıyorum", "arandık", "geri"),
    ),
    Deeds(  # Indonesian, Malay
        persons=("saya", "aku"),
        deeds=(
            *("menelepon", "menelpon", "menghubungi", "nelpon", "nelepon", "ditelepon"),
            *("dihubungi", "mengirim", "meminta", "minta", "mengaku"),
        ),
    ),
    Deeds(  # Dutch
        persons=("mij", "me", "mijn"),
        deeds=("belde", "belden", "gebeld", "belt", "stuurde", "stuurden", "vroeg", "vroegen"),
    ),
    Deeds(  # Polish
        persons=("mnie", "mi"),
        deeds=(
            *("dzwonił", "dzwoniła", "dzwonili", "dzwoni", "dzwonią", "zadzwonił", "zadzwonili"),
            *("napisał", "napisali", "wysłał", "prosi", "prosili", "kazał", "kazali"),
        ),
    ),
    Deeds(  # Hindi in Latin letters
        persons=("mujhe", "mere"),
        deeds=("call", "phone", "message", "msg", "bola", "bol", "manga"),
    ),
)
