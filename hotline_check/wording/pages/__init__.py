"""What the pages of a browser show, as plain values: the templates have no sentence of their own.

The local page and the static site fill the same templates with them.
"""
