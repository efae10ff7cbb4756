"""What kind of file it is, by its name and its first bytes."""

import re
from enum import StrEnum
from pathlib import PurePath

from hotline_check.reading.documents import charsets, mbox

HEAD = 4_096
"""Bytes looked at."""


class Kind(StrEnum):
    """How a file is read."""

    TEXT = "text"
    HTML = "html"
    MAIL = "mail"
    MAILBOX = "mailbox"
    JSON_LINES = "json-lines"
    BINARY = "binary"


_SUFFIXES = {
    ".html": Kind.HTML,
    ".htm": Kind.HTML,
    ".xhtml": Kind.HTML,
    ".eml": Kind.MAIL,
    ".mbox": Kind.MAILBOX,
    ".mbx": Kind.MAILBOX,
    ".jsonl": Kind.JSON_LINES,
    ".ndjson": Kind.JSON_LINES,
    ".md": Kind.TEXT,
}
_PAGE = re.compile(
    r"\s*(?:<!--.*?-->\s*)*(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html|head|body)\b", re.IGNORECASE
)
_MAIL = re.compile(
    rb"(?:(?:return-path|received|delivered-to|from|to|subject|date|message-id|mime-version|sender"
    rb"|reply-to|cc|list-[a-z-]+|dkim-signature|arc-[a-z-]+|x-[a-z0-9-]+|content-[a-z-]+"
    rb"|authentication-results|user-agent|importance):[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*){3}",
    re.IGNORECASE,
)


def kind_of(name: str, head: bytes, *, records: bool = False) -> Kind:
    """The kind of a file; `records`: text is taken for JSON lines, since a field was asked for."""
    if charsets.is_binary(head):
        return Kind.BINARY
    kind = _SUFFIXES.get(PurePath(name).suffix.lower()) or _by_content(head)
    return Kind.JSON_LINES if records and kind is Kind.TEXT else kind


def _by_content(head: bytes) -> Kind:
    if mbox.is_mailbox(head):
        return Kind.MAILBOX
    if _MAIL.match(head):
        return Kind.MAIL
    text = head.decode(charsets.marked(head) or "latin-1", "replace")
    return Kind.HTML if _PAGE.match(text.lstrip("\ufeff\u00ef\u00bb\u00bf")) else Kind.TEXT
