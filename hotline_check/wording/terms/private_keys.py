"""Sentences about seed phrases and private keys, which are never printed again."""

from hotline_check.wording.text.catalogue import N_

_KEEP = N_(
    "Whoever has it takes everything in the wallet; no support needs it. It is not shown here "
    "again; delete it from your shell's history. Has anybody seen it? Run: hotline-check called "
    "--seed-phrase"
)
# reason code -> sentence
PRIVATE_KEYS = {
    "secret-phrase": _KEEP,
    "secret-key": _KEEP,
    "secret-or-hash": N_(
        "64 hexadecimal digits are a private key or a transaction's hash. They are not shown here "
        "again."
    ),
}
