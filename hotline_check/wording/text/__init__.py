"""Text on a terminal or paper: translations, wrapping, styled lines, documents."""
