"""`hotline-check config`: what is set, and where."""

import os

from hotline_check.cli import preferences
from hotline_check.cli.settings import Format, FormatOption, LangOption, speak
from hotline_check.wording.text.catalogue import choose, region_of


def config(form: FormatOption = Format.TEXT, lang: LangOption = None) -> None:
    """Show the settings, where each comes from, and the configuration file that can set them."""
    from hotline_check.cli.output.show import show_json, show_lines
    from hotline_check.registry.storage.choice import ENVIRONMENT
    from hotline_check.wording.screens.config import Setting, config_lines, config_record

    _ = speak(lang)
    chosen = preferences.preferences()
    registry = os.environ.get(ENVIRONMENT)
    settings = [
        Setting("region", chosen.region or region_of(), "file" if chosen.region else "locale"),
        Setting("lang", chosen.lang or choose(None), "file" if chosen.lang else "locale"),
        Setting("format", chosen.form or "text", "file" if chosen.form else "default"),
        Setting("registry", registry, "environment" if registry else "default"),
    ]
    file = preferences.path()
    if form is Format.JSON:
        show_json(config_record(file, settings, chosen.problems, _))
    else:
        show_lines(config_lines(file, settings, chosen.problems, _))
