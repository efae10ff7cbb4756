"""What a phone shows in place of a number when the caller hides it."""

from typing import Final

_HIDDEN: Final = frozenset(
    (
        *("", "anonymous", "anonymouscaller", "blocked", "blockednumber", "callerunknown"),
        *("hidden", "hiddennumber", "nocallerid", "nonumber", "notavailable", "numberwithheld"),
        *("private", "privatecaller", "privatenumber", "restricted", "restrictednumber"),
        *("unavailable", "unknown", "unknowncaller", "unknownnumber", "withheld"),
        *("withheldnumber", "noid", "anonym", "unbekannt", "unbekanntenummer", "unterdrückt"),
        *("unterdrücktenummer", "privatenummer", "anónimo", "anonimo", "desconocido"),
        *("númerodesconocido", "númerooculto", "númeroprivado", "oculto", "privado"),
        *("desconhecido", "númerodesconhecido", "númeroconfidencial", "númerorestrito"),
        *("anonyme", "appelmasqué", "inconnu", "numéroinconnu", "numéromasqué", "numéroprivé"),
        *("未知", "未知号码", "未知來電", "未知来电", "未知號碼", "私人号码", "私人號碼"),
        *("隐藏号码", "隱藏號碼", "不显示号码", "不顯示號碼", "无号码", "無號碼", "来电未知"),
        *("非通知", "非通知設定", "番号非通知", "通知不可能", "表示圏外", "不明"),
        *("발신번호표시제한", "발신자표시제한", "발신번호없음", "알수없음", "알수없는번호"),
    )
)


def is_hidden_caller(text: str) -> bool:
    """Return True for what phones show in place of a number, and for nothing at all.

    >>> is_hidden_caller("Private number"), is_hidden_caller("No Caller ID"), is_hidden_caller("hi")
    (True, True, False)
    """
    return "".join(char for char in text.casefold() if char.isalnum()) in _HIDDEN
