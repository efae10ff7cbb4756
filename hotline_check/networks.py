"""Social networks: the hosts on which their accounts are, and their other domains."""

from typing import Final, NamedTuple


class Network(NamedTuple):
    """accounts: hosts on which a path is an account. also: the network's other domains.

    A network without account hosts has names in its app only, which no page need show.
    """

    accounts: tuple[str, ...] = ()
    also: tuple[str, ...] = ()

    @property
    def hosts(self) -> tuple[str, ...]:
        """All hosts and domains of the network."""
        return self.accounts + self.also


NETWORKS: Final = {
    "x": Network(("x.com", "twitter.com")),
    "telegram": Network(("t.me", "telegram.me", "telegram.dog"), ("telegram.org",)),
    "facebook": Network(("facebook.com", "fb.com", "m.me"), ("messenger.com",)),
    "instagram": Network(("instagram.com",)),
    "youtube": Network(("youtube.com",)),
    "reddit": Network(("reddit.com",)),
    "viber": Network((), ("viber.com",)),
    "line": Network(("line.me", "lin.ee")),
    "discord": Network(("discord.gg", "discord.com")),
    "kakaotalk": Network(("pf.kakao.com",)),
    "whatsapp": Network(("wa.me",)),
    "linkedin": Network(("linkedin.com",)),
    "skype": Network((), ("skype.com",)),
}
