"""Which words belong to everybody: a dictionary, for names that are no name of their own.

The lists (`data/words.txt`, `data/words_foreign.txt`) hold the words of English, and the frequent
ones of six other languages; `benchmarks/make_words.py` makes them and says from what.
"""

from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

# Words that any business in this field may have in its name.
TRADE: Final = frozenset(
    (
        *("app", "apps", "atm", "bank", "bit", "bitcoin", "block", "blockchain", "btc", "capital"),
        *("card", "cash", "chain", "coin", "coins", "crypto", "dao", "dapp", "defi", "dex"),
        *("digital", "dollar", "earn", "eth", "ether", "ethereum", "exchange", "finance", "fund"),
        *("corp", "gmbh", "inc", "llc", "plc", "sarl", "srl"),  # with "ltd", of companies
        *("global", "group", "hub", "ico", "invest", "investing", "live", "loan", "ltd", "market"),
        *(
            "markets",
            "meta",
            "miner",
            "mining",
            "mint",
            "mixer",
            "money",
            "nano",
            "network",
            "nft",
            "pay",
        ),
        *("payment", "pool", "pro", "receive", "sale", "send", "stake", "staking", "swap", "tech"),
        *("token", "tokens", "trade", "trader", "trading", "tumbler", "usd", "usdt", "vault"),
        *("wallet", "wallets", "web", "xrp"),
    )
)

# Nearly any name can be put together from words of two letters.
_SHORTEST_PART: Final = 3
# Words up to which the text is searched once for each; a set of all costs as much as a dozen.
_FEW: Final = 16


def is_word(name: str) -> bool:
    """Return True for a word of the dictionary or of the trade, in lower case.

    >>> is_word("strike"), is_word("crypto"), is_word("coinbase")
    (True, True, False)
    """
    return _is_english(name) or _is_in(name, "words_foreign.txt")


def two_words(name: str) -> frozenset[str]:
    """The parts of a name that is two English words in one, of all ways to cut it.

    Words of any language would explain one typing error in ten: `coinbasse` has a French one.

    >>> sorted(two_words("openset")), sorted(two_words("krakem"))
    (['open', 'set'], [])
    """
    cuts = range(_SHORTEST_PART, len(name) - _SHORTEST_PART + 1)
    parts = ((name[:cut], name[cut:]) for cut in cuts)
    return frozenset(word for pair in parts if all(map(_is_english, pair)) for word in pair)


def _is_english(name: str) -> bool:
    return name in TRADE or _is_in(name, "words.txt")


@lru_cache(maxsize=8192)
def _is_in(name: str, file: str) -> bool:
    if not name.isascii() or not name.isalpha():
        return False
    if _is_in.cache_info().currsize > _FEW:
        return name in _set(file)
    return f"\n{name}\n" in _text(file)


@cache
def _text(file: str) -> str:
    return "\n" + (files(__package__) / "data" / file).read_text("ascii")


@cache
def _set(file: str) -> frozenset[str]:
    return frozenset(_text(file).split())
