"""The home countries of a platform's phone numbers."""

from hotline_check.registry.models import Platform


def home_regions(platform: Platform) -> tuple[str, ...]:
    """The countries that a platform's number without a country code may belong to.

    Those of its phone lines, else of its other channels, else its own.
    """
    from hotline_check.registry.matching.phones import regions  # loads phonenumbers

    phones = [r for c in platform.channels if c.kind == "phone" for r in c.regions]
    others = [r for c in platform.channels for r in c.regions]
    named = phones or others or [platform.country or ""]
    return tuple(r for r in dict.fromkeys(named) if r in regions())
