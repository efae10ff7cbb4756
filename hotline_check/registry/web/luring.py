"""Words that impostors put around a brand, and splitting a label into such words."""

from functools import lru_cache
from typing import Final

from hotline_check.reading.brands.dictionary import TRADE

# Counted in the block list of eth-phishing-detect next to a brand, and rarely in the host
# names of its allow list or of Debian's home pages; then the same words in other languages.
LURES: Final = frozenset(
    (
        *("2fa", "access", "account", "activate", "admin", "agent", "airdrop"),
        *("alert", "app", "appeal", "assist", "assistance", "auth"),
        *("authenticate", "authorization", "authorize", "bonus", "call", "cancel", "care"),
        *("center", "centre", "chat", "claim", "claims", "client", "compensation", "confirm"),
        *("connect", "contact", "customer", "customercare", "deposit", "desk", "dispute"),
        *("download", "drop", "email", "event", "free", "gift", "give", "giveaway"),
        *("help", "helpcenter", "helpdesk", "helpline", "hotline", "id", "identity"),
        *("import", "install", "kyc", "locked", "log", "login", "logon", "mail"),
        *("notice", "number", "official", "page", "password", "phone", "portal", "prize"),
        *("promo", "promotion", "protect", "protection", "reclaim", "recover", "recovery"),
        *("refund", "register", "registration", "reset", "restore", "reward"),
        *("secure", "security", "seed", "service", "services", "sign", "signin", "signup"),
        *("suspended", "sso", "support", "sync", "tollfree", "unlock", "update"),
        *("upgrade", "user", "validate", "validation", "verification", "verified", "verify"),
        *("wallet", "webmail", "win", "withdraw", "withdrawal"),
        *("atencion", "atendimento", "ayuda", "cliente", "clientes", "contacto", "cuenta"),
        *("oficial", "recuperar", "seguridad", "seguranca", "servicio", "soporte", "suporte"),
        *("com", "http", "https", "www"),  # parts of the imitated URL, as in `www-crypto-com.net`
        *("verificar", "ajuda", "anmeldung", "hilfe", "konto", "kundendienst", "kundenservice"),
        *("sicherheit", "aide", "assistenza", "assistenzaclienti", "compte", "connexion"),
        *("securite", "servizio", "sicurezza", "klantenservice", "bezpieczenstwo", "pomoc"),
        *("destek", "giris", "guvenlik", "hesap", "bantuan", "layanan", "masuk", "denglu"),
        *("guanfang", "guanwang", "kefu", "podderzhka", "vhod", "toiawase"),
    )
)

# Top-level domains that anybody can buy and that sound like a service of the platform.
LURING_ENDINGS: Final = frozenset(
    {"care", "center", "claims", "contact", "gift", "help", "promo", "support"}
)

_FILLERS: Final = frozenset(
    (
        *("at", "au", "br", "by", "ca", "check", "cn", "de", "en", "es", "eu", "for", "fr"),
        *("get", "go", "guard", "in", "info", "io", "it", "jp", "kr", "line", "me", "my", "net"),
        *("new", "nl", "now", "of", "on", "online", "org", "our", "pl", "pt", "ru", "safe", "site"),
        *("start", "team", "the", "to", "top", "transaction", "uk", "us", "usa", "website", "your"),
    )
)
_KNOWN: Final = LURES | TRADE | _FILLERS
_LONGEST: Final = max(map(len, _KNOWN)) + 1
# `is` and `gas` are no plurals.
_SHORTEST_PLURAL: Final = 4


@lru_cache(maxsize=2048)
def explained(piece: str) -> frozenset[str] | None:
    """The luring words that a piece of a name consists of, None if it has anything else.

    Digits are ignored. Of several ways to split it, the one with the longest first words.

    >>> sorted(explained("prologin24")), explained("fanclub")
    (['login', 'pro'], None)
    """
    if not piece:
        return frozenset()
    if piece[0].isdecimal():
        return explained(piece[1:])
    for end in range(min(len(piece), _LONGEST), 1, -1):
        word = piece[:end]
        if word not in _KNOWN and len(word) > _SHORTEST_PLURAL:
            word = word.removesuffix("s")
        if word in _KNOWN:
            rest = explained(piece[end:])
            if rest is not None:
                return rest | {word}
    return None


def has_luring_word(piece: str) -> bool:
    """Return True if a piece of a name begins or ends with a luring word."""
    bare = piece.strip("0123456789")
    words = explained(bare)
    if words is not None:
        return not words.isdisjoint(LURES)
    ends = range(4, len(bare))
    return any(bare[:n] in LURES or bare[-n:] in LURES for n in ends)
