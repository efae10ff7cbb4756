"""Others than platforms to whom a sentence may give a contact: public bodies, banks, companies.

A text about a platform also names whom to call in an emergency. Such a number is not offered as
the platform's, so it is no reason to warn of it as one.
"""

import re
from typing import Final

_WORDS: Final = (
    # the police and other public bodies
    *("police", "policía", "polícia", "polizei", "polizia", "politie", "policja", "polis"),
    *("gendarmerie", "garda", "sheriff", "interpol", "europol", "attorney general"),
    *("ombudsman", "ombudsperson", "regulator", "consumer protection", "citizens advice"),
    *("verbraucherzentrale", "bundesnetzagentur", "cybermalveillance", "action fraud"),
    *("report fraud", "crimestoppers", "scamwatch", "anti-fraud centre", "anti-scam helpline"),
    *("helpline for victims", "victim support", "samaritans", "federal trade commission"),
    # banks and card companies, as somebody else's
    *("your bank", "the bank", "bank's", "deine bank", "ihre bank", "su banco", "tu banco"),
    *("seu banco", "votre banque", "bank of america", "wells fargo", "citibank", "barclays"),
    *("mastercard", "american express", "experian", "equifax", "transunion", "western union"),
    # companies that texts about accounts name
    *("microsoft", "google", "apple support", "amazon", "telegram support", "whatsapp support"),
    # the text's own author
    *("newsroom", "editorial", "redaktion", "redacción", "rédaction", "redação", "press office"),
)
_INITIALS: Final = (
    *("FTC", "FBI", "IC3", "SEC", "CFTC", "CFPB", "FINRA", "FCA", "BBB", "AARP", "IRS", "DFPI"),
    *("BaFin", "BKA", "AMF", "ASIC", "ACCC", "NCA", "MAS", "SFC", "ADCC", "RBI", "CBI", "INCIBE"),
    *("PSUV", "HSBC", "NatWest", "FSS", "KISA", "CNMV", "CONSOB", "FINMA", "NCSC", "CAFC", "RCMP"),
)
_UNSPACED: Final = (
    *(
        "警察",
        "警方",
        "警署",
        "报警",
        "報警",
        "公安",
        "派出所",
        "反诈",
        "反詐",
        "防骗",
        "防騙",
        "银行",
        "銀行",
    ),
    *("消费者协会", "消費者委員會", "金管会", "金管會", "证监会", "證監會", "消費生活センター"),
    *("消費者ホットライン", "金融庁", "国民生活センター", "경찰", "금융감독원", "인터넷진흥원"),
)
_OTHER: Final = re.compile(
    rf"""
    (?<!\w)(?i:{"|".join(map(re.escape, sorted(_WORDS, key=len, reverse=True)))})(?!\w)
    | (?<!\w)(?:{"|".join(_INITIALS)})(?!\w)
    | {"|".join(_UNSPACED)}
    """.replace("\\ ", "[ ]"),
    re.VERBOSE,
)


def last_other(text: str, start: int, end: int) -> int | None:
    """Where the last name of somebody else than a platform ends in a stretch, None without one.

    >>> last_other("Coinbase scam? Call the police: 101", 0, 32)
    30
    """
    last = None
    for match in _OTHER.finditer(text, start, end):
        last = match.end()
    return last
