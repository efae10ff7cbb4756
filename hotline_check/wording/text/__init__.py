"""Text output: translations, wrapping, styled lines, documents."""
