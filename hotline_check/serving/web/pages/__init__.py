"""The pages that people see: the form and its answer, look-ups, guided flows."""
