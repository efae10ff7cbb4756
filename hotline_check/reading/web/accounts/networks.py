"""The networks whose accounts are read, with the names that label them."""

from typing import Final, NamedTuple


class Network(NamedTuple):
    """A network whose accounts are labelled with its name.

    label: a pattern of its names. hints: what these begin with or hold, in small letters: asked
    before the pattern. ids: a pattern of what it lets its accounts be called.
    """

    label: str
    hints: tuple[str, ...]
    ids: str


NETWORKS: Final = {
    "wechat": Network(
        r"微信|威信|薇信?|加微信?|加v信?|(?<![a-z])(?:we[ -]?chat|weixin|v信|vx|wx)|[+] ?v",
        ("微", "威", "薇", "加v", "chat", "weixin", "v信", "vx", "wx", "+v", "+ v"),
        r"[a-z][\w-]{2,19}"),
    "qq": Network(r"(?<![a-z])qq|扣扣|企[鹅鵝]", ("qq", "扣扣", "企"), r"[1-9][0-9]{4,10}"),
    "skype": Network(
        r"(?<![a-z])skype|[Сс]кайп",
        ("skype", "кайп"), r"live:[\w.:-]{3,40}|[a-z][\w.,-]{4,31}"),
    "kakaotalk": Network(
        r"(?<![a-z])kakao ?(?:talk)?|카카오톡?|카톡|오픈 ?(?:채팅|톡)(?:방)?",
        ("kakao", "카", "오픈"), r"@?[a-z0-9][\w.-]{2,19}"),
    "line": Network(
        r"(?-i:(?<![A-Z])LINE)|ライン|(?:加|官方)?[賴赖]|(?<!온)라인|ไลน์",
        ("line", "ライン", "賴", "赖", "라인", "ไลน์"), r"@?[a-z0-9][\w.-]{2,19}"),
    "telegram": Network(
        r"(?<![a-z])(?:telegram|tg)|电报|電報|飞机|飛機|텔레그램|텔레|テレグラム|(?<![a-zа-я])"
        r"(?:[Тт]елеграмм?|[Тт][Гг])|ت[يل]{1,3}[غج]رام|टेलीग्राम",
        ("telegram", "tg", "报", "報", "机", "機", "텔레", "テレ", "елегра", "тг", "رام", "टेली"),
        r"@?[a-z]\w{4,31}"),
    "whatsapp": Network(
        r"(?<![a-z])whats ?app|[Вв][оа][тц]сап|واتس ?[آا]ب|व्हाट्सएप",
        ("whats", "сап", "واتس", "व्हाट"), r"@?[a-z][\w.]{4,31}"),
    "signal": Network(r"(?<![a-z])signal", ("signal",), r"@?[a-z_]\w{1,31}\.[0-9]{2,9}"),
    "discord": Network(
        r"(?<![a-z])discord",
        ("discord",), r"@?[a-z0-9_.]{2,32}#[0-9]{4}|@?[a-z][a-z0-9_.]{3,31}"),
    "zalo": Network(r"(?<![a-z])zalo", ("zalo",), r"@?[a-z][\w.]{4,31}"),
    "viber": Network(r"(?<![a-z])viber|[Вв]айбер", ("viber", "айбер"), r"@?[a-z][\w.]{4,31}"),
    "instagram": Network(
        r"(?<![a-z])(?:instagram|insta(?![a-z]))|(?-i:(?<![A-Z])IG(?![A-Za-z]))|[Ии]нстаграм",
        ("insta", "ig", "нстаг"), r"@?[a-z][\w.]{4,29}"),
    "facebook": Network(
        r"(?<![a-z])facebook|(?-i:(?<![A-Z])FB(?![A-Za-z]))",
        ("facebook", "fb"), r"@?[a-z][\w.]{4,49}"),
    "snapchat": Network(r"(?<![a-z])snapchat", ("snapchat",), r"@?[a-z][\w.-]{2,14}"),
    "vk": Network(
        r"(?<![a-z])(?:vk(?![a-z])|vkontakte)|(?<![a-zа-я])(?:[Вв][Кк]|[Вв]контакте)",
        ("vk", "вк"), r"@?[a-z][\w.]{4,31}"),
    "kik": Network(
        r"(?<![a-z])kik(?![a-z])(?: messenger)?", ("kik",), r"@?[a-z][\w.]{2,19}"),
    "wickr": Network(r"(?<![a-z])wickr(?: ?me)?", ("wickr",), r"@?[a-z][\w.-]{2,30}"),
    "threema": Network(r"(?<![a-z])threema", ("threema",), r"[*a-z0-9][a-z0-9]{7}"),
    "dingtalk": Network(r"钉钉|釘釘", ("钉钉", "釘釘"), r"[a-z][\w-]{4,19}"),
    "douyin": Network(r"抖音", ("抖音",), r"[a-z][\w.-]{4,19}"),
    "xiaohongshu": Network(r"小红书", ("小红书",), r"[a-z0-9][\w.-]{4,19}"),
}  # fmt: skip
