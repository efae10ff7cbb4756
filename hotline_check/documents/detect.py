"""What kind of file it is, by its name and its first bytes."""

import re
from enum import StrEnum
from pathlib import PurePath

from hotline_check.documents import calendar, encodings
from hotline_check.documents.chats import telegram, whatsapp
from hotline_check.documents.mail import signs

# Bytes looked at.
HEAD = 4_096


class Kind(StrEnum):
    """How a file is read."""

    TEXT = "text"
    HTML = "html"
    WHATSAPP = "whatsapp"
    TELEGRAM = "telegram"
    WARC = "warc"
    MAIL = "mail"
    MAILBOX = "mailbox"
    CALENDAR = "calendar"
    CSV = "csv"
    JSON = "json"
    JSON_LINES = "json-lines"
    ZIP = "zip"
    TAR = "tar"
    COMPRESSED = "compressed"
    PDF = "pdf"
    PICTURE = "picture"
    OLD_OFFICE = "old-office"
    BINARY = "binary"


_SUFFIXES = {
    ".html": Kind.HTML,
    ".htm": Kind.HTML,
    ".xhtml": Kind.HTML,
    ".xht": Kind.HTML,
    ".shtml": Kind.HTML,
    ".svg": Kind.HTML,  # a picture that browsers run as a page, with links
    ".eml": Kind.MAIL,
    ".mht": Kind.MAIL,
    ".mhtml": Kind.MAIL,
    ".ics": Kind.CALENDAR,
    ".ifb": Kind.CALENDAR,
    ".vcf": Kind.CALENDAR,
    ".warc": Kind.WARC,
    ".mbox": Kind.MAILBOX,
    ".mbx": Kind.MAILBOX,
    ".jsonl": Kind.JSON_LINES,
    ".ndjson": Kind.JSON_LINES,
    ".json": Kind.JSON,
    ".geojson": Kind.JSON,
    ".har": Kind.JSON,
    ".ipynb": Kind.JSON,
    ".webmanifest": Kind.JSON,
    ".md": Kind.TEXT,
}
# The first bytes of files that are not text.
_MAGIC: tuple[tuple[bytes, Kind], ...] = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Kind.OLD_OFFICE),
    (b"PK\x03\x04", Kind.ZIP),
    (b"PK\x05\x06", Kind.ZIP),  # without any member
    (b"\x1f\x8b", Kind.COMPRESSED),
    (b"BZh", Kind.COMPRESSED),
    (b"\xfd7zXZ\0", Kind.COMPRESSED),
)
_PICTURES = re.compile(
    rb"\x89PNG\r\n\x1a\n | \xff\xd8\xff | GIF8[79]a | BM.{4}\0\0\0\0 | II\*\0 | MM\0\*"
    rb"| RIFF.{4}WEBP",
    re.DOTALL | re.VERBOSE,
)
_PDF_WITHIN = 1_024  # bytes in which programs look for the beginning of a PDF file
_TAR_AT = 257  # where a tar file says that it is one
# Pages saved by browsers begin with a comment that says where they are from.
_PAGE = re.compile(
    r"\s*(?:<!--.*?-->\s*)*(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html|head|body)\b", re.IGNORECASE
)
_JSON = re.compile(
    r"""
    \s*
    (?: \{\s*
        (?: \}\s*\Z                      # an empty object, with nothing after it
          | "(?:[^"\\\r\n]|\\.)*"\s*:    # an object: `{"key":`
        )
      | \[\s*
        (?: \{\s*"                       # an array of objects: `[{"`
          | "[^"\r\n]*"\s*[,\]]          # an array of strings: `["a",`, `["a"]`
        )
    )
    """,
    re.VERBOSE,
)
# One object is a document, a second one on the next line makes it JSON lines.
_LINES = re.compile(r"\s*\{.*\}[ \t]*(?:\r?\n\s*\{|\r?\n?\Z)")
_MAIL = re.compile(
    rb"""
    (?:[^\r\n]{0,200}\r?\n){0,3}?             # what other programs wrote before the headers
    (?: (?:%(known)b)[ \t]*:[^\r\n]*\r?\n     # three known headers in a row,
        (?:[ \t][^\r\n]*\r?\n)*               # each with its folded lines
    ){3}
    """
    % {b"known": signs.KNOWN},
    re.VERBOSE | re.IGNORECASE,
)
_HEADER = re.compile(rb"^(?:" + signs.KNOWN + rb")[ \t]*:", re.IGNORECASE | re.MULTILINE)


def kind_of(name: str, head: bytes, *, records: bool = False) -> Kind:
    """The kind of a file; `records`: text is taken for JSON lines, since a field was asked for."""
    plain = head if encodings.marked(head) else head.replace(b"\0", b"")
    mail = plain and not encodings.is_binary(plain) and _is_mail(name, plain)
    is_pdf = b"%PDF-" in head[:_PDF_WITHIN]
    if (is_pdf and name.lower().endswith(".pdf")) or (encodings.is_binary(head) and not mail):
        return _binary_kind(name, head)
    kind = _SUFFIXES.get(PurePath(name).suffix.lower()) or _by_content(head)
    if kind is Kind.TEXT or kind is Kind.HTML:
        kind = _export_kind(kind, head)
    if kind is Kind.TEXT and (records or PurePath(name).suffix.lower() == ".csv"):
        return Kind.JSON_LINES if records else Kind.CSV
    return kind


def _binary_kind(name: str, head: bytes) -> Kind:
    """The kind of a file that is not text."""
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return kind
    if _PICTURES.match(head):
        return Kind.PICTURE
    if b"%PDF-" in head[:_PDF_WITHIN]:
        return Kind.PDF
    is_tar = head[_TAR_AT:].startswith(b"ustar") or name.lower().endswith(".tar")
    return Kind.TAR if is_tar else Kind.BINARY


def _export_kind(kind: Kind, head: bytes) -> Kind:
    """The kind of a text or page that a chat program wrote."""
    text = head.decode(encodings.marked(head) or "utf-8", "replace")
    if kind is Kind.HTML:
        return Kind.TELEGRAM if telegram.is_export(text) else kind
    return Kind.WHATSAPP if whatsapp.is_export(text) else kind


def _is_mail(name: str, head: bytes) -> bool:
    """Whether it is a mail, in which a zero byte only stops some programs from reading on."""
    named = _SUFFIXES.get(PurePath(name).suffix.lower())
    if named in {Kind.MAIL, Kind.MAILBOX}:
        return _HEADER.search(head) is not None
    return _MAIL.match(head) is not None


def _by_content(head: bytes) -> Kind:
    if head.startswith(b"WARC/"):
        return Kind.WARC
    if calendar.is_calendar(head):
        return Kind.CALENDAR
    if signs.POSTMARK.match(head):
        return Kind.MAILBOX
    if _MAIL.match(head):
        return Kind.MAIL
    text = head.decode(encodings.marked(head) or "latin-1", "replace")
    text = text.lstrip("\ufeff\u00ef\u00bb\u00bf")
    if _JSON.match(text):
        return Kind.JSON_LINES if _LINES.match(text) else Kind.JSON
    return Kind.HTML if _PAGE.match(text) else Kind.TEXT
