"""All user-visible sentences in English; message catalogues have the translations.

Other packages contain no sentences; they pass codes and values.
"""
