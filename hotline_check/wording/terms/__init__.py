"""Words and sentences that several screens share."""
