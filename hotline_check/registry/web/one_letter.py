"""Names one letter away from a brand's."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from hotline_check.reading.brands.dictionary import two_words
from hotline_check.registry.matching.likeness import edits
from hotline_check.registry.web.brand_forms import LONGEST, BrandForm, edit_keys, is_edit_key

# What the registry has under each of the keys asked for.
Forms = Mapping[str, Sequence[BrandForm]]

EDITED: Final = 6  # minimum letters for a difference of one letter to be no coincidence
_ALPHABET: Final = "abcdefghijklmnopqrstuvwxyz0123456789-"


def near_names(name: str, forms: Forms) -> Iterable[BrandForm]:
    """The brands that differ from a name by one letter inserted, dropped, changed or swapped."""
    # A key has the name's letters, or all but one, after its sign.
    sizes = (len(name) + 1, len(name)) if EDITED - 1 <= len(name) <= LONGEST + 1 else ()
    keys = [key for key in forms if len(key) in sizes and is_edit_key(key)]
    own = edit_keys(name) if keys else ()
    candidates = {form for key in keys if key in own for form in forms[key] if form.form != name}
    if not candidates:
        return ()
    near = set(edits(name, _ALPHABET))
    return sorted(
        form
        for form in candidates
        if form.form in near and (len(form.form) >= EDITED or _has_doubled(name, form.form))
    )


def _has_doubled(name: str, form: str) -> bool:
    """Return True for a name with a letter twice that is once in the form: `upbitt`."""
    places = range(1, len(name))
    return any(name[i] == name[i - 1] and name[:i] + name[i + 1 :] == form for i in places)


def is_two_words(name: str, form: BrandForm) -> bool:
    """Return True if a name near a brand's is two words, one of them the brand's: `openset`.

    On the allow list of eth-phishing-detect most names near a brand are of this kind.
    """
    words = frozenset(name.split("-")) if "-" in name else two_words(name)
    return not words.isdisjoint(two_words(form.form))
