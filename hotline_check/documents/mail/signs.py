"""What a mail and a mailbox begin with; without their readers, which most files do not need."""

import re
from typing import Final

# The names of fields by which headers are distinguished from other text.
KNOWN: Final = (
    rb"return-path|received|delivered-to|from|to|subject|date|message-id|mime-version|sender"
    rb"|reply-to|cc|list-[a-z-]+|dkim-signature|arc-[a-z-]+|x-[a-z0-9-]+|content-[a-z-]+"
    rb"|authentication-results|user-agent|importance"
)
# The line before each mail of a mailbox.
POSTMARK: Final = re.compile(rb"From \S+ .*\d\d:\d\d.*\d{4}")
