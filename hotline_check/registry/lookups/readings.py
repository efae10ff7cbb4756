"""Collect what the registry knows about a reading of any kind."""

from hotline_check.reading.models import Reading
from hotline_check.registry.lookups.contacts import phone_facts
from hotline_check.registry.lookups.facts import Facts
from hotline_check.registry.models import Platform
from hotline_check.registry.storage.snapshot import Snapshot


def facts_about(snapshot: Snapshot, reading: Reading, claim: Platform | None) -> Facts:
    """Facts about a reading, for the verdict."""
    if reading.kind == "phone":
        return phone_facts(snapshot, reading, claim)
    from hotline_check.registry.lookups.web import web_facts  # a number does without it

    return web_facts(snapshot, reading, claim)
