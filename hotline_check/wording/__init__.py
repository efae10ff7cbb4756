"""Every sentence a person reads, in English, with its translations in message catalogues.

No sentence is written anywhere else: other packages hand over codes and values.
"""
