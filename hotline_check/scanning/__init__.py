"""Documents -> contacts -> verdicts."""
