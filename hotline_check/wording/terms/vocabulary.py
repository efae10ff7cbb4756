"""Names of the registry's fixed values: channel kinds, topics, policies, secrets."""

from hotline_check.wording.text.catalogue import N_, Words

CHANNELS = {
    "phone": N_("phone"),
    "email": N_("e-mail"),
    "chat": N_("chat"),
    "form": N_("form"),
    "help-center": N_("help page"),
    "x": N_("X (Twitter)"),
    "telegram": N_("Telegram"),
    "facebook": N_("Facebook"),
    "discord": N_("Discord"),
    "reddit": N_("Reddit"),
    "line": N_("LINE"),
    "kakaotalk": N_("KakaoTalk"),
    "wechat": N_("WeChat"),
    "whatsapp": N_("WhatsApp"),
    "instagram": N_("Instagram"),
    "youtube": N_("YouTube"),
    "linkedin": N_("LinkedIn"),
}
TOPICS = {
    "account": N_("account"),
    "security": N_("security"),
    "trading": N_("trading"),
    "technical": N_("technical trouble"),
    "policy": N_("rules and fees"),
    "general": N_("general questions"),
    "complaints": N_("complaints"),
    "institutional": N_("institutions"),
    "lock-account": N_("locking your account"),
}
KINDS = {
    "exchange": N_("exchange"),
    "broker": N_("broker"),
    "wallet": N_("wallet"),
    "hardware-wallet": N_("hardware wallet"),
    "atm": N_("crypto ATM"),
    "payments": N_("payment app"),
    "custodian": N_("custodian"),
    "onramp": N_("on-ramp"),
    "defi": N_("DeFi"),
}
POLICIES = {
    "published": N_("publishes phone lines"),
    "callback-only": N_("calls back on request"),
    "none": N_("no phone line"),
    "unknown": N_("not known"),
    "some": N_("phone lines for some"),
}
SECRETS = {
    "password": N_("your password"),
    "2fa-code": N_("a login or SMS code"),
    "seed-phrase": N_("your seed phrase"),
    "remote-access": N_("access to your screen or device"),
    "move-funds": N_("moving coins to a 'safe' wallet"),
    "install-software": N_("installing software"),
    "test-transaction": N_("a test transaction"),
    "pin": N_("your PIN"),
    "card-number": N_("your card number"),
}
HOW = {
    "stored-copy": N_("stored copy"),
    "archived-copy": N_("copy in a public archive"),
    "live": N_("live page"),
    "owner-proof": N_("proof by the owner"),
}
SOURCES = {
    "operator": N_("its own page"),
    "regulator": N_("a regulator's page"),
    "app-store": N_("an app store's page"),
    "third-party": N_("somebody else's page"),
    "government": N_("a government page"),
    "press": N_("a press report"),
}
COSTS = {"toll-free": N_("free of charge"), "shared": N_("costs extra")}
LEVELS = {"listed": N_("LISTED"), "warning": N_("WARNING"), "danger": N_("DANGER")}


def channel(kind: str, _: Words) -> str:
    """The name of a channel kind."""
    return _(CHANNELS[kind])


def topic(name: str, _: Words) -> str:
    """What a desk handles, in a word or two."""
    return _(TOPICS[name])


def secret(name: str, _: Words) -> str:
    """A thing that support never asks for."""
    return _(SECRETS[name])
