"""Words next to a brand's name, or around it, by which it is the brand or something else."""

import re
from typing import Final

from hotline_check.lazy_pattern import lazy_pattern

TRADE_NEARBY: Final = frozenset(
    (
        *("wallet", "wallets", "exchange", "support", "account", "accounts", "app", "customer"),
        *("crypto", "card", "help", "helpline", "hotline", "phone", "number", "contact"),
        *("service", "pay", "bitcoin", "login", "refund", "trading", "care", "bank", "financial"),
        *("live", "nano", "pro", "com", "io", "us", "toll", "desk", "team"),
    )
)
# Words that make a brand of an ordinary word in lower case: `strike support`.
PLAIN_TRADE: Final = frozenset(
    (
        *("wallet", "wallets", "exchange", "support", "app", "customer", "crypto", "helpline"),
        *("hotline", "bitcoin", "login", "refund", "nano", "live", "com", "io"),
    )
)
# A text that speaks of accounts, of crypto or of help with them.
OF_MONEY: Final = lazy_pattern(
    r"""
    crypto | bitcoin | \b(?:btc|eth|usdt?c?|xrp|nft)\b | wallet | blockchain | \bcoins? | \btoken
    | exchange | \btrad(?:e|ing) | hardware | (?:seed|recovery)\W?phrase
    | balance | funds | payments? | withdraw | deposit | transfer | transactions? | code
    | accounts? | log\W?[io]n | sign\W?in | verif | password | \b2fa\b
    | lock | suspend | frozen | hacked | stolen | scam | fraud | support | help | customer | hotline
    # the same in other languages
    | kont[oe] | cuenta | \bconta\b | compte | hesa[pb] | tài\skhoản | akun | betrug | estafa
    | portefeuille | carteira | cartera | billetera | monedero | cüzdan
    | arnaque | golpe | аккаунт | \bсч[её]т | кошел | мошен
    | 币 | 幣 | 账 | 帳 | 客服 | 钱包 | 錢包 | 交易 | 暗号 | 口座 | サポート
    | 코인 | 계정 | 지갑 | 고객
    """,
    re.IGNORECASE | re.VERBOSE,
)
