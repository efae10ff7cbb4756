"""Keep the message catalogues in step with the sentences in the code.

    python .packaging/catalogues.py update      extract sentences, merge them into every .po
    python .packaging/catalogues.py compile     make the .mo files that the program reads
    python .packaging/catalogues.py new LANG    begin a language

Needs Babel (`pip install -e '.[test]'`). Sentences are marked `N_("...")` or given to `plural`.
"""

import sys
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parent.parent
LOCALES = ROOT / "hotline_check" / "wording" / "locale"
DOMAIN = "hotline_check"
HEADER = "# Sentences of hotline-check. Kept in step by .packaging/catalogues.py update."
KEYWORDS = {"N_": None, "plural": (1, 2)}


def extracted() -> Catalog:
    """Every sentence of the program, with the files that have it."""
    catalogue = Catalog(header_comment=HEADER, charset="utf-8", fuzzy=False)
    for path in sorted((ROOT / "hotline_check").rglob("*.py")):
        source = path.read_bytes()
        if not any(f"{name}(".encode() in source for name in KEYWORDS):
            continue  # to take a file apart takes 10 ms, and most have no sentence
        for _line, sentence, _comments, _context in extract("python", BytesIO(source), KEYWORDS):
            catalogue.add(sentence, locations=[(path.relative_to(ROOT).as_posix(), 0)])
    return catalogue


def read(path: Path) -> Catalog:
    """One language's catalogue."""
    with path.open("rb") as file:
        return read_po(file, locale=path.parent.parent.name, domain=DOMAIN)


def text(catalogue: Catalog) -> bytes:
    """A catalogue as its file has it: sorted, without dates that change by themselves."""
    out = BytesIO()
    write_po(
        out,
        catalogue,
        sort_output=True,
        include_lineno=False,
        ignore_obsolete=True,
        omit_header=False,
        width=100,
    )
    lines = out.getvalue().decode().splitlines(keepends=True)
    moving = (
        '"POT-Creation-Date',
        '"PO-Revision-Date',
        '"Generated-By',
        '"Last-Translator',
        '"Report-Msgid',
    )
    return "".join(line for line in lines if not line.startswith(moving)).encode()


def translated(message: Message) -> bool:
    """Whether every form of a message has its translation."""
    forms = [message.string] if isinstance(message.string, str) else message.string or []
    return bool(forms) and all(forms)


def update() -> None:
    """Merge the code's sentences into every catalogue; new ones come untranslated."""
    template = extracted()
    for path in sorted(LOCALES.glob(f"*/LC_MESSAGES/{DOMAIN}.po")):
        catalogue = read(path)
        catalogue.update(template, no_fuzzy_matching=True)
        path.write_bytes(text(catalogue))
        missing = sum(1 for message in catalogue if message.id and not translated(message))
        print(f"{path.parent.parent.name}: {len(catalogue)} sentences, {missing} to translate")


def compile_all() -> None:
    """Write a .mo beside every .po."""
    for path in LOCALES.glob(f"*/LC_MESSAGES/{DOMAIN}.po"):
        with path.with_suffix(".mo").open("wb") as file:
            write_mo(file, read(path))


def begin(lang: str) -> None:
    """Write an empty catalogue for a language."""
    path = LOCALES / lang / "LC_MESSAGES" / f"{DOMAIN}.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    catalogue = Catalog(locale=lang, domain=DOMAIN, header_comment=HEADER, fuzzy=False)
    catalogue.update(extracted(), no_fuzzy_matching=True)
    path.write_bytes(text(catalogue))


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["update"]:
            update()
            compile_all()
        case ["compile"]:
            compile_all()
        case ["new", lang]:
            begin(lang)
        case _:
            sys.exit(__doc__)
