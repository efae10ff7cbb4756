"""Whose contact a text says it is, and whether it offers it as that platform's contact.

The one place for what is typed, pasted and scanned: `nearest` finds the platform that the
surroundings name, `other_owners` and `offers` say whether the contact is given as that platform's,
`senders` does the same for the headers of a mail, `written_senders` finds those that a text only
quotes, `digits_near_names` finds the digits that a name makes a number,
`public_bodies` the lines of the police and the like, and `documents` applies them
block by block.
"""
