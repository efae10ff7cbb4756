"""Whose contact a text says it is, and whether it offers it as that platform's contact.

The one place for what is typed, pasted and scanned: `nearest` finds the platform that the
surroundings name, `other_owners` and `offers` say whether the contact is given as that platform's,
`senders` does the same for the headers of a mail, and `documents` applies them block by block.
"""

from hotline_check.attribution.documents import Brands, Document, at_home

__all__ = ["Brands", "Document", "at_home"]
