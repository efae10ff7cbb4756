"""The fixed values in registry files: a type for each key."""

from typing import Literal, get_args

PlatformKind = Literal[
    "exchange",
    "broker",
    "wallet",
    "hardware-wallet",
    "atm",
    "payments",
    "custodian",
    "onramp",
    "defi",
]
ChannelKind = Literal[
    "phone",
    "email",
    "chat",
    "form",
    "help-center",
    "x",
    "telegram",
    "facebook",
    "discord",
    "reddit",
    "line",
    "kakaotalk",
    "wechat",
    "whatsapp",
    "instagram",
    "youtube",
    "linkedin",
]
# The channel kinds that are accounts on another company's network.
ACCOUNTS = frozenset(get_args(ChannelKind)) - {"phone", "email", "chat", "form", "help-center"}
Topic = Literal[
    "account",
    "security",
    "trading",
    "technical",
    "policy",
    "general",
    "complaints",
    "institutional",
    "lock-account",
]
PhonePolicy = Literal["published", "callback-only", "none", "unknown"]
KnownPolicy = Literal["published", "callback-only", "none"]
PolicyBasis = Literal["stated", "inferred"]
# Customer groups, for a channel or policy that is not for every customer.
Customers = Literal["card", "merchants", "business", "institutional", "members"]
OutgoingCalls = Literal["never", "announced", "rare"]
How = Literal["stored-copy", "archived-copy", "live", "owner-proof"]
SourceKind = Literal["operator", "regulator", "app-store", "third-party"]
AuthoritySource = Literal["government", "press", "third-party"]
Secret = Literal[
    "password",
    "2fa-code",
    "seed-phrase",
    "remote-access",
    "move-funds",
    "install-software",
    "test-transaction",
    "pin",
    "card-number",
]
