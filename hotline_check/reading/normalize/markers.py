"""Characters that a plain text holds in place of what is no plain character."""

from typing import Final

# Replaces what is not seen: zero-width characters, marks, the rest of an entity or a word.
HIDDEN: Final = "\x00"
# Replaces any sign that is neither a bracket, a dash, a currency nor ASCII.
SYMBOL: Final = "\x02"
# Replaces a picture of a telephone.
PHONE: Final = "\x03"
