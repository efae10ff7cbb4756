"""Write the sightings of a report to a draft of the registry."""

from collections import defaultdict
from functools import partial

from ruamel.yaml.comments import CommentedMap

from hotline_check.upkeep.confirm.models import Confirmed, Report
from hotline_check.upkeep.draft import Draft
from hotline_check.upkeep.edit import note_sighting, platform_file


def note_sightings(draft: Draft, report: Report) -> None:
    """Add the report's sightings to the draft, with one change for each file.

    A newer sighting takes the place of an older one of the same page; the channels are those
    that the draft's registry had when the run began.
    """
    seen: defaultdict[str, list[Confirmed]] = defaultdict(list)
    for confirmed in report.confirmed:
        seen[confirmed.platform].append(confirmed)
    for platform, several in seen.items():
        draft.change(platform_file(platform), partial(_note, several))


def _note(several: list[Confirmed], document: CommentedMap) -> None:
    channels = {(c["kind"], str(c["value"])): c for c in document["channels"]}
    for confirmed in several:
        note_sighting(channels[confirmed.kind, confirmed.value], confirmed.sighting)
