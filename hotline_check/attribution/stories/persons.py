"""Words for the people of a story, in languages that set spaces."""

from typing import Final

from hotline_check.attribution.stories.words import Words

# The writer alone. An organization that gives its contact says `we`. No word that is a name.
SELF: Final = Words(
    *("me", "my", "mine", "myself", "im", "ive", "mi", "mis", "mí", "conmigo", "mío", "mía"),
    *("míos", "meu", "meus", "minha", "minhas", "mim", "comigo", "moi", "mon mari", "ma mère"),
    *("ma femme", "mon compte", "mon téléphone", "m a", "m ont", "mon adresse", "mon nom"),
    *("mon solde", "mon argent", "mon portefeuille", "mes mots", "m avait", "m annonçait", "j ai"),
    *("j avais", "mich", "mir", "mein", "meine", "meinen", "meinem", "meiner", "meines", "mio"),
    *("miei", "mie", "мне", "меня", "мной", "мой", "моя", "моё", "мое", "мои", "моего", "моей"),
    *("мою", "моему", "мені", "мене", "мною", "моє", "мого", "моїй", "мій", "beni", "bana"),
    *("benden", "benim", "benimle", "saya", "aku", "gue", "gw", "tôi", "mình", "tao", "tui", "mij"),
    *("mijn", "mnie", "mną", "moje", "moja", "mojego", "moim", "انا", "أنا", "مني", "معي", "علي"),
    *("عليّ", "بي", "إلي", "إليّ", "عندي", "عني", "حسابي", "اسمي", "أموالي", "اموالي", "هاتفي"),
    *("زوجي", "زوجتي", "جدتي", "جدي", "أمي", "امي", "أبي", "والدي", "والدتي", "ابني", "أخي", "اخي"),
    *("صديقي", "mujhe", "mujhse", "meri", "mera", "maine"),
)
# Anybody else who acts in it. No title: a signature has one.
OTHERS: Final = Words(
    # English
    *("he", "she", "him", "his", "someone", "somebody", "guy", "guys", "dude", "bloke", "lady"),
    *("gentleman", "stranger", "impersonator", "impostor", "imposter", "scammer", "fraudster"),
    *("thief", "crook", "fake support", "fake rep", "fake agent", "victim", "caller"),
    *("cx", "a man", "the man", "some man", "a woman", "the woman", "some woman", "a person"),
    *("a girl", "mum", "mom", "mother", "dad", "father", "gran", "grandma", "grandmother"),
    *("grandpa", "grandfather", "husband", "wife", "daughter", "aunt", "uncle", "brother"),
    *("colleague", "anyone else", "anybody else", "someone else", "everyone else", "who else"),
    # Spanish, Portuguese
    *("chica", "chico", "hombre", "mujer", "alguien", "estafador", "estafadora", "ladrón", "tipa"),
    *("abuela", "abuelo", "madre", "padre", "marido", "esposa", "esposo", "hermano", "hermana"),
    *("hijo", "hija", "un tal", "una tal", "un tipo", "una voz", "ella", "ellos", "rapaz", "moça"),
    *("moço", "homem", "mulher", "golpista", "alguém", "mãe", "pai", "ladrão", "avó", "avô", "vó"),
    *("vô", "irmão", "irmã", "filho", "filha", "um tal", "uma voz", "um cara"),
    # French, Italian
    *("femme", "homme", "mec", "escroc", "arnaqueur", "voleur", "quelqu", "un certain", "elle"),
    *("une certaine", "mari", "mère", "père", "frère", "sœur", "grand mère", "grand père", "lui"),
    *("donna", "uomo", "tizio", "truffatore", "ladro", "nonna", "nonno", "marito", "moglie"),
    *("fratello", "sorella", "figlio", "figlia", "qualcuno", "qualcun", "un certo", "una voce"),
    # German, Dutch, Polish
    *("mann", "betrüger", "betrügerin", "dieb", "jemand", "mutter", "vater", "oma", "opa", "ihm"),
    *("bruder", "schwester", "tochter", "sohn", "gewisser", "sonst noch", "sonst jemand", "hij"),
    *("vrouw", "oplichter", "iemand", "kobieta", "mężczyzna", "oszust", "ktoś", "babcia"),
    # Russian, Ukrainian
    *("мужчина", "женщина", "мошенник", "мошенника", "некий", "некая", "вор", "он", "она", "ему"),
    *("человек", "парень", "девушка", "муж", "жена", "мама", "маме", "маму", "папа", "бабушка"),
    *("бабушке", "дедушка", "брат", "сестра", "сын", "дочь", "голос", "кто то", "нибудь ещё"),
    *("чоловік", "жінка", "шахрай", "хтось", "бабуся"),
    # Turkish, Indonesian, Vietnamese, Arabic
    *("kadın", "adam", "biri", "dolandırıcı", "dolandırıcının", "hırsız", "annem", "annemi"),
    *("babam", "babamı", "babaannem", "anneannem", "dedem", "eşim", "eşimi", "başka kimseyi"),
    *("seorang", "penipu", "maling", "seseorang", "nenek", "kakek", "suami", "istri", "dia"),
    *("ada yang", "một ông", "một bà", "một anh", "một cô", "một người", "có anh", "có người"),
    *("ai cũng", "bà tôi", "mẹ tôi", "bố tôi", "chồng", "vợ", "kẻ", "anh ta", "cô ta", "hắn"),
    *("رجل", "امرأة", "شخص", "محتال", "المحتال", "لص", "أحدهم", "سيدة", "شاب", "غيري"),
    # Whoever called, in all of them
    *("anrufer", "llamante", "appelant", "chiamante", "звонивший", "arayan", "penelepon"),
    *("người gọi", "المتصل", "beller", "dzwoniący"),
)
# Those whom also an offer warns of: "Beware of scammers: the number is …".
CROWD: Final = Words(
    *("scammers", "fraudsters", "crooks", "criminals", "thieves", "impostors", "imposters"),
    *("impersonators", "estafadores", "golpistas", "escrocs", "truffatori", "мошенники"),
)
# Whoever is spoken of right after a question, or in it: "Is … Coinbase? They called me".
THIRD: Final = Words(
    *("they", "he", "she", "llama", "llaman", "llamó", "llamaron", "pidió", "dijeron", "ligou"),
    *("ligaram", "pediram", "ils", "sie haben", "они", "onlar", "mereka", "họ"),
)
# After one of them: "They never called me".
DENIALS: Final = Words("never", "nunca", "jamais", "nie", "mai", "никогда", "didn", "haven")
# The writer as the one who acts: "If I remember right, …".
SUBJECT: Final = Words("i", "ich", "je", "yo", "eu", "io", "я", "ik", "ja")
