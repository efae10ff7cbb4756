"""Forms for comparing numbers and names: folded names, digits, similar numbers."""
