"""Editing YAML files so that untouched lines keep their bytes."""
